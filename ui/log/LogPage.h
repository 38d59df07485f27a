/// LogPage: the log for people: who did what, when, on which computer, and whether its signature holds; with filters, an export,
/// the verification of the whole log, and, for those who oversee others, what is unusual. Reads off the thread, a page at a
/// time, while it is shown. Thread of the window.
#pragma once

#include "core/security/LogQueries.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <QHash>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableWidget;

namespace ui {

class LogDetail;
class LogVerifyBar;
class StateView;
class UnusualView;

/// A page of the log as it was read, with what is wrong with its entries.
struct ReadLog
{
    core::LogPage page;
    std::vector<core::LogPerson> people;
    QHash<qint64, QString> problems; ///< by entry; one that verifies has none
};

class LogPage : public Page
{
    Q_OBJECT

public:
    explicit LogPage(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh() override;
    void showUnusual(bool unusual);
    void verify();

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Column
    {
        LogTime,
        LogWho,
        LogWhat,
        LogWhere,
        LogSignature,
        LogColumns
    };
    /// Another list from its top; what was written since; what comes behind.
    enum class Reading : std::uint8_t
    {
        Anew,
        News,
        More
    };

    QWidget* makeTop();
    QWidget* makeFilters();
    QWidget* makeTable();
    [[nodiscard]] core::LogFilter filter() const;
    void read(Reading what);
    void readMore();
    void fill(const ReadLog& log, Reading what);
    bool addNews(const ReadLog& log);
    void fillAnew(const ReadLog& log);
    void fillPeople(const std::vector<core::LogPerson>& people);
    void insertLine(int row, const core::LogLine& line, const QString& problem);
    void setLine(int row, const core::LogLine& line, const QString& problem);
    void showLine();
    void showState(const char* icon, const QString& title, const QString& text);
    void chooseFile();
    void showActions(const QString& person, const QDate& day);

    OfficeJobs& m_jobs;
    QTabBar* m_tabs = nullptr;
    QWidget* m_filters = nullptr;
    QComboBox* m_person = nullptr;
    QComboBox* m_time = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_client = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_verify = nullptr;
    LogVerifyBar* m_verifyBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_list = nullptr;
    QTableWidget* m_table = nullptr;
    LogDetail* m_detail = nullptr;
    StateView* m_state = nullptr;
    UnusualView* m_unusual = nullptr;
    std::vector<core::LogLine> m_lines;
    QHash<qint64, QString> m_problems;
    core::LogPlace m_next;
    core::LogFilter m_filter; ///< of the lines
    bool m_hasMore = false;
    bool m_isReadingMore = false;
    bool m_isStale = true;
    int m_round = 0;
};

} // namespace ui
