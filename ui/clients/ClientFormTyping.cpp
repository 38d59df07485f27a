// ClientForm: what happens while somebody types: what is offered, how it is taken back, and how it is kept for the
// case that the program ends.
#include "core/records/ClientStandardizer.h"
#include "core/records/SealedStore.h"
#include "core/security/UserStore.h"
#include "core/standardize/Places.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/DraftKeeper.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/FormFields.h"
#include "ui/widgets/EntriesEditor.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/SuggestEdit.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace ui {

using core::Field;

namespace {

struct OfficeWords
{
    std::vector<OfficePerson> people;
    QStringList confidential;
};

core::Result<OfficeWords> wordsOf(core::Office& office)
{
    (void)core::placesLike(
        core::PlaceLevel::Province, u"x", {}, 1); // reads the table, away from the window
    auto users = office.users().list();
    if (!users) {
        return users.error();
    }
    OfficeWords words;
    for (const core::User& user : *users) {
        if (user.active) {
            words.people.push_back({user.name, user.departmentName});
        }
    }
    auto confidential = core::sealedCustomFields(office.context().reader);
    if (!confidential) {
        return confidential.error();
    }
    words.confidential = *confidential;
    return words;
}

} // namespace

void ClientForm::connectFields()
{
    for (const Field field : m_fields->order()) {
        QWidget* editor = m_rows.value(field)->editor();
        onEdited(editor, this, [this, field] { edited(field); });
        editor->installEventFilter(this);
        if (auto* entries = qobject_cast<EntriesEditor*>(editor)) {
            entries->filterCells(this);
        }
        if (auto* line = qobject_cast<QLineEdit*>(editor)) {
            connect(line, &QLineEdit::textEdited, this, [this, field](const QString& text) {
                typedInto(field, text);
            });
            connect(line, &QLineEdit::editingFinished, this, [this, field] { leftField(field); });
        }
    }
}

void ClientForm::connectSuggestions()
{
    const auto suggest = [this](Field field) {
        return qobject_cast<SuggestEdit*>(m_rows.value(field)->editor());
    };
    for (const Field field : {Field::Province, Field::City, Field::District}) {
        suggest(field)->setSource(
            [this, field](const QString& text) { return placesLike(field, text, typed()); }, false);
        connect(suggest(field), &SuggestEdit::chosen, this, [this](const Suggestion& one) {
            setTogether(chosenPlace(one));
        });
    }
    suggest(Field::Tags)->setSource([this](const QString& text) {
        return wordsLike(m_tags,
                         text,
                         core::standardizeValue(Field::Tags, this->text(Field::Tags), {})
                             .split(u';', Qt::SkipEmptyParts));
    });
    suggest(Field::Owner)->setSource([this](const QString& text) {
        // Of whom the record is already, everybody else is offered.
        const bool isWhole = text == m_start.value(Field::Owner);
        return peopleLike(m_people, isWhole ? QString() : text);
    });
}

void ClientForm::loadWords()
{
    m_jobs.run<OfficeWords>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return wordsOf(office); },
        [this](core::Result<OfficeWords> words) {
            if (words) { // else the fields stay free
                m_people = std::move(words->people);
                m_drafts->setConfidential(words->confidential);
            }
        });
}

/// Goes over every client once: when a form is opened first, not when the window is.
void ClientForm::loadTags()
{
    if (std::exchange(m_askedForTags, true)) {
        return;
    }
    m_jobs.run<QStringList>(
        Lane::Behind,
        this,
        [](core::Office& office, core::Progress&) { return office.queries().tagsInUse(); },
        [this](core::Result<QStringList> tags) {
            if (tags) {
                m_tags = *tags;
            }
        });
}

void ClientForm::adaptToType()
{
    const bool person = text(Field::Type) == QLatin1String("person");
    if (m_kind == Kind::Whole) {
        for (const Field field : m_fields->order()) {
            if (core::isOfCompanies(field)) {
                m_fields->setRowVisible(field, !person);
            }
        }
        m_fields->setRowVisible(Field::IdNumber, person || !text(Field::IdNumber).isEmpty());
    }
    m_rows.value(Field::Contact)->setRequired(!person);
}

void ClientForm::edited(Field field)
{
    if (m_filling) {
        return;
    }
    const QString now = text(field);
    m_undo.note({field, m_last.value(field), now});
    m_last.set(field, now);
    edited();
}

