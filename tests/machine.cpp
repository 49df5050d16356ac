// SPDX-License-Identifier: MIT
// The machine's own promises: its size, sections, notes, the start of an article.
#include "catch.hpp"
#include "harness.hpp"
#include "high_article.hpp"

// State is the object. (The bytes of a reader beside its window.)
static_assert(sizeof(stet::reader<>) - stet::default_limits::window <= 520);
static_assert(sizeof(stet::reader<stet::default_limits, stet::no_quotations>) < sizeof(stet::reader<>));

static std::string told(const std::string& text) { return harness::lines_of(harness::parse(text)); }

TEST_CASE("a machine without quotations tells their marks as text") {
    const std::string text = "Some words and \"more\" words.";
    std::string spans;
    for (stet::event e : stet::parse<stet::default_limits, stet::no_quotations>(text, stet::start::body)) {
        CHECK(e.what != stet::kind::quote);
        if (e.side == stet::edge::span) spans += std::string(e.text().data, e.text().size);
    }
    CHECK(spans == text);
}

// Nothing is read behind the last byte: a constant expression would not be one.
template <size_t Size> constexpr size_t soft_breaks(const char (&literal)[Size]) {
    char text[Size - 1] = {};  // without the literal's NUL
    for (size_t i = 0; i < Size - 1; ++i) text[i] = literal[i];
    size_t found = 0;
    for (stet::event e : stet::parse(stet::view(text, Size - 1), stet::start::body))
        found += e.what == stet::kind::soft_break;
    return found;
}
#define LINE "It has been raining since Monday night, and the river stands\n"
static_assert(soft_breaks("A title") == 0);
static_assert(soft_breaks(LINE "high.\n\n" LINE "a\xE3\x80") == 2);
static_assert(soft_breaks(LINE "high.\n\n" LINE "a\xE2") == 2);
static_assert(soft_breaks(LINE "high.\n\n" LINE "\xE2") == 1, "a line with a note alone is blank");
#undef LINE

TEST_CASE("byte order marks") {
    CHECK(told("\xEF\xBB\xBF# A") == "+headline 3\n marker 3 5\n text 5 6\n-headline 3 6\n");
    CHECK(told("\xFF\xFE") == " note 0 2 utf16\n");
    CHECK(told("\xFE\xFF") == " note 0 2 utf16\n");
    CHECK(told("\xEF\xBB") == " note 0 2 ill_formed\n");
    CHECK(told("\xFF") == " note 0 1 ill_formed\n");
    CHECK(told("\xFF\xFF") == " note 0 1 ill_formed\n note 1 2 ill_formed\n");
    CHECK(told("\xEF\xBB\xBF\xFF\xFE") == " note 3 4 ill_formed\n note 4 5 ill_formed\n");
    CHECK(told("\xEF\xBD\xB1 A.") == told("\xE3\x82\xA2 A."));  // a letter of half a width begins alike
}

TEST_CASE("a run of controls is one note, however long, within blocks and between them") {
    const std::string run(5000, '\x01');
    CHECK(told(run) == " note 0 5000 control\n");
    CHECK(told("# A" + run + "b").find(" note 3 5003 control\n text 5003 5004\n") != std::string::npos);
    CHECK(harness::lines_of(harness::read<harness::small_window>(run, size_t{7})) == told(run));
}

TEST_CASE("text is cut after a space, at most Limits::run long") {
    std::string text = "# A\n\n";
    for (int i = 0; i < 100; ++i) text += "four ";
    const harness::trace events = harness::parse(text + "end.");
    size_t texts = 0;
    for (const harness::told& each : events) {
        if (each.event.what != stet::kind::text || each.event.begin < 5) continue;
        ++texts;
        CHECK(each.text.size() <= 256);
        CHECK((each.text.back() == ' ' || each.text.back() == '.'));
    }
    CHECK(texts == 2);
}

// What a text is told as that ends at the last offset, with more to come.
static harness::trace cut_off(const std::string& text) {
    harness::high_article<stet::default_limits> high(text);
    high.arrive(text.size());
    high.finish(true);
    harness::trace events;
    for (stet::event e; high.next(e);) events.emplace_back(e);
    CHECK(high.done());
    return events;
}

TEST_CASE("an article ends at 4 GiB - 1, with a note, and what is open ends") {
    const harness::trace events = cut_off("# A\n\nSome \"words");
    const std::string lines = harness::lines_of(events);
    CHECK(lines.find(" note 4294967295 4294967295 too_long\n note 4294967295 4294967295 unclosed\n-quote") != std::string::npos);
    CHECK(stet::is_block(events.back().event.what));
    CHECK(events.back().event.side == stet::edge::end);
}

TEST_CASE("headings open sections by level") {
    const std::string lines = told("# T\n\n## A\n\nWords and words.\n\n### B\n\nMore words, and more.\n\n## C\n\nWords again, the last.");
    const auto at = [&](const char* line) { return lines.find(line); };
    CHECK(at("+section 5 index=1 level=2") < at("+section 29 index=2 level=3"));
    CHECK(at("-section 29 57 index=2 level=3\n-section 5 57 index=1 level=2\n+section 59 index=3 level=2") != std::string::npos);
}

