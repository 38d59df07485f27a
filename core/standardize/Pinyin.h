/// Pinyin: how Chinese names are read, toneless, ü as v: for search, sorting and matching. Surnames have readings of
/// their own (单 shan, 解 xie, 曾 zeng), and some words of company names too (重庆, 银行). Pure, any thread.
///
///     nameReading(u"单田芳").full    -> "shantianfang"
///     nameReading(u"曾伟").initials  -> "zw"
#pragma once

#include <QString>
#include <QStringList>

namespace core {

struct Reading
{
    QString full; ///< syllables without blanks; Latin letters and digits as they are, folded
    QString initials;
};

/// Reads it as a person's name: the surname first.
[[nodiscard]] Reading personReading(QStringView name);
[[nodiscard]] Reading companyReading(QStringView name);
/// One entry for each Han character, one for each run of letters or digits.
[[nodiscard]] QStringList pinyinSyllables(QStringView name, bool person);

/// True for a whole toneless syllable that some character is read as: "shan", "lv"; not for "sh" or "shant".
[[nodiscard]] bool isPinyinSyllable(QStringView text);

/// A text that sorts, byte by byte, Chinese by pinyin and then by character, Latin letters whatever their case, and
/// numbers by size. Made from our own table, so that it is the same on every machine; stored, never an ICU collation.
[[nodiscard]] QString sortKey(QStringView name, bool person);

/// It begins with a surname of two characters: 欧阳, 司马.
[[nodiscard]] bool hasCompoundSurname(QStringView name);
/// How many characters of the name are its surname (1 or 2; 0 where it is no Chinese personal name).
[[nodiscard]] int surnameLength(QStringView name);

} // namespace core
