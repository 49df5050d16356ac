// SPDX-License-Identifier: MIT
// The table of marks: every pair of it, and every sign that byte_class.hpp calls a mark.
#include "catch.hpp"
#include "harness.hpp"

using namespace stet::detail;

static_assert(row_of(0x22).sign == straight && row_of(0x27).sign == apostrophe);
static_assert(row_of(0x2018).sign == left_single && row_of(0x201F).sign == left_double);
static_assert((row_of(0x201E).closed_by & left_double) != 0 && (row_of(0x201E).closed_by & right_double) != 0);
static_assert(row_of(0x2013).sign == speech_dash && row_of(0x2014).closed_by == 0, "dashes have the last row");

static constexpr mark_at_hand at_front(stet::view text) { return mark_at_hand(text); }
static_assert(at_front("'a").size == 1 && at_front("'a").sign == apostrophe);
static_assert(at_front("''a").size == 2 && at_front("''a").sign == apostrophes);
static_assert(at_front("'\xE2\x80\x99").sign == apostrophe, "two signs that differ are two marks");
static_assert(at_front("\xE2\x80\x99\xE2\x80\x99").size == 6 && at_front("\xE2\x80\x99\xE2\x80\x99").sign == apostrophes);
static_assert(at_front("\"\"").size == 1 && at_front("\"\"").stands_again("\"\""));
static_assert(!at_front("\"").stands_again("\"") && !at_front("\"'").stands_again("\"'"));

TEST_CASE("every mark of the byte classes has a row of its own, and every row is a mark") {
    for (stet::code_point point = 0; point < 0x10000; ++point) {
        const meaning is = point < 0x80 ? meaning_of_byte(static_cast<uint8_t>(point)) : meaning_of_point(point);
        INFO(point);
        if (is == meaning::quote) CHECK(row_of(point).sign != speech_dash);
        if (is == meaning::dash) CHECK(row_of(point).sign == speech_dash);
    }
    for (const sign_row& row : signs) {
        INFO(row.point);
        CHECK((row_of(row.point).sign == row.sign && row_of(row.point).closed_by == row.closed_by));
        CHECK((row.point < 0x80 ? meaning_of_byte(static_cast<uint8_t>(row.point)) : meaning_of_point(row.point)) !=
              meaning::plain);
        CHECK(((row.closed_by & opening_signs) == 0));
    }
}

TEST_CASE("the packed table of signs is the one that is made of the readable one") {
    auto made = harness::at_run_time(pack_signs);
    for (size_t i = 0; i < sign_count; ++i)
        CHECK((made.closed_by[i] == signs_by_point.closed_by[i] && made.points[i] == signs_by_point.points[i]));
}
