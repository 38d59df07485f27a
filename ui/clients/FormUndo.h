/// FormUndo: what was done in a form, one step after the other, across all of its fields: what was typed into one field
/// until it was left, what was pasted, what was split up. Thread of the window.
///
///     undo.note({field, before, after});               // the same field again: the same step
///     undo.close();                                    // the next note begins a step of its own
///     for (const FieldStep& step : undo.undo()) setText(step.field, step.before);
#pragma once

#include "core/records/Field.h"

#include <QString>

#include <chrono>
#include <vector>

namespace ui {

struct FieldStep
{
    core::Field field = core::Field::Id;
    QString before;
    QString after;
};

class FormUndo
{
public:
    void clear();
    void note(const FieldStep& step);
    /// What belongs to the last step, although it is another field: the city of a district that was chosen.
    void join(const FieldStep& step);
    void close() { m_isOpen = false; }

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    /// What to take back, the last one first; empty where there is nothing.
    [[nodiscard]] std::vector<FieldStep> undo();
    /// What to do again, in its order.
    [[nodiscard]] std::vector<FieldStep> redo();

private:
    [[nodiscard]] bool continues(const FieldStep& step) const;

    std::vector<std::vector<FieldStep>> m_steps;
    std::size_t m_done = 0; ///< of them, those that stand
    bool m_isOpen = false;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace ui
