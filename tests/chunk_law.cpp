// SPDX-License-Identifier: MIT
// Law 1: however a text is cut, and in whatever window, a reader tells what parse tells.
#include "catch.hpp"
#include "harness.hpp"

namespace {

template <class Limits, class Window>
void same_in_pieces(const std::string& text, const harness::trace& whole, size_t size) {
    const harness::trace pieces = harness::read<Window>(text, size);
    if (pieces == whole) return;
    INFO("pieces of " << size << " bytes of: " << text);
    REQUIRE(harness::lines_of(pieces) == harness::lines_of(whole));
    REQUIRE(pieces == whole);
}

template <class Limits, class Window> void same_however_cut(const std::string& text) {
    const harness::trace whole = harness::parse<Limits>(text);
    for (size_t size = 1; size <= 64; size += size < 9 ? 1 : 11) same_in_pieces<Limits, Window>(text, whole, size);
    // Every cut in two.
    const size_t step = text.size() < 400 ? 1 : text.size() / 200;
    for (size_t cut = 1; cut < text.size(); cut += step) {
        const harness::trace pieces = harness::read<Window>(
            text, [=](size_t number) { return number == 0 ? cut : std::string::npos; });
        if (pieces == whole) continue;
        INFO("cut at " << cut);
        REQUIRE(harness::lines_of(pieces) == harness::lines_of(whole));
        REQUIRE(pieces == whole);
    }
}

// Over a reader that is fed before all of its events are taken.
template <class Limits, class Window, class Quotes = stet::quotations<Limits>>
void same_taken(const std::string& text, size_t size, size_t at_once) {
    static stet::reader<Window, Quotes> in;
    harness::trace whole;
    for (stet::event e : stet::parse<Limits, Quotes>(text)) whole.emplace_back(e);
    in.restart();
    const harness::trace pieces = harness::fed(in, in, text, [=](size_t) { return size; }, at_once);
    if (pieces == whole) return;
    INFO("pieces of " << size << " bytes, " << at_once << " events at once, of: " << text);
    REQUIRE(harness::lines_of(pieces) == harness::lines_of(whole));
    REQUIRE(pieces == whole);
}

}  // namespace

TEST_CASE("a golden text is told the same however it is cut") {
    for (const harness::golden& file : harness::golden_files()) {
        INFO(file.name);
        same_however_cut<harness::tiny_limits, harness::tiny_limits>(file.text);
        same_however_cut<stet::default_limits, harness::small_window>(file.text);
        same_however_cut<stet::default_limits, stet::default_limits>(file.text);
    }
}

TEST_CASE("so is every beginning of a golden text, and it keeps the laws of tiling and balance") {
    for (const harness::golden& file : harness::golden_files()) {
        const size_t step = file.text.size() < 400 ? 1 : 13;
        for (size_t size = 0; size <= file.text.size(); size += step) {
            const std::string text = file.text.substr(0, size);
            const harness::trace tiny = harness::parse<harness::tiny_limits>(text);
            const harness::trace usual = harness::parse(text);
            INFO(file.name << ", the first " << size << " bytes");
            REQUIRE(harness::broken_law(text, tiny, harness::tiny_limits::run) == "");
            REQUIRE(harness::broken_law(text, usual, stet::default_limits::run) == "");
            same_in_pieces<harness::tiny_limits, harness::tiny_limits>(text, tiny, 1);
            same_in_pieces<harness::tiny_limits, harness::tiny_limits>(text, tiny, 5);
            same_in_pieces<stet::default_limits, harness::small_window>(text, usual, 1);
            same_in_pieces<stet::default_limits, harness::small_window>(text, usual, 7);
        }
    }
}

TEST_CASE("so is what the fuzzers found worth keeping, and keeps the laws") {
    for (const std::string& text : harness::fuzz_corpus()) {
        const harness::trace tiny = harness::parse<harness::tiny_limits>(text);
        const harness::trace usual = harness::parse(text);
        INFO(text);
        REQUIRE(harness::broken_law(text, tiny, harness::tiny_limits::run) == "");
        REQUIRE(harness::broken_law(text, usual, stet::default_limits::run) == "");
        for (size_t size : {1, 7}) {
            same_in_pieces<harness::tiny_limits, harness::tiny_limits>(text, tiny, size);
            same_in_pieces<stet::default_limits, harness::small_window>(text, usual, size);
        }
    }
}

TEST_CASE("so is a golden text of which only some events are taken before more of it is fed") {
    for (const harness::golden& file : harness::golden_files()) {
        INFO(file.name);
        for (const size_t at_once : {1, 2, 3, 5}) {
            for (const size_t size : {size_t{1}, size_t{7}, size_t{64}, std::string::npos}) {
                same_taken<harness::tiny_limits, harness::tiny_limits>(file.text, size, at_once);
                same_taken<stet::default_limits, harness::small_window>(file.text, size, at_once);
            }
        }
    }
}

TEST_CASE("so it is without quotations, and keeps the laws") {
    for (const harness::golden& file : harness::golden_files()) {
        INFO(file.name);
        harness::trace whole;
        for (stet::event e : stet::parse<stet::default_limits, stet::no_quotations>(file.text)) whole.emplace_back(e);
        REQUIRE(harness::broken_law(file.text, whole, stet::default_limits::run) == "");
        const bool quotes = std::any_of(whole.begin(), whole.end(), [](const harness::told& each) {
            return each.event.what == stet::kind::quote;
        });
        CHECK_FALSE(quotes);
        for (size_t size = 1; size <= 64; size += size < 9 ? 1 : 11) {
            same_taken<harness::tiny_limits, harness::tiny_limits, stet::no_quotations>(file.text, size, std::string::npos);
            same_taken<stet::default_limits, harness::small_window, stet::no_quotations>(file.text, size, std::string::npos);
        }
    }
}

// "> " and a no-break space: its words end before its marker does.
TEST_CASE("so is a block that ends inside of its marker, where the window is full before its events are taken") {
    const std::string text = "> \xC2\xA0\n" + std::string(2 * stet::default_limits::window, 'a') + "\n";
    for (const size_t at_once : {1, 2, 3})
        for (const size_t size : {size_t{8}, size_t{300}, std::string::npos}) {
            same_taken<stet::default_limits, stet::default_limits>(text, size, at_once);
            same_taken<stet::default_limits, harness::small_window>(text, size, at_once);
            same_taken<harness::least_limits, harness::least_limits>(text, size, at_once);
        }
}
