/// PageKeys: the keys of lists, tables and forms that are no button's and no command's, in words, for the keyboard overview.
/// A key that is added to such a widget gets its line here. Any thread; texts in the present language.
#pragma once

#include <QString>

#include <vector>

namespace ui {

struct PageKey
{
    const char* group; ///< English, marked for ui::PageKeys
    const char* what; ///< likewise
    QString keys; ///< as people read them: "J", "Ctrl+Enter"
};

[[nodiscard]] const std::vector<PageKey>& pageKeys();

} // namespace ui
