/// MergeWords: what merge, unmerge and remerge have in common.
#pragma once

#include "app/ctl/CommandLine.h"
#include "core/approval/ChangeService.h"

#include <QJsonValue>

#include <optional>
#include <string>
#include <vector>

namespace ctl {

/// FIELD=WORDS, as --take, --set and --place have it.
struct FieldWords
{
    core::Field field;
    QString words;
};

/// Invalid with the sentence `howTo` where one is not of that form, or no field that people set.
[[nodiscard]] core::Result<std::vector<FieldWords>>
fieldWords(const std::vector<std::string>& entries, const QString& howTo);
[[nodiscard]] core::ClientId idIn(const QString& words);
[[nodiscard]] QJsonValue orNull(const QString& words);
[[nodiscard]] QString requestIdOf(const std::optional<core::RequestPk>& request);
/// Keys merge, id, moved, request.
[[nodiscard]] Outcome merged(const core::Result<core::MergeOutcome>& outcome);

} // namespace ctl
