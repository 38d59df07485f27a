// The window while a big file comes in: how long its event loop ever stood still, how soon a search answers and a list
// that is scrolled has its rows, how long a save of somebody else waits, and how long the import takes; then the undo.
// The real main window over a real office, offscreen. Wall time, since waiting is what people feel.
//
//   bench_window [rows]        default 20000
#include "support/BenchOffice.h"
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"

#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/Office.h"
#include "ui/clients/ClientListModel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

using namespace tests;

namespace {

constexpr int tickMs = 5;
constexpr int askEveryMs = 400;

struct Times
{
    std::vector<double> ms;
    void show(const char* what)
    {
        if (ms.empty()) {
            std::printf("%-36s never\n", what);
            return;
        }
        std::sort(ms.begin(), ms.end());
        std::printf("%-36s median %8.1f ms   worst %8.1f ms   (%zu)\n",
                    what,
                    ms[ms.size() / 2],
                    ms.back(),
                    ms.size());
    }
};

/// Asks and scrolls as a person would, as long as something long is going on, and notes how long each answer takes.
class Person : public QObject
{
public:
    Person(ui::OfficeJobs& jobs, ui::MainWindow& window)
        : m_jobs(jobs)
        , m_window(window)
        , m_list(window.clients().findChild<QTableView*>(QStringLiteral("clients")))
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] {
            stalls.ms.push_back(double(m_sinceTick.nsecsElapsed()) / 1e6 - tickMs);
            m_sinceTick.start();
        });
        connect(&m_ask, &QTimer::timeout, this, [this] { ask(); });
        connect(static_cast<ui::ClientListModel*>(m_list->model()),
                &ui::ClientListModel::loaded,
                this,
                [this] {
                    if (m_sinceSearch.isValid()) {
                        searches.ms.push_back(double(m_sinceSearch.nsecsElapsed()) / 1e6);
                        m_sinceSearch.invalidate();
                    }
                });
    }
    void start()
    {
        m_sinceTick.start();
        m_tick.start(tickMs);
        m_ask.start(askEveryMs);
    }
    void stop()
    {
        m_tick.stop();
        m_ask.stop();
    }

    Times stalls;
    Times searches;
    Times saves;

private:
    void ask()
    {
        static const QStringList texts{QStringLiteral("zhang"),
                                       QStringLiteral("元诚"),
                                       QStringLiteral("138"),
                                       QString(),
                                       QStringLiteral("lw")};
        ++m_round;
        if (m_round % 4 == 3) {
            save();
            return;
        }
        if (m_round % 2 == 0) {
            QScrollBar* bar = m_list->verticalScrollBar();
            bar->setValue(bar->maximum() > 0 ? int(m_round * 97 % bar->maximum()) : 0);
            return;
        }
        m_sinceSearch.start();
        m_window.clients().search(texts[m_round / 2 % texts.size()]);
    }

    void save()
    {
        QElapsedTimer since;
        since.start();
        core::ClientValues values;
        values.set(core::Field::Type, QStringLiteral("person"));
        values.set(core::Field::Name, m_crowd.person());
        values.set(
            core::Field::Phone,
            QStringLiteral("139%1").arg(m_crowd.number(100'000'000), 8, 10, QLatin1Char('0')));
        values.set(core::Field::Industry, QStringLiteral("51"));
        core::AddOptions options;
        options.force = true;
        m_jobs.run<core::AddOutcome>(
            ui::Lane::Write,
            this,
            [values, options](core::Office& office, core::Progress&) {
                return office.clients().add(values, options);
            },
            [this, since](core::Result<core::AddOutcome> outcome) {
                if (!outcome || outcome->refusal) {
                    std::printf("a save failed\n");
                }
                saves.ms.push_back(double(since.nsecsElapsed()) / 1e6);
            });
    }

    ui::OfficeJobs& m_jobs;
    ui::MainWindow& m_window;
    QTableView* m_list;
    QTimer m_tick;
    QTimer m_ask;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_sinceSearch;
    Crowd m_crowd;
    int m_round = 0;
};

template <typename T>
T during(ui::OfficeJobs& jobs,
         Person& person,
         const char* what,
         std::function<core::Result<T>(core::Office&, core::Progress&)> work)
{
    QElapsedTimer clock;
    clock.start();
    std::optional<T> got;
    QEventLoop loop;
    person.start();
    jobs.run<T>(ui::Lane::Long, &person, std::move(work), [&](core::Result<T> result) {
        got = need(std::move(result));
        loop.quit();
    });
    loop.exec();
    const double seconds = double(clock.elapsed()) / 1000;
    person.stop();
    // Saves that had to wait for the end count too.
    while (jobs.pending(ui::Lane::Write) > 0) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    std::printf("%s: %.1f s\n", what, seconds);
    return *got;
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const OwnDataFolder data;
    QApplication application(argc, argv);
    const int rows = argc > 1 ? std::max(100, std::atoi(argv[1])) : 20000;
    core::initResources();
    core::initCrypto();
    core::registerCipherDriver();
    ui::theme::apply(application, ui::theme::Scheme::Light);
    const QTemporaryDir folder;
    const auto made = makeBenchOffice(folder.path());
    const QString table = writeClients(folder.path(), rows);
    ui::OfficeJobs jobs(made.access);
    ui::MainWindow window(jobs);
    window.show();
    const auto watch = [&](const char* what, auto work) {
        Person person(jobs, window);
        auto result = during(jobs, person, what, work);
        person.stalls.show("  the window stood still");
        person.searches.show("  a search answered after");
        person.saves.show("  a save was done after");
        return result;
    };
    const auto import = [table](core::Office& office, core::Progress& progress) {
        core::ImportOptions options;
        options.source.path = table;
        return office.importer().run(options, progress);
    };
    std::printf("%d rows, the window searched, scrolled and saved in meanwhile\n", rows);
    const core::ImportResult result = watch(
        "import",
        std::function<core::Result<core::ImportResult>(core::Office&, core::Progress&)>(import));
    const core::BatchPk batch = result.batch;
    const auto undo = [batch](core::Office& office, core::Progress&) {
        return office.importer().undo(batch);
    };
    const core::BatchUndo undone = watch(
        "undo", std::function<core::Result<core::BatchUndo>(core::Office&, core::Progress&)>(undo));
    std::printf("%lld created, %lld removed again\n",
                static_cast<long long>(result.counts.created),
                static_cast<long long>(undone.removed));
    return 0;
}
