#include "core/security/LogWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct LoggedActionWords
{
    const char16_t* action;
    LogGroup group;
    const char* label;
};

constexpr auto wordsOfActions = std::to_array<LoggedActionWords>({
    {u"client.look", LogGroup::Looks, QT_TRANSLATE_NOOP("core::LogWords", "opened a record")},
    {u"client.history",
     LogGroup::Looks,
     QT_TRANSLATE_NOOP("core::LogWords", "read a record's history")},
    {u"client.search", LogGroup::Looks, QT_TRANSLATE_NOOP("core::LogWords", "searched")},
    {u"client.reveal",
     LogGroup::Looks,
     QT_TRANSLATE_NOOP("core::LogWords", "made a confidential value readable")},
    {u"client.print", LogGroup::Looks, QT_TRANSLATE_NOOP("core::LogWords", "printed a record")},
    {u"looks",
     LogGroup::Looks,
     QT_TRANSLATE_NOOP("core::LogWords", "looks and searches came into the log")},
    {u"client.add", LogGroup::Changes, QT_TRANSLATE_NOOP("core::LogWords", "entered a client")},
    {u"client.update", LogGroup::Changes, QT_TRANSLATE_NOOP("core::LogWords", "changed a record")},
    {u"client.trash",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "put clients into the trash")},
    {u"client.restore",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "took clients out of the trash")},
    {u"client.erase", LogGroup::Changes, QT_TRANSLATE_NOOP("core::LogWords", "erased a client")},
    {u"client.consent",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "recorded a client's consent")},
    {u"client.consent_withdrawn",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "recorded that a consent was withdrawn")},
    {u"sealed.field",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "made an own field confidential")},
    {u"sealed.order",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "put confidential values in order")},
    {u"reassign",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "handed clients to somebody else")},
    {u"tag", LogGroup::Changes, QT_TRANSLATE_NOOP("core::LogWords", "tagged many clients")},
    {u"sample",
     LogGroup::Changes,
     QT_TRANSLATE_NOOP("core::LogWords", "filled the office with samples")},
    {u"duplicates.decide",
     LogGroup::Merges,
     QT_TRANSLATE_NOOP("core::LogWords", "decided about possible duplicates")},
    {u"duplicates.revoke",
     LogGroup::Merges,
     QT_TRANSLATE_NOOP("core::LogWords", "took a decision about possible duplicates back")},
    {u"merge", LogGroup::Merges, QT_TRANSLATE_NOOP("core::LogWords", "merged records")},
    {u"merge.undo", LogGroup::Merges, QT_TRANSLATE_NOOP("core::LogWords", "took a merge back")},
    {u"request.approve",
     LogGroup::Requests,
     QT_TRANSLATE_NOOP("core::LogWords", "approved a request")},
    {u"request.reject",
     LogGroup::Requests,
     QT_TRANSLATE_NOOP("core::LogWords", "rejected a request")},
    {u"request.withdraw",
     LogGroup::Requests,
     QT_TRANSLATE_NOOP("core::LogWords", "withdrew a request")},
    {u"request.outdated",
     LogGroup::Requests,
     QT_TRANSLATE_NOOP("core::LogWords", "sent an outdated request back")},
    {u"request.again",
     LogGroup::Requests,
     QT_TRANSLATE_NOOP("core::LogWords", "asked again for what was sent back")},
    {u"import", LogGroup::Imports, QT_TRANSLATE_NOOP("core::LogWords", "imported a file")},
    {u"import.stage",
     LogGroup::Imports,
     QT_TRANSLATE_NOOP("core::LogWords", "asked for a file to be imported")},
    {u"import.undo", LogGroup::Imports, QT_TRANSLATE_NOOP("core::LogWords", "took an import back")},
    {u"import.forget_mapping",
     LogGroup::Imports,
     QT_TRANSLATE_NOOP("core::LogWords", "forgot how a file is read")},
    {u"client.copy",
     LogGroup::Exports,
     QT_TRANSLATE_NOOP("core::LogWords", "copied clients to the clipboard")},
    {u"view.save",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "saved a view of the list")},
    {u"view.remove",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "removed a view of the list")},
    {u"export", LogGroup::Exports, QT_TRANSLATE_NOOP("core::LogWords", "exported clients")},
    {u"print", LogGroup::Exports, QT_TRANSLATE_NOOP("core::LogWords", "printed clients")},
    {u"log.export", LogGroup::Exports, QT_TRANSLATE_NOOP("core::LogWords", "exported the log")},
    {u"login.failed",
     LogGroup::Logins,
     QT_TRANSLATE_NOOP("core::LogWords", "logins had failed on this computer")},
    {u"user.add", LogGroup::People, QT_TRANSLATE_NOOP("core::LogWords", "added a person")},
    {u"user.disable",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "took a person's access away")},
    {u"user.set_role", LogGroup::People, QT_TRANSLATE_NOOP("core::LogWords", "changed a role")},
    {u"user.set_department",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "changed a department")},
    {u"user.kdf",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "sealed a password at the office's new cost")},
    {u"user.enroll_computer",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "made this computer a second secret")},
    {u"user.forget_computer",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "gave up this computer as a second secret")},
    {u"policy.change",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "changed what a role may do")},
    {u"user.set_password",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "set a new password")},
    {u"user.follow",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "brought the people in line with the keyring")},
    {u"quality.count",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "counted how good the records are")},
    {u"office.create", LogGroup::Office, QT_TRANSLATE_NOOP("core::LogWords", "made the office")},
    {u"office.recover",
     LogGroup::People,
     QT_TRANSLATE_NOOP("core::LogWords", "used the recovery code")},
    {u"office.new_recovery",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "made another recovery code")},
    {u"office.set_kdf",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "changed what a password costs")},
    {u"keys.sealing",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "stated the key of confidential values")},
    {u"office.rekey_begin",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "began to change the office's key")},
    {u"office.rekey",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "changed the office's key")},
    {u"office.reveal_key",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "looked at the office's key")},
    {u"office.accept_older",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "accepted an older database")},
    {u"office.updates",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "changed where new versions are announced")},
    {u"log.prune",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "removed old details of the log")},
    {u"log.settings",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "changed what counts as unusual")},
    {u"clock.set",
     LogGroup::Office,
     QT_TRANSLATE_NOOP("core::LogWords", "set the clock of the practice office")},
});

