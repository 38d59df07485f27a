#include "core/storage/Utf8Buffer.h"

#include <QChar>

namespace core {

namespace {

constexpr char32_t replacementCharacter = 0xfffd;

char* putByte(char* to, char32_t bits)
{
    *to = static_cast<char>(static_cast<unsigned char>(bits));
    return to + 1;
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
            to = putByte(to, c);
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
