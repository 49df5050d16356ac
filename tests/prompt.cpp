// SPDX-License-Identifier: MIT
// Law 5: what a block is is known from at most Limits::heading bytes of it and Limits::next
// bytes after it; a quotation is announced at its opening mark.
#include "catch.hpp"
#include "harness.hpp"

namespace {

// The events that a reader tells of the first bytes of a text, in pieces, without its end being known.
template <class Limits>
harness::trace told_early(const std::string& text, size_t size, size_t piece = std::string::npos,
                          stet::start from = stet::start::article) {
    static stet::reader<Limits> in;
    in.restart(from);
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

TEST_CASE("of a golden text that arrives byte by byte, as much is told as of the bytes at once") {
    const auto compare = [](const auto& limits, const std::string& text) {
        using chosen = std::decay_t<decltype(limits)>;
        static stet::reader<chosen> in;
        in.restart();
        stet::event e;
        size_t events = 0;
        for (size_t size = 1; size <= text.size(); ++size) {
            REQUIRE(in.put(text[size - 1]));
            while (in.next(e)) ++events;
            if (text.size() > 400 && size % 7 != 0) continue;
            const size_t expected = told_early<chosen>(text, size).size();
            if (events == expected) continue;
            INFO("told of the first " << size << " bytes");
            CHECK(events == expected);
        }
    };
    for (const harness::golden& file : harness::golden_files()) {
        // (A doubted mark asks for all of its look at once, and a first byte for what it announces.)
        if (file.name == "small_soft_hyphen_quote" || file.name == "bytes_ill_formed_paragraph") continue;
        INFO(file.name);
        compare(stet::default_limits{}, file.text);
        compare(harness::tiny_limits{}, file.text);
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

namespace {

std::string utf8(uint32_t point) {
    if (point < 0x80) return {char(point)};
    const char last = char(0x80 | (point & 0x3F));
    if (point < 0x800) return {char(0xC0 | point >> 6), last};
    return {char(0xE0 | point >> 12), char(0x80 | (point >> 6 & 0x3F)), last};
}

struct opening_mark {
    std::string mark, closed_by;
    bool is_dash = false;
    bool is_doubted = false;  // it may be an apostrophe: the look of quote.hpp's sentence 8
};

// All that the library knows, and the two of which two make one.
std::vector<opening_mark> opening_marks() {
    using namespace stet::detail;
    std::vector<opening_mark> found;
    for (const sign_row& row : signs) {
        if ((row.sign & closing_signs) != 0) continue;
        opening_mark one{utf8(row.point), "", row.sign == speech_dash, (row.sign & single_signs) != 0};
        for (const sign_row& other : signs)
            if ((other.sign & row.closed_by) != 0 && one.closed_by.empty()) one.closed_by = utf8(other.point);
        found.push_back(one);
    }
    found.push_back({"''", "''", false, true});  // (wikis set italics so: sentence 9)
    found.push_back({utf8(0x2018) + utf8(0x2018), utf8(0x2019) + utf8(0x2019)});
    return found;
}

// Is the quotation at that place announced when so many bytes of the text are there, whatever the pieces?
template <class Limits> void is_announced(const std::string& text, size_t place, const opening_mark& by, size_t size) {
    const harness::trace whole = harness::parse<Limits>(text, stet::start::body);
    size_t i = 0;
    while (i < whole.size() && (whole[i].event.what != stet::kind::quote || whole[i].event.begin != place)) ++i;
    INFO("announced at " << place << ", told of " << size << " bytes of: " << text << '\n' << harness::lines_of(whole));
    REQUIRE(i < whole.size());  // it is one
    for (const size_t piece : {std::string::npos, size_t{1}}) {
        const harness::trace early = told_early<Limits>(text, size, piece, stet::start::body);
        INFO(harness::lines_of(early));
        REQUIRE(early.size() > i + 1);
        CHECK(early[i] == whole[i]);
        CHECK(early[i + 1].event.what == stet::kind::marker);
        CHECK(early[i + 1].text == by.mark);
    }
}

// (A single mark is seen with eight bytes behind it.)
struct nearly_tiny_limits : harness::tiny_limits {
    static constexpr size_t next = 32;
    static constexpr size_t window = 2 * (heading + next);
};

template <class Limits> void marks_are_prompt() {
    constexpr size_t look = Limits::next < 128 ? Limits::next : 128;
    size_t seen = 0;
    for (const opening_mark& each : opening_marks()) {
        const std::string rest = each.mark + "No way," + each.closed_by + " Ann Lee said.";
        const std::string lead = each.is_dash ? "" : "Ann Lee: ";
        const std::string behind = "\n\n" + std::string(Limits::next + Limits::heading, 'b');
        // In a block that is seen to its end: when its kind is known.
        const std::string block = lead + rest;
        is_announced<Limits>(block + behind, lead.size(), each, block.size() + Limits::next);
        // In one that is longer than is looked ahead: when the mark is there and what stands behind it,
        // or, if it may be an apostrophe, when what is asked for is; a dash, which stands at a block's
        // beginning, when that is known to be long, and what is asked for is there.
        const std::string long_lead = each.is_dash ? "" : std::string(Limits::heading + 3, 'a') + ' ';
        const size_t size = each.is_dash      ? std::max(Limits::heading + 3, look)
                            : each.is_doubted ? long_lead.size() + look
                                              : long_lead.size() + each.mark.size() + 1;
        is_announced<Limits>(long_lead + rest + std::string(Limits::heading + 3, 'b'), long_lead.size(), each, size);
        ++seen;
    }
    CHECK(seen == 21);
}

}  // namespace

TEST_CASE("a quotation is announced at its opening mark, whichever it is") {
    marks_are_prompt<stet::default_limits>();
    marks_are_prompt<nearly_tiny_limits>();
}
