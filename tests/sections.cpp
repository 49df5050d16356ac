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
