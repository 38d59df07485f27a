#include "ui/clients/ClientForm.h"

#include "core/records/ConsentStore.h"
#include "core/security/UserStore.h"
#include "ui/clients/DuplicateHints.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr int examineDelayMs = 250;
constexpr int widestForm = 760;

struct Group
{
    const char* title;
    std::vector<Field> fields;
};

const std::vector<Group>& groups()
{
    static const std::vector<Group> all{
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Client"),
         {Field::Type,
          Field::Name,
          Field::Industry,
          Field::CreditCode,
          Field::Activity,
          Field::Owner}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Contact"),
         {Field::Contact,
          Field::Position,
          Field::Phone,
          Field::OtherPhones,
          Field::Email,
          Field::OtherEmails,
          Field::Website,
          Field::Contacts}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Address"),
         {Field::Province,
          Field::City,
          Field::District,
          Field::Street,
          Field::Postcode,
          Field::Country}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Confidential"),
         {Field::IdNumber, Field::BankAccount}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "More"),
         {Field::Tags, Field::Source, Field::LastContactAt, Field::Notes, Field::Custom}},
    };
    return all;
}

} // namespace

ClientForm::ClientForm(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(2));
    m_title = new QLabel(this);
    m_title->setFont(theme::font(theme::Title));
    m_title->setTextFormat(Qt::PlainText);
    layout->addWidget(m_title);
    auto* across = new QHBoxLayout;
    across->setSpacing(theme::space(6));
    across->addWidget(makeFields(), 1);
    m_hints = new DuplicateHints(this);
    across->addWidget(m_hints);
    layout->addLayout(across, 1);
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Why, for the person who approves it"));
    m_reasonRow = new FieldRow(tr("Reason"), m_reason, this);
    m_reasonRow->setMaximumWidth(widestForm);
    layout->addWidget(m_reasonRow);
    m_problem = makeProblem(this);
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
    m_examineTimer.setSingleShot(true);
    m_examineTimer.setInterval(examineDelayMs);
    connect(&m_examineTimer, &QTimer::timeout, this, &ClientForm::examine);
    loadOwners();
}

QWidget* ClientForm::makeFields()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMaximumWidth(widestForm);
    auto* body = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, theme::space(3), 0);
    column->setSpacing(theme::space(1));
    for (const Group& group : groups()) {
        auto* heading = new QLabel(tr(group.title), body);
        heading->setFont(theme::font(theme::Heading));
        heading->setContentsMargins(0, theme::space(3), 0, theme::space(1));
        column->addWidget(heading);
        for (const Field field : group.fields) {
            QWidget* editor = makeEditor(field, {}, body);
            auto* row = new FieldRow(core::fieldLabel(field), editor, body);
            row->setRequired(core::fieldInfo(field).required);
            m_rows.insert(field, row);
            column->addWidget(row);
            onEdited(editor, this, [this] { edited(); });
        }
        if (core::isSealed(group.fields.front())) {
            column->addWidget(makeConsent(body));
        }
    }
    column->addStretch(1);
    m_scroll->setWidget(body);
    return m_scroll;
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
    column->addWidget(words);
    return box;
}

QWidget* ClientForm::makeButtons()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, theme::space(1), 0, 0);
    row->setSpacing(theme::space(2));
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_saveAnyway = new QPushButton(tr("Not a duplicate: save all the same"), foot);
    setKey(m_saveAnyway, 'D');
    m_saveAnyway->hide();
    m_save = makePrimary("check", tr("Save"), foot);
    m_save->setToolTip(tr("Ctrl+Enter"));
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_saveAnyway);
    row->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, [this] { leaveFor([this] { Q_EMIT closed(); }); });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_saveAnyway, &QPushButton::clicked, this, [this] { save(true); });
    return foot;
}

void ClientForm::loadOwners()
{
    m_jobs.run<std::vector<core::User>>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.users().list(); },
        [this](core::Result<std::vector<core::User>> users) {
            if (!users) {
                return; // the field still shows and keeps the owner it has
            }
            auto* box = qobject_cast<QComboBox*>(m_rows.value(Field::Owner)->editor());
            m_filling = true;
            for (const core::User& user : *users) {
                if (user.active && box->findData(user.name) < 0) {
                    box->addItem(user.name, user.name);
                }
            }
            m_filling = false;
        });
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

void ClientForm::fill(const core::ClientValues& values)
{
    m_filling = true;
    m_start = {};
    m_rights.reset();
    m_meanwhile.clear();
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        setEditorText(row.value()->editor(), values.value(row.key()));
        m_start.set(row.key(), editorText(row.value()->editor()));
        row.value()->clearFinding();
        row.value()->setNeedsApproval(false);
    }
    lock();
    m_filling = false;
    m_scroll->verticalScrollBar()->setValue(0); // not where the last record was left
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
    ClientDraft draft{m_original, {}, m_reason->text(), m_consent->text()};
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
}

void ClientForm::type(Field field, const QString& text)
{
    setEditorText(m_rows.value(field)->editor(), text);
}

void ClientForm::showField(Field field)
{
    m_scroll->ensureWidgetVisible(m_rows.value(field));
}

void ClientForm::adaptToType()
{
    const bool person = text(Field::Type) == QLatin1String("person");
    m_rows.value(Field::CreditCode)->setVisible(!person);
    m_rows.value(Field::Position)->setVisible(!person);
    m_rows.value(Field::IdNumber)->setVisible(person || !text(Field::IdNumber).isEmpty());
    m_rows.value(Field::Contact)->setRequired(!person);
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
    m_save->setText(anyApproval ? tr("Save and ask for approval") : tr("Save"));
    m_saveAnyway->hide();
    m_examineTimer.start();
}

void ClientForm::leaveFor(const std::function<void()>& step)
{
    if (!isDirty()) {
        step();
        return;
    }
    ask(this,
        tr("Unsaved changes"),
        tr("What you typed is not saved yet."),
        tr("Leave without saving"),
        [this, step] {
            fill(m_start);
            step();
        });
}

void ClientForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        leaveFor([this] { Q_EMIT closed(); });
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ui
