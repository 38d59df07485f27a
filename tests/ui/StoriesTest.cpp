// A day in the office, by the keyboard alone: one story per kind of user, on the real main window. Nothing is pressed with a
// pointer, and no widget is asked to do what a key did not tell it; widgets are looked at only to see what came of it.
#include "support/AnotherComputer.h"

#include "core/standardize/Pinyin.h"
#include "ui/WindowFixture.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/shell/IdleWatch.h"
#include "ui/shell/WindowLock.h"
#include "ui/start/StartPage.h"
#include "ui/widgets/FieldRow.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostTabs = 60;
constexpr int pressedMs = 120; // for so long a button that is pressed by its key is seen to be
constexpr int longestStoryMs = 20'000;

/// Where the next key goes.
QWidget* keyboard()
{
    if (QWidget* focused = QApplication::focusWidget()) {
        return focused;
    }
    QWidget* window = QApplication::activeWindow();
    REQUIRE(window != nullptr);
    return window;
}

void keys(const char* sequence)
{
    INFO(sequence);
    QTest::keySequence(keyboard(), QKeySequence(QLatin1String(sequence)));
    QTest::qWait(pressedMs);
}

/// As an input method hands it over; Chinese is not typed letter by letter.
void type(const QString& text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(keyboard(), &event);
}

QString nameOfFocus()
{
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(keyboard());
    return known == nullptr ? QString() : known->text(QAccessible::Name);
}

/// What a window manager does when a window has gone; offscreen there is none.
void backTo(QWidget& window)
{
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
}

/// Tab until the field or button of this name has the keyboard.
void tabTo(const QString& name)
{
    INFO(name.toStdString());
    QStringList passed;
    for (int i = 0; i < mostTabs; ++i) {
        if (nameOfFocus().startsWith(name)) {
            return;
        }
        passed.append(nameOfFocus());
        QTest::keyClick(keyboard(), Qt::Key_Tab);
    }
    FAIL("never reached; passed " << passed.join(u" | "_s).toStdString());
}

/// A dialog of this kind that has come up and has the keyboard.
template <typename T>
T* waitFor(QWidget& window)
{
    T* dialog = nullptr;
    REQUIRE(QTest::qWaitFor(
        [&] {
            dialog = window.findChild<T*>();
            return dialog != nullptr && dialog->isVisible()
                && QApplication::activeWindow() == dialog;
        },
        longestStoryMs));
    return dialog;
}

/// The system's dialog for files, here Qt's own: a path and Return.
void giveFile(QWidget& parent, const QString& path)
{
    waitFor<QFileDialog>(parent);
    keys("Ctrl+A");
    type(path);
    keys("Return");
}

QStringList chinese(Window& window)
{
    QStringList names = window.names();
    names.removeIf(
        [](const QString& name) { return name.size() < 6 || name.at(0).unicode() < 0x4e00; });
    REQUIRE(names.size() >= 3);
    return names;
}

/// Finds one client by what is typed into the search, and goes to it.
void find(Window& window, const QString& text)
{
    keys("Ctrl+F");
    keys("Ctrl+A");
    type(text);
    window.settle();
    keys("Return");
    window.settle();
}

} // namespace

TEST_CASE("story: the spreadsheet comes in")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int before = window.list().model()->rowCount();
    const QString path = sample.path(u"clients.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("客户名称,联系人,电话,地址\n"
               "衡水青禾农具有限公司,解芳,0318-2153344,河北省衡水市桃城区红旗大街1号\n"
               "Quillfeather Ltd,Ann Poe,+44 20 7946 0123,London\n");
    file.close();

    keys("Ctrl+I");
    auto* wizard = waitFor<ui::ImportWizard>(window.main());
    keys("Alt+F");
    giveFile(*wizard, path);
    backTo(*wizard);
    window.settle();
    keys("Alt+N");
    window.settle();
    keys("Alt+I");
    window.settle();
    CHECK(window.list().model()->rowCount() == before + 2);
    CHECK(wordsOn(wizard).contains(u"Undo import"_s));
    keys("Escape");
    backTo(window.main());
    window.settle();
    find(window, u"quillf"_s);
    CHECK(window.names() == QStringList{u"Quillfeather Ltd"_s});
}

