// How long the window's own thread ever stands still while somebody works over a big office: scrolling, sorting, filtering,
// typing a search, opening records; then the same while every statement of the database takes 500 ms. Beside it what the
// window costs: from its making to its first paint, from the password to the list (the password hash told apart), memory.
// The real main window over a real office, offscreen, painted by the CPU. Wall time, since waiting is what people feel.
//
//   bench_frames [clients] [folder]        default 100000; an office made in a folder is used again
#include "support/BenchOffice.h"
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"
#include "support/Quiet.h"

#include "core/base/Resources.h"
#include "core/crypto/Digest.h"
#include "core/crypto/PasswordKey.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/Sqlite.h"
#include "core/workspace/Office.h"
#include "ui/clients/ClientListModel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

using namespace tests;

namespace {

constexpr int tickMs = 2;
constexpr int patienceMs = 4000;
constexpr double longestAllowedMs = 50;
constexpr double perMs = 1e6;
constexpr auto slowness = std::chrono::milliseconds(500);

// ---- a database that is slow

std::atomic<bool>& isSlow()
{
    static std::atomic<bool> slow{false};
    return slow;
}

extern "C" int
sleepAtStatement(unsigned /*kind*/, void* /*context*/, void* /*statement*/, void* /*text*/)
{
    if (isSlow()) {
        std::this_thread::sleep_for(slowness);
    }
    return 0;
}

extern "C" int traceConnection(sqlite3* handle, char** /*error*/, const void* /*routines*/)
{
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, &sleepAtStatement, nullptr);
}

// ---- the gaps

/// How late each turn of the event loop comes.
class Gaps : public QObject
{
public:
    Gaps()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(tickMs);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_ms.push_back(double(m_since.nsecsElapsed()) / perMs - tickMs);
            m_since.start();
        });
    }
    void start()
    {
        m_ms.clear();
        m_since.start();
        m_timer.start();
    }
    /// Prints them; the longest one of all is kept.
    void stop(const char* what)
    {
        m_timer.stop();
        m_ms.push_back(double(m_since.nsecsElapsed()) / perMs - tickMs);
        std::sort(m_ms.begin(), m_ms.end());
        const auto over = std::count_if(
            m_ms.begin(), m_ms.end(), [](double ms) { return ms > longestAllowedMs; });
        std::printf("%-34s longest %7.1f ms   p99 %6.1f ms   over %.0f ms: %d of %zu\n",
                    what,
                    m_ms.back(),
                    m_ms[m_ms.size() * 99 / 100],
                    longestAllowedMs,
                    int(over),
                    m_ms.size());
        longest = std::max(longest, m_ms.back());
    }

    double longest = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_ms;
};

/// Somebody who works in the window.
class Person
{
public:
    Person(ui::OfficeJobs& jobs, ui::MainWindow& window, Gaps& gaps)
        : m_jobs(jobs)
        , m_window(window)
        , m_gaps(gaps)
        , m_list(*window.clients().findChild<QTableView*>(QStringLiteral("clients")))
    { }

    /// Until the window is at rest; in a slow office not to the end: people do not wait that long either.
    void settle() const
    {
        constexpr int forEver = 600'000;
        static_cast<void>(waitForQuiet(&m_jobs, isSlow() ? patienceMs : forEver, tickMs));
    }

    void work(bool quickly)
    {
        scroll(quickly ? 300 : 60);
        sort(quickly);
        filter();
        type();
        open(quickly ? 40 : 6);
    }

private:
    void scroll(int steps)
    {
        QScrollBar& bar = *m_list.verticalScrollBar();
        m_gaps.start();
        for (int i = 0; i < steps; ++i) {
            QTest::keyClick(&m_list, Qt::Key_PageDown);
            QTest::qWait(8);
        }
        for (int i = 0; i < steps; ++i) { // as the bar is dragged
            bar.setValue(int(std::int64_t(bar.maximum()) * ((i * 37) % steps) / steps));
            QTest::qWait(8);
        }
        settle();
        m_gaps.stop("scrolling");
    }

    void sort(bool all)
    {
        QHeaderView& header = *m_list.horizontalHeader();
        for (int column = 0; column < header.count(); ++column) {
            if (header.isSectionHidden(column) || (!all && column > 1)) {
                continue;
            }
            const QString label = m_list.model()->headerData(column, Qt::Horizontal).toString();
            QElapsedTimer took;
            took.start();
            m_gaps.start();
            m_list.sortByColumn(column, Qt::DescendingOrder);
            settle();
            m_gaps.stop(
                qPrintable(QStringLiteral("sorting by %1, %2 ms").arg(label).arg(took.elapsed())));
        }
        m_list.sortByColumn(0, Qt::AscendingOrder);
        settle();
    }

