/// GuidePages: what the guide for the first day says. A step names buttons and fields by the very texts that stand on them
/// (context and English), and keys by their command, so that it cannot say what is not there; a test looks that each is one
/// of the program's. Any thread; texts in the present language.
#pragma once

#include <QString>

#include <vector>

namespace ui {

class Commands;

/// A text of the window: "New client" in ui::Commands. With the context "key": the key of that command.
struct Named
{
    const char* context;
    const char* text;
};

struct GuideStep
{
    const char* text; ///< English, marked for ui::Guide; %1, %2 are the names
    std::vector<Named> names;
};

struct GuidePage
{
    const char* id;
    const char* icon;
    const char* title;
    const char* about;
    std::vector<GuideStep> steps;
    const char* good; ///< what is worth knowing besides
    std::vector<Named> goodNames;
    const char* command; ///< what can be tried at once; null: nothing
};

[[nodiscard]] const std::vector<GuidePage>& guidePages();
/// The step's words in the present language, as HTML with its names in bold.
[[nodiscard]] QString
guideWords(const char* text, const std::vector<Named>& names, const Commands& commands);

} // namespace ui
