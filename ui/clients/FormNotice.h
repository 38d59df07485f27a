/// FormNotice: one line among the fields that says what was done with what somebody pasted, or could be, and buttons that do
/// something about it. Thread of the window.
#pragma once

#include <QWidget>

#include <array>
#include <functional>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class FormNotice : public QWidget
{
    Q_OBJECT

public:
    struct Button
    {
        QString words;
        std::function<void()> action;
    };
    static constexpr std::size_t mostButtons = 2;

    explicit FormNotice(QWidget* parent);

    /// Empty words hide it. A button hides it, too, and then does what it is for.
    void say(const QString& words, const std::vector<Button>& buttons = {});
    [[nodiscard]] QString said() const;
    /// For the keyboard, its buttons stand behind this editor.
    void followInTabOrder(QWidget* editor);
    void setIndent(int width);

private:
    QBoxLayout* m_across;
    QLabel* m_words;
    std::array<QPushButton*, mostButtons> m_buttons{};
    std::array<std::function<void()>, mostButtons> m_actions;
};

} // namespace ui
