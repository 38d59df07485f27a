/// ClientsPage: the list (ClientTable) with its filters (FilterBar, FilterRow) and saved views (ViewsMenu), and beside it the record
/// or the form. The list's part is ClientsPageList.cpp, what is chosen in it ClientsPageChoice.cpp. Thread of the window.
#pragma once

#include "core/search/SavedViews.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/ListState.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <QTimer>

#include <optional>
#include <vector>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace ui {

class ClientListModel;
class ClientPanel;
class ClientTable;
class DraftNotice;
class FilterBar;
class FilterRow;
class SelectionPanel;
class StateView;
class ViewsMenu;
struct ListLayout;

class ClientsPage : public Page
{
    Q_OBJECT

public:
    explicit ClientsPage(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] bool hasUnsavedWork() const override;

    /// What is being typed, where something is; to go on with in another window.
    [[nodiscard]] std::optional<ClientDraft> draft() const;
    void restore(const ClientDraft& draft);
    /// Saves what is being typed, as its form's button does.
    void saveNow();
    /// Gives up what is being typed.
    void discard();
    /// Stands in the list's place while the office has no client at all.
    void setEmptyView(QWidget* view);
    /// Puts the keyboard into the list, on its first row where `choose` and none is chosen.
    void focusList(bool choose);
    void search(const QString& text);
    void startNew();
    /// What another page counted; `words` say what it is.
    void showFilter(const QString& filter, const QString& words);
    void showClient(const core::ClientId& id);
    /// The same, and its row chosen where it is listed. What is being typed comes first.
    void open(core::ClientPk client, const core::ClientId& id);
    /// What a print of the list is about: those that are chosen, where several are, else all that are listed, up to `most`.
    [[nodiscard]] std::vector<core::ClientPk> printable(std::size_t most) const;
    /// The one whose record is shown; invalid: none.
    [[nodiscard]] core::ClientPk shown() const;
    /// The fields of the list's columns as they stand.
    [[nodiscard]] std::vector<core::Field> columns() const;
    /// What the chips and the filter row ask for together.
    [[nodiscard]] QString filter() const;
    /// Those that are meant by an export at first: the chosen ones, where several are.
    [[nodiscard]] std::vector<core::ClientPk> exported() const;
    /// What the list is asked for, and the same asked anew.
    [[nodiscard]] ListState listState() const;
    void takeUpList(const ListState& state);
    /// Notes for next time which chip or saved view is chosen; nothing that was typed, which may be a client's name.
    void rememberList() const;
    void recallList();
    /// What a search lists, which no filter names; nothing where nothing is searched for.
    [[nodiscard]] std::optional<std::vector<core::ClientPk>> found() const;
    [[nodiscard]] ClientForm& form() { return *m_form; }
    [[nodiscard]] ClientPanel& panel() { return *m_panel; }
    void selectRow(int row);
    void openFilterRow(bool isOpen);
    void openColumns();

Q_SIGNALS:
    void exportWanted();

private:
    void applyFilter(const QString& filter);
    void filterRowEdited();
    void askAnew();
    void clearFilters();
    void showConditions();
    void removeCondition(int column);
    void loaded();
    void keepChoice(bool justSaved);
    void showEmptiness();
    void describeEmptiness(StateView& state);
    void connectFilters();
    void connectLayout();
    void connectViews();
    void layoutTouched();
    void showViews();
    void showView(const core::SavedView& view);
    [[nodiscard]] core::SavedView viewNow() const;
    void fillViewMenu(QMenu* menu);
    void openHeaderMenu(int column, const QPoint& place);
    void hideColumn(int column);
    void copy(const std::vector<core::ClientPk>& clients);
    void selectionChanged();
    void rowsRead();
    void showSeveral();
    void recordShown(core::ClientPk client);
    void chooseQuietly(core::ClientPk client);
    void leaveFor(const std::function<void()>& step);
    void connectList();
    void connectRecord();
    void connectTrash();
    void trash(const std::vector<core::ClientPk>& clients, const QString& name = {});
    void restoreTrashed(const std::vector<core::ClientPk>& clients);
    [[nodiscard]] bool isTrash() const;
    [[nodiscard]] bool isEditing() const;
    void showForm();
    void showList();
    void hideForm();

    OfficeJobs& m_jobs;
    ClientListModel* m_model;
    DraftNotice* m_drafts;
    FilterBar* m_bar;
    ClientTable* m_view;
    FilterRow* m_filterRow;
    ViewsMenu* m_views;
    QStackedWidget* m_left;
    StateView* m_state;
    QWidget* m_emptyView = nullptr;
    QStackedWidget* m_right;
    ClientPanel* m_panel;
    ClientForm* m_form;
    SelectionPanel* m_several; ///< shown where more than one client is chosen
    QTimer m_searchTimer{this};
    QString m_search;
    QString m_chip; ///< the filter of the chosen chip
    QString m_foreignWords; ///< what a filter is called that no chip has
    core::ViewPk m_recalledView; ///< to be shown when the views have been read
    core::ClientPk m_selected;
    bool m_justSaved = false;
    bool m_focusWhenLoaded = false;
    bool m_chooseWhenLoaded = false;
    bool m_isGuest = false; ///< the record was opened although the list does not have it
};

} // namespace ui
