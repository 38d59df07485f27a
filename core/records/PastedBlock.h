/// PastedBlock: a whole contact as it is pasted in one piece (a mail signature, a line of a chat, a parcel slip) -> what goes
/// into which field. Only what is sure finds a field, by its label or by its form; all else is returned as the rest, so that
/// nothing of the text is lost but separators, labels and greetings. Confidential numbers always stay in the rest. Pure, any
/// thread.
///
///     readPastedBlock(u"张三 13812345678 江苏省苏州市虎丘区朝阳路214号")
///         -> contact 张三, phone 13812345678, 江苏省, 苏州市, 虎丘区, 朝阳路214号
///
/// A name, an address or a phone by itself is no block, whatever stands in it.
#pragma once

#include "core/records/Field.h"

#include <QString>

#include <utility>
#include <vector>

namespace core {

struct PastedRest
{
    QString text;
    bool isConfidential = false; ///< an identity number, an account: may stand in no ordinary field

    friend bool operator==(const PastedRest&, const PastedRest&) = default;
};

struct PastedBlock
{
    std::vector<std::pair<Field, QString>> values; ///< as people read them, each field once
    std::vector<PastedRest> rest; ///< in the order of the text
    bool isBlock
        = false; ///< two kinds of values at least, and sure that they belong to fields of their own

    [[nodiscard]] QString value(Field field) const;
};

[[nodiscard]] PastedBlock readPastedBlock(QStringView text);

} // namespace core
