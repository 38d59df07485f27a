#include "core/duplicates/MatchText.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace core {

namespace {

constexpr std::size_t longest = 64; // of what is compared letter by letter

} // namespace

std::uint64_t mixHash(std::uint64_t hash, std::uint64_t value)
{
    // The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
    std::uint64_t mixed = hash ^ (value + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U));
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

std::uint64_t hashOf(std::uint64_t kind, TextView text)
{
    // As FNV-1a (Fowler, Noll, Vo) does, but four letters at a time, mixed once more because its high bits are weak.
    constexpr std::uint64_t prime = 1099511628211ULL;
    constexpr std::size_t step = 4;
    std::uint64_t hash = 14695981039346656037ULL ^ kind;
    while (text.size() >= step) {
        const std::uint64_t letters = std::uint64_t(text[0]) | std::uint64_t(text[1]) << 16U
            | std::uint64_t(text[2]) << 32U | std::uint64_t(text[3]) << 48U;
        hash = (hash ^ letters) * prime;
        hash ^= hash >> 32U;
        text.remove_prefix(step);
    }
    for (const char16_t letter : text) {
        hash = (hash ^ letter) * prime;
    }
    return mixHash(hash, kind);
}

int editDistance(TextView a, TextView b, int limit)
{
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (std::abs(int(a.size()) - int(b.size())) > limit) {
        return limit + 1;
    }
    // What begins and ends alike costs nothing; mostly little stays between.
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.size() < 2 && b.size() < 2) {
        return int(std::max(a.size(), b.size()));
    }
    if (a.empty() || b.empty()) {
        return std::min(int(std::max(a.size(), b.size())), limit + 1);
    }
    if (limit < 2) {
        return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0] ? 1 : limit + 1;
    }
    // Every cell is set before it is read.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
    std::array<std::array<std::uint8_t, longest + 1>, 3> rows;
    for (std::size_t k = 0; k <= b.size(); ++k) {
        rows[0][k] = std::uint8_t(k);
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& before = rows[(i + 1) % 3];
        row[0] = std::uint8_t(i);
        int least = row[0];
        for (std::size_t k = 1; k <= b.size(); ++k) {
            int cost = std::min(
                {above[k] + 1, row[k - 1] + 1, above[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1)});
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
                cost = std::min(cost, before[k - 2] + 1);
            }
            row[k] = std::uint8_t(cost);
            least = std::min(least, cost);
        }
        if (least > limit) {
            return limit + 1;
        }
    }
    return std::min(int(rows[a.size() % 3][b.size()]), limit + 1);
}

double jaroWinkler(TextView a, TextView b)
{
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a.empty() || b.empty()) {
        return 0;
    }
    if (a == b) {
        return 1;
    }
    const auto reach
        = std::max<std::ptrdiff_t>(std::ptrdiff_t(std::max(a.size(), b.size())) / 2 - 1, 0);
    std::uint64_t aTaken = 0;
    std::uint64_t bTaken = 0;
    int common = 0;
    for (std::ptrdiff_t i = 0; i < std::ptrdiff_t(a.size()); ++i) {
        const auto end = std::min(std::ptrdiff_t(b.size()), i + reach + 1);
        for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, i - reach); k < end; ++k) {
            if ((bTaken >> k & 1U) == 0 && a[std::size_t(i)] == b[std::size_t(k)]) {
                aTaken |= std::uint64_t(1) << i;
                bTaken |= std::uint64_t(1) << k;
                ++common;
                break;
            }
        }
    }
    if (common == 0) {
        return 0;
    }
    int swapped = 0;
    std::size_t k = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if ((aTaken >> i & 1U) != 0) {
            while ((bTaken >> k & 1U) == 0) {
                ++k;
            }
            swapped += a[i] != b[k] ? 1 : 0;
            ++k;
        }
    }
    const double m = common;
    const double jaro
        = (m / double(a.size()) + m / double(b.size()) + (m - swapped / 2.0) / m) / 3.0;
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix]) {
        ++prefix;
    }
    constexpr double scaling = 0.1;
    return jaro + double(prefix) * scaling * (1 - jaro);
}

double dice(TextView a, TextView b)
{
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a.size() < 2 || b.size() < 2) {
        return a == b && !a.empty() ? 1 : 0;
    }
    // Most pairs share next to nothing, which the parts' hashes show sooner than sorting them.
    const auto marks = [](TextView text) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            bits |= std::uint64_t(1) << ((text[i] * 31U + text[i + 1]) * 2654435761U >> 26U & 63U);
        }
        return bits;
    };
    if (std::popcount(marks(a) & marks(b)) * 5 < int(std::min(a.size(), b.size())) - 1) {
        return 0;
    }
    std::array<std::uint32_t, longest> left; // NOLINT: filled as far as they are read
    std::array<std::uint32_t, longest> right; // NOLINT
    const auto fill = [](TextView text, std::array<std::uint32_t, longest>& list) {
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            list[i] = std::uint32_t(text[i]) << 16U | text[i + 1];
        }
        std::sort(list.begin(), list.begin() + std::ptrdiff_t(text.size()) - 1);
        return text.size() - 1;
    };
    const std::size_t leftSize = fill(a, left);
    const std::size_t rightSize = fill(b, right);
    std::size_t common = 0;
    for (std::size_t i = 0, k = 0; i < leftSize && k < rightSize;) {
        if (left[i] == right[k]) {
            ++common;
            ++i;
            ++k;
        } else if (left[i] < right[k]) {
            ++i;
        } else {
            ++k;
        }
    }
    return 2.0 * double(common) / double(leftSize + rightSize);
}

bool isReordered(TextView a, TextView b)
{
    return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

bool isShortened(TextView part, TextView whole)
{
    if (part.empty() || part.size() >= whole.size() || part.front() != whole.front()) {
        return false;
    }
    std::size_t at = 0;
    for (const char16_t letter : whole) {
        at += at < part.size() && part[at] == letter ? 1 : 0;
    }
    return at == part.size();
}

} // namespace core
