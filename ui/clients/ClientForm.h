/// ClientForm: enters a new client, or edits one. Findings stand under their field as it is typed, possible duplicates
/// beside the form, and fields whose change somebody else approves are marked before saving. Ctrl+Enter saves, Esc
/// asks only if something would be lost. Thread of the window.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/records/ClientService.h"
#include "ui/jobs/OfficeJobs.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class FieldRow;

class ClientForm : public QWidget
{
    Q_OBJECT

public:
    explicit ClientForm(OfficeJobs& jobs, QWidget* parent = nullptr);

    void startNew();
    void edit(const core::Client& client);
    [[nodiscard]] bool isDirty() const;
    /// Types into a field as a person would (tests, tour).
    void type(core::Field field, const QString& text);

Q_SIGNALS:
    /// `words` says what came of it: stored, or waiting for approval.
    void saved(const core::ClientId& id, const QString& words);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeFields();
    QWidget* makeBeside();
    void loadOwners();
    void fill(const core::ClientValues& values);
    [[nodiscard]] core::ClientValues typed() const;
    void edited();
    void examine();
    void show(const core::AddOutcome& outcome);
    void showFindings(const core::Findings& findings, bool all);
    void showDuplicates(const std::vector<core::DuplicateHint>& hints);
    void adaptToType();
    void save(bool force);
    void saveNew(bool force);
    void saveChanges();
    void refused(const core::Error& error, const core::Findings& findings);
    void leave();

    OfficeJobs& m_jobs;
    QLabel* m_title = nullptr;
    QHash<core::Field, FieldRow*> m_rows;
    QVBoxLayout* m_beside = nullptr;
    QWidget* m_hints = nullptr;
    QLineEdit* m_reason = nullptr;
    FieldRow* m_reasonRow = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_saveAnyway = nullptr;
    QLabel* m_problem = nullptr;
    QTimer m_examineTimer;
    std::optional<core::Client> m_original; ///< empty while entering a new one
    core::ClientValues m_start; ///< what the fields held at first, in shown form
    int m_round = 0; ///< answers to older questions are dropped
    bool m_filling = false;
};

} // namespace ui
