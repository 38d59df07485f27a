#include "ui/printing/PrintDialog.h"

#include "ui/printing/ClientPrints.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize printDialogSize{1040, 720};
/// Painting a page takes some milliseconds of the window's thread.
constexpr int mostPreviewed = 10;

/// Everything that pages are made of, so that they can be made on any thread.
struct PrintJob
{
    core::PrintKind kind = core::PrintKind::Sheet;
    std::vector<core::Client> clients;
    std::vector<core::Field> fields;
    QTimeZone zone;
    QString foot;
    QSizeF paper;
    QFont font;
    const LabelSheet* sheet = nullptr;
    AddressOrder order = AddressOrder::AsWritten;
    int used = 0;

    [[nodiscard]] Pages pages() const
    {
        if (kind == core::PrintKind::Labels) {
            PrintLabels labels{sheet, used, {}};
            for (const core::Client& client : clients) {
                if (hasAddress(client)) {
                    labels.labels.push_back(addressLines(client, order));
                }
            }
            return labelPages(labels, font);
        }
        PrintTable table = kind == core::PrintKind::Sheet ? sheetOf(clients.front(), zone)
                                                          : listOf(clients, fields);
        table.foot = foot;
        return tablePages(table, paper, font);
    }
};

} // namespace

PrintDialog::PrintDialog(OfficeJobs& jobs, core::PrintWanted wanted, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_wanted(std::move(wanted))
    , m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution))
{
    setWindowTitle(title());
    resize(printDialogSize);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeOptions());
    columns->addWidget(makePreview(), 1);
    m_nextPage.setInterval(0);
    connect(&m_nextPage, &QTimer::timeout, this, &PrintDialog::printNext);
    read();
}

/// The preview paints on the printer, which goes with the members.
PrintDialog::~PrintDialog()
{
    delete m_preview;
}

QToolButton* PrintDialog::addTool(QBoxLayout* row, const char* iconName, const QString& words)
{
    auto* button = new QToolButton(this);
    button->setIcon(theme::icon(iconName));
    button->setAccessibleName(words);
    button->setAutoRaise(true);
    row->addWidget(button);
    return button;
}

QWidget* PrintDialog::makePreview()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_preview = new QPrintPreviewWidget(m_printer.get(), side);
    for (auto* pages : m_preview->findChildren<QAbstractScrollArea*>()) {
        pages->setAccessibleName(tr("Preview of the pages"));
    }
    m_preview->setAccessibleName(tr("Preview"));
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(2));
    const auto tool
        = [&](const char* iconName, const QString& words, const QKeySequence& key, auto act) {
              QToolButton* button = addTool(tools, iconName, words);
              button->setShortcut(key);
              button->setToolTip(
                  QStringLiteral("%1 (%2)").arg(words, key.toString(QKeySequence::NativeText)));
              connect(button, &QToolButton::clicked, this, act);
          };
    tool("before", tr("Page before"), QKeySequence::MoveToPreviousPage, [this] {
        m_preview->setCurrentPage(m_preview->currentPage() - 1);
    });
    m_page = new QLabel(side);
    setTone(m_page, theme::Tone::Muted);
    tools->addWidget(m_page);
    tool("next", tr("Next page"), QKeySequence::MoveToNextPage, [this] {
        m_preview->setCurrentPage(m_preview->currentPage() + 1);
    });
    tools->addStretch(1);
    tool("zoom-out", tr("Smaller"), QKeySequence::ZoomOut, [this] { m_preview->zoomOut(); });
    tool("zoom-in", tr("Larger"), QKeySequence::ZoomIn, [this] { m_preview->zoomIn(); });
    tool("page", tr("Whole page"), QKeySequence(QStringLiteral("Ctrl+0")), [this] {
        m_preview->fitInView();
    });
    column->addLayout(tools);
    m_state = new StateView(side);
    m_state->show("clock", tr("Laying out the pages"), {});
    m_stack = new QStackedWidget(side);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_preview);
    column->addWidget(m_stack, 1);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this, &PrintDialog::paintPreview);
    connect(m_preview, &QPrintPreviewWidget::previewChanged, this, &PrintDialog::showPage);
    return side;
}

void PrintDialog::read()
{
    m_jobs.run<Clients>(
        Lane::Read,
        this,
        [wanted = m_wanted](core::Office& office, core::Progress&) {
            return office.prints().preview(wanted);
        },
        [this](core::Result<Clients> clients) {
            if (!clients) {
                m_state->show("warning", tr("This cannot be printed"), clients.error().message);
                return;
            }
            m_clients = *std::move(clients);
            lay(m_clients, [this](const Pages& pages) { showPages(pages); });
        });
}

