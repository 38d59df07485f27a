/// Splits a line into words as a POSIX shell would quote them (2.2 Quoting of the Shell Command Language): blanks
/// separate, '…' is literal, "…" knows \" \\ \$ \`, a backslash takes the next character. No expansion of any kind.
/// A '#' at the beginning of a word makes the rest a comment.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace ctl {

core::Result<QStringList> shellWords(QStringView line);

} // namespace ctl
