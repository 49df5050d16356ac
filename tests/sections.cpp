// SPDX-License-Identifier: MIT
// Which sections are open, by level.
#include "catch.hpp"

#include <stet.hpp>

#include <algorithm>

static constexpr bool levels_nest() {
    stet::detail::sections open;
    if (open.ends_before(0)) return false;
    open.open(10, 2);
    open.open(20, 3);
    if (open.ends_before(4) || !open.ends_before(3) || !open.ends_before(2)) return false;
    if (open.innermost().index != 2 || open.innermost().begin != 20) return false;
    open.pop();
    if (open.ends_before(3) || !open.ends_before(2) || open.innermost().level != 2) return false;
    open.pop();
    open.open(30, 1);
    return open.innermost().index == 3 && !open.ends_before(2) && open.ends_before(0);
}
static_assert(levels_nest());

TEST_CASE("sections are counted up to 65,535, and all later ones have that number") {
    stet::detail::sections open;
    for (unsigned i = 1; i <= 0x10002; ++i) {
        open.open(i, 1);
        if (i < 3 || i > 0xFFFD) CHECK(open.innermost().index == std::min(i, 0xFFFFu));
        open.pop();
    }
}

TEST_CASE("sections nest six deep, and each knows where it began, its number and its level") {
    CHECK(levels_nest());
    stet::detail::sections open;
    for (uint8_t level = 1; level <= 6; ++level) {
        CHECK(!open.ends_before(level));
        open.open(level * 10u, level);
        CHECK((open.ends_before(level) && !open.ends_before(static_cast<uint8_t>(level + 1))));
    }
    for (unsigned level = 6; level >= 1; --level) {
        CHECK((open.innermost().begin == level * 10 && open.innermost().index == level && open.innermost().level == level));
        open.pop();
    }
    CHECK(!open.ends_before(0));
    open.open(70, 2);
    CHECK((open.innermost().index == 7 && open.innermost().begin == 70));
    open.restart();
    CHECK(!open.ends_before(1));
    open.open(80, 3);
    CHECK(open.innermost().index == 1);
}
