#include "ui/log/LogPage.h"

#include "core/security/Permissions.h"
#include "ui/log/LogDetail.h"
#include "ui/log/LogVerifyBar.h"
#include "ui/log/UnusualView.h"
#include "ui/shell/Remember.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Of the time box: how many days back; a single day is QDate.
constexpr int anyTime = -1;

} // namespace

LogPage::LogPage(OfficeJobs& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
    , m_verifyBar(new LogVerifyBar(jobs, this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StateView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    m_filters = makeFilters();
    column->addWidget(m_filters);
    column->addWidget(m_verifyBar);
    m_list = makeTable();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
    if (core::requireOversight(m_jobs.session())) {
        m_unusual = new UnusualView(m_jobs, this);
        m_stack->addWidget(m_unusual);
        connect(m_unusual, &UnusualView::actionsWanted, this, &LogPage::showActions);
    }
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    connect(m_verifyBar, &LogVerifyBar::ended, this, [this] { m_verify->setEnabled(true); });
    m_state->showLoading("clock", tr("Reading the log…"));
    m_stack->setCurrentWidget(m_state);
}

QWidget* LogPage::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(2), theme::space(1), theme::space(4), 0);
    m_tabs = new QTabBar(top);
    m_tabs->addTab(tr("What was done"));
    if (core::requireOversight(m_jobs.session())) {
        m_tabs->addTab(tr("Unusual"));
    }
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Which part of the log"));
    row->addWidget(m_tabs);
    row->addStretch(1);
    m_verify = new QPushButton(theme::icon("check"), tr("Verify the log"), top);
    setKey(m_verify, 'Y');
    m_export = new QPushButton(theme::icon("export"), tr("Export the log…"), top);
    setKey(m_export, 'X');
    row->addWidget(m_verify);
    row->addWidget(m_export);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { refresh(); });
    connect(m_verify, &QPushButton::clicked, this, &LogPage::verify);
    connect(m_export, &QPushButton::clicked, this, &LogPage::chooseFile);
    return top;
}

QWidget* LogPage::makeFilters()
{
    auto* filters = new QWidget(this);
    auto* row = new QHBoxLayout(filters);
    row->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    row->setSpacing(theme::space(2));
    const auto addBox = [&](const QString& name, const QString& everything) {
        auto* box = new QComboBox(filters);
        box->setAccessibleName(name);
        box->addItem(everything);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, [this] { read(Reading::Anew); });
        return box;
    };
    m_person = addBox(tr("Person"), tr("Everybody"));
    m_time = addBox(tr("Time"), tr("Any time"));
    m_time->setItemData(0, anyTime);
    m_time->addItem(tr("Today"), 0);
    m_time->addItem(tr("The last 7 days"), 7);
    m_time->addItem(tr("The last 30 days"), 30);
    m_time->addItem(tr("The last 365 days"), 365);
    m_kind = addBox(tr("Kind"), tr("Everything"));
    for (const core::LogGroup group : core::allLogGroups()) {
        m_kind->addItem(core::logGroupLabel(group), int(group));
    }
    m_client = new QLineEdit(filters);
    m_client->setPlaceholderText(tr("Client's id"));
    m_client->setAccessibleName(tr("Client's id"));
    m_client->setClearButtonEnabled(true);
    m_client->setMaximumWidth(220);
    row->addWidget(m_client);
    row->addStretch(1);
    connect(m_client, &QLineEdit::editingFinished, this, [this] {
        if (m_client->isModified()) {
            m_client->setModified(false);
            read(Reading::Anew);
        }
    });
    connect(m_client, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            read(Reading::Anew);
        }
    });
    return filters;
}

