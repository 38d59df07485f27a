// What is secret on the screen and on the clipboard; passphrases by chance; how strong a password is.
#include "core/crypto/PasswordStrength.h"
#include "ui/WindowFixture.h"
#include "ui/widgets/NewPassword.h"
#include "ui/widgets/ScreenPrivacy.h"
#include "ui/widgets/SecretClipboard.h"
#include "ui/widgets/StrengthMeter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("a secret on the clipboard is marked as one, and taken away if it is still there")
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    SECTION("still there")
    {
        ui::copySecret(u"5JK2-TQ8M"_s, 200ms);
        CHECK(clipboard->text() == u"5JK2-TQ8M"_s);
        CHECK(clipboard->mimeData()->formats().size() > 1); // the platform's mark beside the text
        REQUIRE(QTest::qWaitFor([clipboard] { return clipboard->text().isEmpty(); }, 3000));
    }
    SECTION("something else by now")
    {
        ui::copySecret(u"5JK2-TQ8M"_s, 200ms);
        clipboard->setText(u"a street"_s);
        QTest::qWait(400);
        CHECK(clipboard->text() == u"a street"_s);
    }
    SECTION("at once, as when the window locks")
    {
        ui::copySecret(u"5JK2-TQ8M"_s);
        ui::clearSecret();
        CHECK(clipboard->text().isEmpty());
        clipboard->setText(u"a street"_s);
        ui::clearSecret();
        CHECK(clipboard->text() == u"a street"_s);
    }
    SECTION("a second one has its own time")
    {
        ui::copySecret(u"first"_s, 100ms);
        ui::copySecret(u"second"_s, 1500ms);
        QTest::qWait(300);
        CHECK(clipboard->text() == u"second"_s);
        REQUIRE(QTest::qWaitFor([clipboard] { return clipboard->text().isEmpty(); }, 4000));
    }
}

TEST_CASE(
    "a window that shows a secret is left out of pictures of the screen, or says that it cannot be")
{
    QWidget window;
    auto* inside = new QWidget(&window);
    window.show();
    {
        const ui::ScreenPrivacy privacy(inside);
        const ui::ScreenPrivacy second(inside);
        CHECK(privacy.isHidden() == ui::canHideFromCapture());
        CHECK(window.property("dossier_secrets_shown").toInt() == 2);
    }
    CHECK(window.property("dossier_secrets_shown").toInt() == 0);
    CHECK(ui::ScreenPrivacy::limits().isEmpty() == ui::canHideFromCapture());
}

TEST_CASE("a suggested passphrase is good, is shown, and goes when another password is typed")
{
    ui::NewPassword fields(u"Password"_s, nullptr);
    fields.show();
    QSignalSpy edited(&fields, &ui::NewPassword::edited);
    CHECK_FALSE(wordsOn(&fields).contains(u"bits"_s));
    press(&fields, "Suggest one");
    CHECK(fields.isGood());
    CHECK(fields.text() == fields.suggested());
    CHECK(fields.suggested().split(u'-').size() == 5);
    CHECK(wordsOn(&fields).contains(fields.suggested()));
    CHECK(wordsOn(&fields).contains(u"80 bits"_s));
    CHECK_FALSE(edited.isEmpty());
    const QString first = fields.suggested();
    press(&fields, "Suggest one");
    CHECK(fields.suggested() != first);
    press(&fields, "Copy");
    CHECK(QGuiApplication::clipboard()->text() == fields.suggested());
    ui::clearSecret();
    auto* edit = fields.findChild<QLineEdit*>();
    edit->setFocus();
    QTest::keyClicks(edit, u"x"_s);
    CHECK(fields.suggested().isEmpty());
    CHECK_FALSE(wordsOn(&fields).contains(u"bits"_s));
    fields.clear();
    CHECK(fields.text().isEmpty());
}

TEST_CASE("the strength of a password is said in a word")
{
    ui::StrengthMeter meter;
    meter.show();
    meter.setPassword(u"123456"_s);
    CHECK(wordsOn(&meter).contains(u"guessed"_s));
    meter.setPassword(u"banlu-hetai-munzo-qinge-suipa"_s);
    CHECK(meter.strength() == 4);
    CHECK(wordsOn(&meter).contains(u"very good"_s));
    CHECK(meter.accessibleName().contains(u"very good"_s));
    meter.setPassword({});
    CHECK_FALSE(wordsOn(&meter).contains(u"good"_s));
}
