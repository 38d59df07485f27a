#include "tour/Scenes.h"

#include "core/workspace/SampleOffice.h"

#include <QDir>
#include <QFile>

namespace tour {

namespace {

core::Result<Access> makeBare(const QString& folder, const QString& name)
{
    core::NewOffice bare;
    bare.folder = folder;
    bare.name = name;
    bare.adminName = QStringLiteral("li");
    bare.adminPassword = secretWord();
    bare.kdfMemoryMib = 64;
    auto made = core::createOffice(bare);
    return made ? core::Result<Access>(made->access) : core::Result<Access>(made.error());
}

bool copyFolder(const QString& from, const QString& to)
{
    const QDir there(from);
    bool isCopied = QDir().mkpath(to);
    for (const QString& name : there.entryList(QDir::Files)) {
        isCopied = isCopied && QFile::copy(there.filePath(name), QDir(to).filePath(name));
    }
    return isCopied;
}

/// A copy of an office that this computer has seen a later state of.
core::Result<QString> makeOlder(const QString& work)
{
    const QString folder = work + QStringLiteral("/Riverside.dossier");
    const QString older = work + QStringLiteral("/Riverside (2).dossier");
    auto access = makeBare(folder, QStringLiteral("Riverside"));
    auto office = access ? core::Office::open(*access)
                         : core::Result<std::unique_ptr<core::Office>>(access.error());
    if (!office) {
        return office.error();
    }
    core::ClientValues values;
    const auto add = [&](const char* name) {
        values.set(core::Field::Name, QString::fromUtf8(name));
        return (*office)->clients().add(values, {}).hasValue();
    };
    if (!add("上海云帆印刷有限公司") || !copyFolder(folder, older)
        || !add("苏州新桥贸易有限公司")) {
        return core::Error{core::ErrorCode::Io, QStringLiteral("no older copy"), {}};
    }
    return older;
}

} // namespace

QString secretWord()
{
    return QStringLiteral("granite walrus umbrella");
}

core::Result<Offices> makeOffices(const QString& work)
{
    Offices offices;
    offices.work = work;
    auto empty = makeBare(work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"));
    if (!empty) {
        return empty.error();
    }
    offices.empty = *empty;
    auto older = makeOlder(work);
    if (!older) {
        return older.error();
    }
    offices.older = *older;
    core::SampleWanted wanted;
    wanted.folder = work + QStringLiteral("/Sample.dossier");
    wanted.clients = 400;
    core::Progress quiet;
    auto sample = core::makeSample(wanted, quiet);
    if (!sample) {
        return sample.error();
    }
    offices.admin = sample->admin;
    for (const auto& [name, access] :
         {std::pair("sales1", &offices.sales), std::pair("manager", &offices.manager)}) {
        auto person = core::login({wanted.folder, QLatin1String(name), wanted.password, {}});
        if (!person) {
            return person.error();
        }
        *access = *person;
    }
    return offices;
}

/// The quality of a quarter ago was worse: made so for the moment of each count. An office of its own, since this computer
/// remembers what it has seen of the others.
Access trendOffice(const Offices& offices)
{
    core::SampleWanted wanted;
    wanted.folder = offices.work + QStringLiteral("/Trend.dossier");
    wanted.clients = 300;
    wanted.seed = 2;
    QDir(wanted.folder).removeRecursively();
    core::Progress quiet;
    auto made = core::makeSample(wanted, quiet);
    auto office = made ? core::Office::open(made->admin)
                       : core::Result<std::unique_ptr<core::Office>>(made.error());
    if (!office || !(*office)->duplicates().scan({}, quiet)) {
        return {};
    }
    core::Connection& connection = (*office)->context().writer;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    constexpr int weeks = 12;
    constexpr int daysOfWeek = 7;
    for (int week = weeks; week >= 0; --week) {
        const std::string drafts = std::to_string(2 + week);
        const std::string old = std::to_string(5 + 2 * week + week % 3);
        const bool isCounted = (*office)->setClock(now.addDays(-week * daysOfWeek))
            && connection.execute(
                "CREATE TABLE kept AS SELECT pk, incomplete, updated_at FROM clients")
            && connection.execute("UPDATE clients SET incomplete = pk * 37 % 100 < " + drafts
                                  + ", updated_at = CASE WHEN pk * 53 % 100 < " + old
                                  + " THEN '2020' ELSE '2099' END")
            && (*office)->reports().noteQuality(quiet)
            && connection.execute(
                "UPDATE clients SET (incomplete, updated_at) = (SELECT"
                " k.incomplete, k.updated_at FROM kept k WHERE k.pk = clients.pk)")
            && connection.execute("DROP TABLE kept");
        if (!isCounted) {
            return {};
        }
    }
    return made->admin;
}

Access damagedCopy(const Offices& offices)
{
    const QString folder = offices.work + QStringLiteral("/Damaged.dossier");
    QDir(folder).removeRecursively();
    if (!copyFolder(offices.admin->folder, folder)) {
        return {};
    }
    auto access = std::make_shared<core::OfficeAccess>(*offices.admin);
    access->folder = folder;
    {
        // A record that was changed past the program, too.
        auto office = core::Office::open(access);
        if (!office
            || !(*office)->context().writer.execute(
                "UPDATE clients SET notes = notes || '.' WHERE pk = 7")) {
            return {};
        }
    }
    QFile file(core::databasePath(folder));
    if (!file.open(QIODevice::ReadWrite)) {
        return {};
    }
    constexpr qint64 pageSize = 4096;
    for (const int page : {1, 4, 5}) {
        const qint64 at = file.size() - page * pageSize + 99;
        char byte = 0;
        file.seek(at);
        file.getChar(&byte);
        file.seek(at);
        file.putChar(char(byte ^ 1));
    }
    return access;
}

} // namespace tour
