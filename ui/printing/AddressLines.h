/// AddressLines: a client's address as it is written on a letter: in China from the large to the small with the name last, in
/// the West the name first and the country last. Pure; any thread.
#pragma once

#include "core/records/Client.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace ui {

enum class AddressOrder : std::uint8_t
{
    AsWritten, ///< Chinese for addresses in Chinese, Western for all others
    Chinese,
    Western
};

struct AddressLine
{
    QString text;
    bool isName = false; ///< who gets the letter

    friend bool operator==(const AddressLine&, const AddressLine&) = default;
};

/// Whether there is enough of an address for a letter to arrive.
[[nodiscard]] bool hasAddress(const core::Client& client);
[[nodiscard]] std::vector<AddressLine> addressLines(const core::Client& client, AddressOrder order);

} // namespace ui
