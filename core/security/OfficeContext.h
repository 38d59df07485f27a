/// OfficeContext: what every service of one thread works with. A service lists and searches on `reader`, and decides
/// only from what it reads on `writer` inside its Operation. For a local office both are the same connection; for a
/// shared one the reader will be the near copy. Made by the workspace, one per thread, outlives its services.
#pragma once

#include "core/base/Clock.h"
#include "core/security/Session.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace core {

class HeadKeeper;
class LookJournal;

struct OfficeContext
{
    Connection& reader;
    Connection& writer;
    const Session& session;
    const Clock& clock;
    QByteArray officeId; ///< 16 bytes
    QTimeZone timeZone; ///< of the computer that made the office: ids and working days go by it
    QString host; ///< this computer's name, for the log
    bool isReadOnly = false; ///< an older database that was put back: nothing is added to it
    HeadKeeper* heads = nullptr; ///< hears of each commit; may be null
    /// Bulk work is saved in slices of this length (SlicedOperation.h); zero: all in one transaction. For an office that
    /// others write to as well.
    std::chrono::milliseconds longestSlice{0};
    /// The keys of sealed fields as the keyring has them now; asked where somebody changed them since the login. May be none.
    /// It reads a file, so what it read is kept: asked for an epoch that it has, it reads nothing.
    std::function<Result<std::shared_ptr<const SealedKeys>>(std::uint32_t least)> sealedNow{};
    LookJournal* looks = nullptr; ///< takes looks and searches (LookLog.h); may be null
    [[nodiscard]] bool worksInSlices() const { return longestSlice.count() > 0; }
};

} // namespace core
