#include "core/records/Client.h"

namespace core {

ChangeSet differences(const ClientValues& before, const ClientValues& after)
{
    ChangeSet changes;
    for (const FieldInfo& info : allFields()) {
        if (!isEditable(info.field)) {
            continue;
        }
        const QString& was = before.value(info.field);
        const QString& becomes = after.value(info.field);
        if (was != becomes) {
            changes.push_back({info.field, was, becomes});
        }
    }
    return changes;
}

} // namespace core
