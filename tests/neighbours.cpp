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

static_assert(!elided("\xFF") && elided("em\xE2\x80\x9D") && !elided("em\xC3\xA9") && elided("t\nis"));

constexpr stet::code_point seen(stet::view text, bool all = true) { return first_visible(text, all); }
static_assert(seen("a") == 'a' && seen("\n") == ' ' && seen("\t") == ' ' && seen("") == 0 && seen("\xE2\x80\xA8") == ' ');
static_assert(seen("\xE2\x80\x8Bz") == 'z' && seen("\xC2\xADz") == 'z', "what has no width is looked through");
static_assert(seen("\xE2\x81\xA8z") == 'z' && seen("\xE2\x80\xAEz") == 'z', "and what reorders text");
static_assert(seen("\xC9tat") == noted && seen("\x01z") == noted && seen("\x7Fz") == noted && seen("\xC2\x86z") == noted);
static_assert(seen("\xE2\x80") == noted && seen("\xE2\x80", false) == 0, "what is cut short waits");

constexpr stet::code_point before(stet::view text) { return last_visible(text.data, text.size, 'X'); }
static_assert(before("ab") == 'b' && before("") == 'X' && before("b\xC2\xAD\xE2\x80\x8B") == 'b' && before("b\n") == ' ');
static_assert(before("\xC2\xAD\xC2\xAD\xC2\xAD\xC2\xAD\xC2\xAD") == 'X', "however many have no width");
static_assert(before("caf\xE9") == noted && before("b\x80") == noted && before("b\x01") == noted && before("b\xE2\x80\xA8") == ' ');

constexpr stet::code_point after(stet::view rest) { return after_mark(rest, true); }
static_assert(after(". So") == '.' && after(".net") == 0x2026 && after("...") == 0x2026 && after(", so") == ',');
static_assert(after(".\xD7\x90") == 0x2026 && after(".") == '.', "anything beyond ASCII may begin a word");
static_assert(after("\xC2\xAD.a") == '.', "a full stop that is not right behind the mark is one");

constexpr next_mark look(stet::view text, bool single = false, next_mark::trust least = next_mark::any,
                         bool ends = false) {
    return next_mark(text, ' ', 0, single, least, 0, false, ends);
}
static_assert(look("some words\"").is == next_mark::none_so_far && look("some words\"").place == 10, "what is behind is not seen");
static_assert(look("some words\"\xE2\x80").is == next_mark::none_so_far);
static_assert(look("some words\"", false, next_mark::any, true).is == next_mark::closes, "there is nothing behind");
static_assert(look("a\xFF\" ").is == next_mark::closes && look("a \"\xC9tat").is == next_mark::opens, "ill-formed: a letter");
static_assert(look("ends.\xE2\x80\xA8Some \"words\"").is == next_mark::none, "any line end");
static_assert(look("10\" and 12\" ", false, next_mark::doubted).is == next_mark::none_so_far);
static_assert(look("the 90' and", true, next_mark::doubted).is == next_mark::none_so_far);
static_assert(look("a\xE2\x80\x9A" "b", true).is == next_mark::opens, "a low mark is no apostrophe");
static_assert(look("some words\" he").is == next_mark::closes && look("some words\" he").place == 10);
static_assert(look("some \"words\"").is == next_mark::opens);
static_assert(look("some \" words").is == next_mark::lone);
static_assert(look("some words").is == next_mark::none_so_far && look("ends.\nSome \"words\"").is == next_mark::none);
static_assert(look("a line\nand \"words\"").is == next_mark::opens, "a line end alone does not end the search");
static_assert(look("the teachers' pay", true).is == next_mark::closes);
static_assert(look("the teachers' pay", true, next_mark::doubted).is == next_mark::none_so_far);
static_assert(look("it ended.' He", true, next_mark::sure).is == next_mark::closes);
