// SPDX-License-Identifier: MIT
// How a mark stands: sentences 1, 2 and 8 of quote.hpp, one look at a time.
#include "catch.hpp"
#include "harness.hpp"

using namespace stet::detail;
using harness::exact_literal;

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
static_assert(opens(0x2019, 'a', false) && !opens(0x2019, 'a', true) && !opens(0x201A, 'a', false) &&
              !opens('s', 'a', false));
static_assert(is_narrow(0x10FF) && !is_narrow(0x1100) && !is_narrow(0x3042) && is_narrow('7'),
              "from Hangul on letters may be wide");
static_assert(closes('-', ' ') && !closes('-', 0x3042) && closes(0x2014, ','), "a dash needs a blank or a sign behind");

constexpr bool elided(stet::view rest) { return is_elided(rest); }
static_assert(elided("em that") && elided("90s") && elided("t is") && elided("s-Hertogenbosch") && elided("n' roll"));
static_assert(!elided("n\x80 roll") && !elided("em\x80") && elided("em\x7F"),
              "a byte that is no UTF-8 belongs to the word");
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

constexpr stet::code_point last_word(stet::view text) { return stet::detail::last_of_words(text.data, text.size, 'X'); }
static_assert(last_word("ab. \xC2\xAD") == '.' && last_word("ab. \xC2\xAD \xE3\x80\x80\xE2\x80\x8B\t") == '.');
static_assert(last_word("") == 'X' && last_word(" \xC2\xAD ") == 'X' && last_word("ab\xFF ") == noted);

constexpr stet::code_point after(stet::view rest) { return after_mark(rest, true); }
static_assert(after(". So") == '.' && after(".net") == 0x2026 && after("...") == 0x2026 && after(", so") == ',');
static_assert(after(".\xD7\x90") == 0x2026 && after(".") == '.', "anything beyond ASCII may begin a word");
static_assert(after(".\x80") == 0x2026 && after(".\x7F") == '.', "which begins with this byte");
static_assert(after("\xC2\xAD.a") == '.', "a full stop that is not right behind the mark is one");

constexpr next_mark look(stet::view text, bool single = false, next_mark::trust least = next_mark::any,
                         bool ends = false) {
    return next_mark(text, ' ', 0, single, least, 0, false, ends);
}
static_assert(look("some words\"").is == next_mark::none_so_far && look("some words\"").place == 10, "what is behind is not seen");
static_assert(look("some words\"\xE2\x80").is == next_mark::none_so_far);
static_assert(look("some words\"", false, next_mark::any, true).is == next_mark::closes, "there is nothing behind");
static_assert(look("ab \xC3").place == 3 && look("ab \xC3", false, next_mark::any, true).place == 4, "a code point that is not whole is looked at again");
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
static_assert(look("the teachers' pay rise", true).is == next_mark::closes && look("the teachers' pay", true).is == next_mark::none_so_far);
static_assert(look("the teachers' pay", true, next_mark::doubted).is == next_mark::none_so_far);
static_assert(look("it ended.' He went", true, next_mark::sure).is == next_mark::closes);

static_assert(seen(exact_literal("\xE2\x80\x8B\xC3")) == noted &&
              seen(exact_literal("\xE2\x80\x8B\xE2\x80"), false) == 0);
static_assert(before(exact_literal("\xF3\xA0\x81\x81\xC2\xAD")) == 'X' &&
              before(exact_literal("a\xF3\xA0\x81\x81")) == 'a');
static_assert(look(exact_literal("ab\xE2\x80")).place == 2 &&
              look(exact_literal("ab\xE2\x80"), false, next_mark::any, true).place == 4);
static_assert(look(exact_literal("ab cd'"), true, next_mark::any, true).is == next_mark::closes,
              "one mark, whatever is behind");
static_assert(look(exact_literal("a line\n")).is == next_mark::none_so_far, "and one line end");
static_assert(look(exact_literal("ab\"\xC3"), false, next_mark::any, true).is == next_mark::none,
              "what is cut short is a letter");

// Sentence 8: a single mark is seen with eight bytes behind it, a double one with what is behind it.
static_assert(look("ab' 234567", true).is == next_mark::none_so_far &&
              look("ab' 2345678", true).is == next_mark::closes);
static_assert(look("ab' 234567", true).place == 2 &&
              look("ab' 234567", true, next_mark::any, true).is == next_mark::closes);
static_assert(look("ab\" ").is == next_mark::closes && look("ab \"\xE2\x80").is == next_mark::none_so_far);
static_assert(look("ab \"\xE2\x80").place == 3 &&
              look("ab \"\xE2\x80", false, next_mark::any, true).is == next_mark::opens);
// Behind an s it is passed over, not behind an r; ill-formed bytes are letters.
static_assert(look("her' pay rises", true, next_mark::doubted).is == next_mark::closes);
static_assert(look("HERS' pay rises", true, next_mark::doubted).is == next_mark::none_so_far);
static_assert(look("a\x80' pay rises", true, next_mark::sure).is == next_mark::none_so_far);
static_assert(look("a.' pay rises", true, next_mark::sure).is == next_mark::closes);
// Where U+2019 is doubtful behind letters, it is where it stands like an opening mark, too.
static_assert(look("a \xE2\x80\x99word and more", true).is == next_mark::opens);
static_assert(look("a \xE2\x80\x99word and more", true, next_mark::doubted).is == next_mark::none_so_far);
static_assert(look("a \xE2\x80\x98word and more", true, next_mark::doubted).is == next_mark::opens);

