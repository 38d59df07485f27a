#include "core/storage/Statement.h"

#include "core/storage/ConnectionPrivate.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"
#include "core/storage/UtcText.h"
#include "core/storage/Utf8Buffer.h"

#include <QCoreApplication>

namespace core {

namespace {

Error misuse(const QString& detail)
{
    return sqlError(SQLITE_MISUSE, detail);
}

} // namespace

Statement::Statement(Error error)
    : m_error(std::make_unique<Error>(std::move(error)))
{ }

Statement::Statement(std::shared_ptr<PreparedStatement> prepared)
    : m_prepared(std::move(prepared))
    , m_stmt(m_prepared->stmt)
{ }

Statement::Statement(Statement&& other) noexcept
    : m_prepared(std::move(other.m_prepared))
    , m_stmt(std::exchange(other.m_stmt, nullptr))
    , m_error(std::move(other.m_error))
    , m_phase(other.m_phase)
{ }

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        giveBack();
        m_prepared = std::move(other.m_prepared);
        m_stmt = std::exchange(other.m_stmt, nullptr);
        m_error = std::move(other.m_error);
        m_phase = other.m_phase;
    }
    return *this;
}

Statement::~Statement()
{
    giveBack();
}

void Statement::giveBack()
{
    if (m_prepared && m_prepared->owner) {
        m_prepared->owner->giveBack(m_prepared);
    }
    m_prepared.reset();
    m_stmt = nullptr;
}

bool Statement::readyToBind()
{
    if (!m_prepared || !m_prepared->stmt) {
        if (!m_error) {
            setError(misuse(QStringLiteral("the connection of this statement is closed")));
        }
        return false;
    }
    if (m_phase != Phase::Ready) {
        reset();
    }
    return true;
}

void Statement::setError(Error error)
{
    if (!m_error) {
        m_error = std::make_unique<Error>(std::move(error));
    }
}

void Statement::noteBinding(int code)
{
    if (code != SQLITE_OK) {
        setError(sqlError(m_prepared->handle, code));
    }
}

bool Statement::hasParameters(int first, std::size_t count)
{
    const std::size_t known = m_prepared->buffers.size();
    if (first < 1 || static_cast<std::size_t>(first) > known
        || count > known - static_cast<std::size_t>(first) + 1) {
        setError(misuse(QStringLiteral("there is no parameter %1")
                            .arg(first < 1 ? first : static_cast<qint64>(known) + 1)));
        return false;
    }
    return true;
}

Statement& Statement::bind(int index, QStringView text)
{
    if (readyToBind() && hasParameters(index, 1)) {
        bindText(index, m_prepared->buffers[static_cast<std::size_t>(index) - 1], text);
    }
    return *this;
}

Statement& Statement::bindTexts(int first, std::span<const QStringView> texts)
{
    if (texts.empty() || !readyToBind() || !hasParameters(first, texts.size())) {
        return *this;
    }
    for (const QStringView text : texts) {
        prefetch(text);
    }
    QByteArray* buffer = &m_prepared->buffers[static_cast<std::size_t>(first) - 1];
    for (const QStringView text : texts) {
        bindText(first++, *buffer++, text);
    }
    return *this;
}

// Encoded once into a buffer that stays, instead of a QByteArray and SQLite's own copy of it for
// every value.
void Statement::bindText(int index, QByteArray& buffer, QStringView text)
{
    if (!fitsInto(buffer, text)) {
        sqlite3_bind_null(m_stmt, index); // SQLite may still point into the memory that goes
    }
    const qsizetype size = encodeInto(buffer, text);
    noteBinding(sqlite3_bind_text64(m_stmt,
                                    index,
                                    buffer.constData(),
                                    static_cast<sqlite3_uint64>(size),
                                    bytesStay,
                                    SQLITE_UTF8));
}

Statement& Statement::bind(int index, QLatin1StringView text)
{
    return bind(index, QStringView(QString(text)));
}

Statement& Statement::bind(int index, const QDateTime& time)
{
    return bind(index, QStringView(utcText(time)));
}

Statement& Statement::bind(int index, const QByteArray& blob)
{
    if (!readyToBind() || !hasParameters(index, 1)) {
        return *this;
    }
    QByteArray& buffer = m_prepared->buffers[static_cast<std::size_t>(index) - 1];
    sqlite3_bind_null(m_stmt, index); // SQLite may still point into the one before
    buffer = blob;
    // a null pointer would bind NULL
    noteBinding(sqlite3_bind_blob64(m_stmt,
                                    index,
                                    buffer.isEmpty() ? "" : buffer.constData(),
                                    static_cast<sqlite3_uint64>(buffer.size()),
                                    bytesStay));
    return *this;
}

Statement& Statement::bind(int index, double number)
{
    if (readyToBind()) {
        noteBinding(sqlite3_bind_double(m_stmt, index, number));
    }
    return *this;
}

