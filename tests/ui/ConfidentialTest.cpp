// Confidential values in the window: typed with a consent, masked for everybody, shown for a while to whoever has the key.
#include "core/records/SealedStore.h"
#include "ui/WindowFixture.h"
#include "ui/clients/ProfileView.h"
#include "ui/clients/WithdrawDialog.h"
#include "ui/widgets/FieldRow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Field;

namespace {

const QString idNumber = u"11010519491231002X"_s;

ui::ProfileView& profileOf(Window& window)
{
    auto* profile = window.main().clients().panel().findChild<ui::ProfileView*>();
    REQUIRE(profile != nullptr);
    return *profile;
}

/// A person of the office's with an id number, entered in the form.
void enterPerson(Window& window)
{
    window.main().clients().startNew();
    window.settle();
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Type, u"person"_s);
    form.type(Field::Name, u"欧阳修远"_s);
    form.type(Field::Phone, u"13800138777"_s);
    form.type(Field::Industry, u"65"_s);
    form.type(Field::IdNumber, idNumber);
    window.settle();
}

QLineEdit* consentEdit(ui::ClientForm& form)
{
    for (auto* row : form.findChildren<ui::FieldRow*>()) {
        if (row->isVisible() && wordsOn(row).contains(u"Consent"_s)) {
            return qobject_cast<QLineEdit*>(row->editor());
        }
    }
    return nullptr;
}

/// The same, saved: of sales1, with a consent.
void savePerson(Window& window)
{
    enterPerson(window);
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Owner, u"sales1"_s);
    consentEdit(form)->setText(u"form 12"_s);
    press(&form, "Save");
    window.settle();
}

void showPerson(Window& window)
{
    window.search(u"欧阳修远"_s);
    REQUIRE(window.select(u"欧阳修远"_s));
}

} // namespace

TEST_CASE("an id number is saved with a consent only, and read by whoever has the key, for a while")
{
    const Sample sample;
    Window window(sample.access("admin"));
    enterPerson(window);
    ui::ClientForm& form = window.main().clients().form();
    QLineEdit* consent = consentEdit(form);
    REQUIRE(consent != nullptr);
    press(&form, "Save");
    window.settle();
    CHECK(form.isVisible());
    CHECK(wordsOn(&form).contains(u"must have agreed"_s));
    consent->setText(u"form 12"_s);
    press(&form, "Save");
    window.settle();
    window.search(u"欧阳修远"_s);
    REQUIRE(window.select(u"欧阳修远"_s));
    ui::ProfileView& profile = profileOf(window);
    CHECK(wordsOn(&profile).contains(core::sealedMask()));
    CHECK(wordsOn(&profile).contains(u"form 12"_s));
    CHECK_FALSE(wordsOn(&profile).contains(idNumber));
    press(&profile, "Show");
    REQUIRE(QTest::qWaitFor([&] { return wordsOn(&profile).contains(idNumber); }));
    press(&profile, "Copy");
    CHECK(QGuiApplication::clipboard()->text() == idNumber);
    profile.maskAll();
    CHECK_FALSE(wordsOn(&profile).contains(idNumber));
    profile.reveal(u"id_number"_s, idNumber, 50ms);
    CHECK(wordsOn(&profile).contains(idNumber));
    CHECK(QTest::qWaitFor([&] { return !wordsOn(&profile).contains(idNumber); }));
    // In the form it is a mask that stays what it was.
    press(&window.main().clients().panel(), "Edit");
    window.settle();
    auto* edit = qobject_cast<QLineEdit*>(form.row(Field::IdNumber).editor());
    REQUIRE(edit != nullptr);
    CHECK(edit->text() == core::sealedMask());
    CHECK_FALSE(form.isDirty());
}

TEST_CASE("who has not the key sees a mask and no button")
{
    const Sample sample;
    {
        Window window(sample.access("admin"));
        savePerson(window);
    }
    Window window(sample.access("sales1"));
    showPerson(window);
    ui::ProfileView& profile = profileOf(window);
    CHECK(wordsOn(&profile).contains(core::sealedMask()));
    CHECK(buttonOf(&profile, u"Show"_s) == nullptr);
}

TEST_CASE("a consent is withdrawn in the profile, with a reason, and what it allowed is gone")
{
    const Sample sample;
    Window window(sample.access("admin"));
    savePerson(window);
    showPerson(window);
    ui::ProfileView& profile = profileOf(window);
    QSignalSpy said(&window.main().clients(), &ui::ClientsPage::said);
    QAbstractButton* button = buttonOf(&profile, u"Withdraw…"_s);
    REQUIRE(button != nullptr);
    CHECK(button->accessibleName() == u"Withdraw the consent: Proof of identity");
    button->click();
    auto* dialog = window.main().findChild<ui::WithdrawDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"欧阳修远 withdraws the consent: Proof of identity"_s));
    CHECK(wordsOn(dialog).contains(u"destroyed for good"_s));
    CHECK(wordsOn(dialog).contains(u"still have it"_s));
    QAbstractButton* withdraw = buttonOf(dialog, u"Withdraw and destroy"_s);
    REQUIRE(withdraw != nullptr);
    CHECK_FALSE(withdraw->isEnabled());
    auto* reason = dialog->findChild<QLineEdit*>();
    reason->setText(u"by phone"_s);
    QTest::keyClick(reason, Qt::Key_Return); // it has to be meant
    CHECK(dialog->isVisible());
    withdraw->click();
    window.settle();
    CHECK(window.main().findChild<ui::WithdrawDialog*>() == nullptr);
    REQUIRE(said.count() == 1);
    CHECK(said.front().front().toString().contains(u"the consent is withdrawn"));
    CHECK_FALSE(wordsOn(&profile).contains(core::sealedMask()));
    CHECK(wordsOn(&profile).contains(u"withdrawn "_s));
    CHECK(buttonOf(&profile, u"Withdraw…"_s) == nullptr);
}

TEST_CASE("a withdrawal that cannot be done says why in its dialog")
{
    const Sample sample;
    const Access access = sample.access("admin");
    Window window(access);
    savePerson(window);
    showPerson(window);
    press(&profileOf(window), "Withdraw…");
    auto* dialog = window.main().findChild<ui::WithdrawDialog*>();
    REQUIRE(dialog != nullptr);
    {
        // A colleague is quicker.
        auto office = core::Office::open(access);
        REQUIRE(office);
        auto found = (*office)->queries().search(u"欧阳修远"_s, 1);
        REQUIRE(found);
        REQUIRE((*office)->sealed().withdrawConsent(
            found->clients.front().row.client.id(), u"identity"_s, u"a letter"_s));
    }
    dialog->findChild<QLineEdit*>()->setText(u"by phone"_s);
    press(dialog, "Withdraw and destroy");
    window.settle();
    REQUIRE(dialog->isVisible());
    CHECK(wordsOn(dialog).contains(u"There is no consent for this that stands."_s));
}

TEST_CASE("who may only ask for changes is not offered to withdraw a consent")
{
    const Sample sample;
    {
        Window window(sample.access("admin"));
        savePerson(window);
    }
    Window window(sample.access("sales1"));
    showPerson(window);
    CHECK(wordsOn(&profileOf(window)).contains(u"form 12"_s));
    CHECK(buttonOf(&profileOf(window), u"Withdraw…"_s) == nullptr);
}
