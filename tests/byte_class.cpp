// SPDX-License-Identifier: MIT
// What each of the 256 bytes means, said a second time, and the code points that mean something.
#include <stet.hpp>

using stet::detail::meaning;
using stet::detail::meaning_of_byte;
using stet::detail::meaning_of_point;

static constexpr bool every_byte() {
    for (unsigned i = 0; i < 256; ++i) {
        meaning is = meaning::plain;
        if (i < 0x20 && i != '\t') is = meaning::control;
        if (i == '\n' || i == '\r') is = meaning::line_end;
        if (i == '"' || i == '\'') is = meaning::quote;
        if (i == 0x7F) is = meaning::control;
        if (i > 0x7F) is = meaning::beyond_ascii;
        if (meaning_of_byte(static_cast<uint8_t>(i)) != is) return false;
    }
    return true;
}
static_assert(every_byte());

static_assert(meaning_of_point(0x80) == meaning::control && meaning_of_point(0x9F) == meaning::control);
static_assert(meaning_of_point(0x85) == meaning::line_end);
static_assert(meaning_of_point(0x2028) == meaning::line_end && meaning_of_point(0x2029) == meaning::line_end);
static_assert(meaning_of_point(0x202A) == meaning::bidi && meaning_of_point(0x202E) == meaning::bidi);
static_assert(meaning_of_point(0x2066) == meaning::bidi && meaning_of_point(0x2069) == meaning::bidi);
static_assert(meaning_of_point(0x202F) == meaning::plain && meaning_of_point(0x2065) == meaning::plain);
static_assert(meaning_of_point(0x206A) == meaning::plain && meaning_of_point(0xA0) == meaning::plain);
static_assert(meaning_of_point(0x10FFFF) == meaning::plain && meaning_of_point(0xE9) == meaning::plain);

// The quick way past most code points passes over none of the table.
static constexpr bool table_is_reached() {
    for (const auto& range : stet::detail::point_ranges)
        if (meaning_of_point(range.first) != range.is || meaning_of_point(range.last) != range.is) return false;
    return true;
}
static_assert(table_is_reached());
