#include "core/records/ClientDraft.h"

#include "core/security/OfficeNotes.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("a draft is read back as it was written: what was seen, and what was typed")
{
    ClientDraft draft;
    draft.original.emplace();
    draft.original->pk = ClientPk{17};
    draft.original->version = 4;
    draft.original->set(Field::Id, u"CUST202601010001"_s);
    draft.original->set(Field::Name, u"元诚科技"_s);
    draft.typed = {{Field::Name, u"苏州元诚科技"_s}, {Field::Notes, u"two\nlines"_s}};
    draft.reason = u"moved"_s;
    const auto again = draftFromBytes(draftToBytes(draft));
    REQUIRE(again);
    REQUIRE(again->original);
    CHECK(again->original->pk == ClientPk{17});
    CHECK(again->original->version == 4);
    CHECK(again->original->values == draft.original->values);
    CHECK(again->typed == draft.typed);
    CHECK(again->reason == u"moved");
    CHECK_FALSE(draftFromBytes("{}"));
    CHECK_FALSE(draftFromBytes("no draft"));
    CHECK_FALSE(draftFromBytes(R"({"typed":{},"original":{"name":"x"}})")); // of whom, nobody knows
}

#ifndef Q_OS_WIN // there a folder stays as long as a file in it is open
TEST_CASE("where a draft cannot be written, that is said without a word of it")
{
    const QByteArray office(16, 'd');
    const auto file = DraftFile::open(office, QByteArray(16, 'u'));
    REQUIRE(file);
    REQUIRE(QDir(officeNotePath(office, u".drafts"_s)).removeRecursively());
    ClientDraft draft;
    draft.typed = {{Field::Name, u"Quillfeather"_s}};
    const auto done = file->write(draft, SecureBytes::random(32));
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::Io);
    CHECK(done.error().message == u"What is being typed cannot be kept on this computer.");
    CHECK_FALSE(done.error().detail.contains(u"Quillfeather"_s));
}
#endif
