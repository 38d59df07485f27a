/// HomePage: the day at a glance: what waits for this person, each line the way to it, and the office in small plots. What waits
/// is read whenever something was saved; the numbers take a pass over the clients, so they are counted behind the other work,
/// only while the page is seen, and say when. The page also has the office counted once a day for the trend. Thread of the
/// window.
#pragma once

#include "core/reports/ReportService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace ui {

class Plot;

class HomePage : public Page
{
    Q_OBJECT

public:
    explicit HomePage(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh() override;
    /// Counts the clients now.
    void count();
    /// Has the office counted for the trend where nobody has done so today.
    void noteDay();
    /// A line about a newer version of the program, below what waits; empty: none.
    void showUpdate(const QString& words);

Q_SIGNALS:
    /// `words`: what the filter is about.
    void clientsWanted(const QString& filter, const QString& words);
    void inboxWanted(bool mine);
    void duplicatesWanted(bool own);
    void importsWanted();
    void updateWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Way : int
    {
        Decide,
        Answers,
        Duplicates,
        Imports,
        Drafts,
        Stale,
        Update
    };
    /// What one reading brings.
    struct Today
    {
        core::Waiting waiting;
        int brokenImports = 0;
    };

    QWidget* makeBody();
    QWidget* makeNumbers(QWidget* parent);
    void countIfDue();
    void showToday(const Today& today);
    void addLine(const char* iconName, const QString& words, Way way);
    void showOwn(const core::OwnerCounts& own);
    void showNumbers(const core::Numbers& numbers);
    void showStates(const core::Numbers& numbers);
    void showCities(const core::ClientCounts& clients);
    void readTrend();
    void showTrend(const std::vector<core::QualityPoint>& points);
    void showFailure(const core::Error& error);
    void go(const QListWidgetItem* line);
    void fit();

    OfficeJobs& m_jobs;
    QLabel* m_day = nullptr;
    QLabel* m_summary = nullptr;
    QListWidget* m_lines = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_counted = nullptr;
    QPushButton* m_again = nullptr;
    Plot* m_requests = nullptr;
    Plot* m_states = nullptr;
    Plot* m_cities = nullptr;
    Plot* m_trend = nullptr;
    QPointer<Job> m_counting;
    QElapsedTimer m_since; ///< the last count
    qint64 m_took = 0; ///< ms
    bool m_isOld = true; ///< something was saved since the last count
    std::optional<Today> m_today;
    QString m_update;
    QTimer m_daily{this};
};

} // namespace ui
