/// Appearance: how the program looks on this computer: language, light or dark, size of text; kept in the settings. Thread of
/// the window.
#pragma once

#include "ui/widgets/Theme.h"

#include <QString>

namespace ui {

/// "zh", "en"; empty: the system's.
[[nodiscard]] QString chosenLanguage();
[[nodiscard]] theme::Scheme chosenScheme();
/// Of the system's size of text: 100, 115 or 130.
[[nodiscard]] int chosenTextPercent();

/// Texts made from now on are in it; a window that is open is made anew by the program.
void chooseLanguage(const QString& code);
/// At once, in every window.
void chooseScheme(theme::Scheme scheme);
/// Windows made from now on.
void chooseTextPercent(int percent);

/// As chosen: once at start.
void applyAppearance();

} // namespace ui
