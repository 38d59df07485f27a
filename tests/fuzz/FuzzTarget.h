/// FuzzTarget: what the fuzz targets share. Each target is one function over bytes that somebody else may have written:
///
///     FUZZ_TARGET(bytes) { if (auto read = Thing::parse(bytes)) FUZZ_CHECK(Thing::parse(read->bytes())); }
///
/// With Clang and libFuzzer it becomes a fuzz program; everywhere else ReplayMain.cpp runs the corpus through it once.
/// A crash, a finding of a sanitizer and a FUZZ_CHECK that does not hold are what it looks for.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#define FUZZ_TARGET(name)                                                                          \
    static void fuzzOne(const QByteArray& name);                                                   \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)              \
    {                                                                                              \
        fuzzOne(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));                 \
        return 0;                                                                                  \
    }                                                                                              \
    static void fuzzOne(const QByteArray& name)

#define FUZZ_CHECK(condition)                                                                      \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);    \
            std::abort();                                                                          \
        }                                                                                          \
    } while (false)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// The first byte of an input chooses what is tried, the others are what it is tried with.
struct FuzzInput
{
    explicit FuzzInput(const QByteArray& bytes)
        : choice(bytes.isEmpty() ? 0U : static_cast<unsigned char>(bytes.front()))
        , rest(bytes.mid(1))
    { }

    [[nodiscard]] QString text() const { return QString::fromUtf8(rest); }

    unsigned choice;
    QByteArray rest;
};
