#include "core/search/Freshness.h"

namespace core {

namespace {

constexpr int activeMonths = 3;
constexpr int potentialMonths = 6;
constexpr int dormantMonths = 12;

std::string dayBefore(const QDateTime& now, int months)
{
    return now.toUTC().date().addMonths(-months).toString(Qt::ISODate).toStdString();
}

} // namespace

Freshness::Freshness(const QDateTime& now)
    : m_active(dayBefore(now, activeMonths))
    , m_potential(dayBefore(now, potentialMonths))
    , m_dormant(dayBefore(now, dormantMonths))
{ }

bool Freshness::isStale(std::string_view activity, std::string_view updatedAt) const
{
    const std::string& first = activity == "potential" ? m_potential
        : activity == "dormant"                        ? m_dormant
                                                       : m_active;
    return updatedAt < std::string_view(first);
}

QString Freshness::condition() const
{
    // The first part is by the index of updated_at.
    return QStringLiteral(
               "(c.updated_at < '%1' AND c.updated_at < CASE c.activity WHEN 'potential' THEN '%2' "
               "WHEN 'dormant' THEN '%3' ELSE '%1' END)")
        .arg(QString::fromStdString(m_active),
             QString::fromStdString(m_potential),
             QString::fromStdString(m_dormant));
}

} // namespace core
