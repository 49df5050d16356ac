// SPDX-License-Identifier: MIT
// The chunk law under a fuzzer. The input cuts itself: its first byte says how many bytes
// after it are sizes of pieces, to be used in turn; the rest is the text. The oracle: parse
// and the reader tell the same, and every trace keeps the laws of tiling and balance.
#include "harness.hpp"

#include <cstdlib>
#include <iostream>

namespace {

void fail(const std::string& what, const harness::trace& events) {
    std::cerr << what << '\n' << harness::lines_of(events);
    std::abort();
}

template <class Limits, class Window>
void check(std::string_view text, std::string_view sizes, stet::start from) {
    const harness::trace whole = harness::parse<Limits>(text, from);
    const std::string broken = harness::broken_law(text, whole, Limits::run);
    if (!broken.empty()) fail(broken, whole);
    const auto size_of = [&](size_t number) {
        return sizes.empty() ? size_t{1} : size_t{1} + static_cast<uint8_t>(sizes[number % sizes.size()]);
    };
    if (harness::read<Window>(text, size_of, from) != whole) fail("told otherwise in pieces", whole);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.empty()) return 0;
    const size_t cuts = std::min<size_t>(static_cast<uint8_t>(input[0]) % 16, input.size() - 1);
    const stet::start from = (static_cast<uint8_t>(input[0]) & 16) != 0 ? stet::start::body : stet::start::article;
    const std::string_view sizes = input.substr(1, cuts);
    const std::string_view text = input.substr(1 + cuts);
    check<harness::tiny_limits, harness::tiny_limits>(text, sizes, from);
    check<stet::default_limits, harness::small_window>(text, sizes, from);
    return 0;
}
