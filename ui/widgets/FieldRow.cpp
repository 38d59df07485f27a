#include "ui/widgets/FieldRow.h"

#include "ui/widgets/Parts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace ui {

namespace {

/// What a mark looks like: a sign and a word, since color alone would tell nobody anything.
void fillMark(QWidget* mark, const QString& words)
{
    constexpr int signSize = 16;
    auto* row = new QHBoxLayout(mark);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(1));
    auto* sign = new QLabel(mark);
    setIcon(sign, "clock", theme::Tone::Warning, signSize);
    auto* word = new QLabel(words, mark);
    word->setFont(theme::font(theme::Caption));
    setTone(word, theme::Tone::Warning);
    row->addWidget(sign);
    row->addWidget(word);
    row->addStretch(1);
}

} // namespace

int FieldRow::labelWidth(const QWidget* widget)
{
    const QFontMetrics metrics = widget->fontMetrics();
    return std::max(metrics.horizontalAdvance(QStringLiteral("Further contacts *")),
                    metrics.horizontalAdvance(QStringLiteral("统一社会信用代码")));
}

FieldRow::FieldRow(QString label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_editor(editor)
    , m_finding(new QLabel(this))
    , m_approval(new QWidget(this))
    , m_text(std::move(label))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, theme::space(1));
    grid->setHorizontalSpacing(theme::space(3));
    grid->setVerticalSpacing(theme::space(1) / 2);
    m_label->setMinimumWidth(labelWidth(this));
    m_label->setMaximumWidth(labelWidth(this));
    m_label->setWordWrap(true);
    m_label->setBuddy(editor);
    grid->addWidget(m_label, 0, 0, Qt::AlignTop);
    grid->addWidget(editor, 0, 1);
    grid->addWidget(m_approval, 1, 1);
    grid->addWidget(m_finding, 2, 1);
    grid->setColumnStretch(1, 1);
    m_label->setContentsMargins(0, theme::space(1), 0, 0);
    m_finding->setFont(theme::font(theme::Caption));
    m_finding->setWordWrap(true);
    m_finding->setTextFormat(Qt::PlainText);
    m_finding->hide();
    fillMark(m_approval, tr("needs approval"));
    m_approval->setToolTip(
        tr("A change of this field is asked for and approved by somebody else."));
    m_approval->hide();
    setFocusProxy(editor);
    showLabel();
}

void FieldRow::setLabel(const QString& label)
{
    m_text = label;
    showLabel();
}

void FieldRow::setBare(bool bare)
{
    m_label->setVisible(!bare);
    if (auto* grid = qobject_cast<QGridLayout*>(layout())) {
        grid->setHorizontalSpacing(bare ? 0 : theme::space(3));
    }
}

QString FieldRow::label() const
{
    return m_label->text();
}

void FieldRow::setRequired(bool required)
{
    m_required = required;
    showLabel();
}

void FieldRow::showLabel()
{
    m_label->setText(m_required ? m_text + QStringLiteral(" *") : m_text);
    m_editor->setAccessibleName(m_required ? tr("%1, required").arg(m_text) : m_text);
}

void FieldRow::setFinding(core::Severity severity, const QString& message)
{
    const auto tone = severity == core::Severity::Error ? theme::Tone::Bad
        : severity == core::Severity::Warning           ? theme::Tone::Warning
                                                        : theme::Tone::Muted;
    // Not by color alone: the sign in front tells errors and warnings apart.
    const QString sign = severity == core::Severity::Error ? QStringLiteral("✕ ")
        : severity == core::Severity::Warning              ? QStringLiteral("▲ ")
                                                           : QString();
    setTone(m_finding, tone);
    m_finding->setText(sign + message);
    m_finding->setVisible(!message.isEmpty());
    m_editor->setAccessibleDescription(message);
}

void FieldRow::clearFinding()
{
    m_finding->clear();
    m_finding->hide();
    m_editor->setAccessibleDescription({});
}

bool FieldRow::hasFinding() const
{
    return !m_finding->isHidden();
}

void FieldRow::setLocked(const QString& reason)
{
    m_editor->setToolTip(reason);
    setTone(m_label, reason.isEmpty() ? theme::Tone::Text : theme::Tone::Muted);
}

void FieldRow::setNeedsApproval(bool needed)
{
    m_approval->setVisible(needed);
    m_editor->setAccessibleDescription(needed ? m_approval->toolTip() : QString());
}

} // namespace ui
