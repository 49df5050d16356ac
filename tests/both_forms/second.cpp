// SPDX-License-Identifier: MIT
// Both forms in one unit, the single header first.
#include "../../include/stet.hpp"

#include "../../include/stet/reader.hpp"
#include "../../include/stet/std.hpp"

struct second_limits : stet::default_limits {
    static constexpr size_t window = 4096;
    static constexpr size_t run = 64;
};

int second_unit() {
    static stet::reader<second_limits> in;
    in.put('a');
    in.finish();
    int events = 0;
    for (stet::event e; in.next(e);) ++events;
    return events;
}
