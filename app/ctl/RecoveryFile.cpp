#include "app/ctl/RecoveryFile.h"

#include "app/ctl/Terminal.h"

#include <QCoreApplication>

namespace ctl {

namespace {

core::Error recoveryFileError(const char* text, const QString& detail)
{
    return {core::ErrorCode::Io, QCoreApplication::translate("ctl::Office", text), detail};
}

} // namespace

RecoveryFile::RecoveryFile(const QString& path)
    : m_toStandardError(path == QLatin1String("-"))
    , m_file(path)
{ }

core::Result<> RecoveryFile::open()
{
    if (m_toStandardError) {
        return {};
    }
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return recoveryFileError(
            QT_TRANSLATE_NOOP("ctl::Office",
                              "The recovery file cannot be made, or is there already."),
            m_file.errorString());
    }
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

core::Result<> RecoveryFile::write(const QString& code)
{
    if (m_toStandardError) {
        writeText(stderr, code + u'\n');
        return {};
    }
    const QByteArray bytes = code.toUtf8() + '\n';
    if (m_file.write(bytes) != bytes.size() || !m_file.flush()) {
        return recoveryFileError(
            QT_TRANSLATE_NOOP("ctl::Office", "The recovery code could not be written."),
            m_file.errorString());
    }
    return {};
}

void RecoveryFile::remove()
{
    if (!m_toStandardError) {
        m_file.remove();
    }
}

} // namespace ctl
