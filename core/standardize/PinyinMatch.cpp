#include "core/standardize/PinyinMatch.h"

#include "core/standardize/Pinyin.h"
#include "core/standardize/TextForm.h"

namespace core {

MatchKeys matchKeysOf(QStringView name)
{
    MatchKeys keys{foldText(name), {}, {}};
    if (containsHan(name)) {
        Reading reading = companyReading(name);
        keys.full = std::move(reading.full);
        keys.initials = std::move(reading.initials);
    }
    return keys;
}

int matchRank(const MatchKeys& keys, QStringView typed)
{
    enum Rank
    {
        Inside = 1,
        Word,
        Initials,
        Spoken,
        Beginning
    };
    if (keys.folded.startsWith(typed)) {
        return Beginning;
    }
    if (keys.full.startsWith(typed)) {
        return Spoken;
    }
    if (keys.initials.startsWith(typed)) {
        return Initials;
    }
    const qsizetype at = keys.folded.indexOf(typed);
    if (at > 0) {
        return keys.folded.at(at - 1).isLetterOrNumber() && !containsHan(typed) ? Inside : Word;
    }
    return 0;
}

} // namespace core
