#include "ui/clients/DuplicateHints.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int besideWidth = 272;

} // namespace

DuplicateHints::DuplicateHints(QWidget* parent)
    : QWidget(parent)
    , m_none(makeText(this, tr("Nobody like this is in the office yet.")))
    , m_column(new QVBoxLayout(this))
{
    setFixedWidth(besideWidth);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Perhaps here already"), this);
    heading->setFont(theme::font(theme::Heading));
    setTone(m_none, theme::Tone::Muted);
    m_column->addWidget(heading);
    m_column->addWidget(m_none);
    m_column->addStretch(1);
}

void DuplicateHints::show(const std::vector<core::DuplicateHint>& hints)
{
    if (m_cards != nullptr) {
        m_cards->hide();
        m_cards->deleteLater();
        m_cards = nullptr;
    }
    m_none->setVisible(hints.empty());
    if (hints.empty()) {
        return;
    }
    m_cards = new QWidget(this);
    auto* column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(2));
    m_isFirst = true;
    for (const core::DuplicateHint& hint : hints) {
        column->addWidget(makeCard(hint));
    }
    m_column->insertWidget(2, m_cards);
    m_cards->show();
}

QWidget* DuplicateHints::makeCard(const core::DuplicateHint& hint)
{
    auto* card = new QFrame(m_cards);
    card->setObjectName(QStringLiteral("card"));
    theme::setRules(
        card,
        QStringLiteral(
            "#card { background: @raised; border: 1px solid @line; border-radius: 6px; }"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(theme::space(3), theme::space(2), theme::space(2), theme::space(2));
    column->setSpacing(theme::space(1));
    auto* who
        = makeText(card, hint.name.isEmpty() ? tr("A client of %1").arg(hint.owner) : hint.name);
    who->setFont(theme::font(theme::Strong));
    auto* id = makeText(card, hint.id.value);
    id->setFont(theme::font(theme::Caption));
    setTone(id, theme::Tone::Muted);
    auto* why = makeText(card, hint.reasons.join(tr("; ")));
    column->addWidget(who);
    column->addWidget(id);
    column->addWidget(why);
    if (!hint.name.isEmpty()) {
        auto* buttons = new QHBoxLayout;
        buttons->setSpacing(theme::space(2));
        auto* open = new QPushButton(tr("Open"), card);
        open->setAccessibleName(tr("Open that client"));
        open->setAccessibleDescription(hint.name);
        connect(open, &QPushButton::clicked, this, [this, id = hint.id] { Q_EMIT openWanted(id); });
        auto* compare = new QPushButton(tr("Compare…"), card);
        compare->setAccessibleDescription(hint.name);
        connect(compare, &QPushButton::clicked, this, [this, hint] { Q_EMIT compareWanted(hint); });
        buttons->addWidget(open);
        buttons->addWidget(compare);
        buttons->addStretch(1);
        column->addLayout(buttons);
        if (m_isFirst) { // the best one has keys of its own
            setKey(open, 'O');
            setKey(compare, 'V');
        }
        m_isFirst = false;
    }
    return card;
}

} // namespace ui
