#include "ui/clients/FilterBar.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int patienceMs = 400; ///< what is done sooner is not worth a word

} // namespace

FilterBar::FilterBar(const QString& person, QWidget* parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_stop(new QPushButton(theme::icon("cross"), tr("Stop"), this))
    , m_filter(new QPushButton(theme::icon("filter"), tr("Filter"), this))
    , m_view(new QPushButton(theme::icon("columns"), tr("View"), this))
    , m_second(new QWidget(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme::space(2), theme::space(2), theme::space(4), theme::space(2));
    rows->setSpacing(theme::space(2));
    rows->addLayout(makeFirstRow(person));
    rows->addWidget(m_second);
    auto* flow = new FlowLayout(m_second);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(theme::space(2));
    m_second->hide();
    keepWordsWhole(this);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_count->setText(m_busyWords);
        m_stop->show();
    });
}

QHBoxLayout* FilterBar::makeFirstRow(const QString& person)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(2));
    auto* place = new QWidget(this); // in two lines where a narrow window asks for it
    auto* chips = new FlowLayout(place);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(theme::space(2));
    row->addWidget(place, 1);
    addChip(chips, tr("All"), {});
    addChip(chips, tr("Mine"), QStringLiteral("owner=\"%1\"").arg(person));
    addChip(chips, tr("Drafts"), QStringLiteral("incomplete=yes"));
    addChip(chips, tr("Pending"), QStringLiteral("pending=yes"));
    addChip(chips, tr("Possible duplicates"), QStringLiteral("possible_duplicate=yes"));
    addChip(chips, tr("Overdue"), QStringLiteral("stale=yes"));
    addChip(chips, tr("Trash"), trashFilter());
    m_count->setFont(theme::font(theme::Caption));
    setTone(m_count, theme::Tone::Muted);
    row->addWidget(m_count);
    m_stop->setProperty("role", QStringLiteral("quiet"));
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, &FilterBar::stopWanted);
    row->addWidget(m_stop);
    const QKeySequence key(QStringLiteral("Ctrl+Shift+F"));
    m_filter->setCheckable(true);
    m_filter->setObjectName(QStringLiteral("filter_row"));
    m_filter->setShortcut(key);
    m_filter->setToolTip(
        tr("A filter for each column (%1)").arg(key.toString(QKeySequence::NativeText)));
    connect(m_filter, &QPushButton::clicked, this, &FilterBar::rowWanted);
    row->addWidget(m_filter);
    m_view->setObjectName(QStringLiteral("view"));
    setKey(m_view, 'O');
    keepRoomForMenu(m_view);
    row->addWidget(m_view);
    return row;
}

QString FilterBar::trashFilter()
{
    return QStringLiteral("status=trashed");
}

void FilterBar::addChip(QLayout* row, const QString& label, const QString& filter)
{
    QPushButton* chip = makeChip(this, label);
    chip->setObjectName(QStringLiteral("filter:") + filter);
    chip->setAutoExclusive(true);
    chip->setChecked(filter.isEmpty());
    connect(chip, &QPushButton::clicked, this, [this, filter] { Q_EMIT chosen(filter); });
    m_chips[filter] = chip;
    row->addWidget(chip);
}

bool FilterBar::choose(const QString& filter)
{
    const auto chip = m_chips.find(filter);
    if (chip == m_chips.end()) {
        return false;
    }
    chip->second->setChecked(true);
    return true;
}

void FilterBar::showCount(int clients)
{
    m_countWords = tr("%n client(s)", nullptr, clients);
    m_count->setText(m_countWords);
}

void FilterBar::showBusy(qint64 done, qint64 total)
{
    m_busyWords = total > 0 ? tr("Sorting… %1 %").arg(done * 100 / total) : tr("Reading…");
    if (m_stop->isVisible()) {
        m_count->setText(m_busyWords);
    } else if (!m_patience.isActive()) {
        m_patience.start();
    }
}

void FilterBar::showIdle()
{
    m_patience.stop();
    m_stop->hide();
    m_count->setText(m_countWords);
}

void FilterBar::showRowOpen(bool isOpen)
{
    m_filter->setChecked(isOpen);
}

void FilterBar::showViews(const std::vector<View>& views)
{
    m_views = views;
    fillSecondRow();
}

void FilterBar::showConditions(const std::map<int, QString>& words)
{
    m_conditions = words;
    fillSecondRow();
}

void FilterBar::fillSecondRow()
{
    auto* flow = static_cast<FlowLayout*>(m_second->layout());
    while (QLayoutItem* item = flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // perhaps the one that was just pressed
        delete item;
    }
    for (const View& view : m_views) {
        flow->addWidget(makeViewChip(view));
    }
    for (const auto& [column, words] : m_conditions) {
        flow->addWidget(makeConditionChip(column, words));
    }
    if (!m_conditions.empty()) {
        auto* clear = new QPushButton(tr("Clear the filter"), m_second);
        clear->setObjectName(QStringLiteral("clear_filter"));
        clear->setProperty("role", QStringLiteral("quiet"));
        connect(clear, &QPushButton::clicked, this, &FilterBar::allCleared);
        flow->addWidget(clear);
    }
    m_second->setVisible(!m_views.empty() || !m_conditions.empty());
    flow->invalidate();
    m_second->updateGeometry();
}

QPushButton* FilterBar::makeViewChip(const View& view)
{
    constexpr qsizetype longestShown = 24;
    QString name = view.name.size() > longestShown
        ? view.name.left(longestShown - 1) + QStringLiteral("…")
        : view.name;
    name.replace(u'&', QStringLiteral("&&"));
    QPushButton* chip = makeChip(m_second, name);
    chip->setIcon(theme::icon(view.isShared ? "people" : "bookmark", theme::Tone::Muted));
    chip->setMinimumWidth(chip->minimumWidth() + theme::space(5));
    chip->setChecked(view.isCurrent);
    chip->setAccessibleName(view.isShared ? tr("View of the office: %1").arg(view.name)
                                          : tr("View: %1").arg(view.name));
    chip->setToolTip(chip->accessibleName());
    chip->setObjectName(QStringLiteral("view:") + view.name);
    const qint64 pk = view.pk;
    connect(chip, &QPushButton::clicked, this, [this, pk] { Q_EMIT viewWanted(pk); });
    return chip;
}

QPushButton* FilterBar::makeConditionChip(int column, const QString& words)
{
    QString label = words;
    label.replace(u'&', QStringLiteral("&&"));
    auto* chip = new QPushButton(theme::icon("cross", theme::Tone::Muted), label, m_second);
    theme::setRules(
        chip,
        QStringLiteral("QPushButton { border-radius: 9px; padding: 3px 10px; background: "
                       "@selected; border: 1px solid @accent; } QPushButton:focus { "
                       "border: 2px solid @accent; padding: 2px 9px; }"));
    chip->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight
                                             : Qt::RightToLeft); // the cross behind
    chip->setAccessibleName(tr("Remove the filter %1").arg(words));
    chip->setToolTip(chip->accessibleName());
    chip->setObjectName(QStringLiteral("condition:%1").arg(column));
    connect(chip, &QPushButton::clicked, this, [this, column] { Q_EMIT conditionRemoved(column); });
    return chip;
}

} // namespace ui
