// SPDX-License-Identifier: MIT
#ifndef STET_SCAN_HPP
#define STET_SCAN_HPP
#include "input.hpp"

// scan.hpp: the next byte that matters. The only place that runs over bytes which do not;
// whatever makes that faster belongs here and changes nothing else.

namespace stet {
namespace detail {
namespace scan {

// Eight bytes at once, each a lane of a register: what is told of them may be wrong only above
// a lane it is right about, so that the first hit is looked at again in the byte table.
using lanes = uint64_t;
constexpr lanes each(uint8_t one) noexcept { return 0x0101010101010101u * one; }

// (Compilers make one load of this.)
constexpr lanes lane(const char* at, int number) noexcept {
    return static_cast<lanes>(static_cast<uint8_t>(at[number])) << (8 * number);
}
constexpr lanes load(const char* at) noexcept {
    return lane(at, 0) | lane(at, 1) | lane(at, 2) | lane(at, 3) | lane(at, 4) | lane(at, 5) |
           lane(at, 6) | lane(at, 7);
}

// Is there a control, DEL or a byte beyond ASCII; and, for marks, one of "\"#&'".
constexpr lanes high(lanes x) noexcept { return (x + each(1)) | (x - each(0x20)); }
constexpr lanes high_or_quote(lanes x) noexcept {
    return high(x) | (((x & each(0xFA)) ^ each(0x22)) - each(1));
}

template <uint8_t Bits> constexpr bool hits(const char* at) noexcept {
    const lanes eight = load(at);
    return ((Bits == may_end_line ? high(eight) : high_or_quote(eight)) & each(0x80)) != 0;
}

// The first byte with one of these bits in the table.
//   Gives: its index, or `size`.
//   Cost:  on x86-64, 2 instructions a byte for marks and 1.2 for line ends in ASCII; 4.7 in
//          other scripts. Where registers are short, byte by byte.
template <uint8_t Bits> constexpr size_t first(const char* bytes_at, size_t size) noexcept {
    size_t i = 0;
    for (;;) {
        if (sizeof(size_t) >= sizeof(lanes)) {
            while (size - i >= 16 && !hits<Bits>(bytes_at + i) && !hits<Bits>(bytes_at + i + 8)) i += 16;
            if (size - i >= 8 && !hits<Bits>(bytes_at + i)) i += 8;
        }
        const size_t most = size - i < 8 ? size : i + 8;
        for (; i < most; ++i)
            if (has<Bits>(bytes_at[i])) return i;
        if (i == size) return size;
    }
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
