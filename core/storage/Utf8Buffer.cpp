#include "core/storage/Utf8Buffer.h"

#include <QChar>

#include <bit>
#include <cstdint>
#include <cstring>

namespace core {

namespace {

constexpr char32_t replacementCharacter = 0xfffd;

char* putByte(char* to, char32_t bits)
{
    *to = static_cast<char>(static_cast<unsigned char>(bits));
    return to + 1;
}

/// Copies ASCII, four characters at a time; stops before the first that is none.
void copyAscii(const char16_t*& from, const char16_t* end, char*& to)
{
    if constexpr (std::endian::native == std::endian::little) {
        constexpr std::ptrdiff_t atOnce = 4;
        constexpr std::uint64_t anyOther = 0xff80ff80ff80ff80;
        while (end - from >= atOnce) {
            std::uint64_t four = 0;
            std::memcpy(&four, from, sizeof(four));
            if ((four & anyOther) != 0) {
                break;
            }
            four |= four >> 8; // bytes 0 and 1 hold two characters now, 4 and 5 the other two
            const auto bytes
                = static_cast<std::uint32_t>((four & 0xffff) | ((four >> 16) & 0xffff0000));
            std::memcpy(to, &bytes, sizeof(bytes));
            from += atOnce;
            to += atOnce;
        }
    }
    while (from != end && *from < 0x80) {
        to = putByte(to, *from++);
    }
}

} // namespace

qsizetype encodeInto(QByteArray& buffer, QStringView text)
{
    constexpr qsizetype roomToGrow = 48;
    if (!fitsInto(buffer, text)) {
        buffer = QByteArray(3 * text.size() + roomToGrow, Qt::Uninitialized);
    }
    char* const begin = buffer.data();
    char* to = begin;
    const char16_t* from = text.utf16();
    const char16_t* const end = from + text.size();
    while (from != end) {
        char32_t c = *from++;
        if (c < 0x80) {
            copyAscii(--from, end, to);
            continue;
        }
        if (c < 0x800) {
            to = putByte(to, 0xc0 | (c >> 6));
            to = putByte(to, 0x80 | (c & 0x3f));
            continue;
        }
        if (QChar::isSurrogate(c)) {
            if (QChar::isHighSurrogate(c) && from != end && QChar::isLowSurrogate(*from)) {
                c = QChar::surrogateToUcs4(static_cast<char16_t>(c), *from++);
                to = putByte(to, 0xf0 | (c >> 18));
                to = putByte(to, 0x80 | ((c >> 12) & 0x3f));
                to = putByte(to, 0x80 | ((c >> 6) & 0x3f));
                to = putByte(to, 0x80 | (c & 0x3f));
                continue;
            }
            c = replacementCharacter;
        }
        to = putByte(to, 0xe0 | (c >> 12));
        to = putByte(to, 0x80 | ((c >> 6) & 0x3f));
        to = putByte(to, 0x80 | (c & 0x3f));
    }
    return to - begin;
}

} // namespace core
