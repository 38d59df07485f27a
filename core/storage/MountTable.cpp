#include "core/storage/MountTable.h"

#include <QFile>

namespace core {

namespace {

/// Blanks, tabs, line ends and backslashes stand as \040, \011, \012, \134.
QString withoutOctal(const QByteArray& field)
{
    constexpr int octalDigits = 3;
    constexpr int octalBase = 8;
    QByteArray plain;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool isOctal = false;
        const int code
            = field[i] == '\\' ? field.mid(i + 1, octalDigits).toInt(&isOctal, octalBase) : 0;
        if (isOctal && i + octalDigits < field.size()) {
            plain += static_cast<char>(code);
            i += octalDigits;
        } else {
            plain += field[i];
        }
    }
    return QFile::decodeName(plain);
}

bool isInside(const QString& path, const QString& mountPoint)
{
    return path == mountPoint || mountPoint == QLatin1String("/")
        || path.startsWith(mountPoint + u'/');
}

} // namespace

std::vector<MountEntry> parseMountInfo(const QByteArray& text)
{
    // id parent major:minor root mount-point options [tags…] - type source super-options
    constexpr qsizetype pointField = 4;
    constexpr qsizetype optionsField = 5;
    std::vector<MountEntry> mounts;
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-", optionsField + 1);
        if (dash < 0 || fields.size() < dash + 3) {
            continue;
        }
        MountEntry mount;
        mount.mountPoint = withoutOctal(fields[pointField]);
        mount.fileSystem = QString::fromLatin1(fields[dash + 1]);
        mount.source = withoutOctal(fields[dash + 2]);
        mount.options = QString::fromUtf8(fields[optionsField] + ',' + fields.value(dash + 3))
                            .split(u',', Qt::SkipEmptyParts);
        mounts.push_back(mount);
    }
    return mounts;
}

std::optional<MountEntry> mountOf(const std::vector<MountEntry>& mounts, const QString& path)
{
    std::optional<MountEntry> best;
    for (const MountEntry& mount : mounts) {
        if (isInside(path, mount.mountPoint)
            && (!best || mount.mountPoint.size() >= best->mountPoint.size())) {
            best = mount;
        }
    }
    return best;
}

} // namespace core
