#include "core/crypto/RecoveryCode.h"

#include <QCoreApplication>

#include <array>
#include <sodium.h>

namespace core {

namespace {

constexpr int codeBytes = 32;
constexpr int dataPerLine = 13; // 4 lines x 13 x 5 bits = 260 >= 256
constexpr int lineCount = 4;
constexpr int groupSize = 4;
constexpr char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int valueOf(QChar c)
{
    const char16_t upper = c.toUpper().unicode();
    if (upper == u'O') {
        return 0;
    }
    if (upper == u'I' || upper == u'L') {
        return 1;
    }
    for (int i = 0; i < 32; ++i) {
        if (upper == char16_t(crockford[i])) {
            return i;
        }
    }
    return -1;
}

/// Product in the field of 32 elements, modulo x^5 + x^2 + 1.
int fieldProduct(int a, int b)
{
    int product = 0;
    for (; b != 0; b >>= 1) {
        product ^= (b & 1) != 0 ? a : 0;
        a = (a << 1) ^ ((a & 16) != 0 ? 0b100101 : 0);
    }
    return product;
}

/// Sum over the field of 32 elements with a different power of x for each place: every single slip and every exchange of
/// two characters changes it. The line's number enters, so that lines cannot change places.
int checkValue(const std::array<int, dataPerLine>& values, int line)
{
    int sum = line + 1;
    int weight = 2;
    for (const int value : values) {
        sum ^= fieldProduct(value, weight);
        weight = fieldProduct(weight, 2);
    }
    return sum;
}

int fiveBits(const unsigned char* bytes, int index)
{
    int value = 0;
    for (int bit = index * 5; bit < index * 5 + 5; ++bit) {
        value <<= 1;
        if (bit < codeBytes * 8) {
            value |= bytes[bit / 8] >> (7 - bit % 8) & 1;
        }
    }
    return value;
}

Error lineError(int line)
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate(
                "core::RecoveryCode",
                "Line %1 of the recovery code is not right. Compare it with the sheet.")
                .arg(line + 1),
            {}};
}

} // namespace

RecoveryCode RecoveryCode::random()
{
    return RecoveryCode(SecureBytes::random(codeBytes));
}

QString RecoveryCode::toText() const
{
    QString text;
    for (int line = 0; line < lineCount; ++line) {
        std::array<int, dataPerLine> values{};
        for (int i = 0; i < dataPerLine; ++i) {
            values[std::size_t(i)] = fiveBits(m_bits.data(), line * dataPerLine + i);
        }
        int column = 0;
        const auto add = [&](int value) {
            if (column > 0 && column % groupSize == 0) {
                text += u' ';
            }
            text += QLatin1Char(crockford[value]);
            ++column;
        };
        for (const int value : values) {
            add(value);
        }
        add(checkValue(values, line));
        text += u'\n';
    }
    return text;
}

Result<RecoveryCode> RecoveryCode::parse(QStringView text)
{
    std::vector<int> values;
    constexpr int perLine = dataPerLine + 1;
    for (const QChar c : text) {
        if (c.isSpace() || c == u'-') {
            continue;
        }
        const int value = valueOf(c);
        if (value < 0) {
            return lineError(int(values.size()) / perLine);
        }
        values.push_back(value);
    }
    if (values.size() != std::size_t(perLine) * lineCount) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::RecoveryCode",
                                                 "A recovery code has %1 lines of %2 characters.")
                         .arg(lineCount)
                         .arg(perLine),
                     {}};
    }
    SecureBytes bits(codeBytes);
    int bit = 0;
    for (int line = 0; line < lineCount; ++line) {
        const std::size_t first = std::size_t(line) * perLine;
        std::array<int, dataPerLine> data{};
        for (std::size_t i = 0; i < data.size(); ++i) {
            data[i] = values[first + i];
        }
        if (checkValue(data, line) != values[first + dataPerLine]) {
            return lineError(line);
        }
        for (const int value : data) {
            for (int shift = 4; shift >= 0; --shift, ++bit) {
                if (bit < codeBytes * 8 && (value >> shift & 1) != 0) {
                    bits.data()[bit / 8] |= static_cast<unsigned char>(1U << (7 - bit % 8));
                }
            }
        }
    }
    return RecoveryCode(std::move(bits));
}

SecureBytes RecoveryCode::seed() const
{
    constexpr unsigned char context[] = "dossier-recovery-1";
    SecureBytes seed(32);
    crypto_generichash(
        seed.data(), seed.size(), m_bits.data(), m_bits.size(), context, sizeof(context) - 1);
    return seed;
}

} // namespace core
