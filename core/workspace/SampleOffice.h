/// SampleOffice: a practice office with a made-up company in it, to try things on: users of each role, clients in
/// Chinese and English, duplicates, waiting requests, history over the last months. The same seed gives the same
/// company. Takes seconds: any thread but the window's.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/workspace/OfficeAccess.h"

#include <QString>

#include <cstdint>

namespace core {

struct SampleWanted
{
    QString folder;
    int clients = 2000;
    std::uint32_t seed = 1;
    QString password = QStringLiteral("dossier-sample"); ///< of every user
};

struct SampleMade
{
    std::int64_t clients = 0;
    int users = 0;
    std::shared_ptr<const OfficeAccess> admin;
};

Result<SampleMade> makeSample(const SampleWanted& wanted, Progress& progress);

} // namespace core
