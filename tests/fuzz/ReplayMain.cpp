// Runs every file of the folders named through the target once: the corpus as a test for any compiler.
#include "tests/fuzz/FuzzTarget.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    int count = 0;
    for (const QString& folder : application.arguments().mid(1)) {
        for (const QFileInfo& entry : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(entry.filePath());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "cannot read %s\n", qPrintable(entry.filePath()));
                return 1;
            }
            std::fprintf(stderr, "%s\n", qPrintable(entry.fileName()));
            const QByteArray bytes = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                   std::size_t(bytes.size()));
            ++count;
        }
    }
    std::fprintf(stderr, "%d files\n", count);
    return count > 0 ? 0 : 1; // an empty corpus would prove nothing
}
