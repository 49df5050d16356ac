// SPDX-License-Identifier: MIT
// How a mark stands: sentences 1, 2 and 8 of quote.hpp, one look at a time.
#include "catch.hpp"
#include "harness.hpp"

using namespace stet::detail;

constexpr bool opens(stet::code_point before, stet::code_point after, bool single = false) {
    return standing(before, after, single).opening;
}
constexpr bool closes(stet::code_point before, stet::code_point after, bool single = false) {
    return standing(before, after, single).closing;
}
static_assert(opens(' ', 'a') && opens('(', 'a') && opens('-', 'a') && opens(0, 'a'), "sentence 1");
static_assert(!opens('a', 'b') && !opens(' ', ' ') && !opens(' ', ','));
static_assert(opens('\'', 'a', false) && !opens('\'', 'a', true), "only a double mark opens behind an apostrophe");
static_assert(closes('a', ' ') && closes('.', ',') && closes('a', 0x3042), "nothing narrow may follow");
static_assert(!closes('a', 'b') && !closes(' ', ' ') && !closes('(', ' '));
static_assert(closes('-', ' ') && !closes('-', 0x3042) && closes(0x2014, ','), "a dash needs a blank or a sign behind");

constexpr bool elided(stet::view rest) { return is_elided(rest); }
static_assert(elided("em that") && elided("90s") && elided("t is") && elided("s-Hertogenbosch") && elided("n' roll"));
static_assert(!elided("n\x80 roll"), "a byte that is no UTF-8 belongs to the word");
static_assert(elided("t\tis") && !elided("a\ttree"), "a tab is a blank");
static_assert(!elided("emu") && !elided("190s") && !elided("a tree") && !elided("said") && !elided(""));

constexpr stet::code_point seen(stet::view text) { return first_visible(text); }
static_assert(seen("a") == 'a' && seen("\n") == 0 && seen("") == 0 && seen("\xE2\x80\xA8") == 0);
static_assert(seen("\xE2\x80\x8Bz") == 'z' && seen("\xC2\xADz") == 'z', "what has no width is looked through");

constexpr stet::code_point after(stet::view rest) { return after_mark(rest); }
static_assert(after(". So") == '.' && after(".net") == 0x2026 && after("...") == 0x2026 && after(", so") == ',');

constexpr next_mark look(stet::view text, bool single = false, next_mark::trust least = next_mark::any) {
    return next_mark(text, 0, single, least, 0, false);
}
static_assert(look("some words\" he").is == next_mark::closes && look("some words\" he").place == 10);
static_assert(look("some \"words\"").is == next_mark::opens);
static_assert(look("some \" words").is == next_mark::lone);
static_assert(look("some \x80\"words\"").is == next_mark::opens, "what is no UTF-8 is looked through");
static_assert(look("some words").is == next_mark::none_so_far && look("ends.\nSome \"words\"").is == next_mark::none);
static_assert(look("a line\nand \"words\"").is == next_mark::opens, "a line end alone does not end the search");
static_assert(look("the teachers' pay", true).is == next_mark::closes);
static_assert(look("the teachers' pay", true, next_mark::doubted).is == next_mark::none_so_far);
static_assert(look("it ended.' He", true, next_mark::sure).is == next_mark::closes);
