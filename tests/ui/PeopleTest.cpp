#include "ui/WindowFixture.h"
#include "ui/people/HandoverDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/PersonDialog.h"
#include "ui/start/RecoverySheet.h"
#include "ui/start/StartPage.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tests;

namespace {

const QString good = QStringLiteral("granite walrus umbrella");

/// Into the lines from above to below.
void fillIn(QWidget* dialog, const QStringList& texts)
{
    QList<QLineEdit*> edits = dialog->findChildren<QLineEdit*>();
    edits.removeIf([](const QLineEdit* edit) {
        return !edit->isVisible() || qobject_cast<QComboBox*>(edit->parentWidget()) != nullptr;
    });
    std::sort(edits.begin(), edits.end(), [dialog](const QLineEdit* a, const QLineEdit* b) {
        return a->mapTo(dialog, QPoint()).y() < b->mapTo(dialog, QPoint()).y();
    });
    REQUIRE(edits.size() == texts.size());
    for (qsizetype i = 0; i < edits.size(); ++i) {
        edits.at(i)->setText(texts.at(i));
    }
}

bool canLogIn(const Sample& sample, const QString& user, const QString& password)
{
    return core::login({sample.path({}), user, password, {}}).hasValue();
}

} // namespace

TEST_CASE("a data administrator adds a colleague, who logs in, and takes the access away")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::People);
    window.settle();
    auto* table = window.main().findChild<QTableWidget*>(QStringLiteral("people"));
    REQUIRE(table != nullptr);
    const int before = table->rowCount();
    press(&window.main(), "Add a person…");
    window.settle();
    auto* dialog = window.main().findChild<ui::PersonDialog*>();
    REQUIRE(dialog != nullptr);
    fillIn(dialog, {QStringLiteral("zhou"), QStringLiteral("secret"), QStringLiteral("secret")});
    CHECK_FALSE(buttonOf(dialog, QStringLiteral("Add"))->isEnabled());
    CHECK(wordsOn(dialog).contains(QStringLiteral("would be guessed soon")));
    fillIn(dialog, {QStringLiteral("zhou"), good, good});
    press(dialog, "Add");
    window.settle();
    REQUIRE(table->rowCount() == before + 1);
    CHECK(canLogIn(sample, QStringLiteral("zhou"), good));

    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == QStringLiteral("zhou")) {
            table->selectRow(row);
        }
    }
    press(&window.main(), "Take access away…");
    press(&window.main(), "Take access away");
    window.settle();
    CHECK_FALSE(canLogIn(sample, QStringLiteral("zhou"), good));
}

TEST_CASE("the clients of a colleague are handed over after the dialog said how many there are")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::People);
    window.settle();
    auto* table = window.main().findChild<QTableWidget*>(QStringLiteral("people"));
    REQUIRE(table != nullptr);
    const auto countOf = [&](const QString& name) {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        auto count = (*office)->massChanges().countOf({name, {}, {}, {}, {}});
        REQUIRE(count);
        return *count;
    };
    const QString from = QStringLiteral("sales1");
    const std::int64_t theirs = countOf(from);
    const std::int64_t before = countOf(QStringLiteral("sales2"));
    REQUIRE(theirs > 0);
    const auto choose = [&] {
        for (int row = 0; row < table->rowCount(); ++row) {
            if (table->item(row, 0)->text() == from) {
                table->selectRow(row);
            }
        }
        press(&window.main(), "Hand over clients…");
        window.settle();
        auto* dialog = window.main().findChild<ui::HandoverDialog*>();
        REQUIRE(dialog != nullptr);
        return dialog;
    };
    auto* dialog = choose();
    CHECK(wordsOn(dialog).contains(QString::number(theirs)));
    auto* to = dialog->findChild<QComboBox*>();
    CHECK(to->findText(from) < 0);
    CHECK(to->findText(QStringLiteral("auditor")) < 0);
    to->setCurrentText(QStringLiteral("sales2"));
    press(dialog, "Hand over");
    CHECK(dialog->findChild<QProgressBar*>()->isVisible());
    CHECK(buttonOf(dialog, QStringLiteral("Stop"))->isEnabled());
    REQUIRE_FALSE(window.jobs().running().empty()); // and whoever closes the window is asked
    window.settle();
    CHECK(countOf(from) == 0);
    CHECK(countOf(QStringLiteral("sales2")) == before + theirs);

    dialog = choose();
    CHECK_FALSE(buttonOf(dialog, QStringLiteral("Hand over"))->isEnabled());
}

TEST_CASE("only data administrators have a page of people")
{
    const Sample sample;
    Window window(sample.access("manager"));
    CHECK(window.main().findChild<QTableWidget*>(QStringLiteral("people")) == nullptr);
}

TEST_CASE("one's own password changes only for whoever knows the present one")
{
    const Sample sample;
    Window window(sample.access("sales1"));
    const auto change = [&](const QString& present) {
        auto* dialog
            = new ui::PasswordDialog(window.jobs(), QStringLiteral("sales1"), &window.main());
        dialog->open();
        window.settle();
        fillIn(dialog, {present, good, good});
        QSignalSpy changed(dialog, &ui::PasswordDialog::changed);
        press(dialog, "Change the password");
        window.settle();
        const bool done = changed.count() == 1;
        delete dialog;
        return done;
    };
    CHECK_FALSE(change(QStringLiteral("not this one")));
    CHECK_FALSE(canLogIn(sample, QStringLiteral("sales1"), good));
    CHECK(change(core::SampleWanted().password));
    CHECK(canLogIn(sample, QStringLiteral("sales1"), good));
}

