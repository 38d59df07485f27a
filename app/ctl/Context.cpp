#include "app/ctl/Context.h"

#include "app/ctl/Terminal.h"
#include "core/base/Log.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace ctl {

namespace {

core::Error refusal(core::ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("ctl::Context", text), {}};
}

} // namespace

Context::Context(GlobalOptions options)
    : m_options(std::move(options))
{ }

core::Result<QString> Context::folder() const
{
    m_isOfficeUnnamed = m_options.office.isEmpty();
    if (m_isOfficeUnnamed) {
        return refusal(
            core::ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("ctl::Context",
                              "Name the office folder with --office, or in DOSSIER_OFFICE."));
    }
    return m_options.office;
}

core::Result<QString> Context::secretFrom(const QString& file)
{
    QFile source;
    bool opened = false;
    if (file == QLatin1String("-")) {
        // Unbuffered: what stands behind the line is for whoever reads next (`batch -`).
        opened = source.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
    } else {
        source.setFileName(file);
        opened = source.open(QIODevice::ReadOnly);
    }
    if (!opened) {
        return refusal(core::ErrorCode::Io,
                       QT_TRANSLATE_NOOP("ctl::Context", "The password file cannot be read."));
    }
    QByteArray line = source.readLine();
    if (line.startsWith("\xEF\xBB\xBF")) {
        line.remove(0, 3);
    }
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return QString::fromUtf8(line);
}

core::Result<QString> Context::password()
{
    if (!m_password) {
        auto read = secretFrom(m_options.passwordFile);
        if (!read) {
            return read.error();
        }
        m_password = *read;
    }
    return *m_password;
}

core::Result<core::Login> Context::login()
{
    auto place = folder();
    if (!place) {
        return place.error();
    }
    if (m_options.user.isEmpty()) {
        return refusal(
            core::ErrorCode::Unauthenticated,
            QT_TRANSLATE_NOOP("ctl::Context", "Say who you are with --user, or in DOSSIER_USER."));
    }
    if (m_options.passwordFile.isEmpty()) {
        return refusal(core::ErrorCode::Unauthenticated,
                       QT_TRANSLATE_NOOP("ctl::Context",
                                         "Name a file with your password with --password-file, or "
                                         "in DOSSIER_PASSWORD_FILE."));
    }
    auto secret = password();
    if (!secret) {
        return secret.error();
    }
    return core::Login{*place, m_options.user, *secret, {}, m_options.keyFile};
}

core::Result<core::Office*> Context::office()
{
    if (!m_office) {
        auto asked = login();
        if (!asked) {
            return asked.error();
        }
        auto access = core::login(*asked);
        if (!access) {
            return access.error();
        }
        m_access = *std::move(access);
        if (const QString warning = core::warningAbout(*m_access); !warning.isEmpty()) {
            writeText(stderr, warning + u'\n');
        }
        auto opened = core::Office::open(m_access);
        if (!opened) {
            return opened.error();
        }
        m_office = *std::move(opened);
        if (auto seq = core::DuplicateStore(m_office->context().reader).newestFeedSeq()) {
            m_feedSeq = *seq;
        }
        verifyNews();
        // What others sealed gets its place; where that fails it waits for the next time.
        auto quiet = core::Progress();
        if (auto ordered = m_office->putSealedInOrder(quiet); !ordered) {
            writeText(stderr, ordered.error().message + u'\n');
        }
        if (!m_options.quiet && isTerminal(stderr)) {
            m_office->onWaiting([] {
                writeText(stderr,
                          QCoreApplication::translate("ctl::Context", "a colleague is saving…")
                              + u'\n');
            });
        }
    }
    if (auto refreshed = m_office->refresh(); !refreshed) {
        return refreshed.error();
    }
    return m_office.get();
}

/// What came into the log since this computer verified it last, where that is short.
void Context::verifyNews()
{
    constexpr std::int64_t shortEnough = 1000; // a tenth of a second
    core::Progress quiet;
    auto report = m_office->verifyNewEntries(quiet, shortEnough);
    if (report && report->firstBad) {
        writeText(stderr,
                  QCoreApplication::translate("ctl::Audit", "Entry %1 of the log: %2")
                          .arg(*report->firstBad)
                          .arg(report->problem)
                      + u'\n');
    }
}

void Context::flushLooks(core::FlushLooks when)
{
    if (!m_office) {
        return;
    }
    // What cannot be brought into the log now waits in its file for the next login.
    if (auto done = m_office->flushLooks(when); !done) {
        core::logInfo("ctl", QStringLiteral("looks wait: ") + done.error().message);
    }
}

/// Records that this login saved are compared with the others before it ends; what is too much for that waits for a scan.
void Context::matchSaved()
{
    if (!m_office) {
        return;
    }
    auto seq = core::DuplicateStore(m_office->context().reader).newestFeedSeq();
    if (!seq || *seq == m_feedSeq) {
        return;
    }
    core::Progress quiet;
    if (auto done = m_office->duplicates().catchUp(quiet); !done) {
        core::logInfo("ctl", QStringLiteral("duplicates wait: ") + done.error().message);
    }
}

void Context::close()
{
    matchSaved();
    flushLooks(core::FlushLooks::Now);
    m_office.reset();
}

core::Progress Context::progress(std::stop_token stop) const
{
    if (m_options.quiet || !isTerminal(stderr)) {
        return core::Progress({}, std::move(stop));
    }
    const auto show = [](const QString& phase, std::int64_t done, std::int64_t total) {
        QString line = u'\r' + phase + u' ' + QString::number(done);
        if (total > 0) {
            line += u'/' + QString::number(total);
        }
        line += QStringLiteral("   ");
        if (done == total) {
            line += u'\n';
        }
        writeText(stderr, line);
    };
    return core::Progress(show, std::move(stop));
}

} // namespace ctl