struct LogGroupWords
{
    LogGroup group;
    const char* name;
    const char* label;
};

constexpr auto wordsOfGroups = std::to_array<LogGroupWords>({
    {LogGroup::Looks, "looks", QT_TRANSLATE_NOOP("core::LogWords", "Looks and searches")},
    {LogGroup::Changes, "changes", QT_TRANSLATE_NOOP("core::LogWords", "Changes of records")},
    {LogGroup::Requests, "requests", QT_TRANSLATE_NOOP("core::LogWords", "Requests and approvals")},
    {LogGroup::Merges, "merges", QT_TRANSLATE_NOOP("core::LogWords", "Merges and duplicates")},
    {LogGroup::Imports, "imports", QT_TRANSLATE_NOOP("core::LogWords", "Imports")},
    {LogGroup::Exports, "exports", QT_TRANSLATE_NOOP("core::LogWords", "Exports")},
    {LogGroup::Logins, "logins", QT_TRANSLATE_NOOP("core::LogWords", "Failed logins")},
    {LogGroup::People, "people", QT_TRANSLATE_NOOP("core::LogWords", "People and passwords")},
    {LogGroup::Office, "office", QT_TRANSLATE_NOOP("core::LogWords", "Office, keys, the log")},
});

const LoggedActionWords* loggedWordsOf(QStringView action)
{
    const auto found = std::find_if(
        wordsOfActions.begin(), wordsOfActions.end(), [action](const LoggedActionWords& words) {
            return action == QStringView(words.action);
        });
    return found != wordsOfActions.end() ? &*found : nullptr;
}

const LogGroupWords& logGroupWords(LogGroup group)
{
    return *std::find_if(wordsOfGroups.begin(),
                         wordsOfGroups.end() - 1,
                         [group](const LogGroupWords& words) { return words.group == group; });
}

} // namespace

const std::vector<LogGroup>& allLogGroups()
{
    static const std::vector<LogGroup> groups = [] {
        std::vector<LogGroup> all;
        all.reserve(wordsOfGroups.size());
        for (const LogGroupWords& words : wordsOfGroups) {
            all.push_back(words.group);
        }
        return all;
    }();
    return groups;
}

QString logGroupLabel(LogGroup group)
{
    return QCoreApplication::translate("core::LogWords", logGroupWords(group).label);
}

QString logGroupName(LogGroup group)
{
    return QLatin1String(logGroupWords(group).name);
}

LogGroup logGroupOf(QStringView action)
{
    if (const LoggedActionWords* words = loggedWordsOf(action)) {
        return words->group;
    }
    // One that came later: its first word says enough.
    for (const auto& [prefix, group] : {std::pair(u"client", LogGroup::Changes),
                                        std::pair(u"request", LogGroup::Requests),
                                        std::pair(u"merge", LogGroup::Merges),
                                        std::pair(u"import", LogGroup::Imports),
                                        std::pair(u"export", LogGroup::Exports),
                                        std::pair(u"user", LogGroup::People)}) {
        if (action.startsWith(QStringView(prefix))) {
            return group;
        }
    }
    return LogGroup::Office;
}

QString logActionLabel(QStringView action)
{
    const LoggedActionWords* words = loggedWordsOf(action);
    return words != nullptr ? QCoreApplication::translate("core::LogWords", words->label)
                            : action.toString();
}

bool isProcessing(QStringView action)
{
    switch (logGroupOf(action)) {
    case LogGroup::Looks:
        return action == u"client.reveal" || action == u"client.print";
    case LogGroup::Changes:
    case LogGroup::Requests:
    case LogGroup::Merges:
    case LogGroup::Imports:
    case LogGroup::Exports:
        return true;
    case LogGroup::Logins:
    case LogGroup::People:
    case LogGroup::Office:
        break;
    }
    // What has to do with consent is kept as long, whatever it will be called.
    return action.contains(u"consent");
}

} // namespace core
