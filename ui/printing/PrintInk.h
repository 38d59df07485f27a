/// PrintInk: how words look on paper. Paper is white whatever the window's theme, so that ink has tones of its own. Any thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QStringList>

namespace ui {

inline const QColor inkText = QColor::fromRgb(0xff111111);
inline const QColor inkMuted = QColor::fromRgb(0xff555555);
inline const QColor inkLine = QColor::fromRgb(0xffbbbbbb);
inline const QColor inkShade = QColor::fromRgb(0xfff0f0f0);

/// Pages are laid out in twentieths of a point: in whole points the lines of two fonts beside each other would not meet.
inline constexpr qreal inkUnit = 20;

/// The font at so many points, in these units.
[[nodiscard]] QFont inkFont(const QFont& base, qreal points, bool isStrong = false);
/// The text in lines that are no wider.
[[nodiscard]] QStringList inkLines(const QString& text, const QFont& font, qreal width);

} // namespace ui
