#include "core/storage/FileLinks.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace core {

namespace {

Error refusedName(const char* sentence)
{
    return {ErrorCode::Invalid, QCoreApplication::translate("core::FileLinks", sentence), {}};
}

} // namespace

Result<> refuseSecondName(const QString& databaseFile)
{
    for (const QString& path : {databaseFile, QString(databaseFile + QStringLiteral("-journal"))}) {
        const QFileInfo info(path);
        if (info.isSymbolicLink()) {
            return refusedName(
                QT_TRANSLATE_NOOP("core::FileLinks",
                                  "The database in this folder is a link to a file elsewhere; "
                                  "opened under two names it would be damaged. Put the file itself "
                                  "into the folder, or open the office where the file lies."));
        }
        if (info.exists() && namesOfFile(path) > 1) {
            return refusedName(QT_TRANSLATE_NOOP(
                "core::FileLinks",
                "The database in this folder has a second name on its drive (a hard link); opened "
                "under both it would be damaged. Copy the whole folder and open the copy, or "
                "delete the other name."));
        }
    }
    return {};
}

} // namespace core
