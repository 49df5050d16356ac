// SPDX-License-Identifier: MIT
// What the classifier is given: the joined block, its mark, the next line.
#include "catch.hpp"
#include "harness.hpp"
#include <stet.hpp>

using stet::view;
namespace detail = stet::detail;

struct found_block {
    detail::verdict where;
    stet::candidate found;
};
static constexpr stet::candidate gathered(detail::lookahead<stet::default_limits>& ahead, const detail::input& in,
                                          bool is_long) {
    stet::candidate found = ahead.gather(in, is_long);
    if (!is_long) ahead.see_next(in, found);
    return found;
}
static constexpr found_block look(view text, bool closed = true, uint8_t line_ends = 3) {
    detail::lookahead<stet::default_limits> ahead;
    ahead.begin(0, 0, line_ends);
    const detail::input in(text.data, 0, static_cast<stet::offset>(text.size), closed, false);
    const detail::verdict where = ahead.find(in);
    if (where == detail::verdict::waits) return {where, {}};
    return {where, gathered(ahead, in, where == detail::verdict::goes_on)};
}
static_assert(look("A title\n\n  Next line.\nmore").found.block == view("A title"));
static_assert(look("A title\n\n  Next line.\nmore").found.next == view("Next line."));
static_assert(look("A title\n\n  Next line.\nmore").found.next_whole);
static_assert(look("A title\n\n  Next line.\nmore").found.next_blank == 1);
static_assert(look("A title\nNext").found.blank_before == 2);
static_assert(look("A title\nNext", true, 1).found.blank_before == 0 && look("A title", true, 0).found.blank_before == 0);
static_assert(look("A title  \n \n ").found.next.size == 0 && !look("A title\n").found.next_whole);
static_assert(look("12. A title\nb").found.number == 12 && look("12. A title\nb").found.block == view("A title"));
static_assert(look("A title\nNext", false).where == detail::verdict::waits);
static_assert(look("A title", false).where == detail::verdict::waits);
static_assert(look("A title").where == detail::verdict::ends);

template <size_t Size> struct filled {
    char data[Size] = {};
    constexpr filled(size_t line_end) {
        for (char& each : data) each = 'a';
        data[line_end] = '\n';
    }
};
// One below, at and above Limits::heading.
static_assert(!look({filled<600>(319).data, 600}).found.is_long);
static_assert(!look({filled<600>(320).data, 600}).found.is_long);
static_assert(look({filled<600>(321).data, 600}).found.is_long);
static_assert(look({filled<600>(321).data, 600}).found.block.size == 320);
// A quotation mark across that place is no line end, however much of it is looked at.
template <size_t Begins> struct mark_across {
    char data[400] = {};
    constexpr mark_across() {
        for (char& each : data) each = 'a';
        for (size_t i = 0; i < 3; ++i) data[Begins + i] = "\xE2\x80\x9C"[i];
    }
};
static_assert(look({mark_across<320>().data, 400}).found.is_long && look({mark_across<319>().data, 400}).found.is_long);
// What follows a longer one is not asked for.
static constexpr bool sees_no_next(const stet::candidate& found) {
    return found.next.empty() && !found.next_whole && found.next_line == 0 && found.next_blank == 0;
}
static_assert(sees_no_next(look({filled<600>(321).data, 600}).found));
// A plain byte that arrives alone decides nothing in a block of so many bytes, wherever that begins.
static constexpr size_t passed_alone(stet::offset begin) {
    const filled<600> text(599);
    detail::lookahead<stet::default_limits> ahead(begin);
    ahead.begin(begin, 0, 3);
    size_t passed = 0;
    for (stet::offset size = 1; size <= 400; ++size)
        passed += ahead.passes_one(detail::input(text.data, begin, size, false, false));
    return passed;
}
static_assert(passed_alone(0) == 320 && passed_alone(0x7FFFFFCE) == 320 && passed_alone(0xFFFFFE00) == 320);
// And Limits::next.
static_assert(look({filled<211>(10).data, 210}, false).where == detail::verdict::ends);
static_assert(look({filled<211>(10).data, 209}, false).where == detail::verdict::waits);
static_assert(look({filled<600>(10).data, 600}).found.next.size == 199);

