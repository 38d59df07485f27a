/// SeenTexts: every text that core asks to have translated while it lives, written to <folder>/<program>.txt at its end,
/// where the environment names a folder (DOSSIER_SEEN_TEXTS; CTest sets it). The test error_messages looks afterwards for
/// messages that no test has seen. One per program, after its QCoreApplication; translate() comes from any thread.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSet>
#include <QTranslator>

class SeenTexts final : public QTranslator
{
public:
    SeenTexts()
        : m_folder(qEnvironmentVariable("DOSSIER_SEEN_TEXTS"))
    {
        if (!m_folder.isEmpty()) {
            QCoreApplication::installTranslator(this);
        }
    }
    ~SeenTexts() override
    {
        if (m_folder.isEmpty()) {
            return;
        }
        QCoreApplication::removeTranslator(this);
        QDir().mkpath(m_folder);
        const QString program = QFileInfo(QCoreApplication::applicationFilePath()).baseName();
        QFile file(QDir(m_folder).filePath(program + QStringLiteral(".txt")));
        if (file.open(QIODevice::WriteOnly)) {
            for (const QByteArray& text : m_seen) {
                file.write(text);
                file.putChar('\0');
            }
        }
    }
    SeenTexts(const SeenTexts&) = delete;
    SeenTexts& operator=(const SeenTexts&) = delete;

    [[nodiscard]] bool isEmpty() const override { return false; } // else it is not installed
    QString translate(const char* context,
                      const char* source,
                      const char* /*comment*/,
                      int /*count*/) const override
    {
        const QMutexLocker lock(&m_mutex);
        m_seen.insert(QByteArray(context) + '|' + source);
        return {}; // no translation: the source is shown
    }

private:
    QString m_folder;
    mutable QMutex m_mutex;
    mutable QSet<QByteArray> m_seen;
};
