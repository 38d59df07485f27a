/// LogVerifyBar: the verification of the whole log as a job with progress, and what it came to: a line above the log. Thread of
/// the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Theme.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class LogVerifyBar : public QFrame
{
    Q_OBJECT

public:
    explicit LogVerifyBar(OfficeJobs& jobs, QWidget* parent = nullptr);

    void begin();
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }

Q_SIGNALS:
    void ended();

private:
    struct Verified
    {
        core::AuditReport report;
        std::vector<core::JournalGap> gaps;
    };
    void show(const core::Result<Verified>& verified);
    void say(const char* icon, theme::Tone tone, const QString& words);

    OfficeJobs& m_jobs;
    QLabel* m_icon;
    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_button;
    QPointer<Job> m_job;
};

} // namespace ui
