#include "ui/clients/DraftNotice.h"

#include "ui/widgets/Parts.h"

#include <QLocale>
#include <QPushButton>

namespace ui {

using core::Field;

DraftNotice::DraftNotice(OfficeJobs& jobs, QWidget* parent)
    : NoticeBar("edit", theme::Tone::Accent, parent)
    , m_jobs(jobs)
    , m_goOn(addButton(tr("Go on")))
    , m_discard(addButton(tr("Discard")))
{
    setKey(m_goOn, 'G');
    connect(m_goOn, &QPushButton::clicked, this, &DraftNotice::goOn);
    connect(m_discard, &QPushButton::clicked, this, &DraftNotice::discard);
    look();
}

void DraftNotice::look()
{
    if (m_jobs.access().isReadOnly() || !m_jobs.access().person) {
        return;
    }
    using Left = std::vector<core::LeftDraft>;
    runDetached<Left>(
        this,
        [id = m_jobs.access().officeId, person = m_jobs.access().person]() -> core::Result<Left> {
            return core::leftDrafts(id, person->uuid, person->seed);
        },
        [this](core::Result<Left> left) {
            m_left = *std::move(left);
            leaveOut(m_without);
        });
}

void DraftNotice::leaveOut(const QString& path)
{
    m_without = path;
    std::erase_if(m_left, [&path](const core::LeftDraft& one) { return one.draft.kept == path; });
    showFirst();
}

void DraftNotice::showFirst()
{
    if (m_left.empty()) {
        say({});
        return;
    }
    const core::LeftDraft& left = m_left.front();
    const QString when
        = QLocale().toString(left.at.toTimeZone(m_jobs.access().timeZone), QLocale::ShortFormat);
    if (left.draft.original) {
        say(tr("You were changing %1 when the program ended (%2).")
                .arg(left.draft.original->value(Field::Name), when));
        return;
    }
    QString name;
    for (const auto& [field, text] : left.draft.typed) {
        name = field == Field::Name ? text : name;
    }
    say(name.isEmpty() ? tr("You were entering a new client when the program ended (%1).").arg(when)
                       : tr("You were entering %1, a new client, when the program ended (%2).")
                             .arg(name, when));
}

void DraftNotice::goOn()
{
    if (m_left.empty()) {
        return;
    }
    const core::ClientDraft draft = m_left.front().draft;
    if (!draft.original) {
        Q_EMIT goOnWanted(draft);
        return;
    }
    // Whose the record is may have changed; what was seen of it is the draft's.
    m_jobs.run<core::Client>(
        Lane::Read,
        this,
        [id = draft.original->id()](core::Office& office, core::Progress&) {
            return office.clients().show(id);
        },
        [this, draft](core::Result<core::Client> now) {
            if (!now) {
                Q_EMIT said(now.error().message);
                return;
            }
            core::ClientDraft fresh = draft;
            if (now->pk == draft.original->pk) {
                core::Client original = *now;
                original.values = draft.original->values;
                original.version = draft.original->version;
                fresh.original = std::move(original);
            } else {
                fresh.original = *now; // merged since: what was typed is typed into the survivor
            }
            Q_EMIT goOnWanted(fresh);
        });
}

void DraftNotice::discard()
{
    if (m_left.empty()) {
        return;
    }
    const QString path = m_left.front().draft.kept;
    runDetached<void>(
        this,
        [path]() -> core::Result<> {
            core::removeDraft(path);
            return {};
        },
        [](const core::Result<>&) {});
    leaveOut(path);
}

} // namespace ui
