/// ExportDialog: takes clients out into a file: which, which fields, how it is written, why. Thread of the window; the file
/// is written on the jobs' thread, with progress, and appears when it is whole.
#pragma once

#include "core/exchange/Exporter.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace ui {

class ExportDialog : public Dialog
{
    Q_OBJECT

public:
    ExportDialog(OfficeJobs& jobs, const QString& filter, QWidget* parent = nullptr);

    /// Writes what is chosen to `file`; says so, or says what went wrong.
    void exportTo(const QString& file);

Q_SIGNALS:
    void said(const QString& text);

protected:
    void reject() override;

private:
    void chooseFile();
    void count();

    OfficeJobs& m_jobs;
    QString m_filter;
    QCheckBox* m_onlyFilter;
    QLabel* m_count;
    QListWidget* m_fields;
    QComboBox* m_encoding;
    QComboBox* m_headers;
    QLineEdit* m_reason;
    QLabel* m_problem;
    QProgressBar* m_bar;
    QPushButton* m_export;
    QPointer<Job> m_job;
};

} // namespace ui