// What was looked at, and has no mark, need not be looked at again.
static constexpr stet::offset unmarked(view text) {
    detail::lookahead<stet::default_limits> ahead;
    ahead.begin(0, 0, 3);
    ahead.find(detail::input(text.data, 0, static_cast<stet::offset>(text.size), true, false));
    return ahead.unmarked();
}
static_assert(unmarked("A title") == 7 && unmarked("A title\n\nNext") == 7 && unmarked("A \"title\"") == 2);

// A line goes on where a code point lies across the end of what is seen, and what is told as a note
// begins none.
struct cut_line {
    char data[400] = "A title\n";
    constexpr cut_line(size_t begins) {
        for (size_t i = 8; i < 400; ++i) data[i] = i < begins ? 'a' : "\xE2\x80\x9C"[(i - begins) % 3];
    }
};
constexpr size_t seen_to = 7 + stet::default_limits::next;
static_assert(!look({cut_line(seen_to - 1).data, 400}).found.next_whole);
static_assert(!look({cut_line(seen_to - 2).data, 400}).found.next_whole);
static_assert(!look({cut_line(seen_to).data, 400}).found.next_whole);
static_assert(look("A title\n\xE2\x80\xAE\n").found.next.empty() && look("A title\n\x7F\n").found.next.empty());
static_assert(look("A title\n\xE2\x80\xAENext.").found.next == view("Next."));

// Behind two wrapped lines, a blank line and a title: the next block is seen with all its lines.
#define WRAPPED "It has been raining since Monday night, and the river stands\nhigher than ever.\n\nA title\n\n"
#define FULL "The dam is to hold for two more days, the engineers believe,"
static constexpr stet::candidate behind_title(view text) {
    detail::lookahead<stet::default_limits> ahead;
    const detail::input in(text.data, 0, static_cast<stet::offset>(text.size), true, false);
    ahead.begin(0, 0, 3);
    ahead.find(in);
    gathered(ahead, in, false);
    ahead.begin(sizeof(WRAPPED) - 1 - sizeof("A title\n"), 0, 2);
    ahead.find(in);
    return gathered(ahead, in, false);
}
static_assert(behind_title(WRAPPED FULL "\nand then no more.\n\nMore").block == view("A title"));
static_assert(behind_title(WRAPPED FULL "\nand then no more.\n\nMore").next == view(FULL "\nand then no more."));
static_assert(behind_title(WRAPPED FULL "\nand then no more.\n\nMore").next_line == sizeof(FULL) - 1);
static_assert(behind_title(WRAPPED FULL "\nand then no more.\n\nMore").next_whole);
static_assert(behind_title(WRAPPED FULL "\nand no more").next == view(FULL "\nand no more"));
static_assert(behind_title(WRAPPED "- " FULL "\n  and no more.\n").next == view("- " FULL "\n  and no more."));
static_assert(behind_title(WRAPPED FULL "\n" FULL "\n" FULL "\n" FULL "\n").next.size == 198);
static_assert(!behind_title(WRAPPED FULL "\n" FULL "\n" FULL "\n" FULL "\n").next_whole);
// But not where the lines will not be joined: behind one that is not full, before a line mark, a
// rule, a line set in or out.
static_assert(behind_title(WRAPPED "A list\nof lines\n").next == view("A list"));
static_assert(behind_title(WRAPPED FULL "\n- and no more.\n").next == view(FULL));
static_assert(behind_title(WRAPPED FULL "\n-----\n").next == view(FULL));
static_assert(behind_title(WRAPPED FULL "\n  and no more.\n").next == view(FULL));
static_assert(behind_title(WRAPPED "# " FULL "\nand no more.\n").next == view("# " FULL));
static_assert(behind_title(WRAPPED "> " FULL "\n> and no more.\n").next == view("> " FULL));
static_assert(behind_title(WRAPPED "> " FULL "\nand no more.\n").next == view("> " FULL));
static_assert(behind_title(WRAPPED "--------------------------------------------------\nand no more.\n").next.size == 50);
static_assert(behind_title(WRAPPED FULL "\n- ").next == view(FULL "\n- "));  // (a mark has a word behind it)
static_assert(behind_title(WRAPPED "- " FULL "\n  " FULL "\n    and no more.\n").next == view("- " FULL "\n  " FULL));
// A full line is wider than three quarters of the width, which is 60 here.
#define THREE_QUARTERS "The dam is to hold for two days, the engineer"
static_assert(sizeof(THREE_QUARTERS) - 1 == 45);
static_assert(behind_title(WRAPPED THREE_QUARTERS "\nand no more.\n").next == view(THREE_QUARTERS));
static_assert(behind_title(WRAPPED THREE_QUARTERS "s\nand no more.\n").next == view(THREE_QUARTERS "s\nand no more."));
#undef THREE_QUARTERS
// How many lines a block has, and by how much it is set off from the margin of the paragraph before.
static_assert(look(WRAPPED).found.lines == 2 && look("A title").found.lines == 1 && look("A title").found.indent == 0);
static constexpr uint8_t set_off(uint8_t indent) {
    constexpr view text = "It has been raining since Monday night, and the river stands\n    higher than ever.\n\n"
                          "A title\n";
    detail::lookahead<stet::default_limits> ahead;
    const detail::input in(text.data, 0, static_cast<stet::offset>(text.size), true, false);
    ahead.begin(0, 6, 3);
    ahead.find(in);
    if (gathered(ahead, in, false).indent != 0) return 0xFF;  // (there is no margin yet)
    ahead.set_margin();
    ahead.begin(static_cast<stet::offset>(text.size - sizeof("A title")), indent, 2);
    ahead.find(in);
    return gathered(ahead, in, false).indent;
}
static_assert(set_off(7) == 3 && set_off(5) == 1 && set_off(4) == 0 && set_off(3) == 0);
// In a text that was not wrapped so far, a line is what it is.
static_assert(look("A title\n\n" FULL "\nand no more.\n").found.next == view(FULL));
#undef WRAPPED
#undef FULL

