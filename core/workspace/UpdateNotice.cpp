#include "core/workspace/UpdateNotice.h"

#include "core/base/Language.h"
#include "core/workspace/WebText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace core {

namespace {

constexpr qint64 mostBytes = 16'384;
constexpr qsizetype mostNotes = 2000;
constexpr qsizetype mostPlace = 1000;
constexpr qsizetype mostWhere = 200;
constexpr int format = 1;
constexpr auto longestWait = std::chrono::seconds(10);

Error notAsItMustBe(const QString& what)
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::Updates",
                                        "The notice of new versions is not as it must be: %1.")
                .arg(what),
            {}};
}

Error unreadable(const QString& detail)
{
    return {
        ErrorCode::Io,
        QCoreApplication::translate("core::Updates", "The notice of new versions cannot be read."),
        detail};
}

/// An address that people can look at before they open it: no name, no password, no other scheme.
bool isHttps(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return text.startsWith(QLatin1String("https://")) && url.isValid() && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

/// Nothing that moves, hides or turns around the words beside it.
bool isPlain(const QString& text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar letter) {
               return (letter.category() == QChar::Other_Control && letter != u'\n')
                   || letter.category() == QChar::Other_Format;
           });
}

/// A folder below, on every system: "0.2.0", "programs/0.2.0".
bool isFolderBelow(const QString& where)
{
    static const QRegularExpression drives(QStringLiteral("[\\\\:*?\"<>|]"));
    const QStringList parts = where.split(u'/');
    return !where.contains(drives)
        && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
               return !part.isEmpty() && part != QLatin1String(".") && part != QLatin1String("..");
           });
}

Result<> checkKeys(const QJsonObject& object, const QStringList& known, const QStringList& needed)
{
    for (const QString& key : object.keys()) {
        if (!known.contains(key)) {
            return notAsItMustBe(isPlain(key) ? key.left(40) : QStringLiteral("JSON"));
        }
    }
    for (const QString& key : needed) {
        if (!object.contains(key)) {
            return notAsItMustBe(key);
        }
    }
    return {};
}

Result<QString> notesIn(const QJsonObject& all, const QString& language)
{
    const QString text = all.value(language).toString();
    if (text.trimmed().isEmpty() || text.size() > mostNotes || !isPlain(text)) {
        return notAsItMustBe(QStringLiteral("notes.") + language);
    }
    return text.trimmed();
}

Result<UpdateNotice> noticeIn(const QJsonObject& object)
{
    static const QRegularExpression version(
        QStringLiteral("\\A(?:0|[1-9][0-9]{0,3})(?:\\.(?:0|[1-9][0-9]{0,3})){2}\\z"));
    static const QRegularExpression day(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    UpdateNotice notice;
    const QString number = object.value(QLatin1String("version")).toString();
    if (!version.match(number).hasMatch()) {
        return notAsItMustBe(QStringLiteral("version"));
    }
    notice.version = QVersionNumber::fromString(number);
    const QString date = object.value(QLatin1String("date")).toString();
    notice.date = QDate::fromString(date, Qt::ISODate);
    if (!day.match(date).hasMatch() || !notice.date.isValid()) {
        return notAsItMustBe(QStringLiteral("date"));
    }
    const QJsonObject texts = object.value(QLatin1String("notes")).toObject();
    const QStringList languages{QStringLiteral("zh"), QStringLiteral("en")};
    if (!checkKeys(texts, languages, {})) {
        return notAsItMustBe(QStringLiteral("notes"));
    }
    auto zh = notesIn(texts, languages.at(0));
    auto en = notesIn(texts, languages.at(1));
    if (!zh || !en) {
        return !zh ? zh.error() : en.error();
    }
    notice.notesZh = *zh;
    notice.notesEn = *en;
    notice.where = object.value(QLatin1String("where")).toString();
    const bool isFine = notice.where.size() <= mostWhere && isPlain(notice.where)
        && (isHttps(notice.where) || isFolderBelow(notice.where));
    if (object.contains(QLatin1String("where")) && !isFine) {
        return notAsItMustBe(QStringLiteral("where"));
    }
    return notice;
}

} // namespace

