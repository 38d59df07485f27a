// PrintDialog: what can be chosen.
#include "ui/printing/PrintDialog.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int optionsWidth = 328;

QPageSize::PageSizeId usualPaper()
{
    return QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                      : QPageSize::A4;
}

} // namespace

QString PrintDialog::title() const
{
    switch (m_wanted.kind) {
    case core::PrintKind::Sheet:
        return tr("Print client");
    case core::PrintKind::List:
        return tr("Print list");
    case core::PrintKind::Labels:
        break;
    }
    return tr("Print address labels");
}

void PrintDialog::addRow(QBoxLayout* column, const QString& label, QWidget* field)
{
    auto* name = new QLabel(label, column->parentWidget());
    name->setFont(theme::font(theme::Strong));
    name->setBuddy(field);
    field->setAccessibleName(label);
    column->addWidget(name);
    column->addWidget(field);
}

QWidget* PrintDialog::makeOptions()
{
    auto* options = new QWidget(this);
    options->setFixedWidth(optionsWidth);
    auto* column = new QVBoxLayout(options);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(5), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = makeText(options, title());
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    m_about = makeText(options);
    setTone(m_about, theme::Tone::Muted);
    column->addWidget(m_about);
    column->addSpacing(theme::space(2));
    if (m_wanted.kind == core::PrintKind::Labels) {
        addLabelOptions(column);
    } else {
        m_paper = new QComboBox(options);
        for (const auto id : {QPageSize::A4, QPageSize::A5, QPageSize::A3, QPageSize::Letter}) {
            m_paper->addItem(QPageSize(id).name(), int(id));
        }
        m_paper->setCurrentIndex(m_paper->findData(int(usualPaper())));
        addRow(column, tr("Paper"), m_paper);
        m_landscape = new QCheckBox(tr("Landscape"), options);
        m_landscape->setChecked(m_wanted.kind == core::PrintKind::List);
        column->addWidget(m_landscape);
        const auto again = [this] {
            lay(m_clients, [this](const Pages& pages) { showPages(pages); });
        };
        connect(m_paper, &QComboBox::currentIndexChanged, this, again);
        connect(m_landscape, &QCheckBox::toggled, this, again);
    }
    m_reason = new QLineEdit(options);
    m_reason->setObjectName(QStringLiteral("reason"));
    if (needsReason()) {
        m_reason->setPlaceholderText(tr("What it is for"));
        addRow(column, tr("Reason"), m_reason);
        auto* log = makeText(options, tr("It stands in the log, with what was printed."));
        log->setFont(theme::font(theme::Caption));
        setTone(log, theme::Tone::Muted);
        column->addWidget(log);
    } else {
        m_reason->hide();
    }
    m_problem = makeProblem(options);
    column->addWidget(m_problem);
    column->addStretch(1);
    m_print = makePrimary("print", tr("Print…"), options);
    setKey(m_print, 'P');
    m_pdf = new QPushButton(theme::icon("export"), tr("Save as PDF…"), options);
    setKey(m_pdf, 'D');
    auto* cancel = new QPushButton(tr("Cancel"), options);
    column->addWidget(m_print);
    column->addWidget(m_pdf);
    column->addWidget(cancel);
    connect(m_print, &QPushButton::clicked, this, &PrintDialog::print);
    connect(m_pdf, &QPushButton::clicked, this, &PrintDialog::chooseFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setBusy(true);
    return options;
}

void PrintDialog::addLabelOptions(QBoxLayout* column)
{
    QWidget* options = column->parentWidget();
    m_sheet = new QComboBox(options);
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const LabelSheet& sheet : labelSheets()) {
        m_sheet->addItem(labelSheetWords(sheet));
    }
    if (usualPaper() == QPageSize::Letter) {
        m_sheet->setCurrentIndex(m_sheet->count() - 1);
    }
    addRow(column, tr("Label sheet"), m_sheet);
    m_order = new QComboBox(options);
    m_order->addItem(tr("As the address is written"), int(AddressOrder::AsWritten));
    m_order->addItem(tr("Chinese: the place first"), int(AddressOrder::Chinese));
    m_order->addItem(tr("Western: the name first"), int(AddressOrder::Western));
    addRow(column, tr("Order of the lines"), m_order);
    m_first = new QSpinBox(options);
    m_first->setRange(1, labelSheets().front().perSheet());
    m_first->setToolTip(tr("For a sheet from which some labels are gone"));
    addRow(column, tr("Begin at label"), m_first);
    const auto again = [this] {
        const QSignalBlocker quiet(m_first);
        m_first->setMaximum(labelSheets()[std::size_t(m_sheet->currentIndex())].perSheet());
        lay(m_clients, [this](const Pages& pages) { showPages(pages); });
    };
    connect(m_sheet, &QComboBox::currentIndexChanged, this, again);
    connect(m_order, &QComboBox::currentIndexChanged, this, again);
    connect(m_first, &QSpinBox::valueChanged, this, again);
}

} // namespace ui
