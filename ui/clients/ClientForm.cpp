#include "ui/clients/ClientForm.h"

#include "core/records/ClientStandardizer.h"
#include "core/security/Permissions.h"
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
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr int besideWidth = 280;
constexpr int examineDelayMs = 250;

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
          Field::Website}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Address"),
         {Field::Province,
          Field::City,
          Field::District,
          Field::Street,
          Field::Postcode,
          Field::Country}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "More"),
         {Field::Tags, Field::Source, Field::LastContactAt, Field::Notes}},
    };
    return all;
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

ClientForm::ClientForm(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(5), theme::space(4), theme::space(5), theme::space(3));
    m_title = new QLabel(this);
    m_title->setFont(theme::font(theme::Title));
    m_title->setTextFormat(Qt::PlainText);
    layout->addWidget(m_title);
    auto* across = new QHBoxLayout;
    across->setSpacing(theme::space(5));
    across->addWidget(makeFields(), 1);
    across->addWidget(makeBeside());
    layout->addLayout(across, 1);

    m_reason = new QLineEdit(this);
    m_reasonRow = new FieldRow(tr("Reason"), m_reason, this);
    layout->addWidget(m_reasonRow);
    m_problem = makeProblem(this);
    layout->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_saveAnyway = new QPushButton(tr("Not a duplicate: save all the same"), this);
    m_saveAnyway->hide();
    m_save = makePrimary("check", tr("Save"), this);
    m_save->setToolTip(tr("Ctrl+Enter"));
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_saveAnyway);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &ClientForm::leave);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_saveAnyway, &QPushButton::clicked, this, [this] { save(true); });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] { save(false); });
    }
    m_examineTimer.setSingleShot(true);
    m_examineTimer.setInterval(examineDelayMs);
    connect(&m_examineTimer, &QTimer::timeout, this, &ClientForm::examine);
    loadOwners();
}

QWidget* ClientForm::makeFields()
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget(scroll);
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
    }
    column->addStretch(1);
    scroll->setWidget(body);
    return scroll;
}

QWidget* ClientForm::makeBeside()
{
    auto* beside = new QWidget(this);
    beside->setFixedWidth(besideWidth);
    auto* column = new QVBoxLayout(beside);
    column->setContentsMargins(0, theme::space(3), 0, 0);
    m_hints = new QWidget(beside);
    m_beside = new QVBoxLayout(m_hints);
    m_beside->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_hints);
    column->addStretch(1);
    return beside;
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
        const QString& stored = client.value(row.key());
        shown.set(row.key(),
                  choicesFor(row.key()).empty() ? core::shownValue(row.key(), stored) : stored);
    }
    fill(shown);
    m_rows.value(Field::Name)->editor()->setFocus();
}

void ClientForm::fill(const core::ClientValues& values)
{
    m_filling = true;
    m_start = {};
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        setEditorText(row.value()->editor(), values.value(row.key()));
        m_start.set(row.key(), editorText(row.value()->editor()));
        row.value()->clearFinding();
        row.value()->setNeedsApproval(false);
    }
    m_filling = false;
    m_reason->clear();
    m_problem->hide();
    m_saveAnyway->hide();
    showDuplicates({});
    adaptToType();
    edited();
}

core::ClientValues ClientForm::typed() const
{
    core::ClientValues values;
    if (m_original) {
        values = m_original->values; // what the form does not show stays
    }
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        values.set(row.key(), editorText(row.value()->editor()));
    }
    return values;
}

bool ClientForm::isDirty() const
{
    if (property("discard").toBool()) {
        return false;
    }
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        if (editorText(row.value()->editor()) != m_start.value(row.key())) {
            return true;
        }
    }
    return false;
}

void ClientForm::type(Field field, const QString& text)
{
    setEditorText(m_rows.value(field)->editor(), text);
}

void ClientForm::adaptToType()
{
    const bool person = editorText(m_rows.value(Field::Type)->editor()) == QLatin1String("person");
    m_rows.value(Field::CreditCode)->setVisible(!person);
    m_rows.value(Field::Position)->setVisible(!person);
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
        if (m_original && editorText(row.value()->editor()) != m_start.value(row.key())) {
            const auto level = core::fieldInfo(row.key()).level;
            const auto action
                = level == core::FieldLevel::Important && !m_start.value(row.key()).isEmpty()
                ? core::Action::ChangeImportant
                : level == core::FieldLevel::Free ? core::Action::ChangeFree
                                                  : core::Action::ChangeOrdinary;
            approval = core::decide(m_jobs.session(), action, {m_original->owner, {}})
                == core::Verdict::ByRequest;
        }
        row.value()->setNeedsApproval(approval);
        anyApproval = anyApproval || approval;
    }
    m_reasonRow->setVisible(anyApproval);
    m_save->setText(anyApproval ? tr("Save and ask for approval") : tr("Save"));
    m_saveAnyway->hide();
    m_examineTimer.start();
}

