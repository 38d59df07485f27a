/// UserSettings: what the window remembers for one person in one office on this computer: columns, widths, orders,
/// sizes and places. Lies in the
/// program's settings under user/<office>/<person>/…, readable by anybody who can read the person's files, so nothing of a client
/// ever goes in here (typed filters neither). Thread of the window.
///
///     UserSettings settings(jobs.access());
///     settings.set("list/layout", text);
#pragma once

#include "core/workspace/OfficeAccess.h"

#include <QAnyStringView>
#include <QString>
#include <QVariant>

namespace ui {

class UserSettings
{
public:
    explicit UserSettings(const core::OfficeAccess& access);

    [[nodiscard]] QVariant value(QAnyStringView key, const QVariant& otherwise = {}) const;
    void set(QAnyStringView key, const QVariant& value) const;

private:
    QString m_group;
};

} // namespace ui
