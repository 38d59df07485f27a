#include "ui/WindowFixture.h"

#include "support/AnotherComputer.h"
#include "support/Quiet.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSettings>

#include <catch2/catch_test_macros.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <map>
#include <memory>

namespace tests {

namespace {

constexpr int longestWaitMs = 60'000; // beside other tests on a slow machine
constexpr int clients = 60;

/// Made once; its logins are kept, since each of them costs a password hash.
struct Master
{
    QTemporaryDir folder;
    std::map<QString, Access> people;

    Master()
    {
        core::SampleWanted wanted;
        wanted.folder = folder.filePath(QStringLiteral("Sample.dossier"));
        wanted.clients = clients;
        core::Progress quiet;
        auto made = core::makeSample(wanted, quiet);
        REQUIRE(made);
        people[QStringLiteral("admin")] = made->admin;
        for (const char* name : {"manager", "sales1", "service"}) {
            auto access = core::login({wanted.folder, QLatin1String(name), wanted.password, {}});
            REQUIRE(access);
            people[QLatin1String(name)] = *access;
        }
    }
};

std::unique_ptr<Master>& keptMaster()
{
    static std::unique_ptr<Master> made;
    return made;
}

const Master& master()
{
    if (!keptMaster()) {
        keptMaster() = std::make_unique<Master>();
    }
    return *keptMaster();
}

/// While the folder is still there in which its journals are locked: that goes with main().
class MasterGoes final : public Catch::EventListenerBase
{
public:
    using EventListenerBase::EventListenerBase;
    void testRunEnded(const Catch::TestRunStats& /*stats*/) override { keptMaster().reset(); }
};
CATCH_REGISTER_LISTENER(MasterGoes)

} // namespace

Sample::Sample()
{
    QSettings().remove(QStringLiteral("user")); // what the test before has put its list in order by
    const QDir from(master().folder.filePath(QStringLiteral("Sample.dossier")));
    for (const QString& name : from.entryList(QDir::Files)) {
        REQUIRE(QFile::copy(from.filePath(name), m_folder.filePath(name)));
    }
    // Nothing was noted of the office of the test before: what was typed there, how far its log had come.
    becomeAnotherComputer(path(QStringLiteral("data")));
}

Access Sample::access(const char* user) const
{
    auto copy = std::make_shared<core::OfficeAccess>(*master().people.at(QLatin1String(user)));
    copy->folder = m_folder.path();
    copy->session.policy
        = std::make_shared<core::PolicyInForce>(); // of this office, not of the last test's
    return copy;
}

Window::Window(Access access)
    : m_jobs(std::move(access))
    , m_window(std::make_unique<ui::MainWindow>(m_jobs))
{
    m_window->show();
    m_window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(m_window.get()));
    settle();
}

QTableView& Window::list()
{
    return *m_window->clients().findChild<QTableView*>(QStringLiteral("clients"));
}

void Window::settle()
{
    REQUIRE(waitForQuiet(&m_jobs, longestWaitMs));
}

void Window::search(const QString& text)
{
    m_window->clients().search(text);
    settle();
}

QStringList Window::names()
{
    QStringList names;
    const QAbstractItemModel* model = list().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        list().scrollTo(model->index(row, 0));
        names.append(model->index(row, 0).data().toString());
    }
    return names;
}

bool Window::select(const QString& name)
{
    const QStringList all = names();
    const auto row = int(all.indexOf(name));
    if (row < 0) {
        return false;
    }
    list().selectRow(row);
    settle();
    return true;
}

std::vector<core::Client>
addAlike(const Access& access, core::Field field, const QString& value, int records)
{
    auto office = core::Office::open(access);
    REQUIRE(office);
    std::vector<core::Client> added;
    for (int i = 1; i <= records; ++i) {
        core::ClientValues values;
        values.set(core::Field::Type, QStringLiteral("company"));
        values.set(core::Field::Name, QStringLiteral("苏州云杉精密贸易有限公司"));
        values.set(core::Field::Phone, QStringLiteral("0512-38180001"));
        values.set(core::Field::Street, QStringLiteral("干将路%1号").arg(i));
        values.set(field, value.arg(i));
        core::AddOptions options;
        options.force = true;
        auto one = (*office)->clients().add(values, options);
        REQUIRE(one);
        added.push_back(*one->client);
    }
    return added;
}

core::Client stored(Window& window, const core::ClientId& id)
{
    core::Client read;
    window.jobs().run<core::Client>(
        ui::Lane::Read,
        &window.main(),
        [id](core::Office& office, core::Progress&) { return office.clients().show(id); },
        [&read](core::Result<core::Client> client) {
            REQUIRE(client);
            read = *client;
        });
    window.settle();
    return read;
}

void changeElsewhere(Window& window,
                     const core::ClientId& id,
                     core::Field field,
                     const QString& text)
{
    window.jobs().run<core::UpdateOutcome>(
        ui::Lane::Write,
        &window.main(),
        [=](core::Office& office, core::Progress&) {
            return office.changes().update(id, {{field, text, {}}});
        },
        [](core::Result<core::UpdateOutcome> outcome) {
            REQUIRE(outcome);
            REQUIRE_FALSE(outcome->refusal);
        });
    window.settle();
}

QAbstractButton* buttonOf(QWidget* widget, const QString& text)
{
    for (QAbstractButton* button : widget->findChildren<QAbstractButton*>()) {
        QString words = button->text();
        words.remove(u'&');
        if (button->isVisible() && words == text) {
            return button;
        }
    }
    return nullptr;
}

void press(QWidget* widget, const char* text)
{
    INFO(text);
    QAbstractButton* button = buttonOf(widget, QString::fromUtf8(text));
    REQUIRE(button != nullptr);
    REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

QString wordsOn(QWidget* widget)
{
    QStringList words;
    for (const QLabel* label : widget->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            words.append(label->text());
        }
    }
    for (const QAbstractButton* button : widget->findChildren<QAbstractButton*>()) {
        if (button->isVisible()) {
            words.append(button->text());
        }
    }
    return words.join(u'\n');
}

} // namespace tests
