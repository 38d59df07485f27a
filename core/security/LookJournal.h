/// LookJournal: what a person looked at and searched for on this computer, until it stands in the office's log. A look is one
/// short append to a file; a transaction of its own would cost a hundred times as much and keep colleagues waiting. The next
/// save of the person takes the rows along (Operation), a minute at most brings them by themselves (LookLog.h).
///
///     auto journals = openLookJournals(officeId, person.uuid, person.seed);
///     journals.own->add({.kind = LookKind::Look, .client = pk, .at = nowText});
///
/// The file lies in the person's data folder, one for each program that runs at the same time (`slot`), sealed with a key
/// derived from the person's seed: nobody else can read it, and nobody else could sign its rows. Its rows are numbered without
/// gaps for as long as the file lives; a file that was deleted begins anew with another id. Both show when the log is verified.
/// It survives the program; the last rows before a power cut may be lost, as they are not flushed one by one. Any thread.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

class QLockFile;

namespace core {

enum class LookKind : std::uint8_t
{
    Look = 1, ///< a record was opened
    History = 2,
    Search = 3,
    Reveal = 4, ///< a sealed field was made readable
    Print = 5
};

/// As the log names it: "client.look", "client.search", …
[[nodiscard]] QString lookKindName(LookKind kind);
[[nodiscard]] std::optional<LookKind> lookKindByName(QStringView name);

struct LookRow
{
    LookKind kind = LookKind::Look;
    ClientPk client{}; ///< none for a search
    QString text{}; ///< what was searched for, which field was revealed
    QString at{}; ///< UTC, as it will be stored
    bool isOpened = false; ///< counts among what the person opened last
    std::int64_t number = 0; ///< given by the journal
};

class LookJournal
{
public:
    ~LookJournal();
    LookJournal(const LookJournal&) = delete;
    LookJournal& operator=(const LookJournal&) = delete;

    [[nodiscard]] QByteArray id() const;
    [[nodiscard]] const QByteArray& owner() const { return m_owner; }
    [[nodiscard]] int slot() const { return m_slot; }

    /// Io where it cannot be written: then the look belongs into the log at once.
    Result<> add(LookRow row);
    /// A search while somebody types: one that follows within two seconds takes its place, and the same again is no other.
    void noteSearch(const QString& text, const QString& at);

    /// The oldest that the log does not have; with the search that has rested, or whatever it is when `isEnd`.
    [[nodiscard]] std::vector<LookRow> pending(std::size_t most, bool isEnd = false);
    [[nodiscard]] bool isEmpty() const;
    /// Something has waited for a minute, or since an earlier run of the program.
    [[nodiscard]] bool isDue() const;
    /// The log has all up to this number.
    void written(std::int64_t number);
    /// The log knows of numbers that this file does not: an old copy of it was put back. It goes on under a new id.
    void compareWith(std::int64_t lastInLog);

private:
    friend struct LookJournalOpener;
    LookJournal(QString path, QByteArray owner, int slot, SecureBytes key);

    bool load();
    void beginAnew();
    bool rewrite();
    Result<> append(LookRow row);
    void settleSearch(bool isEnd);
    [[nodiscard]] QByteArray record(char type, std::int64_t number, const QByteArray& text) const;

    mutable std::mutex m_mutex;
    QString m_path;
    QByteArray m_owner;
    int m_slot;
    SecureBytes m_key;
    std::unique_ptr<QLockFile> m_lock;
    QFile m_file;
    QByteArray m_id;
    std::int64_t m_last = 0; ///< the last number given
    std::deque<LookRow> m_pending;
    std::chrono::steady_clock::time_point m_oldest; ///< when the first of them came
    std::optional<LookRow> m_search;
    std::chrono::steady_clock::time_point m_searched;
    QString m_lastSearch;
};

struct LookJournals
{
    std::shared_ptr<LookJournal> own; ///< none where no file can be written here
    /// Of programs that ended without bringing their rows into the log.
    std::vector<std::shared_ptr<LookJournal>> left;
};

/// Those of one person on this computer. Touches the disk; what cannot be read is logged and begins anew.
[[nodiscard]] LookJournals
openLookJournals(const QByteArray& officeId, const QByteArray& owner, const SecureBytes& seed);

} // namespace core
