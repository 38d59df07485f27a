#include "core/standardize/NameKind.h"

#include "core/standardize/TextForm.h"

#include <QRegularExpression>

namespace core {

namespace {

const QRegularExpression& legalForms()
{
    static const QRegularExpression forms(
        QStringLiteral(
            R"((?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|分公司|公司|集团|合伙企业|\b(?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|gmbh|ag|kg|s\.?a|s\.?r\.?l|b\.?v|n\.?v|pty|co|company|group|holdings)\b\.?))"),
        QRegularExpression::CaseInsensitiveOption);
    return forms;
}

} // namespace

NameKind guessNameKind(QStringView name)
{
    const QString text = foldText(cleanText(name));
    if (text.isEmpty()) {
        return NameKind::Unknown;
    }
    static const QRegularExpression companyWords(QStringLiteral(
        R"(厂|店|行$|中心|事务所|工作室|医院|学校|大学|学院|研究院|研究所|协会|银行|酒店|餐厅|部$|社$|商行|\b(?:trading|technology|technologies|systems|solutions|services|consulting|partners|associates|hospital|school|university|bank|hotel|restaurant|store|shop|studio|industries|international|enterprises|foods|media|logistics|construction|electronics|software)\b)"));
    if (legalForms().match(text).hasMatch() || companyWords.match(text).hasMatch()) {
        return NameKind::Company;
    }
    if (containsHan(text)) {
        return text.size() >= 2 && text.size() <= 4 ? NameKind::Person : NameKind::Company;
    }
    const qsizetype words = text.split(u' ', Qt::SkipEmptyParts).size();
    static const QRegularExpression digit(QStringLiteral("\\d"));
    return words >= 2 && words <= 4 && !text.contains(digit) ? NameKind::Person : NameKind::Unknown;
}

QString joinName(QStringView given, QStringView middle, QStringView family)
{
    const QString first = cleanText(given);
    const QString between = cleanText(middle);
    const QString last = cleanText(family);
    if (containsHan(first) || containsHan(last)) {
        // Also for companies: a program that parts names takes 福 of 福州… for a surname.
        return last + between + first;
    }
    QStringList parts{first, between, last};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString joinName(const NameParts& parts)
{
    const QString name = joinName(parts.given, parts.middle, parts.family);
    if (name.isEmpty() || containsHan(name)) {
        return name;
    }
    const QString title = cleanText(parts.title);
    const QString suffix = cleanText(parts.suffix);
    static const QRegularExpression generation(QStringLiteral("^(?:jr|sr|jun|sen|[ivx]+)\\.?$"),
                                               QRegularExpression::CaseInsensitiveOption);
    QString whole = title.isEmpty() || isSalutation(title) ? name : QString(title + u' ' + name);
    if (!suffix.isEmpty()) {
        whole += (generation.match(suffix).hasMatch() ? QStringLiteral(" ") : QStringLiteral(", "))
            + suffix;
    }
    return whole;
}

bool isSalutation(QStringView title)
{
    static const QRegularExpression words(
        QStringLiteral("^(?:mr|mrs|ms|miss|mx|sir|madam|herr|frau|hr|fr|m|mme|mlle|先生|女士|小姐|"
                       "太太|夫人|同志)\\.?$"));
    return words.match(foldText(cleanText(title))).hasMatch();
}

bool isNameTitle(QStringView text)
{
    static const QRegularExpression ranks(
        QStringLiteral("^(?:(?:dr|prof|doctor|professor|dipl|ing|rev|hon|mag)\\b\\.?[ .-]*)+(?:ing|"
                       "med|h c)?\\.?$|^(?:博士|教授)$"));
    return isSalutation(text) || ranks.match(foldText(cleanText(text))).hasMatch();
}

QString withoutLegalForm(QStringView name)
{
    QString text = foldText(cleanText(name));
    const QString bare = QString(text).remove(legalForms()).simplified();
    return bare.isEmpty() ? text : bare;
}

} // namespace core
