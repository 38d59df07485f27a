// check_messages <source folder> <folder of SeenTexts> <allow-list> <test program>…
// Every message of core is seen by a test. A message is a text of core/**/*.cpp that is a whole sentence (it ends with a
// full stop; labels do not), or that stands in the same statement as an ErrorCode. Seen is what SeenTexts.h wrote down while
// the test programs ran. The allow-list names those that nothing can provoke, "context|text" each behind a line "# why".
// Exit code 77: not all programs ran, so nothing can be said.
#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <cstdio>

namespace {

constexpr int skipped = 77;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Literals as they stand in a source, one behind another: "a " "b\n".
QString textOf(const QString& literals)
{
    static const QRegularExpression literal(QStringLiteral(R"lit("((?:[^"\\]|\\.)*)")lit"));
    QString text;
    for (auto all = literal.globalMatch(literals); all.hasNext();) {
        text += all.next().captured(1);
    }
    return text.replace(QStringLiteral("\\n"), QStringLiteral("\n"))
        .replace(QStringLiteral("\\\""), QStringLiteral("\""));
}

/// The statement around a place: what lies between semicolons or the ends of blocks.
QStringView statementAt(const QString& source, qsizetype from, qsizetype to)
{
    const qsizetype begin = std::max({source.lastIndexOf(u';', from),
                                      source.lastIndexOf(QStringLiteral("}\n"), from),
                                      source.lastIndexOf(QStringLiteral("{\n"), from)});
    const qsizetype end = source.indexOf(u';', to);
    return QStringView(source).mid(begin + 1, (end < 0 ? source.size() : end) - begin - 1);
}

QSet<QString> messagesIn(const QString& source)
{
    static const QRegularExpression call(QStringLiteral(
        R"call((?:translate|QT_TRANSLATE_NOOP)\(\s*"([^"]+)"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+))call"));
    QSet<QString> messages;
    for (auto all = call.globalMatch(source); all.hasNext();) {
        const auto match = all.next();
        const QString text = textOf(match.captured(2));
        if (text.endsWith(u'.')
            || statementAt(source, match.capturedStart(), match.capturedEnd())
                   .contains(QStringLiteral("ErrorCode::"))) {
            messages.insert(match.captured(1) + u'|' + text);
        }
    }
    return messages;
}

QSet<QString> messagesOfCore(const QString& root)
{
    QSet<QString> messages;
    QDirIterator files(root + QStringLiteral("/core"),
                       {QStringLiteral("*.cpp")},
                       QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        messages += messagesIn(QString::fromUtf8(contentOf(files.next())));
    }
    return messages;
}

QSet<QString> allowedIn(const QString& path)
{
    QSet<QString> allowed;
    for (const QString& line :
         QString::fromUtf8(contentOf(path)).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#')) {
            allowed.insert(line);
        }
    }
    return allowed;
}

int say(const char* what, QStringList texts)
{
    texts.sort();
    for (const QString& text : texts) {
        std::fprintf(stderr, "%s: %s\n", what, qPrintable(text));
    }
    return texts.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 5) {
        std::fprintf(stderr, "check_messages SOURCES SEEN ALLOWED PROGRAM…\n");
        return 2;
    }
    QSet<QString> seen;
    for (const QString& program : arguments.mid(4)) {
        const QString path = arguments[2] + u'/' + program + QStringLiteral(".txt");
        if (!QFileInfo::exists(path)) {
            std::fprintf(stderr, "%s did not run: nothing to say\n", qPrintable(program));
            return skipped;
        }
        const auto texts = QString::fromUtf8(contentOf(path)).split(QChar(u'\0'));
        seen += QSet<QString>(texts.begin(), texts.end());
    }
    const QSet<QString> messages = messagesOfCore(arguments[1]);
    const QSet<QString> allowed = allowedIn(arguments[3]);
    std::fprintf(stderr, "%lld messages\n", static_cast<long long>(messages.size()));
    if (messages.isEmpty()) {
        return 1; // this test would prove nothing
    }
    return say("seen by no test", (messages - seen - allowed).values())
        | say("allowed, but seen or not there any more",
              ((allowed & seen) + (allowed - messages)).values());
}
