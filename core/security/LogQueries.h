/// LogQueries: the log for people to read: entries, and the looks and searches that came with them as lines of their own, newest
/// first, as far as the session may see them (Permissions: own, department, all). Reads near. Thread of the office.
///
///     auto page = queries.page({.user = u"wang"_s}, {}, 100);
///     auto more = queries.page({.user = u"wang"_s}, page->next, 100);
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/security/LogKeys.h"
#include "core/security/LogWords.h"
#include "core/security/OfficeContext.h"

#include <QDateTime>
#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace core {

struct LogFilter
{
    QDateTime from{}; ///< UTC, included; invalid: from the beginning
    QDateTime to{}; ///< UTC, not included; invalid: to the end
    QString user{}; ///< by name; empty: everybody
    QString client{}; ///< an id; empty: about anything
    std::optional<LogGroup> group{};
};

struct LogLine
{
    std::int64_t seq = 0; ///< the entry's number
    std::int64_t ordinal = 0; ///< see LogPlace
    QDateTime at; ///< UTC
    UserPk actor;
    QString actorName;
    QString host;
    QString action;
    QString object; ///< "client:CUST…", "user:li", …
    std::int64_t rows = 0; ///< how many rows an entry stands for
    QString detail;
    bool isDetailGone = false; ///< there was one, and retention or an erasure took it
    QByteArray hash; ///< of the entry

    [[nodiscard]] bool isLook() const;
};

/// A place in the list: an entry comes before the looks that it brought.
struct LogPlace
{
    static constexpr std::int64_t entryOrdinal = std::numeric_limits<int>::max();

    std::int64_t seq = std::numeric_limits<std::int64_t>::max();
    std::int64_t ordinal = entryOrdinal;
};

struct LogPage
{
    std::vector<LogLine> lines;
    LogPlace next;
    bool hasMore = false;
};

/// A person whose actions the session may see.
struct LogPerson
{
    UserPk pk;
    QString name;
};

class LogQueries
{
public:
    explicit LogQueries(OfficeContext& office);

    /// Denied where the role sees no log; NotFound where a named person or client is not there (or not his to see).
    Result<LogPage> page(const LogFilter& filter, const LogPlace& after, int limit) const;
    /// Whose actions the session may see, by name.
    Result<std::vector<LogPerson>> people() const;
    /// What is wrong with an entry itself: its text, its signature, its rows; empty: nothing.
    Result<QString> problemOf(std::int64_t seq) const;

private:
    struct Condition;
    Result<Condition> conditionFor(const LogFilter& filter) const;
    Result<std::vector<LogLine>>
    entries(const Condition& condition, const LogPlace& after, int limit) const;
    Result<std::vector<LogLine>>
    looks(const Condition& condition, const LogPlace& after, int limit) const;

    OfficeContext& m_office;
};

/// Whether `scope` of the log reaches further than the person himself: who may see what is unusual.
[[nodiscard]] Result<> requireOversight(const Session& session);

/// A sentence for people about one line: "opened a record: CUST202611240001".
[[nodiscard]] QString logSentence(const LogLine& line);

} // namespace core