void ClientForm::edited()
{
    if (m_filling) {
        return;
    }
    adaptToType();
    bool anyApproval = false;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        bool approval = false;
        if (m_rights && isChanged(row.key())) {
            const core::ChangeWay way = m_rights->ways[core::indexOf(row.key())];
            approval = way == core::ChangeWay::OrdinaryRequest
                || way == core::ChangeWay::ImportantRequest;
        }
        row.value()->setNeedsApproval(approval);
        anyApproval = anyApproval || approval;
    }
    m_reasonRow->setVisible(anyApproval);
    m_consentRow->setVisible(needsConsent());
    showSaveWords();
    m_saveAnyway->hide();
    m_examineTimer.start();
    if (!m_draftTimer.isActive()) {
        m_draftTimer.start(); // and not again with every key: whoever never rests is kept, too
    }
    fitInPlace();
}

Field ClientForm::fieldOf(const QObject* editor) const
{
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const QWidget* own = row.value()->editor();
        const auto* widget = qobject_cast<const QWidget*>(editor);
        if (own == editor || (widget != nullptr && own->isAncestorOf(widget))) {
            return row.key();
        }
    }
    return Field::Id;
}

/// One step of several fields. What was chosen or typed just now in one of them belongs to it.
void ClientForm::setTogether(const FieldTexts& texts)
{
    if (m_isSaving) {
        return;
    }
    m_filling = true;
    bool isFirst = true;
    for (const auto& [field, text] : texts) {
        setEditorText(m_rows.value(field)->editor(), text);
        const FieldStep step{field, m_last.value(field), this->text(field)};
        if (step.before == step.after) {
            continue; // the first that changes begins the step
        }
        if (std::exchange(isFirst, false)) {
            m_undo.note(step);
        } else {
            m_undo.join(step);
        }
        m_last.set(field, this->text(field));
    }
    m_filling = false;
    edited();
}

void ClientForm::undo()
{
    if (!m_isSaving) {
        takeStep(m_undo.undo(), true);
    }
}

void ClientForm::redo()
{
    if (!m_isSaving) {
        takeStep(m_undo.redo(), false);
    }
}

void ClientForm::takeStep(const std::vector<FieldStep>& steps, bool back)
{
    if (steps.empty()) {
        return;
    }
    m_filling = true;
    for (const FieldStep& step : steps) {
        setEditorText(m_rows.value(step.field)->editor(), back ? step.before : step.after);
        m_last.set(step.field, text(step.field));
    }
    m_filling = false;
    m_fields->sayNothing();
    // Where something changes, there the eye should be.
    FieldRow* row = m_rows.value(steps.front().field);
    if (row->isVisible()) {
        if (!row->editor()->isAncestorOf(focusWidget())) {
            row->editor()->setFocus(Qt::ShortcutFocusReason);
        }
        m_fields->scrollTo(row);
        if (auto* line = qobject_cast<QLineEdit*>(row->editor())) {
            line->end(false);
        }
    }
    edited();
}

QString ClientForm::notice() const
{
    return m_fields->said();
}

QString ClientForm::keptAt() const
{
    return m_kept.isEmpty() ? m_drafts->path() : m_kept;
}

void ClientForm::keepDraft()
{
    if (m_jobs.isAsleep()) {
        return;
    }
    if (!isDirty()) {
        dropDraft();
        return;
    }
    ClientDraft kept = draft();
    kept.kept = std::exchange(m_kept, QString());
    m_drafts->keep(std::move(kept));
}

void ClientForm::dropDraft()
{
    m_draftTimer.stop();
    m_drafts->drop(std::exchange(m_kept, QString()));
}

bool ClientForm::eventFilter(QObject* watched, QEvent* event)
{
    const Field field = fieldOf(watched);
    if (field == Field::Id) {
        return false;
    }
    if (event->type() == QEvent::FocusOut && watched != m_rows.value(field)->editor()) {
        m_undo.close(); // one cell of several is left; a whole field says so itself (leftField)
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    const bool isRedo = key->matches(QKeySequence::Redo)
        || (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier)
        || (key->key() == Qt::Key_Z
            && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier));
    if (!isUndo && !isRedo) {
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        if (isUndo) {
            undo();
        } else {
            redo();
        }
    }
    event->accept();
    return true;
}

} // namespace ui
