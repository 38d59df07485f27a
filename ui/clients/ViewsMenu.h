/// ViewsMenu: the saved views of the list, own ones and the office's: reads them, lists them in a menu, saves what the list shows
/// now under a name, renames and removes. What a view is made of it is told by the page. Thread of the window.
#pragma once

#include "core/search/SavedViews.h"
#include "ui/jobs/OfficeJobs.h"

#include <QObject>

#include <functional>
#include <vector>

class QMenu;
class QWidget;

namespace ui {

class ViewDialog;

class ViewsMenu : public QObject
{
    Q_OBJECT

public:
    /// `now`: filter and layout of the list as it is.
    ViewsMenu(OfficeJobs& jobs, std::function<core::SavedView()> now, QWidget* parent);

    void refresh();
    [[nodiscard]] const std::vector<core::SavedView>& views() const { return m_views; }
    /// The view that the list shows; invalid where it shows none, or no longer exactly that.
    [[nodiscard]] core::ViewPk current() const { return m_current; }
    void setCurrent(core::ViewPk view);
    /// Views to choose, and what can be done with them.
    void addTo(QMenu* menu);
    void saveAs();

Q_SIGNALS:
    /// Other views, or another current one.
    void changed();
    void chosen(const core::SavedView& view);
    void said(const QString& text,
              const QString& undoLabel = {},
              const std::function<void()>& undo = {});

private:
    [[nodiscard]] const core::SavedView* currentView() const;
    [[nodiscard]] bool mayShare() const;
    [[nodiscard]] bool mayChange(const core::SavedView& view) const;
    ViewDialog* openDialog(const QString& title, const QString& verb);
    void rename(const core::SavedView& view);
    void remove(const core::SavedView& view);
    void save(const core::SavedView& view, ViewDialog* dialog, const QString& words);

    OfficeJobs& m_jobs;
    std::function<core::SavedView()> m_now;
    QWidget* m_window;
    std::vector<core::SavedView> m_views;
    core::ViewPk m_current;
};

} // namespace ui
