// SPDX-License-Identifier: MIT
// The model under a fuzzer. The first byte of the input selects start (bit 0), limits (bits 1 and
// 2) and how many events are taken between two pieces (bits 3 and 4; 0: all); the rest is the text,
// whose bytes are the sizes of its pieces, too: another text for each input than the other targets
// read. The oracle: a second implementation of the contract tells what parse and a reader tell.
#include "harness.hpp"
#include "model.hpp"

#include <cstdlib>
#include <iostream>

namespace {

[[noreturn]] void fail(const char* who, const harness::trace& told, const harness::trace& expected) {
    std::cerr << who << ":\n" << harness::lines_of(told) << "model:\n" << harness::lines_of(expected);
    std::abort();
}

template <class Limits> void check(std::string_view text, stet::start from, size_t at_once) {
    harness::trace expected;
    for (const stet::event& each : model::parse<Limits>(text, from)) expected.emplace_back(each);
    const harness::trace whole = harness::parse<Limits>(text, from);
    if (whole != expected) fail("parse", whole, expected);
    const auto size = [&](size_t number) { return size_t{1} + static_cast<uint8_t>(text[number % text.size()]) % 64u; };
    const harness::trace pieces = harness::read<Limits>(text, size, from, at_once);
    if (pieces != expected) fail("reader", pieces, expected);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const stet::start from = (data[0] & 1u) != 0 ? stet::start::body : stet::start::article;
    const size_t at_once = (data[0] >> 3 & 3u) != 0 ? data[0] >> 3 & 3u : std::string_view::npos;
    const unsigned limits = data[0] >> 1 & 3u;
    if (limits == 0) check<stet::default_limits>(text, from, at_once);
    if (limits == 1) check<harness::tiny_limits>(text, from, at_once);
    if (limits == 2) check<harness::least_limits>(text, from, at_once);
    if (limits == 3) check<harness::far_sighted>(text, from, at_once);
    return 0;
}
