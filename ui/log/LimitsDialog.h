/// LimitsDialog: from when on something counts as unusual, and how long details are kept; everybody who oversees may read
/// it, a data administrator changes it, under log. Thread of the window.
#pragma once

#include "core/security/LogSettings.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <vector>

class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

class LimitsDialog : public Dialog
{
    Q_OBJECT

public:
    explicit LimitsDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void saved();

private:
    void fill(const std::vector<core::LogSettingValue>& values);
    void save();

    OfficeJobs& m_jobs;
    QFormLayout* m_form;
    QLabel* m_problem;
    QPushButton* m_save;
    std::vector<std::pair<core::LogSettingValue, QSpinBox*>> m_boxes;
    bool m_mayChange;
};

} // namespace ui
