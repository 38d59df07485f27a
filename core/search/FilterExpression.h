/// FilterExpression: "owner=li and (city=苏州市 or stale=yes)" -> a condition of SQL with its values apart.
///
///     expression := term { or term };  term := factor { and factor };  factor := ( expression ) | name op value
///     op := = != ~ ^ < >     value := a word, or "…" with blanks, a quotation mark in it twice; empty for "is empty"
///
/// ~ is "contains", ^ "begins with"; both without regard to case.
///
/// Names are fields, tag, and stale, incomplete, pending, possible_duplicate, archive_due, retention_due with yes or no.
/// Values are standardized like typed ones, so phone=13800138000 finds the stored number and city=北京 those in 北京市. A day,
/// month or year is one of the office's time zone (TimeSpan.h); "<" means before it, ">" after it, "<=" and ">=" with it. "==" and
/// "<>" are read as "=" and "!=". Pure, any thread.
#pragma once

#include "core/base/Result.h"
#include "core/records/Field.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <vector>

namespace core {

struct Filter
{
    QString sql; ///< a condition over "clients c LEFT JOIN users o", never empty
    QStringList values; ///< for its ? in order
    bool namesStatus = false; ///< the default "active only" does not apply
    bool namesTrash = false; ///< what lies in the trash is asked for by its name
    std::vector<Field>
        fields{}; ///< what it asks about: nobody learns by a filter what he may not see
};

/// The code by which a confidential value is found (security/SealedValue.h); empty for who has not the role.
using SealedCode = std::function<QByteArray(Field field, const QString& value)>;

/// A value as it stands in a filter, whatever signs are in it.
[[nodiscard]] QString filterValue(const QString& value);
/// Both of them; either may be empty.
[[nodiscard]] QString bothFilters(const QString& one, const QString& other);

/// The text as the log may keep it: without the confidential values that it asks for.
[[nodiscard]] QString loggableFilter(const QString& text);

/// Invalid, with the place, where the text is no filter. `now` is what stale and due are measured from. Denied where a
/// confidential value is looked for without the role. `zone` is the office's.
Result<Filter> parseFilter(QStringView text,
                           const QDateTime& now,
                           const SealedCode& sealedCode = {},
                           const QTimeZone& zone = QTimeZone::utc());

} // namespace core
