/// Statement: one prepared SQL statement of a Connection, typed, taken from its cache and given
/// back by itself.
///
///     auto s = connection.statement("SELECT name, phone FROM clients WHERE owner_pk = ? AND city =
///     ?"); s.bindAll(owner, city); while (true) {
///         const auto row = s.step();
///         if (!row)
///             return row.error();
///         if (*row == StepState::Done)
///             break;
///         use(s.text(0), s.text(1));
///     }
///
///     return connection.statement("DELETE FROM tags WHERE client_pk = ?").bindAll(pk).run();
///
///     auto name = connection.statement("SELECT name FROM users WHERE pk = ?").bindAll(user).one(
///         [](const Statement& row) { return row.text(0); }); // Result<std::optional<QString>>
///
/// It stands directly on sqlite3_stmt, not on QSqlQuery: a value goes from SQLite's memory into the
/// QString with one copy, without a QVariant per column and a virtual call per row (QSqlQuery
/// costs 1.4 to 3 times the C API), and cached preparation, exact 64-bit integers and errors per
/// step come without conversions.
///
/// Parameters count from 1 and columns from 0, as in SQLite. Values:
///  - QString and views are text in UTF-8; a null or empty QString is empty text, never NULL.
///  - QByteArray is a blob; a null or empty one is an empty blob, never NULL.
///  - NULL is nullptr, std::nullopt, an empty std::optional, or a RowId whose value is 0.
///  - QDateTime is UTC text with milliseconds and Z; an invalid one is empty text (UtcText.h).
///  - unsigned integers above 2^63 - 1 are refused: the next step() returns Invalid.
/// bindAll counts: too few or too many values are Internal at the next step(). A parameter never
/// bound is NULL. After the last row, or an error, the statement is reset at once, so no lock
/// stays; binding again starts anew and keeps the other parameters. Errors carry SQLite's text in
/// their detail, never a bound value. On the connection's thread only. Movable, not copyable.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <concepts>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3_stmt;

namespace core {

class Connection;
struct PreparedStatement;

enum class StepState
{
    Row,
    Done
};

class Statement
{
public:
    /// A statement that could not be prepared: its first step returns this error.
    explicit Statement(Error error);
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    Statement& bind(int index, QStringView text);
    Statement& bind(int index, const QString& text) { return bind(index, QStringView(text)); }
    Statement& bind(int index, QLatin1StringView text);
    Statement& bind(int index, const char16_t* text) { return bind(index, QStringView(text)); }
    /// Binds `first`, `first` + 1, … to texts. Quicker than one by one: what lies in cold memory is
    /// asked for before the first is encoded.
    Statement& bindTexts(int first, std::span<const QStringView> texts);
    Statement& bind(int index, const QByteArray& blob);
    Statement& bind(int index, const QDateTime& time);
    Statement& bind(int index, double number);
    Statement& bind(int index, std::nullptr_t);
    Statement& bind(int index, std::nullopt_t) { return bind(index, nullptr); }
    /// Text that is UTF-8 already.
    Statement& bindUtf8(int index, std::string_view text);
    /// Bytes from anywhere, copied.
    Statement& bindBlob(int index, const void* data, std::size_t size);
    template <std::integral T>
    Statement& bind(int index, T number)
    {
        if constexpr (std::is_unsigned_v<T> && sizeof(T) >= sizeof(qint64)) {
            if (number > static_cast<T>(std::numeric_limits<qint64>::max())) {
                return refuseNumber(index);
            }
        }
        return bindInt64(index, static_cast<qint64>(number));
    }
    template <typename Tag>
    Statement& bind(int index, RowId<Tag> id)
    {
        return id.isValid() ? bindInt64(index, id.value) : bind(index, nullptr);
    }
    template <typename Tag>
    Statement& bind(int index, const TextId<Tag>& id)
    {
        return bind(index, QStringView(id.value));
    }
    template <typename T>
    Statement& bind(int index, const std::optional<T>& value)
    {
        return value ? bind(index, *value) : bind(index, nullptr);
    }
    Statement& bind(int index, const char* text)
        = delete; // QLatin1StringView, or bindUtf8, says which encoding

