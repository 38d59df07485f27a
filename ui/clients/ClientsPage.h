/// ClientsPage: the list (ClientTable) with its filters (FilterBar), and beside it the record or the form. Thread of the
/// window.
#pragma once

#include "ui/clients/ClientForm.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <QTimer>

#include <optional>
#include <vector>

class QSplitter;
class QStackedWidget;

namespace ui {

class ClientListModel;
class ClientPanel;
class ClientTable;
class DraftNotice;
class FilterBar;
class SelectionPanel;
class StateView;

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
    /// Puts the keyboard into the list, on its first row where `choose` and none is chosen.
    void focusList(bool choose);
    void search(const QString& text);
    void startNew();
    void showClient(const core::ClientId& id);
    /// The same, and its row chosen where it is listed. What is being typed comes first.
    void open(core::ClientPk client, const core::ClientId& id);
    [[nodiscard]] QString filter() const { return m_filter; }
    [[nodiscard]] ClientForm& form() { return *m_form; }
    [[nodiscard]] ClientPanel& panel() { return *m_panel; }
    void selectRow(int row);

private:
    void applyFilter(const QString& filter);
    void loaded();
    void showEmptiness();
    void selectionChanged();
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
    QStackedWidget* m_left;
    StateView* m_state;
    QStackedWidget* m_right;
    ClientPanel* m_panel;
    ClientForm* m_form;
    SelectionPanel* m_several; ///< shown where more than one client is chosen
    QTimer m_searchTimer{this};
    QString m_search;
    QString m_filter;
    core::ClientPk m_selected;
    bool m_justSaved = false;
    bool m_focusWhenLoaded = false;
};

} // namespace ui
