// SPDX-License-Identifier: MIT
// Line ends, whole and cut short; what blank space at a line's end belongs to no block.
#include <stet.hpp>

using stet::view;
namespace detail = stet::detail;

static constexpr uint8_t line_end(view text) { return detail::line_end_size(text.data, text.size); }
static constexpr uint8_t last_line_end(view text) { return detail::last_line_end_size(text.data, text.size); }
static constexpr size_t trimmed(view text) { return detail::trimmed(text.data, text.size); }

static_assert(line_end("\n") == 1 && line_end("\r\n") == 2 && line_end("\rA") == 1);
static_assert(line_end("\xC2\x85") == 2 && line_end("\xE2\x80\xA8") == 3 && line_end("\xE2\x80\xA9") == 3);
static_assert(line_end("A") == 0 && line_end("\xC2\xA0") == 0 && line_end("\xE2\x80\x9C") == 0);
static_assert(line_end("\xE2\x81") == 0);
static_assert(line_end("") == detail::cut_short && line_end("\r") == detail::cut_short);
static_assert(line_end("\xC2") == detail::cut_short && line_end("\xE2\x80") == detail::cut_short);
static_assert(last_line_end("\r") == 1 && last_line_end("\xE2\x80") == 0 && last_line_end("") == 0);

static_assert(trimmed("word") == 4 && trimmed("word \t ") == 4 && trimmed("   ") == 0 && trimmed("") == 0);
static_assert(trimmed("word\xC2\xA0\xE3\x80\x80") == 4);  // no-break and ideographic space
static_assert(trimmed("caf\xC3\xA9") == 5 && trimmed("word\xFF ") == 5);
static_assert(trimmed("word\xE2\x80\x80\x8D") == 8);  // the last byte is of no code point

constexpr char cut_last[] = {'a', '\xE2', '\x80'};  // (no byte behind it is read)
static_assert(detail::trimmed(cut_last, 3) == 3);

static constexpr bool nothing_came(const detail::input& in) {
    return in.data == nullptr && in.base == 0 && in.end == 0 && !in.closed && !in.too_long;
}
static_assert(nothing_came(detail::input()));

static constexpr char bytes[] = {'a', 'b', 'c', 'd'};
static constexpr detail::input some() {
    detail::input in;
    in.data = bytes;
    in.base = 100;
    in.end = 104;
    return in;
}
static_assert(some().byte_at(102) == 'c' && some().reach(101, 2) == 103 && some().reach(101, 99) == 104);
static_assert(some().brings_plain_byte(103) && !some().brings_plain_byte(102), "the last byte, and no other");
