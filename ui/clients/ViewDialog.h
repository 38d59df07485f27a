/// ViewDialog: the name of a view of the list, and whether it is for everybody in the office. Thread of the window.
#pragma once

#include "ui/widgets/Dialog.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class ViewDialog : public Dialog
{
    Q_OBJECT

public:
    /// `mayShare`: this person keeps the views of the office, too.
    ViewDialog(const QString& title, const QString& verb, bool mayShare, QWidget* parent = nullptr);

    void setView(const QString& name, bool isShared);
    /// What went wrong; the dialog stays.
    void sayProblem(const QString& text);

Q_SIGNALS:
    void wanted(const QString& name, bool isShared);

private:
    QLineEdit* m_name;
    QCheckBox* m_shared;
    QLabel* m_problem;
    QPushButton* m_save;
};

} // namespace ui
