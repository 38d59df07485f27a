/// Client: one client record as a value, every field by name; and what is not a field: its row, its findings.
///
///     Client client;
///     client.set(Field::Name, QStringLiteral("苏州元诚科技有限公司"));
///     client.set(Field::Phone, QStringLiteral("+8651238183752x12"));
///
/// Values are in stored form: standardized text. Phones are E.164, an extension behind an 'x'
/// ("+8651238183752x12"), or as written where E.164 is not possible (a landline without area code). Industry is a
/// GB/T 4754 code where the list has it. What people read is made by ClientText.h, what they type is turned into this
/// form by ClientStandardizer.h. Empty text is "no value". Any thread.
#pragma once

#include "core/base/Id.h"
#include "core/records/Field.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <vector>

namespace core {

class ClientValues
{
public:
    [[nodiscard]] const QString& value(Field field) const { return m_values[indexOf(field)]; }
    void set(Field field, QString value) { m_values[indexOf(field)] = std::move(value); }
    [[nodiscard]] bool has(Field field) const { return !value(field).isEmpty(); }

    friend bool operator==(const ClientValues&, const ClientValues&) = default;

private:
    std::array<QString, fieldCount> m_values;
};

struct Client
{
    ClientPk pk;
    ClientValues values;
    int version = 0;
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC
    UserPk owner;
    ClientPk mergedInto; ///< set where this record was merged into another
    bool incomplete = false; ///< a required field is missing: a draft
    QStringList findings; ///< "field:rule" of values that came in although they break a rule

    [[nodiscard]] ClientId id() const { return {value(Field::Id)}; }
    [[nodiscard]] const QString& value(Field field) const { return values.value(field); }
    void set(Field field, QString text) { values.set(field, std::move(text)); }
};

/// One field of one record, before and after.
struct FieldChange
{
    Field field = Field::Id;
    QString before;
    QString after;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// What an edit changes, in the order of the field table; pure value.
using ChangeSet = std::vector<FieldChange>;

/// The editable fields in which two versions differ.
[[nodiscard]] ChangeSet differences(const ClientValues& before, const ClientValues& after);

} // namespace core
