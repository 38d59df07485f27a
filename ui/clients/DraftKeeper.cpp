#include "ui/clients/DraftKeeper.h"

#include "core/base/Log.h"

namespace ui {

DraftKeeper::DraftKeeper(OfficeJobs& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
{ }

void DraftKeeper::keep(core::ClientDraft draft)
{
    m_wanted = std::move(draft);
    m_isDropped->store(false);
    next();
}

void DraftKeeper::drop(const QString& other)
{
    m_wanted.reset();
    m_isDropped->store(true); // what is being written just now goes by this
    const bool isKept = std::exchange(m_isKept, false) && m_file && !m_isBusy;
    if (!isKept && other.isEmpty()) {
        return;
    }
    runDetached<void>(
        this,
        [file = isKept ? m_file : nullptr, other]() -> core::Result<> {
            if (file) {
                file->remove();
            }
            if (!other.isEmpty()) {
                core::removeDraft(other);
            }
            return {};
        },
        [](const core::Result<>&) {});
}

QString DraftKeeper::path() const
{
    return m_file && m_isKept ? m_file->path() : QString();
}

void DraftKeeper::next()
{
    if (m_isBusy || !m_wanted || m_jobs.isAsleep() || !m_jobs.access().person) {
        return;
    }
    core::ClientDraft draft = core::withoutConfidential(*std::exchange(m_wanted, std::nullopt),
                                                        m_confidential.value_or(QStringList()));
    if (!m_confidential) {
        std::erase_if(draft.typed,
                      [](const auto& one) { return one.first == core::Field::Custom; });
    }
    m_isBusy = true;
    m_isKept = true;
    using File = std::shared_ptr<core::DraftFile>;
    runDetached<File>(
        this,
        [draft = std::move(draft),
         file = m_file,
         isDropped = m_isDropped,
         id = m_jobs.access().officeId,
         person = m_jobs.access().person]() -> core::Result<File> {
            File kept = file;
            if (!kept) {
                kept = core::DraftFile::open(id, person->uuid);
            }
            auto done = kept ? kept->write(draft, person->seed) : core::Result<>();
            if (!kept || !done) {
                core::logWarning("records",
                                 QStringLiteral("a draft cannot be kept: ")
                                     + (done ? QStringLiteral("no file") : done.error().detail));
            } else if (!draft.kept.isEmpty() && draft.kept != kept->path()) {
                core::removeDraft(draft.kept); // it goes on here
            }
            if (kept && isDropped->load()) {
                kept->remove();
            }
            return kept;
        },
        [this](core::Result<File> file) {
            m_isBusy = false;
            m_file = *file;
            if (m_isDropped->load()) { // perhaps after the thread had looked
                m_isKept = true;
                drop();
            }
            next();
        });
}

} // namespace ui
