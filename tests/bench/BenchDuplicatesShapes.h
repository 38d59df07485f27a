/// Files of a shape that could be dear or give other groups: many copies, a name of thousands, shuffled rows.
#pragma once

#include "bench/BenchDuplicatesSets.h"

namespace bench {

/// One group of twenty copies, then every record one of twenty, then 5,000 records of one name: CPU seconds per record
/// beside those of a plain file of the same size.
void measureShapes(const QString& folder);

/// The same groups from the same rows shuffled, from one thread and from many. False: not the same.
bool checkSameResult(const LabelledSet& set, const QString& folder);

/// In this process: one thread, all, and more than there are cores.
bool isSameWithThreads(const LabelledSet& set);

} // namespace bench
