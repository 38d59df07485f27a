// One's own keys, the office's key after somebody left, another recovery code, a key file at the login.
#include "tests/support/MemoryKeystore.h"

#include "core/crypto/KeyringFile.h"
#include "ui/WindowFixture.h"
#include "ui/people/KeysDialog.h"
#include "ui/people/NewRecoveryDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/RekeyDialog.h"
#include "ui/people/RightsDialog.h"
#include "ui/start/RecentOffices.h"
#include "ui/start/RecoverySheet.h"
#include "ui/start/StartPage.h"
#include "ui/widgets/KeyFileField.h"

#include <QComboBox>
#include <QFile>
#include <QLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

const QString samplePassword = core::SampleWanted().password;

bool opens(const Sample& sample, const QString& user, const QString& keyFile = {})
{
    return core::login({sample.path({}), user, samplePassword, {}, keyFile}).hasValue();
}

void choose(QWidget* dialog, const QString& words)
{
    for (QRadioButton* button : dialog->findChildren<QRadioButton*>()) {
        if (button->text() == words) {
            button->setChecked(true);
        }
    }
}

void typePresent(QWidget* dialog, const QString& password)
{
    for (QLineEdit* edit : dialog->findChildren<QLineEdit*>()) {
        if (edit->echoMode() == QLineEdit::Password) {
            edit->setText(password);
        }
    }
}

} // namespace

TEST_CASE("a person takes a key file, and gives it up again, with the present password")
{
    const Sample sample;
    Window window(sample.access("sales1"));
    const QString name = QStringLiteral("sales1");
    auto* dialog = new ui::KeysDialog(window.jobs(), &window.main());
    dialog->open();
    window.settle();
    CHECK(wordsOn(dialog).contains(QStringLiteral("password alone")));
    choose(dialog, QStringLiteral("The password and a key file"));
    const QString file = sample.path(QStringLiteral("mine.key"));
    dialog->findChild<ui::KeyFileField*>()->setPath(file);
    CHECK_FALSE(buttonOf(dialog, QStringLiteral("Use this from now on"))->isEnabled());
    typePresent(dialog, QStringLiteral("not this one"));
    press(dialog, "Use this from now on");
    window.settle();
    CHECK(wordsOn(dialog).contains(QStringLiteral("The present password is not right")));
    CHECK_FALSE(QFile::exists(file));
    QSignalSpy said(dialog, &ui::KeysDialog::said);
    typePresent(dialog, samplePassword);
    press(dialog, "Use this from now on");
    window.settle();
    REQUIRE(said.count() == 1);
    CHECK(wordsOn(dialog).contains(QStringLiteral("key file")));
    CHECK(opens(sample, name, file));
    CHECK_FALSE(opens(sample, name));
}

TEST_CASE("a person enrolls the computer, which the dialog lists, and forgets it")
{
    const MemoryKeystore keystore;
    const Sample sample;
    Window window(sample.access("sales1"));
    auto* dialog = new ui::KeysDialog(window.jobs(), &window.main());
    dialog->open();
    window.settle();
    choose(dialog, QStringLiteral("The password, on this computer"));
    typePresent(dialog, samplePassword);
    press(dialog, "Use this from now on");
    window.settle();
    CHECK(wordsOn(dialog).contains(QStringLiteral("(this computer)")));
    press(dialog, "Forget");
    window.settle();
    CHECK(wordsOn(dialog).contains(QStringLiteral("Type your present password first")));
    typePresent(dialog, samplePassword);
    press(dialog, "Forget");
    window.settle();
    CHECK_FALSE(wordsOn(dialog).contains(QStringLiteral("(this computer)")));
    CHECK(opens(sample, QStringLiteral("sales1")));
}

