#include "ui/duplicates/GroupFilterBar.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace ui {

namespace {

constexpr int typingDelayMs = 200;

/// Of the chips for one tier, in their order.
constexpr std::array tiers{
    core::MatchTier::Certain, core::MatchTier::Likely, core::MatchTier::Possible};

QString withCount(const QString& words, int count)
{
    return words + QStringLiteral("  ") + QLocale().toString(count);
}

} // namespace

GroupFilterBar::GroupFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_own(makeChip(this, tr("Mine only")))
    , m_putOff(makeChip(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space(2), 0, theme::space(4), theme::space(2));
    row->setSpacing(theme::space(2));
    auto* one = new QButtonGroup(this);
    for (QPushButton*& chip : m_tiers) {
        chip = makeChip(this);
        one->addButton(chip);
        row->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, &GroupFilterBar::changed);
    }
    m_tiers[0]->setChecked(true);
    row->addSpacing(theme::space(2));
    row->addWidget(m_own);
    row->addWidget(m_putOff);
    m_text->setPlaceholderText(tr("Part of a name or id"));
    m_text->setAccessibleName(tr("Part of a name or id"));
    m_text->setClearButtonEnabled(true);
    row->addWidget(m_text, 1);
    m_own->setToolTip(tr("Groups with a client that you look after"));
    m_putOff->setToolTip(tr("Groups that you put off for later"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingDelayMs);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &GroupFilterBar::changed);
    connect(m_own, &QPushButton::clicked, this, &GroupFilterBar::changed);
    connect(m_putOff, &QPushButton::clicked, this, &GroupFilterBar::changed);
    showCounts({});
}

core::GroupFilter GroupFilterBar::filter() const
{
    core::GroupFilter filter;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        if (m_tiers[i + 1]->isChecked()) {
            filter.tier = tiers[i];
        }
    }
    filter.text = m_text->text();
    filter.isOwn = m_own->isChecked();
    filter.putOff = m_putOff->isChecked();
    return filter;
}

bool GroupFilterBar::isNarrow() const
{
    const core::GroupFilter now = filter();
    return now.tier || !now.text.trimmed().isEmpty() || now.isOwn || now.putOff;
}

void GroupFilterBar::showCounts(const core::GroupCounts& counts)
{
    setChip(m_tiers[0], withCount(tr("All"), counts.all()));
    const QStringList words{tr("Certain"), tr("Likely"), tr("Possible")};
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        setChip(m_tiers[i + 1],
                withCount(words[qsizetype(i)], counts.byTier[std::size_t(tiers[i])]));
    }
    setChip(m_putOff, withCount(tr("Put off"), counts.putOff));
}

void GroupFilterBar::reset(bool own)
{
    m_tiers[0]->setChecked(true);
    m_own->setChecked(own);
    m_putOff->setChecked(false);
    const QSignalBlocker quiet(m_text);
    m_text->clear();
    Q_EMIT changed();
}

} // namespace ui
