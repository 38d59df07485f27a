/// Error and Result: how every function of core says that it failed.
///
///     Result<Client> client = store.byId(id);
///     if (!client)
///         return client.error();
///     use(client->name);
///
/// A caller branches on Error::code and shows Error::message. Nothing in core throws; a third-party exception stops
/// at the edge of the folder that calls the library. Normal absence is Result<std::optional<T>>, never an error.
/// The interface is the part of std::expected (C++23) that is used here, so that it can become an alias later.
/// Values: any thread.
#pragma once

#include <QString>

#include <type_traits>
#include <utility>
#include <variant>

namespace core {

/// What a caller may want to do something different about. The command line's exit codes follow from these.
enum class ErrorCode
{
    Invalid, ///< the input breaks a rule
    NotFound, ///< what was named does not exist
    Duplicate, ///< it may exist already
    Conflict, ///< somebody else changed it first
    Busy, ///< the office is busy or away; trying again later is safe
    Unauthenticated, ///< wrong user, password or second secret; a disabled user
    Denied, ///< this user may not do that
    Corrupt, ///< damage or tampering
    Io, ///< a file or folder could not be read or written
    Cancelled, ///< the person stopped it
    Unsupported, ///< not possible with this file, version or platform
    Internal, ///< a defect of the program
};

/// The word for a code in JSON output ("not_found"). Part of the command line's contract.
[[nodiscard]] QString errorCodeName(ErrorCode code);

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< translated, one sentence, safe to show; never holds client data
    QString detail; ///< for the log only; no client data either
};

/// Either a value or the Error that prevented it. Ignoring one is a compiler warning.
template <typename T = void>
class [[nodiscard]] Result
{
    using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

public:
    // NOLINTBEGIN(google-explicit-constructor): «return value;» and «return error;» are the point
    Result() requires std::is_void_v<T> : m_state(std::in_place_index<0>) { }
    Result(Value value) requires(!std::is_void_v<T>)
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    { }
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] bool hasValue() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    Value& operator*() & { return std::get<0>(m_state); }
    const Value& operator*() const& { return std::get<0>(m_state); }
    Value&& operator*() && { return std::get<0>(std::move(m_state)); }
    Value* operator->() { return &std::get<0>(m_state); }
    const Value* operator->() const { return &std::get<0>(m_state); }

    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<Value, Error> m_state;
};

} // namespace core
