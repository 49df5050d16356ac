// SPDX-License-Identifier: MIT
// The next byte that matters is found wherever it stands, and nothing is read past the end.
#include <stet.hpp>

namespace scan = stet::detail::scan;

static constexpr bool found_at_every_place(char what, bool by_mark) {
    char text[23] = {};
    for (size_t size = 1; size <= 23; ++size) {
        for (size_t place = 0; place < size; ++place) {
            for (char& each : text) each = 'a';
            text[place] = what;
            const size_t at = by_mark ? scan::mark(text, size) : scan::line_end(text, size);
            if (at != place) return false;
            // What stands behind the end is not found.
            if ((by_mark ? scan::mark(text, place) : scan::line_end(text, place)) != place) return false;
        }
    }
    return true;
}
static_assert(found_at_every_place('"', true) && found_at_every_place('\n', true));
static_assert(found_at_every_place('\xE2', true) && found_at_every_place('\x01', true));
static_assert(found_at_every_place('\n', false) && found_at_every_place('\r', false));
static_assert(found_at_every_place('\xC2', false) && found_at_every_place('\xE2', false));

static_assert(scan::mark("only words, and blanks.", 23) == 23 && scan::line_end("\"\x01\xC3", 3) == 3);
static_assert(stet::detail::find_line_end("a\xE2\x80\x9C" "b\xC2\xA0\nc", 9) == 7);
static_assert(stet::detail::find_line_end("a\xE2\x80", 3) == 1);  // may begin here
