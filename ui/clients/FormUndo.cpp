#include "ui/clients/FormUndo.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostSteps = 500;
/// Whoever rests while he writes several lines does not want all of them taken back at once.
constexpr std::chrono::seconds restInNotes{2};

} // namespace

void FormUndo::clear()
{
    m_steps.clear();
    m_done = 0;
    m_isOpen = false;
}

bool FormUndo::continues(const FieldStep& step) const
{
    if (!m_isOpen || m_done == 0 || m_done < m_steps.size()) {
        return false;
    }
    const std::vector<FieldStep>& last = m_steps.back();
    const bool rested = step.field == core::Field::Notes
        && std::chrono::steady_clock::now() - m_last > restInNotes;
    return last.size() == 1 && last.front().field == step.field && !rested;
}

void FormUndo::note(const FieldStep& step)
{
    if (step.before == step.after) {
        return;
    }
    if (continues(step)) {
        m_steps.back().front().after = step.after;
    } else {
        m_steps.resize(m_done); // what was taken back is gone for good
        m_steps.push_back({step});
        if (m_steps.size() > mostSteps) {
            m_steps.erase(m_steps.begin());
        }
        m_done = m_steps.size();
    }
    m_isOpen = true;
    m_last = std::chrono::steady_clock::now();
}

void FormUndo::join(const FieldStep& step)
{
    if (step.before == step.after) {
        return;
    }
    if (m_done == 0 || m_done < m_steps.size()) {
        note(step);
        return;
    }
    std::vector<FieldStep>& last = m_steps.back();
    const auto same = std::find_if(last.begin(), last.end(), [&step](const FieldStep& one) {
        return one.field == step.field;
    });
    if (same != last.end()) {
        same->after = step.after;
    } else {
        last.push_back(step);
    }
}

std::vector<FieldStep> FormUndo::undo()
{
    m_isOpen = false;
    if (m_done == 0) {
        return {};
    }
    std::vector<FieldStep> steps = m_steps[--m_done];
    std::reverse(steps.begin(), steps.end());
    return steps;
}

std::vector<FieldStep> FormUndo::redo()
{
    m_isOpen = false;
    return canRedo() ? m_steps[m_done++] : std::vector<FieldStep>{};
}

} // namespace ui
