// SPDX-License-Identifier: MIT
// What a glance at a line gives: what a walk over it does, as long as it is not long and no sign
// stands between blanks (which is a word at a glance).
#include "catch.hpp"
#include "harness.hpp"

#include <random>
#include <string>

using namespace stet::detail;
using stet::view;

namespace {

constexpr bool glanced(view line) {
    uint8_t facts[fact_count] = {};
    const line_walk walk(facts, line);
    const line_glance glance(line);
    return glance.columns == walk[fact::columns] && glance.words == walk[fact::words] &&
           glance.digits == walk[fact::digits] && glance.number == walk.number() &&
           number_of(glance.first) == walk[fact::first] && number_of(glance.last) == walk[fact::last] &&
           number_of(glance.starts) == walk[fact::starts] && glance.marks.high == walk.marks().high &&
           glance.marks.low == walk.marks().low;
}
static_assert(glanced("The trip cost 1,200 euros in 2024.") && glanced("") && glanced("12. Tea"));
static_assert(glanced("He said no.\xE2\x80\x9D") && glanced("Read more: tea  ") && glanced("a  b c's d"));
static_assert(glanced("Von Anna (dpa)") && glanced("BY ONE AND ANOTHER") && glanced("\xFFtea \xC3"));
static_assert(glanced("\xE6\x9D\xA5\xE4\xBA\x86\xE3\x80\x82\xE5\xA5\xBD"), "three CJK letters are a word");
constexpr view long_line = "one two three four five six seven eight nine ten eleven twelve thirteen.";
static_assert(line_glance(long_line).columns == line_glance::enough + 1 &&
              line_glance(long_line).last == glyph::lower);

}  // namespace

TEST_CASE("a glance at a line that is not long gives what a walk over it does") {
    std::mt19937 random(20240614);
    const char* const listed[] = {"by", "By", "PHOTO", "read", "More", "updated", "Who", "reuters"};
    const char* const between[] = {" ", " ", " ", "  ", ", ", ". ", "-", "'", ": ", " 12 ", "\" ", "\xE2\x80\x94", ".", ""};
    size_t whole = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string line;
        for (size_t words = random() % 9; words != 0; --words) {
            if (random() % 4 == 0) line += listed[random() % 8];
            else
                for (size_t size = 1 + random() % 12; size != 0; --size)
                    line += static_cast<char>((random() % 8 == 0 ? 'A' : 'a') + random() % 26);
            line += between[random() % 14];
            if (random() % 9 == 0) line += "\xC2\xAD";
        }
        INFO(line);
        if (line_glance(view(line)).columns >= line_glance::enough) continue;
        ++whole;
        REQUIRE(glanced(line));
    }
    CHECK(whole > 5000);
}
