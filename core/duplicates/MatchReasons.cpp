#include "core/duplicates/DuplicateEngine.h"
#include "core/duplicates/KeySharers.h"
#include "core/duplicates/MatchJudge.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

const MatchJudge& builtIn()
{
    static const MatchJudge judge;
    return judge;
}

struct Words
{
    const char* field;
    std::array<const char*, level::count> levels;
};

constexpr const char* context = "core::DuplicateEngine";

constexpr std::array wordsOfFields{
    Words{"name",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same name"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "name sounds the same"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar name"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "one name is part of the other"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "name agrees in part"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "same surname, another given name"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different name")}},
    Words{"branch",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same branch"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "only one is a branch"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different branch")}},
    Words{"phone",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same phone"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "phone differs in one digit"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different phone")}},
    Words{"email",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same e-mail"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar e-mail"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "same name before the @"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "same mail domain"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different e-mail")}},
    Words{"code",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same credit code"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar credit code"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different credit code"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "two valid credit codes")}},
    Words{"birth_date",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same birthday"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar birthday"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "birthday agrees in part"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "birthday within a month"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different birthday")}},
    Words{"street",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same address"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "same house"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar address"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "address agrees in part"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different address")}},
    Words{"city",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same district"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "same city"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar city"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different city")}},
    Words{"contact",
          {QT_TRANSLATE_NOOP("core::DuplicateEngine", "same contact"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "contact sounds the same"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar contact"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "contact agrees in part"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "contact agrees in part"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "contact agrees in part"),
           QT_TRANSLATE_NOOP("core::DuplicateEngine", "different contact")}},
    Words{"type",
          {"", QT_TRANSLATE_NOOP("core::DuplicateEngine", "one is a company, the other a person")}},
};
static_assert(wordsOfFields.size() == matchFieldCount);

/// 张/章: all in which two texts differ, where that is a letter or two.
QString onlyDifference(const QString& left, const QString& right)
{
    constexpr qsizetype most = 2;
    const QString a = cleanText(left);
    const QString b = cleanText(right);
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype before = 0;
    while (before < shorter && a[before] == b[before]) {
        ++before;
    }
    qsizetype behind = 0;
    while (behind < shorter - before && a[a.size() - 1 - behind] == b[b.size() - 1 - behind]) {
        ++behind;
    }
    const QString inA = a.mid(before, a.size() - before - behind);
    const QString inB = b.mid(before, b.size() - before - behind);
    const bool isShort = inA.size() <= most && inB.size() <= most && before + behind >= 1;
    const auto shown = [](const QString& part) {
        return part.trimmed().isEmpty() ? QStringLiteral("–") : part;
    };
    return isShort && inA != inB ? shown(inA) + u'/' + shown(inB) : QString();
}

/// What is said of a field at this level, as exactly as it can be.
QString wordsFor(const MatchWeight& weight,
                 const MatchRecord& a,
                 const MatchRecord& b,
                 MatchWording wording)
{
    const char* text = wordsOfFields[std::size_t(weight.field)].levels[weight.level];
    if (text == nullptr || *text == '\0') {
        return {};
    }
    const bool isSlip = wording == MatchWording::Exact
        && (weight.level == level::near || weight.level == level::sound);
    if (weight.field == MatchField::Name && isSlip) {
        if (const QString in = onlyDifference(a.name, b.name); !in.isEmpty()) {
            return QCoreApplication::translate("core::DuplicateEngine", "name differs only in %1")
                .arg(in);
        }
    }
    if (weight.field == MatchField::Contact && isSlip) {
        if (const QString in = onlyDifference(a.contact, b.contact); !in.isEmpty()) {
            return QCoreApplication::translate("core::DuplicateEngine",
                                               "contact differs only in %1")
                .arg(in);
        }
    }
    return QCoreApplication::translate(context, text);
}

} // namespace

struct MatchProbe::Data
{
    MatchFeatures features;
    std::vector<std::int64_t> keys;
};

MatchProbe::MatchProbe(const MatchRecord& record)
    : m_data(std::make_unique<Data>(Data{MatchJudge::usualFeatures(record), {}}))
{
    m_data->keys = entryKeys(m_data->features);
}

MatchProbe::~MatchProbe() = default;
MatchProbe::MatchProbe(MatchProbe&&) noexcept = default;
MatchProbe& MatchProbe::operator=(MatchProbe&&) noexcept = default;

const std::vector<std::int64_t>& MatchProbe::keys() const
{
    return m_data->keys;
}

double MatchProbe::score(const MatchRecord& other) const
{
    const MatchFeatures right = MatchJudge::usualFeatures(other);
    return builtIn().score(m_data->features, right);
}

std::vector<std::int64_t> blockingKeys(const MatchRecord& record)
{
    return entryKeys(featuresOf(record));
}

double matchScore(const MatchRecord& a, const MatchRecord& b)
{
    return MatchProbe(a).score(b);
}

std::vector<FieldJudgement>
explainMatch(const MatchRecord& a, const MatchRecord& b, MatchWording wording)
{
    const MatchFeatures left = MatchJudge::usualFeatures(a);
    const MatchFeatures right = MatchJudge::usualFeatures(b);
    std::vector<FieldJudgement> judgements;
    for (const MatchWeight& weight : builtIn().weights(left, right)) {
        if (const QString words = wordsFor(weight, a, b, wording); !words.isEmpty()) {
            judgements.push_back({QLatin1String(wordsOfFields[std::size_t(weight.field)].field),
                                  words,
                                  weight.bits});
        }
    }
    std::stable_sort(
        judgements.begin(), judgements.end(), [](const FieldJudgement& x, const FieldJudgement& y) {
            return std::abs(x.weight) > std::abs(y.weight);
        });
    return judgements;
}

QStringList matchReasons(const MatchRecord& a, const MatchRecord& b, MatchWording wording)
{
    QStringList reasons;
    for (const FieldJudgement& judgement : explainMatch(a, b, wording)) {
        reasons.append(judgement.words);
    }
    return reasons;
}

} // namespace core
