#include "core/duplicates/MatchWeights.h"

#include "core/standardize/Codes.h"
#include "core/standardize/Email.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// Bits that a common value is worth: log2 of how rare it is, one copy of it being the pair's own.
double rarity(const QHash<QString, int>& counts, const QString& value, double records)
{
    const int count = std::max(counts.value(value, 2), 2);
    return std::log2(std::max(records / (count - 1), 1.5));
}

int distanceOfDigits(const QString& a, const QString& b)
{
    if (a.size() != b.size()) {
        return 99;
    }
    int different = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        different += a[i] != b[i] ? 1 : 0;
    }
    if (different == 2) {
        for (qsizetype i = 0; i + 1 < a.size(); ++i) {
            if (a[i] != b[i]) {
                return a[i] == b[i + 1] && a[i + 1] == b[i]
                    ? 1
                    : 2; // two digits exchanged are one slip
            }
        }
    }
    return different;
}

/// Latin names: each word with its best partner, whatever the order.
double tokenSimilarity(const QStringList& a, const QStringList& b)
{
    const QStringList& fewer = a.size() <= b.size() ? a : b;
    const QStringList& more = a.size() <= b.size() ? b : a;
    std::vector<bool> taken(std::size_t(more.size()), false);
    double sum = 0;
    double length = 0;
    double unmatched = 0;
    for (const QString& word : fewer) {
        double best = 0;
        std::size_t at = 0;
        for (std::size_t k = 0; k < taken.size(); ++k) {
            const QString& other = more[qsizetype(k)];
            double alike = jaroWinkler(word, other);
            if ((word.size() == 1 || other.size() == 1) && word.front() == other.front()) {
                alike = 0.9; // an initial
            }
            if (!taken[k] && alike > best) {
                best = alike;
                at = k;
            }
        }
        if (best > 0) {
            taken[at] = true;
        }
        sum += best * double(word.size());
        length += double(word.size());
    }
    for (std::size_t k = 0; k < taken.size(); ++k) {
        unmatched += taken[k] ? 0 : double(more[qsizetype(k)].size());
    }
    return length == 0 ? 0 : sum / (length + 0.35 * unmatched);
}

class Judge
{
public:
    Judge(const MatchFeatures& a, const MatchFeatures& b, const MatchCounts& counts)
        : m_a(a)
        , m_b(b)
        , m_counts(counts)
        , m_all(std::log2(counts.records))
    { }

    std::vector<JudgedField> judge()
    {
        name();
        phone();
        email();
        code();
        birth();
        place();
        contact();
        return std::move(m_fields);
    }

private:
    void add(const char* field, MatchLevel level, double bits)
    {
        m_fields.push_back({field, level, bits});
    }

    void name()
    {
        if (m_a.kind != m_b.kind && m_a.kind != MatchKind::Unknown
            && m_b.kind != MatchKind::Unknown) {
            add("type", MatchLevel::Different, -3);
        }
        if (m_a.name.isEmpty() || m_b.name.isEmpty()) {
            return;
        }
        const double rare = rarity(m_counts.names, m_a.name, m_counts.records);
        if (m_a.name == m_b.name || (!m_a.tokens.isEmpty() && m_a.tokens == m_b.tokens)) {
            add("name", MatchLevel::Same, rare - 0.3);
            return;
        }
        if (!m_a.pinyin.isEmpty() && m_a.pinyin == m_b.pinyin) {
            add("name",
                MatchLevel::Similar,
                rarity(m_counts.pinyins, m_a.pinyin, m_counts.records) - 2.5);
            return;
        }
        if (!m_a.pinyin.isEmpty() && !m_b.pinyin.isEmpty()) {
            chineseName();
            return;
        }
        latinName();
    }

    void chineseName()
    {
        if (m_a.kind == MatchKind::Person || m_b.kind == MatchKind::Person) {
            const bool sameSurname = m_a.name.left(1) == m_b.name.left(1);
            const double alike = dice(m_a.pinyin, m_b.pinyin);
            if (sameSurname && alike > 0.7) {
                add("name", MatchLevel::Similar, 0.25 * m_all);
            } else {
                add("name", MatchLevel::Different, sameSurname ? -6 : -7);
            }
            return;
        }
        const double alike
            = std::max(dice(m_a.name, m_b.name), 0.95 * dice(m_a.pinyin, m_b.pinyin));
        const bool inside = (m_a.name.contains(m_b.name) || m_b.name.contains(m_a.name))
            && std::min(m_a.name.size(), m_b.name.size()) >= 2;
        if (alike > 0.8) {
            add("name", MatchLevel::Similar, 0.55 * m_all);
        } else if (inside || alike > 0.6) {
            add("name", MatchLevel::Similar, 0.3 * m_all);
        } else if (alike > 0.4) {
            add("name", MatchLevel::Different, -2);
        } else {
            add("name", MatchLevel::Different, -6);
        }
    }

