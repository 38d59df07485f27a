// The main of every Catch2 program: core needs a QCoreApplication (drivers, translations), and nothing of a
// screen.
#include "tests/support/OwnDataFolder.h"
#include "tests/support/SeenTexts.h"

#include <QCoreApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    const SeenTexts seen;
    return Catch::Session().run(argc, argv);
}
