/// RightsDialog: what the rights of an office protect against and what they do not, in plain words, where they are given.
/// Thread of the window.
#pragma once

#include <QDialog>

namespace ui {

class RightsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RightsDialog(QWidget* parent = nullptr);
};

} // namespace ui
