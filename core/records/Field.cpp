#include "core/records/Field.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

namespace field_table {

using enum Field; // its words ("Contact") mean other things outside

constexpr std::array<FieldInfo, fieldCount> rows{{
    {Id, "id", FieldLevel::System, false, true},
    {Type, "type", FieldLevel::Important, true, true},
    {Name, "name", FieldLevel::Important, true, true},
    {Contact, "contact", FieldLevel::Ordinary, true, true},
    {Position, "position", FieldLevel::Ordinary, false, false},
    {Phone, "phone", FieldLevel::Ordinary, true, true},
    {Email, "email", FieldLevel::Ordinary, false, false},
    {OtherPhones, "other_phones", FieldLevel::Ordinary, false, false},
    {OtherEmails, "other_emails", FieldLevel::Ordinary, false, false},
    {Province, "province", FieldLevel::Ordinary, false, false},
    {City, "city", FieldLevel::Ordinary, false, true},
    {District, "district", FieldLevel::Ordinary, false, false},
    {Street, "street", FieldLevel::Ordinary, false, false},
    {Postcode, "postcode", FieldLevel::Ordinary, false, false},
    {Country, "country", FieldLevel::Ordinary, false, false},
    {Industry, "industry", FieldLevel::Important, true, false},
    {Activity, "activity", FieldLevel::Free, false, true},
    {Owner, "owner", FieldLevel::Ordinary, false, true},
    {Source, "source", FieldLevel::Free, false, false},
    {CreditCode, "credit_code", FieldLevel::Important, false, false},
    {IdNumber, "id_number", FieldLevel::Sealed, false, false},
    {BankAccount, "bank_account", FieldLevel::Sealed, false, false},
    {Website, "website", FieldLevel::Free, false, false},
    {Tags, "tags", FieldLevel::Free, false, false},
    {Notes, "notes", FieldLevel::Free, false, false},
    {Contacts, "contacts", FieldLevel::Ordinary, false, false},
    {Custom, "custom", FieldLevel::Free, false, false},
    {Status, "status", FieldLevel::System, false, true},
    {CreatedAt, "created_at", FieldLevel::System, false, false},
    {UpdatedAt, "updated_at", FieldLevel::System, false, false},
    {LastContactAt, "last_contact_at", FieldLevel::Free, false, false},
    {Version, "version", FieldLevel::System, false, false},
}};

} // namespace field_table

constexpr const std::array<FieldInfo, fieldCount>& fieldTable = field_table::rows;

constexpr bool tableIsInOrder()
{
    for (std::size_t i = 0; i < fieldTable.size(); ++i) {
        if (indexOf(fieldTable[i].field) != i) {
            return false;
        }
    }
    return true;
}
static_assert(tableIsInOrder());

struct LabelPair
{
    const char* english;
    const char16_t* chinese;
};

