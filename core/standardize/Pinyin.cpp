#include "core/standardize/Pinyin.h"

#include "core/standardize/HanTable.h"
#include "core/standardize/TextForm.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct SpecialReading
{
    QStringView characters;
    QLatin1String syllables; ///< separated by blanks
};

/// Readings that a surname has and the character elsewhere has not (Xinhua Zidian, and the usage of their bearers).
constexpr std::array<SpecialReading, 27> surnameReadings{{
    {u"单", QLatin1String("shan")}, {u"解", QLatin1String("xie")},   {u"查", QLatin1String("zha")},
    {u"曾", QLatin1String("zeng")}, {u"仇", QLatin1String("qiu")},   {u"区", QLatin1String("ou")},
    {u"盖", QLatin1String("ge")},   {u"朴", QLatin1String("piao")},  {u"乐", QLatin1String("yue")},
    {u"覃", QLatin1String("qin")},  {u"冼", QLatin1String("xian")},  {u"缪", QLatin1String("miao")},
    {u"召", QLatin1String("shao")}, {u"燕", QLatin1String("yan")},   {u"任", QLatin1String("ren")},
    {u"华", QLatin1String("hua")},  {u"翟", QLatin1String("zhai")},  {u"车", QLatin1String("che")},
    {u"尉", QLatin1String("wei")},  {u"秘", QLatin1String("bi")},    {u"折", QLatin1String("she")},
    {u"黑", QLatin1String("he")},   {u"种", QLatin1String("chong")}, {u"洗", QLatin1String("xian")},
    {u"员", QLatin1String("yun")},  {u"繁", QLatin1String("po")},    {u"祭", QLatin1String("zhai")},
}};

constexpr std::array<SpecialReading, 34> compoundSurnames{{
    {u"欧阳", QLatin1String("ou yang")},   {u"司马", QLatin1String("si ma")},
    {u"诸葛", QLatin1String("zhu ge")},    {u"上官", QLatin1String("shang guan")},
    {u"尉迟", QLatin1String("yu chi")},    {u"万俟", QLatin1String("mo qi")},
    {u"长孙", QLatin1String("zhang sun")}, {u"司徒", QLatin1String("si tu")},
    {u"司空", QLatin1String("si kong")},   {u"夏侯", QLatin1String("xia hou")},
    {u"皇甫", QLatin1String("huang fu")},  {u"东方", QLatin1String("dong fang")},
    {u"独孤", QLatin1String("du gu")},     {u"南宫", QLatin1String("nan gong")},
    {u"慕容", QLatin1String("mu rong")},   {u"宇文", QLatin1String("yu wen")},
    {u"令狐", QLatin1String("ling hu")},   {u"公孙", QLatin1String("gong sun")},
    {u"轩辕", QLatin1String("xuan yuan")}, {u"端木", QLatin1String("duan mu")},
    {u"百里", QLatin1String("bai li")},    {u"呼延", QLatin1String("hu yan")},
    {u"东郭", QLatin1String("dong guo")},  {u"西门", QLatin1String("xi men")},
    {u"申屠", QLatin1String("shen tu")},   {u"澹台", QLatin1String("tan tai")},
    {u"赫连", QLatin1String("he lian")},   {u"拓跋", QLatin1String("tuo ba")},
    {u"闻人", QLatin1String("wen ren")},   {u"太史", QLatin1String("tai shi")},
    {u"钟离", QLatin1String("zhong li")},  {u"公羊", QLatin1String("gong yang")},
    {u"淳于", QLatin1String("chun yu")},   {u"濮阳", QLatin1String("pu yang")},
}};

