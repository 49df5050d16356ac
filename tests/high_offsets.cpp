// SPDX-License-Identifier: MIT
// Offsets have 32 bits: an article that ends at 4 GiB - 1 is told like any other, and what would
// go on there ends with a note.
#include "catch.hpp"
#include "harness.hpp"
#include "high_article.hpp"

#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#endif

namespace {

using harness::high_article;

// The events of the text at the highest offsets, byte by byte, with their offsets made low. After
// it comes nothing, or what has no offset.
template <class Limits> harness::trace high_up(std::string_view text, bool goes_on = false) {
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
    high.finish(goes_on);
    take();
    if (!high.done()) throw std::logic_error("not done after finish()");
    return events;
}

template <class Limits> void same_high_up(std::string_view text) {
    const harness::trace events = harness::attribute<stet::english, Limits>(text, stet::start::article);
    if (high_up<Limits>(text) == events) return;
    REQUIRE(harness::lines_of(high_up<Limits>(text)) == harness::lines_of(events));
    FAIL("other flags or texts");
}

// What would go on is told as what ends there, but for one note.
template <class Limits> void cut_off_high_up(std::string_view text) {
    harness::trace events = high_up<Limits>(text, true);
    INFO(harness::lines_of(events));
    CHECK(harness::broken_law(text, harness::without_facts(events), Limits::run) == "");
    CHECK(harness::broken_facts<Limits>(text, events) == "");
    const auto is_the_note = [](const harness::told& each) { return each.event.reason == stet::note_reason::too_long; };
    CHECK(std::count_if(events.begin(), events.end(), is_the_note) == 1);
    // What is open ends behind the note: the last block, if its last line has no end.
    size_t line_ends = 0;
    const auto note = std::find_if(events.begin(), events.end(), is_the_note);
    const auto block_end = std::find_if(events.rbegin(), events.rend(), [](const harness::told& each) {
        return each.event.side == stet::edge::end && stet::is_block(each.event.what);
    });
    if (block_end != events.rend())
        for (size_t i = block_end->event.end; i < text.size(); i += harness::decode(text.substr(i)).size)
            line_ends += harness::is_line_end(harness::decode(text.substr(i)).point);
    CHECK((note < block_end.base()) == (block_end != events.rend() && line_ends == 0));
    events.erase(std::remove_if(events.begin(), events.end(), is_the_note), events.end());
    CHECK(events == high_up<Limits>(text));
}

}  // namespace

TEST_CASE("a golden text that ends at 4 GiB - 1 is told as at 0") {
    for (const harness::golden& file : harness::golden_files()) {
        INFO(file.name);
        same_high_up<stet::default_limits>(file.text);
        same_high_up<harness::tiny_limits>(file.text);
    }
}

TEST_CASE("a golden text that goes on behind 4 GiB - 1 is told as one that ends there, with one note") {
    for (const harness::golden& file : harness::golden_files()) {
        for (size_t size = 0; size <= file.text.size(); size += file.text.size() < 400 ? 1 : 97) {
            INFO(file.name << ", the first " << size << " bytes");
            cut_off_high_up<stet::default_limits>(std::string_view(file.text).substr(0, size));
            cut_off_high_up<harness::tiny_limits>(std::string_view(file.text).substr(0, size));
        }
        INFO(file.name);
        cut_off_high_up<stet::default_limits>(file.text);
        cut_off_high_up<harness::tiny_limits>(file.text);
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
    std::memset(in.prepare().data + window - 5, 'a', 5);
    REQUIRE(in.commit(window));
    while (in.next(e)) {}
    const stet::space begin = in.prepare();  // the word waits: the window begins with it
    REQUIRE(begin.size == window - 5);
    std::memset(begin.data, '\n', begin.size);
    REQUIRE(in.commit(begin.size));
    while (in.next(e)) {}
    std::memset(in.prepare().data, '\n', window);
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

#if __has_include(<sys/mman.h>)

// (Nothing but zeros between the first words and the last, which take no memory.)
TEST_CASE("parse takes a text of 4 GiB - 1 bytes, and says that more have no offset", "[.offsets]") {
    constexpr size_t most = 0xFFFFFFFF;
    constexpr size_t room = most + 16;
    void* const made = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    REQUIRE(made != MAP_FAILED);
    const std::unique_ptr<void, void (*)(void*)> owner(made, [](void* pages) { munmap(pages, most + 16); });
    char* const text = static_cast<char*>(made);
    std::memcpy(text, "# A\n\n", 5);
    std::memcpy(text + most - 5, "\n\n- a and more", 14);
    for (const size_t size : {most, most + 1}) {
        harness::trace events;
        for (stet::event e : stet::parse(stet::view(text, size))) events.emplace_back(e);
        const std::string note = size > most ? " note 4294967295 4294967295 too_long\n" : "";
        INFO(size << " bytes");
        CHECK(harness::lines_of(events) ==
              "+headline 0\n marker 0 2\n text 2 3\n-headline 0 3\n note 5 4294967290 control\n"
              "+list_item 4294967292\n marker 4294967292 4294967294\n text 4294967294 4294967295\n" + note +
                  "-list_item 4294967292 4294967295\n");
    }
}

#endif
