/// LockDialog: after how many minutes without a key or a movement the window locks by itself, of this computer. Thread of the
/// window.
#pragma once

#include "ui/widgets/Dialog.h"

class QSpinBox;

namespace ui {

class LockDialog : public Dialog
{
    Q_OBJECT

public:
    explicit LockDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    QSpinBox* m_minutes;
};

} // namespace ui
