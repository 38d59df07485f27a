#include "core/security/LookJournal.h"

#include "core/base/Log.h"
#include "core/crypto/Bytes.h"
#include "core/crypto/DerivedKey.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Seal.h"
#include "core/security/OfficeNotes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::chrono::minutes longestWait{1};
constexpr std::chrono::seconds restOfSearch{2};
constexpr int mostSlots = 8;
constexpr int idBytes = 16;
constexpr qsizetype longestRecord = qsizetype(64) * 1024;
constexpr qint64 largestFile = qint64(256) * 1024; ///< then what is written already is taken out

// A file is records: type, number, sealed text with its length. The header's number is the last one that the log had when
// the file was written; its text is the id.
constexpr char headerType = 'H';
constexpr char rowType = 'R';
constexpr char writtenType = 'W';

constexpr std::array<std::pair<LookKind, const char*>, 5> kindNames{{
    {LookKind::Look, "client.look"},
    {LookKind::History, "client.history"},
    {LookKind::Search, "client.search"},
    {LookKind::Reveal, "client.reveal"},
    {LookKind::Print, "client.print"},
}};

QByteArray textOfRow(const LookRow& row)
{
    ByteWriter writer;
    writer.u8(std::uint8_t(row.kind));
    writer.u64(std::uint64_t(row.client.value));
    writer.text(row.text);
    writer.text(row.at);
    writer.u8(row.isOpened ? 1 : 0);
    return writer.bytes();
}

std::optional<LookRow> rowOfText(const QByteArray& text, std::int64_t number)
{
    ByteReader reader(text);
    LookRow row;
    row.kind = LookKind(reader.u8());
    row.client = ClientPk{std::int64_t(reader.u64())};
    row.text = reader.text(longestRecord);
    row.at = reader.text(longestRecord);
    row.isOpened = reader.u8() == 1;
    row.number = number;
    return reader.atEnd() ? std::optional(row) : std::nullopt;
}

struct JournalRecord
{
    char type;
    std::int64_t number;
    QByteArray sealed;
    qsizetype size; ///< in the file
};

/// Nothing at the end, or where a break left a record half written.
std::optional<JournalRecord> recordAt(const QByteArray& bytes, qsizetype place)
{
    constexpr qsizetype headBytes = 1 + 8 + 4;
    ByteReader reader(bytes.mid(place, headBytes + longestRecord));
    JournalRecord record{};
    record.type = char(reader.u8());
    record.number = std::int64_t(reader.u64());
    record.sealed = reader.sized(longestRecord);
    record.size = headBytes + record.sealed.size();
    return reader.ok() ? std::optional(record) : std::nullopt;
}

QByteArray bindingOf(const QByteArray& id, char type, std::int64_t number)
{
    ByteWriter writer;
    writer.fixed(type == headerType ? QByteArray() : id);
    writer.u8(std::uint8_t(type));
    writer.u64(std::uint64_t(number));
    return writer.bytes();
}

Error journalError(const QString& detail)
{
    return {ErrorCode::Io,
            QCoreApplication::translate("core::LookJournal",
                                        "What was looked at could not be noted on this computer."),
            detail};
}

} // namespace

QString lookKindName(LookKind kind)
{
    for (const auto& [known, name] : kindNames) {
        if (known == kind) {
            return QLatin1String(name);
        }
    }
    return {};
}

std::optional<LookKind> lookKindByName(QStringView name)
{
    for (const auto& [kind, known] : kindNames) {
        if (name == QLatin1String(known)) {
            return kind;
        }
    }
    return std::nullopt;
}

LookJournal::LookJournal(QString path, QByteArray owner, int slot, SecureBytes key)
    : m_path(std::move(path))
    , m_owner(std::move(owner))
    , m_slot(slot)
    , m_key(std::move(key))
    , m_lock(std::make_unique<QLockFile>(m_path + QStringLiteral(".lock")))
{
    m_lock->setStaleLockTime(0); // only that of a program that is gone
}

LookJournal::~LookJournal()
{
    const std::scoped_lock lock(m_mutex);
    settleSearch(true);
}

QByteArray LookJournal::id() const
{
    const std::scoped_lock lock(m_mutex);
    return m_id;
}

QByteArray LookJournal::record(char type, std::int64_t number, const QByteArray& text) const
{
    ByteWriter writer;
    writer.u8(std::uint8_t(type));
    writer.u64(std::uint64_t(number));
    writer.sized(seal(m_key, text, bindingOf(m_id, type, number)));
    return writer.bytes();
}

bool LookJournal::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray bytes = file.readAll();
    const auto header = recordAt(bytes, 0);
    if (!header || header->type != headerType) {
        return false;
    }
    auto id = openSealedText(m_key, header->sealed, bindingOf({}, headerType, header->number));
    if (!id || id->size() != idBytes) {
        return false;
    }
    m_id = *id;
    m_last = header->number;
    qsizetype place = header->size;
    while (const auto next = recordAt(bytes, place)) {
        place += next->size;
        const auto text
            = openSealedText(m_key, next->sealed, bindingOf(m_id, next->type, next->number));
        m_last = std::max(m_last, next->number);
        if (!text) {
            continue; // its number is missing from now on, which shows
        }
        if (next->type == writtenType) {
            std::erase_if(m_pending,
                          [&](const LookRow& row) { return row.number <= next->number; });
        } else if (auto row = rowOfText(*text, next->number)) {
            m_pending.push_back(*std::move(row));
        }
    }
    m_oldest = std::chrono::steady_clock::now() - longestWait;
    return true;
}

