/// Phone: telephone numbers as people write them -> E.164 with the extension beside it, and back to what people read.
/// Numbering rules by libphonenumber; the common Chinese forms are recognized without it. Pure, any thread.
///
///     parsePhone(u"0512-38183752 转 12")   -> +8651238183752, extension 12, shown "0512-38183752 转 12"
///     parsePhone(u"38183752")              -> as written, NoAreaCode
///     parsePhone(u"手机：138 0013 8000")    -> +8613800138000: what it is called in front of it goes
///     parsePhones(u"13800138000/010-62345678")  -> two
///
/// A number without a country is Chinese, unless it is written as North Americans write theirs (212-790-4854), or the
/// hint says another country.
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace core {

/// None without an e164: well-formed, but of a range that no plan known here assigns.
enum class PhoneIssue : std::uint8_t
{
    None,
    NoAreaCode,
    NotANumber
};

struct Phone
{
    QString e164; ///< empty where the number is kept as written
    QString extension;
    QString raw; ///< as written, tidied
    bool isMobile = false;
    PhoneIssue issue = PhoneIssue::None;

    [[nodiscard]] bool isValid() const { return !e164.isEmpty(); }
    /// "+8651238183752x12", or as written.
    [[nodiscard]] QString stored() const;
};

struct PhoneHint
{
    QString country; ///< ISO 3166 alpha-2; empty: China
    QString areaCode; ///< for landlines without one: "0512"
};

[[nodiscard]] Phone parsePhone(QStringView text, const PhoneHint& hint = {});
/// Several in one cell, apart by / ; , 、 或 or a line break, or by blanks where each part is a whole number.
[[nodiscard]] std::vector<Phone> parsePhones(QStringView cell, const PhoneHint& hint = {});
/// Stored form -> as people write it; text that is not E.164 comes back as it is.
[[nodiscard]] QString shownPhone(const QString& stored);
/// A stored number of the mainland without extension that its numbering plan has.
[[nodiscard]] bool isPlainMainland(QStringView stored);
/// Reads the stored form.
[[nodiscard]] Phone phoneFromStored(const QString& stored);
/// Appends what shownPhone() makes of a mainland number (where the record is `chinese`, so that it is read as one
/// again) or of a North American one, without the library's help; false for all others.
bool appendPlainPhone(std::string& shown, std::string_view stored, bool chinese);

} // namespace core
