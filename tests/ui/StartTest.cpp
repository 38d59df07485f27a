#include "ui/WindowFixture.h"
#include "ui/start/RecentOffices.h"
#include "ui/start/StartPage.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

/// An office in a folder, and the page that people come in by.
struct Entrance
{
    QTemporaryDir folder;
    QString place = path("Acme.dossier");
    ui::StartPage page;
    std::shared_ptr<const core::OfficeAccess> in;
    const QString password = QStringLiteral("granite walrus umbrella");

    Entrance()
    {
        for (const ui::RecentOffice& office : ui::recentOffices()) {
            ui::forgetOffice(office.folder);
        }
        core::NewOffice wanted;
        wanted.folder = place;
        wanted.name = QStringLiteral("Acme");
        wanted.adminName = QStringLiteral("li");
        wanted.adminPassword = password;
        wanted.kdfMemoryMib = 64;
        REQUIRE(core::createOffice(wanted));
        QObject::connect(&page,
                         &ui::StartPage::opened,
                         [this](std::shared_ptr<const core::OfficeAccess> access) { in = access; });
        page.show();
    }

    QString path(const char* name) const
    {
        return QDir(QDir(folder.path()).canonicalPath()).filePath(QString::fromUtf8(name));
    }

    void logIn()
    {
        for (QLineEdit* edit : page.findChildren<QLineEdit*>()) {
            if (edit->isVisible() && edit->echoMode() == QLineEdit::Password) {
                edit->setText(password);
            }
        }
        in.reset();
        press(&page, "Log in");
        REQUIRE(QTest::qWaitFor([this] { return in != nullptr; }, 30'000));
    }

    bool says(const char* words)
    {
        return QTest::qWaitFor([&] { return wordsOn(&page).contains(QString::fromUtf8(words)); },
                               10'000);
    }

    QStringList listed()
    {
        QStringList texts;
        const auto* list = page.findChild<QListWidget*>();
        for (int row = 0; row < list->count(); ++row) {
            texts.append(list->item(row)->text());
        }
        return texts;
    }
};

} // namespace

TEST_CASE("an office that was moved is known in its new place, and stands in the list once")
{
    Entrance entrance;
    entrance.page.showLogin({entrance.place, QStringLiteral("Acme"), QStringLiteral("li")});
    entrance.logIn();
    entrance.in.reset();
    const QString moved = entrance.path("客户 2026");
    REQUIRE(QDir().rename(entrance.place, moved));

    entrance.page.showOffices();
    REQUIRE(QTest::qWaitFor(
        [&] { return entrance.listed().join(u' ').contains(QStringLiteral("not there now")); },
        10'000));
    press(&entrance.page, "Open");
    CHECK(entrance.says("The office is not in this folder now"));

    entrance.page.openFolder(moved);
    REQUIRE(QTest::qWaitFor(
        [&] { return wordsOn(&entrance.page).contains(QStringLiteral("客户 2026")); }, 10'000));
    CHECK(wordsOn(&entrance.page).contains(QStringLiteral("Acme"))); // not the folder's name alone
    entrance.logIn(); // the person's name came along
    CHECK(entrance.in->session.name == QStringLiteral("li"));
    REQUIRE(QTest::qWaitFor([] { return ui::recentOffices().size() == 1; }, 10'000));
    CHECK(ui::recentOffices().front().folder == moved);
}

TEST_CASE("a copy of an office stands beside it in the list, until it is taken off")
{
    Entrance entrance;
    const QString copy = entrance.path("Copy.dossier");
    REQUIRE(QDir().mkpath(copy));
    for (const QString& name : QDir(entrance.place).entryList(QDir::Files)) {
        REQUIRE(QFile::copy(entrance.place + u'/' + name, copy + u'/' + name));
    }
    for (const QString& place : {entrance.place, copy}) {
        entrance.page.showLogin({place, QStringLiteral("Acme"), QStringLiteral("li")});
        entrance.logIn();
    }
    CHECK(ui::recentOffices().size() == 2);
    entrance.page.showOffices();
    auto* list = entrance.page.findChild<QListWidget*>();
    REQUIRE(list->count() == 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    CHECK(list->count() == 1);
    CHECK(ui::recentOffices().front().folder == entrance.place);
    CHECK(QFile::exists(core::databasePath(copy)));
}

TEST_CASE("a folder that a sync program keeps is refused where it is chosen, before a password")
{
    Entrance entrance;
    entrance.page.showCreate();
    const auto edits = [&entrance] {
        QList<QLineEdit*> visible = entrance.page.findChildren<QLineEdit*>();
        visible.removeIf([](const QLineEdit* edit) { return !edit->isVisible(); });
        return visible;
    };
    REQUIRE(edits().size() == 2);
    edits().at(0)->setText(QStringLiteral("Beta"));
    edits().at(1)->setText(entrance.path("OneDrive - Acme/Beta.dossier"));
    press(&entrance.page, "Next");
    CHECK(entrance.says("OneDrive"));
    REQUIRE(edits().size() == 2); // still there, to choose another
    CHECK_FALSE(QDir(entrance.path("OneDrive - Acme")).exists());

    edits().at(1)->setText(entrance.path("Beta.dossier"));
    press(&entrance.page, "Next");
    CHECK(entrance.says("Who you are"));
}

TEST_CASE("a folder that was chosen for a new office stays when its name is typed afterwards")
{
    Entrance entrance;
    entrance.page.showCreate();
    QList<QLineEdit*> edits = entrance.page.findChildren<QLineEdit*>();
    edits.removeIf([](const QLineEdit* edit) { return !edit->isVisible(); });
    REQUIRE(edits.size() == 2);
    press(&entrance.page, "Choose…");
    auto* dialog = entrance.page.findChild<QFileDialog*>();
    REQUIRE(dialog != nullptr);
    Q_EMIT dialog->fileSelected(entrance.folder.path());
    dialog->close();
    QTest::keyClicks(edits.at(0), QStringLiteral("Beta"));
    const auto native = [&](const char* name) {
        return QDir::toNativeSeparators(entrance.folder.path() + u'/' + QLatin1String(name));
    };
    CHECK(edits.at(1)->text() == native("Beta.dossier"));
    edits.at(0)->setText(QStringLiteral("Gamma"));
    CHECK(edits.at(1)->text() == native("Gamma.dossier"));
}
