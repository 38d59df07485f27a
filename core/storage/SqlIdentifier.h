/// Names of tables and columns in SQL text: quoting that survives every character, and reading such
/// quotes back.
///
///     quotedIdentifier(u"a\"b")          // "a""b"
///     identifierParts(u"main.[odd.name]") // {main, odd.name}
///
/// Pure functions, any thread.
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace core {

/// In double quotes, those inside doubled.
[[nodiscard]] QString quotedIdentifier(QStringView name);

/// True where every part, between dots, stands complete in "…", […] or `…`.
[[nodiscard]] bool isQuotedIdentifier(QStringView text);

/// The parts between dots outside of quotes, without their quotes.
[[nodiscard]] QStringList identifierParts(QStringView text);

} // namespace core
