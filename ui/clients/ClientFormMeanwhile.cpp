// ClientForm: somebody else saved the record while it was open here.
#include "core/records/ClientStandardizer.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/FormFields.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"

#include <QLabel>

namespace ui {

using core::Field;

/// The record behind the form is another: what was done before cannot be taken back one by one any more.
void ClientForm::rebase()
{
    for (const Field field : m_fields->order()) {
        m_last.set(field, text(field));
    }
    m_undo.clear();
}

void ClientForm::readMeanwhile()
{
    struct Now
    {
        core::Client client;
        QHash<Field, QString> authors;
    };
    m_jobs.run<Now>(
        Lane::Read,
        this,
        [id = m_original->id(), version = m_original->version](
            core::Office& office, core::Progress&) -> core::Result<Now> {
            auto client = office.clients().show(id);
            if (!client) {
                return client.error();
            }
            Now now{*client, {}};
            auto history = office.clients().history(id);
            for (const core::HistoryEntry& entry :
                 history ? *history : std::vector<core::HistoryEntry>{}) {
                if (entry.clientVersion <= version) {
                    break; // newest first: the rest was there when the form was filled
                }
                for (const core::FieldChange& change : entry.changes) {
                    if (!now.authors.contains(change.field)) {
                        now.authors.insert(change.field, entry.authorName);
                    }
                }
            }
            return now;
        },
        ifStillHere<Now>([this](core::Result<Now> now) {
            if (!now) {
                sayProblem(m_problem, now.error().message);
            } else {
                takeOver(now->client, now->authors);
            }
        }));
}

void ClientForm::takeOver(const core::Client& now, const QHash<Field, QString>& authors)
{
    m_filling = true;
    QStringList people;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const Field field = row.key();
        const QString theirs = editorForm(field, now.value(field));
        if (now.value(field) == m_original->value(field)) {
            continue;
        }
        const QString who = authors.value(field, tr("Somebody else"));
        const bool mine = isChanged(field);
        const QString typedHere = text(field);
        // The new beginning is theirs; what was typed here stays typed.
        setEditorText(row.value()->editor(), theirs);
        m_start.set(field, text(field));
        if (mine) {
            setEditorText(row.value()->editor(), typedHere);
        }
        m_meanwhile.insert(field, {core::shownValue(field, now.value(field)), who});
        if (!people.contains(who)) {
            people.append(who);
        }
    }
    m_original = now;
    m_filling = false;
    rebase();
    readRights();
    edited();
    showFindings({}, false);
    sayProblem(m_problem,
               tr("%1 saved this record while you were typing. What you typed is still here: look "
                  "at the marked fields, then save again.")
                   .arg(people.isEmpty() ? tr("Somebody else") : people.join(tr(", "))));
    showFirstProblem();
}

} // namespace ui
