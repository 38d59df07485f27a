/// ClientService: what people do with one record: enter it, look at it, read its history. Changes by people who may
/// not decide become requests, one floor up (approval/ChangeService.h). Thread of the office.
#pragma once

#include "core/records/ClientParts.h"
#include "core/records/ClientStore.h"
#include "core/records/ClientWriter.h"
#include "core/records/HistoryStore.h"
#include "core/security/OfficeContext.h"
#include "core/security/Permissions.h"

#include <optional>
#include <vector>

namespace core {

struct AddOptions
{
    bool force = false; ///< store although it may be a duplicate; never passes over a broken rule
    bool allowIncomplete = true; ///< a draft may lack required fields and is marked
    QString reason;
    QString origin = QStringLiteral("form");
    QString
        consent{}; ///< where the client's consent to a confidential value is kept; see ConsentStore.h
};

struct AddOutcome
{
    std::optional<Client> client; ///< empty where it was refused
    Findings findings;
    std::vector<DuplicateHint> duplicates;
    std::optional<Error> refusal; ///< why nothing was stored
};

class ClientService
{
public:
    ClientService(OfficeContext& office,
                  const ClientWriter& writer,
                  const ClientCheck& check,
                  DuplicateLookup& duplicates);

    /// Standardizes, checks the rules, looks for duplicates, stores. The owner is the person who enters it, unless a
    /// person who may give records to others says otherwise.
    Result<AddOutcome> add(const ClientValues& typed, const AddOptions& options = {});

    /// What add() would say, without storing: while typing. Reads near. Denied: who may neither enter nor change clients.
    Result<AddOutcome> preview(const ClientValues& typed, ClientPk self = {});

    /// The record as this person may see it, following merges. Basic fields only where the role says so.
    Result<Client> show(const ClientId& id) const;
    /// The same, and the look is noted for the log (security/LookLog.h).
    /// `remember`: among what this person opened last (ClientQueries::recent).
    Result<Client> look(const ClientId& id, bool remember = false);

    /// Reading it is a look of its own.
    Result<std::vector<HistoryEntry>> history(const ClientId& id) const;

    /// Blanks what this person may not see. Denied where not even the basic fields are theirs.
    Result<Client> visible(Client client) const;

    /// Whose record it is, for permission checks.
    Result<Subject> subject(Connection& connection, const Client& client) const;

private:
    Result<> addSameSealed(Connection& connection,
                           const ClientValues& values,
                           ClientPk self,
                           std::vector<DuplicateHint>& hints) const;
    Result<AddOutcome> examine(Connection& connection, const ClientValues& typed, ClientPk self);

    OfficeContext& m_office;
    const ClientWriter& m_writer;
    const ClientCheck& m_check;
    DuplicateLookup& m_duplicates;
};

/// The record as this session may see it: whole, basic fields only, or with the phone masked. Whether it may
/// be seen at all is asked before.
[[nodiscard]] Client seenBy(const Session& session, Client client, const Subject& subject);

/// All but the last four digits hidden.
[[nodiscard]] QString maskedPhone(const QString& phone);

} // namespace core
