// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <stet.hpp>

using namespace stet::detail;

static_assert(lesser(1, 2) == 1 && lesser(2, 1) == 1 && lesser(2, 2) == 2);
static_assert(greater(1, 2) == 2 && greater(2, 1) == 2 && greater(2, 2) == 2);
static_assert(excess(3u, 1u) == 2 && excess(1u, 1u) == 0 && excess(1u, 3u) == 0);
static_assert(to_byte(0) == 0 && to_byte(254) == 254 && to_byte(255) == 255 && to_byte(256) == 255 && to_byte(70000) == 255);

TEST_CASE("a count stops at what a byte can say") {
    uint8_t number = 253;
    for (const int expected : {254, 255, 255}) {
        count_up(number);
        CHECK(number == expected);
    }
}
