#include "ui/exchange/ImportCounts.h"

#include "core/validation/RuleLabels.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {

namespace {

QLabel* makeNotice(QVBoxLayout* column, const QString& words, theme::Tone tone)
{
    QLabel* label = makeText(column->parentWidget(), words);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTone(label, tone);
    column->addWidget(label);
    return label;
}

} // namespace

ImportCounts::ImportCounts(Extent extent, QWidget* parent)
    : QScrollArea(parent)
    , m_extent(extent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What the import does"));
}

QVBoxLayout* ImportCounts::begin()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    const int edge = m_extent == Brief ? 0 : theme::space(2);
    column->setContentsMargins(0, edge, edge, 0);
    m_again = nullptr;
    column->setSpacing(theme::space(2));
    setWidget(body);
    return column;
}

void ImportCounts::say(const QString& words, bool isProblem)
{
    QVBoxLayout* column = begin();
    makeNotice(column, words, isProblem ? theme::Tone::Bad : theme::Tone::Muted);
    column->addStretch(1);
    widget()->show();
    fit();
}

void ImportCounts::sayAgain(const QString& words)
{
    if (m_again != nullptr) {
        m_again->setText(words);
        m_again->show();
    } else {
        say(words, false);
    }
}

void ImportCounts::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

/// Brief, it is as high as what it says.
void ImportCounts::fit()
{
    if (m_extent == Brief && widget() != nullptr && widget()->layout() != nullptr) {
        QLayout* layout = widget()->layout();
        layout->activate();
        const int wide = viewport()->width();
        const int high = layout->hasHeightForWidth() ? layout->totalHeightForWidth(wide)
                                                     : layout->totalSizeHint().height();
        setFixedHeight(high + 2 * frameWidth());
    }
}

void ImportCounts::show(const core::ImportResult& result)
{
    QVBoxLayout* column = begin();
    addTiles(column, result.counts);
    if (m_extent == Brief) {
        addBrief(column, result);
        widget()->show();
        fit();
        return;
    }
    column->addSpacing(theme::space(2));
    addNotices(column, result);
    addRejected(column, result.rejectFile);
    addFindings(column, result);
    column->addStretch(1);
    widget()->show();
}

/// What the rows below do not show themselves.
void ImportCounts::addBrief(QVBoxLayout* column, const core::ImportResult& result)
{
    QStringList words;
    if (!result.duplicates) {
        words.append(tr("Among so many rows nobody has looked for clients that are here already; "
                        "choose what becomes of them, and they are counted."));
    }
    if (!result.sealedColumns.isEmpty()) {
        words.append(tr("Sealed, so that only data administrators can open them: %1")
                         .arg(result.sealedColumns.join(tr(", "))));
    }
    if (!result.unknownOwners.isEmpty()) {
        words.append(
            tr("▲ Named as owners, but not people of this office; their rows become yours: %1")
                .arg(result.unknownOwners.join(tr(", "))));
    }
    m_again = makeNotice(column, words.join(u'\n'), theme::Tone::Muted);
    m_again->setFont(theme::font(theme::Caption));
    m_again->setVisible(!words.isEmpty());
}

void ImportCounts::addTiles(QVBoxLayout* column, const core::BatchCounts& counts)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(2));
    const std::array<std::pair<std::int64_t, QString>, 5> tiles{
        {{counts.rows, tr("rows in the file")},
         {counts.created, tr("new")},
         {counts.updated, tr("updated")},
         {counts.skipped, tr("left out")},
         {counts.rejected, tr("rejected")}}};
    for (const auto& [number, words] : tiles) {
        auto* tile = new QFrame(column->parentWidget());
        tile->setObjectName(QStringLiteral("tile"));
        theme::setRules(
            tile,
            QStringLiteral(
                "#tile { background: @raised; border: 1px solid @line; border-radius: 6px; }"));
        auto* inside = new QVBoxLayout(tile);
        inside->setContentsMargins(
            theme::space(3), theme::space(2), theme::space(3), theme::space(2));
        inside->setSpacing(0);
        auto* figure = new QLabel(QLocale().toString(qlonglong(number)), tile);
        figure->setFont(theme::font(theme::Title));
        const bool quiet = number == 0;
        setTone(figure, quiet ? theme::Tone::Muted : theme::Tone::Text);
        auto* name = new QLabel(words, tile);
        setTone(name, theme::Tone::Muted);
        inside->addWidget(figure);
        inside->addWidget(name);
        row->addWidget(tile, 1);
    }
    column->addLayout(row);
}

