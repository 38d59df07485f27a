/// ClientPanel: one record at a glance: head, profile, history, Edit. A look that lasts is logged. Thread of the window.
#pragma once

#include "core/records/ClientService.h"
#include "ui/jobs/OfficeJobs.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;
class QPushButton;
class QTabWidget;
class QTableWidget;

namespace ui {

class ClientPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ClientPanel(OfficeJobs& jobs, QWidget* parent = nullptr);

    void showClient(const core::ClientId& id);
    void clear();
    void showHistory();

Q_SIGNALS:
    void editWanted(const core::Client& client);

private:
    void show(const core::Client& client);
    void show(const std::vector<core::HistoryEntry>& history);

    OfficeJobs& m_jobs;
    QLabel* m_mark;
    QLabel* m_name;
    QLabel* m_about;
    QTabWidget* m_tabs;
    QWidget* m_profile;
    QTableWidget* m_history;
    QPushButton* m_edit;
    QTimer m_lookTimer;
    std::optional<core::Client> m_client;
    core::ClientId m_wanted;
};

} // namespace ui
