#include "core/exchange/HeaderWords.h"

#include "core/standardize/TextForm.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace core {

namespace {

struct WordList
{
    ColumnTarget target;
    const char16_t* words = nullptr; ///< folded, apart by |
};

constexpr ColumnTarget field(Field which)
{
    return {ColumnUse::ToField, which};
}

constexpr ColumnTarget kind(ColumnUse which)
{
    return {which, Field::Id};
}

// The words of programs that offices export from, as foldHeader() leaves them. A word stands once.
constexpr std::array wordLists{
    WordList{field(Field::Name),
             u"客户名称|客户名|客户|客户简称|往来单位|往来单位名称|名称|姓名|客户姓名|名字|"
             u"客户全称|全名|name|full name|display "
             u"name|customer|customer name|client|"
             u"client name|lead name|contact full name|kunde|kundenname"},
    WordList{kind(ColumnUse::Organization),
             u"公司|公司名称|公司名|单位|单位名称|企业|企业名称|工作单位|组织|组织名称|机构名称|"
             u"公司全称|company|company name|organization|"
             u"organisation|organization name|organization 1 name|account|account name|business "
             u"name|employer|firma|firmenname|"
             u"unternehmen|firmenbezeichnung"},
    WordList{kind(ColumnUse::GivenName),
             u"first name|given name|given names|forename|forenames|fname|vorname|名"},
    WordList{kind(ColumnUse::MiddleName), u"middle name|additional name|zweiter vorname"},
    WordList{kind(ColumnUse::FamilyName),
             u"last name|family name|surname|lname|nachname|familienname|姓|姓氏"},
    WordList{kind(ColumnUse::NameTitle),
             u"name prefix|prefix|salutation|courtesy title|name title|anrede|titel|akademischer "
             u"titel|称谓|尊称|称呼"},
    WordList{kind(ColumnUse::NameSuffix), u"name suffix|suffix|namenszusatz"},
    WordList{field(Field::Contact),
             u"联系人|联系人姓名|主联系人|主要联系人|首要联系人|对接人|contact|contact "
             u"name|contact person|primary contact|main contact|"
             u"key contact|attention|ansprechpartner|kontakt|kontaktperson"},
    WordList{field(Field::Position),
             u"职务|职位|岗位|头衔|联系人职务|position|job title|jobtitle|role|organization "
             u"title|funktion|"
             u"stellung|berufsbezeichnung"},
    WordList{kind(ColumnUse::Mobile),
             u"手机|手机号|手机号码|移动电话|移动电话号码|联系手机|联系人手机|mobile|mobile "
             u"phone|mobile number|mobile no|cell|cell phone|"
             u"cellphone|handy|mobil|mobiltelefon|mobilnummer|handynummer"},
    WordList{field(Field::Phone),
             u"电话|电话号码|联系电话|联系方式|固定电话|座机|固话|办公电话|公司电话|单位电话|"
             u"客户电话|联系人电话|phone|phone number|telephone|"
             u"telephone number|tel|tel no|phone no|phone value|main phone|business phone|work "
             u"phone|office phone|company main phone|"
             u"primary phone|contact phone|telefon|telefonnummer|tel nr|festnetz|geschaftstelefon"},
    WordList{field(Field::OtherPhones),
             u"其他电话|备用电话|其它电话|电话2|手机2|电话 2|手机 2|住宅电话|家庭电话|other "
             u"phone|other phones|phone 2|phone2|business phone 2|"
             u"home phone|home phone 2|alternate phone|secondary phone|assistants phone|weitere "
             u"telefonnummer|telefon 2|privattelefon"},
    WordList{field(Field::Email),
             u"电子邮箱|电子邮件|邮箱|邮件|邮箱地址|电邮|联系邮箱|email|e mail|mail|email "
             u"address|e mail address|e mail value|email value|"
             u"contact email|work email|business email|emailadresse|e mail adresse"},
    WordList{field(Field::OtherEmails),
             u"其他邮箱|备用邮箱|邮箱2|邮箱 2|other email|other emails|email 2|e mail 2 address|e "
             u"mail 3 address|secondary email|"
             u"alternate email|home email"},
    WordList{field(Field::Province),
             u"省|省份|省市|省直辖市|省 直辖市|所在省|所在省份|省 "
             u"自治区|province|state|region|state province|state region|province state|"
             u"bundesland|address region"},
    WordList{
        field(Field::City),
        u"市|城市|所在城市|所在市|地市|地级市|city|town|city town|ort|stadt|address city|wohnort"},
    WordList{
        field(Field::District),
        u"区|县|区县|区 县|县区|县 区|所在区|所在区县|县市区|district|county|borough|stadtteil"},
    WordList{field(Field::Street),
             u"详细地址|街道|街道地址|门牌号|具体地址|street|street address|address line 1|address "
             u"street|street 1|strasse|strasse nr|"
             u"strasse hausnummer|strasse und hausnummer"},
    WordList{kind(ColumnUse::Address),
             u"地址|联系地址|通讯地址|通信地址|公司地址|单位地址|办公地址|客户地址|注册地址|"
             u"邮寄地址|收货地址|address|address formatted|"
             u"formatted address|full address|mailing address|business address|company "
             u"address|billing address|postal address|"
             u"adresse|anschrift"},
    WordList{field(Field::Postcode),
             u"邮编|邮政编码|postcode|post code|postal code|zip|zip code|zip postal code|billing "
             u"code|mailing zip|plz|postleitzahl|"
             u"address postal code"},
    WordList{field(Field::Country),
             u"国家|国家地区|国家 地区|国别|country|country region|country "
             u"code|nation|land|address country"},
    WordList{field(Field::Industry),
             u"所属行业|行业|行业类别|行业分类|客户行业|industry|sector|industry type|line of "
             u"business|branche"},
    WordList{field(Field::Activity),
             u"活跃程度|活跃度|客户活跃度|activity|activity class|activity level"},
    WordList{
        field(Field::Type),
        u"客户类型|类型|客户类别|客户性质|类别|type|client type|customer type|kundentyp|kundenart"},
    WordList{
        field(Field::Owner),
        u"负责人|客户负责人|客户经理|业务员|销售员|销售人员|所属销售|跟进人|归属人|owner|account "
        u"owner|contact owner|record owner|"
        u"client owner|sales rep|salesperson|account manager|assigned to|betreuer|kundenbetreuer"},
    WordList{field(Field::Source), u"信息来源|来源|客户来源|source|lead source"},
    WordList{field(Field::CreditCode),
             u"统一社会信用代码|社会信用代码|信用代码|统一信用代码|营业执照|营业执照号|"
             u"营业执照号码|税号|纳税人识别号|组织机构代码|注册号|工商注册号|"
             u"credit code|unified social credit code|uscc|registration number|business "
             u"registration number|company registration number|"
             u"tax id|tax number|handelsregisternummer"},
    WordList{field(Field::Website),
             u"网站|网址|官网|公司网站|公司网址|主页|website|web site|web "
             u"page|webpage|homepage|url|web|website value|company website|"
             u"internet|webseite"},
    WordList{field(Field::Tags),
             u"标签|客户标签|分组|tags|tag|labels|categories|category|group "
             u"membership|schlagworte|schlagworter|kategorien"},
    WordList{field(Field::Notes),
             u"备注|说明|备注信息|客户备注|描述|notes|note|remark|remarks|comment|comments|"
             u"description|memo|bemerkung|bemerkungen|notiz|"
             u"notizen|anmerkung|anmerkungen"},
    WordList{field(Field::LastContactAt),
             u"最近联系时间|上次联系时间|最后联系时间|最近联系|上次联系|最后联系|最近联系日期|"
             u"上次联系日期|最近跟进时间|最后跟进时间|last contact|"
             u"last contact at|last contacted|last contact date|last activity|last activity "
             u"time|last activity date|letzter kontakt"},
    WordList{kind(ColumnUse::LeftOut),
             u"序号|序|行号|no|nr|row|row number|index|#|lfd nr|phone label|e mail label|email "
             u"label|address label|website label|"
             u"e mail type|email type|photo|file as|e mail display name"},
};

/// Words before which a header means the same.
constexpr std::array<const char16_t*, 12> prefixes{u"business ",
                                                   u"billing ",
                                                   u"mailing ",
                                                   u"work ",
                                                   u"primary ",
                                                   u"customer ",
                                                   u"client ",
                                                   u"account ",
                                                   u"contact ",
                                                   u"客户",
                                                   u"公司",
                                                   u"联系人"};

const QHash<QString, ColumnTarget>& words()
{
    static const QHash<QString, ColumnTarget> table = [] {
        QHash<QString, ColumnTarget> map;
        for (const WordList& list : wordLists) {
            for (const QString& word : QString::fromUtf16(list.words).split(u'|')) {
                map.insert(word, list.target);
            }
        }
        // The program's own words come last and prevail.
        for (const FieldInfo& info : allFields()) {
            ColumnTarget target = field(info.field);
            if (info.level == FieldLevel::Sealed) {
                target = {ColumnUse::Sealed, info.field};
            } else if (info.level == FieldLevel::System && info.field != Field::Id) {
                target = {ColumnUse::LeftOut, info.field};
            }
            const FieldLabels labels = fieldLabels(info.field);
            for (const QString& word : {fieldName(info.field), labels.english, labels.chinese}) {
                map.insert(foldHeader(word), target);
            }
        }
        return map;
    }();
    return table;
}

struct KindName
{
    ColumnUse kind;
    const char* name;
};

constexpr std::array<KindName, 9> kindNames{{
    {ColumnUse::Custom, "custom"},
    {ColumnUse::Sealed, "sealed"},
    {ColumnUse::GivenName, "given_name"},
    {ColumnUse::MiddleName, "middle_name"},
    {ColumnUse::FamilyName, "family_name"},
    {ColumnUse::NameTitle, "name_title"},
    {ColumnUse::NameSuffix, "name_suffix"},
    {ColumnUse::Organization, "organization"},
    {ColumnUse::Address, "address"},
}};

} // namespace

