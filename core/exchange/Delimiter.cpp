#include "core/exchange/Delimiter.h"

#include "core/exchange/HeaderWords.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace core {

namespace {

/// How often a sign stands in each line that holds anything; quoted text does not count.
std::vector<int> countsByLine(const QString& sample, char16_t sign)
{
    constexpr std::size_t enough = 200;
    std::vector<int> counts;
    int count = 0;
    bool quoted = false;
    bool filled = false;
    for (const QChar c : sample) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u'\n' || c == u'\r')) {
            if (filled) {
                counts.push_back(count);
            }
            count = 0;
            filled = false;
            if (counts.size() > enough) {
                return counts;
            }
            continue;
        } else if (!quoted && c == sign) {
            ++count;
        }
        filled = true;
    }
    if (filled && counts.empty()) {
        counts.push_back(count); // else the sample may have cut the line
    }
    return counts;
}

/// How many lines are parted alike, weighed by the number of their cells.
double alikeness(const std::vector<int>& counts)
{
    std::map<int, int> linesByCount;
    for (const int count : counts) {
        if (count > 0) {
            ++linesByCount[count];
        }
    }
    double best = 0;
    for (const auto& [cells, number] : linesByCount) {
        best = std::max(best, number * (1.0 + 0.1 * std::min(cells, 30)));
    }
    return best;
}

/// A sign that also stands in times, addresses and texts must part every line into the same cells.
bool partsEveryLine(const QString& sample, char16_t sign)
{
    const std::vector<int> counts = countsByLine(sample, sign);
    return counts.size() >= 2 && counts.front() > 0
        && std::all_of(counts.begin(), counts.end(), [&counts](int count) {
               return count == counts.front();
           });
}

/// "Name: Acme" is a line of a list, "name:phone" a header.
bool isHeaderWithColons(const QString& sample)
{
    static const QRegularExpression lineEnd(QStringLiteral("[\\r\\n]"));
    const QStringList cells = sample.left(sample.indexOf(lineEnd)).split(u':');
    return std::any_of(cells.begin(),
                       cells.end(),
                       [](const QString& c) { return headerTarget(c).has_value(); })
        && std::none_of(cells.begin() + 1, cells.end(), [](const QString& c) {
               return c.isEmpty() || c.front().isSpace();
           });
}

} // namespace

QChar findDelimiter(const QString& sample)
{
    constexpr std::array<char16_t, 4> usual{u',', u';', u'\t', u'|'};
    constexpr std::array<char16_t, 6> unusual{u'^', u'~', u'\x1F', u'¦', u'§', u':'};
    char16_t best = u',';
    double bestScore = 0;
    bool anySure = false;
    for (const char16_t sign : usual) {
        const double score = alikeness(countsByLine(sample, sign));
        anySure = anySure || partsEveryLine(sample, sign);
        if (score > bestScore) {
            bestScore = score;
            best = sign;
        }
    }
    for (const char16_t sign : unusual) {
        if (!anySure && partsEveryLine(sample, sign)
            && (sign != u':' || isHeaderWithColons(sample))) {
            return sign;
        }
    }
    return best;
}

QChar saidDelimiter(const QString& sample)
{
    static const QRegularExpression line(
        QStringLiteral("^\"?sep=([^\"\\r\\n])\"?[,;\t]*(?:\\r|\\n|$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = line.match(sample);
    return match.hasMatch() ? match.captured(1).front() : QChar();
}

} // namespace core
