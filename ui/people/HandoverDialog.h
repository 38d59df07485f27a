/// HandoverDialog: all clients of one person go to another. Says how many, before. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <QStringList>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class JobBar;

class HandoverDialog : public Dialog
{
    Q_OBJECT

public:
    /// `receivers`: who may get them; not empty.
    HandoverDialog(OfficeJobs& jobs,
                   const QString& from,
                   const QStringList& receivers,
                   QWidget* parent = nullptr);

Q_SIGNALS:
    void handedOver(const QString& to, qint64 clients);

protected:
    void reject() override;

private:
    void count();
    void showRunning(bool isRunning);
    void handOver();
    void fitHeight();

    OfficeJobs& m_jobs;
    QString m_from;
    QLabel* m_words;
    QComboBox* m_to;
    QLineEdit* m_reason;
    QLabel* m_problem;
    JobBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_handOver;
    QPointer<Job> m_job;
};

} // namespace ui
