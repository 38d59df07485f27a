#include "core/records/PastedLabels.h"

#include <iterator>

namespace core {

namespace {

constexpr auto patternOptions
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

QString nameLabel()
{
    return QStringLiteral(
        "(?:(?:公司|单位|企业|客户|开票|发票)(?:名称|全称|名|抬头)|公司|单位|企业|名称|抬头|客户|"
        R"(\bcompany(?: name)?|\bfirma|\bfirm|\bfirmenname|\bspolečnost|\bspoločnosť|\borgani[sz]ation))");
}

QString contactLabel()
{
    return QStringLiteral(
        "(?:联系人(?:姓名)?|联络人|收件人(?:姓名)?|收货人(?:姓名)?|收件方|收货方|收方|姓名|负责人|"
        "经办人|客户姓名|"
        R"(\bcontact(?: person| name)?|\b(?:full )?name|\battn|\battention|\brecipient|\breceiver|\bansprechpartner(?:in)?|\bkontakt(?:person|ní osoba)?|\bjméno|\bmeno))");
}

QString positionLabel()
{
    return QStringLiteral("(?:职位|职务|职称|岗位|头衔|"
                          R"(\b(?:job )?title|\bposition|\brole|\bfunktion|\bpozice|\bfunkce))");
}

QString regionLabel()
{
    return QStringLiteral("(?:所在地区|所在区域|省市区|地区)");
}

QString addressLabel()
{
    return QStringLiteral(
        "(?:(?:公司|单位|办公|联系|收货|收件|详细|通讯|通信|邮寄|注册|经营|工厂|快递|寄件|家庭)?(?:"
        "地址|住址|住所)(?:[、/及和]?电话)?|"
        R"(\baddr(?:ess)?|\badd|\b(?:street|office|postal|delivery|shipping) address|\badresse|\banschrift|\badresa|\bsídlo|(?<![\p{L}\d])A(?=\s*[:：])))");
}

QString otherLabel()
{
    return QStringLiteral(
        "(?:传真|法定代表人|法人代表|法人|微信号?|QQ号?|QQ|备注|留言|订单号?|快递单号|运单号|单号|"
        R"(\bfax|\bwechat|\bskype|\bwhatsapp|\blinkedin|\bnotes?|\border(?: no)?|\bvat(?: no| id)?|\bust-?id(?:-?nr)?|\bsteuernummer|\bhrb|\bi[čc]o?|\bdič|(?<![\p{L}\d])F(?=\s*[:.]|\s+\+)))");
}

QString confidentialLabel()
{
    return QStringLiteral(
        "(?:身份证(?:件)?(?:号码|号)?|证件(?:号码|号)|护照(?:号码|号)?|(?:公司|对公|基本)?(?:"
        "开户行|开户银行)(?:及账号|及帐号|名称)?|"
        "(?:银行|对公)?[账帐][号户](?:号码)?|银行卡号?|卡号|"
        R"(\biban|\bbic|\bswift(?: code)?|\baccount(?: no| number)?|\bbank(?: account| name)?|\bkonto(?:nummer)?|\bkontonr|\bbankverbindung|\bčíslo účtu|\búčet|\bid(?: card)?(?: no| number)?|\bpassport(?: no| number)?))");
}

/// A label with a colon behind, or with what `bare` says; the words up to the next label or the end of the part.
QRegularExpression labelled(const QString& label, const QString& bare)
{
    const QString any = u'(' + nameLabel() + u'|' + contactLabel() + u'|' + positionLabel() + u'|'
        + regionLabel() + u'|' + addressLabel() + u'|' + phoneLabel() + u'|' + emailLabel() + u'|'
        + websiteLabel() + u'|' + codeLabel() + u'|' + postcodeLabel() + u'|' + otherLabel() + u'|'
        + confidentialLabel() + u')';
    return QRegularExpression(
        label + QStringLiteral(R"((?:\.?\s*[:：]\s*|)") + bare
            + QStringLiteral(R"()[^\n;；|•\x1F]*?(?=\s*[,，、/]?\s*)") + any
            + QStringLiteral(R"(\.?\s*[:：]|\s*[,，、]?\s*)") + phoneLabel()
            + QStringLiteral(R"(\.?\s*[+(]?\d|\s*(?:[\n;；|•\x1F]|\s/\s|$)))"),
        patternOptions);
}

} // namespace

QString phoneLabel()
{
    return QStringLiteral(
        "(?:(?:联系人?|办公|公司|移动|固定|客服|服务|收货人?|收件人?)?(?:手机|电话|座机|固话)(?:"
        "号码|号)?(?:/微信)?|联系方式|热线|总机|"
        R"(\btel(?:efon|ephone)?(?:\.?\s*/\s*fax)?|\bmob(?:ile?)?(?: phone)?|\bcell(?: phone)?|\b(?:office |direct |work )?phone|\bph|\bhandy|\bdurchwahl|\bzentrale|\bdirect|\boffice|(?<![\p{L}\d])[TMPDOC](?=\s*[:.]|\s+\+)))");
}

QString emailLabel()
{
    return QStringLiteral(
        R"((?:电子邮箱|电子邮件|电子信箱|电邮|邮箱|邮件|\be-?mail(?: address)?|\bmail|(?<![\p{L}\d])E(?=\s*[:.])))");
}

QString websiteLabel()
{
    return QStringLiteral(
        R"((?:公司网址|公司网站|网址|网站|官网|\bweb(?:site|seite|page)?|\bhomepage|\binternet|\burl|(?<![\p{L}\d])W(?=\s*[:.])))");
}

QString codeLabel()
{
    return QStringLiteral(
        R"((?:统一社会信用代码|社会信用代码|信用代码|纳税人识别号|税务登记号|税号|营业执照号?|注册号|\b(?:unified social )?credit code|\buscc))");
}

QString postcodeLabel()
{
    return QStringLiteral(
        R"((?:邮政编码|邮编|郵遞區號|\bpost ?code|\bpostal code|\bzip(?: ?code)?|\bplz|\bpsč))");
}

const QRegularExpression& otherLabelled()
{
    static const QRegularExpression form = labelled(
        otherLabel(), QStringLiteral(R"((?<=传真|fax)\.?\s*(?=[+(]?\d)|(?<=F)\s+(?=\+))"));
    return form;
}

const QRegularExpression& confidentialLabelled()
{
    static const QRegularExpression form = labelled(
        confidentialLabel(), QStringLiteral(R"((?<=\p{Han})\s*(?=\d)|(?<=iban)\s+(?=[A-Z]{2}\d))"));
    return form;
}

std::vector<LabelledText> cutAtLabels(const QString& line)
{
    static const QRegularExpression labels(
        QStringLiteral(
            "(?:(%1)|(%2)|(%3)|(%4)|(%5)|(?:%6))\\.?\\s*[:：]\\s*|"
            // Without a colon: only where what follows has the right form.
            "(?<!\\p{Han})(联系人|收件人|收货人|姓名)\\s*(?=\\p{Han}{2,4}(?:[\\s,，]|$))|"
            "(?<!\\p{Han})((?:收货|收件|详细|联系|公司)?地址)\\s+(?=\\p{Han})")
            .arg(contactLabel(),
                 positionLabel(),
                 regionLabel(),
                 addressLabel(),
                 nameLabel(),
                 QStringList{phoneLabel(),
                             emailLabel(),
                             websiteLabel(),
                             codeLabel(),
                             postcodeLabel(),
                             otherLabel(),
                             confidentialLabel()}
                     .join(u'|')),
        patternOptions);
    constexpr SaidAs kinds[]{SaidAs::Other,
                             SaidAs::Contact,
                             SaidAs::Position,
                             SaidAs::Region,
                             SaidAs::Address,
                             SaidAs::Name,
                             SaidAs::Contact,
                             SaidAs::Address};
    std::vector<LabelledText> parts;
    LabelledText open{};
    auto matches = labels.globalMatch(line);
    while (matches.hasNext()) {
        const auto match = matches.next();
        open.text = line.mid(open.at, match.capturedStart() - open.at);
        parts.push_back(open);
        const int group = match.lastCapturedIndex();
        open = {kinds[group], match.captured(), {}, match.capturedEnd()};
    }
    open.text = line.mid(open.at);
    parts.push_back(open);
    return parts;
}

} // namespace core
