// Imports that broke off, in the window: a hint for who began them, a line each in the import, the two ways on.
#include "tests/support/BrokenImport.h"

#include "ui/WindowFixture.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/widgets/Prompt.h"

#include <QFile>
#include <QFileDialog>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

constexpr int wanted = 900;

struct BrokenDesk
{
    Sample sample;
    QString path = sample.path(QStringLiteral("clients.csv"));
    core::BatchPk batch;

    explicit BrokenDesk(const QDateTime& savedAt
                        = QDateTime(QDate(2026, 5, 3), QTime(6, 5), QTimeZone::utc()))
    {
        REQUIRE(writeCompanies(path, wanted));
        // Read in another way than the file itself proposes: going on must find that out.
        core::ImportOptions options;
        options.source.path = path;
        options.source.map = {{QStringLiteral("联系电话"), QStringLiteral("custom:电话")}};
        options.duplicates = core::DuplicateMode::Skip;
        batch = breakImport(*sample.access("admin"), options, savedAt);
        REQUIRE(batch.isValid());
    }

    static ui::ImportWizard* open(Window& window)
    {
        window.main().openImport();
        auto* wizard = window.main().findChild<ui::ImportWizard*>();
        REQUIRE(wizard != nullptr);
        window.settle();
        return wizard;
    }

    [[nodiscard]] qint64 companies() const
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        auto count = (*office)
                         ->context()
                         .reader
                         .statement("SELECT count(*) FROM clients WHERE name LIKE '北岭%' AND "
                                    "status = 'active'")
                         .one([](const core::Statement& row) { return row.int64(0); });
        REQUIRE(count);
        return count->value_or(-1);
    }
};

bool saysHint(Window& window)
{
    return wordsOn(&window.main()).contains(QStringLiteral("The import of clients.csv"));
}

} // namespace

TEST_CASE_METHOD(BrokenDesk,
                 "who began an import that broke off is told after the login; a colleague finds it "
                 "in the import only")
{
    Window own(sample.access("admin"));
    CHECK(saysHint(own));
    press(&own.main(), "Go on or take back…");
    own.settle();
    auto* wizard = own.main().findChild<ui::ImportWizard*>();
    REQUIRE(wizard != nullptr);
    CHECK(wordsOn(wizard).contains(QStringLiteral("clients.csv")));
    CHECK(
        buttonOf(wizard, QStringLiteral("Choose a file…"))->hasFocus()); // Return begins a new one
    wizard->close();

    Window colleague(sample.access("manager"));
    CHECK_FALSE(saysHint(colleague));
    CHECK(wordsOn(open(colleague)).contains(QStringLiteral("The import of clients.csv by admin")));
}

TEST_CASE_METHOD(BrokenDesk, "the same file, chosen again, brings the rest in once")
{
    const qint64 before = companies();
    CHECK(before > 0);
    CHECK(before < wanted);
    Window window(sample.access("admin"));
    ui::ImportWizard* wizard = open(window);
    press(wizard, "Go on…");
    auto* dialog = wizard->findChild<QFileDialog*>();
    REQUIRE(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    window.settle();
    CHECK(wordsOn(wizard).contains(QStringLiteral("Imported")));
    CHECK(companies() == wanted);
    CHECK_FALSE(saysHint(window));
}

TEST_CASE_METHOD(BrokenDesk, "another file is refused with words, and the import stays in the list")
{
    const qint64 before = companies();
    QFile file(path);
    REQUIRE(file.open(QIODevice::Append));
    file.write("other,1\n");
    file.close();
    Window window(sample.access("admin"));
    ui::ImportWizard* wizard = open(window);
    wizard->resume(batch, path);
    window.settle();
    CHECK(wordsOn(wizard).contains(QStringLiteral("made from another file")));
    CHECK(buttonOf(wizard, QStringLiteral("Go on…")) != nullptr);
    CHECK(companies() == before);
}

TEST_CASE_METHOD(BrokenDesk, "an import that broke off is taken back after a question")
{
    Window window(sample.access("admin"));
    ui::ImportWizard* wizard = open(window);
    press(wizard, "Take back");
    auto* question = wizard->findChild<ui::PromptDialog*>();
    REQUIRE(question != nullptr);
    press(question, "Take back");
    window.settle();
    CHECK(companies() == 0);
    CHECK(buttonOf(wizard, QStringLiteral("Take back")) == nullptr);
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("The import was taken back.")));
    wizard->close();
    window.settle();
    CHECK_FALSE(saysHint(window));
}

TEST_CASE("an import that saved something moments ago is no broken one yet")
{
    const BrokenDesk desk{QDateTime()};
    Window window(desk.sample.access("admin"));
    CHECK_FALSE(saysHint(window));
    ui::ImportWizard* wizard = BrokenDesk::open(window);
    CHECK(wordsOn(wizard).contains(QStringLiteral("may still be running")));
    auto* resume = buttonOf(wizard, QStringLiteral("Go on…"));
    REQUIRE(resume != nullptr);
    CHECK_FALSE(resume->isEnabled());
    // Also where somebody else's clock, or a second window, lets it be tried.
    wizard->resume(desk.batch, desk.path);
    window.settle();
    CHECK(wordsOn(wizard).contains(QStringLiteral("less than two minutes ago")));
}
