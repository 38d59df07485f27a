/// ClientPrints: clients as they come on paper: a record as a sheet, several as a list. Pure: what they are given they show; what
/// a person may see is core's business (PrintService). Any thread.
#pragma once

#include "core/records/Client.h"
#include "ui/printing/PrintPages.h"

#include <QTimeZone>

#include <vector>

namespace ui {

/// Head, contact details, address, the rest, as the profile has them.
[[nodiscard]] PrintTable sheetOf(const core::Client& client, const QTimeZone& zone);
[[nodiscard]] PrintTable listOf(const std::vector<core::Client>& clients,
                                const std::vector<core::Field>& fields);

} // namespace ui
