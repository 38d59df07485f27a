#include "ui/clients/ClientForm.h"

#include "core/records/ConsentStore.h"
#include "ui/clients/CompareDialog.h"
#include "ui/clients/DraftKeeper.h"
#include "ui/clients/DuplicateHints.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/FormFields.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr int examineDelayMs = 250;
constexpr int keepAfterMs = 3000;
constexpr int widestForm = 760;

} // namespace

ClientForm::ClientForm(OfficeJobs& jobs, QWidget* parent)
    : ClientForm(jobs, Kind::Whole, parent)
{ }

ClientForm::ClientForm(OfficeJobs& jobs, Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_kind(kind)
    , m_title(new QLabel(this))
    , m_fields(new FormFields(this))
    , m_hints(new DuplicateHints(this))
    , m_reason(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_drafts(new DraftKeeper(jobs, this))
{
    m_rows = m_fields->rows();
    m_title->setFont(theme::font(theme::Title));
    m_title->setTextFormat(Qt::PlainText);
    m_fields->addConsent(makeConsent(m_fields->widget()));
    m_reason->setPlaceholderText(tr("Why, for the person who approves it"));
    m_reasonRow = new FieldRow(tr("Reason"), m_reason, this);
    m_reasonRow->setMaximumWidth(widestForm);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::space(2));
    if (m_kind == Kind::Whole) {
        makeWhole(layout);
    } else {
        makeInPlace(layout);
    }
    layout->addWidget(m_reasonRow);
    layout->addWidget(m_problem);
    layout->addWidget(makeButtons());

    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] { save(false); });
    }
    connect(m_hints, &DuplicateHints::openWanted, this, [this](const core::ClientId& id) {
        leaveFor([this, id] { Q_EMIT openWanted(id); });
    });
    connect(m_hints, &DuplicateHints::compareWanted, this, &ClientForm::compare);
    m_examineTimer.setSingleShot(true);
    m_examineTimer.setInterval(examineDelayMs);
    connect(&m_examineTimer, &QTimer::timeout, this, &ClientForm::examine);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(keepAfterMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &ClientForm::keepDraft);
    connectFields();
    connectSuggestions();
    loadWords();
}

ClientForm::~ClientForm()
{
    for (FieldRow* row : std::as_const(m_rows)) {
        row->editor()->disconnect(
            this); // the one with the keyboard says that it was left, while it goes
    }
}

void ClientForm::makeWhole(QVBoxLayout* layout)
{
    layout->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(4));
    layout->addWidget(m_title);
    layout->addSpacing(theme::space(2));
    auto* across = new QHBoxLayout;
    across->setSpacing(theme::space(4));
    across->addWidget(m_fields, 1);
    across->addWidget(m_hints, 0, Qt::AlignTop);
    layout->addLayout(across, 1);
}

void ClientForm::makeInPlace(QVBoxLayout* layout)
{
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    m_title->hide();
    m_hints->hide();
    m_reasonRow->setBare(true);
}

QWidget* ClientForm::makeConsent(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(1));
    m_consent = new QLineEdit(box);
    m_consent->setPlaceholderText(tr("Where it is kept: form 12 in cabinet 3, a mail of 3 May"));
    m_consentRow = new FieldRow(tr("Consent"), m_consent, box);
    m_consentRow->setRequired(true);
    column->addWidget(m_consentRow);
    QLabel* words = makeText(box, tr("Once saved, only data administrators can open this."));
    words->setFont(theme::font(theme::Caption));
    setTone(words, theme::Tone::Muted);
    auto* below = new QHBoxLayout;
    below->addSpacing(FieldRow::labelWidth(box) + theme::space(3));
    below->addWidget(words, 1);
    column->addLayout(below);
    return box;
}

QWidget* ClientForm::makeButtons()
{
    const bool inPlace = m_kind == Kind::InPlace;
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, inPlace ? 0 : theme::space(1), 0, 0);
    row->setSpacing(theme::space(2));
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_saveAnyway = new QPushButton(tr("Not a duplicate: save all the same"), foot);
    setKey(m_saveAnyway, 'D');
    m_saveAnyway->hide();
    m_save = makePrimary("check", tr("Save"), foot);
    m_save->setToolTip(inPlace ? tr("Enter") : tr("Ctrl+Enter"));
    row->addWidget(cancel);
    if (!inPlace) {
        row->addStretch(1);
    }
    row->addWidget(m_saveAnyway);
    row->addWidget(m_save);
    if (inPlace) {
        row->addStretch(1);
    }
    connect(cancel, &QPushButton::clicked, this, [this] { leaveFor([this] { Q_EMIT closed(); }); });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_saveAnyway, &QPushButton::clicked, this, [this] { save(true); });
    return foot;
}

