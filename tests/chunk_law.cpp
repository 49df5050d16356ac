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
