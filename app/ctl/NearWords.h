// What somebody may have meant by a word that is none.
#pragma once

#include "core/base/Result.h"
#include "core/records/Field.h"

#include <QString>
#include <QStringList>

namespace ctl {

/// The one of `known` that is a slip of the hand away; empty where none is.
[[nodiscard]] QString nearWord(const QString& typed, const QStringList& known);

/// " Did you mean "…"?"; nothing for nothing.
[[nodiscard]] QString didYouMean(const QString& word);

/// By its name, or by its label in either language (电话).
[[nodiscard]] core::Result<core::Field> typedField(const QString& name);

} // namespace ctl
