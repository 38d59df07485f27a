/// DraftKeeper: keeps what is typed in a form on this computer, so that it survives the end of the program
/// (core/records/ClientDraft.h): written off the thread of the window, one after the other, gone when the form is saved or
/// left. Where nothing can be written, the log says so; nobody is kept from typing. Thread of the window.
#pragma once

#include "core/records/ClientDraft.h"
#include "ui/jobs/OfficeJobs.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace ui {

class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(OfficeJobs& jobs, QObject* parent);

    /// Names of the office's own fields that are confidential; before they are known, own fields are not kept at all.
    void setConfidential(const QStringList& ownFields) { m_confidential = ownFields; }
    /// In the place of what was kept before, and of the file that the draft came from.
    void keep(core::ClientDraft draft);
    /// It is saved, or given up; and with it the file that it came from.
    void drop(const QString& other = {});
    /// Where it is kept; empty where nothing is.
    [[nodiscard]] QString path() const;

private:
    void next();

    OfficeJobs& m_jobs;
    std::optional<QStringList> m_confidential;
    std::shared_ptr<core::DraftFile> m_file;
    std::optional<core::ClientDraft> m_wanted; ///< to be written
    /// Told to the thread that writes just now: it is not wanted any more.
    std::shared_ptr<std::atomic<bool>> m_isDropped = std::make_shared<std::atomic<bool>>(false);
    bool m_isKept = false;
    bool m_isBusy = false;
};

} // namespace ui
