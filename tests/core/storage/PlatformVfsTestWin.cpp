// What SQLite is told of a path: on a share it waits as one does there, and writes through.
#include "core/storage/PlatformVfs.h"

#include <catch2/catch_test_macros.hpp>

using core::isOnNetwork;

TEST_CASE("a database on a share is known by its path in each spelling")
{
    CHECK(isOnNetwork("//nas/Firma/Acme.dossier/office.db"));
    CHECK(isOnNetwork("\\\\nas\\客户 资料\\Acme.dossier\\office.db"));
    CHECK(isOnNetwork("\\\\?\\UNC\\nas\\Firma\\Acme.dossier\\office.db"));
    CHECK(isOnNetwork("\\\\?\\unc\\nas\\Firma\\Acme.dossier\\office.db"));
    CHECK_FALSE(isOnNetwork("C:/Acme.dossier/office.db"));
    CHECK_FALSE(isOnNetwork("\\\\?\\C:\\Acme.dossier\\office.db"));
    CHECK_FALSE(isOnNetwork("office.db"));
    CHECK_FALSE(isOnNetwork(""));
}
