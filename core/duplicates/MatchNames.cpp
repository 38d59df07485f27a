#include "core/duplicates/MatchNames.h"

#include "core/standardize/Address.h"
#include "core/standardize/Pinyin.h"
#include "core/standardize/TextForm.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

using Qt::StringLiterals::operator""_s;

constexpr std::array personTitles{u"先生",   u"女士", u"小姐", u"太太", u"夫人", u"同志",
                                  u"总经理", u"副总", u"经理", u"老师", u"主任", u"老板",
                                  u"院长",   u"处长", u"科长", u"部长", u"医生", u"律师",
                                  u"会计",   u"教授", u"博士", u"总"};

constexpr std::array chineseForms{u"股份有限责任公司",
                                  u"有限责任公司",
                                  u"股份有限公司",
                                  u"集团有限公司",
                                  u"有限公司",
                                  u"股份公司",
                                  u"总公司",
                                  u"有限合伙",
                                  u"普通合伙",
                                  u"合伙企业",
                                  u"个体工商户",
                                  u"集团",
                                  u"公司",
                                  u"股份"};

constexpr std::array branchWords{
    u"分公司", u"子公司", u"分店", u"分部", u"分厂", u"分行", u"支行", u"办事处", u"营业部"};

bool isOneOf(const QString& word, std::initializer_list<const char*> words)
{
    return std::any_of(
        words.begin(), words.end(), [&word](const char* w) { return word == QLatin1String(w); });
}

bool isTitle(const QString& word)
{
    return isOneOf(word,
                   {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "esq", "phd", "md"});
}

bool isFormWord(const QString& word)
{
    return isOneOf(word, {"ltd",     "limited", "inc",         "incorporated", "llc", "llp",
                          "plc",     "corp",    "corporation", "gmbh",         "ag",  "kg",
                          "sa",      "srl",     "bv",          "nv",           "pty", "co",
                          "company", "group",   "holdings",    "the",          "and", "of",
                          "et",      "cie",     "sarl",        "oy",           "ab",  "as",
                          "spa",     "lp"});
}

/// "L.L.C." and "s.a." are one word; "435 s. la cienega" never comes here.
QString joinedInitials(const QString& folded)
{
    QString result;
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const bool between = folded[i] == u'.' && i > 0 && folded[i - 1].isLetter()
            && (i < 2 || !folded[i - 2].isLetter()) && i + 1 < folded.size()
            && folded[i + 1].isLetter() && (i + 2 >= folded.size() || !folded[i + 2].isLetter());
        if (!between) {
            result.append(folded[i]);
        }
    }
    return result;
}

/// Without the two dots, which people write as v, u or yu.
QString plainSound(const QStringList& syllables)
{
    QString sound = syllables.join(QString());
    return sound.replace(u"lv"_s, u"lu"_s).replace(u"nv"_s, u"nu"_s);
}

QString latinSound(const QString& word)
{
    static const QString noPinyin = u"lvo"_s; // Lvov
    return (word.startsWith(u"lv"_s) && !word.startsWith(noPinyin)) || word == u"lyu"_s
        ? u"lu"_s + word.mid(word == u"lyu"_s ? 3 : 2)
        : word;
}

QString soundOf(const QString& han, bool person)
{
    return plainSound(pinyinSyllables(han, person));
}

/// 清岛 for 青岛: pinyin typed, another word chosen.
bool soundsLike(const QString& text, const QString& place)
{
    return text.size() == place.size() && containsHan(place) && text != place
        && (text.front() == place.front() || text.back() == place.back())
        && soundOf(text, false) == soundOf(place, false);
}

/// Brackets of either width become blanks, what stands in them is given to `inside`.
QString withoutBrackets(const QString& folded, QStringList& inside)
{
    QString result;
    QString current;
    bool open = false;
    for (const QChar c : folded) {
        if (c == u'(' || c == u'（' || c == u'[' || c == u'【') {
            open = true;
        } else if (c == u')' || c == u'）' || c == u']' || c == u'】') {
            open = false;
            inside.append(std::exchange(current, {}));
        } else {
            (open ? current : result).append(c);
        }
    }
    return result + current;
}

/// Takes the branch off the end: 上海分公司, what stands behind the legal form or the two letters of its place.
QString takeBranch(QString& text)
{
    for (const auto* word : branchWords) {
        const QString ending = QString::fromUtf16(word);
        if (!text.endsWith(ending) || text.size() <= ending.size() + 2) {
            continue;
        }
        const qsizetype end = text.size() - ending.size();
        for (const auto* form : chineseForms) {
            const QString legal = QString::fromUtf16(form);
            const qsizetype at = text.lastIndexOf(legal, end - 1);
            if (at > 0 && at + legal.size() <= end) {
                const QString branch = text.mid(at + legal.size(), end - at - legal.size());
                text.truncate(at);
                return branch.isEmpty() ? ending : barePlace(branch);
            }
        }
        const QString branch = text.mid(end - 2, 2);
        text.truncate(end - 2);
        return branch;
    }
    return {};
}

