#include "ui/widgets/Parts.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace ui {

QPushButton* makePrimary(const QString& label, QWidget* parent)
{
    auto* button = new QPushButton(label, parent);
    button->setProperty("role", QStringLiteral("primary"));
    button->setDefault(true);
    return button;
}

QPushButton* makePrimary(const char* iconName, const QString& label, QWidget* parent)
{
    QPushButton* button = makePrimary(label, parent);
    button->setIcon(theme::icon(iconName, theme::Tone::AccentText));
    return button;
}

QLabel* makeText(QWidget* parent, const QString& text)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void setTone(QLabel* label, theme::Tone tone)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::color(tone));
    label->setPalette(palette);
}

QLabel* makeProblem(QWidget* parent)
{
    QLabel* label = makeText(parent);
    setTone(label, theme::Tone::Bad);
    label->hide();
    return label;
}

void sayProblem(QLabel* problem, const QString& text)
{
    problem->setText(text);
    problem->setVisible(!text.isEmpty());
}

void setUpTable(QTableView* table)
{
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + theme::space(4));
}

} // namespace ui
