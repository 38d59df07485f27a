/// inspect: what a picture cannot show to a program and a person may not see in six hundred of them. Over every visible widget of a
/// window it finds
///  - what can be operated but has no name for a screen reader, or is not reached by Tab;
///  - what reaches out of its parent, where it is cut;
///  - words that have less room than they need (labels, buttons, boxes, fields' placeholders, headers of columns);
///  - words whose contrast to their ground is below 4.5:1 (WCAG 2.1, 1.4.3; disabled ones are exempt), measured in the picture;
///  - a Tab order that jumps back up, or that a field of text keeps for itself.
/// Each fault is a sentence without numbers, so that the same one is said once for all pictures.
#pragma once

#include <QImage>
#include <QStringList>

class QWidget;

namespace tour {

[[nodiscard]] QStringList inspect(const QWidget& window, const QImage& picture);

} // namespace tour
