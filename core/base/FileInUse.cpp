#include "core/base/FileInUse.h"

#include <QCoreApplication>

namespace core {

QString heldByAnotherProgramWords()
{
    return QCoreApplication::translate(
        "core::FileInUse",
        "Another program has this file open and keeps others out. Close it there, then try again.");
}

} // namespace core
