/// NameWords: what a few words by themselves surely are, wherever they stand: a company, a person, a job title, a phrase
/// that closes a mail. Stricter than NameKind, which has to choose: what could be something else is nothing. Pure, any
/// thread.
///
///     endsAsCompany(u"苏州云杉贸易有限公司"), endsAsCompany(u"Alder Foods s.r.o.")   -> true
///     isPersonsName(u"张三"), isPersonsName(u"Linda M. Martinez")                    -> true
///     isJobTitle(u"销售总监"), isJobTitle(u"Head of Purchasing")                      -> true
#pragma once

#include <QString>

namespace core {

[[nodiscard]] bool endsAsCompany(QStringView text);
/// Two to four characters of which the first are a surname, or two to four words with capitals.
[[nodiscard]] bool isPersonsName(QStringView text);
[[nodiscard]] bool isJobTitle(QStringView text);
/// "Best regards", 此致敬礼: says nothing about anybody.
[[nodiscard]] bool isClosingPhrase(QStringView text);

struct NameAndTitle
{
    QString name;
    QString title;
};
/// 王芳总经理 -> 王芳, 总经理; the title is empty where there is none behind a whole name.
[[nodiscard]] NameAndTitle splitNameAndTitle(const QString& text);

} // namespace core
