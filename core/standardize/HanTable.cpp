#include "core/standardize/HanTable.h"

#include "core/base/Resources.h"

#include <QFile>

namespace core {

const HanTable& HanTable::instance()
{
    static const HanTable table;
    return table;
}

HanTable::HanTable()
    : m_simplified(size)
    , m_pinyin(size, 0)
    , m_syllables{QByteArray()}
{
    for (std::size_t i = 0; i < size; ++i) {
        m_simplified[i] = char16_t(first + i);
    }
    initResources();
    QFile file(QStringLiteral(":/dossier/tables/han.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QString text = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const qsizetype tab = line.indexOf(u'\t');
        if (tab < 0 || line.startsWith(u'#')) {
            continue;
        }
        const QStringView characters = line.mid(tab + 1);
        if (line.first(tab) == QLatin1String("=")) {
            for (qsizetype i = 0; i + 1 < characters.size(); i += 2) {
                if (const char16_t own = characters[i].unicode(); covers(own)) {
                    m_simplified[own - first] = characters[i + 1].unicode();
                }
            }
            continue;
        }
        const auto syllable = quint16(m_syllables.size());
        m_syllables.push_back(line.first(tab).toLatin1());
        for (const QChar c : characters) {
            if (covers(c.unicode())) {
                m_pinyin[c.unicode() - first] = syllable;
            }
        }
    }
}

} // namespace core
