/// DraftNotice: a line above the list that says what somebody was typing when the program ended, and goes on with it, or
/// discards it. Looks once, when the window is new; the newest first where there are several. Thread of the window.
///
///     connect(notice, &DraftNotice::goOnWanted, form, &ClientForm::restore);
#pragma once

#include "core/records/ClientDraft.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/NoticeBar.h"

#include <vector>

class QPushButton;

namespace ui {

class DraftNotice : public NoticeBar
{
    Q_OBJECT

public:
    DraftNotice(OfficeJobs& jobs, QWidget* parent);

    /// That one goes on already, in this window.
    void leaveOut(const QString& path);

Q_SIGNALS:
    void goOnWanted(const core::ClientDraft& draft);
    /// It cannot go on: the record is gone, or may not be seen any more.
    void said(const QString& words);

private:
    void look();
    void showFirst();
    void goOn();
    void discard();

    OfficeJobs& m_jobs;
    QPushButton* m_goOn;
    QPushButton* m_discard;
    std::vector<core::LeftDraft> m_left;
    QString m_without;
};

} // namespace ui