    void filter()
    {
        m_gaps.start();
        for (QPushButton* chip : m_window.clients().findChildren<QPushButton*>()) {
            if (chip->isVisible() && chip->isCheckable()) {
                chip->click();
                settle();
            }
        }
        m_gaps.stop("filters");
        for (QPushButton* chip : m_window.clients().findChildren<QPushButton*>()) {
            if (chip->isVisible() && chip->isCheckable()) {
                chip->click(); // all
                break;
            }
        }
        settle();
    }

    void type()
    {
        m_gaps.start();
        for (const QString& text :
             {QStringLiteral("zhangwei"), QStringLiteral("13800138"), QStringLiteral("苏州云")}) {
            for (int letters = 1; letters <= text.size(); ++letters) {
                m_window.clients().search(text.left(letters));
                QTest::qWait(60); // a quick typist
            }
            settle();
        }
        m_window.clients().search({});
        settle();
        m_gaps.stop("typing a search");
    }

    void open(int records)
    {
        m_gaps.start();
        for (int i = 0; i < records; ++i) {
            m_window.clients().selectRow(i * 3);
            QTest::qWait(30);
        }
        settle();
        m_gaps.stop("going through records");
    }

    ui::OfficeJobs& m_jobs;
    ui::MainWindow& m_window;
    Gaps& m_gaps;
    QTableView& m_list;
};

/// Hears of the first paint.
class Painted : public QObject
{
public:
    explicit Painted(const QElapsedTimer& since)
        : m_since(since)
    { }
    double ms = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && ms == 0) {
            ms = double(m_since.nsecsElapsed()) / perMs;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const QElapsedTimer& m_since;
};

/// Resident, in MB; 0 where the system does not say.
double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
        }
    }
    return 0;
}

QString officeIn(const QString& folder, int clients)
{
    const QString path = folder + QStringLiteral("/Bench.dossier");
    if (!QDir(path).exists()) {
        const auto made = makeBenchOffice(folder);
        auto office = need(core::Office::open(made.access));
        core::ImportOptions options;
        options.source.path = writeClients(folder, clients);
        core::Progress quiet;
        need(office->importer().run(options, quiet));
    }
    return path;
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const OwnDataFolder data;
    QApplication application(argc, argv);
    const int clients = argc > 1 ? std::max(1000, std::atoi(argv[1])) : 100'000;
    core::initResources();
    core::initCrypto();
    core::registerCipherDriver();
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&traceConnection));
    ui::theme::apply(application, ui::theme::Scheme::Light);
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path();
    const QString path = officeIn(folder, clients);

    QElapsedTimer clock;
    clock.start();
    need(core::stretchPassword(
        QString::fromLatin1(benchPassword), core::randomBytes(core::saltBytes), {64, 3}));
    const double hash = double(clock.nsecsElapsed()) / perMs;
    clock.start();
    const auto access
        = need(core::login({path, QStringLiteral("li"), QString::fromLatin1(benchPassword), {}}));
    const double login = double(clock.nsecsElapsed()) / perMs;
    Painted painted(clock);
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    auto* list = window.clients().findChild<QTableView*>(QStringLiteral("clients"));
    list->viewport()->installEventFilter(&painted);
    double listed = 0;
    QObject::connect(list->model(), &QAbstractItemModel::modelReset, &window, [&] {
        listed = listed == 0 ? double(clock.nsecsElapsed()) / perMs : listed;
    });
    window.show();
    Gaps gaps;
    Person person(jobs, window, gaps);
    gaps.start();
    while (listed == 0) {
        QTest::qWait(1);
    }
    person.settle();
    std::printf("%d clients\n", list->model()->rowCount());
    std::printf("from the password: hash %.0f ms (at 64 MiB), logged in %.0f, first paint %.0f, "
                "list %.0f ms\n",
                hash,
                login,
                painted.ms,
                listed);
    gaps.stop("the window opens");
    std::printf("resident %.0f MB\n", residentMb());
    person.work(true);
    std::printf("resident %.0f MB afterwards\n", residentMb());
    isSlow() = true;
    std::fflush(stdout);
    std::printf("every statement takes %lld ms:\n", static_cast<long long>(slowness.count()));
    person.work(false);
    isSlow() = false;
    person.settle();
    std::printf("longest of all: %.1f ms\n", gaps.longest);
    return 0;
}
