/// UpdateWatch: looks once a day whether the office's notice (core/workspace/UpdateNotice.h) tells of a newer version. A web
/// address is asked once a day by all windows of this person on this computer together; its answer is kept in the program's
/// settings for the rest of the day. What cannot be read or is not as it must be says nothing to anybody but the log.
/// Thread of the window.
#pragma once

#include "core/workspace/UpdateNotice.h"
#include "ui/jobs/OfficeJobs.h"

#include <QDate>
#include <QObject>
#include <QTimer>

#include <optional>

namespace ui {

struct UpdateNews
{
    core::UpdateNotice notice;
    QString target; ///< core::updateTarget
};

class UpdateWatch : public QObject
{
    Q_OBJECT

public:
    explicit UpdateWatch(OfficeJobs& jobs, QObject* parent = nullptr);

    /// Looks now: a file always, a web address where it has not been asked today.
    void look();
    /// Of a version newer than this one; none: there is nothing to say.
    [[nodiscard]] const std::optional<UpdateNews>& news() const { return m_news; }

Q_SIGNALS:
    void newsChanged();

private:
    void lookAt(const core::UpdatePlace& place);
    void askWeb(const core::UpdatePlace& place);
    void read(const core::UpdatePlace& place, const QByteArray& known);
    void settle(const core::Result<UpdateNews>& read);
    void setNews(std::optional<UpdateNews> news);

    OfficeJobs& m_jobs;
    QTimer m_timer;
    QDate m_looked;
    std::optional<UpdateNews> m_news;
};

} // namespace ui