QString UpdateNotice::notes() const
{
    return currentLanguage() == QLatin1String("zh") ? notesZh : notesEn;
}

QVersionNumber installedVersion()
{
    return QVersionNumber::fromString(QLatin1String(DOSSIER_VERSION));
}

Result<UpdateNotice> parseUpdateNotice(const QByteArray& bytes)
{
    if (bytes.size() > mostBytes) {
        return notAsItMustBe(QStringLiteral("> %1 B").arg(mostBytes));
    }
    const QByteArray text
        = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes; // an editor's mark
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QString formatKey = QStringLiteral("dossier_update");
    if (object.isEmpty()) {
        return notAsItMustBe(QStringLiteral("JSON"));
    }
    if (object.value(formatKey).toInt() != format) {
        return notAsItMustBe(formatKey);
    }
    const QStringList needed{
        formatKey, QStringLiteral("version"), QStringLiteral("date"), QStringLiteral("notes")};
    if (auto keys = checkKeys(object, needed + QStringList{QStringLiteral("where")}, needed);
        !keys) {
        return keys.error();
    }
    return noticeIn(object);
}

bool UpdatePlace::isWeb() const
{
    return place.startsWith(QLatin1String("https://"));
}

QString UpdatePlace::path() const
{
    const QString written = QDir::fromNativeSeparators(place);
    // The same share has another path on each computer, while from the office's folder it has one.
    return QDir::isAbsolutePath(written) ? written
                                         : QDir::cleanPath(QDir(officeFolder).filePath(written));
}

Result<QString> checkedUpdatePlace(const QString& typed)
{
    const QString place = typed.trimmed();
    const bool looksLikeAddress = place.contains(QLatin1String("://"));
    if (place.size() > mostPlace || !isPlain(place) || place.contains(u'\n')
        || (looksLikeAddress && !isHttps(place))) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::Updates",
                                                 "Write the path of a file, or a web address that "
                                                 "begins with https://."),
                     {}};
    }
    return place;
}

Result<QByteArray> fetchUpdateNotice(const UpdatePlace& place)
{
    if (place.isWeb()) {
        if (!canReadWeb()) {
            return Error{ErrorCode::Unsupported,
                         QCoreApplication::translate("core::Updates",
                                                     "This build of the program reads no web "
                                                     "address; the notice can lie on the share."),
                         {}};
        }
        auto text = readWeb(QUrl(place.place, QUrl::StrictMode), mostBytes, longestWait);
        return text ? text : Result<QByteArray>(unreadable(text.error().detail));
    }
    QFile file(place.path());
    if (place.isOff() || !QFileInfo(file.fileName()).isFile()) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("core::Updates",
                                                 "There is no notice of new versions at this "
                                                 "place."),
                     {}};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(file.errorString());
    }
    const QByteArray bytes = file.read(mostBytes + 1);
    return file.error() == QFileDevice::NoError
        ? Result<QByteArray>(bytes)
        : Result<QByteArray>(unreadable(file.errorString()));
}

Result<UpdateNotice> readUpdateNotice(const UpdatePlace& place)
{
    auto bytes = fetchUpdateNotice(place);
    return bytes ? parseUpdateNotice(*bytes) : Result<UpdateNotice>(bytes.error());
}

QString updateTarget(const UpdateNotice& notice, const UpdatePlace& place)
{
    if (isHttps(notice.where)) {
        return notice.where;
    }
    if (place.isWeb() || place.isOff()) {
        return {};
    }
    const QDir beside = QFileInfo(place.path()).absoluteDir();
    const QFileInfo folder(
        beside.filePath(notice.where.isEmpty() ? QStringLiteral(".") : notice.where));
    // A bundle of macOS is a folder that runs when it is opened.
    const bool isOnlyAFolder = folder.isDir() && !folder.isBundle();
    return isOnlyAFolder ? QDir::cleanPath(folder.absoluteFilePath()) : beside.absolutePath();
}

} // namespace core
