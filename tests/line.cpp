// SPDX-License-Identifier: MIT
// Line marks, and the columns of lines.
#include "catch.hpp"

#include <stet.hpp>

#include <cstring>
#include <string>

using stet::line_mark;
using stet::view;
namespace detail = stet::detail;

static constexpr bool reads(view text, line_mark mark, unsigned size, unsigned level = 0, unsigned number = 0) {
    const detail::mark_at found(text);
    return found.mark == mark && found.size == size && found.level == level && found.number == number;
}
static_assert(reads("# Title", line_mark::hash, 2, 1) && reads("###   Title", line_mark::hash, 6, 3));
static_assert(reads("####### x", line_mark::none, 0) && reads("#hashtag", line_mark::none, 0));
static_assert(reads("- item", line_mark::bullet, 2) && reads("*  item", line_mark::bullet, 3));
static_assert(reads("\xE2\x80\xA2 item", line_mark::bullet, 4) && reads("-item", line_mark::none, 0));
static_assert(reads("**bold**", line_mark::none, 0) && reads("- ", line_mark::none, 0) && reads("", line_mark::none, 0));
static_assert(reads("12. item", line_mark::number, 4, 0, 12) && reads("3) item", line_mark::number, 3, 0, 3));
static_assert(reads("2026. item", line_mark::none, 0) && reads("1.5 million", line_mark::none, 0));
static_assert(reads("19. item", line_mark::number, 4, 0, 19) && reads("9) item", line_mark::number, 3, 0, 9));
constexpr char blank_line_end[] = {'-', ' ', '\r'}, digits[] = {'1', '2'};  // (no byte behind them is read)
static_assert(reads({blank_line_end, 3}, line_mark::none, 0) && reads({digits, 2}, line_mark::none, 0));
static_assert(reads("\xC2\xB7 item", line_mark::bullet, 3) && reads(">", line_mark::quoted, 1, 1));
static_assert(reads({}, line_mark::none, 0));
constexpr char exact[] = {'#', '#', ' ', '>', ' ', '-', ' ', ' ', '1', '2', '.', '\t'};  // (nor here)
constexpr bool reads_no_more() {
    for (size_t begin = 0; begin < sizeof(exact); ++begin)
        for (size_t end = begin; end <= sizeof(exact); ++end) {
            char copy[sizeof(exact)] = {};
            for (size_t i = begin; i < end; ++i) copy[sizeof(exact) - end + i] = exact[i];
            const detail::mark_at found({copy + sizeof(exact) - end + begin, end - begin});
            if (found.size > end - begin) return false;
        }
    return true;
}
static_assert(reads_no_more());
static_assert(reads("> said", line_mark::quoted, 2, 1) && reads("> > said", line_mark::quoted, 4, 2));
static_assert(reads(">said", line_mark::quoted, 1, 1) && reads("- \nnext", line_mark::none, 0));
static_assert(reads("\xE2\x80\x94 Bonjour", line_mark::none, 0));  // a dash opens dialogue, no list

static constexpr detail::line measured(view text, bool all = true) {
    detail::line found(0);
    found.measure(text.data, text.size, all);
    return found;
}
constexpr char exact_word[] = {'w', 'o', 'r', 'd'};
static_assert(measured({exact_word, 4}).columns == 4 && measured({exact_word, 4}, false).end == 4);
static_assert(measured("  \n").begin == 2 && measured("\n").begin == 0, "the line end is no blank");
static_assert(measured("two words").columns == 9 && measured("two words").first == 3);
static_assert(measured("  two").indent == 2 && measured("  two").begin == 2 && measured("  two").width() == 5);
static_assert(measured("caf\xC3\xA9 au lait").columns == 12 && measured("caf\xC3\xA9 au lait").first == 4);
static_assert(measured("\xE6\x97\xA5\xE6\x9C\xAC").columns == 4 && measured("\xE6\x97\xA5\xE6\x9C\xAC").first == 2);
static_assert(measured("> words").quoted == 1 && measured("> words").first == 5 && measured("> words").columns == 7);
static_assert(!measured("   ").worded && measured("   \nword").complete && !measured("> >").worded);
static_assert(measured("ab\xE2\x80").columns == 3 && measured("ab\xE2\x80").end == 4, "cut short by the end: ill-formed");
static_assert(measured("ab\xE2\x80", false).columns == 2 && measured("ab\xE2\x80", false).end == 2);
static_assert(measured("\xE2\x80\x8D\x01").worded == false && !measured("\xFF").worded);
static_assert(measured("\xFF\x01 \xE2\x80\xAE-").begin == 6 && measured("\xFF- a").columns == 3, "begins behind notes");
static_assert(measured("\xC2\xAD- a").begin == 0 && measured("\xC2\xAD\xFF").worded, "but not behind what has no width");
static_assert(measured("\xC2\x80- a").begin == 2 && measured("\xC2\x80- a").columns == 3);
static_assert(measured("word\nnext").end == 4 && !measured("word", false).complete);
constexpr char no_more[] = {'w', 'o', 'r', 'd', '\r'};  // (in a constant, a byte read behind it is an error)
static_assert(measured({no_more, sizeof(no_more)}, false).complete);

