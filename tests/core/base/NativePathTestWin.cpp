// Each spelling of a path that Windows has, short and long, to a disk and to a share.
#include "core/base/NativePath.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

const std::wstring longFolder(260, L'客');

} // namespace

TEST_CASE("short paths go to Windows as they are, with backslashes")
{
    CHECK(nativePath(QStringLiteral("C:/客户 资料/Acme.dossier"))
          == L"C:\\客户 资料\\Acme.dossier");
    CHECK(nativePath(QStringLiteral("//nas/Firma/Acme")) == L"\\\\nas\\Firma\\Acme");
    CHECK(nativePath(QStringLiteral("Acme.dossier")) == L"Acme.dossier");
    CHECK(markedWhereLong({}).empty());
}

TEST_CASE("long paths get the mark: of a disk, of a share, and only once")
{
    CHECK(markedWhereLong(L"C:\\" + longFolder) == L"\\\\?\\C:\\" + longFolder);
    CHECK(markedWhereLong(L"C:/a/" + longFolder) == L"\\\\?\\C:\\a\\" + longFolder);
    CHECK(markedWhereLong(L"\\\\nas\\Firma\\" + longFolder)
          == L"\\\\?\\UNC\\nas\\Firma\\" + longFolder);
    CHECK(markedWhereLong(L"//nas/Firma/" + longFolder)
          == L"\\\\?\\UNC\\nas\\Firma\\" + longFolder);
    for (const std::wstring& marked : {L"\\\\?\\C:\\" + longFolder,
                                       L"\\\\?\\UNC\\nas\\Firma\\" + longFolder,
                                       L"\\\\.\\C:\\" + longFolder}) {
        CHECK(markedWhereLong(marked) == marked);
    }
    // The mark takes no relative path.
    CHECK(markedWhereLong(longFolder) == longFolder);
}

TEST_CASE("a share is known by its path however it is written, a disk is not taken for one")
{
    for (const wchar_t* share : {L"\\\\nas\\Firma",
                                 L"//nas/Firma",
                                 L"\\\\?\\UNC\\nas\\Firma",
                                 L"\\\\?\\unc\\nas\\Firma",
                                 L"//?/UNC/nas/Firma"}) {
        CHECK(isUncPath(share));
        CHECK(driveLetter(share) == L'\0');
    }
    for (const wchar_t* disk : {L"C:\\Acme", L"C:/Acme", L"\\\\?\\C:\\Acme", L"//?/C:/Acme"}) {
        CHECK_FALSE(isUncPath(disk));
        CHECK(driveLetter(disk) == L'C');
    }
    for (const wchar_t* neither :
         {L"", L"C", L"Acme", L"\\Acme", L"\\\\?\\", L"\\\\?\\unix\\tmp"}) {
        CHECK_FALSE(isUncPath(neither));
        CHECK(driveLetter(neither) == L'\0');
    }
}