/// Words in which a character is not read as it mostly is.
constexpr std::array<SpecialReading, 22> words{{
    {u"重庆", QLatin1String("chong qing")},  {u"银行", QLatin1String("yin hang")},
    {u"商行", QLatin1String("shang hang")},  {u"车行", QLatin1String("che hang")},
    {u"行业", QLatin1String("hang ye")},     {u"长春", QLatin1String("chang chun")},
    {u"长沙", QLatin1String("chang sha")},   {u"长江", QLatin1String("chang jiang")},
    {u"长城", QLatin1String("chang cheng")}, {u"长风", QLatin1String("chang feng")},
    {u"厦门", QLatin1String("xia men")},     {u"蚌埠", QLatin1String("beng bu")},
    {u"六安", QLatin1String("lu an")},       {u"台州", QLatin1String("tai zhou")},
    {u"音乐", QLatin1String("yin yue")},     {u"乐器", QLatin1String("yue qi")},
    {u"会计", QLatin1String("kuai ji")},     {u"大夫", QLatin1String("dai fu")},
    {u"西藏", QLatin1String("xi zang")},     {u"重工", QLatin1String("zhong gong")},
    {u"调味", QLatin1String("tiao wei")},    {u"都市", QLatin1String("du shi")},
}};

template <std::size_t N>
const SpecialReading* startingWith(const std::array<SpecialReading, N>& list, QStringView text)
{
    for (const SpecialReading& entry : list) {
        if (text.startsWith(entry.characters)) {
            return &entry;
        }
    }
    return nullptr;
}

void addSyllables(QStringList& list, QLatin1String syllables)
{
    for (const auto& syllable : QString(syllables).split(u' ')) {
        list.append(syllable);
    }
}

Reading joined(const QStringList& syllables)
{
    Reading reading;
    for (const QString& syllable : syllables) {
        reading.full += syllable;
        // A number belongs to the initials whole: 21世纪 is "21sj".
        reading.initials += syllable.front().isDigit() ? syllable : QString(syllable.front());
    }
    return reading;
}

} // namespace

bool hasCompoundSurname(QStringView name)
{
    return startingWith(compoundSurnames, toSimplified(name.left(2))) != nullptr;
}

int surnameLength(QStringView name)
{
    if (name.isEmpty() || !isHan(name.front().unicode())) {
        return 0;
    }
    return name.size() > 2 && hasCompoundSurname(name) ? 2 : 1;
}

QStringList pinyinSyllables(QStringView name, bool person)
{
    const QString text = foldText(name);
    const HanTable& table = HanTable::instance();
    QStringList syllables;
    qsizetype i = 0;
    if (person) {
        const SpecialReading* surname = startingWith(compoundSurnames, text);
        if (surname == nullptr) {
            surname = startingWith(surnameReadings, text);
        }
        if (surname != nullptr) {
            addSyllables(syllables, surname->syllables);
            i = surname->characters.size();
        }
    }
    QString run;
    const auto endRun = [&] {
        if (!run.isEmpty()) {
            syllables.append(std::exchange(run, {}));
        }
    };
    while (i < text.size()) {
        const QChar c = text[i];
        if (const QLatin1String syllable = table.pinyin(c.unicode()); !syllable.isEmpty()) {
            endRun();
            const SpecialReading* word = startingWith(words, QStringView(text).mid(i));
            if (word != nullptr) {
                addSyllables(syllables, word->syllables);
                i += word->characters.size();
                continue;
            }
            syllables.append(syllable);
        } else if (c.isLetterOrNumber()) {
            if (!run.isEmpty() && run.back().isDigit() != c.isDigit()) {
                endRun();
            }
            run.append(c);
        } else {
            endRun();
        }
        ++i;
    }
    endRun();
    return syllables;
}

bool isPinyinSyllable(QStringView text)
{
    static const QSet<QString> known = [] {
        QSet<QString> all;
        for (const QByteArray& syllable : HanTable::instance().syllables()) {
            all.insert(QString::fromLatin1(syllable));
        }
        all.remove(QString());
        return all;
    }();
    return known.contains(text.toString());
}

Reading personReading(QStringView name)
{
    return joined(pinyinSyllables(name, true));
}

Reading companyReading(QStringView name)
{
    return joined(pinyinSyllables(name, false));
}

QString sortKey(QStringView name, bool person)
{
    QString key;
    for (const QString& syllable : pinyinSyllables(name, person)) {
        if (syllable.front().isDigit()) {
            // Numbers by size: their length first.
            key += QChar(char16_t(u'0' + std::min<qsizetype>(syllable.size(), 9))) + syllable;
        } else {
            key += syllable;
        }
        key += u' ';
    }
    // Same sound: by the characters themselves.
    return key + QChar(u'\x01') + foldText(name);
}

} // namespace core
