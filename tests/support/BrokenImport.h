/// BrokenImport: an import on a shared office that broke off in its middle, as a program leaves it that was ended.
#pragma once

#include "core/exchange/UnfinishedImports.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDateTime>
#include <QFile>

#include <chrono>
#include <memory>

namespace tests {

/// A table of so many companies that no sample office has.
inline bool writeCompanies(const QString& path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    QByteArray table("客户名称,联系电话\n");
    for (int i = 0; i < rows; ++i) {
        table += "北岭" + QByteArray::number(i) + "号商行,1380013" + QByteArray::number(1000 + i)
            + '\n';
    }
    return file.write(table) == table.size();
}

/// Brings a part of the file in and leaves it at that; the last of it saved at `savedAt`, or just now where that is not
/// valid. An invalid key where it did not come to that.
inline core::BatchPk breakImport(const core::OfficeAccess& person,
                                 const core::ImportOptions& options,
                                 const QDateTime& savedAt)
{
    auto access = std::make_shared<core::OfficeAccess>(person);
    access->longestSlice = std::chrono::milliseconds(1);
    auto office = core::Office::open(access);
    if (!office) {
        return {};
    }
    // The next slice begins with a look at the person, who may do nothing any more.
    core::Progress progress([&access](const QString&, std::int64_t done, std::int64_t total) {
        if (total > 0 && done > total / 3) {
            access->session.role = core::Role::Auditor;
        }
    });
    if ((*office)->importer().run(options, progress)) {
        return {};
    }
    access->session.role = person.session.role;
    auto recent = (*office)->importer().recent(1);
    if (!recent || recent->empty() || recent->front().state != QLatin1String("running")) {
        return {};
    }
    const core::BatchPk batch = recent->front().pk;
    if (!savedAt.isValid()) {
        return batch;
    }
    const auto dated = (*office)
                           ->context()
                           .writer
                           .statement("UPDATE batches SET started_at = ?, finished_at = ? WHERE "
                                      "pk = ?")
                           .bindAll(savedAt, savedAt, batch)
                           .run();
    return dated ? batch : core::BatchPk{};
}

} // namespace tests
