/// makeBenchOffice: a new office as benchmarks fill it, with the cheapest password hash that is allowed.
#pragma once

#include "support/Crowd.h"

#include "core/workspace/OfficeAccess.h"

namespace tests {

inline constexpr auto benchPassword = "granite walrus umbrella";

/// "Bench.dossier" in `folder`.
inline core::CreatedOffice makeBenchOffice(const QString& folder)
{
    core::NewOffice wanted;
    wanted.folder = folder + QStringLiteral("/Bench.dossier");
    wanted.name = QStringLiteral("Bench");
    wanted.adminName = QStringLiteral("li");
    wanted.adminPassword = QString::fromLatin1(benchPassword);
    wanted.kdfMemoryMib = 64;
    return need(core::createOffice(wanted));
}

} // namespace tests