void LookJournal::beginAnew()
{
    m_id = randomBytes(idBytes);
    m_last = 0;
    m_pending.clear();
}

/// What the log has leaves the file. The number goes on.
bool LookJournal::rewrite()
{
    const std::int64_t base = m_pending.empty() ? m_last : m_pending.front().number - 1;
    QByteArray bytes = record(headerType, base, m_id);
    for (const LookRow& row : m_pending) {
        bytes += record(rowType, row.number, textOfRow(row));
    }
    m_file.close();
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit()) {
        return false;
    }
    m_file.setFileName(m_path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
}

Result<> LookJournal::append(LookRow row)
{
    row.number = m_last + 1;
    const QByteArray bytes = record(rowType, row.number, textOfRow(row));
    if (bytes.size() > longestRecord || m_file.write(bytes) != bytes.size()) {
        return journalError(m_file.errorString());
    }
    m_last = row.number;
    if (m_pending.empty()) {
        m_oldest = std::chrono::steady_clock::now();
    }
    m_pending.push_back(std::move(row));
    return {};
}

Result<> LookJournal::add(LookRow row)
{
    const std::scoped_lock lock(m_mutex);
    settleSearch(true); // whoever opens a record has found what he searched for
    return append(std::move(row));
}

void LookJournal::noteSearch(const QString& text, const QString& at)
{
    const std::scoped_lock lock(m_mutex);
    settleSearch(false);
    if (text == m_lastSearch) {
        return; // the list was read again
    }
    m_lastSearch = text;
    m_search = LookRow{LookKind::Search, {}, text, at};
    m_searched = std::chrono::steady_clock::now();
}

void LookJournal::settleSearch(bool isEnd)
{
    if (!m_search || (!isEnd && std::chrono::steady_clock::now() - m_searched < restOfSearch)) {
        return;
    }
    if (auto done = append(*std::move(m_search)); !done) {
        logWarning("security", done.error().message + u' ' + done.error().detail);
    }
    m_search.reset();
}

std::vector<LookRow> LookJournal::pending(std::size_t most, bool isEnd)
{
    const std::scoped_lock lock(m_mutex);
    settleSearch(isEnd);
    const auto count = std::min(most, m_pending.size());
    return {m_pending.begin(), m_pending.begin() + std::ptrdiff_t(count)};
}

bool LookJournal::isEmpty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_pending.empty();
}

bool LookJournal::isDue() const
{
    const std::scoped_lock lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    return (!m_pending.empty() && now - m_oldest >= longestWait)
        || (m_search && now - m_searched >= longestWait);
}

void LookJournal::written(std::int64_t number)
{
    const std::scoped_lock lock(m_mutex);
    const auto isWritten = [number](const LookRow& row) {
        return row.number <= number;
    };
    if (std::erase_if(m_pending, isWritten) == 0) {
        return;
    }
    m_oldest = std::chrono::steady_clock::now();
    // Where this fails, the log itself says next time what it has.
    m_file.write(record(writtenType, number, {}));
    if (m_file.size() > largestFile && !rewrite()) {
        logWarning("security", QStringLiteral("the journal of looks cannot be written anew"));
    }
}

void LookJournal::compareWith(std::int64_t lastInLog)
{
    const std::scoped_lock lock(m_mutex);
    if (lastInLog <= m_last) {
        std::erase_if(m_pending, [&](const LookRow& row) { return row.number <= lastInLog; });
        return;
    }
    logWarning("security", QStringLiteral("an old journal of looks was put back"));
    beginAnew();
    rewrite();
}

struct LookJournalOpener
{
    QByteArray officeId;
    QByteArray owner;
    const SecureBytes& seed;
    QString folder = officeNotePath(officeId, QStringLiteral(".looks"));

    [[nodiscard]] QString pathOf(int slot) const
    {
        return folder + u'/' + QString::fromLatin1(owner.toHex()) + u'-' + QString::number(slot);
    }

    /// Nothing where another program has it, or it cannot be written.
    [[nodiscard]] std::shared_ptr<LookJournal> open(int slot) const
    {
        std::shared_ptr<LookJournal> journal(
            new LookJournal(pathOf(slot), owner, slot, deriveKey(seed, KeyPurpose::LookJournal)));
        if (!journal->m_lock->tryLock()) {
            return nullptr;
        }
        const bool isThere = QFileInfo::exists(journal->m_path);
        if (!journal->load()) {
            if (isThere) {
                logWarning("security", QStringLiteral("a journal of looks cannot be read"));
            }
            journal->beginAnew();
        }
        return journal->rewrite() ? journal : nullptr;
    }
};

LookJournals
openLookJournals(const QByteArray& officeId, const QByteArray& owner, const SecureBytes& seed)
{
    const LookJournalOpener opener{officeId, owner, seed};
    QDir().mkpath(opener.folder);
    QFile::setPermissions(opener.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    LookJournals journals;
    for (int slot = 0; slot < mostSlots; ++slot) {
        if (journals.own && !QFileInfo::exists(opener.pathOf(slot))) {
            continue;
        }
        auto journal = opener.open(slot);
        if (!journal) {
            continue;
        }
        if (!journals.own) {
            journals.own = std::move(journal);
        } else if (!journal->isEmpty()) {
            journals.left.push_back(std::move(journal));
        }
    }
    return journals;
}

} // namespace core
