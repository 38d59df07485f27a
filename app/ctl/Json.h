/// How values of core look in the command line's JSON: the field names of the contract, times in ISO 8601 with their
/// offset in the office's time zone.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/records/ClientService.h"
#include "core/security/UserStore.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

namespace ctl {

[[nodiscard]] QString timeText(const QDateTime& utc, const QTimeZone& zone);
[[nodiscard]] QJsonObject clientJson(const core::Client& client, const QTimeZone& zone);
[[nodiscard]] QJsonArray findingsJson(const core::Findings& findings);
/// Fields that two people changed; null where this user may not see a value.
[[nodiscard]] QJsonArray conflictsJson(const std::vector<core::EditConflict>& conflicts,
                                       const QTimeZone& zone);
[[nodiscard]] QJsonArray duplicatesJson(const std::vector<core::DuplicateHint>& hints);
[[nodiscard]] QJsonArray idsJson(const std::vector<core::ClientId>& ids);
[[nodiscard]] QJsonObject userJson(const core::User& user);

/// The office's numbers as people write them: R-12, M-3, B-7.
template <typename Pk>
[[nodiscard]] QString numbered(char letter, Pk pk)
{
    return QLatin1Char(letter) + QStringLiteral("-") + QString::number(pk.value);
}
/// "R-12", "r12" or "12" -> 12; 0 where it is none.
[[nodiscard]] std::int64_t numberIn(QStringView text);

} // namespace ctl
