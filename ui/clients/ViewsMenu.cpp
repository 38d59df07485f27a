#include "ui/clients/ViewsMenu.h"

#include "core/security/Permissions.h"
#include "ui/clients/ViewDialog.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr qsizetype longestInMenu = 40;

QString menuWord(const QString& name)
{
    QString word = name.left(longestInMenu);
    return word.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ViewsMenu::ViewsMenu(OfficeJobs& jobs, std::function<core::SavedView()> now, QWidget* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_now(std::move(now))
    , m_window(parent)
{ }

void ViewsMenu::refresh()
{
    using Views = std::vector<core::SavedView>;
    m_jobs.run<Views>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.views().all(); },
        [this](core::Result<Views> views) {
            if (!views) {
                return; // the list says what is wrong with the office
            }
            m_views = *std::move(views);
            if (currentView() == nullptr) {
                m_current = {};
            }
            Q_EMIT changed();
        });
}

const core::SavedView* ViewsMenu::currentView() const
{
    const auto found
        = std::find_if(m_views.begin(), m_views.end(), [this](const core::SavedView& view) {
              return m_current.isValid() && view.pk == m_current;
          });
    return found == m_views.end() ? nullptr : &*found;
}

void ViewsMenu::setCurrent(core::ViewPk view)
{
    if (m_current != view) {
        m_current = view;
        Q_EMIT changed();
    }
}

bool ViewsMenu::mayShare() const
{
    return core::grantOf(m_jobs.session(), core::Action::ApproveOrdinary).direct
        != core::Scope::None;
}

bool ViewsMenu::mayChange(const core::SavedView& view) const
{
    return view.isShared ? mayShare() : view.owner == m_jobs.session().user;
}

void ViewsMenu::addTo(QMenu* menu)
{
    for (const core::SavedView& view : m_views) {
        QAction* action = menu->addAction(theme::icon(view.isShared ? "people" : "bookmark"),
                                          menuWord(view.name));
        action->setCheckable(true);
        action->setChecked(view.pk == m_current);
        connect(action, &QAction::triggered, this, [this, view] { Q_EMIT chosen(view); });
    }
    if (m_views.empty()) {
        menu->addAction(tr("No view is saved yet"))->setEnabled(false);
    }
    menu->addSeparator();
    connect(menu->addAction(theme::icon("add"), tr("Save as a view…")),
            &QAction::triggered,
            this,
            &ViewsMenu::saveAs);
    const core::SavedView* current = currentView();
    if (current == nullptr || !mayChange(*current)) {
        return;
    }
    const core::SavedView view = *current;
    connect(menu->addAction(theme::icon("edit"), tr("Rename “%1”…").arg(menuWord(view.name))),
            &QAction::triggered,
            this,
            [this, view] { rename(view); });
    connect(menu->addAction(tr("Save the list as it is now into “%1”").arg(menuWord(view.name))),
            &QAction::triggered,
            this,
            [this, view] {
                core::SavedView changed = m_now();
                changed.pk = view.pk;
                changed.version = view.version;
                changed.name = view.name;
                changed.isShared = view.isShared;
                save(changed, nullptr, tr("The view is saved."));
            });
    connect(menu->addAction(theme::icon("trash"), tr("Remove “%1”").arg(menuWord(view.name))),
            &QAction::triggered,
            this,
            [this, view] { remove(view); });
}

ViewDialog* ViewsMenu::openDialog(const QString& title, const QString& verb)
{
    auto* dialog = new ViewDialog(title, verb, mayShare(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void ViewsMenu::saveAs()
{
    ViewDialog* dialog = openDialog(tr("Save as a view"), tr("Save the view"));
    connect(dialog, &ViewDialog::wanted, this, [this, dialog](const QString& name, bool isShared) {
        core::SavedView view = m_now();
        view.name = name;
        view.isShared = isShared;
        save(view, dialog, tr("The view is saved."));
    });
    dialog->open();
}

void ViewsMenu::rename(const core::SavedView& view)
{
    ViewDialog* dialog = openDialog(tr("Rename the view"), tr("Rename"));
    dialog->setView(view.name, view.isShared);
    connect(dialog,
            &ViewDialog::wanted,
            this,
            [this, dialog, view](const QString& name, bool isShared) {
                core::SavedView renamed = view;
                renamed.name = name;
                renamed.isShared = isShared;
                save(renamed, dialog, tr("The view is renamed."));
            });
    dialog->open();
}

void ViewsMenu::save(const core::SavedView& view, ViewDialog* dialog, const QString& words)
{
    const QPointer<ViewDialog> asking(dialog);
    m_jobs.run<core::SavedView>(
        Lane::Log, // no client is another one for it
        this,
        [view](core::Office& office, core::Progress&) { return office.views().save(view); },
        [this, asking, words](const core::Result<core::SavedView>& saved) {
            if (!saved) {
                if (asking) {
                    asking->sayProblem(saved.error().message);
                } else {
                    showError(m_window, saved.error());
                }
                return;
            }
            if (asking) {
                asking->accept();
            }
            m_current = saved->pk;
            Q_EMIT said(words);
            refresh();
        });
}

void ViewsMenu::remove(const core::SavedView& view)
{
    m_jobs.run<int>(
        Lane::Log,
        this,
        [pk = view.pk](core::Office& office, core::Progress&) -> core::Result<int> {
            auto removed = office.views().remove(pk);
            return removed ? core::Result<int>(0) : core::Result<int>(removed.error());
        },
        [this, view](const core::Result<int>& removed) {
            if (!removed) {
                showError(m_window, removed.error());
                return;
            }
            core::SavedView again = view;
            again.pk = {};
            Q_EMIT said(tr("The view is removed."), tr("Undo"), [this, again] {
                save(again, nullptr, tr("The view is back."));
            });
            refresh();
        });
}

} // namespace ui
