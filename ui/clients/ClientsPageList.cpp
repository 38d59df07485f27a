// The list's part of ClientsPage: filters, columns, saved views, and what goes out of it.
#include "ui/clients/ClientListModel.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientTable.h"
#include "ui/clients/ClientsPage.h"
#include "ui/clients/ColumnsDialog.h"
#include "ui/clients/FilterBar.h"
#include "ui/clients/FilterHeader.h"
#include "ui/clients/FilterRow.h"
#include "ui/clients/SelectionPanel.h"
#include "ui/clients/TableCopying.h"
#include "ui/clients/ViewsMenu.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/UserSettings.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include <map>

namespace ui {

namespace {

constexpr const char* layoutSetting = "list/layout";
constexpr const char* rowSetting = "list/filter_row";
constexpr const char* chipSetting = "list/chip";
constexpr const char* viewSetting = "list/view";
constexpr int foreignChip = -1; ///< stands for a column among the conditions

/// A layout with what its filter is made of, for a saved view.
QString viewText(const ListLayout& layout, const QString& chip, const FilterRow::Typed& typed)
{
    QJsonObject object = QJsonDocument::fromJson(layout.text().toUtf8()).object();
    object.insert(QStringLiteral("chip"), chip);
    QJsonObject row;
    for (const auto& [key, text] : typed) {
        row.insert(key, text);
    }
    object.insert(QStringLiteral("row"), row);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QString ClientsPage::filter() const
{
    return core::bothFilters(m_chip, m_filterRow->filter());
}

void ClientsPage::connectFilters()
{
    connect(m_bar, &FilterBar::chosen, this, &ClientsPage::applyFilter);
    connect(m_bar, &FilterBar::rowWanted, this, &ClientsPage::openFilterRow);
    connect(m_bar, &FilterBar::conditionRemoved, this, &ClientsPage::removeCondition);
    connect(m_bar, &FilterBar::allCleared, this, [this] {
        removeCondition(foreignChip);
        m_filterRow->clear();
    });
    connect(m_bar, &FilterBar::stopWanted, m_model, &ClientListModel::giveUp);
    connect(m_model, &ClientListModel::busy, m_bar, &FilterBar::showBusy);
    connect(m_model, &ClientListModel::idle, m_bar, &FilterBar::showIdle);
    connect(m_model, &ClientListModel::stopped, this, [this] {
        m_view->showOrder();
        Q_EMIT said(tr("Stopped. The list is as it was before."));
    });
    connect(m_filterRow, &FilterRow::edited, this, &ClientsPage::filterRowEdited);
    connect(m_filterRow, &FilterRow::listWanted, this, [this] { m_view->setFocus(); });
    if (UserSettings(m_jobs.access()).value(rowSetting).toBool()) {
        m_view->header().setRowShown(true);
        m_bar->showRowOpen(true);
    }
}

void ClientsPage::applyFilter(const QString& filter)
{
    m_chip = filter;
    m_foreignWords.clear();
    askAnew();
}

void ClientsPage::showFilter(const QString& filter, const QString& words)
{
    m_search.clear();
    if (!m_bar->choose(filter)) {
        m_bar->choose({});
    }
    {
        const QSignalBlocker quiet(m_filterRow);
        m_filterRow->clear();
    }
    m_chip = filter;
    m_foreignWords = words;
    askAnew();
    focusList(false);
}

void ClientsPage::askAnew()
{
    showConditions();
    m_views->setCurrent({});
    m_model->setQuery(m_search, filter());
}

void ClientsPage::showConditions()
{
    std::map<int, QString> words = m_filterRow->words();
    if (!m_bar->has(m_chip)) {
        // A colleague's "mine", from a view of the office; what another page counted.
        words[foreignChip] = m_foreignWords.isEmpty() ? m_chip : m_foreignWords;
    }
    m_bar->showConditions(words);
}

void ClientsPage::removeCondition(int column)
{
    if (column != foreignChip) {
        m_filterRow->clearColumn(column);
    } else if (!m_bar->has(m_chip)) {
        applyFilter({});
    }
}

void ClientsPage::filterRowEdited()
{
    askAnew();
}

void ClientsPage::clearFilters()
{
    m_bar->choose({});
    m_filterRow->clear();
    applyFilter({});
}

/// Closed, the row keeps what it asks for: the chips show it.
void ClientsPage::openFilterRow(bool isOpen)
{
    m_view->header().setRowShown(isOpen);
    m_bar->showRowOpen(isOpen);
    UserSettings(m_jobs.access()).set(rowSetting, isOpen);
    if (isOpen) {
        m_left->setCurrentWidget(m_view); // the row is part of it
        m_view->header().focusEditor(ClientListModel::NameColumn);
    } else {
        m_view->setFocus();
    }
    if (m_model->rowCount() == 0) {
        showEmptiness();
    }
}

void ClientsPage::connectLayout()
{
    if (const auto remembered = ListLayout::fromText(
            UserSettings(m_jobs.access()).value(layoutSetting).toString(), m_jobs.session())) {
        m_view->setLayout(*remembered);
    }
    connect(m_view, &ClientTable::layoutChanged, this, &ClientsPage::layoutTouched);
    connect(m_view, &ClientTable::headerMenuWanted, this, &ClientsPage::openHeaderMenu);
    connect(m_view, &ClientTable::copyPressed, this, [this] { copy(m_view->chosen()); });
    connect(m_several, &SelectionPanel::copyWanted, this, &ClientsPage::copy);
    connect(m_several, &SelectionPanel::exportWanted, this, &ClientsPage::exportWanted);
}

void ClientsPage::layoutTouched()
{
    m_views->setCurrent({});
    UserSettings(m_jobs.access()).set(layoutSetting, m_view->layout().text());
}

void ClientsPage::openColumns()
{
    auto* dialog = new ColumnsDialog(m_view->layout(), m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ColumnsDialog::chosen, this, [this](const ListLayout& layout) {
        m_view->setLayout(layout);
        layoutTouched();
    });
    dialog->open();
}

void ClientsPage::hideColumn(int column)
{
    ListLayout layout = m_view->layout();
    std::erase_if(layout.shown,
                  [column](const ListLayout::Shown& one) { return one.column == column; });
    m_view->setLayout(layout);
    layoutTouched();
}

void ClientsPage::openHeaderMenu(int column, const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("header_menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QAction* sort = menu->addAction(order == Qt::AscendingOrder ? tr("Sort upward")
                                                                        : tr("Sort downward"));
            sort->setEnabled(maySee(m_jobs.session(), column));
            connect(sort, &QAction::triggered, this, [this, column, order] {
                m_view->header().setSortIndicator(column, order);
            });
        }
        menu->addSeparator();
        QAction* hide = menu->addAction(tr("Hide “%1”").arg(columnLabel(column)));
        hide->setEnabled(column != ClientListModel::NameColumn);
        connect(hide, &QAction::triggered, this, [this, column] { hideColumn(column); });
    }
    connect(menu->addAction(theme::icon("columns"), tr("Columns…")),
            &QAction::triggered,
            this,
            &ClientsPage::openColumns);
    menu->popup(place);
}

void ClientsPage::connectViews()
{
    auto* menu = new QMenu(m_bar->viewButton());
    menu->setObjectName(QStringLiteral("view_menu"));
    m_bar->viewButton()->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillViewMenu(menu); });
    connect(m_views, &ViewsMenu::changed, this, &ClientsPage::showViews);
    connect(m_views, &ViewsMenu::chosen, this, &ClientsPage::showView);
    connect(m_views, &ViewsMenu::said, this, &ClientsPage::said);
    connect(m_bar, &FilterBar::viewWanted, this, [this](qint64 pk) {
        for (const core::SavedView& view : m_views->views()) {
            if (view.pk.value == pk) {
                showView(core::SavedView(view));
                return;
            }
        }
    });
    m_views->refresh();
}

