/// PrintService: clients on paper or in a PDF file. Whatever leaves the office so is taken out: more than one record only by who
/// may export, with a reason, and each print is an entry of the log at once. Confidential values never come along.
///
///     auto shown = prints.preview({.kind = PrintKind::List, .clients = pks});
///     auto taken = prints.take({.kind = PrintKind::List, .clients = pks, .reason = u"visits"});   // then to the printer
///
/// Thread of the office.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/search/ClientQueries.h"
#include "core/security/OfficeContext.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace core {

enum class PrintKind : std::uint8_t
{
    Sheet, ///< one record, whole
    List,
    Labels
};

struct PrintWanted
{
    /// What is more than this is for an export, not for paper.
    static constexpr int most = 5000;

    PrintKind kind = PrintKind::Sheet;
    std::vector<ClientPk> clients{}; ///< in the order in which they are printed
    std::vector<Field> fields{}; ///< of a list, for the log
    QString reason{};
    bool toFile = false; ///< a PDF file instead of paper, for the log
};

class PrintService
{
public:
    PrintService(OfficeContext& office, const ClientQueries& queries);

    /// What would be on it, as this person may see it: of several only those that he may export. Nothing is noted: he sees
    /// the same in the list. Denied; Invalid where they are too many; NotFound where none is left.
    Result<std::vector<Client>> preview(const PrintWanted& wanted) const;
    /// The same, and into the log. Invalid where the reason is missing.
    Result<std::vector<Client>> take(const PrintWanted& wanted);

private:
    OfficeContext& m_office;
    const ClientQueries& m_queries;
};

} // namespace core