TEST_CASE(
    "the recovery code is typed back before the office opens, and its sheet is for one's own eyes")
{
    const Sample sample;
    ui::RecoverySheet sheet;
    sheet.QWidget::show();
    sheet.show(sample.access("admin"), QStringLiteral("0CJ4 NDXN 9029 NX\nNHKD QV06 M4MJ BN\n"));
    QSignalSpy confirmed(&sheet, &ui::RecoverySheet::confirmed);
    auto* answer = sheet.findChild<QLineEdit*>();
    REQUIRE(answer != nullptr);
    const auto mayGoOn = [&sheet] {
        return buttonOf(&sheet, QStringLiteral("Open the office"))->isEnabled();
    };
    CHECK_FALSE(mayGoOn());
    answer->setText(QStringLiteral("0000 0000"));
    CHECK_FALSE(mayGoOn());

    const QString file = sample.path(QStringLiteral("code.txt"));
    sheet.saveTo(file);
    REQUIRE(QTest::qWaitFor([&] { return wordsOn(&sheet).contains(QStringLiteral("✓ Saved")); }));
    QFile saved(file);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(saved.readAll()).contains(QStringLiteral("2   NHKD QV06 M4MJ BN")));
#ifndef Q_OS_WIN // there a new file has the rights of its folder
    CHECK_FALSE(QFileInfo(file).permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
#endif

    answer->setText(sheet.expectedGroups().toLower().remove(u' '));
    CHECK(mayGoOn());
    press(&sheet, "Open the office");
    CHECK(confirmed.count() == 1);
    CHECK_FALSE(wordsOn(&sheet).contains(QStringLiteral("NHKD"))); // shown once
}

TEST_CASE(
    "whoever lost the password comes in with the recovery sheet, whatever lines it was typed in")
{
    const QTemporaryDir folder;
    core::NewOffice wanted;
    wanted.folder = folder.filePath(QStringLiteral("Acme.dossier"));
    wanted.name = QStringLiteral("Acme");
    wanted.adminName = QStringLiteral("li");
    wanted.adminPassword = QStringLiteral("forgotten long ago");
    wanted.kdfMemoryMib = 64;
    const auto office = core::createOffice(wanted);
    REQUIRE(office);

    ui::StartPage page;
    std::shared_ptr<const core::OfficeAccess> in;
    QObject::connect(&page,
                     &ui::StartPage::opened,
                     [&in](std::shared_ptr<const core::OfficeAccess> access) { in = access; });
    page.show();
    page.showLogin({wanted.folder, wanted.name, wanted.adminName});
    press(&page, "Passwords lost? Use the recovery code…");
    auto* code = page.findChild<QPlainTextEdit*>();
    REQUIRE(code->isVisible());
    fillIn(&page, {QStringLiteral("li"), good, good});
    CHECK_FALSE(buttonOf(&page, QStringLiteral("Open the office"))->isEnabled()); // no code yet
    const auto answered = [&] {
        return in != nullptr
            || wordsOn(&page).contains(QStringLiteral("recovery code is not right"));
    };

    QString slip = office->recoveryCode;
    slip[0] = slip[0] == u'7' ? u'8' : u'7';
    code->setPlainText(slip);
    press(&page, "Open the office");
    REQUIRE(QTest::qWaitFor(answered, 30'000));
    CHECK(wordsOn(&page).contains(QStringLiteral("Line 1 of the recovery code is not right")));
    CHECK(in == nullptr);

    code->setPlainText(office->recoveryCode.toLower().replace(u'\n', u' '));
    press(&page, "Open the office");
    REQUIRE(QTest::qWaitFor([&in] { return in != nullptr; }, 30'000));
    CHECK(in->session.name == QStringLiteral("li"));
    CHECK(in->session.role == core::Role::DataAdmin);
    CHECK(core::login({wanted.folder, QStringLiteral("li"), good, {}}));
}

TEST_CASE(
    "a role that is being chosen and a department that is being typed outlast a colleague's save")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::People);
    window.settle();
    ui::Page& page = window.main().page(ui::MainWindow::People);
    auto* table = page.findChild<QTableWidget*>(QStringLiteral("people"));
    const auto choose = [&](const QString& name) {
        for (int row = 0; row < table->rowCount(); ++row) {
            if (table->item(row, 0)->text() == name) {
                table->selectRow(row);
            }
        }
    };
    choose(QStringLiteral("sales1"));
    QComboBox* role = nullptr;
    QComboBox* department = nullptr;
    for (QComboBox* box : page.findChildren<QComboBox*>()) {
        (box->isEditable() ? department : role) = box;
    }
    REQUIRE(role != nullptr);
    REQUIRE(department != nullptr);
    role->setCurrentIndex(role->findData(int(core::Role::Manager)));
    department->setEditText(QStringLiteral("New Depart"));
    department->lineEdit()->setCursorPosition(3);
    page.refresh(); // somebody has saved
    window.settle();
    CHECK(role->currentData().toInt() == int(core::Role::Manager));
    CHECK(department->currentText() == QStringLiteral("New Depart"));
    CHECK(department->lineEdit()->cursorPosition() == 3);
    CHECK(buttonOf(&page, QStringLiteral("Give this role"))->isEnabled());
    CHECK(buttonOf(&page, QStringLiteral("Put in this department"))->isEnabled());
    press(&page, "Give this role");
    window.settle();
    CHECK_FALSE(buttonOf(&page, QStringLiteral("Give this role"))->isEnabled());
    CHECK(department->currentText() == QStringLiteral("New Depart"));
    choose(QStringLiteral("sales2"));
    CHECK(role->currentData().toInt() == int(core::Role::Sales));
    CHECK(department->currentText() != QStringLiteral("New Depart"));
}