void ClientsPage::fillViewMenu(QMenu* menu)
{
    menu->clear();
    m_views->addTo(menu);
    menu->addSeparator();
    QMenu* sorting = menu->addMenu(tr("Sort by"));
    for (const int column : m_view->shownColumns()) {
        if (!maySee(m_jobs.session(), column)) {
            continue;
        }
        QAction* sort = sorting->addAction(columnLabel(column));
        sort->setCheckable(true);
        sort->setChecked(column == m_model->sortColumn());
        connect(sort, &QAction::triggered, this, [this, column] {
            // Once more the same turns it round, as a click on the header does.
            const bool turns = column == m_model->sortColumn() && !m_model->isDescending();
            m_view->header().setSortIndicator(column,
                                              turns ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
    connect(menu->addAction(theme::icon("columns"), tr("Columns…")),
            &QAction::triggered,
            this,
            &ClientsPage::openColumns);
    connect(menu->addAction(tr("Columns as at first")), &QAction::triggered, this, [this] {
        m_view->setLayout(ListLayout::atFirst(m_jobs.session()));
        layoutTouched();
    });
}

void ClientsPage::showViews()
{
    if (const core::ViewPk wanted = std::exchange(m_recalledView, {}); wanted.isValid()) {
        for (const core::SavedView& view : m_views->views()) {
            if (view.pk == wanted) {
                showView(core::SavedView(view)); // comes back here
                return;
            }
        }
        m_recalledView = m_views->views().empty() ? wanted : core::ViewPk{};
    }
    std::vector<FilterBar::View> shown;
    for (const core::SavedView& view : m_views->views()) {
        shown.push_back({view.pk.value, view.name, view.isShared, view.pk == m_views->current()});
    }
    m_bar->showViews(shown);
}

core::SavedView ClientsPage::viewNow() const
{
    core::SavedView view;
    view.filter = filter();
    view.layout = viewText(m_view->layout(), m_chip, m_filterRow->typed());
    return view;
}

void ClientsPage::showView(const core::SavedView& view)
{
    const QJsonObject object = QJsonDocument::fromJson(view.layout.toUtf8()).object();
    FilterRow::Typed typed;
    const QJsonObject row = object.value(QStringLiteral("row")).toObject();
    for (auto one = row.begin(); one != row.end(); ++one) {
        typed[one.key()] = one.value().toString();
    }
    m_chip = object.value(QStringLiteral("chip")).toString();
    m_foreignWords.clear();
    if (!m_bar->choose(m_chip)) {
        m_bar->choose({}); // no chip of ours: it is shown beside those of the filter row
    }
    {
        const QSignalBlocker quiet(m_filterRow);
        m_filterRow->setTyped(typed);
    }
    showConditions();
    if (const auto layout = ListLayout::fromText(view.layout, m_jobs.session())) {
        m_view->setLayout(*layout);
        UserSettings(m_jobs.access()).set(layoutSetting, m_view->layout().text());
    }
    m_views->setCurrent(view.pk);
    showViews(); // also where it was the current one: the chip was pressed
    m_model->setQuery(m_search, filter());
}

ListState ClientsPage::listState() const
{
    ListState state{m_search, viewNow(), m_foreignWords};
    state.view.pk = m_views->current();
    return state;
}

void ClientsPage::takeUpList(const ListState& state)
{
    showView(state.view);
    m_foreignWords = state.words;
    showConditions();
}

void ClientsPage::rememberList() const
{
    const UserSettings settings(m_jobs.access());
    settings.set(viewSetting, qlonglong(m_views->current().value));
    settings.set(chipSetting, m_bar->has(m_chip) && !isTrash() ? m_chip : QString());
}

void ClientsPage::recallList()
{
    const UserSettings settings(m_jobs.access());
    m_recalledView = core::ViewPk{settings.value(viewSetting).toLongLong()};
    const QString chip = settings.value(chipSetting).toString();
    if (!chip.isEmpty() && m_bar->choose(chip)) {
        applyFilter(chip);
    }
}

void ClientsPage::copy(const std::vector<core::ClientPk>& clients)
{
    if (clients.empty()) {
        return;
    }
    copyAsTable(m_jobs, this, clients, m_view->shownColumns(), [this](const QString& words) {
        Q_EMIT said(words);
    });
}

std::vector<core::ClientPk> ClientsPage::exported() const
{
    return m_right->currentWidget() == m_several ? m_several->clients()
                                                 : std::vector<core::ClientPk>();
}

std::optional<std::vector<core::ClientPk>> ClientsPage::found() const
{
    return m_search.isEmpty() ? std::nullopt : std::optional(m_model->order());
}

void ClientsPage::loaded()
{
    const bool justSaved = std::exchange(m_justSaved, false);
    const bool chooses = std::exchange(m_chooseWhenLoaded, false);
    const bool isRowOpen = m_view->header().isRowShown();
    m_bar->showCount(m_model->rowCount());
    m_view->showOrder();
    m_right->setVisible(m_model->rowCount() > 0 || isRowOpen || hasUnsavedWork() || isEditing());
    m_view->setEmpty(false);
    if (m_model->rowCount() > 0) {
        m_left->setCurrentWidget(m_view);
        if (std::exchange(m_focusWhenLoaded, false) && !isEditing()) {
            m_view->setFocus();
        }
        keepChoice(justSaved);
        if (chooses && !m_view->selectionModel()->hasSelection() && !isEditing()) {
            selectRow(0);
        }
        return;
    }
    if (!hasUnsavedWork()) {
        m_selected = {};
        m_panel->clear(); // a record that is not in the list would seem to have been found
    }
    showEmptiness();
    if (m_emptyView != nullptr && m_search.isEmpty() && filter().isEmpty()) {
        m_left->setCurrentWidget(m_emptyView); // an office that is new
    }
}

} // namespace ui
