#include "ui/exchange/EarlierImports.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EarlierImports::EarlierImports(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::space(1));
    auto* heading = new QLabel(tr("Earlier imports"), this);
    heading->setFont(theme::font(theme::Strong));
    m_column->addWidget(heading);
    hide();
}

void EarlierImports::show(const std::vector<core::Batch>& batches)
{
    constexpr std::size_t most = 4;
    for (QWidget* line : m_lines) {
        m_column->removeWidget(line);
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
    for (const core::Batch& batch : batches) {
        const bool isOver
            = batch.state == QLatin1String("done") || batch.state == QLatin1String("undone");
        if (isOver && batch.kind == QLatin1String("import") && m_lines.size() < most) {
            m_lines.push_back(makeLine(batch));
            m_column->addWidget(m_lines.back());
        }
    }
    setVisible(!m_lines.empty());
}

QWidget* EarlierImports::makeLine(const core::Batch& batch)
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(3));
    const QString when
        = QLocale().toString(batch.startedAt.toTimeZone(m_zone), QLocale::ShortFormat);
    QLabel* words = makeText(line,
                             tr("%1 · %2 by %3 · %4 new, %5 updated")
                                 .arg(batch.name,
                                      when,
                                      batch.startedBy,
                                      QLocale().toString(qlonglong(batch.counts.created)),
                                      QLocale().toString(qlonglong(batch.counts.updated))));
    row->addWidget(words, 1);
    if (batch.state == QLatin1String("undone")) {
        setTone(words, theme::Tone::Muted);
        QLabel* gone = makeText(line, tr("taken back"));
        gone->setWordWrap(false);
        setTone(gone, theme::Tone::Muted);
        row->addWidget(gone);
        return line;
    }
    auto* back = new QPushButton(theme::icon("undo"), tr("Take back…"), line);
    back->setAccessibleDescription(words->text());
    back->setAutoDefault(false); // Return chooses a file
    row->addWidget(back);
    connect(back, &QPushButton::clicked, this, [this, batch] { Q_EMIT takeBackWanted(batch); });
    return line;
}

} // namespace ui
