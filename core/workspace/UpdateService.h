/// UpdateService: where this office has its notice of new versions (UpdateNotice.h): a setting of the office, off until a data
/// administrator sets it, under log. Thread of the office.
#pragma once

#include "core/security/OfficeContext.h"
#include "core/workspace/UpdateNotice.h"

namespace core {

class UpdateService
{
public:
    UpdateService(OfficeContext& office, QString officeFolder);

    /// Everybody's window looks there.
    Result<UpdatePlace> place() const;
    /// Empty: nowhere. Denied: not a data administrator. Invalid: no path and no https address. What is set already is no
    /// change, and leaves no entry.
    Result<> setPlace(const QString& typed);

private:
    OfficeContext& m_office;
    QString m_folder;
};

} // namespace core