QString columnUseName(const ColumnTarget& target)
{
    const bool isNamedSealed = target.use == ColumnUse::Sealed && isSealed(target.field);
    if (target.use == ColumnUse::ToField || isNamedSealed) {
        return fieldName(target.field);
    }
    if (target.use == ColumnUse::MixedCode || target.use == ColumnUse::Mobile) {
        return fieldName(target.use == ColumnUse::Mobile ? Field::Phone : Field::CreditCode);
    }
    for (const KindName& entry : kindNames) {
        if (entry.kind == target.use) {
            return QLatin1String(entry.name);
        }
    }
    return {};
}

std::optional<ColumnTarget> columnUseByName(const QString& name)
{
    const QString word = name.trimmed().toLower();
    if (word.isEmpty()) {
        return kind(ColumnUse::LeftOut);
    }
    for (const KindName& entry : kindNames) {
        if (word == QLatin1String(entry.name)) {
            return kind(entry.kind);
        }
    }
    const auto found = fieldByName(word);
    if (!found) {
        return std::nullopt;
    }
    if (fieldInfo(*found).level == FieldLevel::Sealed) {
        return ColumnTarget{ColumnUse::Sealed, *found};
    }
    return *found == Field::Id || isEditable(*found) ? std::optional(field(*found)) : std::nullopt;
}

