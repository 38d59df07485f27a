#include "app/ctl/ShellWords.h"

#include <QCoreApplication>

namespace ctl {

namespace {

/// Where the quoted text that begins behind `start` ends (index of the closing quote), its content in `word`.
qsizetype readQuoted(QStringView line, qsizetype start, QString& word)
{
    const QChar quote = line[start];
    for (qsizetype i = start + 1; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == quote) {
            return i;
        }
        if (quote == u'"' && c == u'\\' && i + 1 < line.size()
            && QStringView(u"\"\\$`").contains(line[i + 1])) {
            ++i;
            word.append(line[i]);
            continue;
        }
        word.append(c);
    }
    return -1;
}

} // namespace

core::Result<QStringList> shellWords(QStringView line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c.isSpace()) {
            if (inWord) {
                words.append(std::exchange(word, {}));
                inWord = false;
            }
        } else if (c == u'#' && !inWord) {
            break;
        } else if (c == u'\'' || c == u'"') {
            inWord = true;
            i = readQuoted(line, i, word);
            if (i < 0) {
                return core::Error{
                    core::ErrorCode::Invalid,
                    QCoreApplication::translate("ctl::ShellWords",
                                                "A quotation mark is not closed on this line."),
                    {}};
            }
        } else if (c == u'\\' && i + 1 < line.size()) {
            inWord = true;
            ++i;
            word.append(line[i]);
        } else {
            inWord = true;
            word.append(c);
        }
    }
    if (inWord) {
        words.append(word);
    }
    return words;
}

} // namespace ctl
