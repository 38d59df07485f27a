#include "ui/clients/ClientsPage.h"

#include "core/security/Permissions.h"
#include "ui/clients/ClientListModel.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientTable.h"
#include "ui/clients/DraftNotice.h"
#include "ui/clients/FilterBar.h"
#include "ui/clients/FilterHeader.h"
#include "ui/clients/FilterRow.h"
#include "ui/clients/SelectionPanel.h"
#include "ui/clients/TrashDialog.h"
#include "ui/clients/ViewsMenu.h"
#include "ui/duplicates/MergeStarter.h"
#include "ui/shell/Remember.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int searchDelayMs = 120;

bool mayDoSeveral(const core::Session& session)
{
    const auto may = [&session](core::Action action) {
        return core::grantOf(session, action).direct != core::Scope::None;
    };
    return may(core::Action::ChangeFree) || may(core::Action::Export);
}

} // namespace

ClientsPage::ClientsPage(OfficeJobs& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
    , m_model(new ClientListModel(jobs, this))
    , m_drafts(new DraftNotice(jobs, this))
    , m_bar(new FilterBar(jobs.session().name, this))
    , m_view(new ClientTable(m_model, jobs.session(), mayDoSeveral(jobs.session()), this))
    , m_filterRow(new FilterRow(jobs, &m_view->header()))
    , m_views(new ViewsMenu(
          jobs, [this] { return viewNow(); }, this))
    , m_left(new QStackedWidget(this))
    , m_state(new StateView(this))
    , m_right(new QStackedWidget(this))
    , m_panel(new ClientPanel(jobs, this))
    , m_form(new ClientForm(jobs, this))
    , m_several(new SelectionPanel(jobs, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_drafts);
    column->addWidget(m_bar);
    m_view->setAccessibleName(tr("Clients"));
    auto* splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    m_left->addWidget(m_view);
    m_left->addWidget(m_state);
    m_right->addWidget(m_panel);
    m_right->addWidget(m_form);
    m_right->addWidget(m_several);
    splitter->addWidget(m_left);
    splitter->addWidget(m_right);
    // A wider window gives its room to the list.
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({772, 348});
    remember(m_jobs, splitter, QStringLiteral("clients"));
    m_right->setMinimumWidth(348);
    m_form->setSizePolicy(QSizePolicy::Ignored,
                          QSizePolicy::Expanding); // it has the list's room too
    column->addWidget(splitter, 1);
    setFocusProxy(m_view);
    connectList();
    connectRecord();
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelayMs);
    connect(
        &m_searchTimer, &QTimer::timeout, this, [this] { m_model->setQuery(m_search, filter()); });
    connectFilters();
    connectLayout();
    connectViews();
}

void ClientsPage::connectList()
{
    connect(m_model, &ClientListModel::loaded, this, &ClientsPage::loaded);
    connect(m_model, &ClientListModel::failed, this, [this](const core::Error& error) {
        m_state->showError(tr("The list could not be read"), error, [this] { refresh(); });
        m_left->setCurrentWidget(m_state);
    });
    connect(m_view, &ClientTable::choiceChanged, this, &ClientsPage::selectionChanged);
    connect(m_view, &ClientTable::deletePressed, this, [this] {
        if (!isTrash()) {
            const auto one = m_view->onlyChosen();
            trash(m_view->chosen(), one ? one->client.value(core::Field::Name) : QString());
        }
    });
    connect(m_model, &ClientListModel::dataChanged, this, &ClientsPage::rowsRead);
}

void ClientsPage::connectRecord()
{
    connect(m_panel, &ClientPanel::editWanted, this, [this](const core::Client& client) {
        m_form->edit(client);
        showForm();
    });
    connect(m_panel, &ClientPanel::said, this, &ClientsPage::said);
    connect(
        m_several, &SelectionPanel::said, this, [this](const QString& text) { Q_EMIT said(text); });
    auto* merges = new MergeStarter(m_jobs, this);
    connect(merges, &MergeStarter::said, this, &ClientsPage::said);
    connect(m_several,
            &SelectionPanel::mergeWanted,
            merges,
            qOverload<const std::vector<core::ClientPk>&>(&MergeStarter::start));
    connectTrash();
    connect(m_drafts, &DraftNotice::said, this, [this](const QString& text) { Q_EMIT said(text); });
    connect(m_drafts, &DraftNotice::goOnWanted, this, [this](const core::ClientDraft& draft) {
        leaveFor([this, draft] {
            m_panel->discard();
            restore(draft);
        });
    });
    connect(m_panel, &ClientPanel::shown, this, &ClientsPage::recordShown);
    connect(m_form, &ClientForm::closed, this, &ClientsPage::hideForm);
    connect(m_form, &ClientForm::openWanted, this, [this](const core::ClientId& id) {
        chooseQuietly({}); // until it is read, and its row is known
        showClient(id);
        hideForm();
    });
    connect(m_form,
            &ClientForm::saved,
            this,
            [this](core::ClientPk pk, const core::ClientId& id, const QString& words) {
                Q_EMIT said(words);
                chooseQuietly(pk); // in the list too, as soon as that has been read anew
                m_justSaved = true;
                showClient(id);
                hideForm();
            });
}

