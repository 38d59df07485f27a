// What is typed survives the end of the program, and nothing of it lies about.
#include "support/OwnDataFolder.h"

#include "core/records/ClientDraft.h"
#include "ui/WindowFixture.h"
#include "ui/clients/DraftNotice.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/EntriesEditor.h"
#include "ui/widgets/FieldRow.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProcess>

#include <catch2/catch_test_macros.hpp>

#include <cstdio>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

bool waitForDraft(const ui::ClientForm& form)
{
    return QTest::qWaitFor([&form] { return QFile::exists(form.keptAt()); }, 15'000);
}

bool waitUntilGone(const QString& path)
{
    return QTest::qWaitFor([&path] { return !QFile::exists(path); }, 15'000);
}

ui::DraftNotice& noticeOf(Window& window)
{
    auto* notice = window.main().clients().findChild<ui::DraftNotice*>();
    REQUIRE(notice != nullptr);
    return *notice;
}

bool waitForNotice(Window& window)
{
    return QTest::qWaitFor([&] { return !noticeOf(window).words().isEmpty(); }, 15'000);
}

QString typedIn(Window& window, Field field)
{
    return ui::editorText(window.main().clients().form().row(field).editor());
}

/// Types a new client and is gone, as by a power cut: nobody closed the window.
QString endWhileTyping(const Sample& sample)
{
    Window window(sample.access("admin"));
    press(&window.main(), "New client");
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Name, u"Quillfeather & Sons"_s);
    form.type(Field::Notes, u"zanzibarite"_s);
    form.type(Field::BankAccount, u"6222021234567890128"_s);
    REQUIRE(waitForDraft(form));
    return form.keptAt();
}

} // namespace

TEST_CASE("what was typed when the program ended is offered again, and goes on where it was")
{
    const Sample sample;
    const QString kept = endWhileTyping(sample);
    REQUIRE(QFile::exists(kept));
    {
        Window other(sample.access("sales1")); // it is nobody else's
        QTest::qWait(300);
        CHECK(noticeOf(other).words().isEmpty());
    }
    Window again(sample.access("admin"));
    REQUIRE(waitForNotice(again));
    CHECK(noticeOf(again).words().contains(u"Quillfeather & Sons"_s));
    press(&again.main(), "Go on");
    again.settle();
    ui::ClientForm& form = again.main().clients().form();
    CHECK(form.isVisible());
    CHECK(form.isDirty());
    CHECK(typedIn(again, Field::Name) == u"Quillfeather & Sons");
    CHECK(typedIn(again, Field::Notes) == u"zanzibarite");
    CHECK(typedIn(again, Field::BankAccount).isEmpty()); // is never kept
    CHECK(noticeOf(again).words().isEmpty());
    CHECK(waitUntilGone(kept)); // it has a file of its own by now
    REQUIRE(waitForDraft(form));
    const QString own = form.keptAt();
    press(&form, "Cancel");
    press(&again.main(), "Leave without saving");
    CHECK(waitUntilGone(own));
}

namespace {

constexpr auto officeToType = "DOSSIER_TEST_OFFICE";

} // namespace

/// The part of a program that is killed; started by the test below.
TEST_CASE("types into an office until somebody ends it", "[.][killed]")
{
    core::SampleWanted wanted;
    wanted.folder = qEnvironmentVariable(officeToType);
    wanted.clients = 5;
    core::Progress quiet;
    auto made = core::makeSample(wanted, quiet);
    REQUIRE(made);
    Window window(made->admin);
    press(&window.main(), "New client");
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Name, u"Quillfeather & Sons"_s);
    form.type(Field::Notes, u"zanzibarite"_s);
    REQUIRE(waitForDraft(form));
    std::puts("kept");
    std::fflush(stdout);
    QTest::qWait(600'000);
}

TEST_CASE("what was typed in a program that was killed is offered by the next one")
{
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString office = folder.filePath(u"Killed.dossier"_s);
    environment.insert(QString::fromLatin1(officeToType), office);
    environment.insert(QString::fromLatin1(OwnDataFolder::sharedWithTests), u"1"_s);
    QProcess typing;
    typing.setProcessEnvironment(environment);
    typing.start(QCoreApplication::applicationFilePath(), {u"[killed]"_s});
    QByteArray told;
    REQUIRE(QTest::qWaitFor(
        [&] { return (told += typing.readAllStandardOutput()).contains("kept"); }, 120'000));
    typing.kill();
    REQUIRE(typing.waitForFinished());
    REQUIRE(typing.exitStatus() == QProcess::CrashExit);

    auto access = core::login({office, u"admin"_s, core::SampleWanted{}.password, {}});
    REQUIRE(access);
    Window again(*access);
    REQUIRE(waitForNotice(again));
    press(&again.main(), "Go on");
    again.settle();
    CHECK(typedIn(again, Field::Name) == u"Quillfeather & Sons");
    CHECK(typedIn(again, Field::Notes) == u"zanzibarite");
}

TEST_CASE("a draft that is discarded is gone")
{
    const Sample sample;
    const QString kept = endWhileTyping(sample);
    Window again(sample.access("admin"));
    REQUIRE(waitForNotice(again));
    press(&again.main(), "Discard");
    CHECK(waitUntilGone(kept));
    CHECK(noticeOf(again).words().isEmpty());
}

TEST_CASE("changes of a record go on after the end of the program, and its saving looks at what "
          "others did")
{
    const Sample sample;
    core::ClientId id;
    {
        Window window(sample.access("admin"));
        window.main().clients().selectRow(2);
        window.settle();
        press(&window.main().clients().panel(), "Edit");
        window.settle();
        ui::ClientForm& form = window.main().clients().form();
        form.type(Field::Street, u"Mill Lane 3"_s);
        REQUIRE(waitForDraft(form));
        id = form.draft().original->id();
    }
    Window again(sample.access("admin"));
    REQUIRE(waitForNotice(again));
    again.jobs().run<core::UpdateOutcome>(
        ui::Lane::Write,
        &again.main(),
        [id](core::Office& office, core::Progress&) {
            return office.changes().update(id, {{Field::Notes, u"from the other desk"_s, {}}});
        },
        [](const core::Result<core::UpdateOutcome>& done) { REQUIRE(done); });
    again.settle();
    press(&again.main(), "Go on");
    again.settle();
    ui::ClientForm& form = again.main().clients().form();
    CHECK(typedIn(again, Field::Street) == u"Mill Lane 3");
    press(&form, "Save");
    again.settle();
    core::Client stored;
    again.jobs().run<core::Client>(
        ui::Lane::Read,
        &again.main(),
        [id](core::Office& office, core::Progress&) { return office.clients().show(id); },
        [&stored](core::Result<core::Client> client) {
            REQUIRE(client);
            stored = *client;
        });
    again.settle();
    CHECK(stored.value(Field::Street) == u"Mill Lane 3");
    CHECK(stored.value(Field::Notes) == u"from the other desk");
}

TEST_CASE("a draft that is gone on with asks first where something else is being typed")
{
    const Sample sample;
    (void)endWhileTyping(sample);
    Window again(sample.access("admin"));
    REQUIRE(waitForNotice(again));
    ui::ClientForm& form = again.main().clients().form();
    SECTION("in the form")
    {
        press(&again.main(), "New client");
        form.type(Field::Name, u"Another"_s);
        press(&again.main(), "Go on");
        CHECK(typedIn(again, Field::Name) == u"Another");
    }
    SECTION("in place")
    {
        again.main().clients().selectRow(1);
        again.settle();
        again.main().clients().panel().editInPlace(Field::Name);
        again.main().clients().panel().inPlace()->type(Field::Name, u"Another"_s);
        press(&again.main(), "Go on");
        CHECK(again.main().clients().panel().hasUnsavedWork());
    }
    press(&again.main(), "Leave without saving");
    again.settle();
    CHECK(form.isVisible());
    CHECK(typedIn(again, Field::Name) == u"Quillfeather & Sons");
    CHECK_FALSE(again.main().clients().panel().hasUnsavedWork());
    again.main().clients().discard();
}

TEST_CASE("what is saved, or closed without saving, leaves no draft")
{
    const Sample sample;
    QString kept;
    {
        Window window(sample.access("admin"));
        window.main().clients().selectRow(1);
        window.settle();
        press(&window.main().clients().panel(), "Edit");
        window.settle();
        ui::ClientForm& form = window.main().clients().form();
        form.type(Field::Notes, u"calls at nine"_s);
        REQUIRE(waitForDraft(form));
        kept = form.keptAt();
        press(&form, "Save");
        window.settle();
        CHECK(waitUntilGone(kept));
        press(&window.main(), "New client");
        form.type(Field::Name, u"Quillfeather"_s);
        REQUIRE(waitForDraft(form));
        kept = form.keptAt();
        window.main().close();
        press(&window.main(), "Close without saving");
    }
    CHECK(waitUntilGone(kept));
    Window again(sample.access("admin"));
    QTest::qWait(300);
    CHECK(noticeOf(again).words().isEmpty());
}

TEST_CASE(
    "in the file of a draft nothing can be read, and nothing confidential stands in it at all")
{
    const Sample sample;
    const Access access = sample.access("admin");
    core::ClientDraft draft;
    draft.typed = {{Field::Name, u"Quillfeather"_s},
                   {Field::IdNumber, u"11010519491231002X"_s},
                   {Field::BankAccount, u"6222021234567890128"_s},
                   {Field::Custom, uR"({"passport":"E12345678","parking":"B2"})"_s}};
    draft.reason = u"zanzibarite"_s;
    const core::ClientDraft kept = core::withoutConfidential(draft, {u"passport"_s});
    const QByteArray open = core::draftToBytes(kept);
    CHECK_FALSE(open.contains("11010519491231002X"));
    CHECK_FALSE(open.contains("6222021234567890128"));
    CHECK_FALSE(open.contains("E12345678"));
    CHECK(open.contains("B2"));
    auto file = core::DraftFile::open(access->officeId, access->person->uuid);
    REQUIRE(file);
    REQUIRE(file->write(kept, access->person->seed));
    const auto left = [&](const Access& who) {
        return core::leftDrafts(who->officeId, who->person->uuid, who->person->seed);
    };
    CHECK(left(access).empty()); // somebody has it open
    QFile raw(file->path());
    REQUIRE(raw.open(QIODevice::ReadOnly));
    const QByteArray bytes = raw.readAll();
    raw.close();
    for (const char* word : {"Quillfeather", "zanzibarite", "typed", "B2"}) {
        CHECK_FALSE(bytes.contains(word));
    }
    const QString path = file->path();
    file.reset();
    CHECK(left(sample.access("sales1")).empty());
    const auto mine = left(access);
    REQUIRE(mine.size() == 1);
    CHECK(mine.front().draft.typed == kept.typed);
    CHECK(mine.front().draft.reason == u"zanzibarite");
    // a file that was tampered with is no draft, and goes
    QFile damaged(path);
    REQUIRE(damaged.open(QIODevice::ReadWrite));
    damaged.seek(40);
    damaged.write("x");
    damaged.close();
    CHECK(left(access).empty());
    CHECK_FALSE(QFile::exists(path));
}
