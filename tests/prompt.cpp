// SPDX-License-Identifier: MIT
// Law 5: what a block is is known from at most Limits::heading bytes of it and Limits::next
// bytes after it; a quotation is announced at its opening mark.
#include "catch.hpp"
#include "harness.hpp"

namespace {

// The events that a reader tells of the first bytes of a text, in pieces, without its end being known.
template <class Limits>
harness::trace told_early(const std::string& text, size_t size, size_t piece = std::string::npos) {
    static stet::reader<Limits> in;
    in.restart();
    harness::trace events;
    stet::event e;
    const harness::exact beginning(std::string_view(text).substr(0, size));
    for (size_t given = 0; given < size;) {
        given += in.feed(beginning.view().sub(given, piece < size - given ? given + piece : size));
        while (in.next(e)) events.emplace_back(e);
    }
    return events;
}

template <class Limits> void blocks_are_prompt(const std::string& text) {
    const harness::trace whole = harness::parse<Limits>(text);
    for (size_t i = 0; i < whole.size(); ++i) {
        const stet::event& begin = whole[i].event;
        if (begin.side != stet::edge::begin || !stet::is_block(begin.what)) continue;
        size_t end = i;
        while (whole[end].event.what != begin.what || whole[end].event.side != stet::edge::end) ++end;
        const bool is_long = whole[end].event.end - begin.begin > Limits::heading;
        const bool one_line = text.find('\n', begin.begin) > begin.begin + Limits::heading;
        // A long line is known once it is long (a line end of three bytes may begin there);
        // whether lines join is known from Limits::next bytes.
        const size_t size = is_long && one_line ? begin.begin + Limits::heading + 3
                            : is_long           ? begin.begin + Limits::heading + Limits::next
                                                : whole[end].event.end + Limits::next;
        if (size > text.size()) continue;  // the article's end tells
        const harness::trace early = told_early<Limits>(text, size);
        INFO(harness::line_of(begin) << ", told of " << size << " bytes:\n" << harness::lines_of(early));
        REQUIRE(early.size() > i);
        CHECK(early[i] == whole[i]);
        CHECK(told_early<Limits>(text, size, 5) == early);
    }
}

}  // namespace

TEST_CASE("the blocks of the golden texts are known as early as is promised") {
    for (const harness::golden& file : harness::golden_files()) {
        INFO(file.name);
        blocks_are_prompt<stet::default_limits>(file.text);
        blocks_are_prompt<harness::tiny_limits>(file.text);
    }
}

TEST_CASE("a headline with blanks behind it is known after Limits::next bytes, blanks counted") {
    const std::string text = "Rain Over the Hills of the North   \n\n\n" + std::string(400, 'a') + ".";
    blocks_are_prompt<stet::default_limits>(text);
    const harness::trace early = told_early<stet::default_limits>(text, 32 + stet::default_limits::next);
    REQUIRE_FALSE(early.empty());
    CHECK(early[0].event.what == stet::kind::headline);
    CHECK(told_early<stet::default_limits>(text, 31 + stet::default_limits::next).empty());
}

TEST_CASE("a quotation is announced at its opening mark") {
    const std::string lead(330, 'a');
    for (const char* mark : {"\"", "\xE2\x80\x9C", "\xC2\xAB", "\xE3\x80\x8C"}) {
        const std::string text = lead + " " + mark + "No";
        const harness::trace early = told_early<stet::default_limits>(text, text.size() - 1);
        REQUIRE_FALSE(early.empty());
        CHECK(early[early.size() - 2].event.what == stet::kind::quote);
        CHECK(early.back().event.what == stet::kind::marker);
    }
}
