#include "ui/exchange/ImportColumns.h"

#include "core/standardize/TextDecoding.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

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

ImportColumns::ImportColumns(QWidget* parent)
    : QWidget(parent)
    , m_about(makeText(this))
    , m_encoding(new QComboBox(this))
    , m_table(new QTableWidget(this))
    , m_notices(makeText(this))
    , m_remembered(makeText(
          this, tr("The fields are those of the last import of a file with these columns.")))
    , m_forget(new QPushButton(tr("Forget them"), this))
    , m_keep(new QCheckBox(tr("Keep the columns without a field as own fields"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(2));
    auto* top = new QHBoxLayout;
    m_about->setFont(theme::font(theme::Strong));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->addItems(core::offeredEncodings());
    top->addWidget(m_about, 1);
    auto* label = new QLabel(tr("Encoding"), this);
    label->setToolTip(tr("Choose another where the text below cannot be read."));
    label->setBuddy(m_encoding);
    top->addWidget(label);
    top->addWidget(m_encoding);
    column->addLayout(top);
    setUpTable(m_table);
    m_table->setShowGrid(true);
    m_table->setAccessibleName(tr("Preview of the file"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the boxes inside are what Tab goes to
    m_table->setProperty("reachedBy", QStringLiteral("its boxes"));
    m_table->verticalHeader()->hide();
    column->addWidget(m_table, 1);
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
    connect(m_forget, &QPushButton::clicked, this, [this] { Q_EMIT forgettingChosen(); });
    column->addWidget(m_notices);
    setKey(m_keep, 'K');
    m_keep->hide();
    column->addWidget(m_keep);
    m_keep->setObjectName(QStringLiteral("keep_columns"));
    connect(m_keep, &QCheckBox::clicked, this, [this] { Q_EMIT keepingChosen(); });
    connect(m_encoding, &QComboBox::activated, this, [this] { Q_EMIT encodingChosen(); });
}

QString ImportColumns::encoding() const
{
    return m_encoding->currentText();
}

bool ImportColumns::keepsUnmapped() const
{
    return m_keep->isChecked();
}

void ImportColumns::forget()
{
    m_keep->setChecked(false);
}

void ImportColumns::show(const core::ImportPreview& preview, const QString& fileName)
{
    if (m_encoding->findText(preview.encoding) < 0) {
        m_encoding->addItem(preview.encoding);
    }
    m_encoding->setCurrentText(preview.encoding);
    m_about->setText(
        tr("%1 · %n column(s)", nullptr, int(preview.mapping.columns.size())).arg(fileName));
    m_table->clear();
    m_table->setColumnCount(int(preview.mapping.columns.size()));
    m_table->setRowCount(int(preview.raw.size()) + 1);
    for (int i = 0; i < m_table->columnCount(); ++i) {
        fillColumn(i, preview);
    }
    m_table->resizeColumnsToContents();
    constexpr int widest = 240;
    constexpr int narrowest = 140;
    for (int i = 0; i < m_table->columnCount(); ++i) {
        m_table->setColumnWidth(i, std::clamp(m_table->columnWidth(i), narrowest, widest));
    }
    m_table->setRowHeight(0, m_table->fontMetrics().height() + theme::space(5));
    m_remembered->setVisible(preview.remembered);
    m_forget->setVisible(preview.remembered);
    m_hasName = preview.mapping.hasName();
    m_keep->setVisible(m_keep->isChecked() || !preview.mapping.unmappedColumns().isEmpty());
    m_notices->setText(notices(preview, m_hasName).join(u'\n'));
    setTone(m_notices, m_hasName ? theme::Tone::Text : theme::Tone::Bad);
}

void ImportColumns::fillColumn(int index, const core::ImportPreview& preview)
{
    const core::Column& column = preview.mapping.columns[std::size_t(index)];
    m_table->setHorizontalHeaderItem(index, new QTableWidgetItem(column.header));
    const bool sealed = column.use == core::ColumnUse::Sealed;
    const bool leftOut
        = column.use == core::ColumnUse::Ignored || column.use == core::ColumnUse::LeftOut;
    if (sealed) {
        const QString words = core::isSealed(column.field) ? core::fieldLabel(column.field)
                                                           : tr("ID number or account");
        m_table->setItem(0, index, new QTableWidgetItem(theme::icon("lock"), words));
    } else {
        auto* box = new QComboBox(m_table);
        box->setAccessibleName(tr("Field of the column %1").arg(column.header));
        for (const Target& target : targets()) {
            box->addItem(target.label, target.word);
        }
        box->setCurrentIndex(std::max(box->findData(core::columnUseName(column.target())), 0));
        connect(box, &QComboBox::activated, this, [this, header = column.header, box] {
            Q_EMIT columnChosen(header, box->currentData().toString());
        });
        m_table->setCellWidget(0, index, box);
    }
    for (int row = 0; row < int(preview.raw.size()); ++row) {
        const QString cell = preview.raw[std::size_t(row)].cells.value(index).simplified();
        auto* item = new QTableWidgetItem(sealed ? QStringLiteral("•••") : cell);
        item->setToolTip(sealed ? QString() : cell);
        if (leftOut) {
            setTone(item, theme::Tone::Muted);
        }
        m_table->setItem(row + 1, index, item);
    }
}

QStringList ImportColumns::notices(const core::ImportPreview& preview, bool hasName)
{
    QStringList notices;
    if (!hasName) {
        notices.append(tr("✕ No column is the client's name. Choose it above."));
    }
    if (const QStringList sealed = preview.mapping.sealedColumns(); !sealed.isEmpty()) {
        notices.append(tr("Sealed as they come in, so that only data administrators can open "
                          "them: %1. Whoever imports them vouches for the clients' consent.")
                           .arg(sealed.join(tr(", "))));
    }
    QStringList damaged;
    for (const core::Column& column : preview.mapping.columns) {
        if (column.damagedNumbers) {
            damaged.append(column.header);
        }
    }
    if (!damaged.isEmpty()) {
        notices.append(tr("▲ A spreadsheet has cut long numbers here (4.40301E+17); they are not "
                          "stored: %1")
                           .arg(damaged.join(tr(", "))));
    }
    if (const QStringList rest = preview.mapping.unmappedColumns(); !rest.isEmpty()) {
        notices.append(
            tr("Left out, because no field was found for them: %1").arg(rest.join(tr(", "))));
    }
    return notices;
}

} // namespace ui
