#include "core/records/PastedWords.h"

#include "core/standardize/Address.h"
#include "core/standardize/NameWords.h"

#include <QRegularExpression>

namespace core {

namespace {

const QRegularExpression& streetWithNumber()
{
    static const QRegularExpression form(
        QStringLiteral(R"((?:路|街|道|巷|弄|胡同|里|村)[\p{Han}]{0,4}\d+(?:-\d+)?\s?[号弄])"));
    return form;
}

/// JOHN SMITH: as it would stand in ordinary letters; itself where it does.
QString ordinaryLetters(const QString& text)
{
    if (text != text.toUpper()) {
        return text;
    }
    QString ordinary = text.toLower();
    for (qsizetype i = 0; i < ordinary.size(); ++i) {
        ordinary[i] = i == 0 || !ordinary[i - 1].isLetter() ? ordinary[i].toUpper() : ordinary[i];
    }
    return ordinary;
}

} // namespace

bool continuesAddress(const QString& text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^[A-Za-z]?\d+(?:-\d+)*(?:号|室|楼|层|栋|幢|座|单元|弄|#)|^[A-Za-z]$|(?:大厦|广场|园区|工业园|产业园|科技园|软件园|小区|花园|公寓|国际|新村|号楼|室|楼|层|栋|幢|座|单元|村|镇|乡|街道|路|号|区|门面|仓库)$|^\d{6}$|^\d{1,4}(?:-\d{1,4})*$)"));
    return form.match(text).hasMatch();
}

qsizetype placeBehindWords(const QString& text)
{
    constexpr qsizetype mostWords = 8;
    for (qsizetype i = 1; i <= mostWords && i < text.size(); ++i) {
        const QString from = text.mid(i);
        if (placePrefix(from) == 0) {
            continue;
        }
        const Address parts = splitAddress(from);
        if (!parts.city.isEmpty() && !parts.district.isEmpty() && !parts.street.isEmpty()) {
            return i;
        }
    }
    return 0;
}

PastedKind hanPlace(const QString& text)
{
    static const QRegularExpression streetLike(
        QStringLiteral("[路街道巷弄里村镇乡号室楼栋幢座层园区厦]"));
    static const QRegularExpression bareStreet(QStringLiteral("^[^省市县，,]{1,10}?")
                                               + streetWithNumber().pattern());
    const Address parts = splitAddress(text);
    const int levels = int(!parts.province.isEmpty())
        + int(!parts.city.isEmpty() && parts.city != parts.province)
        + int(!parts.district.isEmpty());
    if (levels > 0 && parts.street.isEmpty()) {
        return PastedKind::Region;
    }
    const bool isAddress = (levels > 0 && streetLike.match(parts.street).hasMatch())
        || bareStreet.match(text).hasMatch();
    return isAddress ? PastedKind::Address : PastedKind::Unknown;
}

PastedKind hanKind(const QString& text)
{
    static const QRegularExpression addressee(QStringLiteral(
        "^(?:收|亲收|先生|女士|小姐|联系人|收件人|收货人|电话|手机|(?:收货|收件|公司)?地址)$"));
    if (isClosingPhrase(text) || addressee.match(text).hasMatch()) {
        return PastedKind::Nothing;
    }
    if (endsAsCompany(text) && !streetWithNumber().match(text).hasMatch()) {
        return PastedKind::Name;
    }
    if (const PastedKind place = hanPlace(text); place != PastedKind::Unknown) {
        return place;
    }
    return isJobTitle(text)   ? PastedKind::Position
        : isPersonsName(text) ? PastedKind::Contact
                              : PastedKind::Unknown;
}

PastedKind westernKind(const QString& text)
{
    return isClosingPhrase(text)               ? PastedKind::Nothing
        : endsAsCompany(text)                  ? PastedKind::Name
        : isJobTitle(text)                     ? PastedKind::Position
        : isPersonsName(ordinaryLetters(text)) ? PastedKind::Contact
                                               : PastedKind::Unknown;
}

} // namespace core
