#include "ui/widgets/Dialog.h"

#include "ui/widgets/Parts.h"

namespace ui {

Dialog::Dialog(QWidget* parent)
    : QDialog(parent)
{
    keepWordsWhole(this);
}

} // namespace ui
