#include "core/workspace/WebText.h"

#ifdef DOSSIER_HAS_NETWORK
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>
#endif

namespace core {

#ifdef DOSSIER_HAS_NETWORK

namespace {

QNetworkRequest quietRequest(const QUrl& address, std::chrono::milliseconds longest)
{
    QNetworkRequest request(address);
    // Qt would name the system's language and a browser.
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("User-Agent", "-");
    request.setRawHeader("Accept-Encoding",
                         "identity"); // so that the bytes that are counted are those that come
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::SameOriginRedirectPolicy);
    request.setTransferTimeout(int(longest.count()));
    return request;
}

} // namespace

bool canReadWeb()
{
    return true;
}

Result<QByteArray> readWeb(const QUrl& address, qint64 most, std::chrono::milliseconds longest)
{
    QNetworkAccessManager manager;
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(address));
    if (!proxies.isEmpty()) {
        manager.setProxy(proxies.constFirst());
    }
    const std::unique_ptr<QNetworkReply> reply(manager.get(quietRequest(address, longest)));
    QByteArray text;
    bool isTooLong = false;
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        text += reply->read(most + 1 - text.size());
        if (text.size() > most && !isTooLong) {
            isTooLong = true;
            reply->abort();
        }
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished()) {
        loop.exec();
    }
    if (reply->isOpen()) {
        text += reply->read(most + 1 - text.size());
    }
    isTooLong = isTooLong || text.size() > most;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    constexpr int fine = 200;
    if (isTooLong || reply->error() != QNetworkReply::NoError || status != fine) {
        return Error{
            ErrorCode::Io, {}, isTooLong ? QStringLiteral("too long") : reply->errorString()};
    }
    return text;
}

#else

bool canReadWeb()
{
    return false;
}

Result<QByteArray> readWeb(const QUrl&, qint64, std::chrono::milliseconds)
{
    return Error{ErrorCode::Unsupported, {}, QStringLiteral("built without Qt's network library")};
}

#endif

} // namespace core
