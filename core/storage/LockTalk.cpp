#include "core/storage/LockTalk.h"

#include "core/crypto/Digest.h"

#include <QDir>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <utility>

namespace core {

namespace {

/// The system's own id is not for files that others read.
QString hashedName(const QByteArray& id)
{
    constexpr int bytes = 8;
    return id.isEmpty()
        ? QString()
        : QString::fromLatin1(digest(id + QByteArrayLiteral(" lock test")).left(bytes).toHex());
}

} // namespace

LockTalk::LockTalk(QString folder,
                   QString program,
                   LockMeetingOptions options,
                   const Progress& progress)
    : m_folder(std::move(folder))
    , m_program(std::move(program))
    , m_options(std::move(options))
    , m_progress(&progress)
{
    constexpr int idBytes = 8;
    m_own.id = QString::fromLatin1(randomBytes(idBytes).toHex());
    m_own.host = QSysInfo::machineHostName();
    m_own.machine = hashedName(QSysInfo::machineUniqueId());
    m_own.boot = hashedName(QSysInfo::bootUniqueId());
}

bool LockTalk::start()
{
    return m_child.start(m_program, QLatin1String(lockTalkRole));
}

QByteArray LockTalk::ask(const QByteArray& line)
{
    if (m_isSilent) { // an answer that comes late must not be taken for that to another question
        return LockTestPlayer::silent;
    }
    m_answer = m_child.ask(line, m_options.patience, *m_progress);
    m_isRefused = m_isRefused || m_answer == LockTestPlayer::dead;
    m_isSilent = m_answer == LockTestPlayer::silent || m_answer == LockTestPlayer::dead;
    return m_answer;
}

QByteArray LockTalk::word(const QString& name) const
{
    return QDir(m_folder).filePath(name).toUtf8().toHex();
}

void LockTalk::put()
{
    const bool isFirst = m_own.beat == 0;
    ++m_own.beat;
    const QByteArray answer
        = ask("put " + word(lockTalkFile(m_own.id)) + ' ' + lockTalkBytes(m_own).toHex());
    m_sinceWritten.start(); // a later one that fails is said again with the next beat
    m_isRefused = m_isRefused || (isFirst && answer.startsWith("error"));
}

std::optional<LockTalkMessage> LockTalk::get(const QString& id)
{
    const QByteArray answer = ask("get " + word(lockTalkFile(id)));
    auto message = answer.startsWith("ok ")
        ? lockTalkMessage(QByteArray::fromHex(answer.mid(int(qstrlen("ok ")))))
        : std::nullopt;
    return message && message->id == id ? message : std::nullopt;
}

std::vector<LockTalkMessage> LockTalk::alive()
{
    std::vector<LockTalkMessage> alive;
    QList<QByteArray> entries = ask("list " + m_folder.toUtf8().toHex()).split(' ');
    if (entries.takeFirst() != "ok") {
        return alive;
    }
    for (const QByteArray& entry : entries) {
        const QList<QByteArray> parts = entry.split(':');
        const QString id = QString::fromLatin1(parts[0]);
        if (id != m_own.id && isLockTalkId(id)) {
            watch(id, parts.value(1).toLongLong(), alive);
        }
    }
    return alive;
}

void LockTalk::watch(const QString& id,
                     std::int64_t secondsOld,
                     std::vector<LockTalkMessage>& alive)
{
    const auto message = get(id);
    const bool isNew = !m_watched.contains(id);
    Watched& watched = m_watched[id];
    if (isNew) {
        watched.beat = message ? message->beat : 0;
        watched.moved.start();
    } else if (message && message->beat != watched.beat) {
        watched.isAlive = true;
        watched.beat = message->beat;
        watched.moved.start();
    }
    const std::chrono::milliseconds still(watched.moved.elapsed());
    watched.isAlive = watched.isAlive && still < m_options.partnerPatience;
    if (watched.isAlive && message) {
        alive.push_back(*message);
    }
    // Old by a clock that may be wrong, and nobody has moved it for some beats either.
    constexpr std::int64_t secondsKept = 600;
    constexpr int beatsWatched = 5;
    if (!watched.isAlive && secondsOld > secondsKept && still > beatsWatched * m_options.beat) {
        drop(id);
    }
}

void LockTalk::turnTo(const QString& partner)
{
    if (m_own.partner != partner) {
        m_own.partner = partner;
        put();
    }
}

void LockTalk::setPartner(const LockTalkMessage& partner)
{
    m_partner = partner;
    m_sinceHeard.start();
}

bool LockTalk::hear()
{
    const auto message = get(m_partner.id);
    if (m_isSilent) {
        return true; // nothing is known of him
    }
    if (message && message->partner != m_own.id) {
        return false;
    }
    if (message && message->beat != m_partner.beat) {
        m_partner = *message;
        m_sinceHeard.start();
    }
    constexpr int timesBelieved = 2;
    m_timesMissing = m_answer.startsWith("error not_found") ? m_timesMissing + 1 : 0;
    return m_timesMissing < timesBelieved
        && std::chrono::milliseconds(m_sinceHeard.elapsed()) < m_options.partnerPatience;
}

void LockTalk::say(std::int64_t number, const QByteArray& text)
{
    m_own.number = number;
    m_own.text = text;
    put();
}

void LockTalk::beat()
{
    if (m_own.beat == 0 || std::chrono::milliseconds(m_sinceWritten.elapsed()) >= m_options.beat) {
        put();
    }
}

void LockTalk::pause() const
{
    QThread::msleep(static_cast<unsigned long>(std::max<std::int64_t>(1, m_options.poll.count())));
}

void LockTalk::drop(const QString& id)
{
    static_cast<void>(ask("drop " + word(lockTalkFile(id))));
    static_cast<void>(ask("drop " + word(lockTalkDatabase(id))));
}

void LockTalk::prepareCleanUp()
{
    constexpr std::chrono::milliseconds patience{2000};
    m_options.patience = patience;
    m_progress = &m_unstoppable;
    if (m_isSilent) {
        m_child.kill();
        m_isSilent = !start();
    }
}

} // namespace core
