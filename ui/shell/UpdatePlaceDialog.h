/// UpdatePlaceDialog: where the office's notice of new versions lies: a data administrator types or chooses a place, may look what
/// is there, and saves it, under log. Thread of the window.
#pragma once

#include "core/workspace/UpdateNotice.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class FieldRow;

class UpdatePlaceDialog : public Dialog
{
    Q_OBJECT

public:
    explicit UpdatePlaceDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void saved();

private:
    QWidget* makePlace();
    void addButtons();
    void read();
    void choose();
    void lookNow();
    void showFound(const core::Result<core::UpdateNotice>& notice);
    void save();

    OfficeJobs& m_jobs;
    QLineEdit* m_place;
    FieldRow* m_row = nullptr;
    QLabel* m_found;
    QPushButton* m_look;
    QPushButton* m_save;
};

} // namespace ui
