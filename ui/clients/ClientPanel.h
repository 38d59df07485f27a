/// ClientPanel: one record at a glance: head, profile, history, Edit. A value is edited where it stands (a ClientForm in
/// place), and its own history looked at. A look that lasts is logged. Thread of the window.
#pragma once

#include "core/records/ClientService.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/HistoryView.h"
#include "ui/clients/ProfileView.h"
#include "ui/clients/RecordHead.h"
#include "ui/clients/ValueLine.h"
#include "ui/jobs/OfficeJobs.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace ui {

class MergeUndoer;
class StateView;

class ClientPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ClientPanel(OfficeJobs& jobs, QWidget* parent = nullptr);

    void showClient(const core::ClientId& id);
    /// Reads the record anew that is shown, after something was changed.
    void reload();
    void clear();
    void showProfile();
    void showHistory();
    /// The one that is shown; empty: none.
    [[nodiscard]] const std::optional<core::Client>& client() const { return m_client; }
    /// Another record than that one is being read, to be shown.
    [[nodiscard]] bool isComing() const { return m_isComing; }
    /// As F2 on the value does; nothing where it cannot be edited there.
    void editInPlace(core::Field field);
    void showHistoryOf(core::Field field);
    /// Something is typed in place and not saved.
    [[nodiscard]] bool hasUnsavedWork() const;
    void discard();
    [[nodiscard]] std::optional<ClientDraft> draft() const;
    /// Where something is edited just now.
    [[nodiscard]] ClientForm* inPlace() const { return m_line != nullptr ? m_inPlace : nullptr; }

Q_SIGNALS:
    /// A record has come into view, or was read anew.
    void shown(core::ClientPk client, const core::ClientId& id);
    void editWanted(const core::Client& client);
    /// With the way back, where `undoLabel` is given.
    void said(const QString& text, const QString& undoLabel, const std::function<void()>& undo);
    void trashWanted(core::ClientPk client, const QString& name);
    void restoreWanted(core::ClientPk client);

private:
    QHBoxLayout* makeFoot();
    void read(const core::ClientId& id);
    void readHistory(const core::ClientId& id);
    void
    show(const core::Client& client, ProfileView::Around around, const RecordHead::About& about);
    void reveal(const QString& place);
    void withdraw(const QString& purpose);
    void editLine(ValueLine* line);
    void addValue(core::Field field);
    void closeInPlace();
    void holdHeights(const ValueLine* line);
    void showHistoryOf(const ValueLine* line);
    void connectProfile();
    void showTrashed(const std::vector<core::HistoryEntry>& newestFirst);
    void showNothing(const char* iconName, const QString& title, const QString& text);

    OfficeJobs& m_jobs;
    StateView* m_state;
    QWidget* m_record;
    RecordHead* m_head = nullptr;
    QTabWidget* m_tabs = nullptr;
    ProfileView* m_profile = nullptr;
    HistoryView* m_history = nullptr;
    MergeUndoer* m_undoer = nullptr;
    QLabel* m_trashed = nullptr; ///< since when, who and why
    QLabel* m_unread
        = nullptr; ///< why the record could not be read anew, while something is typed in it
    QPushButton* m_trash = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_edit = nullptr;
    QTimer m_lookTimer{this};
    std::optional<core::Client> m_client;
    ClientForm* m_inPlace = nullptr; ///< made when it is first wanted
    ValueLine* m_line = nullptr; ///< in whose place it stands
    std::vector<std::pair<ValueLine*, int>> m_heights; ///< least ones of the other lines without it
    std::vector<core::HistoryEntry> m_entries; ///< of the record, newest first
    core::ClientId m_wanted;
    bool m_isComing = false;
};

} // namespace ui
