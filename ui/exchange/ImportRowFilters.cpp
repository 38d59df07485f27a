// ImportRows: its quick filters, counted anew with each trial.
#include "core/validation/RuleLabels.h"
#include "ui/exchange/ImportRows.h"
#include "ui/widgets/Parts.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLayout>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <map>

namespace ui {

namespace {

/// What somebody can do something about here: what all rows lack for want of a column is no work on single rows.
bool isToLookAt(const core::RowNote& note)
{
    return !note.rejection.isEmpty() || note.isKnown()
        || std::any_of(note.flaws.begin(), note.flaws.end(), [](const core::RowFlaw& flaw) {
               return flaw.column >= 0;
           });
}

QString filterKeyOf(const core::RowFlaw& flaw)
{
    return core::fieldName(flaw.field) + u':' + flaw.rule;
}

} // namespace

std::vector<ImportRows::Filter> ImportRows::filters() const
{
    std::vector<Filter> filters{
        {QStringLiteral("look"),
         tr("To look at"),
         [this](const core::RowNote& note) {
             // What was chosen for a row stays where it can be chosen otherwise.
             return isToLookAt(note) || m_model->choices().count(note.line) > 0;
         }},
        {QStringLiteral("rejected"),
         tr("Cannot come in"),
         [](const core::RowNote& note) {
             return note.fate == core::RowFate::Rejected;
         }},
        {QStringLiteral("known"),
         tr("Clients already"),
         [](const core::RowNote& note) {
             return note.known.isValid();
         }},
        {QStringLiteral("repeats"), tr("Repeat a row above"), [](const core::RowNote& note) {
             return note.above > 0;
         }}};
    addRuleFilters(filters);
    filters.push_back(
        {QStringLiteral("settled"), tr("Corrected or chosen"), [this](const core::RowNote& note) {
             return m_model->isFixed(note.line) || m_model->choices().count(note.line) > 0;
         }});
    filters.push_back({QStringLiteral("all"), tr("All rows"), [](const core::RowNote&) {
                           return true;
                       }});
    return filters;
}

/// The findings that most rows have.
void ImportRows::addRuleFilters(std::vector<Filter>& filters) const
{
    constexpr std::size_t mostRules = 5;
    std::vector<std::pair<int, QString>> counted;
    std::map<QString, int> counts;
    for (const core::RowNote& note : m_model->notes()) {
        for (const core::RowFlaw& flaw : note.flaws) {
            ++counts[filterKeyOf(flaw)];
        }
    }
    counted.reserve(counts.size());
    for (const auto& [key, count] : counts) {
        counted.emplace_back(-count, key);
    }
    std::sort(counted.begin(), counted.end());
    for (std::size_t i = 0; i < std::min(counted.size(), mostRules); ++i) {
        const QString key = counted[i].second;
        const auto field = core::fieldByName(key.section(u':', 0, 0));
        filters.push_back({key,
                           tr("%1: %2").arg(field ? core::fieldLabel(*field) : key,
                                            core::ruleLabel(key.section(u':', 1))),
                           [key](const core::RowNote& note) {
                               return std::any_of(note.flaws.begin(),
                                                  note.flaws.end(),
                                                  [&key](const core::RowFlaw& flaw) {
                                                      return filterKeyOf(flaw) == key;
                                                  });
                           }});
    }
}

void ImportRows::offerFilters()
{
    const auto old = m_filterButtons->buttons();
    const bool hadFocus = std::any_of(
        old.begin(), old.end(), [](const QAbstractButton* button) { return button->hasFocus(); });
    for (QAbstractButton* button : old) {
        m_filterButtons->removeButton(button);
        m_chips->layout()->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    QString chosen;
    for (const Filter& filter : filters()) {
        const auto& notes = m_model->notes();
        const auto count = int(std::count_if(notes.begin(), notes.end(), filter.takes));
        const bool isAlways
            = filter.key == QLatin1String("look") || filter.key == QLatin1String("all");
        if (count > 0 || isAlways || filter.key == m_filter) {
            addChip(filter, count);
            chosen = filter.key == m_filter ? filter.key : chosen;
        }
    }
    if (chosen.isEmpty()) {
        const auto& notes = m_model->notes();
        const bool isAny = std::any_of(notes.begin(), notes.end(), isToLookAt);
        chosen = isAny ? QStringLiteral("look") : QStringLiteral("all");
    }
    filterBy(chosen);
    for (QAbstractButton* button : m_filterButtons->buttons()) {
        if (hadFocus && button->isChecked()) {
            button->setFocus();
        }
    }
}

void ImportRows::addChip(const Filter& filter, int count)
{
    QPushButton* chip = makeChip(m_chips);
    setChip(chip, filter.label + QStringLiteral("  ") + QLocale().toString(count));
    chip->setProperty("filter", filter.key);
    m_filterButtons->addButton(chip);
    m_chips->layout()->addWidget(chip);
    chip->show();
}

void ImportRows::filterBy(const QString& key)
{
    m_filter = key;
    for (QAbstractButton* button : m_filterButtons->buttons()) {
        button->setChecked(button->property("filter").toString() == key);
    }
    const std::vector<Filter> all = filters();
    const auto found
        = std::find_if(all.begin(), all.end(), [&key](const auto& one) { return one.key == key; });
    m_model->setFilter(found == all.end() ? nullptr : found->takes);
    const bool isEmpty = m_model->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_model->notes().empty() ? QString()
                                              : tr("Nothing to look at here: the rows come in as "
                                                   "they are. “All rows” shows them."));
    if (!isEmpty) {
        m_table->setCurrentIndex(m_model->index(0, ImportRowModel::FirstCell));
    }
    showRow();
}

} // namespace ui
