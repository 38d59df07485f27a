/// SelectionPanel: what is done with several chosen clients at once: tags go on and off, another owner, out into a file or to the
/// clipboard, merge, trash. Only what this person's rights reach is shown. Thread of the window.
#pragma once

#include "core/base/Id.h"
#include "ui/jobs/OfficeJobs.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class SelectionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionPanel(OfficeJobs& jobs, QWidget* parent = nullptr);

    /// `areTrashed`: they lie in the trash, where all that can be done is to restore them.
    void setClients(std::vector<core::ClientPk> clients, bool areTrashed);
    [[nodiscard]] const std::vector<core::ClientPk>& clients() const { return m_clients; }

Q_SIGNALS:
    void said(const QString& text);
    void trashWanted(const std::vector<core::ClientPk>& clients);
    void restoreWanted(const std::vector<core::ClientPk>& clients);
    /// Two to twenty of them are one client.
    void mergeWanted(const std::vector<core::ClientPk>& clients);
    void exportWanted(const std::vector<core::ClientPk>& clients);
    void copyWanted(const std::vector<core::ClientPk>& clients);

private:
    QWidget* makeTagging();
    QWidget* makeGiving();
    QWidget* makeTaking();
    QWidget* makeFoot();
    QWidget* makeRunning();
    void readOwners();
    using Work = OfficeJobs::Work<core::MassOutcome>;
    /// Off this thread, with progress and a way to stop; what goes wrong stands in `problem`.
    void run(const Work& work, QLabel* problem);
    void give();
    void change(bool putOn);
    void check();
    void answer(const core::MassOutcome& done);

    OfficeJobs& m_jobs;
    std::vector<core::ClientPk> m_clients;
    QLabel* m_count;
    QLineEdit* m_tags;
    QLabel* m_problem;
    QComboBox* m_owners;
    QLineEdit* m_reason;
    QPushButton* m_give;
    QLabel* m_giveProblem;
    QWidget* m_work; ///< what cannot be done in the trash
    QPushButton* m_trash;
    QPushButton* m_merge;
    QPushButton* m_restore;
    QPushButton* m_putOn;
    QPushButton* m_takeOff;
    QWidget* m_running = nullptr; ///< how far it is
    QProgressBar* m_bar;
    QPointer<Job> m_job;
    bool m_isRunning = false;
};

} // namespace ui
