/// Email: addresses as people write them. The form check is the everyday part of RFC 5321: a local part of ASCII
/// letters, digits and !#$%&'*+-/=?^_`{|}~ with single dots, and a domain name. Pure, any thread.
#pragma once

#include <QString>
#include <QStringList>

namespace core {

[[nodiscard]] bool isEmail(QStringView text);
/// Tidied, "mailto:" and angle brackets off, the domain in lower case; what is no address stays as written.
[[nodiscard]] QString standardizeEmail(QStringView text);
/// Several in one cell, apart by ; , / 、 or blanks.
[[nodiscard]] QStringList splitEmails(QStringView cell);
/// Behind the @, lower case; empty where there is none.
[[nodiscard]] QString emailDomain(QStringView email);
/// gmail.com, qq.com …: the domain says nothing about whose it is.
[[nodiscard]] bool isFreeMailDomain(QStringView domain);
/// info@, sales@ …: a company's mailbox, not a person's.
[[nodiscard]] bool isRoleMailbox(QStringView email);

} // namespace core
