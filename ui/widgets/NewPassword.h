/// NewPassword: two fields for a password that is being chosen, and what is wrong with it in words. Thread of the window.
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace ui {

class NewPassword : public QWidget
{
    Q_OBJECT

public:
    /// `label` stands before the first field.
    NewPassword(const QString& label, QWidget* parent);

    [[nodiscard]] QString text() const;
    /// Filled in twice, alike, and not to be guessed soon.
    [[nodiscard]] bool isGood() const;
    /// In words; empty: nothing, or nothing typed yet.
    [[nodiscard]] QString problem() const;
    void clear();

Q_SIGNALS:
    void edited();
    void returnPressed();

private:
    QLineEdit* m_password;
    QLineEdit* m_again;
};

} // namespace ui
