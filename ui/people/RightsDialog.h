/// RightsDialog: what the rights of an office protect against and what they do not, in plain words, where they are given.
/// Thread of the window.
#pragma once

#include "ui/widgets/Dialog.h"

namespace ui {

class RightsDialog : public Dialog
{
    Q_OBJECT

public:
    explicit RightsDialog(QWidget* parent = nullptr);
};

} // namespace ui
