/// NoticeBar: a calm line across a window about something that lasts: an older office, damage, an import that broke off.
/// Says what it is and offers the way on; hidden while it has nothing to say. Thread of the window.
#pragma once

#include "ui/widgets/Theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    /// `tone` is that of its icon; the words stay in the tone of text.
    NoticeBar(const char* iconName, theme::Tone tone, QWidget* parent);

    /// Shows it with these words; empty ones hide it.
    void say(const QString& words);
    [[nodiscard]] QString words() const;
    QPushButton* addButton(const QString& label);
    /// A cross at its end, for what may be looked at later.
    QPushButton* addClose();

private:
    QHBoxLayout* m_row;
    QLabel* m_words;
};

} // namespace ui
