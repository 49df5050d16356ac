// SPDX-License-Identifier: MIT
#ifndef STET_INPUT_HPP
#define STET_INPUT_HPP
#include "letters.hpp"

// input.hpp: the bytes that can be seen now, and what stands at a place of them.

namespace stet {
namespace detail {

// What the machine can see of the article now.
struct input {
    constexpr input() noexcept {}
    constexpr input(const char* bytes, offset first, offset size, bool ends, bool longer) noexcept
        : data(bytes), base(first), end(first + size), closed(ends), too_long(longer) {}

    const char* data = nullptr;  // the byte at `base`
    offset base = 0;
    offset end = 0;         // one past the last visible byte
    bool closed = false;    // no more will come
    bool too_long = false;  // closed because offsets end here

    constexpr const char* at(offset place) const noexcept { return data + (place - base); }
    constexpr uint8_t byte_at(offset place) const noexcept {
        return static_cast<uint8_t>(data[place - base]);
    }
    // Is the byte at `place` the only one from there on, and more will come? Then, and if it is
    // part of a word or a blank, it decides nothing yet.
    constexpr bool brings_plain_byte(offset place) const noexcept {
        return end - place == 1 && meaning_of_byte(byte_at(place)) == meaning::plain;
    }
    // `place + distance`, or where the visible bytes end.
    constexpr offset reach(offset place, size_t distance) const noexcept {
        return end - place < distance ? end : place + static_cast<offset>(distance);
    }
};

constexpr uint8_t cut_short = 0xFF;

// How many bytes the line end at the front of `size` bytes has: 0 when none stands there,
// `cut_short` when that takes a byte which is not there.
constexpr uint8_t line_end_size(const char* bytes_at, size_t size) noexcept {
    if (size == 0) return cut_short;
    const uint8_t first = static_cast<uint8_t>(bytes_at[0]);
    if (first == '\n') return 1;
    if (first != '\r' && first != 0xC2 && first != 0xE2) return 0;
    if (size == 1) return cut_short;
    const uint8_t second = static_cast<uint8_t>(bytes_at[1]);
    if (first == '\r') return second == '\n' ? 2 : 1;
    if (first == 0xC2) return second == 0x85 ? 2 : 0;
    if (second != 0x80) return 0;
    if (size == 2) return cut_short;
    const uint8_t third = static_cast<uint8_t>(bytes_at[2]);
    return third == 0xA8 || third == 0xA9 ? 3 : 0;
}

// The same at the end of the article: what is cut short there is a lone CR or no line end.
constexpr uint8_t last_line_end_size(const char* bytes_at, size_t size) noexcept {
    const uint8_t found = line_end_size(bytes_at, size);
    if (found != cut_short) return found;
    return size != 0 && bytes_at[0] == '\r' ? 1 : 0;
}

// How many bytes the line end here has; `cut_short` when that needs another one.
constexpr uint8_t ended_by(const input& in, offset place) noexcept {
    const size_t size = in.end - place;
    return in.closed ? last_line_end_size(in.at(place), size) : line_end_size(in.at(place), size);
}

// One code point, or what stands in its place.
struct sign {
    constexpr sign() noexcept {}
    meaning is = meaning::plain;
    bool ill = false;
    bool waits = false;
    uint8_t size = 1;
    code_point point = 0;
};
template <class Limits> constexpr sign read_sign(const input& in, offset place) noexcept {
    sign found;
    const uint8_t one = in.byte_at(place);
    found.is = meaning_of_byte(one);
    found.point = one;
    if (found.is == meaning::beyond_ascii) {
        const decoded at = decode(in.at(place), in.end - place);
        found.size = at.size;
        found.point = at.point;
        found.ill = at.form == decoded::ill;
        if (at.form == decoded::cut) {
            found.waits = !in.closed;
            found.ill = in.closed;
            found.size = static_cast<uint8_t>(in.end - place);
        }
        found.is = found.ill || found.waits ? meaning::plain : meaning_of_point(at.point);
    }
    Limits::steps(found.size);
    return found;
}

// Blank space that belongs to no block when it stands at a line's beginning or end.
constexpr bool is_margin(code_point point) noexcept {
    return is_space(point) || point == 0x200B || point == 0xFEFF;
}

// Is a code point beyond ASCII told as a note?
constexpr bool is_noted(code_point point) noexcept {
    const meaning is = meaning_of_point(point);
    return is == meaning::control || is == meaning::bidi;
}

// The bytes without the blank space at their end.
constexpr size_t trimmed(const char* bytes_at, size_t size) noexcept {
    while (size > 0) {
        const uint8_t last = static_cast<uint8_t>(bytes_at[size - 1]);
        if (is_ascii_blank(last)) {
            --size;
            continue;
        }
        if (last < 0x80) break;
        const size_t first = begin_of_last(bytes_at, size);
        const decoded tail = decode(bytes_at + first, size - first);
        if (tail.form != decoded::well || tail.size != size - first || !is_margin(tail.point))
            break;
        size = first;
    }
    return size;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_INPUT_HPP
