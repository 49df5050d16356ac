// SPDX-License-Identifier: MIT
// The model under a fuzzer. The first byte of the input selects limits and start; the rest is the
// text. The oracle: a second implementation of the contract tells the same.
#include "harness.hpp"
#include "model.hpp"

#include <cstdlib>
#include <iostream>

namespace {

template <class Limits> void check(std::string_view text, stet::start from) {
    const harness::trace machine = harness::parse<Limits>(text, from);
    harness::trace expected;
    for (const stet::event& each : model::parse<Limits>(text, from)) expected.emplace_back(each);
    if (machine == expected) return;
    std::cerr << "machine:\n" << harness::lines_of(machine) << "model:\n" << harness::lines_of(expected);
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.empty()) return 0;
    const stet::start from = (static_cast<uint8_t>(input[0]) & 1) != 0 ? stet::start::body : stet::start::article;
    const unsigned limits = static_cast<uint8_t>(input[0]) >> 1 & 3u;
    input.remove_prefix(1);
    if (limits == 0) check<stet::default_limits>(input, from);
    if (limits == 1) check<harness::tiny_limits>(input, from);
    if (limits == 2) check<harness::least_limits>(input, from);
    if (limits == 3) check<harness::far_sighted>(input, from);
    return 0;
}
