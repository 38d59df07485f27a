#include "ui/WindowFixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::Field;

TEST_CASE("over an older database the window says so, shows the records, and stores nothing of "
          "what is typed")
{
    const Sample sample;
    auto access = std::make_shared<core::OfficeAccess>(*sample.access("admin"));
    access->readOnlyReason = QStringLiteral("This is an older copy.");
    access->placeWarning = QStringLiteral("This drive was not tried.");
    Window window(access);
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("This is an older copy.")));
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("This drive was not tried.")));
    const int before = window.list().model()->rowCount();
    CHECK(before >= 60);
    const QString name = window.names().value(2);
    REQUIRE(window.select(name));
    CHECK(wordsOn(&window.main().clients().panel()).contains(name));

    press(&window.main(), "New client");
    ui::ClientForm& form = window.main().clients().form();
    REQUIRE(form.isVisible());
    form.type(Field::Name, QStringLiteral("衡水青禾农具有限公司"));
    window.settle();
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    window.settle();
    CHECK(form.isVisible());
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("open for reading only")));
    CHECK(window.list().model()->rowCount() == before);
}
