/// MatchFile: the duplicate engine over a CSV file of its own: no office, no login. Columns are proposed from headers.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace ctl {

struct MatchFileOptions
{
    QString file;
    QString idColumn;
    QString output;
    QString clusters;
    QMap<QString, QString> map; ///< column -> field
    std::optional<double> minScore;
};

struct MatchFileReport
{
    std::int64_t records = 0;
    std::int64_t pairs = 0;
    std::int64_t clusters = 0;
    double seconds = 0;
    QJsonObject mapping;
};

core::Result<MatchFileReport> matchFile(const MatchFileOptions& options, core::Progress& progress);

} // namespace ctl
