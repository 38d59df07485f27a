// What a page shows when it has nothing to show.
#include "ui/widgets/StateView.h"

#include "ui/WindowFixture.h"

#include <QProgressBar>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

TEST_CASE("an error offers another try where it can end differently, and says why in any case")
{
    ui::StateView view;
    int tries = 0;
    const auto showError = [&](core::ErrorCode code) {
        view.showError(
            u"The list could not be read"_s, {code, u"Because."_s, {}}, [&tries] { ++tries; });
    };
    showError(core::ErrorCode::Busy);
    CHECK(wordsOn(&view).contains(u"Because."_s));
    press(&view, "Try again");
    CHECK(tries == 1);
    showError(core::ErrorCode::Denied);
    CHECK(wordsOn(&view).contains(u"Because."_s));
    CHECK(buttonOf(&view, u"Try again"_s) == nullptr);
}

TEST_CASE("what is shown next has nothing of what was shown before")
{
    ui::StateView view;
    view.showError(u"No"_s, {core::ErrorCode::Io, u"Gone."_s, {}}, [] {});
    view.show("empty", u"Nothing here"_s, {});
    CHECK(buttonOf(&view, u"Try again"_s) == nullptr);
    CHECK_FALSE(wordsOn(&view).contains(u"Gone."_s));
}

TEST_CASE("loading moves only where it takes longer than a glance")
{
    ui::StateView view;
    const auto* bar = view.findChild<QProgressBar*>();
    view.showLoading("clock", u"Reading…"_s);
    CHECK_FALSE(bar->isVisible());
    REQUIRE(QTest::qWaitFor([bar] { return bar->isVisible(); }, 5000));
    view.show("empty", u"Nothing here"_s, {});
    CHECK_FALSE(bar->isVisible());
    view.showLoading("clock", u"Reading…"_s);
    view.show("empty", u"Nothing here"_s, {}); // read before anybody saw it
    QTest::qWait(600);
    CHECK_FALSE(bar->isVisible());
}
