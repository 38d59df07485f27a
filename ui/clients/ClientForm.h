/// ClientForm: enters a new client, or edits one. Findings stand under their field as it is typed, possible duplicates
/// beside the form, and fields whose change somebody else approves are marked before saving. What is pasted in one piece is
/// split up: a whole contact or an address into its fields, several phones into theirs. What colleagues saved in other
/// fields meanwhile stays; where one saved the same field, ConflictDialog asks, and nothing typed is lost: neither when the
/// program ends (DraftKeeper). Ctrl+Z and Ctrl+Shift+Z go through all that was done, whatever the field. Ctrl+Enter saves,
/// Esc asks only if something would be lost. Thread of the window.
///
/// In place, the same form edits a few fields in the record itself: no headings, no labels, Enter saves.
///
///     ClientForm form(jobs, ClientForm::Kind::InPlace, panel);
///     form.editOnly(client, {Field::Phone});
#pragma once

#include "core/approval/ChangeService.h"
#include "core/records/ClientDraft.h"
#include "core/records/ClientService.h"
#include "core/records/PastedBlock.h"
#include "ui/clients/FieldSuggestions.h"
#include "ui/clients/FormNotice.h"
#include "ui/clients/FormUndo.h"
#include "ui/jobs/OfficeJobs.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class DraftKeeper;
class DuplicateHints;
class FieldRow;
class FormFields;
struct ConflictDecision;

using core::ClientDraft;

class ClientForm : public QWidget
{
    Q_OBJECT

public:
    enum class Kind : std::uint8_t
    {
        Whole,
        InPlace
    };

    explicit ClientForm(OfficeJobs& jobs, QWidget* parent = nullptr);
    ClientForm(OfficeJobs& jobs, Kind kind, QWidget* parent);
    ~ClientForm() override;

    void startNew();
    void edit(const core::Client& client);
    /// No more than these; of a form that is in place.
    void editOnly(const core::Client& client, const std::vector<core::Field>& fields);
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] ClientDraft draft() const;
    void restore(const ClientDraft& draft);
    /// Types into a field as a person would (tests, tour).
    void type(core::Field field, const QString& text);
    /// Scrolls to the field.
    void showField(core::Field field);
    [[nodiscard]] FieldRow& row(core::Field field) { return *m_rows.value(field); }
    /// Leaves the form, asking first where something typed would be lost, then does `step`. While a save is on its way nothing
    /// can be left: what comes back from it may be work for who typed.
    void leaveFor(const std::function<void()>& step);
    /// As its button does; saved() follows, or the form says what is still to be done.
    void saveNow() { save(false); }
    /// From saveNow() until its answer is there: what is typed can be read, but not changed.
    [[nodiscard]] bool isSaving() const { return m_isSaving; }
    /// What is typed is given up: nothing of it is kept either.
    void forgetDraft();
    void undo();
    void redo();
    /// Where what is typed is kept for the case that the program ends; empty where nothing is.
    [[nodiscard]] QString keptAt() const;
    /// What stands below the field where something was pasted: that it was split up, or could be.
    [[nodiscard]] QString notice() const;

