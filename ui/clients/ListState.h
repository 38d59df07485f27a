/// ListState: what the list of clients is asked for, to be asked for again in a window that takes the present one's place.
#pragma once

#include "core/search/SavedViews.h"

#include <QString>

namespace ui {

struct ListState
{
    QString search;
    core::SavedView
        view; ///< filters, columns and order; its pk where it is a saved one and nothing was changed since
    QString words; ///< what the filter is called, where no chip has it
};

} // namespace ui