static constexpr bool wide_past_100() {
    char text[120] = {};
    for (char& each : text) each = 'a';
    text[50] = ' ';
    detail::line narrow(0), wide(0);
    narrow.measure(text, 100, true);
    wide.measure(text, 101, true);
    text[50] = 'a';  // nowhere to break: an address, no wide line
    detail::line word(0);
    word.measure(text, 120, true);
    return !narrow.wide && wide.wide && !word.wide;
}
static_assert(wide_past_100());

// However long it is, and wherever its first word ends, a line is measured until it is wide; also in two pieces.
static constexpr bool measured_till_wide(size_t first_word, size_t cut) {
    char text[240] = {};
    for (char& each : text) each = 'a';
    text[first_word] = ' ';
    detail::line found(0);
    found.measure(text, cut, false);
    const size_t taken = found.end;
    found.measure(text + taken, sizeof(text) - taken, false);
    const size_t least = first_word > 101 ? first_word : 101;  // (the blank behind a longer word may be measured, too)
    return found.wide && found.first == first_word && found.columns >= least &&
           found.columns <= least + (first_word > 100) && found.end == found.columns && !found.complete;
}
static constexpr bool measured_till_wide() {
    for (size_t first_word : {1u, 50u, 98u, 99u, 100u, 101u, 102u, 150u, 200u})
        for (size_t cut : {0u, 1u, 2u, 49u, 51u, 60u, 99u, 100u, 101u, 102u, 150u})
            if (!measured_till_wide(first_word, cut)) return false;
    return true;
}
static_assert(measured_till_wide());

// Measured in two pieces it is the same line.
static constexpr bool same_in_pieces() {
    const view text = "  some words that are measured";
    const detail::line whole = measured(text);
    for (size_t cut = 0; cut <= text.size; ++cut) {
        detail::line pieces(0);
        pieces.measure(text.data, cut, false);
        pieces.measure(text.data + pieces.end, text.size - pieces.end, true);
        if (pieces.width() != whole.width() || pieces.first != whole.first || pieces.begin != whole.begin)
            return false;
    }
    return true;
}
static_assert(same_in_pieces());

TEST_CASE("marks and columns at the edges of what they may be") {
    const struct {
        const char* text;
        line_mark mark;
        unsigned size;
    } rows[] = {{"", line_mark::none, 0}, {"+ item", line_mark::bullet, 2}, {"####### x", line_mark::none, 0}, {"- \r", line_mark::none, 0},
                {"- \xC2\xA0x", line_mark::none, 0}, {"###### x", line_mark::hash, 7},
                {"19. item", line_mark::number, 4}, {"- \xE2\x80\xA8x", line_mark::none, 0}, {"1. \xC2\x85x", line_mark::none, 0}};
    for (const auto& row : rows) {
        INFO(row.text);
        const detail::mark_at found(view(row.text, std::strlen(row.text)));
        CHECK((found.mark == row.mark && found.size == row.size));
    }
    const std::string word(300, 'a'), cut = "ab\x7F" "cd";
    CHECK(measured(word).columns == 0xFF);
    CHECK(measured(word).first == 0xFF);
    CHECK(measured(word + " b").columns == 0xFF);
    CHECK((measured(word + " b").wide && !measured(word).wide));
    CHECK(measured(cut).columns == 4);
    CHECK(measured("\xE3\x80\x80" "a").indent == 2);
    const std::string row = std::string(49, 'a') + ' ' + std::string(49, 'a'), accent = "\xC3\xA9";
    CHECK((measured(row + accent).columns == 100 && !measured(row + accent).wide));
    CHECK(measured(row + accent + accent).wide);
}