void ClientForm::examine()
{
    const int round = ++m_round;
    const core::ClientValues values = typed();
    const core::ClientPk self = m_original ? m_original->pk : core::ClientPk{};
    m_jobs.run<core::AddOutcome>(
        Lane::Read,
        this,
        [values, self](core::Office& office, core::Progress&) {
            return office.clients().preview(values, self);
        },
        [this, round](core::Result<core::AddOutcome> outcome) {
            if (round == m_round && outcome) {
                show(*outcome);
            }
        });
}

void ClientForm::show(const core::AddOutcome& outcome)
{
    showFindings(outcome.findings, false);
    showDuplicates(outcome.duplicates);
}

void ClientForm::showFindings(const core::Findings& findings, bool all)
{
    for (FieldRow* row : std::as_const(m_rows)) {
        row->clearFinding();
    }
    for (const core::Finding& finding : findings) {
        FieldRow* row = m_rows.value(finding.field);
        // A field nobody has reached yet is not scolded for being empty.
        if (row != nullptr && (all || finding.rule != QLatin1String("missing"))) {
            row->setFinding(finding.severity, finding.message);
        }
    }
}

void ClientForm::showDuplicates(const std::vector<core::DuplicateHint>& hints)
{
    clearLayout(m_beside);
    m_hints->setVisible(!hints.empty());
    if (hints.empty()) {
        return;
    }
    auto* heading = new QLabel(tr("Perhaps here already"), m_hints);
    heading->setFont(theme::font(theme::Strong));
    m_beside->addWidget(heading);
    for (const core::DuplicateHint& hint : hints) {
        const QString who = hint.name.isEmpty() ? tr("A client of %1").arg(hint.owner) : hint.name;
        auto* card = new QLabel(m_hints);
        card->setTextFormat(Qt::PlainText);
        card->setWordWrap(true);
        card->setText(who + u'\n' + hint.id.value + u'\n' + hint.reasons.join(tr("; ")));
        card->setStyleSheet(
            QStringLiteral(
                "background: %1; border: 1px solid %2; border-radius: 6px; padding: 8px;")
                .arg(theme::color(theme::Tone::Raised).name(),
                     theme::color(theme::Tone::Line).name()));
        m_beside->addWidget(card);
    }
}

void ClientForm::save(bool force)
{
    m_save->setEnabled(false);
    m_problem->hide();
    if (m_original) {
        saveChanges();
    } else {
        saveNew(force);
    }
}

void ClientForm::saveNew(bool force)
{
    const core::ClientValues values = typed();
    core::AddOptions options;
    options.force = force;
    m_jobs.run<core::AddOutcome>(
        Lane::Write,
        this,
        [values, options](core::Office& office, core::Progress&) {
            return office.clients().add(values, options);
        },
        [this](core::Result<core::AddOutcome> outcome) {
            m_save->setEnabled(true);
            if (!outcome) {
                refused(outcome.error(), {});
            } else if (outcome->refusal) {
                showDuplicates(outcome->duplicates);
                m_saveAnyway->setVisible(outcome->refusal->code == core::ErrorCode::Duplicate);
                refused(*outcome->refusal, outcome->findings);
            } else {
                fill(m_start); // nothing is unsaved any more
                Q_EMIT saved(outcome->client->id(),
                             tr("Saved as %1.").arg(outcome->client->id().value));
            }
        });
}

void ClientForm::saveChanges()
{
    std::vector<core::FieldEdit> edits;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const QString now = editorText(row.value()->editor());
        if (now != m_start.value(row.key())) {
            edits.push_back({row.key(), now, m_original->value(row.key())});
        }
    }
    if (edits.empty()) {
        m_save->setEnabled(true);
        Q_EMIT closed();
        return;
    }
    const core::ClientId id = m_original->id();
    core::UpdateOptions options;
    options.reason = m_reason->text().trimmed();
    m_jobs.run<core::UpdateOutcome>(
        Lane::Write,
        this,
        [id, edits, options](core::Office& office, core::Progress&) {
            return office.changes().update(id, edits, options);
        },
        [this, id](core::Result<core::UpdateOutcome> outcome) {
            m_save->setEnabled(true);
            if (!outcome) {
                refused(outcome.error(), {});
            } else if (outcome->refusal) {
                refused(*outcome->refusal, outcome->findings);
            } else {
                fill(m_start);
                Q_EMIT saved(id,
                             outcome->requests.empty()
                                 ? tr("Saved.")
                                 : tr("Saved; what needs approval was asked for."));
            }
        });
}

void ClientForm::refused(const core::Error& error, const core::Findings& findings)
{
    showFindings(findings, true);
    sayProblem(m_problem, error.message);
}

void ClientForm::leave()
{
    if (!isDirty()) {
        Q_EMIT closed();
        return;
    }
    ask(this,
        tr("Unsaved changes"),
        tr("What you typed is not saved yet."),
        tr("Leave without saving"),
        [this] {
            fill(m_start);
            Q_EMIT closed();
        });
}

void ClientForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ui
