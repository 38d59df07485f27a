#include "core/records/ThreeWayMerge.h"

#include "core/records/Contact.h"
#include "core/records/ValueParts.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace core {

namespace {

QSet<QString> asSet(const QStringList& list)
{
    return {list.begin(), list.end()};
}

/// Both took out the same entry and put different ones in: the same entry was changed twice.
bool isReplacedTwice(const QStringList& base, const QStringList& mine, const QStringList& theirs)
{
    const QSet<QString> before = asSet(base);
    const QSet<QString> here = asSet(mine);
    const QSet<QString> there = asSet(theirs);
    const QSet<QString> onlyHere = here - before - there;
    const QSet<QString> onlyThere = there - before - here;
    const bool bothTookOut = !(before - here - there).isEmpty();
    return bothTookOut && !onlyHere.isEmpty() && !onlyThere.isEmpty();
}

/// One contact that both changed: its numbers and addresses are lists, its position is one value.
bool isContactChangedTwice(const FieldConflict& sides)
{
    const auto contactIn = [](const QString& text) {
        const std::vector<Contact> one = contactsFromText(text);
        return one.empty() ? Contact{} : one.front();
    };
    const Contact base = contactIn(sides.base);
    const Contact mine = contactIn(sides.mine);
    const Contact theirs = contactIn(sides.theirs);
    const bool isMoved = mine.position != base.position && theirs.position != base.position
        && mine.position != theirs.position;
    return isMoved || isReplacedTwice(base.phones, mine.phones, theirs.phones)
        || isReplacedTwice(base.emails, mine.emails, theirs.emails);
}

QStringList keysIn(const ValuePartList& parts)
{
    QStringList keys;
    for (const ValuePart& part : parts) {
        keys.append(part.key);
    }
    return keys;
}

/// Split and put together again it is the same, and no two parts have one name.
bool isSafelySplit(Field field, const QString& value, const ValuePartList& parts)
{
    const QStringList keys = keysIn(parts);
    return joinParts(field, parts) == value && asSet(keys).size() == keys.size();
}

bool isPartChangedTwice(Field field,
                        const ValuePart* base,
                        const ValuePart* mine,
                        const ValuePart* theirs)
{
    const auto same = [](const ValuePart* a, const ValuePart* b) {
        return (a == nullptr) == (b == nullptr) && (a == nullptr || a->value == b->value);
    };
    if (same(mine, base) || same(theirs, base) || same(mine, theirs)) {
        return false;
    }
    if (field != Field::Contacts || mine == nullptr || theirs == nullptr) {
        return true;
    }
    return isContactChangedTwice(
        {field, base != nullptr ? base->value : QString(), mine->value, theirs->value});
}

std::optional<QString> mergeParts(const FieldConflict& sides)
{
    const ValuePartList base = splitIntoParts(sides.field, sides.base);
    const ValuePartList mine = splitIntoParts(sides.field, sides.mine);
    const ValuePartList theirs = splitIntoParts(sides.field, sides.theirs);
    const bool isSafe = isSafelySplit(sides.field, sides.base, base)
        && isSafelySplit(sides.field, sides.mine, mine)
        && isSafelySplit(sides.field, sides.theirs, theirs);
    if (!isSafe || isReplacedTwice(keysIn(base), keysIn(mine), keysIn(theirs))) {
        return std::nullopt;
    }
    for (const QString& key : asSet(keysIn(base) + keysIn(mine) + keysIn(theirs))) {
        if (isPartChangedTwice(
                sides.field, partNamed(base, key), partNamed(mine, key), partNamed(theirs, key))) {
            return std::nullopt;
        }
    }
    return applyChange(sides.field, sides.theirs, {sides.base, sides.mine}, OnConflict::KeepValue);
}

/// Lines [from, to) of the beginning became `lines`.
struct LineChange
{
    qsizetype from = 0;
    qsizetype to = 0;
    QStringList lines;

