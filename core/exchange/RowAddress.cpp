// RowBuilder: the address of a row, from a cell that holds a whole one and from cells that hold parts.
#include "core/exchange/RowBuilder.h"
#include "core/standardize/Country.h"
#include "core/standardize/TextForm.h"

#include <QRegularExpression>

#include <algorithm>

namespace core {

void RowBuilder::putAddress()
{
    if (m_address.isEmpty()) {
        return;
    }
    ClientValues& values = m_row.values;
    const bool hasParts
        = values.has(Field::Province) || values.has(Field::City) || values.has(Field::District);
    const AddressLine line = splitAddressLine(m_addressLines);
    if ((hasParts || values.has(Field::Street)) && isSaidAlready(line)) {
        if (!values.has(Field::Country)) {
            values.set(Field::Country, line.country);
        }
        return;
    }
    if (values.has(Field::Street)) {
        keep(m_addressHeader, m_address); // a second address has no field
    } else if (!hasParts || agreesWithParts(line)) {
        putParts(line);
    } else {
        values.set(Field::Street, m_address);
    }
}

/// An address book writes the parts once more in one cell; so it says nothing but what they say.
bool RowBuilder::isSaidAlready(const AddressLine& line) const
{
    const ClientValues& values = m_row.values;
    const Address said = standardizeAddress({values.value(Field::Province),
                                             values.value(Field::City),
                                             values.value(Field::District),
                                             values.value(Field::Street)});
    if (standardizeAddress(line.parts) == said) {
        return true;
    }
    const auto bare = [](const QString& text) {
        static const QRegularExpression signs(QStringLiteral(R"([\s,，、;；()（）]+)"));
        return foldText(cleanText(text)).remove(signs);
    };
    QStringList parts{said.street, said.province, said.city, said.district};
    for (const Field field : {Field::Street,
                              Field::Province,
                              Field::City,
                              Field::District,
                              Field::Postcode,
                              Field::Country}) {
        parts.append(values.value(field));
    }
    for (QString& part : parts) {
        part = bare(part);
    }
    std::sort(parts.begin(), parts.end(), [](const QString& a, const QString& b) {
        return a.size() > b.size();
    });
    QString rest = bare(m_address);
    for (const QString& part : parts) {
        if (const qsizetype at = part.isEmpty() ? -1 : rest.indexOf(part); at >= 0) {
            rest.replace(at, part.size(), QStringLiteral(" "));
        }
    }
    rest = rest.trimmed();
    return rest.isEmpty() || (!values.has(Field::Country) && !countryOf(rest).isEmpty());
}

bool RowBuilder::agreesWithParts(const AddressLine& whole) const
{
    const Address& line = whole.parts;
    const ClientValues& values = m_row.values;
    const Address said = standardizeAddress({values.value(Field::Province),
                                             values.value(Field::City),
                                             values.value(Field::District),
                                             {}});
    const auto agrees = [](const QString& part, const QString& own) {
        return part.isEmpty() || own.isEmpty() || part == own;
    };
    return containsHan(m_address) && agrees(line.province, said.province)
        && agrees(line.city, said.city) && agrees(line.district, said.district);
}

void RowBuilder::putParts(const AddressLine& line)
{
    ClientValues& values = m_row.values;
    const auto put = [&values](Field field, const QString& part) {
        if (!values.has(field)) {
            values.set(field, part);
        }
    };
    put(Field::Province, line.parts.province);
    put(Field::City, line.parts.city);
    put(Field::District, line.parts.district);
    put(Field::Street, line.parts.street);
    put(Field::Postcode, line.postcode);
    put(Field::Country, line.country);
}

} // namespace core
