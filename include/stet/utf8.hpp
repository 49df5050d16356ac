// SPDX-License-Identifier: MIT
#ifndef STET_UTF8_HPP
#define STET_UTF8_HPP
#include "byte_class.hpp"

// utf8.hpp: one code point at a time. Well-formedness is table 3-7 of the Unicode Standard;
// what is ill-formed is told as maximal subparts (its table 3-8), so that nothing that is
// well-formed after a broken sequence is lost.

namespace stet {

using code_point = uint32_t;

namespace detail {

// What stands at a place of the input.
struct decoded {
    code_point point;  // 0 unless `form` is well
    uint8_t size;      // bytes: of the code point, or of the ill-formed subpart; 0 when cut
    enum : uint8_t { well, ill, cut } form;  // cut: well-formed so far, and no more bytes
};

// May this byte stand behind the first one of a code point?
constexpr bool is_follower(uint8_t one) noexcept { return (one & 0xC0) == 0x80; }

// Reads the code point at the front of `size` bytes.
//   Requires: size >= 1.
//   Gives:    `cut` only when fewer bytes are there than the first one announces and those
//             are well-formed so far; the caller decides whether more can come.
constexpr decoded decode(const char* bytes, size_t size) noexcept {
    const uint8_t first = static_cast<uint8_t>(bytes[0]);
    if (first < 0x80) return {first, 1, decoded::well};
    if (!is_flash_short && size >= 3 && first > 0xE0 && first < 0xED) {  // most of them
        const uint8_t second = static_cast<uint8_t>(bytes[1]);
        const uint8_t third = static_cast<uint8_t>(bytes[2]);
        if (is_follower(second) && is_follower(third))
            return {(first & 0xFu) << 12 | (second & 0x3Fu) << 6 | (third & 0x3Fu), 3,
                    decoded::well};
    }
    decoded found = {0, 1, decoded::ill};
    if (first < 0xC2 || first > 0xF4) return found;
    const uint8_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    // Table 3-7: what would be too long a form, a surrogate, or beyond U+10FFFF.
    uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    code_point point = first & (0x7Fu >> length);
    for (uint8_t i = 1; i < length; ++i) {
        if (i == size) {
            found.size = 0;
            found.form = decoded::cut;
            return found;
        }
        const uint8_t next = static_cast<uint8_t>(bytes[i]);
        found.size = i;
        if (next < low || next > high) return found;
        low = 0x80;
        high = 0xBF;
        point = (point << 6) | (next & 0x3Fu);
    }
    found.point = point;
    found.size = length;
    found.form = decoded::well;
    return found;
}

// How many bytes a code point has that begins with this one.
constexpr uint8_t announced_size(uint8_t first) noexcept {
    return first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

// Where the code point begins that ends at `bytes + size`, if one does.
//   Requires: size >= 1.
constexpr size_t begin_of_last(const char* bytes, size_t size) noexcept {
    size_t at = size - 1;
    while (at > 0 && size - at < 4 && is_follower(static_cast<uint8_t>(bytes[at]))) --at;
    return at;
}

// The bytes without a code point at their end that is cut short.
constexpr size_t without_cut(const char* bytes, size_t size) noexcept {
    if (size == 0) return 0;
    const size_t at = begin_of_last(bytes, size);
    return decode(bytes + at, size - at).form == decoded::cut ? at : size;
}

// The code point that ends at `bytes + size`; U+FFFD, which is a letter, if that is ill-formed.
//   Requires: size >= 1.
constexpr code_point decode_last(const char* bytes, size_t size) noexcept {
    const size_t at = begin_of_last(bytes, size);
    const decoded last = decode(bytes + at, size - at);
    return last.form == decoded::well && last.size == size - at ? last.point : 0xFFFD;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_UTF8_HPP
