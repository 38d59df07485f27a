#include "ui/shell/UpdateWatch.h"

#include "core/base/Log.h"

#include <QSettings>

#include <chrono>

namespace ui {

namespace {

/// A login is over by then, and the first lists are read.
constexpr auto firstLook = std::chrono::seconds(20);
/// A window stays open for days.
constexpr auto nextLook = std::chrono::hours(1);

core::Result<UpdateNews> newsIn(const QByteArray& bytes, const core::UpdatePlace& place)
{
    auto notice = core::parseUpdateNotice(bytes);
    if (!notice) {
        return notice.error();
    }
    const QString target = core::updateTarget(*notice, place);
    return UpdateNews{*std::move(notice), target};
}

} // namespace

UpdateWatch::UpdateWatch(OfficeJobs& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_timer.setInterval(firstLook);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(nextLook);
        if (m_looked != QDate::currentDate() && !m_jobs.isSuspended()) {
            look();
        }
    });
    m_timer.start();
}

void UpdateWatch::look()
{
    m_looked = QDate::currentDate();
    m_jobs.run<core::UpdatePlace>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.updates().place(); },
        [this](const core::Result<core::UpdatePlace>& place) {
            if (place) {
                lookAt(*place);
            } else {
                m_looked = {}; // the office was away, not the notice
            }
        });
}

void UpdateWatch::lookAt(const core::UpdatePlace& place)
{
    if (place.isOff()) {
        setNews({});
    } else if (place.isWeb()) {
        askWeb(place);
    } else {
        read(place, {});
    }
}

void UpdateWatch::askWeb(const core::UpdatePlace& place)
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("updates/")
                        + QString::fromLatin1(m_jobs.access().officeId.toHex()));
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    if (settings.value(QStringLiteral("asked")).toString() == today
        && settings.value(QStringLiteral("address")).toString() == place.place) {
        const QByteArray known = settings.value(QStringLiteral("answer")).toByteArray();
        if (known.isEmpty()) {
            setNews({});
        } else {
            read(place, known);
        }
        return;
    }
    // Before it is asked: what fails is not asked again today either.
    settings.setValue(QStringLiteral("asked"), today);
    settings.setValue(QStringLiteral("address"), place.place);
    settings.remove(QStringLiteral("answer"));
    const QString group = settings.group();
    runDetached<QByteArray>(
        this,
        [place] { return core::fetchUpdateNotice(place); },
        [this, place, group](const core::Result<QByteArray>& answer) {
            if (!answer) {
                settle(answer.error());
                return;
            }
            QSettings().setValue(group + QStringLiteral("/answer"), *answer);
            read(place, *answer);
        });
}

/// Not on a lane of the office: the notice may lie on another share, which is away.
void UpdateWatch::read(const core::UpdatePlace& place, const QByteArray& known)
{
    runDetached<UpdateNews>(
        this,
        [place, known]() -> core::Result<UpdateNews> {
            auto bytes = known.isEmpty() ? core::fetchUpdateNotice(place)
                                         : core::Result<QByteArray>(known);
            return bytes ? newsIn(*bytes, place) : core::Result<UpdateNews>(bytes.error());
        },
        [this](const core::Result<UpdateNews>& read) { settle(read); });
}

void UpdateWatch::settle(const core::Result<UpdateNews>& read)
{
    if (!read) {
        core::logWarning("updates", read.error().message + u' ' + read.error().detail);
        setNews({});
    } else if (read->notice.isNewerThan(core::installedVersion())) {
        setNews(*read);
    } else {
        setNews({});
    }
}

void UpdateWatch::setNews(std::optional<UpdateNews> news)
{
    m_news = std::move(news);
    Q_EMIT newsChanged();
}

} // namespace ui
