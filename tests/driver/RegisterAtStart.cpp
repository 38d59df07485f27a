// Makes the driver known in a program whose main() is not ours, with each QCoreApplication anew.
#include "core/storage/CipherDriver.h"

#include <QCoreApplication>

static void registerDriver()
{
    core::registerCipherDriver();
}

Q_COREAPP_STARTUP_FUNCTION(registerDriver)
