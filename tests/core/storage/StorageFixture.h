/// A folder that goes away with the test, and SQLCipher files in it.
#pragma once

#include "core/storage/Connection.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>

#include <memory>
#include <ostream>

namespace storage_test {

inline core::SecureBytes keyOf(unsigned char seed)
{
    core::initCrypto(); // does nothing from the second time on
    core::SecureBytes key(32);
    for (std::size_t i = 0; i < key.size(); ++i)
        key.data()[i] = static_cast<unsigned char>(seed + 7 * i);
    return key;
}

/// The error as one line, for a readable failure.
template <typename T>
std::string whyNot(const core::Result<T>& result)
{
    if (result)
        return "ok";
    const core::Error& error = result.error();
    return QStringLiteral("%1: %2 [%3]")
        .arg(core::errorCodeName(error.code), error.message, error.detail)
        .toStdString();
}

#define REQUIRE_OK(expression) REQUIRE(storage_test::whyNot(expression) == "ok")

class Folder
{
public:
    [[nodiscard]] QString path(const QString& name = QStringLiteral("office.db")) const
    {
        return m_folder.filePath(name);
    }

    [[nodiscard]] std::unique_ptr<core::Connection> create(const QString& name
                                                           = QStringLiteral("office.db")) const
    {
        return open({.path = path(name), .create = true});
    }

    [[nodiscard]] std::unique_ptr<core::Connection> reopen(const QString& name
                                                           = QStringLiteral("office.db")) const
    {
        return open({.path = path(name)});
    }

    [[nodiscard]] static std::unique_ptr<core::Connection> open(const core::OpenOptions& options)
    {
        auto opened = core::Connection::open(options, keyOf(1));
        INFO(whyNot(opened));
        REQUIRE(opened.hasValue());
        return *std::move(opened);
    }

    [[nodiscard]] QByteArray bytes(const QString& name = QStringLiteral("office.db")) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    void write(const QByteArray& bytes, const QString& name = QStringLiteral("office.db")) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }

private:
    QTemporaryDir m_folder;
};

inline qint64 number(core::Connection& connection, std::string_view sql)
{
    auto value
        = connection.statement(sql).one([](const core::Statement& row) { return row.int64(0); });
    INFO(whyNot(value));
    REQUIRE(value.hasValue());
    REQUIRE(value->has_value());
    return **value;
}

inline QString text(core::Connection& connection, std::string_view sql)
{
    auto value
        = connection.statement(sql).one([](const core::Statement& row) { return row.text(0); });
    INFO(whyNot(value));
    REQUIRE(value.hasValue());
    REQUIRE(value->has_value());
    return **value;
}

} // namespace storage_test

inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << '"' << text.toStdString() << '"';
}
inline std::ostream& operator<<(std::ostream& out, const QByteArray& bytes)
{
    return out << "0x" << bytes.toHex().toStdString();
}