bool ClientsPage::isTrash() const
{
    return m_chip == FilterBar::trashFilter();
}

void ClientsPage::connectTrash()
{
    connect(m_panel,
            &ClientPanel::trashWanted,
            this,
            [this](core::ClientPk client, const QString& name) { trash({client}, name); });
    connect(m_panel, &ClientPanel::restoreWanted, this, [this](core::ClientPk client) {
        restoreTrashed({client});
    });
    connect(m_several,
            &SelectionPanel::trashWanted,
            this,
            [this](const std::vector<core::ClientPk>& clients) { trash(clients); });
    connect(m_several, &SelectionPanel::restoreWanted, this, &ClientsPage::restoreTrashed);
}

void ClientsPage::trash(const std::vector<core::ClientPk>& clients, const QString& name)
{
    if (clients.empty() || hasUnsavedWork() || !mayTrash(m_jobs.session())) {
        return;
    }
    auto* dialog = new TrashDialog(
        m_jobs, clients, name, [this](const auto&... words) { Q_EMIT said(words...); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ClientsPage::restoreTrashed(const std::vector<core::ClientPk>& clients)
{
    restoreClients(m_jobs, this, clients, [this](const auto&... words) { Q_EMIT said(words...); });
}

void ClientsPage::refresh()
{
    if (m_justSaved) {
        m_model->refresh(); // and it is looked for in the list
    } else {
        m_model->hear();
    }
    m_views->refresh();
    m_panel->reload();
}

std::optional<ClientDraft> ClientsPage::draft() const
{
    if (!hasUnsavedWork()) {
        return std::nullopt;
    }
    return m_panel->hasUnsavedWork() ? m_panel->draft() : m_form->draft();
}

void ClientsPage::restore(const ClientDraft& draft)
{
    m_drafts->leaveOut(draft.kept);
    m_form->restore(draft);
    showForm();
}

void ClientsPage::saveNow()
{
    (m_panel->hasUnsavedWork() ? m_panel->inPlace() : m_form)->saveNow();
}

void ClientsPage::discard()
{
    m_panel->discard();
    if (isEditing() && m_form->isDirty()) {
        m_form->startNew(); // which forgets the draft
        hideForm();
    }
}

void ClientsPage::setEmptyView(QWidget* view)
{
    m_emptyView = view;
    m_left->addWidget(view);
}

bool ClientsPage::hasUnsavedWork() const
{
    return (isEditing() && m_form->isDirty()) || m_panel->hasUnsavedWork();
}

void ClientsPage::search(const QString& text)
{
    m_search = text;
    m_focusWhenLoaded = false; // of the search before
    m_chooseWhenLoaded = false;
    m_isGuest = false;
    if (!hasUnsavedWork()) {
        showList();
    }
    m_searchTimer.start();
}

void ClientsPage::startNew()
{
    if (hasUnsavedWork()) {
        return; // what is being typed comes first
    }
    m_form->startNew();
    showForm();
}

void ClientsPage::showForm()
{
    // The form and the duplicates beside it need the room; the list comes back behind it.
    m_left->hide();
    m_bar->hide();
    m_right->show();
    m_right->setCurrentWidget(m_form);
}

void ClientsPage::showList()
{
    m_left->show();
    m_bar->show();
    m_right->setCurrentWidget(m_panel);
}

bool ClientsPage::isEditing() const
{
    return m_right->currentWidget() == m_form;
}

void ClientsPage::hideForm()
{
    showList();
    m_right->setVisible(m_model->rowCount() > 0);
    m_view->setFocus();
}

/// What stands in the list's place, by why nothing is there; below the header, where its row of filters is open.
void ClientsPage::showEmptiness()
{
    if (m_view->header().isRowShown()) {
        describeEmptiness(m_view->emptiness());
        m_view->setEmpty(true);
        m_left->setCurrentWidget(m_view);
        return;
    }
    m_view->setEmpty(false);
    describeEmptiness(*m_state);
    m_left->setCurrentWidget(m_state);
}

void ClientsPage::describeEmptiness(StateView& state)
{
    state.clearAction();
    const bool isFiltered = !filter().isEmpty();
    if (!m_search.isEmpty()) {
        state.show("search",
                   tr("Nothing found"),
                   isFiltered
                       ? tr("Nothing that the filter lets through answers to the search.")
                       : tr("Names, pinyin, initials, three digits of a phone, e-mail or id find a "
                            "client."));
        if (isFiltered) {
            state.setAction(tr("Search all clients"), [this] { clearFilters(); });
        }
    } else if (isTrash() && m_filterRow->filter().isEmpty()) {
        state.show("trash",
                   tr("The trash is empty"),
                   tr("Clients that were entered by mistake would lie here."));
    } else if (isFiltered) {
        state.show("filter", tr("No client here"), tr("No client answers to this filter."));
        state.setAction(tr("Show all clients"), [this] { clearFilters(); });
    } else {
        state.show("empty",
                   tr("No clients yet"),
                   tr("Bring your spreadsheet in, or enter the first client."));
        if (core::grantOf(m_jobs.session(), core::Action::CreateClient).direct
            != core::Scope::None) {
            state.setAction(tr("New client"), [this] { startNew(); });
        }
    }
}

} // namespace ui
