#include "core/standardize/ChineseNumbers.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

struct AreaRange
{
    int first = 0;
    int last = 0;
};

constexpr std::array<AreaRange, 66> areaRanges{{
    {10, 10},   {20, 25},   {27, 29},   {310, 319}, {335, 335}, {349, 359}, {370, 379}, {391, 396},
    {398, 398}, {410, 419}, {421, 421}, {427, 427}, {429, 429}, {431, 439}, {451, 459}, {464, 464},
    {467, 470}, {471, 479}, {482, 483}, {510, 520}, {523, 523}, {527, 527}, {530, 539}, {543, 543},
    {546, 546}, {550, 559}, {561, 566}, {570, 580}, {591, 599}, {631, 635}, {660, 660}, {662, 663},
    {668, 668}, {691, 692}, {701, 701}, {710, 719}, {722, 722}, {724, 724}, {728, 728}, {730, 739},
    {743, 746}, {750, 760}, {762, 763}, {765, 766}, {768, 769}, {770, 779}, {790, 799}, {810, 814},
    {816, 819}, {825, 827}, {830, 839}, {851, 859}, {870, 879}, {881, 881}, {883, 883}, {886, 888},
    {890, 899}, {901, 903}, {906, 906}, {908, 917}, {919, 919}, {930, 939}, {941, 943}, {951, 955},
    {970, 979}, {990, 999},
}};

constexpr int mostCodes = 1000;

constexpr std::array<bool, mostCodes> areaCodes = [] {
    std::array<bool, mostCodes> known{};
    const auto add = [&known](const AreaRange& range) {
        for (int code = range.first; code <= range.last; ++code) {
            known[std::size_t(code)] = true;
        }
    };
    for (const AreaRange& range : areaRanges) {
        add(range);
    }
    return known;
}();

} // namespace

bool isAreaCode(int code)
{
    return code > 0 && code < mostCodes && areaCodes[std::size_t(code)];
}

bool isAreaCode(QStringView withZero)
{
    return (withZero.size() == 3 || withZero.size() == 4) && withZero.front() == u'0'
        && isAreaCode(withZero.mid(1).toInt());
}

} // namespace core
