/// Delimiter: the sign between the cells of a table that comes as text. Pure, any thread.
#pragma once

#include <QChar>
#include <QString>

namespace core {

/// The sign that parts most lines into the same number of cells: comma, semicolon, tab or bar. A rarer one (^ ~ : …) only
/// where it parts every line alike and none of those does.
[[nodiscard]] QChar findDelimiter(const QString& sample);
/// What a first line "sep=;" says, as Excel writes and reads it; null where there is none.
[[nodiscard]] QChar saidDelimiter(const QString& sample);

} // namespace core
