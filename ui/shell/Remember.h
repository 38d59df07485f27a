/// Remember: what the window keeps of how a person has arranged it, for the person and office, on this computer: sizes,
/// split positions (UserSettings). No client data. Thread of the window.
///
///     remember(jobs, splitter, "clients");      // put back as it was last time, and noted when it is moved
#pragma once

#include <QRect>
#include <QString>
#include <QVector>

class QSplitter;
class QWidget;

namespace ui {

class OfficeJobs;

void remember(const OfficeJobs& jobs, QSplitter* splitter, const QString& name);

/// Size and place of a window, and whether it filled the screen.
void keepGeometry(const OfficeJobs& jobs, const QWidget& window, const QString& name);
/// False where nothing was kept. A window whose screen is gone comes back onto one that is there.
bool recallGeometry(const OfficeJobs& jobs, QWidget& window, const QString& name);

/// Where a window is put that wants to be at `wanted`: there, if one of the screens shows enough of it to take hold of
/// it; else in the middle of the first, no bigger than that. Pure.
[[nodiscard]] QRect ontoScreen(const QRect& wanted, const QVector<QRect>& screens);

} // namespace ui
