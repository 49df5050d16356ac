// SPDX-License-Identifier: MIT
// The chunk law under a fuzzer. The oracle: parse and the reader tell the same, and every trace
// keeps the laws of tiling and balance.
#include "input.hpp"

namespace {

template <class Limits, class Window> void check(const fuzz::input& in) {
    const harness::trace whole = harness::parse<Limits>(in.text, in.from);
    const std::string broken = harness::broken_law(in.text, whole, Limits::run);
    if (!broken.empty()) fuzz::fail(broken, whole);
    if (harness::read<Window>(in.text, in, in.from, in.at_once) != whole) fuzz::fail("told otherwise in pieces", whole);
}

// (The look-ahead of a short text has no length to be shared by. A reader counts its copies, too.)
void check_steps(const fuzz::input& in) {
    using counted = harness::counting<harness::small_window>;
    harness::steps_taken = 0;
    const harness::trace whole = harness::parse<counted>(in.text, in.from);
    if (harness::steps_taken > 15 * in.text.size() + 4000) fuzz::fail("too many steps", whole);
    harness::steps_taken = 0;
    harness::read<counted>(in.text, in, in.from, in.at_once);
    if (harness::steps_taken > 15 * in.text.size() + 4000) fuzz::fail("too many steps in pieces", whole);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const fuzz::input in(data, size);
    check<harness::tiny_limits, harness::tiny_limits>(in);
    check<stet::default_limits, harness::small_window>(in);
    check<harness::least_limits, harness::least_limits>(in);
    check_steps(in);
    return 0;
}
