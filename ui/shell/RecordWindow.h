/// RecordWindow: one client in a window of its own, to keep beside others: the record, and its form to edit it in. Goes with the
/// main window, and is hidden with it when that locks. Thread of the window.
#pragma once

#include "ui/clients/ClientForm.h"
#include "ui/jobs/OfficeJobs.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace ui {

class ClientPanel;
class Toast;

class RecordWindow : public QWidget
{
    Q_OBJECT

public:
    RecordWindow(OfficeJobs& jobs, core::ClientPk client, core::ClientId id);

    [[nodiscard]] core::ClientPk client() const { return m_client; }
    [[nodiscard]] const core::ClientId& id() const { return m_id; }
    [[nodiscard]] bool hasUnsavedWork() const;
    /// What is being typed, to go on with it after a change of the language.
    [[nodiscard]] std::optional<ClientDraft> draft() const;
    void restore(const ClientDraft& draft);
    [[nodiscard]] ClientForm& form() { return *m_form; }
    [[nodiscard]] ClientPanel& panel() { return *m_panel; }
    /// Gives up what is being typed.
    void saveNow();
    void discard();
    void refresh();

Q_SIGNALS:
    void closed();
    /// Clients and commands are looked for in the main window.
    void paletteWanted();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    [[nodiscard]] bool isEditing() const;
    void connectRecord();
    void showRecord();
    void showOther(const core::ClientId& id);

    OfficeJobs& m_jobs;
    core::ClientPk m_client;
    core::ClientId m_id;
    QStackedWidget* m_stack;
    ClientPanel* m_panel;
    ClientForm* m_form;
    Toast* m_toast;
};

} // namespace ui