QWidget* LogPage::makeTable()
{
    m_table = new QTableWidget(0, LogColumns, this);
    m_table->setHorizontalHeaderLabels(
        {tr("Time"), tr("Person"), tr("What was done"), tr("Computer"), tr("Signature")});
    m_table->setAccessibleName(tr("Log"));
    m_table->setObjectName(QStringLiteral("log"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setUpTable(m_table);
    m_table->verticalHeader()->hide();
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(LogWhat, QHeaderView::Stretch);
    m_detail = new LogDetail(m_jobs.access().timeZone, this);
    auto* splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setSizes({740, 372});
    splitter->setCollapsible(1, false);
    remember(m_jobs, splitter, QStringLiteral("log"));
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &LogPage::showLine);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_table->verticalScrollBar()->maximum()) {
            readMore();
        }
    });
    return splitter;
}

core::LogFilter LogPage::filter() const
{
    core::LogFilter filter;
    filter.user = m_person->currentData().toString();
    filter.client = m_client->text().trimmed();
    if (m_kind->currentIndex() > 0) {
        filter.group = core::LogGroup(m_kind->currentData().toInt());
    }
    const QTimeZone& zone = m_jobs.access().timeZone;
    const QVariant time = m_time->currentData();
    if (time.typeId() == QMetaType::QDate) {
        filter.from = time.toDate().startOfDay(zone).toUTC();
        filter.to = time.toDate().addDays(1).startOfDay(zone).toUTC();
    } else if (time.toInt() != anyTime) {
        const QDate today = m_jobs.access().clock->now().toTimeZone(zone).date();
        filter.from = today.addDays(-time.toInt()).startOfDay(zone).toUTC();
    }
    return filter;
}

void LogPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_isStale) {
        refresh();
    }
}

void LogPage::refresh()
{
    m_isStale = true;
    if (!isVisible()) {
        return; // read when somebody looks
    }
    m_isStale = false;
    const bool isUnusual = m_unusual != nullptr && m_tabs->currentIndex() == 1;
    m_filters->setVisible(!isUnusual);
    const bool mayExport
        = core::grantOf(m_jobs.session(), core::Action::ExportLog).direct != core::Scope::None;
    m_export->setVisible(!isUnusual && mayExport);
    if (isUnusual) {
        m_stack->setCurrentWidget(m_unusual);
        m_unusual->refresh();
    } else {
        read(Reading::News);
    }
}

void LogPage::showUnusual(bool unusual)
{
    m_tabs->setCurrentIndex(unusual ? 1 : 0);
}

void LogPage::showActions(const QString& person, const QDate& day)
{
    const int known = m_time->findData(day);
    if (known < 0) {
        m_time->addItem(QLocale().toString(day, QLocale::ShortFormat), day);
    }
    m_time->setCurrentIndex(m_time->findData(day));
    m_person->setCurrentIndex(std::max(0, m_person->findData(person)));
    if (m_person->findData(person) < 0) {
        m_person->addItem(person, person);
        m_person->setCurrentIndex(m_person->count() - 1);
    }
    m_kind->setCurrentIndex(0);
    m_client->clear();
    showUnusual(false);
}

void LogPage::verify()
{
    m_verify->setEnabled(false);
    m_verifyBar->begin();
}

void LogPage::chooseFile()
{
    const QString path
        = QFileDialog::getSaveFileName(this,
                                       tr("Export the log"),
                                       QDir::home().filePath(tr("log") + QStringLiteral(".csv")),
                                       tr("CSV files (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    m_export->setEnabled(false);
    const QPointer<Job> job = m_jobs.run<core::LogExportResult>(
        Lane::Long,
        this,
        [path, filter = filter()](core::Office& office, core::Progress& progress) {
            return office.logExporter().run(path, filter, progress);
        },
        [this](const core::Result<core::LogExportResult>& result) {
            m_export->setEnabled(true);
            if (!result) {
                showError(this, result.error());
                return;
            }
            Q_EMIT said(tr("%n lines of the log are in the file.", nullptr, int(result->rows)));
        });
    job->name(tr("Export of the log"), tr("Stopped, there is no file."));
}

} // namespace ui
