#include "ui/clients/ClientPanel.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr int lookAfterMs = 1000;
constexpr int markSize = 44;

QPixmap monogramPixmap(const QString& name, qreal ratio)
{
    QPixmap pixmap(QSize(markSize, markSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::monogramColor(name));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(0, 0, markSize, markSize);
    painter.setPen(Qt::white);
    painter.setFont(theme::font(theme::Heading));
    painter.drawText(QRect(0, 0, markSize, markSize), Qt::AlignCenter, theme::monogram(name));
    return pixmap;
}

} // namespace

ClientPanel::ClientPanel(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_mark(new QLabel(this))
    , m_name(new QLabel(this))
    , m_about(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_profile(nullptr)
    , m_history(new QTableWidget(0, 3, this))
    , m_edit(new QPushButton(theme::icon("edit"), tr("Edit"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(4), theme::space(5), theme::space(4));
    column->setSpacing(theme::space(3));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::space(3));
    head->addWidget(m_mark, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::space(1));
    m_name->setFont(theme::font(theme::Title));
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(m_name);
    words->addWidget(m_about);
    head->addLayout(words, 1);
    column->addLayout(head);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    m_tabs->addTab(scroll, tr("Profile"));
    m_history->setHorizontalHeaderLabels({tr("When"), tr("Field"), tr("Change")});
    m_history->setAccessibleName(tr("History"));
    m_history->setObjectName(QStringLiteral("history"));
    m_history->verticalHeader()->hide();
    m_history->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_history->setSelectionMode(QAbstractItemView::NoSelection);
    setUpTable(m_history);
    m_history->setWordWrap(true);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_history->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_history->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_history->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tabs->addTab(m_history, tr("History"));
    column->addWidget(m_tabs, 1);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_edit);
    column->addLayout(foot);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_client) {
            Q_EMIT editWanted(*m_client);
        }
    });
    // Passing over a record with the arrow keys is no look at it.
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(lookAfterMs);
    connect(&m_lookTimer, &QTimer::timeout, this, [this] {
        const core::ClientId id = m_wanted;
        m_jobs.run<core::Client>(
            Lane::Log,
            this,
            [id](core::Office& office, core::Progress&) { return office.clients().look(id); },
            [](core::Result<core::Client>) {});
    });
    clear();
}

void ClientPanel::clear()
{
    m_client.reset();
    m_wanted = {};
    m_lookTimer.stop();
    for (QWidget* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        child->hide();
    }
}

void ClientPanel::showClient(const core::ClientId& id)
{
    m_wanted = id;
    m_lookTimer.start();
    m_jobs.run<core::Client>(
        Lane::Read,
        this,
        [id](core::Office& office, core::Progress&) { return office.clients().show(id); },
        [this, id](core::Result<core::Client> client) {
            if (m_wanted == id && client) {
                show(*client);
            }
        });
    using History = std::vector<core::HistoryEntry>;
    m_jobs.run<History>(
        Lane::Read,
        this,
        [id](core::Office& office, core::Progress&) { return office.clients().history(id); },
        [this, id](core::Result<History> history) {
            if (m_wanted == id) {
                show(history ? *history : History{});
            }
        });
}

void ClientPanel::showHistory()
{
    m_tabs->setCurrentIndex(1);
}

void ClientPanel::show(const core::Client& client)
{
    m_client = client;
    for (QWidget* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        child->show();
    }
    const QString& name = client.value(Field::Name);
    m_mark->setPixmap(monogramPixmap(name, devicePixelRatioF()));
    m_name->setText(name);
    QStringList about{client.id().value, core::shownValue(Field::Type, client.value(Field::Type))};
    if (client.incomplete) {
        about.append(tr("draft: something is still missing"));
    }
    if (client.values.has(Field::Tags)) {
        about.append(client.value(Field::Tags).split(u';').join(QStringLiteral(" · ")));
    }
    m_about->setText(about.join(QStringLiteral("   ")));
    auto* body = new QWidget;
    auto* form = new QFormLayout(body);
    form->setContentsMargins(0, theme::space(3), 0, 0);
    form->setHorizontalSpacing(theme::space(5));
    form->setVerticalSpacing(theme::space(2));
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const core::FieldInfo& info : core::allFields()) {
        const bool inHead = info.field == Field::Id || info.field == Field::Name
            || info.field == Field::Type || info.field == Field::Tags
            || info.field == Field::Version || info.field == Field::Custom;
        const QString value = core::shownValue(info.field, client.value(info.field));
        if (inHead || value.isEmpty()) {
            continue;
        }
        auto* label = new QLabel(core::fieldLabel(info.field), body);
        setTone(label, theme::Tone::Muted);
        auto* text = new QLabel(value, body);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        form->addRow(label, text);
    }
    qobject_cast<QScrollArea*>(m_tabs->widget(0))->setWidget(body);
    m_profile = body;
}

void ClientPanel::show(const std::vector<core::HistoryEntry>& history)
{
    const QTimeZone& zone = m_jobs.access().timeZone;
    const QLocale locale;
    m_history->setRowCount(0);
    for (const core::HistoryEntry& entry : history) {
        QString who = entry.authorName;
        if (entry.request.isValid() && entry.actorName != entry.authorName) {
            who = tr("%1, approved by %2").arg(entry.authorName, entry.actorName);
        }
        // One save is one block: when and who stand beside its first line.
        QString when
            = locale.toString(entry.at.toTimeZone(zone), QLocale::ShortFormat) + u'\n' + who;
        for (const core::FieldChange& change : entry.changes) {
            const int row = m_history->rowCount();
            m_history->insertRow(row);
            const QString before = core::shownValue(change.field, change.before);
            const QString after = core::shownValue(change.field, change.after);
            const QString words = before.isEmpty() ? after
                : after.isEmpty()                  ? tr("%1 → (empty)").arg(before)
                                                   : tr("%1 → %2").arg(before, after);
            const QStringList cells{when, core::fieldLabel(change.field), words};
            for (int column = 0; column < cells.size(); ++column) {
                auto* item = new QTableWidgetItem(cells[column]);
                item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
                item->setToolTip(entry.reason.isEmpty() ? cells[column]
                                                        : tr("Reason: %1").arg(entry.reason));
                if (column == 0) {
                    item->setForeground(theme::color(theme::Tone::Muted));
                }
                m_history->setItem(row, column, item);
            }
            when.clear();
        }
    }
}

} // namespace ui
