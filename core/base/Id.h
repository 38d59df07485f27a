/// Typed identifiers: a ClientId cannot be passed where a RequestId is meant.
///
///     auto id = ClientId{QStringLiteral("CUST202611240001")};
///
/// Values: any thread.
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <cstdint>

namespace core {

/// An identifier that people see and type ("CUST202611240001", "R-12").
template <typename Tag>
struct TextId
{
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const TextId&, const TextId&) = default;
    friend bool operator<(const TextId& a, const TextId& b) { return a.value < b.value; }
    friend size_t qHash(const TextId& id, size_t seed = 0) { return qHash(id.value, seed); }
};

/// A row number inside the database, never shown. 0 means none.
template <typename Tag>
struct RowId
{
    std::int64_t value = 0;

    [[nodiscard]] bool isValid() const { return value > 0; }
    // The comparison with 0 inside is the compiler's own.
    friend auto operator<=>(const RowId&, const RowId&) = default; // NOLINT(modernize-use-nullptr)
    friend size_t qHash(const RowId& id, size_t seed = 0) { return qHash(id.value, seed); }
};

using ClientId = TextId<struct ClientIdTag>; ///< CUST + yyyymmdd + serial
using ClientPk = RowId<struct ClientPkTag>; ///< clients.pk
using UserPk = RowId<struct UserPkTag>; ///< users.pk
using DepartmentPk = RowId<struct DepartmentPkTag>; ///< departments.pk
using RequestPk = RowId<struct RequestPkTag>; ///< requests.pk, shown as R-<pk>
using MergePk = RowId<struct MergePkTag>; ///< merges.pk, shown as M-<pk>
using BatchPk = RowId<struct BatchPkTag>; ///< batches.pk, shown as B-<pk>
using ViewPk = RowId<struct ViewPkTag>; ///< saved_views.pk

} // namespace core
