#include "ui/shell/LeaveDialog.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int leaveWidth = 600;
constexpr int iconSize = 20;

QString finishLabel(Leaving::Way way, bool saves, bool waits)
{
    const bool closes = way == Leaving::Way::Close;
    if (saves && waits) {
        return closes ? LeaveDialog::tr("Save, and close when all is done")
                      : LeaveDialog::tr("Save, and log out when all is done");
    }
    if (saves) {
        return closes ? LeaveDialog::tr("Save and close") : LeaveDialog::tr("Save and log out");
    }
    return closes ? LeaveDialog::tr("Close when it is done")
                  : LeaveDialog::tr("Log out when it is done");
}

QString giveUpLabel(Leaving::Way way, bool loses, bool stops)
{
    const bool closes = way == Leaving::Way::Close;
    if (loses && stops) {
        return closes ? LeaveDialog::tr("Stop, do not save, close")
                      : LeaveDialog::tr("Stop, do not save, log out");
    }
    if (loses) {
        return closes ? LeaveDialog::tr("Close without saving")
                      : LeaveDialog::tr("Log out without saving");
    }
    return closes ? LeaveDialog::tr("Stop it and close") : LeaveDialog::tr("Stop it and log out");
}

} // namespace

LeaveDialog::LeaveDialog(Leaving::Way way,
                         const std::vector<Open>& unsaved,
                         const std::vector<Running>& running,
                         QWidget* parent)
    : Dialog(parent)
{
    const QString question = way == Leaving::Way::Close ? tr("Close now?") : tr("Log out now?");
    setWindowTitle(question);
    setFixedWidth(leaveWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    auto* heading = new QLabel(question, this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    for (const Open& one : unsaved) {
        addThing("edit",
                 one.what,
                 one.canSave ? tr("It is not saved yet.")
                             : tr("Keep the window open to bring it to its end."));
    }
    for (const Running& job : running) {
        addThing("sync", job.what, job.ifStopped);
    }
    column->addSpacing(theme::space(2));
    auto* row = new QHBoxLayout;
    auto* stay = new QPushButton(tr("Keep open"), this);
    row->addWidget(stay);
    row->addStretch(1);
    const bool canStop = std::all_of(
        running.begin(), running.end(), [](const Running& job) { return job.canStop; });
    if (canStop) {
        auto* giveUp = new QPushButton(giveUpLabel(way, !unsaved.empty(), !running.empty()), this);
        setKey(giveUp, 'D');
        row->addWidget(giveUp);
        connect(giveUp, &QPushButton::clicked, this, [this] {
            accept();
            Q_EMIT giveUpWanted();
        });
    }
    column->addLayout(row);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    const bool saves
        = std::any_of(unsaved.begin(), unsaved.end(), [](const Open& one) { return one.canSave; });
    if (!saves && running.empty()) {
        stay->setDefault(true); // there is nothing that could be brought to its end from here
        stay->setFocus();
        return;
    }
    QPushButton* finish = makePrimary(finishLabel(way, saves, !running.empty()), this);
    setKey(finish, 'S');
    row->addWidget(finish);
    connect(finish, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT finishWanted();
    });
    finish->setFocus();
}

void LeaveDialog::addThing(const char* iconName, const QString& what, const QString& about)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(3));
    auto* mark = new QLabel(this);
    setIcon(mark, iconName, theme::Tone::Accent, iconSize);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel* name = makeText(this, what);
    name->setFont(theme::font(theme::Strong));
    words->addWidget(name);
    if (!about.isEmpty()) {
        QLabel* more = makeText(this, about);
        setTone(more, theme::Tone::Muted);
        words->addWidget(more);
    }
    row->addLayout(words, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

} // namespace ui
