#include "ui/widgets/StrengthMeter.h"

#include "core/crypto/PasswordStrength.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <array>

namespace ui {

namespace {

constexpr int bars = 4;
constexpr int meterBarWidth = 40;
constexpr int barHeight = 4;
constexpr int barGap = 4;

QString wordFor(int strength)
{
    const std::array<QString, bars + 1> words{StrengthMeter::tr("guessed at once"),
                                              StrengthMeter::tr("guessed very soon"),
                                              StrengthMeter::tr("guessed soon"),
                                              StrengthMeter::tr("good"),
                                              StrengthMeter::tr("very good")};
    const QString& word = words[std::size_t(strength)];
    return core::isStrengthByLengthOnly() ? StrengthMeter::tr("%1, by its length alone").arg(word)
                                          : word;
}

theme::Tone toneFor(int strength)
{
    constexpr int acceptable = 3;
    return strength < acceptable - 1 ? theme::Tone::Bad
        : strength < acceptable      ? theme::Tone::Warning
                                     : theme::Tone::Good;
}

} // namespace

StrengthMeter::StrengthMeter(QWidget* parent)
    : QWidget(parent)
    , m_word(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(bars * (meterBarWidth + barGap) + theme::space(2), 0, 0, 0);
    m_word->setFont(theme::font(theme::Caption));
    if (core::isStrengthByLengthOnly()) {
        setToolTip(
            tr("This build of the program has no dictionary of common passwords (zxcvbn): it "
               "counts characters. Take a suggested passphrase to be sure."));
    }
    row->addWidget(m_word);
    row->addStretch(1);
    theme::onChange(this, [this] { update(); });
    setPassword({});
}

void StrengthMeter::setPassword(const QString& password)
{
    m_isShown = !password.isEmpty();
    m_strength = m_isShown ? core::passwordStrength(password) : 0;
    m_word->setText(m_isShown ? wordFor(m_strength) : QStringLiteral(" "));
    setTone(m_word, toneFor(m_strength));
    setAccessibleName(m_isShown ? tr("Strength: %1").arg(wordFor(m_strength)) : QString());
    update();
}

void StrengthMeter::paintEvent(QPaintEvent*)
{
    if (!m_isShown) {
        return;
    }
    QPainter painter(this);
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing);
    const int top = (height() - barHeight) / 2;
    for (int bar = 0; bar < bars; ++bar) {
        painter.setBrush(theme::color(bar < m_strength ? toneFor(m_strength) : theme::Tone::Line));
        painter.drawRoundedRect(
            QRect(bar * (meterBarWidth + barGap), top, meterBarWidth, barHeight),
            barHeight / 2.0,
            barHeight / 2.0);
    }
}

} // namespace ui
