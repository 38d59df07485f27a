#include "ui/exchange/ImportColumns.h"

#include "core/standardize/TextDecoding.h"
#include "core/validation/RuleLabels.h"
#include "ui/clients/RecordPreview.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Columns of the table.
enum
{
    HeaderColumn,
    SamplesColumn,
    TargetColumn
};

constexpr int sideWidth = 300;

/// The words a column can be given, beside the fields.
struct Target
{
    QString word;
    QString label;
};

std::vector<Target> targets()
{
    const auto say = [](const char* text) {
        return QCoreApplication::translate("ui::ImportWizard", text);
    };
    std::vector<Target> list{{QString(), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "leave out"))},
                             {QStringLiteral("custom"),
                              say(QT_TRANSLATE_NOOP("ui::ImportWizard", "keep as own field"))}};
    for (const core::FieldInfo& info : core::allFields()) {
        if (core::isEditable(info.field) && info.field != core::Field::Contacts
            && info.field != core::Field::Custom) {
            list.push_back({core::fieldName(info.field), core::fieldLabel(info.field)});
        }
    }
    list.push_back(
        {QStringLiteral("given_name"), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "given name"))});
    list.push_back(
        {QStringLiteral("middle_name"), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "middle name"))});
    list.push_back(
        {QStringLiteral("family_name"), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "family name"))});
    list.push_back({QStringLiteral("name_title"),
                    say(QT_TRANSLATE_NOOP("ui::ImportWizard", "title before the name"))});
    list.push_back({QStringLiteral("name_suffix"),
                    say(QT_TRANSLATE_NOOP("ui::ImportWizard", "suffix behind the name"))});
    list.push_back({QStringLiteral("organization"),
                    say(QT_TRANSLATE_NOOP("ui::ImportWizard", "organization"))});
    list.push_back({QStringLiteral("address"),
                    say(QT_TRANSLATE_NOOP("ui::ImportWizard", "address in one line"))});
    return list;
}

} // namespace

ImportColumns::ImportColumns(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_about(makeText(this))
    , m_encoding(new QComboBox(this))
    , m_nextEncoding(new QPushButton(tr("Next encoding"), this))
    , m_table(new QTableWidget(this))
    , m_side(new QWidget(this))
    , m_record(new RecordPreview(zone, m_side))
    , m_which(makeText(m_side))
    , m_before(new QPushButton(theme::icon("before"), {}, m_side))
    , m_after(new QPushButton(theme::icon("next"), {}, m_side))
    , m_notices(makeText(this))
    , m_remembered(makeText(
          this, tr("The fields are those of the last import of a file with these columns.")))
    , m_forget(new QPushButton(tr("Forget them"), this))
    , m_keep(new QCheckBox(tr("Keep the columns without a field as own fields"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(2));
    column->addLayout(makeTop());
    setUpTable(m_table);
    m_table->setAccessibleName(tr("Columns of the file"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the boxes inside are what Tab goes to
    m_table->setProperty("reachedBy", QStringLiteral("its boxes"));
    m_table->verticalHeader()->hide();
    m_table->setColumnCount(3);
    auto* splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(makeExample());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({2 * sideWidth, sideWidth});
    column->addWidget(splitter, 1);
    auto* memory = new QHBoxLayout;
    memory->addWidget(m_remembered, 1);
    memory->addWidget(m_forget);
    column->addLayout(memory);
    setKey(m_forget, 'O');
    m_forget->setToolTip(
        tr("Propose the fields anew, and remember nothing of these columns")
        + (m_forget->toolTip().isEmpty() ? QString() : u'\n' + m_forget->toolTip()));
    m_remembered->hide();
    m_forget->hide();
    column->addWidget(m_notices);
    setKey(m_keep, 'K');
    m_keep->hide();
    column->addWidget(m_keep);
    m_keep->setObjectName(QStringLiteral("keep_columns"));
    connectParts();
}

QLayout* ImportColumns::makeTop()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(2));
    m_about->setFont(theme::font(theme::Strong));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_encoding->addItems(core::offeredEncodings());
    top->addWidget(m_about, 1);
    auto* label = new QLabel(tr("Encoding"), this);
    label->setToolTip(tr("Choose another where the text below cannot be read."));
    label->setBuddy(m_encoding);
    top->addWidget(label);
    top->addWidget(m_encoding);
    m_nextEncoding->setProperty("role", QStringLiteral("quiet"));
    setKey(m_nextEncoding, 'E');
    top->addWidget(m_nextEncoding);
    return top;
}

QWidget* ImportColumns::makeExample()
{
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(2));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme::space(4), 0, 0, 0);
    m_which->setFont(theme::font(theme::Caption));
    setTone(m_which, theme::Tone::Muted);
    m_before->setAccessibleName(tr("Row above"));
    m_before->setToolTip(tr("Row above"));
    m_after->setAccessibleName(tr("Row below"));
    m_after->setToolTip(tr("Row below"));
    row->addWidget(m_which, 1);
    row->addWidget(m_before);
    row->addWidget(m_after);
    column->addLayout(row);
    column->addWidget(m_record, 1);
    m_record->setHeading({}); // stands above, beside the way to the next row
    return m_side;
}

