/// MappingMemory: what the columns of a kind of file meant the last time. A kind of file is its header line; the office
/// remembers the mapping of its last import and proposes it when the same line is met again. Files without a header are
/// not remembered. Thread of the connection.
///
///     hints.remembered = *rememberedMappings(connection);         // ImportFile::open() finds its own
///     rememberMapping(operation, layout, mapping);                // part of the import, undone with it if it fails
#pragma once

#include "core/exchange/ColumnMapping.h"
#include "core/security/Operation.h"

#include <QHash>
#include <QString>

namespace core {

/// SHA-256 of the header line, in hex; empty where the file has none.
[[nodiscard]] QString mappingKey(const TableLayout& layout);
/// Key -> JSON, as ColumnMapping::take() reads it.
Result<QHash<QString, QString>> rememberedMappings(Connection& connection);
/// Columns no field was found for are left open: a later file may tell what they are.
Result<>
rememberMapping(Operation& operation, const TableLayout& layout, const ColumnMapping& mapping);

/// The next file with this header line is proposed afresh. Nothing happens where none is remembered.
Result<> forgetMapping(Operation& operation, const TableLayout& layout);

} // namespace core
