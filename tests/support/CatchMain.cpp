// The main of every Catch2 program: core needs a QCoreApplication (drivers, translations), and nothing of a
// screen.
#include "tests/support/FailuresAtEnd.h"
#include "tests/support/OwnDataFolder.h"
#include "tests/support/SeenTexts.h"

#ifdef DOSSIER_LOCK_TEST_CHILD
#include "core/storage/LockTest.h"
#endif

#include "core/base/CompiledPatterns.h"

#include <QCoreApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char** argv)
{
#ifdef DOSSIER_LOCK_TEST_CHILD
    if (const auto code = core::runAsLockTestChild(argc, argv)) {
        return *code;
    }
#endif
    core::avoidCompiledPatterns();
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    OwnDataFolder::startEmpty();
    const SeenTexts seen;
    return Catch::Session().run(argc, argv);
}
