/// NewPassword: two fields for a password that is being chosen, how soon it would be guessed, what is wrong with it in words,
/// and one by chance for whoever wants it (core/crypto/Passphrase.h), shown until another is typed. Thread of the window.
#pragma once

#include <QString>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class ScreenPrivacy;
class StrengthMeter;

class NewPassword : public QWidget
{
    Q_OBJECT

public:
    /// `label` stands before the first field.
    NewPassword(const QString& label, QWidget* parent);
    ~NewPassword() override;

    [[nodiscard]] QString text() const;
    /// Filled in twice, alike, and not to be guessed soon.
    [[nodiscard]] bool isGood() const;
    /// In words; empty: nothing, or nothing typed yet.
    [[nodiscard]] QString problem() const;
    void clear();
    /// Fills both fields with a passphrase, and shows it.
    void suggest();
    /// The one that is shown; empty: none.
    [[nodiscard]] QString suggested() const { return m_suggested; }

Q_SIGNALS:
    void edited();
    void returnPressed();

private:
    void hideSuggested();

    QLineEdit* m_password;
    QLineEdit* m_again;
    StrengthMeter* m_strength;
    QLabel* m_shown;
    QLabel* m_about;
    QPushButton* m_suggest;
    QPushButton* m_copy;
    QString m_suggested;
    std::unique_ptr<ScreenPrivacy> m_privacy; ///< while one is shown
};

} // namespace ui
