// SPDX-License-Identifier: MIT
// Both forms in one unit, the parts first; and limits that differ from the other unit's.
#include "../../include/stet/reader.hpp"

#include "../../include/stet.hpp"

struct first_limits : stet::default_limits {
    static constexpr size_t window = 2048;
};

int second_unit();

int main() {
    static stet::reader<first_limits> in;
    in.put('a');
    in.finish();
    int events = 0;
    for (stet::event e; in.next(e);) ++events;
    return events == 3 && second_unit() == 3 ? 0 : 1;
}
