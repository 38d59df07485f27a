/// ColumnsDialog: which columns the list has, in which order and how wide: by dragging, or by the keyboard. Thread of the window.
#pragma once

#include "ui/clients/ListColumns.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QListWidget;
class QPushButton;
class QSpinBox;

namespace ui {

class ColumnsDialog : public Dialog
{
    Q_OBJECT

public:
    ColumnsDialog(const ListLayout& layout, const OfficeJobs& jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const ListLayout& layout);

private:
    void fill(const ListLayout& layout);
    void move(int step);
    void check();
    void setWidth(int width);
    [[nodiscard]] ListLayout layout() const;

    const OfficeJobs&
        m_jobs; ///< asked for the session each time: a copy of one would keep keys behind a lock
    ListLayout m_before;
    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
    QSpinBox* m_width; ///< of the current column; its least value: as at first
};

} // namespace ui
