#include "ui/help/GuideDialog.h"

#include "ui/help/GuidePages.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize guideSize{820, 540};
constexpr int contentsWidth = 240;
constexpr int contentsAround = 68; // icon, padding and margins beside a title
constexpr int pageIcon = 32;
constexpr int numberWidth = 24;

QString guideText(const char* text)
{
    return QCoreApplication::translate("ui::Guide", text);
}

/// Our own words, with the names of buttons in bold.
QLabel* makeRich(const QString& html, QWidget* parent)
{
    auto* label = new QLabel(html, parent);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    return label;
}

QLabel* makeNumber(int number, QWidget* parent)
{
    auto* label = new QLabel(QLocale().toString(number), parent);
    label->setFixedSize(numberWidth, numberWidth);
    label->setAlignment(Qt::AlignCenter);
    theme::setRules(label,
                    QStringLiteral("QLabel { background: @selected; color: @text; border-radius: "
                                   "12px; font-weight: 600; }"));
    return label;
}

} // namespace

GuideDialog::GuideDialog(const Commands& commands, QWidget* parent)
    : Dialog(parent)
    , m_commands(commands)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Guide for the first day"));
    resize(guideSize);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize(QSize(18, 18));
    theme::setRules(
        m_list,
        QStringLiteral(
            "QListWidget { background: @surface; padding: 12px 8px; outline: none; border: none; }"
            "QListWidget::item { padding: 8px 6px; border-radius: 5px; border: 1px solid "
            "transparent; }"
            "QListWidget::item:selected { background: @selected; color: @text; }"
            "QListWidget::item:selected:focus { border: 1px solid @accent; }"));
    across->addWidget(m_list);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(theme::space(6), theme::space(6), theme::space(6), theme::space(4));
    column->addWidget(m_stack, 1);
    across->addLayout(column, 1);
    for (const GuidePage& page : guidePages()) {
        new QListWidgetItem(theme::icon(page.icon), guideText(page.title), m_list);
        m_stack->addWidget(makePage(page));
    }
    int widest = 0;
    for (const GuidePage& page : guidePages()) {
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(guideText(page.title)));
    }
    m_list->setFixedWidth(
        std::clamp(widest + contentsAround, contentsWidth, contentsWidth + contentsWidth / 2));
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(theme::icon("back"), tr("Previous page"), this);
    auto* next = new QPushButton(theme::icon("forward"), tr("Next page"), this);
    auto* close = new QPushButton(tr("Close"), this);
    setKey(back, 'B');
    setKey(next, 'N');
    for (QPushButton* button : {back, next, close}) {
        button->setAutoDefault(false);
    }
    row->setSpacing(theme::space(2));
    row->addWidget(back);
    row->addWidget(next);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    const auto turn = [this](int by) {
        m_list->setCurrentRow(m_list->currentRow() + by);
    };
    connect(back, &QPushButton::clicked, this, [turn] { turn(-1); });
    connect(next, &QPushButton::clicked, this, [turn] { turn(1); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, [this, back, next](int shown) {
        m_stack->setCurrentIndex(shown);
        back->setEnabled(shown > 0);
        next->setEnabled(shown + 1 < m_list->count());
    });
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

QWidget* GuideDialog::makePage(const GuidePage& page)
{
    auto* scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(guideText(page.title));
    auto* whole = new QWidget(scroll);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, theme::space(3), 0);
    column->setSpacing(theme::space(3));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::space(3));
    auto* mark = new QLabel(whole);
    setIcon(mark, page.icon, theme::Tone::Accent, pageIcon);
    head->addWidget(mark, 0, Qt::AlignTop);
    QLabel* title = makeText(whole, guideText(page.title));
    title->setFont(theme::font(theme::Title));
    head->addWidget(title, 1);
    column->addLayout(head);
    QLabel* about = makeText(whole, guideText(page.about));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    int number = 0;
    for (const GuideStep& step : page.steps) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme::space(3));
        row->addWidget(makeNumber(++number, whole), 0, Qt::AlignTop);
        row->addWidget(makeRich(guideWords(step.text, step.names, m_commands), whole), 1);
        column->addLayout(row);
    }
    auto* hint = new QHBoxLayout;
    hint->setSpacing(theme::space(3));
    auto* sign = new QLabel(whole);
    setIcon(sign, "info", theme::Tone::Accent, numberWidth);
    hint->addWidget(sign, 0, Qt::AlignTop);
    hint->addWidget(makeRich(guideWords(page.good, page.goodNames, m_commands), whole), 1);
    column->addSpacing(theme::space(1));
    column->addLayout(hint);
    if (QAction* action = page.command != nullptr ? m_commands.action(page.command) : nullptr) {
        auto* button = new QPushButton(action->icon(), tr("Try it: %1").arg(action->text()), whole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, action] {
            parentWidget()->activateWindow();
            action->trigger();
        });
        column->addSpacing(theme::space(1));
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    scroll->setWidget(whole);
    return scroll;
}

int GuideDialog::pages() const
{
    return m_list->count();
}

void GuideDialog::showPage(const QString& id)
{
    const std::vector<GuidePage>& all = guidePages();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (id == QLatin1String(all[i].id)) {
            m_list->setCurrentRow(int(i));
        }
    }
}

QString GuideDialog::pageFor(const QString& place)
{
    return place == QLatin1String("inbox")     ? QStringLiteral("change")
        : place == QLatin1String("duplicates") ? QStringLiteral("merge")
        : place == QLatin1String("people")     ? QStringLiteral("lock")
                                               : QStringLiteral("client");
}

} // namespace ui