QString foldHeader(QStringView header)
{
    static const QRegularExpression hint(
        QStringLiteral(
            "[(（\\[【][^)）\\]】]*(?:必填|选填|required|optional|pflicht)[^)）\\]】]*[)）\\]】]"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression signs(
        QStringLiteral(R"([\s_\-–—/\\.:：()（）\[\]【】*＊'’"“”,，、&]+)"));
    QString text = header.toString();
    text.remove(hint);
    text.replace(u'ß', QStringLiteral("ss"));
    text = foldText(cleanText(text));
    text.replace(signs, QStringLiteral(" "));
    return text.trimmed();
}

std::optional<ColumnTarget> headerTarget(QStringView header)
{
    const QString folded = foldHeader(header);
    if (folded.isEmpty()) {
        return std::nullopt;
    }
    static const QRegularExpression idWords(QStringLiteral(
        "身份证|证件号|护照号|\\bid "
        "(?:number|no|card)\\b|\\bidentity\\b|\\bidentification\\b|\\bnational id\\b|"
        "\\bssn\\b|\\bsoc(?:ial)? sec|\\bpassport (?:number|no)\\b|ausweisnummer"));
    static const QRegularExpression bankWords(QStringLiteral(
        "银行(?:账|帐|卡)|开户(?:账|帐)号|银行 (?:账|帐)号|收款账号|对公账号|\\bbank "
        "account\\b|\\bbank card\\b|\\biban\\b|"
        "\\bcredit card\\b|\\bcard (?:number|no)\\b|kontonummer|bankverbindung"));
    static const QRegularExpression codeWords(
        QStringLiteral("信用代码|营业执照|税号|纳税人识别号|组织机构代码|\\bcredit "
                       "code\\b|\\bregistration (?:number|no)\\b|\\btax\\b"));
    const bool isId = idWords.match(folded).hasMatch();
    if (isId && codeWords.match(folded).hasMatch()) {
        return kind(ColumnUse::MixedCode);
    }
    if (isId || bankWords.match(folded).hasMatch()) {
        return ColumnTarget{ColumnUse::Sealed, isId ? Field::IdNumber : Field::BankAccount};
    }
    const auto& table = words();
    if (const auto found = table.find(folded); found != table.end()) {
        return *found;
    }
    // Known for what it is, so that its numbers are no telephone's; a telephone and fax in one column is a telephone's.
    static const QRegularExpression faxWords(QStringLiteral(
        "^(?:(?!电话|手机|座机|phone|tel\\b|telefon|mobil).)*(?:传真|\\b(?:tele)?fax)"));
    if (faxWords.match(folded).hasMatch()) {
        return kind(ColumnUse::Ignored);
    }
    // "Phone 3 - Value" is one more phone; a second address is not a part of the first.
    static const QRegularExpression numbered(QStringLiteral("^(.*?)\\s?(\\d{1,2})(\\s.*|)$"));
    if (const auto match = numbered.match(folded); match.hasMatch()) {
        const QString bare = QString(match.captured(1) + match.captured(3)).trimmed();
        const auto found = table.find(bare);
        const bool first = match.captured(2) == QLatin1String("1");
        if (found != table.end()) {
            const bool many = *found == field(Field::Phone) || *found == field(Field::Email)
                || *found == kind(ColumnUse::Mobile) || *found == field(Field::Notes)
                || found->use == ColumnUse::LeftOut;
            if (first || many) {
                return *found;
            }
        }
        return std::nullopt;
    }
    for (const char16_t* prefix : prefixes) {
        const QStringView word(prefix);
        if (folded.startsWith(word)) {
            const auto found = table.find(folded.mid(word.size()));
            // "客户编号" is the office's own word; "客户序号" says nothing of a client.
            if (found != table.end() && found->use != ColumnUse::LeftOut
                && *found != field(Field::Id)) {
                return *found;
            }
        }
    }
    return std::nullopt;
}

} // namespace core
