#include "core/storage/SqlIdentifier.h"

namespace core {

namespace {

struct IdentifierPart
{
    QString name;
    bool isQuoted = false;
};

char16_t closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
        return u'"';
    case u'`':
        return u'`';
    case u'[':
        return u']';
    default:
        return 0;
    }
}

/// Reads one quoted part that begins at `at` and moves `at` behind it; false where it does not end
/// properly.
bool readQuoted(QStringView text, qsizetype& at, QString& name)
{
    const QChar closing = closingQuote(text[at]);
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] != closing) {
            name += text[i];
            continue;
        }
        // two closing quotes are one character of the name, but not in brackets
        if (closing != u']' && i + 1 < text.size() && text[i + 1] == closing) {
            name += text[i++];
            continue;
        }
        at = i + 1;
        return at == text.size() || text[at] == u'.';
    }
    return false;
}

QList<IdentifierPart> readParts(QStringView text)
{
    QList<IdentifierPart> parts;
    qsizetype at = 0;
    while (at < text.size()) {
        IdentifierPart part;
        const qsizetype begin = at;
        part.isQuoted = closingQuote(text[at]) != 0 && readQuoted(text, at, part.name);
        if (!part.isQuoted) {
            const qsizetype dot = text.indexOf(u'.', begin);
            at = dot < 0 ? text.size() : dot;
            part.name = text.sliced(begin, at - begin).toString();
        }
        parts.append(part);
        ++at; // the dot
    }
    return parts;
}

} // namespace

QString quotedIdentifier(QStringView name)
{
    QString quoted;
    quoted.reserve(name.size() + 2);
    quoted += u'"';
    for (const QChar c : name) {
        if (c == u'"') {
            quoted += c;
        }
        quoted += c;
    }
    quoted += u'"';
    return quoted;
}

bool isQuotedIdentifier(QStringView text)
{
    if (text.isEmpty() || text.endsWith(u'.')) {
        return false;
    }
    const QList<IdentifierPart> parts = readParts(text);
    for (const IdentifierPart& part : parts) {
        if (!part.isQuoted) {
            return false;
        }
    }
    return true;
}

QStringList identifierParts(QStringView text)
{
    QStringList names;
    const QList<IdentifierPart> parts = readParts(text);
    for (const IdentifierPart& part : parts) {
        names.append(part.name);
    }
    return names;
}

} // namespace core
