/// RowBuilder: the cells of one row -> the values of one record: name parts, phones, addresses and codes of several columns
/// put together. ImportPlan calls it. Pure, one row each.
#pragma once

#include "core/exchange/ImportPlan.h"
#include "core/standardize/AddressLine.h"
#include "core/standardize/NameKind.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace core {

/// Puts together what several columns say about one client.
class RowBuilder
{
public:
    RowBuilder(const ColumnMapping& mapping, const MappingHints& hints, ImportRow& row)
        : m_mapping(mapping)
        , m_hints(hints)
        , m_row(row)
    { }

    /// A cell of the file's column, from 0.
    void take(int column, const QString& raw);
    /// After the last cell: fills the row's values, or says why it can be no record.
    void finish();

private:
    void note(Field field, const char* rule);
    /// As an own field of the client; two columns of one name stand in it together.
    void keep(const QString& name, const QString& text);
    void takeCode(const QString& cell);
    void takeSealed(Field field, const QString& cell);
    void takePhone(QStringList& into, Field field, QString cell);
    void takeField(Field field, QString cell);
    [[nodiscard]] QString dateText(const QString& cell) const;
    void takeTags(QString cell);
    void takeCustom(const QString& cell);
    void putName();
    /// What a name leaves out of its title and suffix is kept beside it.
    void putTitle(const QString& person);
    void putAddress();
    /// The places at the beginning of the line are those that the row says.
    [[nodiscard]] bool agreesWithParts(const AddressLine& whole) const;
    [[nodiscard]] bool isSaidAlready(const AddressLine& line) const;
    void putParts(const AddressLine& line);
    void putPhones();
    void putEmails();
    void putType();
    /// A person's number with a slip in it is a person's number all the same.
    void checkCode();

    const ColumnMapping& m_mapping;
    const MappingHints& m_hints;
    ImportRow& m_row;
    int m_column = 0;
    int m_codeColumn = 0;
    bool m_isCompany = false;
    bool m_isPerson = false;
    NameParts m_name;
    QString m_titleHeader;
    QString m_suffixHeader;
    QString m_organization;
    QString m_organizationHeader;
    QString m_addressHeader;
    QString m_addressLines;
    QString m_address; ///< the same in one line
    QStringList m_mobiles;
    QStringList m_phones;
    QStringList m_otherPhones;
    QStringList m_emails;
    QStringList m_otherEmails;
    QJsonObject m_custom;
};

} // namespace core
