/// HelpMark: a small round "i" beside something whose rule is not obvious. Says the rule when the mouse rests on it, and in a
/// bubble when it is pressed, with the keyboard too (Tab to it, Space).
///
///     row->addWidget(new HelpMark(tr("Draft"), tr("A record that still lacks something it must have…"), this));
///
/// Thread of the window.
#pragma once

#include <QToolButton>

namespace ui {

class HelpMark : public QToolButton
{
    Q_OBJECT

public:
    /// `about`: what it explains, in a word or two, for its heading and for screen readers.
    HelpMark(const QString& about, const QString& text, QWidget* parent);

    void setText(const QString& text);

private:
    QString m_about;
    QString m_text;
};

/// An editor with its mark behind it, as one editor for FieldRow; the editor keeps its own accessible name.
[[nodiscard]] QWidget* withHelp(QWidget* editor, const QString& about, const QString& text);

/// A heading and some sentences in a frame of their own below `at`; goes with the next key or click.
void showBubble(QWidget* at, const QString& heading, const QString& text);

} // namespace ui