    void latinName()
    {
        double alike = tokenSimilarity(m_a.tokens, m_b.tokens);
        alike = std::max(alike, 0.98 * dice(m_a.name, m_b.name));
        double rare = 0;
        for (const QString& token : m_a.tokens) {
            if (m_b.tokens.contains(token)) {
                rare = std::max(rare, rarity(m_counts.tokens, token, m_counts.records));
            }
        }
        if (alike > 0.93) {
            add("name", MatchLevel::Similar, std::max(0.6 * m_all, 0.8 * rare));
        } else if (alike > 0.85) {
            add("name", MatchLevel::Similar, std::max(0.35 * m_all, 0.6 * rare));
        } else if (alike > 0.75) {
            add("name", MatchLevel::Similar, 0.1 * m_all + 0.2 * rare);
        } else if (alike > 0.6) {
            add("name", MatchLevel::Different, -2.5 + 0.1 * rare);
        } else {
            add("name", MatchLevel::Different, -6);
        }
    }

    void phone()
    {
        if (m_a.phones.isEmpty() || m_b.phones.isEmpty()) {
            return;
        }
        int nearest = 99;
        for (const QString& mine : m_a.phones) {
            for (const QString& theirs : m_b.phones) {
                const bool tail = mine.size() != theirs.size()
                    && std::min(mine.size(), theirs.size()) >= 7
                    && (mine.endsWith(theirs) || theirs.endsWith(mine));
                if (mine == theirs || tail) {
                    add("phone",
                        MatchLevel::Same,
                        rarity(m_counts.phones, mine, m_counts.records) - (tail ? 2.0 : 0.5));
                    return;
                }
                nearest = std::min(nearest, distanceOfDigits(mine, theirs));
            }
        }
        if (nearest == 1) {
            add("phone", MatchLevel::Similar, 0.45 * m_all);
        } else {
            add("phone", MatchLevel::Different, -1.5);
        }
    }

    void email()
    {
        if (m_a.emails.isEmpty() || m_b.emails.isEmpty()) {
            return;
        }
        double best = 0;
        MatchLevel level = MatchLevel::Different;
        for (const QString& mine : m_a.emails) {
            for (const QString& theirs : m_b.emails) {
                const QString local = mine.section(u'@', 0, 0);
                const QString other = theirs.section(u'@', 0, 0);
                if (mine == theirs) {
                    add("email",
                        MatchLevel::Same,
                        rarity(m_counts.emails, mine, m_counts.records)
                            - (isRoleMailbox(mine) ? 1.5 : 0.3));
                    return;
                }
                if (!isRoleMailbox(mine) && local == other && local.size() > 4) {
                    best = std::max(best, 0.5 * m_all);
                } else if (jaroWinkler(mine, theirs) > 0.95) {
                    best = std::max(best, 0.4 * m_all);
                } else if (!isFreeMailDomain(emailDomain(mine))
                           && emailDomain(mine) == emailDomain(theirs)) {
                    best = std::max(best, 0.25 * m_all);
                }
            }
        }
        if (best > 0) {
            level = MatchLevel::Similar;
        }
        add("email", level, best > 0 ? best : -1.5);
    }

    void code()
    {
        if (m_a.code.isEmpty() || m_b.code.isEmpty()) {
            return;
        }
        if (m_a.code == m_b.code) {
            add("code", MatchLevel::Same, m_all);
        } else if (distanceOfDigits(m_a.code, m_b.code) <= 1) {
            add("code", MatchLevel::Similar, 0.7 * m_all);
        } else {
            const bool both = isCreditCode(m_a.code) && isCreditCode(m_b.code);
            add("code",
                MatchLevel::Different,
                both                                     ? -12
                    : m_a.code.size() == m_b.code.size() ? -5
                                                         : -1);
        }
    }

    void birth()
    {
        if (m_a.birth.size() != 8 || m_b.birth.size() != 8) {
            return;
        }
        if (m_a.birth == m_b.birth) {
            add("birth_date",
                MatchLevel::Same,
                rarity(m_counts.births, m_a.birth, m_counts.records) - 0.2);
            return;
        }
        const int parts = (m_a.birth.left(4) == m_b.birth.left(4) ? 1 : 0)
            + (m_a.birth.mid(4, 2) == m_b.birth.mid(4, 2) ? 1 : 0)
            + (m_a.birth.mid(6) == m_b.birth.mid(6) ? 1 : 0);
        const bool exchanged = m_a.birth.left(4) == m_b.birth.left(4)
            && m_a.birth.mid(4, 2) == m_b.birth.mid(6) && m_a.birth.mid(6) == m_b.birth.mid(4, 2);
        if (distanceOfDigits(m_a.birth, m_b.birth) == 1 || exchanged) {
            add("birth_date", MatchLevel::Similar, 0.45 * m_all);
        } else if (parts == 2) {
            add("birth_date", MatchLevel::Similar, 0.2 * m_all);
        } else {
            add("birth_date", MatchLevel::Different, -5);
        }
    }

