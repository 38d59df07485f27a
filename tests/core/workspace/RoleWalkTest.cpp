// Every function of every service, with every role, for one's own record, a colleague's and a stranger's: what it answers is
// what the policy's table says. A function that is not in the walk fails, too.
#include "RoleWalk.h"

#include <QRegularExpression>

#include <iostream>
#include <set>

using namespace rolewalk;

namespace {

/// Not asked by themselves: each with why.
const std::map<std::string, const char*> partsOfOthers{
    {"Office::giveBackMemory", "about the computer's memory only"},
    {"ClientService::subject", "says whose a record is, for the checks of others"},
    {"ChangeService::ask", "inside a use case that has checked"},
    {"RequestService::setImports", "puts the services together"},
    {"MergeService::sameConfidential", "goes by the key of the role: nothing without"},
    {"MergeService::apply", "inside ChangeService::merge and an approval, which check"},
    {"GroupMerges::apply", "each merge by ChangeService::merge, which checks"},
    {"GroupMerges::undo", "each by ChangeService::unmerge, which checks"},
    {"MergeService::undoIn", "inside ChangeService::unmerge and an approval, which check"},
    {"StagedImports::apply", "inside an approval, which checks"},
    {"SealedService::placesIn", "looks at values that somebody has been shown"},
    {"SealedService::mayOpen", "whether the login gave the key of the role"},
    {"SealedService::catchUp", "goes by the key of the role, not by the table: Invalid without"},
    {"Office::putSealedInOrder", "the same, after a login"},
    {"Office::sealed", "a service"},
    {"KeyService::stateSealingKey", "the keyring lets data administrators state it, nobody else"},
    {"Office::open", "the login has checked"},
    {"Office::access", "what the login gave"},
    {"Office::session", "what the login gave"},
    {"Office::context", "connections and session, for services"},
    {"Office::writer", "a service"},
    {"Office::clients", "a service"},
    {"Office::queries", "a service"},
    {"Office::views", "a service"},
    {"SavedViews::mayShare", "says what the table says, for the window"},
    {"ClientQueries::isQuickOrder", "about an order, not about records"},
    {"Office::changes", "a service"},
    {"Office::massChanges", "a service"},
    {"Office::requests", "a service"},
    {"Office::duplicates", "a service"},
    {"Office::merges", "a service"},
    {"Office::groupMerges", "a service"},
    {"Office::users", "a service"},
    {"Office::keys", "a service"},
    {"Office::policy", "a service"},
    {"Office::updates", "a service"},
    {"Office::importer", "a service"},
    {"Office::stagedImports", "a service"},
    {"Office::exporter", "a service"},
    {"Office::ownKeys", "a service"},
    {"Office::prints", "a service"},
    {"Office::reports", "a service"},
    {"OwnKeys::checkPassword", "one's own password says who it is"},
    {"OwnKeys::enrollComputer", "needs one's own password, and changes one's own slot"},
    {"OwnKeys::forgetComputer", "needs one's own password, and changes one's own slot"},
    {"KeyService::setRecovery",
     "asks for the right first; after it every walk would need another code"},
    {"Office::logQueries", "a service"},
    {"Office::log", "a service"},
    {"Office::logExporter", "a service"},
    {"Office::verifyNewEntries", "says whether the log is whole, nothing of what it says"},
    {"Office::journalGaps", "names computers, nothing of what was looked at"},
    {"Office::flushLooks", "brings one's own looks into the log"},
    {"Office::feed", "numbers of rows that changed, no values"},
    {"Office::onWaiting", "tells that a save waits"},
};

/// What Office hands out that is no service.
const std::set<std::string> noServices{"OfficeContext", "ClientWriter", "ChangeFeed"};

QString contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// The header that declares the class, wherever in core.
QString headerOf(const QString& className)
{
    const QDir core(qEnvironmentVariable("DOSSIER_SOURCE_DIR") + u"/core"_s);
    for (const QString& folder : core.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = core.filePath(folder + u'/' + className + u".h"_s);
        if (QFile::exists(path)) {
            return contentOf(path);
        }
    }
    FAIL("no header of " << className.toStdString());
    return {};
}

/// Names of the functions between `public:` and `private:` of the class.
std::set<std::string> publicFunctions(const QString& className)
{
    const QString header = headerOf(className);
    const QRegularExpression begin(u"class %1\\b[^;{]*\\{"_s.arg(className));
    const auto found = begin.match(header);
    REQUIRE(found.hasMatch());
    QString body = header.mid(found.capturedEnd());
    body = body.left(body.indexOf(u"private:"_s));
    body.remove(QRegularExpression(u"//[^\n]*"_s));
    body.replace(QRegularExpression(u"\\{[^{}]*\\}"_s), u";"_s); // bodies, values
    std::set<std::string> names;
    for (const QString& statement : body.split(u';')) {
        static const QRegularExpression name(u"([A-Za-z_]\\w*)\\s*\\("_s);
        const auto match = name.match(statement);
        const QString word = match.captured(1);
        if (match.hasMatch() && word != className && !statement.contains(u"operator"_s)
            && !statement.contains(u"= delete"_s) && !statement.contains(u"constexpr"_s)) {
            names.insert(QString(className + u"::"_s + word).toStdString());
        }
    }
    CHECK(names.size() > 0);
    return names;
}

std::vector<QString> services()
{
    std::vector<QString> found{u"Office"_s};
    static const QRegularExpression accessor(u"\\[\\[nodiscard\\]\\] (\\w+)& \\w+\\(\\);"_s);
    for (const auto& match : accessor.globalMatch(headerOf(u"Office"_s))) {
        if (!noServices.contains(match.captured(1).toStdString())) {
            found.push_back(match.captured(1));
        }
    }
    return found;
}

std::string functionOf(const Probe& probe)
{
    return probe.function.substr(0, probe.function.find(' '));
}

std::vector<Probe> allProbes()
{
    std::vector<Probe> probes;
    for (const auto& some : {clientProbes(), requestProbes(), officeProbes()}) {
        probes.insert(probes.end(), some.begin(), some.end());
    }
    return probes;
}

const char* nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Allowed:
        return "allowed";
    case Verdict::ByRequest:
        return "by request";
    case Verdict::Denied:
        break;
    }
    return "denied";
}

