/// RekeyDialog: another key for the whole office, as an announced step: says what it means and what it costs, does it
/// with progress, or leaves it for later. Thread of the window.
#pragma once

#include "core/security/KeyService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class RekeyDialog : public Dialog
{
    Q_OBJECT

public:
    explicit RekeyDialog(OfficeJobs& jobs, QWidget* parent = nullptr);
    void reject() override;

Q_SIGNALS:
    void changed();

private:
    void read();
    void showState(const core::KeyState& state);
    void change();
    void showEnd(const core::Result<std::uint32_t>& epoch);

    OfficeJobs& m_jobs;
    QLabel* m_title;
    QLabel* m_words;
    QLabel* m_cost;
    QLabel* m_phase;
    QProgressBar* m_bar;
    QPushButton* m_later;
    QPushButton* m_change;
    QPointer<Job> m_job;
};

} // namespace ui
