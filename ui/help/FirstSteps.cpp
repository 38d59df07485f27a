#include "ui/help/FirstSteps.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int stepsWidth = 600;
constexpr int stepIcon = 24;

} // namespace

FirstSteps::FirstSteps(const Commands& commands, QWidget* parent)
    : QWidget(parent)
    , m_commands(commands)
{
    auto* whole = new QVBoxLayout(this);
    whole->addStretch(2);
    auto* middle = new QWidget(this);
    middle->setMaximumWidth(stepsWidth);
    auto* column = new QVBoxLayout(middle);
    column->setSpacing(theme::space(3));
    auto* heading = new QLabel(tr("No clients yet"), middle);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    auto* about = makeText(middle, tr("What to do first in a new office:"));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    column->addSpacing(theme::space(1));
    addStep(
        column,
        {"office.import", "import"},
        tr("Bring your spreadsheet in"),
        tr("The columns are understood by their headings and contents. You see what will happen "
           "before anything is stored, and can take all of it back."));
    addStep(
        column,
        {"client.new", "add"},
        tr("Or enter the first client"),
        tr("What is missing, and who may be here already, stands beside the form as you type."));
    addStep(column,
            {"people", "people"},
            tr("Let your colleagues in"),
            tr("Each gets a name, a password and a role of their own."));
    addStep(column,
            {"help.guide", "help"},
            tr("Read how a day goes"),
            tr("Short pages: finding, asking for a change, merging, exporting, locking."));
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(middle, 10);
    across->addStretch(1);
    whole->addLayout(across);
    whole->addStretch(3);
}

void FirstSteps::addStep(QVBoxLayout* column,
                         const Step& step,
                         const QString& title,
                         const QString& text)
{
    QAction* action = m_commands.action(step.command);
    if (action == nullptr) {
        return;
    }
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("step"));
    theme::setRules(card,
                    QStringLiteral("#step { background: @raised; border: 1px solid @line; "
                                   "border-radius: 8px; }"));
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    row->setSpacing(theme::space(4));
    auto* mark = new QLabel(card);
    setIcon(mark, step.icon, theme::Tone::Accent, stepIcon);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::space(1) / 2);
    auto* name = makeText(card, title);
    name->setFont(theme::font(theme::Strong));
    words->addWidget(name);
    auto* more = makeText(card, text);
    setTone(more, theme::Tone::Muted);
    words->addWidget(more);
    row->addLayout(words, 1);
    auto* button = new QPushButton(action->text(), card);
    button->setToolTip(keyText(action->shortcut()));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    row->addWidget(button, 0, Qt::AlignVCenter);
    column->addWidget(card);
}

} // namespace ui