/// Administrators last: what they may do once (another key for the office) ends the walk.
constexpr std::array walkedRoles{
    Role::Sales, Role::Service, Role::Manager, Role::Auditor, Role::DataAdmin};

struct Walk
{
    std::set<std::pair<Role, std::string>> pairs;
    int calls = 0;

    void run(WalkOffice& office, const Policy& policy, Role role, const Probe& probe)
    {
        Desk& desk = office.desk(role);
        for (const Whose whose : allWhose) {
            if (!probe.isAboutRecord && whose != Whose::Own) {
                continue;
            }
            const Session& owner = office.ownerOf(whose, desk);
            const Client client = office.client(owner);
            const Verdict expected = probe.expected(Judge(policy, role, whose));
            INFO(roleName(role).toStdString()
                 << ", " << probe.function << ", record "
                 << (whose == Whose::Own ? "own"
                                         : (whose == Whose::Colleague ? "of the department"
                                                                      : "of another department")));
            const Verdict got = probe.run({office, desk, client, owner, whose});
            CHECK(std::string(nameOf(got)) == nameOf(expected));
            ++calls;
        }
        pairs.insert({role, functionOf(probe)});
    }
};

} // namespace

TEST_CASE("each role may do with each service function what the table says, and nothing else")
{
    WalkOffice office;
    const Policy policy = Policy::shipped();
    Walk walk;
    for (const Probe& probe : allProbes()) {
        for (const Role role : walkedRoles) {
            // Keyring and key are the office's own administrator's.
            walk.run(office, policy, role, probe);
        }
    }
    std::cout << "role walk: " << walk.pairs.size() << " pairs of role and function, " << walk.calls
              << " calls\n";
    CHECK(walk.pairs.size() >= 370);
}

TEST_CASE("the walk goes by the table in force, not by the one that ships")
{
    WalkOffice office;
    Policy policy = Policy::shipped();
    const auto set = [&](Role role, Action action, Grant grant) {
        policy = need(office.admin().policy().set(role, action, grant));
    };
    set(Role::Auditor, Action::SeePhones, {Scope::Department, Scope::None});
    set(Role::Sales, Action::SeeBasic, {Scope::Department, Scope::None});
    set(Role::Sales, Action::ChangeOrdinary, {Scope::Own, Scope::Department});
    set(Role::Sales, Action::Trash, {Scope::None, Scope::None});
    set(Role::Service, Action::SeeAll, {Scope::Own, Scope::None});
    set(Role::Service, Action::ChangeFree, {Scope::Own, Scope::None});
    set(Role::Service, Action::Import, {Scope::None, Scope::None});
    set(Role::Manager, Action::Export, {Scope::Own, Scope::None});
    set(Role::Manager, Action::SeePhones, {Scope::None, Scope::None});
    set(Role::Manager, Action::ApproveImportant, {Scope::Department, Scope::None});
    set(Role::Manager, Action::Merge, {Scope::None, Scope::All});
    Walk walk;
    for (const Probe& probe : allProbes()) {
        const std::string function = functionOf(probe);
        if (function.starts_with("PolicyService") || function == "KeyService::change"
            || function == "StagedImports::preview") {
            continue; // they set the table back, lock the others out, or need a file that service may not ask for here
        }
        for (const Role role : walkedRoles) {
            need(office.desk(role).office->refresh());
            walk.run(office, policy, role, probe);
        }
    }
}

TEST_CASE("every public function of every service is in the walk, or said to be part of another")
{
    std::set<std::string> walked;
    for (const Probe& probe : allProbes()) {
        walked.insert(functionOf(probe));
    }
    for (const QString& service : services()) {
        for (const std::string& function : publicFunctions(service)) {
            INFO(function << ": write a probe for it (RoleWalk…cpp), with what it needs");
            CHECK((walked.contains(function) || partsOfOthers.contains(function)));
            walked.erase(function);
        }
    }
    for (const std::string& function : walked) {
        INFO(function << " is walked, but no service has it");
        CHECK(false);
    }
}