TEST_CASE("notes before the next block's first word are no indentation of it") {
    const std::string wrapped = "The council met for a very long time on Tuesday evening and it talked\n"
                                "about the river, the bridge and the ferry until everybody was asleep.\n\n";
    const std::string lines = "A short line of words\nand another one.\n";
    const auto blocks = [](const std::string& text) {
        size_t found = 0;
        for (const harness::told& each : harness::parse(text, stet::start::body))
            found += each.event.side == stet::edge::begin && each.event.what != stet::kind::section;
        return found;
    };
    CHECK(blocks(wrapped + wrapped + lines) == 4);
    CHECK(blocks(wrapped + wrapped + std::string(60, '\x01') + lines) == 4);
}

TEST_CASE("a block is long that has a quotation mark where the look ahead ends") {
    CHECK(look({mark_across<320>().data, 400}).found.is_long);
    CHECK(sees_no_next(look({mark_across<320>().data, 400}).found));
}

TEST_CASE("a line is seen behind a control, and not past more blanks than are looked at") {
    const std::string title = "A title", next = "\nNext.\n";
    CHECK(look(title + "\n\xC2\x80" "Next.").found.next == view("Next."));
    const std::string far = title + std::string(250, ' ') + next;
    const found_block found = look(far);
    CHECK((found.found.block == view("A title") && found.found.next.empty()));
}

// The line before it has seen 200 bytes of it.
TEST_CASE("of a line no more than Limits::heading bytes say what its block is, whatever stands before it") {
    for (const std::string line : {"######            x", "\xE2\x80\xA2 \t                 x", ">                    x"}) {
        const harness::trace alone = harness::parse<harness::far_sighted>(line, stet::start::body);
        const harness::trace behind = harness::parse<harness::far_sighted>("Tea\n\n" + line, stet::start::body);
        std::vector<stet::kind> kinds, kinds_behind;
        for (const harness::told& each : alone) kinds.push_back(each.event.what);
        for (const harness::told& each : behind)
            if (each.event.begin >= 5) kinds_behind.push_back(each.event.what);
        INFO(line);
        CHECK(kinds == kinds_behind);
    }
}
