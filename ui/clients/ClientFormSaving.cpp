// ClientForm: what it asks the office while somebody types, how it saves, and what it says where that is refused.
#include "core/approval/RequestService.h"
#include "core/records/ClientStandardizer.h"
#include "core/security/UserStore.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/ConflictDialog.h"
#include "ui/clients/DuplicateHints.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/FormFields.h"
#include "ui/widgets/EntriesEditor.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using core::Field;

void ClientForm::readRights()
{
    const core::Client client = *m_original;
    m_jobs.run<Rights>(
        Lane::Read,
        this,
        [client](core::Office& office, core::Progress&) -> core::Result<Rights> {
            core::Connection& reader = office.context().reader;
            auto subject = office.clients().subject(reader, client);
            if (!subject) {
                return subject.error();
            }
            auto people = core::UserStore(reader).activeCount();
            if (!people) {
                return people.error();
            }
            Rights rights;
            for (const core::FieldInfo& info : core::allFields()) {
                rights.ways[core::indexOf(info.field)] = office.changes().wayOf(
                    info.field, client.value(info.field), *subject, *people <= 1);
            }
            rights.seesAll = core::decide(office.session(), core::Action::SeeAll, *subject)
                == core::Verdict::Allowed;
            auto waiting = office.requests().waitingFor(client.id());
            if (!waiting) {
                return waiting.error();
            }
            auto consents = office.sealed().consents(client.id());
            for (const core::Consent& consent :
                 consents ? *consents : std::vector<core::Consent>{}) { // not everybody sees them
                if (consent.stands() && !consent.evidence.isEmpty()) {
                    rights.agreed.append(consent.purpose);
                }
            }
            for (const core::RivalRequest& one : *waiting) {
                for (const core::Field field : one.fields) {
                    QString& words = rights.waiting[field];
                    words += (words.isEmpty() ? QString() : tr(", "))
                        + tr("%1 (%2)").arg(core::requestText(one.pk), one.requestedBy);
                }
            }
            return rights;
        },
        [this, pk = client.pk](core::Result<Rights> rights) {
            if (rights && m_original && m_original->pk == pk) {
                m_rights = *rights;
                lock();
                edited();
            }
        });
}

bool ClientForm::isHidden(Field field) const
{
    return m_rights && !m_rights->seesAll && !core::fieldInfo(field).listed;
}

bool ClientForm::isDenied(Field field) const
{
    return m_rights && m_rights->ways[core::indexOf(field)] == core::ChangeWay::Denied;
}

void ClientForm::lock()
{
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const bool denied = isDenied(row.key());
        QWidget* editor = row.value()->editor();
        const bool isEntries = qobject_cast<EntriesEditor*>(editor) != nullptr;
        setEditorReadOnly(editor, denied || (m_isSaving && !isEntries));
        if (isEntries) {
            editor->setEnabled(!m_isSaving); // its buttons keep their room for the moment of a save
        }
        row.value()->setLocked(denied ? tr("Your role does not change this field.") : QString());
        if (auto* line = qobject_cast<QLineEdit*>(editor)) {
            line->setPlaceholderText(isHidden(row.key()) ? tr("hidden from your role")
                                                         : line->property("hint").toString());
            if (!denied) {
                line->setToolTip(
                    line->placeholderText()); // with big letters a narrow field cuts it
            }
        }
    }
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
                showFindings(outcome->findings, false);
                m_hints->show(outcome->duplicates);
            }
        });
}

void ClientForm::showFindings(const core::Findings& findings, bool all)
{
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        row.value()->clearFinding();
        const QString waiting = m_rights ? m_rights->waiting.value(row.key()) : QString();
        if (!waiting.isEmpty() && isChanged(row.key())) {
            row.value()->setFinding(core::Severity::Warning,
                                    tr("A change of this field already waits: %1. Where one is "
                                       "approved, the other goes "
                                       "back.")
                                        .arg(waiting));
        }
        if (m_meanwhile.contains(row.key())) {
            const Meanwhile& other = m_meanwhile[row.key()];
            const QString value = other.value.isEmpty() ? tr("(empty)") : other.value;
            row.value()->setFinding(
                core::Severity::Warning,
                isChanged(row.key())
                    ? tr("%1 saved “%2” here meanwhile. Save again to put yours in its place.")
                          .arg(other.who, value)
                    : tr("%1 changed this meanwhile.").arg(other.who));
        }
    }
    for (const core::Finding& finding : findings) {
        FieldRow* row = m_rows.value(finding.field);
        // A field nobody has reached yet is not scolded for being empty.
        if (row != nullptr && (all || finding.rule != QLatin1String("missing"))) {
            row->setFinding(finding.severity, finding.message);
        }
    }
    const QString owner = text(Field::Owner).trimmed();
    const bool isSomebody
        = std::any_of(m_people.begin(), m_people.end(), [&owner](const OfficePerson& person) {
              return person.name == owner;
          });
    if (!owner.isEmpty() && isChanged(Field::Owner) && !isSomebody && !m_people.empty()) {
        m_rows.value(Field::Owner)
            ->setFinding(core::Severity::Error,
                         tr("Nobody in this office has this name. Down shows who there is."));
    }
    fitInPlace();
}

