// Damage of the office in the window: said to everybody, checked from there, listed.
#include "core/base/Language.h"
#include "core/storage/DamageMark.h"
#include "ui/WindowFixture.h"
#include "ui/shell/CheckDialog.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

constexpr int heardWithinMs = 5000;
constexpr int checkedWithinMs = 20'000;

struct DamageDesk
{
    Sample sample;
    Window window{sample.access("sales1")};
    QString database = core::databasePath(sample.access("sales1")->folder);

    DamageDesk() { window.jobs().listen(std::chrono::milliseconds(100)); }

    bool says(const char* words)
    {
        return wordsOn(&window.main()).contains(QString::fromUtf8(words));
    }
    bool hears(bool damage)
    {
        return QTest::qWaitFor([&] { return says("Damage was found in this office") == damage; },
                               heardWithinMs);
    }
    /// Presses the banner's button and waits for the end.
    ui::CheckDialog* check(const char* end)
    {
        press(&window.main(), "Check the office");
        auto* dialog = window.main().findChild<ui::CheckDialog*>();
        REQUIRE(dialog != nullptr);
        REQUIRE(QTest::qWaitFor([&] { return wordsOn(dialog).contains(QString::fromUtf8(end)); },
                                checkedWithinMs));
        return dialog;
    }
    void turnBit() const
    {
        QFile file(database);
        REQUIRE(file.open(QIODevice::ReadWrite));
        constexpr qint64 pageSize = 4096;
        const qint64 at = file.size() - pageSize + 99;
        REQUIRE(file.seek(at));
        char byte = 0;
        REQUIRE(file.getChar(&byte));
        REQUIRE(file.seek(at));
        REQUIRE(file.putChar(char(byte ^ 1)));
    }
};

} // namespace

TEST_CASE_METHOD(DamageDesk,
                 "damage that a colleague's program found is said in the window, and goes with a "
                 "check that finds none")
{
    CHECK_FALSE(says("Damage was found"));
    REQUIRE(core::markAsDamaged(database));
    REQUIRE(hears(true));
    ui::CheckDialog* dialog = check("Nothing was found");
    CHECK_FALSE(core::isMarkedAsDamaged(database));
    REQUIRE(hears(false));
    press(dialog, "Close");
    CHECK(buttonOf(&window.main(), QStringLiteral("Check the office")) == nullptr);
}

TEST_CASE_METHOD(DamageDesk,
                 "what the check finds is a list that can be copied, and a sound file frees the "
                 "office again")
{
    REQUIRE(core::markAsDamaged(database));
    REQUIRE(hears(true));
    turnBit();
    ui::CheckDialog* dialog = check("The office is damaged");
    const auto* list = dialog->findChild<QPlainTextEdit*>();
    REQUIRE(list->isVisible());
    CHECK(list->isReadOnly());
    CHECK(list->toPlainText().contains(QStringLiteral("page ")));
    press(dialog, "Copy the list");
    CHECK(QGuiApplication::clipboard()->text() == list->toPlainText());
    press(dialog, "Close");
    CHECK(says("Damage was found in this office"));
    CHECK(window.list().model()->rowCount() > 0); // what can be read can be read

    QTest::qWait(1); // the dialog goes in the next turn of the loop
    core::useLanguage(QStringLiteral("zh"));
    dialog = check("档案库已损坏");
    const QString words = dialog->findChild<QPlainTextEdit*>()->toPlainText();
    CHECK(words.contains(QRegularExpression(QStringLiteral("(^|\n)第 \\d+ 页"))));
    CHECK_FALSE(words.startsWith(QStringLiteral("page ")));
    press(dialog, "关闭");
    core::useLanguage(QStringLiteral("en"));

    turnBit();
    QTest::qWait(1); // the dialog goes in the next turn of the loop
    check("Nothing was found");
    REQUIRE(hears(false));
}

TEST_CASE_METHOD(DamageDesk, "a window that opens on a damaged office says so at once")
{
    REQUIRE(core::markAsDamaged(database));
    Window second(sample.access("admin"));
    CHECK(wordsOn(&second.main()).contains(QStringLiteral("Damage was found in this office")));
}

TEST_CASE_METHOD(DamageDesk, "an office that does not even open any more is named as damaged")
{
    QFile file(database);
    REQUIRE(file.open(QIODevice::ReadWrite));
    constexpr int firstBytes = 100; // with the salt of the keys
    REQUIRE(file.seek(firstBytes));
    REQUIRE(file.write(QByteArray(1000, 'x')) == 1000);
    file.close();
    Window late(sample.access("sales1")); // none of its threads has the office open
    late.main().checkOffice();
    auto* dialog = late.main().findChild<ui::CheckDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitFor(
        [&] { return wordsOn(dialog).contains(QStringLiteral("The office is damaged")); },
        checkedWithinMs));
    CHECK(dialog->findChild<QPlainTextEdit*>()->toPlainText().contains(
        QStringLiteral("beginning of the database file is damaged")));
}
