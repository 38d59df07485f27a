#include "core/duplicates/MatchKeys.h"

#include <algorithm>
#include <string_view>

namespace core {

namespace {

constexpr std::size_t phoneTail = 8;

class KeyMaker
{
public:
    KeyMaker(const MatchFeatures& features, std::vector<std::uint64_t>& keys)
        : m_features(features)
        , m_keys(keys)
    { }

    void one(char kind, TextView text)
    {
        if (!text.empty()) {
            add(kind, hashOf(std::uint64_t(kind), text));
        }
    }
    void two(char kind, TextView text, TextView other)
    {
        if (!text.empty() && !other.empty()) {
            add(kind, mixHash(hashOf(std::uint64_t(kind), text), hashOf(1, other)));
        }
    }

    [[nodiscard]] TextView text(const Slice& slice) const { return m_features.text(slice); }
    [[nodiscard]] TextView tail(const RareSlice& phone, std::size_t digits) const
    {
        const TextView all = text(phone);
        return all.substr(all.size() - std::min(all.size(), digits));
    }
    [[nodiscard]] TextView area() const
    {
        return text(m_features.city.isEmpty() ? m_features.district : m_features.city);
    }

    /// Two numbers that differ in one digit, or of which one lacks a digit, share one of these.
    void withoutOne(char kind, TextView text, std::size_t from)
    {
        for (std::size_t i = from; i < text.size(); i += 2) {
            if (i > 0 && text[i] == text[i - 1]) {
                continue;
            }
            std::u16string rest(text.substr(0, i));
            rest += text.substr(i + 1);
            one(kind, rest);
        }
    }

    void phones()
    {
        for (const RareSlice& phone : m_features.phones) {
            const TextView digits = tail(phone, phoneTail);
            one('f', digits.substr(digits.size() > 7 ? 1 : 0));
        }
    }

    /// `from` 0 and 1: the places by twos, since all at once would be most of what a run needs of memory.
    void slippedPhones(std::size_t from)
    {
        for (const RareSlice& phone : m_features.phones) {
            if (const TextView digits = tail(phone, phoneTail); digits.size() >= 7) {
                withoutOne('g', digits, from);
            }
        }
    }

    void mails()
    {
        for (const MatchMail& mail : m_features.mails) {
            one('e', text(mail.whole));
            one('l', text(mail.box));
            if (mail.box.size >= 6) {
                // A slip in one half leaves the other.
                two('m',
                    text(mail.box).substr(0, mail.box.size / 2U),
                    text(mail.domain).substr(0, 3));
            }
            for (std::size_t i = 0; i < std::min<std::size_t>(m_features.name.count, 2); ++i) {
                two('d', text(mail.domain), text(m_features.name.parts[i].sound).substr(0, 3));
            }
        }
    }

    void codes()
    {
        const TextView code = text(m_features.code);
        one('c', code);
        if (code.size() >= 7) {
            one('C', code.substr(0, code.size() / 2 + 1));
            one('D', code.substr(code.size() / 2));
        }
    }

    void births()
    {
        const TextView birth = text(m_features.birth);
        if (birth.size() != 8) {
            return;
        }
        one('b', birth);
        for (std::size_t i = 0; i < m_features.name.count; ++i) {
            const TextView sound = text(m_features.name.parts[i].sound).substr(0, 3);
            two('B', sound, birth.substr(0, 6));
            two('y', sound, birth.substr(4));
            std::u16string yearAndDay(birth.substr(0, 4));
            yearAndDay += birth.substr(6);
            two('x', sound, yearAndDay);
        }
        two('M', area(), birth.substr(4));
    }

    void streets()
    {
        if (m_features.street.size >= 5) {
            one('s', text(m_features.street));
        }
        const TextView numbers = text(m_features.numbers);
        if (numbers.size() >= 6) {
            one('z', numbers);
        }
        two('r', text(m_features.road), area());
        two('N', m_features.firstNumber(), text(m_features.district));
        two('T', m_features.firstNumber(), text(m_features.roadName).substr(0, 3));
    }

    void names()
    {
        const MatchName& name = m_features.name;
        one('n', text(name.sound));
        two('q', text(name.sound), area());
        // A shop by its first letters where it has a slip further on.
        two('a', text(name.sound).substr(0, 5), area());
    }

    void nameParts()
    {
        const MatchName& name = m_features.name;
        const TextView number = m_features.firstNumber();
        for (std::size_t i = 0; i < name.count; ++i) {
            const TextView sound = text(name.parts[i].sound);
            if (sound.size() < 2) {
                continue;
            }
            for (const RareSlice& phone : m_features.phones) {
                two('4', sound, tail(phone, 4));
            }
            two('k', sound, number);
        }
    }

    void namePartsNearby()
    {
        const MatchName& name = m_features.name;
        for (std::size_t i = 0; i < name.count; ++i) {
            const TextView sound = text(name.parts[i].sound);
            if (sound.size() < 2) {
                continue;
            }
            two('u', sound, text(m_features.district));
            if (sound.size() >= 3) {
                two('w', sound, area());
                one('v', sound);
            }
        }
    }

    void contacts()
    {
        const MatchName& contact = m_features.contact;
        const TextView person = text(contact.sound);
        two('o', person, area());
        for (std::size_t i = 0; i < std::min<std::size_t>(m_features.name.count, 2); ++i) {
            two('O', person, text(m_features.name.parts[i].sound).substr(0, 4));
        }
        for (const RareSlice& phone : m_features.phones) {
            two('P', person, tail(phone, 4));
        }
        two('K', person, m_features.firstNumber());
        // The person of a company may stand in the name's place, and the other way round.
        const bool hasContact = contact.sound.size >= 5;
        if (hasContact || m_features.kind == MatchKind::Person) {
            two('Y', hasContact ? person : text(m_features.name.sound), area());
        }
    }

private:
    void add(char kind, std::uint64_t hash)
    {
        constexpr std::string_view weak = "vuwNTaMBYgKmd";
        const bool isWeak = weak.find(kind) != std::string_view::npos;
        m_keys.push_back((hash & ~std::uint64_t(1)) | (isWeak ? 1U : 0U));
    }

    const MatchFeatures& m_features;
    std::vector<std::uint64_t>& m_keys;
};

} // namespace

void addKeys(const MatchFeatures& features, int group, std::vector<std::uint64_t>& keys)
{
    KeyMaker make(features, keys);
    switch (group) {
    case 0:
    case 1:
        make.slippedPhones(std::size_t(group));
        break;
    case 2:
        make.phones();
        make.mails();
        make.codes();
        break;
    case 3:
        make.births();
        break;
    case 4:
        make.streets();
        break;
    case 5:
        make.contacts();
        break;
    case 6:
        make.names();
        break;
    case 7:
        make.namePartsNearby();
        break;
    default:
        make.nameParts();
        break;
    }
}

void addEntryKeys(const MatchFeatures& features, std::vector<std::uint64_t>& keys)
{
    KeyMaker make(features, keys);
    make.phones();
    make.mails();
    make.codes();
    make.streets();
    const MatchName& name = features.name;
    make.one('n', make.text(name.sound));
    make.two('q', make.text(name.sound), make.area());
    for (std::size_t i = 0; i < std::min<std::size_t>(name.count, 3); ++i) {
        const TextView sound = make.text(name.parts[i].sound);
        for (const RareSlice& phone : features.phones) {
            make.two('4', sound, make.tail(phone, 4));
        }
        make.two('k', sound, features.firstNumber());
        if (sound.size() >= 3) {
            make.two('w', sound, make.area());
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

} // namespace core
