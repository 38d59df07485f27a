#include "core/approval/Request.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("a request is named R- and its number, and typed in several ways")
{
    CHECK(requestText(RequestPk{12}) == QStringLiteral("R-12"));
    for (const QStringView typed : {u"R-12", u"r-12", u" R-12 ", u"12"}) {
        CAPTURE(typed.toString().toStdString());
        CHECK(requestByText(typed) == RequestPk{12});
    }
    for (const QStringView typed :
         {u"", u"R-", u"R-0", u"R--1", u"-1", u"M-12", u"R-1x", u"R-99999999999999999999"}) {
        CAPTURE(typed.toString().toStdString());
        CHECK_FALSE(requestByText(typed));
    }
}

TEST_CASE("every state, kind and level is found again by its name")
{
    for (const RequestState state : {RequestState::Open,
                                     RequestState::Approved,
                                     RequestState::Partly,
                                     RequestState::Rejected,
                                     RequestState::Withdrawn,
                                     RequestState::Outdated}) {
        CHECK(requestStateByName(requestStateName(state)) == state);
        CHECK_FALSE(requestStateLabel(state).isEmpty());
    }
    for (const RequestKind kind : {RequestKind::Change, RequestKind::Merge, RequestKind::Unmerge}) {
        CHECK(requestKindByName(requestKindName(kind)) == kind);
    }
    for (const RequestLevel level : {RequestLevel::Ordinary, RequestLevel::Important}) {
        CHECK(requestLevelByName(requestLevelName(level)) == level);
    }
    CHECK_FALSE(requestStateByName(u"opened"));
}
