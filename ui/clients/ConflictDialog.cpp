#include "ui/clients/ConflictDialog.h"

#include "core/records/ClientStandardizer.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using core::Field;

constexpr int conflictWidth = 680;
constexpr int highestList = 520;

/// As people read it; a value that the role does not see has words of its own.
QString conflictValue(Field field, const std::optional<QString>& stored)
{
    if (!stored) {
        return ConflictDialog::tr("(hidden from your role)");
    }
    if (stored->isEmpty()) {
        return ConflictDialog::tr("(empty)");
    }
    if (field != Field::Custom) {
        return core::shownValue(field, *stored);
    }
    QStringList lines;
    for (const OwnField& own : ownFieldsFrom(*stored)) {
        lines.append(own.name + QStringLiteral(": ") + own.value);
    }
    return lines.join(u'\n');
}

QString savedBy(const core::EditConflict& conflict, const QTimeZone& zone)
{
    if (conflict.who.isEmpty()) {
        return ConflictDialog::tr("saved by somebody else");
    }
    return ConflictDialog::tr("saved by %1, %2")
        .arg(conflict.who, QLocale().toString(conflict.at.toTimeZone(zone), QLocale::ShortFormat));
}

} // namespace

ConflictDialog::ConflictDialog(const std::vector<core::EditConflict>& conflicts,
                               const QTimeZone& zone,
                               const QStringList& owners,
                               QWidget* parent)
    : Dialog(parent)
    , m_scroll(new QScrollArea(this))
    , m_left(makeText(this))
{
    setWindowTitle(tr("Changed meanwhile"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = makeText(this, tr("Which value is right?"));
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    auto* about = makeText(this,
                           tr("While you were typing, %n field(s) that you changed were saved by "
                              "somebody else, too. Nothing is saved yet. Choose, and everything "
                              "else that you typed is saved as well.",
                              nullptr,
                              int(conflicts.size())));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    column->addSpacing(theme::space(1));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget(m_scroll);
    auto* list = new QVBoxLayout(body);
    list->setContentsMargins(0, 0, theme::space(2), 0);
    list->setSpacing(theme::space(4));
    for (const core::EditConflict& conflict : conflicts) {
        list->addWidget(makeRow(conflict, zone, owners));
    }
    list->addStretch(1);
    m_scroll->setWidget(body);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeButtons());
    resize(conflictWidth, minimumSizeHint().height()); // grows to what it needs when it is shown
    showChoice();
    if (!m_rows.empty()) {
        m_rows.front().sides->button(int(Side::Mine))->setFocus();
    }
}

QWidget* ConflictDialog::makeRow(const core::EditConflict& conflict,
                                 const QTimeZone& zone,
                                 const QStringList& owners)
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::space(4));
    grid->setVerticalSpacing(theme::space(1));
    grid->setColumnStretch(1, 1);
    const QString label = core::fieldLabel(conflict.field);
    auto* name = makeText(box, label);
    name->setFont(theme::font(theme::Heading));
    grid->addWidget(name, 0, 0, 1, 2);
    auto* was = new QLabel(tr("Before"), box);
    was->setIndent(theme::space(6)); // beside the words of the buttons, not their circles
    setTone(was, theme::Tone::Muted);
    auto* before = makeText(box, conflictValue(conflict.field, conflict.base));
    setTone(before, theme::Tone::Muted);
    grid->addWidget(was, 1, 0, Qt::AlignTop);
    grid->addWidget(before, 1, 1, Qt::AlignTop);

    Row row{conflict, new QButtonGroup(box), makeEditor(conflict.field, owners, box)};
    int line = 2;
    const auto offer = [&](Side side, const QString& words, QWidget* beside) {
        auto* button = new QRadioButton(words, box);
        row.sides->addButton(button, int(side));
        grid->addWidget(button, line, 0, Qt::AlignTop);
        grid->addWidget(beside, line++, 1, beside == row.editor ? Qt::Alignment{} : Qt::AlignTop);
        return button;
    };
    const auto offerValue
        = [&](Side side, const QString& words, const std::optional<QString>& stored) {
              const QString value = conflictValue(conflict.field, stored);
              auto* text = makeText(box, value);
              QRadioButton* button = offer(side, words, text);
              button->setAccessibleName(label + QStringLiteral(", ") + words + u' ' + value);
              text->setProperty("button", QVariant::fromValue<QObject*>(button));
              text->installEventFilter(this);
          };
    offerValue(Side::Mine, tr("Yours"), conflict.mine);
    offerValue(Side::Theirs, tr("Theirs"), conflict.theirs);
    auto* by = makeText(box, savedBy(conflict, zone));
    setTone(by, theme::Tone::Muted);
    by->setFont(theme::font(theme::Caption));
    grid->addWidget(by, line++, 1);
    QRadioButton* other = offer(Side::Other, tr("Another value"), row.editor);
    other->setAccessibleName(label + QStringLiteral(", ") + other->text());
    row.editor->setAccessibleName(label);
    setTabOrder(other, row.editor);
    setEditorText(row.editor, editorForm(conflict.field, conflict.mine));
    row.editor->hide();
    onEdited(row.editor, this, [this] { showChoice(); });
    connect(row.sides, &QButtonGroup::idToggled, this, [this](int, bool) { showChoice(); });
    connect(row.sides, &QButtonGroup::idClicked, this, [editor = row.editor](int side) {
        if (side == int(Side::Other)) {
            editor->setFocus();
        }
    });
    m_rows.push_back(std::move(row));
    return box;
}

