/// PastedTokens: what is left of a pasted block when PastedMarks are out: cut at lines, separators and labels, and each part
/// known by its label or by its words for a name, a person, a title, an address, or for nothing. Pure, any thread.
#pragma once

#include <QString>

#include <vector>

namespace core {

enum class PastedKind : std::uint8_t
{
    Unknown,
    Name,
    Contact,
    Position,
    Address,
    Region, ///< an address without its street
    Nothing ///< a greeting, a label alone
};

struct PastedToken
{
    QString text;
    qsizetype at = 0;
    int line = 0;
    PastedKind kind = PastedKind::Unknown;
    bool isLabelled = false;
    QString label{}; ///< with its colon; for the rest, where no field takes the words
};

[[nodiscard]] std::vector<PastedToken> pastedTokens(const QString& text);

} // namespace core
