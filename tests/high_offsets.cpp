// SPDX-License-Identifier: MIT
// Offsets have 32 bits: an article that ends at 4 GiB - 1 is told like any other, and what would
// go on there ends with a note.
#include "catch.hpp"
#include "harness.hpp"
#include "high_article.hpp"

namespace {

using harness::high_article;

// The events of the text at the highest offsets, byte by byte, with their offsets made low.
template <class Limits> harness::trace high_up(std::string_view text) {
    const harness::exact copy(text);
    high_article<Limits> high(copy.view());
    auto layer = stet::attribute(high);
    harness::trace events;
    const auto take = [&] {
        for (stet::event e; layer.next(e);) {
            e.begin -= high.first();
            e.end -= high.first();
            events.emplace_back(e);
        }
    };
    for (size_t i = 0; i < text.size(); ++i) {
        high.arrive(1);
        take();
    }
    high.finish(false);
    take();
    return events;
}

template <class Limits> void same_high_up(std::string_view text) {
    const harness::trace events = harness::attribute<stet::english, Limits>(text, stet::start::article);
    if (high_up<Limits>(text) == events) return;
    REQUIRE(harness::lines_of(high_up<Limits>(text)) == harness::lines_of(events));
    FAIL("other flags or texts");
}

}  // namespace

TEST_CASE("a golden text that ends at 4 GiB - 1 is told as at 0") {
    for (const harness::golden& file : harness::golden_files()) {
        INFO(file.name);
        same_high_up<stet::default_limits>(file.text);
        same_high_up<harness::tiny_limits>(file.text);
    }
}

namespace {

struct wide_window : stet::default_limits {
    static constexpr size_t window = 1 << 20;
};

}  // namespace

// (Four gigabytes take seconds: labelled slow.)
TEST_CASE("a reader takes 4 GiB - 1 bytes, and says that more have no offset", "[.offsets]") {
    static stet::reader<wide_window> in;
    for (const size_t last : {size_t{0}, size_t{1}, wide_window::window}) {
        in.restart();
        const stet::space window = in.prepare();
        std::memset(window.data, '\n', window.size);
        harness::trace events;
        stet::event e;
        for (int i = 0; i < 4095; ++i) {
            REQUIRE(in.prepare().data == window.data);  // where the line ends of before still stand
            REQUIRE(in.commit(wide_window::window));
            while (in.next(e)) events.emplace_back(e);
        }
        REQUIRE(in.commit(0));
        stet::space room = in.prepare();
        CHECK(room.size == wide_window::window);  // all but one have an offset
        REQUIRE(in.commit(room.size - 1));
        while (in.next(e)) events.emplace_back(e);
        CHECK(events.empty());
        room = in.prepare();
        CHECK(room.size == 1);
        if (last == 0) {
            in.finish();
        } else if (last == 1) {
            CHECK(in.put('\n'));
        } else {
            CHECK(in.feed(std::string(last, '\n')) == 1);
        }
        CHECK(in.prepare().size == 0);
        CHECK_FALSE(in.put('\n'));
        CHECK_FALSE(in.commit(0));
        while (in.next(e)) events.emplace_back(e);
        CHECK(in.done());
        CHECK(harness::lines_of(events) == (last == 0 ? "" : " note 4294967295 4294967295 too_long\n"));
    }
}

TEST_CASE("near 4 GiB - 1 no more is prepared than fits, and no more taken than was prepared", "[.offsets]") {
    static stet::reader<wide_window> in;
    const size_t window = wide_window::window;
    stet::event e;
    const auto fill_up = [&](int windows) {  // (the line ends of before still stand there)
        for (int i = 0; i < windows; ++i) {
            REQUIRE(in.prepare().size == window);
            REQUIRE(in.commit(window));
            while (in.next(e)) {}
        }
    };

    in.restart();
    std::memset(in.prepare().data, '\n', window);
    in.prepare().data[0] = 'a';
    REQUIRE(in.commit(window));
    for (int i = 0; i < 3; ++i) REQUIRE(in.next(e));
    const stet::space begin = in.prepare();  // the window begins behind the letter
    REQUIRE((begin.size > 0 && begin.size < 10));
    std::memset(begin.data, '\n', begin.size);
    REQUIRE(in.commit(begin.size));
    while (in.next(e)) {}
    fill_up(4094);
    const stet::space last = in.prepare();
    CHECK(last.size == window - begin.size);
    CHECK_FALSE(in.commit(last.size + 1));
    CHECK(in.prepare().size == last.size);
    CHECK(in.commit(last.size));
    CHECK(in.prepare().size == 0);
    REQUIRE(in.next(e));
    CHECK(e.reason == stet::note_reason::too_long);

    in.restart();
    std::memset(in.prepare().data, '\n', window);
    in.prepare().data[window - 1] = 'a';
    REQUIRE(in.commit(window));
    while (in.next(e)) {}
    const stet::space rest = in.prepare();  // the letter waits
    REQUIRE(rest.size == window - 1);
    std::memset(rest.data, '\n', rest.size);
    REQUIRE(in.commit(rest.size));
    while (in.next(e)) {}
    fill_up(4093);
    CHECK(in.prepare().size == window);  // as much as has an offset
    CHECK(in.commit(window));
    while (in.next(e)) {}
    CHECK(in.prepare().size == 1);
    in.finish();
    while (in.next(e)) CHECK(e.reason == stet::note_reason::none);
    CHECK(in.done());
}
