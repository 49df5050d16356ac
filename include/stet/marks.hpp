// SPDX-License-Identifier: MIT
#ifndef STET_MARKS_HPP
#define STET_MARKS_HPP
#include "layout.hpp"

// marks.hpp: the quotation marks of the world, and which of them closes a quotation that
// another one opened. The pairs are those of 766 locales (Unicode CLDR 48.2, delimiters), and
// pairs of a typographic mark with a straight one, as they come about in editing.
//
// CLDR data: Copyright 1991-2025 Unicode, Inc. Used under the Unicode License V3
// (SPDX: Unicode-3.0; https://www.unicode.org/license.txt), whose notice this is.

namespace stet {
namespace detail {

// The marks, each a bit, so that the ones that close another are a set.
using sign_set = uint32_t;
// clang-format off
constexpr sign_set left_double   = sign_set{1} << 0;   // U+201C
constexpr sign_set right_double  = sign_set{1} << 1;   // U+201D
constexpr sign_set low_double    = sign_set{1} << 2;   // U+201E
constexpr sign_set left_single   = sign_set{1} << 3;   // U+2018
constexpr sign_set right_single  = sign_set{1} << 4;   // U+2019, also the apostrophe
constexpr sign_set low_single    = sign_set{1} << 5;   // U+201A
constexpr sign_set left_angles   = sign_set{1} << 6;   // U+00AB
constexpr sign_set right_angles  = sign_set{1} << 7;   // U+00BB
constexpr sign_set left_angle    = sign_set{1} << 8;   // U+2039
constexpr sign_set right_angle   = sign_set{1} << 9;   // U+203A
constexpr sign_set open_corner   = sign_set{1} << 10;  // U+300C
constexpr sign_set close_corner  = sign_set{1} << 11;  // U+300D
constexpr sign_set open_white    = sign_set{1} << 12;  // U+300E
constexpr sign_set close_white   = sign_set{1} << 13;  // U+300F
constexpr sign_set open_prime    = sign_set{1} << 14;  // U+301D
constexpr sign_set close_prime   = sign_set{1} << 15;  // U+301E, U+301F
constexpr sign_set straight      = sign_set{1} << 16;  // U+0022, U+FF02
constexpr sign_set apostrophe    = sign_set{1} << 17;  // U+0027
constexpr sign_set apostrophes   = sign_set{1} << 18;  // U+0027 or U+2019 twice
constexpr sign_set speech_dash   = sign_set{1} << 19;  // U+2013 to U+2015, at a paragraph's beginning

constexpr sign_set left_signs     = left_double | left_single | left_angles | left_angle;
constexpr sign_set right_signs    = right_double | right_single | right_angles | right_angle;
constexpr sign_set opening_signs  = low_double | low_single | open_corner | open_white | open_prime;
constexpr sign_set closing_signs  = close_corner | close_white | close_prime;
constexpr sign_set single_signs   = left_single | right_single | apostrophe;
constexpr sign_set single_rank    = single_signs | low_single | left_angle | right_angle;
constexpr sign_set spaced_signs   = left_double | right_double | straight;  // lone ones are doubted

struct sign_row {
    uint16_t point;
    sign_set sign;
    sign_set closed_by;  // besides by itself, if it is a straight one
};

// Which marks close a quotation that this one opened. The last row is that of the dashes, which
// nothing closes but another dash, or the paragraph's end.
constexpr sign_row signs[] = {
    //point   sign           closed by                                     source
    { 0x0022, straight,      straight | right_double                  },  // keyboards
    { 0x0027, apostrophe,    apostrophe | right_single                },  // keyboards
    { 0x00AB, left_angles,   right_angles                             },  // CLDR 48: fr, ru, es ...
    { 0x00BB, right_angles,  left_angles | right_angles               },  // CLDR 48: kk, hu; print: da, fi
    { 0x2018, left_single,   right_single | left_single | apostrophe  },  // CLDR 48: nl, en (alternate)
    { 0x2019, right_single,  left_single | right_single               },  // CLDR 48: sv, ar (alternate)
    { 0x201A, low_single,    left_single | right_single | apostrophe  },  // CLDR 48: de, ff (alternate)
    { 0x201B, left_single,   right_single                             },  // print
    { 0x201C, left_double,   right_double | left_double | straight | apostrophes }, // CLDR 48: en ...
    { 0x201D, right_double,  left_double | right_double | straight    },  // CLDR 48: sv, fi, ar
    { 0x201E, low_double,    left_double | right_double | straight    },  // CLDR 48: de, pl, bg ...
    { 0x201F, left_double,   right_double                             },  // print
    { 0x2039, left_angle,    right_angle                              },  // CLDR 48: fr-CH (alternate)
    { 0x203A, right_angle,   left_angle | right_angle                 },  // CLDR 48: kk (alternate)
    { 0x300C, open_corner,   close_corner                             },  // CLDR 48: ja, zh-Hant
    { 0x300D, close_corner,  0                                        },
    { 0x300E, open_white,    close_white                              },  // CLDR 48: ja (alternate)
    { 0x300F, close_white,   0                                        },
    { 0x301D, open_prime,    close_prime                              },  // Unicode 6.2
    { 0x301E, close_prime,   0                                        },
    { 0x301F, close_prime,   0                                        },
    { 0xFF02, straight,      straight                                 },  // Unicode 6.2
    { 0x2014, speech_dash,   0                                        },  // es, fr, pl, ru, nb
};
// clang-format on

constexpr sign_set apostrophes_closed_by = apostrophes | right_double;

// The same in six bytes a row: what closes it, and above that the number of its own bit.
constexpr size_t sign_count = sizeof(signs) / sizeof(signs[0]);
constexpr int sign_shift = 24;
struct packed_signs {
    sign_set closed_by[sign_count];
    uint16_t points[sign_count];
};
constexpr packed_signs pack_signs() noexcept {
    packed_signs made{};
    for (size_t i = 0; i < sign_count; ++i) {
        sign_set number = 0;
        while ((signs[i].sign >> number) != 1) ++number;
        made.closed_by[i] = signs[i].closed_by | number << sign_shift;
        made.points[i] = signs[i].point;
    }
    return made;
}
constexpr packed_signs signs_by_point = pack_signs();

struct sign_pair {
    sign_set sign;
    sign_set closed_by;
};

//   Requires: a code point whose meaning is `quote` or `dash`.
constexpr sign_pair row_of(code_point point) noexcept {
    constexpr size_t curly = 4;  // rows before U+2018, which the next seven follow
    size_t i = 0;
    if (point - 0x2018 < 8) i = curly + point - 0x2018;
    while (i + 1 < sign_count && signs_by_point.points[i] != point) ++i;
    const sign_set both = signs_by_point.closed_by[i];
    return {sign_set{1} << (both >> sign_shift), both & ((sign_set{1} << sign_shift) - 1)};
}

enum class mark_action : uint8_t {
    none,
    open,
    close,
    end,  // a dash that begins the narration between two pieces of a dialogue
};

struct mark_at_hand {
    constexpr mark_at_hand() noexcept {}
    constexpr explicit mark_at_hand(const view& text) noexcept { read(text); }

    sign_set sign = 0;
    sign_set closed_by = 0;
    uint8_t size = 0;
    mark_action action = mark_action::none;

    // Reads the mark at the front of a text; two single marks in a row are a double one.
    //   Requires: a code point whose meaning is `quote` or `dash`.
    constexpr void read(const view& text) noexcept {
        const decoded first = decode(text.data, text.size);
        const sign_pair row = row_of(first.point);
        sign = row.sign;
        closed_by = row.closed_by;
        size = first.size;
        action = mark_action::none;
        if ((sign & single_signs) == 0 || !stands_again(text)) return;
        closed_by = sign == left_single ? row_of(0x201C).closed_by : apostrophes_closed_by;
        sign = sign == left_single ? left_double : apostrophes;
        size = static_cast<uint8_t>(2 * size);
    }

    // Does the same sign stand behind it?
    constexpr bool stands_again(const view& text) const noexcept {
        if (text.size < 2u * size) return false;
        for (uint8_t i = 0; i < size; ++i)
            if (text[i] != text[size + i]) return false;
        return true;
    }
};

}  // namespace detail
}  // namespace stet

#endif  // STET_MARKS_HPP
