/// StrengthMeter: four bars and a word that say how soon a password would be guessed (core/crypto/PasswordStrength.h). The word
/// says it all: color is not the only sign. Thread of the window.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace ui {

class StrengthMeter : public QWidget
{
    Q_OBJECT

public:
    explicit StrengthMeter(QWidget* parent = nullptr);

    /// Of what is typed; nothing is shown for an empty one.
    void setPassword(const QString& password);
    /// 0 to 4.
    [[nodiscard]] int strength() const { return m_strength; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_word;
    int m_strength = 0;
    bool m_isShown = false;
};

} // namespace ui
