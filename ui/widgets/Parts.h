/// Parts: the small things that every page and dialog is made of, so that they look and behave the same everywhere.
/// Thread of the window.
#pragma once

#include "ui/widgets/Theme.h"

#include <QString>

class QAbstractButton;
class QLabel;
class QPushButton;
class QTableView;
class QTableWidgetItem;
class QWidget;

namespace ui {

/// The button that does what the page is for; Return presses it.
[[nodiscard]] QPushButton* makePrimary(const QString& label, QWidget* parent);
[[nodiscard]] QPushButton* makePrimary(const char* iconName, const QString& label, QWidget* parent);

/// A round button that is on or off, for filters above a list; setChip() keeps room for the heavier letters of "on".
[[nodiscard]] QPushButton* makeChip(QWidget* parent, const QString& label = {});
void setChip(QPushButton* chip, const QString& label);

/// Plain words that wrap; never read as HTML.
[[nodiscard]] QLabel* makeText(QWidget* parent, const QString& text = {});
/// Words in a tone: an error, a warning, a quiet remark.
void setTone(QLabel* label, theme::Tone tone);
/// The same for a cell of a table that setUpTable() has set up, and the tone behind one.
void setTone(QTableWidgetItem* cell, theme::Tone tone);
void setShade(QTableWidgetItem* cell, theme::Tone tone);
/// Roles of a model's tones, for setUpTable()'s tables: an int each.
constexpr int toneRole = 0x1000; // above Qt::UserRole and what models use of it
constexpr int shadeRole = toneRole + 1;
/// An icon that stands alone.
void setIcon(QLabel* label, const char* iconName, theme::Tone tone, int size);

/// Where a page says what went wrong; hidden while nothing did.
[[nodiscard]] QLabel* makeProblem(QWidget* parent);
void sayProblem(QLabel* problem, const QString& text);

/// The button's key, Alt and a letter that is the same in every language, and named in its tool tip; macOS has no such
/// keys. After the text: setText() takes a button's key away.
void setKey(QAbstractButton* button, char letter);

/// Of a button with a menu: its words do not run into the sign of it.
void keepRoomForMenu(QPushButton* button);

/// The widget is at least as high as its words need at the width it has: layouts within layouts, and areas that scroll, reckon
/// with another one. No window gets higher than its screen.
void keepWordsWhole(QWidget* widget);

/// A table to read, not to edit: headers left above their columns, calm rows, Tab leaves it.
void setUpTable(QTableView* table);
/// As high as its rows, and no higher than there is room: below them nothing looks like an empty table.
void fitToRows(QTableView* table);

} // namespace ui