PartedName partChineseCompany(const QString& folded, const QStringList& near)
{
    PartedName name;
    name.isHan = true;
    QStringList inside;
    QString text = withoutBrackets(folded, inside);
    text = solidText(text);
    name.branch = takeBranch(text);
    for (const auto* form : chineseForms) {
        const QString legal = QString::fromUtf16(form);
        if (const qsizetype at = text.indexOf(legal); at >= 2) {
            text.remove(at, legal.size());
        }
    }
    for (const QString& note : inside) {
        const QString solid = solidText(note);
        if (placePrefix(solid) == solid.size() || near.contains(barePlace(solid))) {
            name.place = barePlace(solid);
        } else if (!solid.isEmpty() && !QStringView(u"普通合伙有限合伙").contains(solid)) {
            text += solid;
        }
    }
    for (int round = 0; round < 2; ++round) { // 江苏省苏州市…
        qsizetype length = placePrefix(text);
        for (const QString& place : near) {
            if (text.startsWith(place)
                || (length == 0 && soundsLike(text.left(place.size()), place))) {
                length = std::max(length, place.size());
            }
        }
        if (length == 0 || text.size() - length < 2) {
            break;
        }
        name.place = barePlace(text.left(length));
        text = text.mid(length);
        if (text.startsWith(u'市') || text.startsWith(u'省') || text.startsWith(u'区')) {
            text = text.mid(1);
        }
    }
    name.parts = {text};
    name.sounds = {soundOf(text, false)};
    return name;
}

PartedName partLatinCompany(const QString& folded)
{
    PartedName name;
    QStringList inside;
    QString text = withoutBrackets(joinedInitials(folded), inside);
    if (!latinWords(text).isEmpty()) {
        name.place = inside.isEmpty() ? QString() : latinWords(inside.front()).join(QString());
    } else {
        text = folded;
    }
    // "Acme Trading Ltd - Dallas Branch"
    const qsizetype dash = text.indexOf(u" - "_s);
    if (dash > 2 && (text.contains(u"branch"_s) || text.contains(u"office"_s))) {
        QStringList words = latinWords(text.mid(dash + 3));
        words.removeAll(u"branch"_s);
        words.removeAll(u"office"_s);
        name.branch = words.isEmpty() ? u"branch"_s : words.join(QString());
        text.truncate(dash);
    }
    const QStringList words = latinWords(text);
    for (const QString& word : words) {
        if (!isFormWord(word)) {
            name.parts.append(word);
        }
    }
    if (name.parts.isEmpty()) {
        name.parts = words;
    }
    name.sounds = name.parts;
    return name;
}

} // namespace

QString solidText(QStringView text)
{
    QString result;
    for (const QChar c : foldText(text)) {
        if (c.isLetterOrNumber()) {
            result.append(c);
        }
    }
    return result;
}

QStringList latinWords(QStringView text)
{
    QStringList words;
    QString word;
    for (const QChar c : foldText(text)) {
        if (c.isLetterOrNumber()) {
            word.append(c);
        } else if (c != u'\'' && c != u'’' && !word.isEmpty()) {
            words.append(std::exchange(word, {}));
        }
    }
    if (!word.isEmpty()) {
        words.append(word);
    }
    return words;
}

QString barePlace(const QString& place)
{
    for (const auto* ending : {u"自治区", u"自治州", u"自治县", u"省", u"市", u"区", u"县"}) {
        const QString word = QString::fromUtf16(ending);
        if (place.endsWith(word) && place.size() - word.size() >= 2) {
            return place.chopped(word.size());
        }
    }
    return place;
}

PartedName partPersonName(const QString& cleaned)
{
    PartedName name;
    // 王伟（停用）, Anna Berg (old): what stands in brackets is a remark.
    QStringList inside;
    QString bare = withoutBrackets(cleaned, inside);
    if (solidText(bare).isEmpty()) {
        bare = cleaned;
    }
    name.isHan = containsHan(bare);
    if (!name.isHan) {
        const qsizetype comma = bare.indexOf(u',');
        for (const QString& word : latinWords(bare)) {
            if (!isTitle(word)) {
                name.parts.append(word);
            }
        }
        if (name.parts.size() >= 2) {
            // Berg, Anna and Anna Berg
            name.surname
                = comma > 0 ? latinWords(bare.left(comma)).size() - 1 : name.parts.size() - 1;
        }
        for (const QString& word : name.parts) {
            name.sounds.append(latinSound(word));
        }
        return name;
    }
    QString text = solidText(bare);
    for (const auto* title : personTitles) {
        const QString word = QString::fromUtf16(title);
        if (text.endsWith(word) && text.size() > word.size()) {
            text.chop(word.size());
            break;
        }
    }
    const qsizetype surname = std::min<qsizetype>(surnameLength(text), text.size());
    const QStringList syllables = pinyinSyllables(text, true);
    if (surname > 0 && surname < text.size() && syllables.size() == text.size()) {
        name.surname = 0;
        name.parts = {text.left(surname), text.mid(surname)};
        name.sounds = {plainSound(syllables.mid(0, surname)), plainSound(syllables.mid(surname))};
    } else {
        name.parts = {text};
        name.sounds = {plainSound(syllables)};
    }
    return name;
}

PartedName partCompanyName(const QString& cleaned, const QStringList& near)
{
    const QString folded = foldText(cleaned);
    return containsHan(cleaned) ? partChineseCompany(folded, near) : partLatinCompany(folded);
}

} // namespace core
