// SPDX-License-Identifier: MIT
// What a glance at a line gives: what a walk over it does, as long as it is not long and no sign
// stands between blanks (which is a word at a glance).
#include "catch.hpp"
#include "harness.hpp"

#include <cstring>
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
static_assert(glanced("\xEF\xBC\x91\xEF\xBC\x99\xEF\xBC\x94\xEF\xBC\x95"), "digits of two columns, too");
static_assert(glanced("\xEA\xB0\x80\xEA\xB0\x80\xEA\xB0\x80\xEA\xB0\x80"), "U+AC00 is a letter of a word");
constexpr view long_line = "one two three four five six seven eight nine ten eleven twelve thirteen.";
static_assert(line_glance(long_line).columns == line_glance::enough + 1 &&
              line_glance(long_line).last == glyph::lower);

// A line, and what one counts on it by hand.
struct glanced_line {
    const char* line;
    unsigned columns, words, digits, number;
    glyph first, last;
    word_is starts;
};
const glanced_line glanced_lines[] = {
    {"", 0, 0, 0, 0, glyph::nothing, glyph::nothing, word_is::plain},
    {"   ", 0, 0, 0, 0, glyph::nothing, glyph::nothing, word_is::plain},
    {"Who paid 12 euros?", 18, 4, 2, 0, glyph::upper, glyph::question, word_is::ask},
    {"12 cups of tea", 14, 4, 2, 12, glyph::digit, glyph::lower, word_is::plain},
    {"1234. TEA", 9, 2, 4, 123, glyph::digit, glyph::upper, word_is::plain},  // its first three digits
    {"1 - 2 euros", 11, 4, 2, 1, glyph::digit, glyph::lower, word_is::plain},
    {"tea 12 34", 9, 3, 4, 0, glyph::lower, glyph::digit, word_is::plain},
    {"(\"Read more!\")", 14, 2, 0, 0, glyph::bracket, glyph::exclaim, word_is::furniture},
    {"Tea: read more", 14, 3, 0, 0, glyph::upper, glyph::lower, word_is::plain},
    {"  Photo\t \xC2\xAD" "by  \xC3\x89va ", 12, 3, 0, 0, glyph::upper, glyph::lower, word_is::credit},
    {"\xC3\xA9t\xC3\xA9 \xFF\xC3\x89T\xC3\x89", 7, 2, 0, 0, glyph::lower, glyph::upper, word_is::plain},
    {"\x80One \x80two", 7, 2, 0, 0, glyph::upper, glyph::lower, word_is::plain},
    {"+ / tea", 7, 3, 0, 0, glyph::other, glyph::lower, word_is::plain},
    {"\") \xE2\x80\x9C", 4, 2, 0, 0, glyph::quote, glyph::quote, word_is::plain},  // signs alone
    {"\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x81\xAE\xE6\xA9\x8B", 8, 2, 0, 0, glyph::letter, glyph::letter, word_is::plain},  // four of CJK
    {"\xED\x95\x9C\xEA\xB5\xAD\xEC\x9D\x98 \xEB\x8B\xA4\xEB\xA6\xAC!", 12, 3, 0, 0, glyph::letter, glyph::exclaim, word_is::plain},
    {"\xE6\x96\x87 \xE7\x8E\x8B", 5, 2, 0, 0, glyph::letter, glyph::letter, word_is::by},  // ("text: Wang")
};

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

TEST_CASE("what a glance tells of a line is what one counts by hand") {
    for (const glanced_line& each : glanced_lines) {
        INFO(each.line);
        const line_glance glance(view(each.line, std::strlen(each.line)));
        CHECK((glance.columns == each.columns && glance.words == each.words));
        CHECK((glance.digits == each.digits && glance.number == each.number));
        CHECK((glance.first == each.first && glance.last == each.last && glance.starts == each.starts));
    }
    const auto shared = [](view one, view other) { return line_glance(one).marks.shared(line_glance(other).marks); };
    CHECK((shared("Rain over the hills", "the hills of Lund") == 1 && shared("Rain over the hills", "hills (over rain)") == 3));
    CHECK((shared("the tea of May", "the tea of May") == 0 && shared("\xC3\x89tienne", "\xC3\xA9tienne!") == 1));
    CHECK((shared("\xED\x95\x9C\xEA\xB5\xAD\xEC\x9D\x98\xEB\xA6\xAC", "\xED\x95\x9C\xEA\xB5\xAD\xEC\x9D\x98\xEB\xA6\xAC.") == 1));
}

TEST_CASE("a line of more than 60 columns is a long one, of whatever signs") {
    const auto columns = [](const std::string& line) { return line_glance(view(line)).columns; };
    for (const char* sign : {"a", "A", "1", ",", "\xC3\xA9", "\xE2\x80\x94"}) {
        std::string line;
        for (int i = 0; i < 59; ++i) line += sign;
        CHECK((columns(line) == 59 && columns(line + sign) == 60 && columns(line + sign + "  ") == 60));
        CHECK((columns(line + " b") == 61 && columns(line + sign + sign) == 61 && columns(line + line + line) == 61));
    }
    std::string wide;
    for (int i = 0; i < 30; ++i) wide += "\xE6\x9D\xB1";
    CHECK((columns(wide) == 60 && columns(wide + "\xE6\x9D\xB1") > 60 && columns(wide + wide) > 60));
    std::string words;
    for (int i = 0; i < 12; ++i) words += "tide ";
    CHECK((columns("1 " + words + words + words + words + words) > 60 && columns(words + words + words + words + words) > 60));
    CHECK((columns(words) == 59 && columns(words + "a") > 60 && line_glance(view(words)).words == 12));
}
