// SPDX-License-Identifier: MIT
// Who said it, under a fuzzer. The oracles: the layer over parse and over a reader tell the same;
// it passes every other event on as it is, so that the laws of tiling and balance hold; and the
// facts keep theirs (harness::broken_facts), English and German.
#include "input.hpp"

namespace {

struct tiny : harness::tiny_limits {
    static constexpr size_t before = 16;
    static constexpr size_t after = 16;
};
// As much as is promised of a whole block, in pieces of the look-ahead.
struct wide : stet::default_limits {
    static constexpr size_t heading = 64;
    static constexpr size_t next = 16;
    static constexpr size_t run = 64;
    static constexpr size_t before = 1024;
    static constexpr size_t after = 40;
    static constexpr size_t window = 2 * (heading + next);
};

template <class Lexicon, class Limits, class Window> void check(const fuzz::input& in) {
    const harness::trace whole = harness::attribute<Lexicon, Limits>(in.text, in.from);
    const harness::trace rest = harness::without_facts(whole);
    if (rest != harness::parse<Limits>(in.text, in.from)) fuzz::fail("not passed on as it is", whole);
    std::string broken = harness::broken_law(in.text, rest, Limits::run);
    if (broken.empty()) broken = harness::broken_facts<Limits>(in.text, whole);
    if (!broken.empty()) fuzz::fail(broken, whole);
    if (harness::attribute_in_pieces<Lexicon, Window>(in.text, in, in.from, in.at_once) != whole)
        fuzz::fail("told otherwise in pieces", whole);
}

template <class Lexicon> void check_all(const fuzz::input& in) {
    check<Lexicon, tiny, tiny>(in);
    check<Lexicon, wide, wide>(in);
    check<Lexicon, stet::default_limits, harness::small_window>(in);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const fuzz::input in(data, size);
    if (in.german) check_all<stet::german>(in);
    else check_all<stet::english>(in);
    return 0;
}