void ClientForm::save(bool force)
{
    if (m_isSaving) {
        return;
    }
    if (needsConsent() && m_consent->text().trimmed().isEmpty()) {
        m_consentRow->setFinding(
            core::Severity::Error,
            tr("The client must have agreed to this. Say where that is kept, or "
               "leave the value out."));
        m_consent->setFocus();
        m_fields->scrollTo(m_consentRow);
        return;
    }
    m_consentRow->clearFinding();
    m_problem->hide();
    setSaving(true);
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
    options.consent = m_consent->text().trimmed();
    m_jobs.run<core::AddOutcome>(
        Lane::Write,
        this,
        [values, options](core::Office& office, core::Progress&) {
            return office.clients().add(values, options);
        },
        ifStillHere<core::AddOutcome>([this](core::Result<core::AddOutcome> outcome) {
            setSaving(false);
            if (!outcome) {
                refused(outcome.error(), {});
            } else if (outcome->refusal) {
                m_hints->show(outcome->duplicates);
                m_saveAnyway->setVisible(outcome->refusal->code == core::ErrorCode::Duplicate);
                refused(*outcome->refusal, outcome->findings);
            } else {
                fill(m_start); // nothing is unsaved any more
                Q_EMIT saved(outcome->client->pk,
                             outcome->client->id(),
                             tr("Saved as %1.").arg(outcome->client->id().value));
            }
        }));
}

void ClientForm::saveChanges()
{
    std::vector<core::FieldEdit> edits;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        if (isChanged(row.key())) {
            // What this person could not see cannot be compared with what they saw.
            const std::optional<QString> seen
                = isHidden(row.key()) ? std::nullopt : std::optional(m_original->value(row.key()));
            edits.push_back({row.key(), text(row.key()), seen});
        }
    }
    if (edits.empty()) {
        setSaving(false);
        Q_EMIT closed();
        return;
    }
    core::UpdateOptions options;
    options.reason = m_reason->text().trimmed();
    options.ifVersion = m_original->version;
    options.consent = m_consent->text().trimmed();
    m_jobs.run<core::UpdateOutcome>(
        Lane::Write,
        this,
        [id = m_original->id(), edits, options](core::Office& office, core::Progress&) {
            return office.changes().update(id, edits, options);
        },
        ifStillHere<core::UpdateOutcome>([this](core::Result<core::UpdateOutcome> outcome) {
            setSaving(false);
            if (!outcome) {
                refused(outcome.error(), {});
            } else if (!outcome->conflicts.empty()) {
                askWhichIsRight(*outcome);
            } else if (outcome->refusal) {
                refused(*outcome->refusal, outcome->findings);
            } else {
                stored(*outcome);
            }
        }));
}

void ClientForm::stored(const core::UpdateOutcome& outcome)
{
    fill(m_start); // nothing is unsaved any more
    Q_EMIT saved(m_original->pk,
                 m_original->id(),
                 outcome.requests.empty() ? tr("Saved.")
                                          : tr("Saved; what needs approval was asked for."));
}

void ClientForm::askWhichIsRight(const core::UpdateOutcome& outcome)
{
    sayProblem(m_problem, outcome.refusal->message); // for who goes back to the form
    QStringList owners;
    for (const OfficePerson& person : m_people) {
        owners.append(person.name);
    }
    auto* dialog = new ConflictDialog(outcome.conflicts, m_jobs.access().timeZone, owners, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &ConflictDialog::decided,
            this,
            [this, pk = m_original->pk, version = outcome.version](
                const std::vector<ConflictDecision>& decisions) {
                if (m_original && m_original->pk == pk) {
                    takeDecisions(decisions, version);
                }
            });
    dialog->open();
}

void ClientForm::takeDecisions(const std::vector<ConflictDecision>& decisions, int version)
{
    m_filling = true;
    for (const auto& [conflict, side, other] : decisions) {
        QWidget* editor = m_rows.value(conflict.field)->editor();
        const QString mine = text(conflict.field);
        if (conflict.theirs) {
            // The new beginning is theirs: a third person's value would be asked about again.
            m_original->set(conflict.field, *conflict.theirs);
            setEditorText(editor, editorForm(conflict.field, *conflict.theirs));
            m_start.set(conflict.field, editorText(editor));
        } else {
            m_original->version = version; // all that can be said of a value that is not seen here
            setEditorText(editor, m_start.value(conflict.field));
        }
        if (side != Side::Theirs) {
            setEditorText(editor, side == Side::Mine ? mine : other);
        }
    }
    m_filling = false;
    rebase();
    edited();
    if (isDirty()) {
        save(false);
    } else {
        fill(m_start);
        Q_EMIT saved(m_original->pk, m_original->id(), tr("Nothing of yours was left to save."));
    }
}

void ClientForm::refused(const core::Error& error, const core::Findings& findings)
{
    if (error.code == core::ErrorCode::Conflict && m_original) {
        readMeanwhile();
        return;
    }
    showFindings(findings, true);
    sayProblem(m_problem, error.message);
    showFirstProblem();
}

void ClientForm::showFirstProblem()
{
    for (const Field field : m_fields->order()) {
        FieldRow* row = m_rows.value(field);
        if (row->hasFinding() && row->isVisible()) {
            row->editor()->setFocus();
            m_fields->scrollTo(row);
            return;
        }
    }
}

} // namespace ui
