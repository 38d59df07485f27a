/// What one layout has put over one another: rows whose heights were divided wrongly.
#pragma once

#include <utility>
#include <vector>

class QWidget;

namespace tour {

/// Neighbors in the layout of `parent`, as far as it shows them.
[[nodiscard]] std::vector<std::pair<const QWidget*, const QWidget*>>
overlapping(const QWidget& parent);

} // namespace tour