constexpr next_mark within(stet::view text, sign_set outer, size_t from = 0) {
    return next_mark(text, ' ', from, true, next_mark::any, outer, true, false);
}
static_assert(within("so\" and her' pay rises", 0).is == next_mark::closes);
static_assert(within("so\" and her' pay rises", straight).is == next_mark::none,
              "the outer quotation ends before that");
static_assert(within("so\" and her' pay rises", straight).place == 2 &&
              within("so\" and her' pay rises", straight, 3).place == 11);
static_assert(within("so\" and her' pay rises", straight, 3).looked == 8, "what is known is not looked at");

TEST_CASE("which code points open, close, join and stand for letters beside a mark") {
    const std::u32string closing = U")],;:?!.", brackets = U"([", dashes = U"-\u2010\u2011\u2012\u2013\u2014\u2015";
    for (uint32_t point = 1; point < 0x3000; ++point) {
        CAPTURE(point);
        if (is_closing_sign(point) != (closing.find(point) != closing.npos)) CHECK(closing == U"");
        if (is_opening_bracket(point) != (brackets.find(point) != brackets.npos)) CHECK(brackets == U"");
        if (is_dash(point) != (dashes.find(point) != dashes.npos)) CHECK(dashes == U"");
        if (is_cyrillic(point) != (point >= 0x400 && point < 0x530)) CHECK(point == 0);
        if (is_hebrew(point) != (point >= 0x5D0 && point <= 0x5EA)) CHECK(point == 0);
        const bool ends_line = point == 9 || point == 10 || point == 13 || point == 0x85 || point == 0x2028 || point == 0x2029;
        const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
        const stet::code_point wanted = ends_line ? ' ' : control ? noted : point;
        if (neighbour_of(point) != wanted) CHECK(point == 0);
    }
}

TEST_CASE("a consonant alone has lost the beginning of its word, a vowel has not") {
    for (char one = 'a'; one <= 'z'; ++one) {
        const char text[] = {one, ' ', 'b'};
        const bool vowel = std::string("aeiou").find(one) != std::string::npos;
        CHECK(is_elided({text, 3}) == !vowel);
    }
}

TEST_CASE("what has no width is looked through before a mark, of whatever size") {
    for (const char* sign : {"\xC2\xAD", "\xE2\x80\x8B", "\xF3\xA0\x81\x81"}) {  // soft hyphen, zero width space, a tag
        const std::string text = std::string("b") + sign;
        CHECK(last_visible(text.data(), text.size(), 'X') == 'b');
        CHECK(last_visible(text.data() + 1, text.size() - 1, 'X') == 'X');
    }
}

TEST_CASE("where the next mark is looked for, and what stops that") {
    const struct {
        const char* text;
        bool single;
        next_mark::trust least;
        bool one_paragraph, ends;
        decltype(next_mark::is) is;
    } rows[] = {
        {"ends.\nSome \"words\"", false, next_mark::any, false, false, next_mark::none},
        {"ends.\nSome \"words\"", false, next_mark::any, true, false, next_mark::opens},
        {"a line\n\nSome \"words\"", false, next_mark::any, false, false, next_mark::none},
        {"a line\nSome \"words\"", false, next_mark::any, false, false, next_mark::opens},
        {"10\" and 12\" ", false, next_mark::doubted, false, false, next_mark::none_so_far},
        {"10\" and \"he\" ", false, next_mark::doubted, false, false, next_mark::opens},
        {"the 90' and", true, next_mark::doubted, false, true, next_mark::none},
        {"a line\n", false, next_mark::any, false, false, next_mark::none_so_far},
        {"ends.\n", false, next_mark::any, false, false, next_mark::none},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        const stet::view text(row.text, std::strlen(row.text));
        CHECK(next_mark(text, ' ', 0, row.single, row.least, 0, row.one_paragraph, row.ends).is == row.is);
    }
    // Who looks on behind a line end, behind which nothing was seen, begins with it: the line behind may be empty.
    CHECK(next_mark("a line\n", ' ', 0, false, next_mark::any, 0, false, false).place == 6);
    CHECK(next_mark("a line\n", ' ', 0, false, next_mark::any, 0, true, false).place == 7);
    CHECK(next_mark("a line\n", ' ', 0, false, next_mark::any, 0, false, true).place == 7);
    CHECK(next_mark("a line\n\n\"He\"", ' ', 6, false, next_mark::any, 0, false, false).is == next_mark::none);
    const std::string cut = "\xE2\x80", stop = "\xC2\xAD.a";
    CHECK(first_visible(cut, false) == 0);
    CHECK(first_visible(cut, true) == noted);
    CHECK(after_mark(stop, true) == '.');
}