// English labels are also the source texts of the translation; Chinese stands here a second time because a file's
// header must be understood in either language, whichever is loaded.
constexpr std::array<LabelPair, fieldCount> labelTable{{
    {QT_TRANSLATE_NOOP("core::Field", "Client ID"), u"客户编号"},
    {QT_TRANSLATE_NOOP("core::Field", "Type"), u"客户类型"},
    {QT_TRANSLATE_NOOP("core::Field", "Name"), u"客户名称"},
    {QT_TRANSLATE_NOOP("core::Field", "Contact"), u"联系人"},
    {QT_TRANSLATE_NOOP("core::Field", "Position"), u"职务"},
    {QT_TRANSLATE_NOOP("core::Field", "Phone"), u"电话"},
    {QT_TRANSLATE_NOOP("core::Field", "Email"), u"电子邮箱"},
    {QT_TRANSLATE_NOOP("core::Field", "Other phones"), u"其他电话"},
    {QT_TRANSLATE_NOOP("core::Field", "Other emails"), u"其他邮箱"},
    {QT_TRANSLATE_NOOP("core::Field", "Province"), u"省"},
    {QT_TRANSLATE_NOOP("core::Field", "City"), u"市"},
    {QT_TRANSLATE_NOOP("core::Field", "District"), u"区县"},
    {QT_TRANSLATE_NOOP("core::Field", "Street"), u"详细地址"},
    {QT_TRANSLATE_NOOP("core::Field", "Postcode"), u"邮政编码"},
    {QT_TRANSLATE_NOOP("core::Field", "Country"), u"国家"},
    {QT_TRANSLATE_NOOP("core::Field", "Industry"), u"所属行业"},
    {QT_TRANSLATE_NOOP("core::Field", "Activity"), u"活跃程度"},
    {QT_TRANSLATE_NOOP("core::Field", "Owner"), u"负责人"},
    {QT_TRANSLATE_NOOP("core::Field", "Source"), u"信息来源"},
    {QT_TRANSLATE_NOOP("core::Field", "Credit code"), u"统一社会信用代码"},
    {QT_TRANSLATE_NOOP("core::Field", "ID number"), u"身份证号"},
    {QT_TRANSLATE_NOOP("core::Field", "Bank account"), u"银行账号"},
    {QT_TRANSLATE_NOOP("core::Field", "Website"), u"网站"},
    {QT_TRANSLATE_NOOP("core::Field", "Tags"), u"标签"},
    {QT_TRANSLATE_NOOP("core::Field", "Notes"), u"备注"},
    {QT_TRANSLATE_NOOP("core::Field", "Further contacts"), u"其他联系人"},
    {QT_TRANSLATE_NOOP("core::Field", "Own fields"), u"自定义字段"},
    {QT_TRANSLATE_NOOP("core::Field", "Status"), u"状态"},
    {QT_TRANSLATE_NOOP("core::Field", "Created"), u"创建时间"},
    {QT_TRANSLATE_NOOP("core::Field", "Updated"), u"更新时间"},
    {QT_TRANSLATE_NOOP("core::Field", "Last contact"), u"最近联系时间"},
    {QT_TRANSLATE_NOOP("core::Field", "Version"), u"版本"},
}};

} // namespace

std::span<const FieldInfo> allFields()
{
    return fieldTable;
}

const FieldInfo& fieldInfo(Field field)
{
    return fieldTable[indexOf(field)];
}

QString fieldName(Field field)
{
    return QString::fromLatin1(fieldInfo(field).name);
}

std::optional<Field> fieldByName(QStringView name)
{
    for (const FieldInfo& info : fieldTable) {
        if (name.compare(QLatin1String(info.name), Qt::CaseInsensitive) == 0) {
            return info.field;
        }
    }
    return std::nullopt;
}

QString fieldLabel(Field field)
{
    return QCoreApplication::translate("core::Field", labelTable[indexOf(field)].english);
}

FieldLabels fieldLabels(Field field)
{
    const LabelPair& pair = labelTable[indexOf(field)];
    return {QString::fromLatin1(pair.english), QString::fromUtf16(pair.chinese)};
}

QString sayableFieldName(const QString& typed)
{
    constexpr qsizetype longestName = 20;
    const bool couldBeOne
        = typed.size() <= longestName && std::all_of(typed.begin(), typed.end(), [](QChar letter) {
              return letter == u'_' || (letter >= u'a' && letter <= u'z');
          });
    return couldBeOne ? typed : QStringLiteral("…");
}

bool isEditable(Field field)
{
    return fieldInfo(field).level != FieldLevel::System;
}

bool isSealed(Field field)
{
    return fieldInfo(field).level == FieldLevel::Sealed;
}

bool isOfCompanies(Field field)
{
    return field == Field::Position || field == Field::CreditCode;
}

bool isAddressField(Field field)
{
    return std::find(addressFields.begin(), addressFields.end(), field) != addressFields.end();
}

} // namespace core
