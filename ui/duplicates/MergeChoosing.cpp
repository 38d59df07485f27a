// MergeDialog: what somebody chooses, and how it is taken back.
#include "core/records/ClientStandardizer.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/MergeTable.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

using core::Field;

std::vector<Field> MergeDialog::conflicts() const
{
    std::vector<Field> fields;
    for (const core::MergeChoice& choice : m_plan.choices) {
        if (choice.conflict) {
            fields.push_back(choice.field);
        }
    }
    return fields;
}

void MergeDialog::showOnlyConflicts(bool isOnly)
{
    m_onlyConflicts->setChecked(isOnly);
    m_allFields->setChecked(!isOnly);
    m_table->setOnlyConflicts(isOnly);
}

/// Before something is chosen.
void MergeDialog::remember()
{
    m_past.push_back({m_plan, m_decided});
    m_undo->setEnabled(true);
}

void MergeDialog::undoChoice()
{
    if (m_past.empty()) {
        return;
    }
    m_plan = std::move(m_past.back().plan);
    m_decided = std::move(m_past.back().decided);
    m_past.pop_back();
    m_undo->setEnabled(!m_past.empty());
    const auto stays
        = std::find_if(m_clients.begin(), m_clients.end(), [this](const core::Client& client) {
              return client.pk == m_plan.survivor.pk;
          });
    const QSignalBlocker quiet(m_survivor);
    m_survivor->setCurrentIndex(int(stays - m_clients.begin()));
    showPlan();
}

void MergeDialog::decided(Field field)
{
    const std::vector<Field> all = conflicts();
    const bool isConflict = std::find(all.begin(), all.end(), field) != all.end();
    if (isConflict && std::find(m_decided.begin(), m_decided.end(), field) == m_decided.end()) {
        m_decided.push_back(field);
    }
}

void MergeDialog::takeAll(int column)
{
    if (column < 0 || column >= int(m_clients.size())) {
        return;
    }
    remember();
    const core::Client& client = m_clients[std::size_t(column)];
    for (const Field field : conflicts()) {
        if (client.values.has(field) && m_plan.take(field, client.id(), m_clients)) {
            decided(field);
        }
    }
    showPlan();
}

QString MergeDialog::unsavedWork() const
{
    return m_past.empty() && m_reason->text().trimmed().isEmpty()
        ? QString()
        : tr("The merge of %n records that you are preparing", nullptr, int(m_clients.size()));
}

void MergeDialog::reject()
{
    if (unsavedWork().isEmpty()) {
        done(QDialog::Rejected);
        return;
    }
    ui::ask(this,
            tr("Leave the merge"),
            tr("What you chose and typed would be gone; the records stay as they are."),
            tr("Leave it"),
            [this] { done(QDialog::Rejected); });
}

void MergeDialog::takeCell(int row, int column)
{
    const Field field = m_table->fieldAt(row);
    if (field == Field::Id || column < 0 || column >= int(m_clients.size())) {
        return;
    }
    core::MergePlan changed = m_plan;
    if (changed.take(field, m_clients[std::size_t(column)].id(), m_clients)) {
        remember();
        m_plan = std::move(changed);
        decided(field);
        showPlan();
        m_table->setCurrent(row, column);
    }
}

/// The value as it will be stored, and none of the records' marked as taken any more.
void MergeDialog::typed(Field field, const QString& text)
{
    remember();
    decided(field);
    m_plan.setFree(field, core::standardizeValue(field, text, m_clients.front().values));
    showPlan();
}

} // namespace ui