void ClientForm::startNew()
{
    m_original.reset();
    m_title->setText(tr("New client"));
    core::ClientValues values;
    values.set(Field::Type, QStringLiteral("company"));
    values.set(Field::Owner, m_jobs.session().name);
    fill(values);
    m_reasonRow->hide();
    m_rows.value(Field::Name)->editor()->setFocus();
}

void ClientForm::edit(const core::Client& client)
{
    m_original = client;
    m_title->setText(client.value(Field::Name));
    core::ClientValues shown;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        shown.set(row.key(), editorForm(row.key(), client.value(row.key())));
    }
    fill(shown);
    readRights();
    m_rows.value(Field::Name)->editor()->setFocus();
}

void ClientForm::editOnly(const core::Client& client, const std::vector<Field>& fields)
{
    m_only = fields;
    edit(client);
    m_fields->showOnly(fields);
    fitInPlace();
    QWidget* first = m_rows.value(fields.front())->editor();
    first->setFocus();
    if (auto* line = qobject_cast<QLineEdit*>(first)) {
        line->selectAll();
    }
}

/// As high as what it shows.
void ClientForm::fitInPlace()
{
    m_fields->fitHeight();
}

void ClientForm::fill(const core::ClientValues& values)
{
    forgetDraft(); // and the answer to a save of what stood here
    loadTags();
    m_filling = true;
    m_start = {};
    m_rights.reset();
    m_meanwhile.clear();
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        setEditorText(row.value()->editor(), values.value(row.key()));
        m_start.set(row.key(), editorText(row.value()->editor()));
        m_last.set(row.key(), m_start.value(row.key()));
        row.value()->clearFinding();
        row.value()->setNeedsApproval(false);
    }
    lock();
    m_filling = false;
    m_undo.clear();
    m_fields->sayNothing();
    m_fields->verticalScrollBar()->setValue(0); // not where the last record was left
    m_reason->clear();
    m_consent->clear();
    m_consentRow->clearFinding();
    m_problem->hide();
    m_saveAnyway->hide();
    m_hints->show({});
    adaptToType();
    edited();
}

QString ClientForm::text(Field field) const
{
    return editorText(m_rows.value(field)->editor());
}

bool ClientForm::isChanged(Field field) const
{
    return text(field) != m_start.value(field);
}

core::ClientValues ClientForm::typed() const
{
    core::ClientValues values;
    if (m_original) {
        values = m_original->values; // what the form does not show stays
    }
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        values.set(row.key(), text(row.key()));
    }
    return values;
}

bool ClientForm::needsConsent() const
{
    for (const Field field : {Field::IdNumber, Field::BankAccount}) {
        const bool isTyped = isChanged(field) && !text(field).trimmed().isEmpty();
        if (isTyped
            && !(m_rights && m_rights->agreed.contains(core::purposeOf(core::fieldName(field))))) {
            return true;
        }
    }
    return false;
}

bool ClientForm::isDirty() const
{
    const QList<Field> fields = m_rows.keys();
    return std::any_of(
        fields.begin(), fields.end(), [this](Field field) { return isChanged(field); });
}

ClientDraft ClientForm::draft() const
{
    ClientDraft draft{m_original, {}, m_reason->text(), m_consent->text(), keptAt()};
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        if (isChanged(row.key())) {
            draft.typed.emplace_back(row.key(), text(row.key()));
        }
    }
    return draft;
}

void ClientForm::restore(const ClientDraft& draft)
{
    if (draft.original) {
        edit(*draft.original);
    } else {
        startNew();
    }
    for (const auto& [field, text] : draft.typed) {
        type(field, text);
    }
    m_reason->setText(draft.reason);
    m_consent->setText(draft.consent);
    m_kept = draft.kept;
    keepDraft();
}

void ClientForm::type(Field field, const QString& text)
{
    setEditorText(m_rows.value(field)->editor(), text);
}

void ClientForm::showField(Field field)
{
    m_fields->scrollTo(m_rows.value(field));
}

void ClientForm::compare(const core::DuplicateHint& hint)
{
    auto* dialog = new CompareDialog(m_jobs, typed(), hint, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompareDialog::openWanted, this, [this](const core::ClientId& id) {
        leaveFor([this, id] { Q_EMIT openWanted(id); });
    });
    dialog->open();
}

void ClientForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        leaveFor([this] { Q_EMIT closed(); });
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_kind == Kind::InPlace) {
        save(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ui
