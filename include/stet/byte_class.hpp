// SPDX-License-Identifier: MIT
#ifndef STET_BYTE_CLASS_HPP
#define STET_BYTE_CLASS_HPP
#include "event.hpp"

// byte_class.hpp: what a byte, or a code point, means to the machine. Everything that is not
// in these tables is part of a word.

namespace stet {
namespace detail {

// Where registers are long, flash is not short: there short cuts and larger tables are worth
// their bytes.
constexpr bool is_flash_short = sizeof(size_t) < sizeof(uint64_t);

enum class meaning : uint8_t {
    plain,         // words, and blanks between them
    line_end,      // ends a line
    control,       // does not belong in text: a note
    bidi,          // reorders what follows it: a note
    quote,         // a quotation mark, or an apostrophe: quote.hpp
    dash,          // opens a dialogue at a block's beginning: quote.hpp
    beyond_ascii,  // a byte that is part of a longer code point, or of none
};

struct byte_range {
    uint8_t first, last;
    meaning is;
};

// clang-format off
constexpr byte_range byte_ranges[] = {
    //first  last  meaning                  what it is                              source
    { 0x00, 0x08, meaning::control      }, // C0, without tab                       Unicode 23.1
    { 0x0A, 0x0A, meaning::line_end     }, // LF                                    Unicode 5.8
    { 0x0B, 0x0C, meaning::control      }, // VT, FF                                Unicode 23.1
    { 0x0D, 0x0D, meaning::line_end     }, // CR, alone or before LF                Unicode 5.8
    { 0x0E, 0x1F, meaning::control      }, // C0                                    Unicode 23.1
    { 0x22, 0x22, meaning::quote        }, // QUOTATION MARK                        Unicode 6.2
    { 0x27, 0x27, meaning::quote        }, // APOSTROPHE                            Unicode 6.2
    { 0x7F, 0x7F, meaning::control      }, // DEL                                   Unicode 23.1
};

struct point_range {
    uint16_t first, last;
    meaning is;
};

constexpr point_range point_ranges[] = {
    //first    last    meaning                  what it is                            source
    { 0x0080, 0x0084, meaning::control      }, // C1                                  Unicode 23.1
    { 0x0085, 0x0085, meaning::line_end     }, // NEXT LINE                           Unicode 5.8
    { 0x0086, 0x009F, meaning::control      }, // C1                                  Unicode 23.1
    { 0x00AB, 0x00AB, meaning::quote        }, // LEFT DOUBLE GUILLEMET               Unicode 6.2
    { 0x00BB, 0x00BB, meaning::quote        }, // RIGHT DOUBLE GUILLEMET              Unicode 6.2
    { 0x2013, 0x2015, meaning::dash         }, // EN DASH, EM DASH, HORIZONTAL BAR    Unicode 6.2
    { 0x2018, 0x201F, meaning::quote        }, // single and double, high and low     Unicode 6.2
    { 0x2028, 0x2029, meaning::line_end     }, // LINE and PARAGRAPH SEPARATOR        Unicode 5.8
    { 0x202A, 0x202E, meaning::bidi         }, // embeddings, overrides, their end    UAX 9
    { 0x2039, 0x203A, meaning::quote        }, // SINGLE GUILLEMETS                   Unicode 6.2
    { 0x2066, 0x2069, meaning::bidi         }, // isolates and their end              UAX 9
    { 0x300C, 0x300F, meaning::quote        }, // CORNER BRACKETS                     Unicode 6.2
    { 0x301D, 0x301F, meaning::quote        }, // DOUBLE PRIME QUOTATION MARKS        Unicode 6.2
    { 0xFF02, 0xFF02, meaning::quote        }, // FULLWIDTH QUOTATION MARK            Unicode 6.2
};
// clang-format on

// What a code point beyond ASCII means; letters.hpp makes a table of the bytes of ASCII. (The first
// line is a short cut to the commonest marks.)
constexpr meaning meaning_of_point(uint32_t point) noexcept {
    if (point - 0x2018 < 8) return meaning::quote;
    const bool in_latin = point < 0xC0;
    const bool in_punctuation = point >= 0x2013 && point <= 0x2069;
    const bool in_cjk = point >= 0x300C && point <= 0x301F;
    if (!in_latin && !in_punctuation && !in_cjk && point != 0xFF02) return meaning::plain;
    for (const point_range& range : point_ranges)
        if (point >= range.first && point <= range.last) return range.is;
    return meaning::plain;
}

constexpr bool is_ascii_letter(uint8_t one) noexcept {
    return static_cast<uint8_t>((one | 0x20u) - 'a') < 26;
}

constexpr bool is_ascii_small(uint8_t one) noexcept { return static_cast<uint8_t>(one - 'a') < 26; }

constexpr bool is_ascii_blank(uint8_t one) noexcept { return one == ' ' || one == '\t'; }

}  // namespace detail
}  // namespace stet

#endif  // STET_BYTE_CLASS_HPP
