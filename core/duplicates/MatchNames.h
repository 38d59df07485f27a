/// MatchNames: names parted for matching: legal form, place and branch off a company's, titles off a person's. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace core {

struct PartedName
{
    QStringList
        parts; ///< words; surname and given name of a Chinese person; the whole name of a Chinese company
    QStringList sounds; ///< of each part
    qsizetype surname = -1; ///< which part is a person's surname, where that can be told
    QString place;
    QString branch;
    bool isHan = false;
};

[[nodiscard]] PartedName partPersonName(const QString& cleaned);
/// `near` are names of places that the record itself has (its city, its province).
[[nodiscard]] PartedName partCompanyName(const QString& cleaned, const QStringList& near);

/// Letters and digits only, folded.
[[nodiscard]] QString solidText(QStringView text);
/// Words of letters and digits, folded; apostrophes join.
[[nodiscard]] QStringList latinWords(QStringView text);
/// 苏州市 -> 苏州, where two characters stay.
[[nodiscard]] QString barePlace(const QString& place);

} // namespace core