TEST_CASE("a line of nothing but what is told as a note is no next line") {
    CHECK(told("Some words\n\xE2\x80\xAE").find("+headline 0") == 0);
    CHECK(told("Some words\n\x01").find("+headline 0") == 0);
}

TEST_CASE("without quotations their marks are text, for a reader that is made at run time, too") {
    auto in = std::make_unique<stet::reader<stet::default_limits, stet::no_quotations>>();
    in->feed("\"No,\" she said.\n");
    in->finish();
    std::string text;
    for (stet::event e; in->next(e);) {
        CHECK(e.what != stet::kind::quote);
        if (e.what == stet::kind::text) text += std::string(e.text().data, e.text().size);
    }
    CHECK(text == "\"No,\" she said.");
}

TEST_CASE("so does one whose last paragraph is longer than is looked ahead") {
    std::string text = "Some words";
    while (text.size() < 400) text += " and more of them";
    text += ".\n" + text;
    CHECK(harness::lines_of(cut_off(text)).find(" note 4294967295 4294967295 too_long\n-paragraph") != std::string::npos);
}

TEST_CASE("so does one whose last words have blanks behind them") {
    CHECK(harness::lines_of(cut_off("# A\n\nSome words.  ")).find(" too_long\n-paragraph") != std::string::npos);
}

TEST_CASE("a long quotation that a line end of two bytes follows is all of its paragraph, byte by byte, too") {
    std::string text = "\"Some words";
    while (text.size() < 400) text += " and more of them";
    text += ".\"\r\n\r\nThe end.\r\n";
    const harness::trace whole = harness::parse(text, stet::start::body);
    CHECK(harness::lines_of(whole).find("whole") != std::string::npos);
    CHECK(harness::read<stet::default_limits>(text, [](size_t) { return size_t{1}; }, stet::start::body) == whole);
}

TEST_CASE("a byte order mark of UTF-16, and a run of controls, is told as soon as the byte behind its first one is there") {
    const auto told_by_second = [](char first, char second) {
        auto in = std::make_unique<stet::reader<>>();
        stet::event e;
        CHECK_FALSE(in->next(e));
        CHECK(in->put(first));
        CHECK_FALSE(in->next(e));
        CHECK(in->put(second));
        CHECK(in->next(e));
        return harness::line_of(e);
    };
    CHECK(told_by_second('\xFF', '\xFE') == " note 0 2 utf16");
    CHECK(told_by_second('\x01', 'a') == " note 0 1 control");
}

TEST_CASE("two lines that are indented against the text's margin are a block quote, also where no blank line follows") {
    const std::string lines = harness::lines_of(harness::parse(
        "The council met on Tuesday.\n\n"
        "    It has been raining since Monday night, and the river stands\n"
        "    higher than it has ever stood in the many years of my life,\n"
        "# The dam\nNobody knows what the town will do.\n", stet::start::body));
    CHECK(lines.find("+block_quote 33\n") != std::string::npos);
    CHECK(lines.find("-block_quote 33 157\n") != std::string::npos);
}

TEST_CASE("a letter whose last byte is no letter of its own is one beside a mark, also where the text before it was told") {
    std::string word;  // of 256 bytes, which is as much as is told at once
    for (int i = 0; i < 128; ++i) word += "\xD1\x80";
    const auto quotations = [](const std::string& text) {
        size_t found = 0;
        for (const harness::told& each : harness::parse(text, stet::start::body)) found += each.event.what == stet::kind::quote;
        return found;
    };
    CHECK(quotations(word + "\xE2\x80\x98" + word + '.') == 0);
    CHECK(quotations(word + ' ' + "\xE2\x80\x98" + word + "\xE2\x80\x99.") == 2);
}

TEST_CASE("text is told as early wherever it stands, byte by byte: also where the sum of two offsets has no room") {
    const std::string text(1200, 'a');
    using machine = stet::detail::machine<stet::default_limits, stet::quotations<>, stet::block_rules>;
    const auto told_at = [&](stet::offset first) {
        machine one(stet::start::body, first);
        std::vector<stet::offset> sizes;
        stet::event e;
        for (stet::offset size = 1; size <= text.size(); ++size) {
            const stet::detail::input in(text.data(), first, size, false, false);
            while (!one.needs_past(in.end) && !one.still_waits(in) && one.next(in, e)) sizes.push_back(size);
        }
        return sizes;
    };
    const std::vector<stet::offset> expected = told_at(0);
    CHECK(expected.size() == 5);  // its begin, and four times Limits::run
    CHECK(expected.back() == 4 * stet::default_limits::run);
    for (stet::offset first = 0x80000000u - 900; first < 0x80000000u; first += 60) CHECK(told_at(first) == expected);
}

TEST_CASE("a dateline stands behind a number that is no list item's") {
    std::string text = "7. BAKU, Azerbaijan (AP) - Rain";
    while (text.size() < 400) text += " and more of it";
    const std::string lines = harness::lines_of(harness::parse(text + ".\n", stet::start::body));
    CHECK(lines.find("+paragraph 0\n marker 0 3\n+dateline 3\n text 3 26\n-dateline 3 26\n text 26 ") == 0);
}