void ImportColumns::connectParts()
{
    connect(m_forget, &QPushButton::clicked, this, [this] { Q_EMIT forgettingChosen(); });
    connect(m_keep, &QCheckBox::clicked, this, [this] { Q_EMIT keepingChosen(); });
    connect(m_encoding, &QComboBox::activated, this, [this] { Q_EMIT encodingChosen(); });
    connect(m_nextEncoding, &QPushButton::clicked, this, &ImportColumns::nextEncoding);
    connect(m_before, &QPushButton::clicked, this, [this] { showRow(m_row - 1); });
    connect(m_after, &QPushButton::clicked, this, [this] { showRow(m_row + 1); });
}

QString ImportColumns::encoding() const
{
    return m_encoding->currentText();
}

void ImportColumns::nextEncoding()
{
    m_encoding->setCurrentIndex((m_encoding->currentIndex() + 1) % m_encoding->count());
    Q_EMIT encodingChosen();
}

bool ImportColumns::keepsUnmapped() const
{
    return m_keep->isChecked();
}

void ImportColumns::forget()
{
    m_keep->setChecked(false);
    m_row = 0;
}

QStringList ImportColumns::headers() const
{
    QStringList headers;
    for (const core::Column& column : m_preview.mapping.columns) {
        headers.append(column.header);
    }
    return headers;
}

void ImportColumns::show(const core::ImportPreview& preview, const QString& fileName)
{
    m_preview = preview;
    if (m_encoding->findText(preview.encoding) < 0) {
        m_encoding->addItem(preview.encoding);
    }
    m_encoding->setCurrentText(preview.encoding);
    const auto columns = int(preview.mapping.columns.size());
    m_about->setText(tr("%1 · %n column(s)", nullptr, columns).arg(fileName));
    const QWidget* box = QApplication::focusWidget();
    int focused = -1; // of the boxes that are made anew
    for (int row = 0; row < m_table->rowCount(); ++row) {
        focused = box != nullptr && m_table->cellWidget(row, TargetColumn) == box ? row : focused;
    }
    m_table->clear();
    m_table->setHorizontalHeaderLabels(
        {tr("Column"), tr("What stands in it"), tr("Goes into the field")});
    m_table->setRowCount(columns);
    for (int i = 0; i < columns; ++i) {
        fillColumn(i);
    }
    placeColumns();
    if (QWidget* again = focused < 0 ? nullptr : m_table->cellWidget(focused, TargetColumn)) {
        again->setFocus();
    }
    m_remembered->setVisible(preview.remembered);
    m_forget->setVisible(preview.remembered);
    m_hasName = preview.mapping.hasName();
    m_keep->setVisible(m_keep->isChecked() || !preview.mapping.unmappedColumns().isEmpty());
    m_notices->setText(notices().join(u'\n'));
    m_notices->setVisible(!m_notices->text().isEmpty());
    setTone(m_notices, m_hasName ? theme::Tone::Text : theme::Tone::Bad);
    showRow(m_row);
}

void ImportColumns::placeColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(HeaderColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SamplesColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(TargetColumn, QHeaderView::Fixed);
    header->setMaximumSectionSize(theme::space(70));
    m_table->setColumnWidth(TargetColumn, theme::space(48));
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height()
                                                     + theme::space(5));
}