QWidget* ConflictDialog::makeButtons()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, theme::space(2), 0, 0);
    row->setSpacing(theme::space(2));
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setToolTip(tr("Back to the form; what you typed is still there"));
    row->addWidget(cancel);
    m_left->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_left->setWordWrap(false);
    setTone(m_left, theme::Tone::Muted);
    row->addWidget(m_left, 1);
    if (m_rows.size() > 1) {
        auto* mine = new QPushButton(tr("All yours"), foot);
        setKey(mine, 'Y');
        auto* theirs = new QPushButton(tr("All theirs"), foot);
        setKey(theirs, 'T');
        row->addWidget(mine);
        row->addWidget(theirs);
        connect(mine, &QPushButton::clicked, this, [this] { chooseAll(Side::Mine); });
        connect(theirs, &QPushButton::clicked, this, [this] { chooseAll(Side::Theirs); });
    }
    m_save = makePrimary("check", tr("Save"), foot);
    setKey(m_save, 'S');
    row->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConflictDialog::decide);
    return foot;
}

void ConflictDialog::choose(std::size_t at, Side side, const QString& typed)
{
    m_rows[at].sides->button(int(side))->setChecked(true);
    if (side == Side::Other) {
        setEditorText(m_rows[at].editor, typed);
    }
}

void ConflictDialog::chooseAll(Side side)
{
    for (const Row& row : m_rows) {
        row.sides->button(int(side))->setChecked(true);
    }
    m_save->setFocus();
}

void ConflictDialog::showChoice()
{
    for (const Row& row : m_rows) {
        const bool isOther = row.sides->checkedId() == int(Side::Other);
        if (isOther == row.editor->isHidden()) {
            row.editor->setVisible(isOther);
        }
    }
    const auto left = std::count_if(
        m_rows.begin(), m_rows.end(), [](const Row& row) { return row.sides->checkedId() < 0; });
    fitToList();
    m_left->setText(left == 0 ? QString() : tr("%n field(s) to choose", nullptr, int(left)));
    m_save->setEnabled(left == 0);
}

void ConflictDialog::fitToList()
{
    const int inner = conflictWidth - theme::space(14); // within the margins, beside the scroll bar
    const int needed = m_scroll->widget()->layout()->totalHeightForWidth(inner);
    m_scroll->setMinimumHeight(std::min(needed, highestList));
    // Text that wraps is as high as the width makes it, which a window's smallest size does not reckon with.
    const int whole = layout()->totalHeightForWidth(conflictWidth);
    resize(std::max(width(), conflictWidth), std::max(height(), whole));
}

void ConflictDialog::showEvent(QShowEvent* event)
{
    fitToList(); // now with the fonts that it is shown in
    Dialog::showEvent(event);
}

void ConflictDialog::decide()
{
    std::vector<ConflictDecision> decisions;
    for (const Row& row : m_rows) {
        decisions.push_back({row.conflict, Side(row.sides->checkedId()), editorText(row.editor)});
    }
    accept();
    Q_EMIT decided(decisions);
}

bool ConflictDialog::eventFilter(QObject* watched, QEvent* event)
{
    // A value is clicked like the button beside it.
    if (event->type() == QEvent::MouseButtonRelease) {
        if (auto* button
            = qobject_cast<QRadioButton*>(watched->property("button").value<QObject*>())) {
            button->click();
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace ui
