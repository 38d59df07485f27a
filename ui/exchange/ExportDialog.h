/// ExportDialog: takes clients out into a file: which (those that were chosen, what the list shows, all), which fields, how it is
/// written, why. Thread of the window; the file
/// is written on the jobs' thread, with progress, and appears when it is whole.
#pragma once

#include "core/exchange/Exporter.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <optional>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {

class JobBar;

class ExportDialog : public Dialog
{
    Q_OBJECT

public:
    /// `chosen`: some that were picked in the list, which are meant at first. `found`: what a search lists of the filter's.
    ExportDialog(OfficeJobs& jobs,
                 QString filter,
                 std::vector<core::ClientPk> chosen = {},
                 std::optional<std::vector<core::ClientPk>> found = {},
                 QWidget* parent = nullptr);

    /// Writes what is chosen to `file`; says so, or says what went wrong.
    void exportTo(const QString& file);

Q_SIGNALS:
    void said(const QString& text);

protected:
    void reject() override;

private:
    void chooseFile();
    void count();
    QWidget* makeWhich();
    void addFieldTools(QHBoxLayout* row);
    /// What is meant, in the options.
    void setWhich(core::ExportOptions& options) const;

    OfficeJobs& m_jobs;
    QString m_filter;
    std::vector<core::ClientPk> m_chosen;
    std::optional<std::vector<core::ClientPk>> m_found;
    QComboBox* m_which;
    QLabel* m_count;
    QListWidget* m_fields;
    QComboBox* m_encoding;
    QComboBox* m_headers;
    QLineEdit* m_reason;
    QLabel* m_problem;
    JobBar* m_bar;
    QPushButton* m_export;
    QPointer<Job> m_job;
    int m_round = 0; ///< of counting
};

} // namespace ui
