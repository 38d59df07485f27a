#include "ui/start/StartStep.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/StepMarks.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int columnWidth = 480;

} // namespace

StartStep::StartStep(const QString& title, const QString& about, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_problem(makeProblem(this))
{
    auto* across = new QHBoxLayout(this);
    across->addStretch(1);
    auto* middle = new QWidget(this);
    middle->setFixedWidth(columnWidth);
    middle->setLayout(m_column);
    across->addWidget(middle);
    across->addStretch(1);
    m_column->setContentsMargins(0, theme::space(4), 0, theme::space(4));
    m_column->setSpacing(theme::space(2));
    m_column->addStretch(2);
    auto* heading = new QLabel(title, this);
    heading->setFont(theme::font(theme::Title));
    m_column->addWidget(heading);
    if (!about.isEmpty()) {
        QLabel* words = makeText(this, about);
        setTone(words, theme::Tone::Muted);
        m_column->addWidget(words);
    }
    m_column->addSpacing(theme::space(3));
}

void StartStep::setSteps(const QStringList& steps, int current)
{
    auto* marks = new StepMarks(steps, this);
    marks->setCurrent(current);
    m_column->insertWidget(1, marks); // below the room above the title
}

void StartStep::add(QWidget* widget)
{
    m_column->addWidget(widget);
}

void StartStep::add(QLayout* layout)
{
    m_column->addLayout(layout);
}

void StartStep::addButtons(QPushButton* left, QPushButton* right)
{
    m_column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, theme::space(2), 0, 0);
    if (left != nullptr) {
        row->addWidget(left);
    }
    row->addStretch(1);
    row->addWidget(right);
    m_column->addLayout(row);
    m_column->addStretch(3);
}

void StartStep::sayProblem(const QString& text)
{
    ui::sayProblem(m_problem, text);
}

} // namespace ui
