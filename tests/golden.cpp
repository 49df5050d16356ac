// SPDX-License-Identifier: MIT
// The golden texts: every one is told as its trace, which was written from the contract.
#include "catch.hpp"
#include "harness.hpp"

TEST_CASE("every golden text is told as its trace says", "[unmet]") {
    const auto files = harness::golden_files();
    CHECK(files.size() >= 50);
    for (const harness::golden& file : files) {
        const bool body = file.name.rfind("body_", 0) == 0;
        const harness::trace events =
            harness::parse(file.text, body ? stet::start::body : stet::start::article);
        INFO(file.name << '\n' << file.text);
        CHECK(harness::lines_of(events) == file.events);
        CHECK(harness::broken_law(file.text, events, stet::default_limits::run) == "");
    }
}