/// Values that differ from each other tell more than the first ones.
QString ImportColumns::samplesOf(int index) const
{
    const core::Column& column = m_preview.mapping.columns[std::size_t(index)];
    if (column.use == core::ColumnUse::Sealed) {
        return column.filled ? QStringLiteral("•••") : QString();
    }
    return m_preview.examples.size() > std::size_t(index)
        ? m_preview.examples[std::size_t(index)].join(QStringLiteral("   ·   "))
        : QString();
}

void ImportColumns::fillColumn(int index)
{
    const core::Column& column = m_preview.mapping.columns[std::size_t(index)];
    const bool sealed = column.use == core::ColumnUse::Sealed;
    const bool leftOut
        = column.use == core::ColumnUse::Ignored || column.use == core::ColumnUse::LeftOut;
    auto* name = new QTableWidgetItem(column.header);
    name->setFont(theme::font(theme::Strong));
    name->setToolTip(column.header);
    const QString samples = samplesOf(index);
    auto* values = new QTableWidgetItem(
        samples.isEmpty() ? tr("(empty)")
                          : (column.damagedNumbers ? QStringLiteral("▲ ") : QString()) + samples);
    values->setToolTip(samples);
    if (leftOut || samples.isEmpty()) {
        setTone(name, theme::Tone::Muted);
        setTone(values, theme::Tone::Muted);
    } else if (column.damagedNumbers) {
        setTone(values, theme::Tone::Warning);
    }
    m_table->setItem(index, HeaderColumn, name);
    m_table->setItem(index, SamplesColumn, values);
    if (sealed) {
        const QString words = core::isSealed(column.field) ? core::fieldLabel(column.field)
                                                           : tr("ID number or account");
        m_table->setItem(index, TargetColumn, new QTableWidgetItem(theme::icon("lock"), words));
        return;
    }
    auto* box = new QComboBox(m_table);
    box->setAccessibleName(tr("Field of the column %1").arg(column.header));
    for (const Target& target : targets()) {
        box->addItem(target.label, target.word);
    }
    box->setCurrentIndex(std::max(box->findData(core::columnUseName(column.target())), 0));
    connect(box, &QComboBox::activated, this, [this, header = column.header, box] {
        Q_EMIT columnChosen(header, box->currentData().toString());
    });
    m_table->setCellWidget(index, TargetColumn, box);
}

void ImportColumns::showRow(int row)
{
    const auto rows = int(m_preview.rows.size());
    m_side->setVisible(rows > 0);
    if (rows == 0) {
        return;
    }
    m_row = std::clamp(row, 0, rows - 1);
    m_before->setEnabled(m_row > 0);
    m_after->setEnabled(m_row < rows - 1);
    const core::ImportRow& shown = m_preview.rows[std::size_t(m_row)];
    m_which->setText(
        tr("Line %1 of the file becomes").arg(QLocale().toString(qlonglong(shown.line))));
    core::Client client;
    client.values = shown.values;
    client.set(core::Field::Id, {});
    QStringList remarks;
    if (!shown.rejection.isEmpty()) {
        remarks.append(QStringLiteral("✕ ") + shown.rejection);
    }
    for (const core::RowFinding& finding : shown.findings) {
        remarks.append(
            QStringLiteral("▲ ")
            + tr("%1: %2").arg(core::fieldLabel(finding.field), core::ruleLabel(finding.rule)));
    }
    m_record->show(client, remarks.join(u'\n'));
}

QStringList ImportColumns::notices() const
{
    QStringList notices;
    if (!m_hasName) {
        notices.append(tr("✕ No column is the client's name. Choose it above."));
    }
    if (const QStringList sealed = m_preview.mapping.sealedColumns(); !sealed.isEmpty()) {
        notices.append(tr("Sealed as they come in, so that only data administrators can open "
                          "them: %1. Whoever imports them vouches for the clients' consent.")
                           .arg(sealed.join(tr(", "))));
    }
    QStringList damaged;
    for (const core::Column& column : m_preview.mapping.columns) {
        if (column.damagedNumbers) {
            damaged.append(column.header);
        }
    }
    if (!damaged.isEmpty()) {
        notices.append(tr("▲ A spreadsheet has cut long numbers here (4.40301E+17); they are not "
                          "stored: %1")
                           .arg(damaged.join(tr(", "))));
    }
    if (const QStringList rest = m_preview.mapping.unmappedColumns(); !rest.isEmpty()) {
        notices.append(
            tr("Left out, because no field was found for them: %1").arg(rest.join(tr(", "))));
    }
    return notices;
}

} // namespace ui