Statement& Statement::bind(int index, std::nullptr_t)
{
    if (readyToBind()) {
        noteBinding(sqlite3_bind_null(m_stmt, index));
    }
    return *this;
}

Statement& Statement::bindUtf8(int index, std::string_view text)
{
    if (readyToBind()) {
        noteBinding(sqlite3_bind_text64(m_stmt,
                                        index,
                                        text.empty() ? "" : text.data(),
                                        text.size(),
                                        bytesAreCopied,
                                        SQLITE_UTF8));
    }
    return *this;
}

Statement& Statement::bindBlob(int index, const void* data, std::size_t size)
{
    if (readyToBind()) {
        noteBinding(
            sqlite3_bind_blob64(m_stmt, index, size == 0 ? "" : data, size, bytesAreCopied));
    }
    return *this;
}

Statement& Statement::bindInt64(int index, qint64 number)
{
    if (readyToBind()) {
        noteBinding(sqlite3_bind_int64(m_stmt, index, number));
    }
    return *this;
}

Statement& Statement::refuseNumber(int index)
{
    setError({ErrorCode::Invalid,
              QCoreApplication::translate("core::Statement", "A number is too large to be stored."),
              QStringLiteral("parameter %1 is beyond 2^63 - 1").arg(index)});
    return *this;
}

Statement& Statement::expectParameters(int count)
{
    if (m_prepared && m_prepared->stmt && count != static_cast<int>(m_prepared->buffers.size())) {
        setError(misuse(QStringLiteral("%1 values for %2 parameters")
                            .arg(count)
                            .arg(m_prepared->buffers.size())));
    }
    return *this;
}

Result<StepState> Statement::step()
{
    if (m_error || !m_prepared || !m_prepared->stmt) {
        readyToBind(); // finds the words for a closed connection
        return *m_error;
    }
    if (m_phase == Phase::Done) {
        return StepState::Done;
    }
    Connection::Private& connection = *m_prepared->owner;
    Q_ASSERT(connection.thread == QThread::currentThread());
    if (m_phase == Phase::Ready && connection.isStopped && connection.isStopped()) {
        return cancelledError();
    }
    const int code = sqlite3_step(m_stmt);
    if (code == SQLITE_ROW) {
        m_phase = Phase::OnRow;
        return StepState::Row;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_stmt); // a statement left at its end would keep the shared lock
        m_phase = Phase::Done;
        return StepState::Done;
    }
    Error error = connection.failure(code); // before the reset, which clears SQLite's text
    sqlite3_reset(m_stmt);
    m_phase = Phase::Ready;
    return error;
}

Result<> Statement::run()
{
    startAnew();
    while (true) {
        const Result<StepState> state = step();
        if (!state) {
            return state.error();
        }
        if (*state == StepState::Done) {
            return {};
        }
    }
}

Result<qint64> Statement::runCounting()
{
    if (Result<> done = run(); !done) {
        return done.error();
    }
    return sqlite3_changes64(m_prepared->handle);
}

void Statement::reset()
{
    if (m_prepared && m_prepared->stmt) {
        sqlite3_reset(m_stmt);
    }
    m_phase = Phase::Ready;
}

void Statement::clearBindings()
{
    if (readyToBind()) {
        sqlite3_clear_bindings(m_stmt);
    }
}

int Statement::columnCount() const
{
    return m_prepared && m_prepared->stmt ? sqlite3_column_count(m_stmt) : 0;
}

QString Statement::columnName(int column) const
{
    return m_prepared && m_prepared->stmt ? QString::fromUtf8(sqlite3_column_name(m_stmt, column))
                                          : QString();
}

bool Statement::isNull(int column) const
{
    return !isOnRow() || sqlite3_column_type(m_stmt, column) == SQLITE_NULL;
}

std::string_view Statement::utf8(int column) const
{
    if (!isOnRow()) {
        return {};
    }
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_stmt, column));
    return text
        ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(m_stmt, column)))
        : std::string_view();
}

QString Statement::text(int column) const
{
    const std::string_view value = utf8(column);
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

qint64 Statement::int64(int column) const
{
    return isOnRow() ? sqlite3_column_int64(m_stmt, column) : 0;
}

double Statement::real(int column) const
{
    return isOnRow() ? sqlite3_column_double(m_stmt, column) : 0.0;
}

QByteArray Statement::blob(int column) const
{
    if (!isOnRow()) {
        return {};
    }
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_stmt, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_stmt, column));
}

QDateTime Statement::dateTime(int column) const
{
    return utcFromText(text(column));
}

bool Statement::isOnRow() const
{
    return m_phase == Phase::OnRow && m_prepared && m_prepared->stmt;
}

sqlite3_stmt* Statement::handle() const
{
    return m_prepared ? m_prepared->stmt : nullptr;
}

} // namespace core
