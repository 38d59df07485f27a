// Says at the end of a run once more what failed. A run of hundreds of cases prints much on its way, and who reads only the tail
// of a log, as a CI shows it, would not see which case it was.
#pragma once

#include <catch2/catch_test_case_info.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <cstdio>
#include <string>
#include <vector>

class FailuresAtEnd : public Catch::EventListenerBase
{
public:
    using Catch::EventListenerBase::EventListenerBase;

    void testCaseStarting(const Catch::TestCaseInfo& info) override { name_ = info.name; }

    void assertionEnded(const Catch::AssertionStats& stats) override
    {
        const auto& result = stats.assertionResult;
        if (result.isOk()) {
            return;
        }
        const auto place = result.getSourceInfo();
        failures_.push_back(name_ + "\n    " + place.file + ":" + std::to_string(place.line) + ": "
                            + result.getExpression() + "\n    "
                            + (result.hasExpandedExpression() ? result.getExpandedExpression()
                                                              : std::string(result.getMessage())));
    }

    void testRunEnded(const Catch::TestRunStats& /*stats*/) override
    {
        if (failures_.empty()) {
            return;
        }
        std::fputs("\nFailed:\n", stderr);
        for (const auto& failure : failures_) {
            std::fprintf(stderr, "  %s\n", failure.c_str());
        }
    }

private:
    std::string name_;
    std::vector<std::string> failures_;
};

CATCH_REGISTER_LISTENER(FailuresAtEnd)
