/// ClientForm: enters a new client, or edits one. Findings stand under their field as it is typed, possible duplicates
/// beside the form, and fields whose change somebody else approves are marked before saving. What colleagues saved in
/// other fields meanwhile stays; where one saved the same field, ConflictDialog asks, and nothing typed is lost. Ctrl+Enter saves, Esc asks only if something would
/// be lost. Thread of the window.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/records/ClientService.h"
#include "ui/jobs/OfficeJobs.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace ui {

class DuplicateHints;
class FieldRow;
struct ConflictDecision;

/// What is being typed, to go on with it in another window (after a change of the language).
struct ClientDraft
{
    std::optional<core::Client> original; ///< empty: a new client
    std::vector<std::pair<core::Field, QString>> typed; ///< only what differs from the beginning
    QString reason;
    QString consent;
};

class ClientForm : public QWidget
{
    Q_OBJECT

public:
    explicit ClientForm(OfficeJobs& jobs, QWidget* parent = nullptr);

    void startNew();
    void edit(const core::Client& client);
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] ClientDraft draft() const;
    void restore(const ClientDraft& draft);
    /// Types into a field as a person would (tests, tour).
    void type(core::Field field, const QString& text);
    /// Scrolls to the field.
    void showField(core::Field field);
    [[nodiscard]] FieldRow& row(core::Field field) { return *m_rows.value(field); }
    /// Leaves the form, asking first where something typed would be lost, then does `step`.
    void leaveFor(const std::function<void()>& step);
    /// As its button does; saved() follows, or the form says what is still to be done.
    void saveNow() { save(false); }

Q_SIGNALS:
    /// `words` says what came of it: stored, or waiting for approval.
    void saved(core::ClientPk pk, const core::ClientId& id, const QString& words);
    void closed();
    void openWanted(const core::ClientId& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What this person may do with the record.
    struct Rights
    {
        std::array<core::ChangeWay, core::fieldCount> ways{};
        bool seesAll = true; ///< else what is no basic field came blank
        QHash<core::Field, QString>
            waiting; ///< "R-12 by li": a change of the field that waits already
        QStringList
            agreed; ///< purposes for which a consent of the client stands, and where it is kept
    };
    /// A value that a colleague saved while this form was open.
    struct Meanwhile
    {
        QString value; ///< as people read it
        QString who;
    };

    QWidget* makeFields();
    QWidget* makeConsent(QWidget* parent);
    QWidget* makeButtons();
    void loadOwners();
    void fill(const core::ClientValues& values);
    void readRights();
    void lock();
    [[nodiscard]] core::ClientValues typed() const;
    [[nodiscard]] QString text(core::Field field) const;
    [[nodiscard]] bool isChanged(core::Field field) const;
    [[nodiscard]] bool isHidden(core::Field field) const;
    /// A confidential value was typed to which no consent is on record.
    [[nodiscard]] bool needsConsent() const;
    void edited();
    void examine();
    void showFindings(const core::Findings& findings, bool all);
    void adaptToType();
    void showFirstProblem();

    void save(bool force);
    void saveNew(bool force);
    void saveChanges();
    void stored(const core::UpdateOutcome& outcome);
    void askWhichIsRight(const core::UpdateOutcome& outcome);
    void takeDecisions(const std::vector<ConflictDecision>& decisions, int version);
    void refused(const core::Error& error, const core::Findings& findings);
    void readMeanwhile();
    void takeOver(const core::Client& now, const QHash<core::Field, QString>& authors);

    OfficeJobs& m_jobs;
    QLabel* m_title = nullptr;
    QScrollArea* m_scroll = nullptr;
    QHash<core::Field, FieldRow*> m_rows;
    DuplicateHints* m_hints = nullptr;
    QLineEdit* m_reason = nullptr;
    FieldRow* m_reasonRow = nullptr;
    QLineEdit* m_consent = nullptr;
    FieldRow* m_consentRow = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_saveAnyway = nullptr;
    QLabel* m_problem = nullptr;
    QTimer m_examineTimer{this};
    std::optional<core::Client> m_original; ///< empty while entering a new one
    std::optional<Rights> m_rights; ///< on the original, once they are read
    core::ClientValues m_start; ///< what the editors held at first
    QHash<core::Field, Meanwhile> m_meanwhile;
    int m_round = 0; ///< answers to older questions are dropped
    bool m_filling = false;
};

} // namespace ui
