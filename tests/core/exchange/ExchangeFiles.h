/// A folder of small files for the tests of exchange, and readers of them.
#pragma once

#include "core/exchange/ImportFile.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <ostream>

inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << text.toStdString();
}

namespace exchangetest {

using namespace core;

class Files
{
public:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }

    QString write(const QByteArray& bytes) const
    {
        return write(QStringLiteral("input.csv"), bytes);
    }

    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

private:
    QTemporaryDir m_folder;
};

/// Rows of a file as records, by the proposed mapping.
inline std::vector<ImportRow> recordsOf(const QString& path,
                                        const MappingHints& hints = {},
                                        const std::vector<std::pair<QString, QString>>& map = {})
{
    auto file = ImportFile::open({.path = path, .map = map}, hints);
    if (!file) {
        FAIL(file.error().message.toStdString());
    }
    const ImportPlan plan(file->mapping(), hints);
    std::vector<ImportRow> rows;
    while (true) {
        auto row = file->next();
        REQUIRE(row);
        if (!*row) {
            return rows;
        }
        rows.push_back(plan.interpret(**row));
    }
}

inline ImportRow firstRecord(const QByteArray& csv)
{
    const Files files;
    const auto rows = recordsOf(files.write(csv));
    REQUIRE_FALSE(rows.empty());
    return rows.front();
}

inline bool hasFinding(const ImportRow& row, const char* rule)
{
    for (const RowFinding& finding : row.findings) {
        if (finding.rule == QLatin1String(rule)) {
            return true;
        }
    }
    return false;
}

} // namespace exchangetest
