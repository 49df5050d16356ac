// SPDX-License-Identifier: MIT
// input.hpp: what the fuzz targets but model.cpp share. An input cuts itself: the first byte says
// how many bytes after it are sizes of pieces, to be used in turn (the low four bits), where the
// text starts (bit 4), whose lexicon is asked (bit 5) and how many events are taken between two
// pieces (bits 6 and 7; 0: all); the rest is the text.
#ifndef STET_FUZZ_INPUT_HPP
#define STET_FUZZ_INPUT_HPP

#include "harness.hpp"

#include <cstdlib>
#include <iostream>

namespace fuzz {

struct input {
    std::string_view text;
    std::string_view sizes;
    stet::start from = stet::start::article;
    bool german = false;
    size_t at_once = std::string_view::npos;

    input(const uint8_t* data, size_t size) {
        if (size == 0) return;
        const std::string_view all(reinterpret_cast<const char*>(data), size);
        const size_t cuts = std::min<size_t>(data[0] & 15u, size - 1);
        sizes = all.substr(1, cuts);
        text = all.substr(1 + cuts);
        if ((data[0] & 16u) != 0) from = stet::start::body;
        german = (data[0] & 32u) != 0;
        if (data[0] >> 6 != 0) at_once = data[0] >> 6;
    }
    // Of piece number `number`, in bytes.
    size_t operator()(size_t number) const {
        return sizes.empty() ? size_t{1} : size_t{1} + static_cast<uint8_t>(sizes[number % sizes.size()]);
    }
};

[[noreturn]] inline void fail(const std::string& what, const harness::trace& events) {
    std::cerr << what << '\n' << harness::lines_of(events);
    std::abort();
}

}  // namespace fuzz

#endif  // STET_FUZZ_INPUT_HPP