Q_SIGNALS:
    /// `words` says what came of it: stored, or waiting for approval.
    void saved(core::ClientPk pk, const core::ClientId& id, const QString& words);
    void closed();
    void openWanted(const core::ClientId& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

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

    using FieldTexts = std::vector<std::pair<core::Field, QString>>;
    /// What splitting up a pasted contact would do.
    struct BlockPlan
    {
        FieldTexts texts;
        QStringList rest; ///< for the notes, where somebody wants it there
        QStringList confidential; ///< for no field that is not sealed
        bool overwrites = false;
    };

    void makeWhole(QVBoxLayout* layout);
    void makeInPlace(QVBoxLayout* layout);
    void connectFields();
    void connectSuggestions();
    QWidget* makeConsent(QWidget* parent);
    QWidget* makeButtons();
    /// What is offered while typing, and what else of the office a form needs to know.
    void loadWords();
    void loadTags();
    void fill(const core::ClientValues& values);
    void readRights();
    void lock();
    [[nodiscard]] core::ClientValues typed() const;
    [[nodiscard]] QString text(core::Field field) const;
    [[nodiscard]] bool isChanged(core::Field field) const;
    [[nodiscard]] bool isHidden(core::Field field) const;
    /// A confidential value was typed to which no consent is on record.
    [[nodiscard]] bool needsConsent() const;
    void edited(core::Field field);
    void edited();
    /// By hand, with the keyboard or the clipboard; before edited().
    void typedInto(core::Field field, const QString& text);
    void leftField(core::Field field);
    /// `before`: what the field held before it.
    void takePasted(core::Field field, const QString& before, const QString& pasted);
    void splitPhones(core::Field field);
    void offerAddress(core::Field field);
    void splitAddress(core::Field field);
    [[nodiscard]] bool isOtherAddress(const FieldTexts& parts, core::Field field) const;
    void emptyOtherParts(FieldTexts& texts) const;
    bool offerBlock(core::Field field, const QString& before, const QString& pasted);
    [[nodiscard]] BlockPlan
    planBlock(const core::PastedBlock& block, core::Field field, const QString& before) const;
    void splitBlock(const BlockPlan& plan, core::Field field);
    void saySplit(core::Field below, const QStringList& rest, const QStringList& confidential);
    void saySplit(core::Field below,
                  QString words,
                  std::vector<FormNotice::Button> buttons,
                  const QStringList& confidential);
    void addToNotes(core::Field below, const QStringList& rest, const QStringList& confidential);
    [[nodiscard]] bool isDenied(core::Field field) const;
    [[nodiscard]] bool canFill(core::Field field) const;
    void setTogether(const FieldTexts& texts);
    void takeStep(const std::vector<FieldStep>& steps, bool back);
    [[nodiscard]] core::Field fieldOf(const QObject* editor) const;
    void rebase();
    void keepDraft();
    void dropDraft();
    void fitInPlace();
    void examine();
    void showFindings(const core::Findings& findings, bool all);
    void adaptToType();
    void showFirstProblem();

    void compare(const core::DuplicateHint& hint);
    void save(bool force);
    void setSaving(bool isSaving);
    void showSaveWords();
    /// `then`, where the form still holds what it held when this was called.
    template <typename T>
    [[nodiscard]] std::function<void(core::Result<T>)>
    ifStillHere(std::function<void(core::Result<T>)> then)
    {
        return [this, filling = m_fillings, then = std::move(then)](core::Result<T> answer) {
            if (filling == m_fillings) {
                then(std::move(answer));
            }
        };
    }
    void saveNew(bool force);
    void saveChanges();
    void stored(const core::UpdateOutcome& outcome);
    void askWhichIsRight(const core::UpdateOutcome& outcome);
    void takeDecisions(const std::vector<ConflictDecision>& decisions, int version);
    void refused(const core::Error& error, const core::Findings& findings);
    void readMeanwhile();
    void takeOver(const core::Client& now, const QHash<core::Field, QString>& authors);

    OfficeJobs& m_jobs;
    Kind m_kind;
    QLabel* m_title = nullptr;
    FormFields* m_fields = nullptr;
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
    QTimer m_draftTimer{this};
    DraftKeeper* m_drafts;
    QString m_kept; ///< the file of a draft that goes on here, until it is written anew
    std::vector<OfficePerson> m_people;
    QStringList m_tags;
    std::optional<core::Client> m_original; ///< empty while entering a new one
    std::optional<Rights> m_rights; ///< on the original, once they are read
    core::ClientValues m_start; ///< what the editors held at first
    core::ClientValues m_last; ///< what they held when it was looked at last
    std::vector<core::Field> m_only; ///< in place
    FormUndo m_undo;
    QHash<core::Field, Meanwhile> m_meanwhile;
    int m_round = 0; ///< answers to older questions are dropped
    int m_fillings = 0; ///< how often something else has come into the form
    bool m_isSaving = false;
    QPointer<QWidget> m_keyboard; ///< what had it when a save began, and cannot meanwhile
    bool m_filling = false;
    bool m_askedForTags = false;
};

} // namespace ui
