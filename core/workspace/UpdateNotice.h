/// UpdateNotice: what a small file says about a newer version of the program: on the share, or at a web address that the office
/// has chosen (UpdateService). It is shown, never acted upon: nothing is fetched but the notice, and nothing is run.
/// packaging/update-notice.md has its format, which is strict: what breaks a rule is no notice at all.
///
///     auto notice = readUpdateNotice({place, officeFolder});
///     if (notice && notice->isNewerThan(installedVersion())) …
///
/// Parsing: any thread. Reading takes as long as the disk or the network does: any thread but the window's.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QVersionNumber>

namespace core {

struct UpdateNotice
{
    QVersionNumber version; ///< three numbers
    QDate date;
    QString notesZh; ///< plain text of a few lines
    QString notesEn;
    QString where; ///< a folder below the notice's own, an https address, or empty

    [[nodiscard]] bool isNewerThan(const QVersionNumber& installed) const
    {
        return version > installed;
    }
    /// In the language of the program.
    [[nodiscard]] QString notes() const;
};

/// Of this program.
[[nodiscard]] QVersionNumber installedVersion();

/// Invalid: the message names what is not as it must be.
[[nodiscard]] Result<UpdateNotice> parseUpdateNotice(const QByteArray& bytes);

/// Where a notice lies: as the office has it (a path, which may start from the office's folder, or an https address), and
/// the office's folder.
struct UpdatePlace
{
    QString place;
    QString officeFolder;

    [[nodiscard]] bool isOff() const { return place.isEmpty(); }
    [[nodiscard]] bool isWeb() const;
    /// Of a notice that is a file.
    [[nodiscard]] QString path() const;
};

/// The place as it is kept, or Invalid: neither a path nor an https address. Empty: none.
[[nodiscard]] Result<QString> checkedUpdatePlace(const QString& typed);

/// The bytes at that place, as they are. NotFound, Io; Unsupported where this build asks no web address.
[[nodiscard]] Result<QByteArray> fetchUpdateNotice(const UpdatePlace& place);
/// Both in one.
[[nodiscard]] Result<UpdateNotice> readUpdateNotice(const UpdatePlace& place);

/// What a person may open to get the new version: the address of a page, or a folder that is there; empty: nothing.
/// Looks at the disk.
[[nodiscard]] QString updateTarget(const UpdateNotice& notice, const UpdatePlace& place);

} // namespace core