    void place()
    {
        double bits = 0;
        MatchLevel level = MatchLevel::Missing;
        if (!m_a.street.isEmpty() && !m_b.street.isEmpty()) {
            const double alike = dice(m_a.street, m_b.street);
            const bool numbersDiffer
                = !m_a.numbers.isEmpty() && !m_b.numbers.isEmpty() && m_a.numbers != m_b.numbers;
            if (m_a.street == m_b.street) {
                bits = rarity(m_counts.streets, m_a.street, m_counts.records) - 0.7;
                level = MatchLevel::Same;
            } else if (alike > 0.7 && !numbersDiffer) {
                bits = 0.6 * m_all;
                level = MatchLevel::Similar;
            } else if (alike > 0.55 && !numbersDiffer) {
                bits = 0.3 * m_all;
                level = MatchLevel::Similar;
            } else if (!numbersDiffer && !m_a.numbers.isEmpty() && m_a.numbers == m_b.numbers
                       && alike > 0.3) {
                bits = 0.2 * m_all;
                level = MatchLevel::Similar;
            } else {
                bits = numbersDiffer && alike > 0.6 ? -1.5 : -2.5;
                level = MatchLevel::Different;
            }
        }
        const auto area = [&](const QString& mine,
                              const QString& theirs,
                              const QHash<QString, int>& counts,
                              double against) {
            if (mine.isEmpty() || theirs.isEmpty()) {
                return 0.0;
            }
            if (mine == theirs) {
                return std::min(rarity(counts, mine, m_counts.records), 5.0)
                    * (bits > 2 ? 0.25 : 0.6);
            }
            return jaroWinkler(mine, theirs) > 0.9 ? 0.5 : against;
        };
        const double city = area(m_a.city, m_b.city, m_counts.cities, -1.8);
        const double code = area(m_a.postcode, m_b.postcode, m_counts.postcodes, -1.2);
        if (level != MatchLevel::Missing) {
            add("street", level, bits);
        }
        if (city != 0) {
            add("city", city > 0 ? MatchLevel::Same : MatchLevel::Different, city);
        }
        if (code != 0) {
            add("postcode", code > 0 ? MatchLevel::Same : MatchLevel::Different, code);
        }
    }

    void contact()
    {
        if (m_a.contact.isEmpty() || m_b.contact.isEmpty()) {
            return;
        }
        if (m_a.contact == m_b.contact) {
            add("contact",
                MatchLevel::Same,
                0.6 * rarity(m_counts.contacts, m_a.contact, m_counts.records));
        } else if (jaroWinkler(m_a.contact, m_b.contact) > 0.9) {
            add("contact", MatchLevel::Similar, 0.25 * m_all);
        } else {
            add("contact", MatchLevel::Different, -0.8);
        }
    }

    const MatchFeatures& m_a;
    const MatchFeatures& m_b;
    const MatchCounts& m_counts;
    double m_all;
    std::vector<JudgedField> m_fields;
};

} // namespace

void MatchCounts::count(const MatchFeatures& features)
{
    const auto one = [](QHash<QString, int>& counts, const QString& value) {
        if (!value.isEmpty()) {
            ++counts[value];
        }
    };
    one(names, features.name);
    one(pinyins, features.pinyin);
    for (const QString& phone : features.phones) {
        one(phones, phone);
    }
    for (const QString& email : features.emails) {
        one(emails, email);
    }
    one(births, features.birth);
    one(streets, features.street);
    one(cities, features.city);
    one(postcodes, features.postcode);
    one(contacts, features.contact);
    for (const QString& token : features.tokens) {
        one(tokens, token);
    }
}

std::vector<JudgedField>
judge(const MatchFeatures& a, const MatchFeatures& b, const MatchCounts& counts)
{
    return Judge(a, b, counts).judge();
}

double probability(const std::vector<JudgedField>& judged, const MatchCounts& counts)
{
    double bits = -std::log2(counts.records) + 1.0;
    for (const JudgedField& field : judged) {
        bits += field.bits;
    }
    return 1.0 / (1.0 + std::exp2(-std::clamp(bits, -40.0, 40.0)));
}

} // namespace core
