#include "core/standardize/AddressLine.h"

#include "core/standardize/Country.h"
#include "core/standardize/TextForm.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <vector>

namespace core {

namespace {

/// Six digits in front of a Chinese address or behind it, with 邮编 or without.
QString takeChinesePostcode(QString& text)
{
    static const std::array forms{
        QRegularExpression(QStringLiteral(R"(^[(（]?(\d{6})[)）]?[\s,，]*(?=\p{Han}))")),
        QRegularExpression(
            QStringLiteral(R"([\s,，;；(（]*(?:邮政编码|邮编|郵遞區號)[:：\s]*(\d{6})\s*[)）]?)")),
        QRegularExpression(
            QStringLiteral(R"([\s,，;；]+[(（]?(\d{6})[)）]?$|[(（](\d{6})[)）]$)"))};
    for (const QRegularExpression& form : forms) {
        const auto match = form.match(text);
        const QString code = match.captured(match.lastCapturedIndex());
        if (match.hasMatch() && isPostcode(code, {})) {
            text.remove(match.capturedStart(), match.capturedLength());
            return code;
        }
    }
    return {};
}

AddressLine chineseLine(QString text)
{
    static const QRegularExpression country(QStringLiteral("^(?:中国|中华人民共和国)[\\s,，]*"));
    text.remove(country);
    AddressLine line;
    line.postcode = takeChinesePostcode(text);
    line.parts = splitAddress(text.trimmed());
    return line;
}

/// A country that closes the address; "New York" closes none.
QString takeCountry(QString& text)
{
    static const QRegularExpression last(QStringLiteral(R"(,\s*([^,\d]{2,40})$)"));
    static const QRegularExpression names(
        QStringLiteral(
            R"(^(?:USA?|U\.S\.A?\.?|United States(?: of America)?|UK|U\.K\.|United Kingdom|Great Britain|England|Germany|Deutschland|Austria|Österreich|Switzerland|Schweiz|Czech Republic|Czechia|Česko|Česká republika|Slovakia|Slovensko|France|Canada|Australia|Japan|Singapore|South Korea|(?:P\.?\s?R\.?\s?)?China)$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = last.match(text);
    const QString name = match.captured(1).trimmed();
    if (!names.match(name).hasMatch()) {
        return {};
    }
    text.truncate(match.capturedStart());
    QString plain = name;
    plain.remove(u'.');
    const QString code = countryOf(plain);
    return code.isEmpty() && name.endsWith(QStringLiteral("China"), Qt::CaseInsensitive)
        ? QStringLiteral("CN")
        : code;
}

/// Where in a form's match the parts stand; 0: nowhere.
struct Form
{
    const char* country;
    int street;
    int city;
    int province;
    int postcode;
    QRegularExpression shape;
};

const std::vector<Form>& forms()
{
    static const std::vector<Form> all{
        {"US",
         1,
         2,
         3,
         4,
         QRegularExpression(QStringLiteral(
             R"(^(.+?),\s*([^,\d]+),\s*([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?),?\s+(\d{5}(?:-\d{4})?)$)"))},
        {"CA",
         1,
         2,
         3,
         4,
         QRegularExpression(QStringLiteral(
             R"(^(.+?),\s*([^,\d]+),\s*([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?),?\s+([A-Z]\d[A-Z] ?\d[A-Z]\d)$)"))},
        {"GB",
         1,
         2,
         0,
         3,
         QRegularExpression(
             QStringLiteral(R"(^(.+),\s*([^,\d]+?),?\s+([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$)"))},
        {"SG",
         1,
         2,
         0,
         3,
         QRegularExpression(QStringLiteral(R"(^(.+?),?\s+(Singapore)\s+(\d{6})$)"))},
        {"",
         1,
         3,
         0,
         2,
         QRegularExpression(
             QStringLiteral(R"(^(.+?),\s*(?:[A-Z]{1,2}-)?(\d{4,5})\s+(\p{Lu}[^,\d]+)$)"))},
        // "110 00 Praha 1": a district of the city behind its name
        {"",
         1,
         3,
         0,
         2,
         QRegularExpression(QStringLiteral(
             R"(^(.+?),\s*(?:[A-Z]{2}-)?(\d{3} \d{2})\s+(\p{Lu}[^,\d]+(?: \d{1,2})?)$)"))}};
    return all;
}

AddressLine foreignLine(QString text)
{
    AddressLine line;
    const QString whole = text;
    const QString country = takeCountry(text);
    for (const Form& form : forms()) {
        const QString its = QLatin1String(form.country);
        const auto match = form.shape.match(text);
        if (!match.hasMatch() || (!country.isEmpty() && !its.isEmpty() && its != country)) {
            continue;
        }
        const auto part = [&match](int index) {
            return index == 0 ? QString() : match.captured(index).trimmed();
        };
        line.parts = {part(form.province), part(form.city), {}, part(form.street)};
        line.postcode = part(form.postcode);
        line.country = country.isEmpty() ? its : country;
        return line;
    }
    line.parts.street = whole;
    return line;
}

} // namespace

AddressLine splitAddressLine(QStringView raw)
{
    const bool isChinese = containsHan(raw);
    // On a label the lines end where a comma would stand.
    QStringList lines;
    for (const QString& part : cleanMultiline(raw).split(u'\n', Qt::SkipEmptyParts)) {
        QString line = part.trimmed();
        while (!isChinese && line.endsWith(u',')) {
            line.chop(1);
        }
        if (!line.isEmpty()) {
            lines.append(line);
        }
    }
    const QString text = lines.join(isChinese ? QStringLiteral(" ") : QStringLiteral(", "));
    return isChinese ? chineseLine(text) : foreignLine(text);
}

} // namespace core
