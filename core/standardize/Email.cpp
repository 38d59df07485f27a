#include "core/standardize/Email.h"

#include "core/standardize/TextForm.h"

#include <QRegularExpression>
#include <QSet>

namespace core {

bool isEmail(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$)"));
    constexpr qsizetype longest = 254;
    return text.size() <= longest && form.match(text.toString()).hasMatch();
}

QString standardizeEmail(QStringView text)
{
    QString email = cleanText(narrowWidth(text));
    if (email.startsWith(QStringLiteral("mailto:"), Qt::CaseInsensitive)) {
        email = email.mid(7);
    }
    static const QRegularExpression angled(QStringLiteral(R"(<([^<>\s]+@[^<>\s]+)>)"));
    if (const auto match = angled.match(email); match.hasMatch()) {
        email = match.captured(1);
    }
    const qsizetype at = email.lastIndexOf(u'@');
    return at < 0 ? email : email.left(at + 1) + email.mid(at + 1).toLower();
}

QStringList splitEmails(QStringView cell)
{
    static const QRegularExpression separators(QStringLiteral(R"([;；,，、/\s|]+)"));
    QStringList emails;
    const QString text = narrowWidth(cell);
    if (text.count(u'@') < 2) {
        const QString one = standardizeEmail(text);
        return one.isEmpty() ? QStringList() : QStringList{one};
    }
    for (const QString& part : text.split(separators, Qt::SkipEmptyParts)) {
        if (const QString email = standardizeEmail(part);
            !email.isEmpty() && !emails.contains(email)) {
            emails.append(email);
        }
    }
    return emails;
}

QString emailDomain(QStringView email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    return at < 0 ? QString() : email.mid(at + 1).toString().toLower();
}

bool isFreeMailDomain(QStringView domain)
{
    static const QSet<QString> known = [] {
        QSet<QString> set;
        for (const char* name :
             {"gmail.com",   "googlemail.com", "outlook.com",    "hotmail.com", "live.com",
              "msn.com",     "yahoo.com",      "ymail.com",      "aol.com",     "icloud.com",
              "me.com",      "mac.com",        "gmx.com",        "gmx.de",      "web.de",
              "proton.me",   "protonmail.com", "mail.com",       "zoho.com",    "qq.com",
              "vip.qq.com",  "foxmail.com",    "163.com",        "126.com",     "yeah.net",
              "188.com",     "sina.com",       "sina.cn",        "sohu.com",    "139.com",
              "189.cn",      "wo.cn",          "aliyun.com",     "tom.com",     "21cn.com",
              "yahoo.co.uk", "yahoo.com.cn",   "btinternet.com", "comcast.net"}) {
            set.insert(QString::fromLatin1(name));
        }
        return set;
    }();
    return known.contains(domain.toString());
}

bool isRoleMailbox(QStringView email)
{
    static const QSet<QString> known = [] {
        QSet<QString> set;
        for (const char* name : {"info",
                                 "contact",
                                 "sales",
                                 "service",
                                 "support",
                                 "admin",
                                 "office",
                                 "hr",
                                 "market",
                                 "marketing",
                                 "mail",
                                 "hello",
                                 "enquiries",
                                 "help",
                                 "kefu",
                                 "postmaster",
                                 "webmaster",
                                 "noreply",
                                 "team"}) {
            set.insert(QString::fromLatin1(name));
        }
        return set;
    }();
    const qsizetype at = email.lastIndexOf(u'@');
    return at > 0 && known.contains(email.left(at).toString().toLower());
}

} // namespace core
