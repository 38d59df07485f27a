#include "core/workspace/OfficePast.h"

#include "core/base/Log.h"
#include "core/base/Resources.h"
#include "core/security/Operation.h"
#include "core/storage/Migrations.h"

#include <QCoreApplication>

namespace core {

namespace {

QString sayPast(const char* sentence)
{
    return QCoreApplication::translate("core::OfficePast", sentence);
}

QString whyReadOnly(HeadStanding standing, std::int64_t knownSeq, std::int64_t lastSeq)
{
    if (standing == HeadStanding::Other) {
        return sayPast(QT_TRANSLATE_NOOP(
                           "core::OfficePast",
                           "The database of this office is not the one that this computer has "
                           "worked in: entry %1 of its log is another one. It is open for reading "
                           "only. Tell the data administrator, who can put the right file back, or "
                           "accept this one (dossierctl office accept-older)."))
            .arg(knownSeq);
    }
    return sayPast(QT_TRANSLATE_NOOP(
                       "core::OfficePast",
                       "The database of this office is an older copy: its log ends at entry %1, "
                       "and this computer has seen entry %2. What was saved since is not in it, "
                       "and it is open for reading only. Tell the data administrator, who can put "
                       "the newer file back, or accept this one (dossierctl office "
                       "accept-older)."))
        .arg(lastSeq)
        .arg(knownSeq);
}

} // namespace

Result<> judgePast(Connection& connection, OfficeAccess& access)
{
    const auto known = recallHead(access.officeId);
    auto standing = judgeHead(connection, access.officeId, known);
    if (!standing) {
        return standing.error();
    }
    access.headStanding = *standing;
    access.readOnlyReason.clear();
    if (*standing == HeadStanding::Accepted) {
        forgetVerified(access.officeId);
    }
    if (!isFromThePast(*standing)) {
        return {};
    }
    auto last = readHead(connection);
    if (!last) {
        return last.error();
    }
    access.readOnlyReason = whyReadOnly(*standing, known->seq, *last ? (*last)->seq : 0);
    logWarning("workspace",
               QStringLiteral("the database is not what was seen last: entry %1 was seen")
                   .arg(known->seq));
    return {};
}

Result<> beginAccepting(OfficeAccess& access)
{
    if (!access.isReadOnly()) {
        return Error{ErrorCode::Invalid,
                     sayPast(QT_TRANSLATE_NOOP("core::OfficePast",
                                               "There is nothing to accept: the database is what "
                                               "this computer has seen last, or newer.")),
                     {}};
    }
    if (access.person->role != roleName(Role::DataAdmin)) {
        return Error{
            ErrorCode::Denied,
            sayPast(QT_TRANSLATE_NOOP("core::OfficePast",
                                      "Only a data administrator can accept an older database.")),
            {}};
    }
    access.readOnlyReason.clear();
    return {};
}

Result<> writeAcceptance(OfficeContext& office)
{
    const auto known = recallHead(office.officeId);
    auto operation = Operation::begin(office, acceptOlderAction);
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("office"));
    if (known) {
        operation->setDetail(QStringLiteral("instead of entry %1 of %2, %3")
                                 .arg(known->seq)
                                 .arg(known->at, QString::fromLatin1(known->hash.toHex())));
    }
    if (auto done = operation->commit(); !done) {
        return done;
    }
    forgetVerified(office.officeId);
    return {};
}

Result<> checkReadable(Connection& connection, const OfficeAccess& access)
{
    initResources(); // the migrations
    auto migrations = builtInMigrations();
    if (!migrations) {
        return migrations.error();
    }
    if (auto same = checkSchema(connection, *migrations); !same) {
        // Bringing it up to date would write into it.
        return Error{same.error().code,
                     access.readOnlyReason + u' '
                         + sayPast(QT_TRANSLATE_NOOP(
                             "core::OfficePast",
                             "It was written by another version of the program, and cannot be "
                             "read before it is accepted.")),
                     same.error().detail};
    }
    return {};
}

Result<> noteHead(Connection& connection, const OfficeAccess& access)
{
    auto head = readHead(connection);
    if (!head) {
        return head.error();
    }
    if (*head) {
        access.heads->seen(**head);
    }
    return {};
}

} // namespace core
