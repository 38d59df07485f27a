/// PastedMarks: finds in a pasted block what is known by its form or by its label wherever it stands: phones, e-mails, a
/// website, a credit code, a postcode, and what no field may take. Each is taken out of the text; the gap keeps the places
/// of all else. Pure, any thread.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

/// Stands where something was taken out.
inline constexpr QChar pastedGap{0x1F};

struct PastedMark
{
    QString text;
    qsizetype at = 0;
    bool isConfidential = false;
};

struct PastedMarks
{
    std::vector<PastedMark> phones; ///< as written
    QStringList emails;
    QString website;
    QString creditCode;
    QString postcode;
    std::vector<PastedMark> rest;
};

[[nodiscard]] PastedMarks takePastedMarks(QString& text);

} // namespace core
