#include "core/duplicates/DuplicateEngine.h"
#include "core/duplicates/MatchKeys.h"
#include "core/duplicates/MatchModel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// Where one pair is looked at and no table shows how rare its values are.
constexpr double assumedRecords = 20000;

const MatchModel& builtInModel()
{
    static const MatchModel model(assumedRecords);
    return model;
}

/// In eighths of a bit, as in a table of that size.
void assumeRarities(MatchFeatures& features)
{
    const auto usual = [](MatchValue kind) -> std::uint8_t {
        switch (kind) {
        case MatchValue::Phone:
        case MatchValue::Email:
        case MatchValue::Code:
            return 140;
        case MatchValue::Street:
        case MatchValue::MailBox:
            return 112;
        case MatchValue::Name:
        case MatchValue::Birth:
        case MatchValue::Road:
        case MatchValue::MailDomain:
            return 100;
        case MatchValue::NameSound:
        case MatchValue::Contact:
            return 88;
        case MatchValue::NamePart:
        case MatchValue::PartSound:
            return 48;
        case MatchValue::Area:
            return 44;
        case MatchValue::City:
            return 32;
        }
        return 48;
    };
    for (std::size_t kind = 0; kind < matchValueCount; ++kind) {
        features.forEachValue(MatchValue(kind), [&](TextView, std::uint8_t& rarity) {
            rarity = usual(MatchValue(kind));
        });
    }
}

MatchFeatures assumedFeatures(const MatchRecord& record)
{
    MatchFeatures features = featuresOf(record);
    assumeRarities(features);
    return features;
}

bool arePersons(const MatchFeatures& a, const MatchFeatures& b)
{
    return a.kind == MatchKind::Person && b.kind == MatchKind::Person;
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

} // namespace

struct MatchProbe::Data
{
    MatchFeatures features;
    std::vector<std::int64_t> keys;
};

MatchProbe::MatchProbe(const MatchRecord& record)
    : m_data(std::make_unique<Data>(Data{assumedFeatures(record), blockingKeys(record)}))
{ }

MatchProbe::~MatchProbe() = default;
MatchProbe::MatchProbe(MatchProbe&&) noexcept = default;
MatchProbe& MatchProbe::operator=(MatchProbe&&) noexcept = default;

const std::vector<std::int64_t>& MatchProbe::keys() const
{
    return m_data->keys;
}

double MatchProbe::score(const MatchRecord& other) const
{
    const MatchFeatures right = assumedFeatures(other);
    return builtInModel().score(compare(m_data->features, right),
                                arePersons(m_data->features, right));
}

std::vector<std::int64_t> blockingKeys(const MatchRecord& record)
{
    std::vector<std::uint64_t> keys;
    addEntryKeys(featuresOf(record), keys);
    std::vector<std::int64_t> signedKeys(keys.begin(), keys.end());
    std::sort(signedKeys.begin(), signedKeys.end());
    return signedKeys;
}

double matchScore(const MatchRecord& a, const MatchRecord& b)
{
    return MatchProbe(a).score(b);
}

std::vector<FieldJudgement> explainMatch(const MatchRecord& a, const MatchRecord& b)
{
    const MatchFeatures left = assumedFeatures(a);
    const MatchFeatures right = assumedFeatures(b);
    std::vector<FieldJudgement> judgements;
    for (const MatchWeight& weight :
         builtInModel().weights(compare(left, right), arePersons(left, right))) {
        const Words& words = wordsOfFields[std::size_t(weight.field)];
        if (const char* text = words.levels[weight.level]; text != nullptr && *text != '\0') {
            judgements.push_back({QLatin1String(words.field),
                                  QCoreApplication::translate(context, text),
                                  weight.bits});
        }
    }
    std::stable_sort(
        judgements.begin(), judgements.end(), [](const FieldJudgement& x, const FieldJudgement& y) {
            return std::abs(x.weight) > std::abs(y.weight);
        });
    return judgements;
}

QStringList matchReasons(const MatchRecord& a, const MatchRecord& b)
{
    QStringList reasons;
    for (const FieldJudgement& judgement : explainMatch(a, b)) {
        reasons.append(judgement.words);
    }
    return reasons;
}

} // namespace core
