// SPDX-License-Identifier: MIT
// The chunk law under a fuzzer. The oracle: parse and the reader tell the same, and every trace
// keeps the laws of tiling and balance.
#include "input.hpp"

namespace {

template <class Limits, class Window> void check(const fuzz::input& in) {
    const harness::trace whole = harness::parse<Limits>(in.text, in.from);
    const std::string broken = harness::broken_law(in.text, whole, Limits::run);
    if (!broken.empty()) fuzz::fail(broken, whole);
    if (harness::read<Window>(in.text, in, in.from) != whole) fuzz::fail("told otherwise in pieces", whole);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const fuzz::input in(data, size);
    check<harness::tiny_limits, harness::tiny_limits>(in);
    check<stet::default_limits, harness::small_window>(in);
    return 0;
}
