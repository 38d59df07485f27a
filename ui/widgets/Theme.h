/// Theme: the design system in one place: an 8-point grid, a type scale, one accent, semantic colors for light and
/// dark, and the icons. Pages use these names and no pixel or color of their own.
///
///     layout->setSpacing(theme::space(2));            // 8 px at 100 %
///     label->setFont(theme::font(theme::Title));
///     button->setIcon(theme::icon("merge"));
///
/// Follows the system's light or dark while the program runs; apply() can hold it to one. Colors are therefore given as
/// tones, and a widget that needs a color itself (a pixmap, a style sheet) gets it again when they change.
/// Thread of the window.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

#include <functional>

class QApplication;
class QObject;
class QWidget;

namespace ui::theme {

enum class Scheme
{
    System,
    Light,
    Dark
};

enum Scale
{
    Caption,
    Body,
    Strong,
    Heading,
    Title
};

enum class Tone
{
    Text,
    Muted,
    Accent,
    AccentText,
    Good,
    Warning,
    Bad,
    Line,
    Surface,
    Raised,
    Selected,
    Different, ///< behind values that differ from the others of their row
    Handle, ///< of scroll bars
    AccentOnText ///< the accent where the tone of text is the ground
};

/// Sets style, palette and the few rules that every page shares. Once at start, and again
/// to change the scheme or after the language has changed.
void apply(QApplication& application, Scheme scheme);
/// How big text is, of the system's size; before apply().
void setTextPercent(int percent);
[[nodiscard]] bool isDark();

/// A style sheet of one widget whose colors are tones, kept up to date: "background: @raised; border: 1px solid @line".
void setRules(QWidget* widget, const QString& rules);
/// The color of a widget's words, kept up to date.
void setTone(QWidget* widget, Tone tone);
/// Calls `then` whenever the colors have changed, as long as `context` lives.
void onChange(QObject* context, std::function<void()> then);

/// Steps of 4 px at 100 % scale: 1 = 4, 2 = 8, 4 = 16, 6 = 24.
[[nodiscard]] int space(int steps);
[[nodiscard]] QFont font(Scale scale);
/// For what is copied by hand, character by character: all of one width.
[[nodiscard]] QFont fixedFont(qreal pointSize);
/// Each pair of text tone and surface has a contrast of at least 4.5:1 (WCAG 2.1, 1.4.3).
[[nodiscard]] QColor color(Tone tone);
/// An icon of resources/icons, in the color of text or in a tone; painted anew when the colors change.
[[nodiscard]] QIcon icon(const char* name, Tone tone = Tone::Text);

/// The first letters people know a client by, for the round mark in lists: a Chinese surname, Latin initials.
[[nodiscard]] QString monogram(const QString& name);
/// A calm color that stays the same for the same name.
[[nodiscard]] QColor monogramColor(const QString& name);

} // namespace ui::theme