TEST_CASE("story: a client is found by pinyin and its phone corrected")
{
    const Sample sample;
    Window window(sample.access("manager"));
    const QString name = chinese(window).constFirst();
    find(window, core::companyReading(name).full.left(14));
    REQUIRE(window.names().contains(name));
    keys("F2");
    window.settle();
    tabTo(u"Phone"_s);
    keys("Ctrl+A");
    type(u"138 0013 8000"_s);
    keys("Ctrl+Return");
    window.settle();
    find(window, u"13800138000"_s);
    CHECK(window.names().contains(name));
}

TEST_CASE("story: three records are one client, and then they are not")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int before = window.list().model()->rowCount();
    find(window, QString());
    keys("Home");
    keys("Shift+Down");
    keys("Shift+Down");
    window.settle();
    keys("Alt+M");
    waitFor<ui::MergeDialog>(window.main());
    window.settle();
    keys("Alt+M");
    backTo(window.main());
    window.settle();
    CHECK(window.list().model()->rowCount() == before - 2);
    keys("Ctrl+U");
    window.settle();
    CHECK(window.list().model()->rowCount() == before);
}

TEST_CASE("story: another name is asked for, and approved")
{
    const Sample sample;
    const QString wanted = u"苏州云杉新材料有限公司"_s;
    {
        Window sales(sample.access("sales1"));
        const QString name = chinese(sales).constFirst();
        find(sales, name);
        keys("F2");
        sales.settle();
        tabTo(u"Name"_s);
        keys("Ctrl+A");
        type(wanted);
        sales.settle();
        tabTo(u"Reason"_s);
        type(u"renamed by its owner"_s);
        keys("Ctrl+Return");
        sales.settle();
        find(sales, wanted);
        CHECK_FALSE(sales.names().contains(wanted));
    }
    Window office(sample.access("admin"));
    keys("Ctrl+3");
    office.settle();
    for (int i = 0; i < mostTabs && !wordsOn(&office.main()).contains(wanted); ++i) {
        keys("J");
        office.settle();
    }
    REQUIRE(wordsOn(&office.main()).contains(u"renamed by its owner"_s));
    keys("A");
    office.settle();
    find(office, wanted);
    CHECK(office.names().contains(wanted));
}

TEST_CASE("story: a file for Excel")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString path = sample.path(u"out.csv"_s);
    keys("Ctrl+E");
    auto* dialog = waitFor<ui::ExportDialog>(window.main());
    window.settle();
    tabTo(u"Reason"_s);
    type(u"New Year cards"_s);
    keys("Alt+E");
    giveFile(*dialog, path);
    window.settle();
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.startsWith("\xEF\xBB\xBF")); // Excel takes it for UTF-8
    CHECK(bytes.count('\n') > window.list().model()->rowCount());
}

TEST_CASE("story: back from lunch")
{
    const Sample sample;
    becomeAnotherComputer(sample.path(u"data"_s));
    const QString password = core::SampleWanted{}.password;
    auto access = core::login({sample.path({}), u"manager"_s, password, {}});
    REQUIRE(access);
    Window window(*access);
    keys("Ctrl+N");
    window.settle();
    tabTo(u"Name"_s);
    type(u"Half Typed Ltd"_s);

    ui::WindowLock lock(window.jobs(), window.main());
    ui::StartPage page;
    QObject::connect(&lock, &ui::WindowLock::locked, &page, [&] {
        page.show();
        page.activateWindow();
        page.showUnlock({sample.path({}), u"Sample"_s, u"manager"_s});
    });
    std::shared_ptr<const core::OfficeAccess> again;
    QObject::connect(
        &page,
        &ui::StartPage::opened,
        &page,
        [&](const std::shared_ptr<const core::OfficeAccess>& opened) { again = opened; });
    ui::IdleWatch watch;
    QObject::connect(&watch, &ui::IdleWatch::idle, &lock, &ui::WindowLock::lock);
    watch.start(200ms);
    REQUIRE(
        QTest::qWaitFor([&] { return lock.isLocked() && page.isActiveWindow(); }, longestStoryMs));
    CHECK_FALSE(window.main().isVisible());
    REQUIRE(QTest::qWaitFor([&] { return window.jobs().isAsleep(); }, longestStoryMs));
    type(password);
    keys("Return");
    REQUIRE(QTest::qWaitFor([&] { return again != nullptr; }, longestStoryMs));
    REQUIRE(lock.unlock(again));
    window.settle();
    REQUIRE(window.main().isVisible());
    CHECK(window.main().clients().form().isDirty());
    CHECK(qobject_cast<QLineEdit*>(window.main().clients().form().row(core::Field::Name).editor())
              ->text()
          == u"Half Typed Ltd"_s);
}
