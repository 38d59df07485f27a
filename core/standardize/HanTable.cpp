#include "core/standardize/HanTable.h"

#include <QHash>

#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace core {

namespace {

/// All characters of the range through one transliterator, each between line ends, which it leaves alone.
QStringList transliterated(const char* id, char16_t first, std::size_t count)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createInstance(icu::UnicodeString(id), UTRANS_FORWARD, status));
    QStringList lines;
    if (U_FAILURE(status) || rules == nullptr) {
        return lines;
    }
    icu::UnicodeString text;
    for (std::size_t i = 0; i < count; ++i) {
        text.append(char16_t(first + i));
        text.append(char16_t(u'\n'));
    }
    rules->transliterate(text);
    return QString::fromUtf16(text.getBuffer(), text.length()).split(u'\n');
}

} // namespace

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
    const QStringList simple = transliterated("Traditional-Simplified", first, size);
    // Without its tone mark ü would become u: 吕 must stay lv, apart from 路.
    const QStringList latin
        = transliterated("Han-Latin; ü > v; ǖ > v; ǘ > v; ǚ > v; ǜ > v", first, size);
    const QStringList sound = latin.isEmpty() ? transliterated("Han-Latin", first, size) : latin;
    QHash<QByteArray, quint16> known;
    for (std::size_t i = 0; i < size; ++i) {
        const auto own = char16_t(first + i);
        const QString form = simple.value(qsizetype(i));
        m_simplified[i] = form.size() == 1 ? form.front().unicode() : own;
        QString syllable = sound.value(qsizetype(i)).trimmed().section(u' ', 0, 0);
        syllable.replace(u'ü', u'v')
            .replace(u'ǖ', u'v')
            .replace(u'ǘ', u'v')
            .replace(u'ǚ', u'v')
            .replace(u'ǜ', u'v');
        QByteArray plain;
        for (const QChar c : syllable.normalized(QString::NormalizationForm_D)) {
            if (c.toLower().unicode() >= u'a' && c.toLower().unicode() <= u'z') {
                plain.append(char(c.toLower().unicode()));
            }
        }
        if (plain.isEmpty() || (syllable.size() == 1 && syllable.front().unicode() == own)) {
            continue;
        }
        auto found = known.find(plain);
        if (found == known.end()) {
            found = known.insert(plain, quint16(m_syllables.size()));
            m_syllables.push_back(plain);
        }
        m_pinyin[i] = *found;
    }
}

} // namespace core