TEST_CASE(
    "after access was taken away the office's key is changed, now or when the notice is answered")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::People);
    window.settle();
    auto* table = window.main().findChild<QTableWidget*>(QStringLiteral("people"));
    REQUIRE(table != nullptr);
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == QStringLiteral("service")) {
            table->selectRow(row);
        }
    }
    press(&window.main(), "Take access away…");
    press(&window.main(), "Take access away");
    window.settle();
    auto* first = window.main().findChild<ui::RekeyDialog*>();
    REQUIRE(first != nullptr);
    CHECK(wordsOn(first).contains(QStringLiteral("service cannot log in any more")));
    CHECK(wordsOn(first).contains(QStringLiteral("Everybody else waits")));
    press(first, "Later");
    REQUIRE(
        QTest::qWaitFor([&] { return window.main().findChild<ui::RekeyDialog*>() == nullptr; }));
    const auto keyState = [&] {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        auto state = (*office)->keys().state();
        REQUIRE(state);
        return state->isChangeAdvised();
    };
    CHECK(keyState());
    REQUIRE(QTest::qWaitFor([&] {
        return wordsOn(&window.main())
            .contains(QStringLiteral("may have a copy of the office's key"));
    }));
    press(&window.main(), "Change the key…");
    window.settle();
    auto* second = window.main().findChild<ui::RekeyDialog*>();
    REQUIRE(second != nullptr);
    press(second, "Change it now");
    window.settle();
    REQUIRE(QTest::qWaitFor(
        [&] { return wordsOn(second).contains(QStringLiteral("The office has a new key")); },
        30'000));
    press(second, "Close");
    window.settle();
    CHECK_FALSE(keyState());
    CHECK_FALSE(
        wordsOn(&window.main()).contains(QStringLiteral("may have a copy of the office's key")));
}

TEST_CASE("another recovery code counts once part of it was typed back")
{
    const Sample sample;
    Window window(sample.access("admin"));
    auto* dialog = new ui::NewRecoveryDialog(window.jobs(), &window.main());
    dialog->open();
    window.settle();
    const auto needed = [dialog] {
        return dialog->layout()->totalHeightForWidth(dialog->width());
    };
    CHECK(dialog->height() == needed());
    typePresent(dialog, QStringLiteral("not this one"));
    press(dialog, "Show the new code");
    window.settle();
    CHECK(dialog->height() == needed());
    CHECK(wordsOn(dialog).contains(QStringLiteral("The present password is not right")));
    typePresent(dialog, samplePassword);
    press(dialog, "Show the new code");
    window.settle();
    auto* sheet = dialog->findChild<ui::RecoverySheet*>();
    REQUIRE(sheet->isVisible());
    CHECK(dialog->height() == needed());
    const QString text = sheet->sheetText();
    QString code;
    for (const QString& line : text.split(u'\n')) {
        code += line.startsWith(QStringLiteral("    ")) ? line.trimmed().mid(1) + u'\n' : QString();
    }
    sheet->findChild<QLineEdit*>()->setText(sheet->expectedGroups());
    QSignalSpy changed(dialog, &ui::NewRecoveryDialog::changed);
    press(dialog, "The new code counts from now on");
    window.settle();
    REQUIRE(changed.count() == 1);
    CHECK(core::recoverOffice(
        sample.path({}), code, QStringLiteral("admin"), QStringLiteral("granite walrus umbrella")));
}

TEST_CASE("a new password for somebody with a key file says what becomes of it")
{
    const Sample sample;
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        REQUIRE((*office)->users().setPassword(
            QStringLiteral("sales1"),
            {samplePassword, core::NewSecond::KeyFile, QByteArray(32, 'k')}));
    }
    Window window(sample.access("admin"));
    auto* dialog = new ui::PasswordDialog(window.jobs(), QStringLiteral("sales1"), &window.main());
    dialog->open();
    window.settle();
    typePresent(dialog, QStringLiteral("granite walrus umbrella"));
    CHECK(wordsOn(dialog).contains(QStringLiteral("They have one now (key file)")));
    CHECK_FALSE(buttonOf(dialog, QStringLiteral("Change the password"))->isEnabled());
    dialog->findChild<QComboBox*>()->setCurrentText(QStringLiteral("none: the password alone"));
    press(dialog, "Change the password");
    window.settle();
    // Straight from the keyring: a login would compare with what other tests made of their copies of this office.
    const auto keyring = core::readKeyring(sample.path({}));
    REQUIRE(keyring);
    CHECK(keyring->unlock(
        core::Credentials{QStringLiteral("sales1"), QStringLiteral("granite walrus umbrella")}));
}

TEST_CASE("the login asks for a key file only where somebody says so, and remembers its path")
{
    const Sample sample;
    const QString file = sample.path(QStringLiteral("li.key"));
    const QString id = QStringLiteral("0123abcd");
    CHECK(ui::keyFileOf({}, QStringLiteral("li")).isEmpty());
    ui::rememberKeyFile(id, QStringLiteral("Li/李"), file);
    CHECK(ui::keyFileOf(id, QStringLiteral("li/李")) == file);
    CHECK(ui::keyFileOf(id, QStringLiteral("wang")).isEmpty());

    ui::StartPage page;
    page.show();
    page.showLogin({sample.path({}), QStringLiteral("Acme"), QStringLiteral("wang"), id});
    auto* field = page.findChild<ui::KeyFileField*>();
    REQUIRE(field != nullptr);
    CHECK_FALSE(field->isVisible());
    press(&page, "I use a key file");
    CHECK(field->isVisible());
    page.showLogin({sample.path({}), QStringLiteral("Acme"), QStringLiteral("li/李"), id});
    CHECK(field->isVisible());
    CHECK(field->path() == file);
    ui::rememberKeyFile(id, QStringLiteral("li/李"), {});
    CHECK(ui::keyFileOf(id, QStringLiteral("li/李")).isEmpty());
}
