#include "ui/clients/FilterBar.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

FilterBar::FilterBar(const QString& person, QWidget* parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_guest(makeChip(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space(2), theme::space(2), theme::space(4), theme::space(2));
    row->setSpacing(theme::space(2));
    addChip(row, tr("All"), {});
    addChip(row, tr("Mine"), QStringLiteral("owner=\"%1\"").arg(person));
    addChip(row, tr("Drafts"), QStringLiteral("incomplete=yes"));
    addChip(row, tr("Pending"), QStringLiteral("pending=yes"));
    addChip(row, tr("Possible duplicates"), QStringLiteral("possible_duplicate=yes"));
    addChip(row, tr("Not updated for 3 months"), QStringLiteral("stale=yes"));
    addChip(row, tr("Trash"), trashFilter());
    m_guest->setAutoExclusive(true);
    m_guest->hide();
    connect(m_guest, &QPushButton::clicked, this, [this] { Q_EMIT chosen(m_guestFilter); });
    row->addWidget(m_guest);
    row->addStretch(1);
    m_count->setFont(theme::font(theme::Caption));
    setTone(m_count, theme::Tone::Muted);
    row->addWidget(m_count);
}

QString FilterBar::trashFilter()
{
    return QStringLiteral("status=trashed");
}

void FilterBar::addChip(QHBoxLayout* row, const QString& label, const QString& filter)
{
    QPushButton* chip = makeChip(this, label);
    chip->setObjectName(QStringLiteral("filter:") + filter);
    chip->setAutoExclusive(true);
    chip->setChecked(filter.isEmpty());
    connect(chip, &QPushButton::clicked, this, [this, filter] { Q_EMIT chosen(filter); });
    row->addWidget(chip);
}

void FilterBar::choose(const QString& filter, const QString& words)
{
    auto* chip = findChild<QPushButton*>(QStringLiteral("filter:") + filter);
    if (chip == nullptr) {
        chip = m_guest;
        m_guestFilter = filter;
        setChip(m_guest, words);
        m_guest->show();
    }
    chip->setChecked(true);
}

void FilterBar::showCount(int clients)
{
    m_count->setText(tr("%n client(s)", nullptr, clients));
}

} // namespace ui
