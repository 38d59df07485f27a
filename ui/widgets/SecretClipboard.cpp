#include "ui/widgets/SecretClipboard.h"

#include "core/crypto/Digest.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

namespace ui {

namespace {

/// What was copied is known again by its hash: the text itself is kept nowhere.
class Copied : public QObject
{
public:
    static Copied& instance()
    {
        static auto* copied = new Copied; // goes with the application
        return *copied;
    }

    void keep(const QString& text, std::chrono::milliseconds stays)
    {
        m_hash = core::digest(text.toUtf8());
        m_timer.start(stays);
    }

    void clear()
    {
        m_timer.stop();
        QClipboard* clipboard = QGuiApplication::clipboard();
        const bool isOurs = !m_hash.isEmpty() && core::digest(clipboard->text().toUtf8()) == m_hash;
        m_hash.clear();
        if (isOurs) {
            clipboard->clear();
        }
    }

private:
    Copied()
        : QObject(QCoreApplication::instance())
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Copied::clear);
        connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &Copied::clear);
    }

    QTimer m_timer;
    QByteArray m_hash;
};

} // namespace

void copySecret(const QString& text, std::chrono::milliseconds stays)
{
    auto* data = new QMimeData;
    data->setText(text);
    markConfidential(*data);
    QGuiApplication::clipboard()->setMimeData(data);
    markClipboardConfidential();
    Copied::instance().keep(text, stays);
}

void clearSecret()
{
    Copied::instance().clear();
}

QString secretCopiedWords()
{
    return QCoreApplication::translate("ui::SecretClipboard",
                                       "Copied. The clipboard is emptied after %1 seconds.")
        .arg(std::chrono::duration_cast<std::chrono::seconds>(secretStays).count());
}

} // namespace ui