void ImportCounts::addNotices(QVBoxLayout* column, const core::ImportResult& result)
{
    const auto warn = [column](const QString& words) {
        makeNotice(column, words, theme::Tone::Warning);
    };
    if (result.duplicates.value_or(0) > 0) {
        makeNotice(column,
                   tr("%n row(s) are clients of this office already, or repeat a row above.",
                      nullptr,
                      int(*result.duplicates)),
                   theme::Tone::Text);
    }
    if (result.requests > 0) {
        makeNotice(column,
                   tr("%n change(s) wait for approval.", nullptr, int(result.requests)),
                   theme::Tone::Text);
    }
    if (result.damaged > 0) {
        warn(tr(
            "▲ %n number(s) were cut by a spreadsheet and were not stored; the records are marked.",
            nullptr,
            int(result.damaged)));
    }
    if (!result.sealedColumns.isEmpty()) {
        warn(tr("Sealed, so that only data administrators can open them: %1")
                 .arg(result.sealedColumns.join(tr(", "))));
    }
    if (result.sealedValues > 0) {
        warn(tr("▲ %n ID or card number(s) stood in other columns and were sealed.",
                nullptr,
                int(result.sealedValues)));
    }
    if (result.sealedDropped > 0) {
        warn(tr("▲ %n second ID or card number(s) of a row had no place and were left out.",
                nullptr,
                int(result.sealedDropped)));
    }
    if (!result.unknownOwners.isEmpty()) {
        warn(tr("▲ Named as owners, but not people of this office; their rows become yours: %1")
                 .arg(result.unknownOwners.join(tr(", "))));
    }
}

void ImportCounts::addRejected(QVBoxLayout* column, const QString& file)
{
    if (file.isEmpty()) {
        return;
    }
    auto* row = new QHBoxLayout;
    QLabel* words = makeText(
        column->parentWidget(),
        tr("Rejected rows, with the reason of each: %1").arg(QDir::toNativeSeparators(file)));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* open
        = new QPushButton(theme::icon("folder"), tr("Show the folder"), words->parentWidget());
    setKey(open, 'F');
    auto* correct
        = new QPushButton(theme::icon("edit"), tr("Correct them now"), words->parentWidget());
    setKey(correct, 'C');
    row->addWidget(words, 1);
    row->addWidget(correct);
    row->addWidget(open);
    column->addLayout(row);
    connect(correct, &QPushButton::clicked, this, [this, file] { Q_EMIT correctWanted(file); });
    connect(open, &QPushButton::clicked, this, [file] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
}

void ImportCounts::addFindings(QVBoxLayout* column, const core::ImportResult& result)
{
    if (result.findings.isEmpty()) {
        return;
    }
    auto* heading = new QLabel(tr("Worth a look later"), column->parentWidget());
    heading->setFont(theme::font(theme::Strong));
    heading->setContentsMargins(0, theme::space(2), 0, 0);
    column->addWidget(heading);
    makeNotice(column,
               tr("These rows come in and are marked; nothing of them is lost."),
               theme::Tone::Muted);
    std::vector<std::pair<std::int64_t, QString>> lines;
    for (auto finding = result.findings.begin(); finding != result.findings.end(); ++finding) {
        const auto field = core::fieldByName(finding.key().section(u':', 0, 0));
        lines.emplace_back(finding.value(),
                           tr("%1: %2").arg(field ? core::fieldLabel(*field) : finding.key(),
                                            core::ruleLabel(finding.key().section(u':', 1))));
    }
    std::stable_sort(
        lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme::space(4));
    form->setVerticalSpacing(theme::space(1));
    for (const auto& [rows, words] : lines) {
        auto* number = new QLabel(tr("%n row(s)", nullptr, int(rows)), column->parentWidget());
        number->setAlignment(Qt::AlignRight);
        form->addRow(number, new QLabel(words, column->parentWidget()));
    }
    column->addLayout(form);
}

} // namespace ui
