#include "ui/exchange/UnfinishedList.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

QString unfinishedWords(const core::UnfinishedImport& import, const QTimeZone& zone)
{
    const core::Batch& batch = import.batch;
    const QString when = QLocale().toString(batch.startedAt.toTimeZone(zone), QLocale::ShortFormat);
    const auto rows = int(batch.counts.rows);
    if (import.isLeaving) {
        return UnfinishedList::tr("The import of %1 by %2 on %3 was not taken back to its end.")
            .arg(batch.name, batch.startedBy, when);
    }
    if (import.mayRun) {
        return UnfinishedList::tr(
                   "The import of %1 by %2 on %3 has brought in %Ln row(s), the last "
                   "of them moments ago: it may still be running.",
                   nullptr,
                   rows)
            .arg(batch.name, batch.startedBy, when);
    }
    if (import.isOwn) {
        return UnfinishedList::tr("The import of %1 on %2 stopped after %Ln row(s).", nullptr, rows)
            .arg(batch.name, when);
    }
    return UnfinishedList::tr(
               "The import of %1 by %2 on %3 stopped after %Ln row(s).", nullptr, rows)
        .arg(batch.name, batch.startedBy, when);
}

UnfinishedList::UnfinishedList(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::space(2));
    hide();
}

void UnfinishedList::show(const std::vector<core::UnfinishedImport>& imports)
{
    constexpr std::size_t mostRows = 4;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const std::size_t shown = std::min(imports.size(), mostRows);
    for (std::size_t i = 0; i < shown; ++i) {
        m_column->addWidget(makeRow(imports[i], i == 0));
    }
    if (imports.size() > shown) {
        QLabel* more = makeText(
            this, tr("%n older one(s) stand behind these.", nullptr, int(imports.size() - shown)));
        setTone(more, theme::Tone::Muted);
        m_column->addWidget(more);
    }
    setVisible(!imports.empty());
}

QWidget* UnfinishedList::makeRow(const core::UnfinishedImport& import, bool isFirst)
{
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("unfinished"));
    theme::setRules(line,
                    QStringLiteral("#unfinished { background: @raised; border: 1px solid @line;"
                                   " border-radius: 6px; }"));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(2));
    row->setSpacing(theme::space(2));
    QLabel* words = makeText(line, unfinishedWords(import, m_zone));
    row->addWidget(words, 1);
    auto* resume = new QPushButton(tr("Go on…"), line);
    resume->setAccessibleDescription(words->text());
    resume->setVisible(!import.isLeaving);
    resume->setEnabled(!import.mayRun);
    auto* back = new QPushButton(theme::icon("undo"), tr("Take back"), line);
    back->setAccessibleDescription(words->text());
    for (QPushButton* button : {resume, back}) {
        button->setAutoDefault(false); // Return chooses a file
    }
    row->addWidget(resume);
    row->addWidget(back);
    if (isFirst) {
        setKey(resume, 'G');
        setKey(back, 'T');
    }
    connect(resume, &QPushButton::clicked, this, [this, import] { Q_EMIT resumeWanted(import); });
    connect(back, &QPushButton::clicked, this, [this, import] { Q_EMIT takeBackWanted(import); });
    return line;
}

} // namespace ui
