/// Leaving: closing the window or logging out while something typed is not saved or long work runs: asked once, in words that
/// name what would be lost; then saved, waited for or stopped, and only then left. The window stays usable meanwhile.
///
///     leaving.start(Leaving::Way::Close, [this] { … });     // at once where there is nothing to lose
///
/// Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace ui {

/// Something typed that is not saved.
struct Unsaved
{
    QString what; ///< "The new client that you are typing"
    std::function<bool()> isStill;
    std::function<void()> save; ///< may come to nothing; none: it cannot be saved from outside
    std::function<void()> discard;
    std::function<void()> show;
};

class Leaving : public QObject
{
    Q_OBJECT

public:
    enum class Way
    {
        Close,
        LogOut
    };
    using Gather = std::function<std::vector<Unsaved>()>;

    /// `gather` names what is unsaved at the moment.
    Leaving(OfficeJobs& jobs, QWidget& window, Gather gather);

    void start(Way way, std::function<void()> then);
    /// Somebody has decided to leave, and all that is still on its way is a save: nothing that could be lost.
    [[nodiscard]] bool isOnlyWaiting() const;
    /// For the page that unlocks: what would be lost or stopped if the office were left at the moment it is asked for, in words
    /// that name nobody; empty: nothing. Made before the windows are hidden, since what they hold unsaved is counted now.
    [[nodiscard]] std::function<QString()> lossInGeneral();

Q_SIGNALS:
    void said(const QString& text, const QString& undoLabel, const std::function<void()>& undo);

private:
    void ask(const std::vector<Unsaved>& unsaved);
    void saveAndWait(const std::vector<Unsaved>& unsaved);
    void giveUp(const std::vector<Unsaved>& unsaved);
    void sayWaiting();
    void look();
    void stay();

    OfficeJobs& m_jobs;
    QWidget& m_window;
    Gather m_gather;
    Way m_way = Way::Close;
    std::function<void()> m_then;
    QTimer m_soon{this};
    bool m_isAsking = false;
};

} // namespace ui