    friend bool operator==(const LineChange&, const LineChange&) = default;
};

/// Lengths of the longest common subsequences of what is left of both from each line on.
class CommonLines
{
public:
    CommonLines(const QStringList& before, const QStringList& after)
        : m_columns(after.size() + 1)
        , m_lengths(std::size_t((before.size() + 1) * m_columns), 0)
    {
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j) {
                length(i, j) = before[i] == after[j] ? length(i + 1, j + 1) + 1
                                                     : std::max(length(i + 1, j), length(i, j + 1));
            }
        }
    }

    int& length(qsizetype i, qsizetype j) { return m_lengths[std::size_t(i * m_columns + j)]; }

private:
    qsizetype m_columns;
    std::vector<int> m_lengths;
};

/// What became of the lines, in their order; nothing where there are too many of them to compare.
std::optional<std::vector<LineChange>> lineChanges(const QStringList& before,
                                                   const QStringList& after)
{
    constexpr qsizetype mostCells = 4'000'000; // 16 MB, and some hundredths of a second
    if ((before.size() + 1) * (after.size() + 1) > mostCells) {
        return std::nullopt;
    }
    CommonLines common(before, after);
    std::vector<LineChange> changes;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() || j < after.size()) {
        const bool bothLeft = i < before.size() && j < after.size();
        if (bothLeft && before[i] == after[j]) {
            ++i;
            ++j;
            continue;
        }
        LineChange change{i, i, {}};
        while ((i < before.size() || j < after.size())
               && !(i < before.size() && j < after.size() && before[i] == after[j])) {
            const bool isNew = i == before.size()
                || (j < after.size() && common.length(i, j + 1) >= common.length(i + 1, j));
            if (isNew) {
                change.lines.append(after[j++]);
            } else {
                ++i;
            }
        }
        change.to = i;
        changes.push_back(std::move(change));
    }
    return changes;
}

/// Lines that touch count as one place: what stands beside a changed line may belong to it.
std::optional<QString> mergeLines(const FieldConflict& sides)
{
    const auto linesOf = [](const QString& text) {
        return text.isEmpty() ? QStringList() : text.split(u'\n');
    };
    const QStringList base = linesOf(sides.base);
    const auto mine = lineChanges(base, linesOf(sides.mine));
    const auto theirs = lineChanges(base, linesOf(sides.theirs));
    if (!mine || !theirs) {
        return std::nullopt;
    }
    std::vector<LineChange> changes = *mine;
    for (const LineChange& other : *theirs) {
        const bool isSame = std::find(mine->begin(), mine->end(), other) != mine->end();
        const bool isTouched
            = std::any_of(mine->begin(), mine->end(), [&other](const LineChange& change) {
                  return change.from <= other.to && other.from <= change.to;
              });
        if (isTouched && !isSame) {
            return std::nullopt;
        }
        if (!isSame) {
            changes.push_back(other);
        }
    }
    std::sort(changes.begin(), changes.end(), [](const LineChange& a, const LineChange& b) {
        return a.from > b.from;
    });
    QStringList merged = base;
    for (const LineChange& change : changes) { // from the end, so that numbers before it stay right
        merged.remove(change.from, change.to - change.from);
        for (qsizetype i = 0; i < change.lines.size(); ++i) {
            merged.insert(change.from + i, change.lines[i]);
        }
    }
    return merged.join(u'\n');
}

} // namespace

std::optional<QString> mergeThreeWay(const FieldConflict& sides, CombinedValues combined)
{
    if (sides.mine == sides.base || sides.mine == sides.theirs) {
        return sides.theirs;
    }
    if (sides.theirs == sides.base) {
        return sides.mine;
    }
    if (combined == CombinedValues::Whole || !isCombined(sides.field)) {
        return std::nullopt;
    }
    return sides.field == Field::Notes ? mergeLines(sides) : mergeParts(sides);
}

ThreeWayMerge mergeThreeWay(const ClientValues& base,
                            const ClientValues& mine,
                            const ClientValues& theirs,
                            CombinedValues combined)
{
    ThreeWayMerge merge{theirs, {}};
    for (const FieldInfo& info : allFields()) {
        if (!isEditable(info.field)) {
            continue;
        }
        FieldConflict sides{
            info.field, base.value(info.field), mine.value(info.field), theirs.value(info.field)};
        if (auto value = mergeThreeWay(sides, combined)) {
            merge.values.set(info.field, *std::move(value));
        } else {
            merge.conflicts.push_back(std::move(sides));
        }
    }
    return merge;
}

} // namespace core
