// SPDX-License-Identifier: MIT
#ifndef STET_SCAN_HPP
#define STET_SCAN_HPP
#include "input.hpp"

// scan.hpp: the next byte that matters. The only place that runs over bytes which do not;
// whatever makes that faster belongs here and changes nothing else.

namespace stet {
namespace detail {
namespace scan {

// The first byte with one of these bits in the table, four at a time: 3.7 instructions a byte
// on x86-64. (Eight bytes in a 64-bit register took 4.4: four kinds of byte are looked for.)
//   Gives: its index, or `size`.
template <uint8_t Bits> constexpr size_t first(const char* bytes_at, size_t size) noexcept {
    size_t i = 0;
    for (; size - i >= 4; i += 4) {
        if (has<Bits>(bytes_at[i])) return i;
        if (has<Bits>(bytes_at[i + 1])) return i + 1;
        if (has<Bits>(bytes_at[i + 2])) return i + 2;
        if (has<Bits>(bytes_at[i + 3])) return i + 3;
    }
    while (i < size && !has<Bits>(bytes_at[i])) ++i;
    return i;
}

// The next byte that is more than a part of a word or a blank.
constexpr size_t mark(const char* bytes_at, size_t size) noexcept {
    return first<0xFF>(bytes_at, size);
}

// The next byte that ends a line, or begins a code point that may: LF, CR, 0xC2, 0xE2.
constexpr size_t line_end(const char* bytes_at, size_t size) noexcept {
    return first<may_end_line>(bytes_at, size);
}

}  // namespace scan

// Where the first line end in `size` bytes begins.
//   Gives: its index, or where it may begin (when it is cut short), or `size`.
constexpr size_t find_line_end(const char* bytes_at, size_t size) noexcept {
    size_t i = scan::line_end(bytes_at, size);
    while (i < size && line_end_size(bytes_at + i, size - i) == 0) {
        ++i;
        i += scan::line_end(bytes_at + i, size - i);
    }
    return i;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_SCAN_HPP
