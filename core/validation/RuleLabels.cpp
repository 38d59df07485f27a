#include "core/validation/RuleLabels.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct RuleLabel
{
    const char* rule;
    const char* words;
};

constexpr std::array labels{
    RuleLabel{"missing", QT_TRANSLATE_NOOP("core::RuleLabels", "missing")},
    RuleLabel{"unknown_word", QT_TRANSLATE_NOOP("core::RuleLabels", "not one of the choices")},
    RuleLabel{"name_of_company", QT_TRANSLATE_NOOP("core::RuleLabels", "looks like a company")},
    RuleLabel{"no_area_code", QT_TRANSLATE_NOOP("core::RuleLabels", "area code missing")},
    RuleLabel{"not_a_phone", QT_TRANSLATE_NOOP("core::RuleLabels", "not a phone number")},
    RuleLabel{"unknown_range", QT_TRANSLATE_NOOP("core::RuleLabels", "number range not in use")},
    RuleLabel{"not_an_email", QT_TRANSLATE_NOOP("core::RuleLabels", "not an e-mail address")},
    RuleLabel{"not_a_website", QT_TRANSLATE_NOOP("core::RuleLabels", "not a web address")},
    RuleLabel{"sealed_value",
              QT_TRANSLATE_NOOP("core::RuleLabels", "an ID or card number, left out")},
    RuleLabel{"sealed_moved",
              QT_TRANSLATE_NOOP("core::RuleLabels", "an ID or card number, sealed")},
    RuleLabel{"damaged_by_spreadsheet",
              QT_TRANSLATE_NOOP("core::RuleLabels", "cut by a spreadsheet")},
    RuleLabel{"check_character",
              QT_TRANSLATE_NOOP("core::RuleLabels", "check character does not fit")},
    RuleLabel{"check_digit", QT_TRANSLATE_NOOP("core::RuleLabels", "check digit does not fit")},
    RuleLabel{"length", QT_TRANSLATE_NOOP("core::RuleLabels", "wrong length")},
    RuleLabel{"person", QT_TRANSLATE_NOOP("core::RuleLabels", "a person has none")},
    RuleLabel{"id_number", QT_TRANSLATE_NOOP("core::RuleLabels", "not a resident ID number")},
    RuleLabel{"form", QT_TRANSLATE_NOOP("core::RuleLabels", "wrong form")},
    RuleLabel{"other_province", QT_TRANSLATE_NOOP("core::RuleLabels", "of another province")},
    RuleLabel{"unknown_place", QT_TRANSLATE_NOOP("core::RuleLabels", "place not known")},
    RuleLabel{"not_in_list", QT_TRANSLATE_NOOP("core::RuleLabels", "not in the list")},
    RuleLabel{"not_a_date", QT_TRANSLATE_NOOP("core::RuleLabels", "not a date")},
    RuleLabel{"ambiguous_date",
              QT_TRANSLATE_NOOP("core::RuleLabels", "day or month first? Kept as written")},
    RuleLabel{"in_the_future", QT_TRANSLATE_NOOP("core::RuleLabels", "in the future")},
    RuleLabel{"tag_too_long", QT_TRANSLATE_NOOP("core::RuleLabels", "tag too long")},
    RuleLabel{"too_long", QT_TRANSLATE_NOOP("core::RuleLabels", "too long")},
};

} // namespace

QString ruleLabel(const QString& rule)
{
    const auto found = std::find_if(labels.begin(), labels.end(), [&rule](const RuleLabel& label) {
        return rule == QLatin1String(label.rule);
    });
    return found == labels.end() ? rule
                                 : QCoreApplication::translate("core::RuleLabels", found->words);
}

} // namespace core
