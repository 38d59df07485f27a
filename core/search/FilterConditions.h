/// FilterConditions: one comparison of a filter after the other -> SQL, with its values apart; what each name and sign means
/// (FilterExpression.h says it, and reads the text). Pure, any thread.
#pragma once

#include "core/search/FilterExpression.h"

namespace core {

struct FilterCondition
{
    QString name;
    QString op; ///< = != ~ ^ < <= > >=
    QString value;
};

class FilterConditions
{
public:
    FilterConditions(QDateTime now, SealedCode sealedCode, const QTimeZone& zone)
        : m_now(std::move(now))
        , m_zone(zone)
        , m_sealedCode(std::move(sealedCode))
    { }

    /// `wrong` says where it stands, for one that means nothing. Its values stand behind those of the one before.
    Result<QString> toSql(const FilterCondition& condition, Error wrong);
    /// `sql` joins what toSql() gave.
    [[nodiscard]] Filter filter(const QString& sql)
    {
        m_filter.sql = sql;
        return m_filter;
    }

private:
    QString bind(const QString& value);
    Result<QString> compareSealed(Field field, const FilterCondition& condition);
    QString flag(const QString& name);
    Result<QString>
    compareTime(Field field, const QString& column, const FilterCondition& condition);
    QString partly(Field field, const QString& column, const FilterCondition& condition);
    Result<QString> compare(Field field, const FilterCondition& condition);

    QDateTime m_now;
    QTimeZone m_zone;
    SealedCode m_sealedCode;
    Error m_wrong;
    Filter m_filter;
};

} // namespace core
