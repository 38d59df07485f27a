/// CommandLine: dossierctl as another program calls it: arguments in, exit code, standard output and error back.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

class QProcess;

namespace tests {

struct Answer
{
    int exit = -1;
    QByteArray out;
    QByteArray error;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// Empty where every key is there; else the missing ones.
    [[nodiscard]] QStringList missing(const QStringList& keys) const;
};

/// A folder with an office in it, and the names and passwords to call it with.
class CommandLine
{
public:
    CommandLine();

    /// `line` is split as a POSIX shell would; runs with --json as the person set before.
    Answer run(const QString& line, const QByteArray& input = {}) const;
    /// The same without --json.
    Answer plain(const QString& line) const;
    /// Many commands with one login; an answer per line.
    QList<QJsonObject> batch(const QStringList& lines) const;

    /// A call that is not yet started, for a test that talks with the program.
    void prepare(QProcess& process, const QStringList& arguments) const;

    /// Where the program keeps its logs and what it notes of offices.
    [[nodiscard]] QString dataFolder() const;
    /// What this computer notes of the office is lost.
    void forgetOffice(const QString& id) const;
    void actAs(const QString& user, const QString& password);
    QString write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    Answer call(const QStringList& arguments, const QByteArray& input) const;

    QTemporaryDir m_folder;
    QString m_user;
    QString m_password;
};

} // namespace tests
