/// MatchFeatures: what matching sees of a record: standardized once, packed, then compared many times. How rare a value
/// is stands beside it in eighths of a bit (log2 of how many records one would have to look at to meet it by chance).
/// Pure, any thread.
#pragma once

#include "core/duplicates/DuplicateEngine.h"
#include "core/duplicates/MatchText.h"

#include <QString>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace core {

enum class MatchKind : std::uint8_t
{
    Unknown,
    Company,
    Person
};

/// Kinds of values, for counting them.
enum class MatchValue : std::uint8_t
{
    Name,
    NameSound,
    NamePart,
    PartSound,
    Contact,
    Phone,
    Email,
    MailBox,
    MailDomain,
    Code,
    Birth,
    Street,
    Road,
    Area,
    City
};
inline constexpr std::size_t matchValueCount = std::size_t(MatchValue::City) + 1;

struct Slice
{
    std::uint16_t at = 0;
    std::uint8_t size = 0;
    std::uint8_t rarity
        = 80; ///< of values that are counted: RareSlice; it takes no room of its own

    [[nodiscard]] bool isEmpty() const { return size == 0; }
};
static_assert(sizeof(Slice) == 4);

using RareSlice = Slice;

struct MatchName
{
    static constexpr std::size_t mostParts = 5;
    struct Part
    {
        RareSlice
            text; ///< a word; of a Chinese person surname or given name; of a Chinese company its first letters
        RareSlice sound; ///< pinyin; the word itself where it is Latin
    };

    RareSlice whole; ///< letters and digits only; without legal form, place and branch
    RareSlice sound; ///< the sounds of the parts, in order of the alphabet
    Slice branch; ///< the branch of a company
    Slice place; ///< the place in a company's name
    std::array<Part, mostParts> parts{};
    std::uint8_t count = 0;
    std::uint8_t surname = mostParts; ///< which part; mostParts: not known
    bool isHan = false;

    [[nodiscard]] bool isEmpty() const { return whole.isEmpty(); }
};

struct MatchMail
{
    RareSlice whole; ///< what stands before the @ without dots and tags, @, the domain
    RareSlice box;
    RareSlice domain;
    bool isRole = false; ///< info@, sales@
    bool isFree = false; ///< of a provider that everybody uses
    bool isNamed = false; ///< made of nothing but the person's name: namesakes have it too
};

struct MatchFeatures
{
    static constexpr std::size_t mostPhones = 3;
    static constexpr std::size_t mostMails = 2;

    std::u16string pool;
    MatchKind kind = MatchKind::Unknown;
    bool kindIsGiven = false;
    bool codeIsValid = false; ///< its check digit is right
    MatchName name;
    MatchName contact;
    std::array<RareSlice, mostPhones> phones{}; ///< digits, without country and area zero
    std::array<MatchMail, mostMails> mails{};
    RareSlice code;
    RareSlice birth; ///< eight digits
    RareSlice street; ///< letters and digits only
    RareSlice road; ///< name of the street and first number
    Slice roadName; ///< the street without numbers
    Slice numbers; ///< the numbers in the street, in order, a blank between
    RareSlice district; ///< or postcode where there is one
    RareSlice city;
    Slice province;

    [[nodiscard]] TextView text(const Slice& slice) const
    {
        return TextView(pool).substr(slice.at, slice.size);
    }
    [[nodiscard]] TextView firstNumber() const
    {
        const TextView all = text(numbers);
        return all.substr(0, all.find(u' '));
    }

    /// Each value that is counted, with its place for the rarity.
    template <typename Each>
    void forEachValue(MatchValue wanted, const Each& each)
    {
        const auto one = [&](RareSlice& slice) {
            if (!slice.isEmpty()) {
                each(text(slice), slice.rarity);
            }
        };
        switch (wanted) {
        case MatchValue::Name:
            one(name.whole);
            break;
        case MatchValue::NameSound:
            one(name.sound);
            one(contact.sound);
            break;
        case MatchValue::NamePart:
            for (std::size_t i = 0; i < name.count; ++i) {
                one(name.parts[i].text);
            }
            for (std::size_t i = 0; i < contact.count; ++i) {
                one(contact.parts[i].text);
            }
            break;
        case MatchValue::PartSound:
            for (std::size_t i = 0; i < name.count; ++i) {
                one(name.parts[i].sound);
            }
            for (std::size_t i = 0; i < contact.count; ++i) {
                one(contact.parts[i].sound);
            }
            break;
        case MatchValue::Contact:
            one(contact.whole);
            break;
        case MatchValue::Phone:
            for (RareSlice& phone : phones) {
                one(phone);
            }
            break;
        case MatchValue::Email:
            for (MatchMail& mail : mails) {
                one(mail.whole);
            }
            break;
        case MatchValue::MailBox:
            for (MatchMail& mail : mails) {
                one(mail.box);
            }
            break;
        case MatchValue::MailDomain:
            for (MatchMail& mail : mails) {
                one(mail.domain);
            }
            break;
        case MatchValue::Code:
            one(code);
            break;
        case MatchValue::Birth:
            one(birth);
            break;
        case MatchValue::Street:
            one(street);
            break;
        case MatchValue::Road:
            one(road);
            break;
        case MatchValue::Area:
            one(district);
            break;
        case MatchValue::City:
            one(city);
            break;
        }
    }
};

[[nodiscard]] MatchFeatures featuresOf(const MatchRecord& record);

} // namespace core
