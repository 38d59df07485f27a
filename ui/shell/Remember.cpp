#include "ui/shell/Remember.h"

#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/UserSettings.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSplitter>

#include <algorithm>

namespace ui {

void remember(const OfficeJobs& jobs, QSplitter* splitter, const QString& name)
{
    const UserSettings settings(jobs.access());
    const QString key = QStringLiteral("split/") + name;
    if (const QByteArray state = settings.value(key).toByteArray(); !state.isEmpty()) {
        splitter->restoreState(state);
    }
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [splitter, settings, key] {
        settings.set(key, splitter->saveState());
    });
}

void keepGeometry(const OfficeJobs& jobs, const QWidget& window, const QString& name)
{
    const QRect at = window.isMaximized() || window.isFullScreen() ? window.normalGeometry()
                                                                   : window.geometry();
    const UserSettings settings(jobs.access());
    settings.set(QString(QStringLiteral("window/%1/at").arg(name)), at);
    settings.set(QString(QStringLiteral("window/%1/full").arg(name)), window.isMaximized());
}

bool recallGeometry(const OfficeJobs& jobs, QWidget& window, const QString& name)
{
    const UserSettings settings(jobs.access());
    const QRect kept = settings.value(QString(QStringLiteral("window/%1/at").arg(name))).toRect();
    if (!kept.isValid()) {
        return false;
    }
    QVector<QRect> screens;
    for (const QScreen* screen : QGuiApplication::screens()) {
        screens.append(screen->availableGeometry());
    }
    window.setGeometry(ontoScreen(kept, screens));
    if (settings.value(QString(QStringLiteral("window/%1/full").arg(name))).toBool()) {
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
    }
    return true;
}

QRect ontoScreen(const QRect& wanted, const QVector<QRect>& screens)
{
    constexpr int enough = 120; // of its upper edge, to take hold of it
    const QRect edge(wanted.topLeft(), QSize(wanted.width(), enough / 3));
    const bool isSeen = std::any_of(screens.begin(), screens.end(), [&edge](const QRect& screen) {
        const QRect shown = screen.intersected(edge);
        return shown.width() >= enough && shown.height() >= edge.height() / 2;
    });
    if (isSeen || screens.isEmpty()) {
        return wanted;
    }
    const QRect& screen = screens.front();
    QRect moved(QPoint(), wanted.size().boundedTo(screen.size()));
    moved.moveCenter(screen.center());
    return moved;
}

} // namespace ui
