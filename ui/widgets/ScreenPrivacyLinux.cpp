#include "ui/widgets/ScreenPrivacy.h"

namespace ui {

bool canHideFromCapture()
{
    return false;
}

bool setHiddenFromCapture(QWidget&, bool)
{
    return false;
}

} // namespace ui
