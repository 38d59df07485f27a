/// Records as tests of matching need them, and what the engine finds among them.
#pragma once

#include "core/duplicates/DuplicateEngine.h"

#include <catch2/catch_test_macros.hpp>

namespace tests {

inline core::MatchRecord company(std::int64_t key, const QString& name, const QString& phone = {})
{
    core::MatchRecord record;
    record.key = key;
    record.type = QStringLiteral("company");
    record.name = name;
    record.phone = phone;
    record.city = QStringLiteral("苏州市");
    return record;
}

inline core::MatchRecord person(std::int64_t key, const QString& name, const QString& phone = {})
{
    core::MatchRecord record = company(key, name, phone);
    record.type = QStringLiteral("person");
    return record;
}

inline core::MatchResult resultOf(const std::vector<core::MatchRecord>& records,
                                  const core::MatchOptions& options = {})
{
    core::DuplicateEngine engine;
    for (const core::MatchRecord& record : records) {
        engine.add(record);
    }
    core::Progress quiet;
    auto found = engine.run(options, quiet);
    REQUIRE(found);
    return *std::move(found);
}

} // namespace tests
