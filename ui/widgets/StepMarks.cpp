#include "ui/widgets/StepMarks.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

StepMarks::StepMarks(const QStringList& steps, QWidget* parent)
    : QWidget(parent)
    , m_steps(steps)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    for (int i = 0; i < int(steps.size()); ++i) {
        if (i > 0) {
            auto* between = new QLabel(QStringLiteral("›"), this);
            between->setFont(theme::font(theme::Caption));
            ui::setTone(between, theme::Tone::Text);
            row->addWidget(between);
        }
        auto* label = new QLabel(this);
        label->setFont(theme::font(theme::Caption));
        row->addWidget(label);
        m_labels.push_back(label);
    }
    row->addStretch(1);
    setCurrent(0);
}

void StepMarks::setCurrent(int step)
{
    if (step == m_current) {
        return;
    }
    m_current = step;
    for (int i = 0; i < int(m_labels.size()); ++i) {
        QLabel* label = m_labels[std::size_t(i)];
        const QString mark = i < step ? QStringLiteral("✓") : QString::number(i + 1);
        label->setText(mark + u' ' + m_steps[i]);
        QFont font = theme::font(theme::Caption);
        font.setWeight(i == step ? QFont::DemiBold : QFont::Normal);
        label->setFont(font);
        // Room for the heavier letters, before a layout gets round to it.
        font.setWeight(QFont::DemiBold);
        label->setMinimumWidth(QFontMetrics(font).horizontalAdvance(label->text())
                               + theme::space(1));
        ui::setTone(label, i == step ? theme::Tone::Accent : theme::Tone::Muted);
    }
    const QString at = m_steps.value(step);
    setAccessibleName(at.isEmpty()
                          ? QString()
                          : tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(at));
}

} // namespace ui