bool PrintDialog::isLandscape() const
{
    return m_landscape != nullptr && m_landscape->isChecked();
}

QSizeF PrintDialog::paper() const
{
    if (m_sheet != nullptr) {
        return paperOf(QPageSize(labelSheets()[std::size_t(m_sheet->currentIndex())].paper), false);
    }
    return paperOf(QPageSize(QPageSize::PageSizeId(m_paper->currentData().toInt())), isLandscape());
}

QString PrintDialog::foot() const
{
    const QDateTime now = QDateTime::currentDateTime();
    return tr("%1 · printed by %2 on %3")
        .arg(m_jobs.access().officeName,
             m_jobs.session().name,
             QLocale().toString(now, QLocale::ShortFormat));
}

void PrintDialog::lay(const Clients& clients, std::function<void(const Pages&)> then)
{
    if (clients.empty()) {
        return;
    }
    PrintJob job{m_wanted.kind,
                 clients,
                 m_wanted.fields,
                 m_jobs.access().timeZone,
                 foot(),
                 paper(),
                 QApplication::font()};
    if (m_sheet != nullptr) {
        job.sheet = &labelSheets()[std::size_t(m_sheet->currentIndex())];
        job.order = AddressOrder(m_order->currentData().toInt());
        job.used = m_first->value() - 1;
    }
    const int round = ++m_round;
    runDetached<Pages>(
        this,
        [job = std::move(job)]() -> core::Result<Pages> { return job.pages(); },
        [this, round, then = std::move(then)](const core::Result<Pages>& pages) {
            if (round == m_round) {
                then(*pages);
            }
        });
}

void PrintDialog::showPages(const Pages& pages)
{
    m_pages = pages;
    const auto all = int(m_clients.size());
    const auto without = m_wanted.kind == core::PrintKind::Labels
        ? int(std::count_if(m_clients.begin(),
                            m_clients.end(),
                            [](const core::Client& client) { return !hasAddress(client); }))
        : 0;
    QStringList about{tr("%n client(s)", nullptr, all - without)};
    if (without > 0) {
        about.append(tr("%n without an address left out", nullptr, without));
    }
    if (pages->count() > mostPreviewed) {
        about.append(tr("the preview shows the first %n page(s)", nullptr, mostPreviewed));
    }
    m_about->setText(about.join(QStringLiteral("\n")));
    if (pages->count() == 0) {
        m_state->show("place",
                      tr("No addresses"),
                      tr("None of these clients has an address that a letter would reach."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    preparePaper(*m_printer);
    m_stack->setCurrentWidget(m_preview);
    m_preview->fitInView();
    m_preview->updatePreview();
    const bool isFirst = !m_print->isEnabled();
    setBusy(false);
    showPage();
    if (isFirst) {
        (needsReason() ? static_cast<QWidget*>(m_reason) : m_print)->setFocus();
    }
    Q_EMIT ready();
}

void PrintDialog::preparePaper(QPrinter& printer) const
{
    printer.setFullPage(true);
    printer.setDocName(QStringLiteral("Dossier")); // no client's name in a queue that others see
    if (m_sheet != nullptr) {
        printer.setPageSize(QPageSize(labelSheets()[std::size_t(m_sheet->currentIndex())].paper));
        printer.setPageOrientation(QPageLayout::Portrait);
    } else {
        printer.setPageSize(QPageSize(QPageSize::PageSizeId(m_paper->currentData().toInt())));
        printer.setPageOrientation(isLandscape() ? QPageLayout::Landscape : QPageLayout::Portrait);
    }
    printer.setPageMargins(QMarginsF());
}

void PrintDialog::paintPreview(QPrinter* printer)
{
    if (!m_pages) {
        return;
    }
    QPainter painter(printer);
    const qreal scale = printer->resolution() / pointsPerInch;
    painter.scale(scale, scale);
    for (int page = 0; page < std::min(m_pages->count(), mostPreviewed); ++page) {
        if (page > 0) {
            printer->newPage();
        }
        m_pages->paint(painter, page);
    }
}

void PrintDialog::showPage()
{
    if (m_pages) {
        m_page->setText(tr("Page %1 of %2").arg(m_preview->currentPage()).arg(m_pages->count()));
    }
}

void PrintDialog::fail(const core::Error& error)
{
    setBusy(false);
    sayProblem(m_problem, error.message);
}

void PrintDialog::setBusy(bool isBusy)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_print, m_pdf, m_paper, m_landscape, m_sheet, m_order, m_first}) {
        if (widget != nullptr) {
            widget->setEnabled(!isBusy);
        }
    }
}

} // namespace ui
