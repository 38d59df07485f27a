#include "core/reports/Freshness.h"

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

QString Freshness::filter() const
{
    return QStringLiteral("(activity=potential and updated_at<%1 or activity=dormant and "
                          "updated_at<%2 or activity!=potential and activity!=dormant and "
                          "updated_at<%3)")
        .arg(QString::fromStdString(m_potential),
             QString::fromStdString(m_dormant),
             QString::fromStdString(m_active));
}

} // namespace core