    /// Binds 1, 2, 3 …; their number must be that of the statement's parameters.
    template <typename... Values>
    Statement& bindAll(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return expectParameters(index);
    }

    /// The next row. After Done it stays Done until reset() or a new binding.
    [[nodiscard]] Result<StepState> step();
    // The following begin at the first row, whatever was stepped before.
    /// Runs a statement whose rows do not matter.
    [[nodiscard]] Result<> run();
    /// run(), then how many rows it changed.
    [[nodiscard]] Result<qint64> runCounting();
    /// Begins again from the first row at the next step(); bindings stay.
    void reset();
    /// Sets all parameters to NULL.
    void clearBindings();

    /// Calls `f(const Statement&)` for every row. Where it returns a Result<>, its error ends the
    /// loop.
    template <typename F>
    [[nodiscard]] Result<> forEach(F&& f);
    /// f of the first row, or nothing where there is none.
    template <typename F>
    [[nodiscard]] auto one(F&& f)
        -> Result<std::optional<std::invoke_result_t<F, const Statement&>>>;
    /// f of every row.
    template <typename F>
    [[nodiscard]] auto all(F&& f) -> Result<std::vector<std::invoke_result_t<F, const Statement&>>>;

    // Columns of the current row; NULL reads as empty, 0, invalid.
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] QString columnName(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 int64(int column) const;
    [[nodiscard]] int integer(int column) const { return static_cast<int>(int64(column)); }
    [[nodiscard]] bool boolean(int column) const { return int64(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QDateTime dateTime(int column) const;
    /// UTF-8 as SQLite holds it, without a copy; valid until the next step().
    [[nodiscard]] std::string_view utf8(int column) const;
    template <typename Id>
    [[nodiscard]] Id id(int column) const
    {
        if constexpr (std::is_same_v<decltype(Id::value), QString>) {
            return Id{text(column)};
        } else {
            return Id{int64(column)};
        }
    }

    [[nodiscard]] sqlite3_stmt* handle() const;

private:
    friend class Connection;
    explicit Statement(std::shared_ptr<PreparedStatement> prepared);

    Statement& bindInt64(int index, qint64 number);
    Statement& refuseNumber(int index);
    Statement& expectParameters(int count);
    bool readyToBind();
    void bindText(int index, QByteArray& buffer, QStringView text);
    bool hasParameters(int first, std::size_t count);
    [[nodiscard]] bool isOnRow() const;
    void noteBinding(int code);
    void setError(Error error);
    void giveBack();
    void startAnew()
    {
        if (m_phase != Phase::Ready) {
            reset();
        }
    }

    std::shared_ptr<PreparedStatement> m_prepared;
    sqlite3_stmt* m_stmt = nullptr;
    std::unique_ptr<Error> m_error; ///< from preparing or binding; returned by step()
    enum class Phase
    {
        Ready,
        OnRow,
        Done
    } m_phase
        = Phase::Ready;
};

template <typename F>
Result<> Statement::forEach(F&& f)
{
    startAnew();
    while (true) {
        const auto state = step();
        if (!state) {
            return state.error();
        }
        if (*state == StepState::Done) {
            return {};
        }
        if constexpr (std::is_void_v<std::invoke_result_t<F, const Statement&>>) {
            f(*this);
        } else {
            if (Result<> result = f(*this); !result) {
                reset();
                return result;
            }
        }
    }
}

template <typename F>
auto Statement::one(F&& f) -> Result<std::optional<std::invoke_result_t<F, const Statement&>>>
{
    using Value = std::invoke_result_t<F, const Statement&>;
    startAnew();
    const auto state = step();
    if (!state) {
        return state.error();
    }
    if (*state == StepState::Done) {
        return std::optional<Value>();
    }
    std::optional<Value> value(f(*this));
    reset();
    return value;
}

template <typename F>
auto Statement::all(F&& f) -> Result<std::vector<std::invoke_result_t<F, const Statement&>>>
{
    std::vector<std::invoke_result_t<F, const Statement&>> values;
    if (auto done = forEach([&](const Statement& row) { values.push_back(f(row)); }); !done) {
        return done.error();
    }
    return values;
}

} // namespace core
