// SPDX-License-Identifier: MIT
#ifndef STET_LETTERS_HPP
#define STET_LETTERS_HPP
#include "utf8.hpp"

// letters.hpp: what a code point is on a page of news. One table of ranges in place of
// Unicode's large ones; a script that is not named in it has letters without case, one
// column wide, which is what most scripts have.

namespace stet {
namespace detail {

enum class glyph : uint8_t {
    lower,   // small letter
    upper,   // capital
    letter,  // of a script without case
    digit,
    quote,    // a quotation mark of any side, and the apostrophe
    bracket,  // opens
    dash,     // hyphen, en dash, em dash
    stop,     // . and its kin
    ellipsis,
    question,
    exclaim,
    colon,
    comma,      // and semicolon
    unbracket,  // closes
    copyright,
    arrow,  // points at something: > | and arrows
    at,     // of an address, or a name in social media
    slash,
    other,
    blank,
    nothing,     // looked through by every test of words and marks
    even_upper,  // in the table only: pairs, the even ones capitals
    odd_upper,   // in the table only: pairs, the odd ones capitals
};

struct glyph_range {
    uint16_t first, last;
    glyph is;
};

// clang-format off
constexpr glyph_range glyph_ranges[] = {
    //first    last    what it is            names                                   source
    { 0x0080, 0x009F, glyph::blank      }, // C1 controls                          Unicode 23.1
    { 0x00A0, 0x00A0, glyph::blank      }, // NO-BREAK SPACE                       Unicode 6.2
    { 0x00A1, 0x00A8, glyph::other      }, // Latin-1 signs                        Unicode 6.2
    { 0x00A9, 0x00A9, glyph::copyright  }, // COPYRIGHT SIGN                       Unicode 6.2
    { 0x00AB, 0x00AB, glyph::quote      }, // LEFT GUILLEMET                       Unicode 6.2
    { 0x00AC, 0x00AC, glyph::other      }, // NOT SIGN                             Unicode 6.2
    { 0x00AD, 0x00AD, glyph::nothing    }, // SOFT HYPHEN                          Unicode 23.2
    { 0x00AE, 0x00B9, glyph::other      }, // Latin-1 signs                        Unicode 6.2
    { 0x00BB, 0x00BB, glyph::quote      }, // RIGHT GUILLEMET                      Unicode 6.2
    { 0x00BC, 0x00BF, glyph::other      }, // fractions, inverted question mark    Unicode 6.2
    { 0x00C0, 0x00D6, glyph::upper      }, // Latin-1                              Unicode 7.1
    { 0x00D7, 0x00D7, glyph::other      }, // MULTIPLICATION SIGN                  Unicode 22.5
    { 0x00D8, 0x00DE, glyph::upper      }, // Latin-1                              Unicode 7.1
    { 0x00DF, 0x00F6, glyph::lower      }, // Latin-1                              Unicode 7.1
    { 0x00F7, 0x00F7, glyph::other      }, // DIVISION SIGN                        Unicode 22.5
    { 0x00F8, 0x00FF, glyph::lower      }, // Latin-1                              Unicode 7.1
    { 0x0100, 0x0137, glyph::even_upper }, // Latin Extended-A                     Unicode 7.1
    { 0x0138, 0x0148, glyph::odd_upper  }, // Latin Extended-A                     Unicode 7.1
    { 0x0149, 0x0177, glyph::even_upper }, // Latin Extended-A                     Unicode 7.1
    { 0x0178, 0x0178, glyph::upper      }, // Y WITH DIAERESIS                     Unicode 7.1
    { 0x0179, 0x017E, glyph::odd_upper  }, // Latin Extended-A                     Unicode 7.1
    { 0x017F, 0x017F, glyph::lower      }, // LONG S                               Unicode 7.1
    { 0x018F, 0x018F, glyph::upper      }, // SCHWA: Azerbaijani                   Unicode 7.1
    { 0x01A0, 0x01A5, glyph::even_upper }, // O WITH HORN: Vietnamese              Unicode 7.1
    { 0x01AF, 0x01B0, glyph::odd_upper  }, // U WITH HORN: Vietnamese              Unicode 7.1
    { 0x01CD, 0x01DC, glyph::odd_upper  }, // carons: Pinyin                       Unicode 7.1
    { 0x01DE, 0x024F, glyph::even_upper }, // Latin Extended-B: Romanian           Unicode 7.1
    { 0x0250, 0x02AF, glyph::lower      }, // IPA: the small schwa                 Unicode 7.1
    { 0x0300, 0x036F, glyph::nothing    }, // combining diacritical marks          Unicode 7.9
    { 0x0386, 0x038F, glyph::upper      }, // Greek with tonos                     Unicode 7.2
    { 0x0390, 0x0390, glyph::lower      }, // IOTA WITH DIALYTIKA AND TONOS        Unicode 7.2
    { 0x0391, 0x03AB, glyph::upper      }, // Greek                                Unicode 7.2
    { 0x03AC, 0x03CE, glyph::lower      }, // Greek                                Unicode 7.2
    { 0x0400, 0x042F, glyph::upper      }, // Cyrillic                             Unicode 7.4
    { 0x0430, 0x045F, glyph::lower      }, // Cyrillic                             Unicode 7.4
    { 0x0460, 0x0482, glyph::even_upper }, // Cyrillic                             Unicode 7.4
    { 0x0483, 0x0489, glyph::nothing    }, // combining Cyrillic                   Unicode 7.4
    { 0x048A, 0x04C0, glyph::even_upper }, // Cyrillic: Kazakh, Tatar              Unicode 7.4
    { 0x04C1, 0x04CE, glyph::odd_upper  }, // Cyrillic                             Unicode 7.4
    { 0x04CF, 0x04CF, glyph::lower      }, // SMALL PALOCHKA                       Unicode 7.4
    { 0x04D0, 0x052F, glyph::even_upper }, // Cyrillic: Azerbaijani schwa          Unicode 7.4
    { 0x0531, 0x0556, glyph::upper      }, // Armenian                             Unicode 7.6
    { 0x055C, 0x055C, glyph::exclaim    }, // ARMENIAN EXCLAMATION MARK            Unicode 7.6
    { 0x055D, 0x055D, glyph::comma      }, // ARMENIAN COMMA                       Unicode 7.6
    { 0x055E, 0x055E, glyph::question   }, // ARMENIAN QUESTION MARK               Unicode 7.6
    { 0x0561, 0x0587, glyph::lower      }, // Armenian                             Unicode 7.6
    { 0x0589, 0x0589, glyph::stop       }, // ARMENIAN FULL STOP                   Unicode 7.6
    { 0x0591, 0x05BD, glyph::nothing    }, // Hebrew accents and points            Unicode 9.1
    { 0x05BE, 0x05BE, glyph::dash       }, // MAQAF                                Unicode 9.1
    { 0x0600, 0x060B, glyph::other      }, // Arabic signs                         Unicode 9.2
    { 0x060C, 0x060C, glyph::comma      }, // ARABIC COMMA                         Unicode 9.2
    { 0x060D, 0x061A, glyph::other      }, // Arabic signs                         Unicode 9.2
    { 0x061B, 0x061B, glyph::comma      }, // ARABIC SEMICOLON                     Unicode 9.2
    { 0x061C, 0x061C, glyph::nothing    }, // ARABIC LETTER MARK                   UAX 9
    { 0x061F, 0x061F, glyph::question   }, // ARABIC QUESTION MARK                 Unicode 9.2
    { 0x064B, 0x065F, glyph::nothing    }, // Arabic vowels                        Unicode 9.2
    { 0x0660, 0x0669, glyph::digit      }, // ARABIC-INDIC DIGITS                  Unicode 9.2
    { 0x06D4, 0x06D4, glyph::stop       }, // ARABIC FULL STOP: Urdu               Unicode 9.2
    { 0x06F0, 0x06F9, glyph::digit      }, // EXTENDED ARABIC-INDIC DIGITS         Unicode 9.2
    { 0x0964, 0x0965, glyph::stop       }, // DANDA, DOUBLE DANDA                  Unicode 12.1
    { 0x0966, 0x096F, glyph::digit      }, // DEVANAGARI DIGITS                    Unicode 12.1
    { 0x104A, 0x104B, glyph::stop       }, // MYANMAR SIGNS LITTLE SECTION, SECTION Unicode 16.3
    { 0x1362, 0x1362, glyph::stop       }, // ETHIOPIC FULL STOP                   Unicode 19.1
    { 0x17D4, 0x17D5, glyph::stop       }, // KHMER SIGNS KHAN, BARIYOOSAN         Unicode 16.4
    { 0x1E00, 0x1EF9, glyph::even_upper }, // Latin Extended Additional: Vietnamese Unicode 7.1
    { 0x2000, 0x200A, glyph::blank      }, // EN QUAD to HAIR SPACE                Unicode 6.2
    { 0x200B, 0x200F, glyph::nothing    }, // zero width, direction marks          Unicode 23.2
    { 0x2010, 0x2015, glyph::dash       }, // hyphens and dashes                   Unicode 6.2
    { 0x2018, 0x201F, glyph::quote      }, // quotation marks                      Unicode 6.2
    { 0x2020, 0x2025, glyph::other      }, // daggers, BULLET, leaders             Unicode 6.2
    { 0x2026, 0x2026, glyph::ellipsis   }, // HORIZONTAL ELLIPSIS                  Unicode 6.2
    { 0x202A, 0x202E, glyph::nothing    }, // directional embeddings, overrides    UAX 9
    { 0x202F, 0x202F, glyph::blank      }, // NARROW NO-BREAK SPACE: fr, before !  Unicode 6.2
    { 0x2030, 0x2038, glyph::other      }, // per mille, primes                    Unicode 6.2
    { 0x2039, 0x203A, glyph::quote      }, // SINGLE GUILLEMETS                    Unicode 6.2
    { 0x203C, 0x203D, glyph::exclaim    }, // DOUBLE EXCLAMATION MARK, INTERROBANG Unicode 6.2
    { 0x203E, 0x2046, glyph::other      }, // overline to brackets with quill      Unicode 6.2
    { 0x2047, 0x2049, glyph::question   }, // doubled question and exclamation     Unicode 6.2
    { 0x204A, 0x205E, glyph::other      }, // general punctuation                  Unicode 6.2
    { 0x2060, 0x206F, glyph::nothing    }, // word joiner, isolates                Unicode 23.2
    { 0x2070, 0x20CF, glyph::other      }, // superscripts, currency               Unicode 22
    { 0x20D0, 0x20F0, glyph::nothing    }, // combining marks for symbols          Unicode 7.9
    { 0x20F1, 0x218F, glyph::other      }, // letterlike symbols, number forms     Unicode 22
    { 0x2190, 0x21FF, glyph::arrow      }, // arrows                               Unicode 22.4
    { 0x2200, 0x25B5, glyph::other      }, // mathematics, box drawing, shapes     Unicode 22
    { 0x25B6, 0x25BA, glyph::arrow      }, // triangles pointing right             Unicode 22.8
    { 0x25BB, 0x2BFF, glyph::other      }, // shapes, dingbats, Braille            Unicode 22
    { 0x2E00, 0x2FFF, glyph::other      }, // supplemental punctuation, radicals   Unicode 6.2
    { 0x3000, 0x3000, glyph::blank      }, // IDEOGRAPHIC SPACE                    Unicode 6.2
    { 0x3001, 0x3001, glyph::other      }, // IDEOGRAPHIC COMMA: headlines have it  Unicode 6.2
    { 0x3002, 0x3002, glyph::stop       }, // IDEOGRAPHIC FULL STOP                Unicode 6.2
    { 0x3003, 0x3004, glyph::other      }, // DITTO MARK, JIS SYMBOL               Unicode 6.2
    { 0x3008, 0x300F, glyph::quote      }, // CORNER and ANGLE BRACKETS            Unicode 6.2
    { 0x3010, 0x3010, glyph::bracket    }, // LEFT LENTICULAR BRACKET              Unicode 6.2
    { 0x3011, 0x3011, glyph::unbracket  }, // RIGHT LENTICULAR BRACKET             Unicode 6.2
    { 0x3012, 0x3020, glyph::other      }, // CJK brackets and signs               Unicode 6.2
    { 0x30FB, 0x30FB, glyph::other      }, // KATAKANA MIDDLE DOT                  Unicode 18.4
    { 0xD800, 0xF8FF, glyph::other      }, // surrogates, private use              Unicode 23
    { 0xF900, 0xFDFF, glyph::letter     }, // compatibility ideographs, Arabic forms Unicode 9.2, 18
    { 0xFE00, 0xFE0F, glyph::nothing    }, // variation selectors                  Unicode 23.4
    { 0xFE10, 0xFE6F, glyph::other      }, // vertical, compatibility, small forms Unicode 6.2
    { 0xFEFF, 0xFEFF, glyph::nothing    }, // ZERO WIDTH NO-BREAK SPACE            Unicode 23.8
    { 0xFF61, 0xFF61, glyph::stop       }, // HALFWIDTH IDEOGRAPHIC FULL STOP      Unicode 6.2
    { 0xFF62, 0xFF65, glyph::other      }, // halfwidth punctuation                Unicode 6.2
};
constexpr size_t glyph_range_count = sizeof(glyph_ranges) / sizeof(glyph_ranges[0]);

// The same in three bytes a range: five bits say what it is, three how many code points it has
// after its first one; 7: all up to the next range. Behind a longer one that does not reach so
// far stands a range of letters.
constexpr uint8_t packed_more = 5;  // bits
constexpr uint8_t packed_all = 7;
constexpr size_t count_packed_ranges() noexcept {
    size_t count = glyph_range_count;
    for (size_t i = 0; i + 1 < glyph_range_count; ++i) {
        const glyph_range& range = glyph_ranges[i];
        if (range.last - range.first >= packed_all && range.last + 1 != glyph_ranges[i + 1].first) ++count;
    }
    return count;
}
constexpr size_t packed_count = count_packed_ranges();
struct packed_ranges {
    uint16_t first[packed_count];
    uint8_t is[packed_count];
};
constexpr packed_ranges pack_glyph_ranges() noexcept {
    packed_ranges made{};
    size_t count = 0;
    for (size_t i = 0; i < glyph_range_count; ++i) {
        const glyph_range& range = glyph_ranges[i];
        const int more = range.last - range.first;
        const bool is_long = more >= packed_all;
        made.first[count] = range.first;
        made.is[count++] = static_cast<uint8_t>(static_cast<int>(range.is) |
                                                (is_long ? packed_all : more) << packed_more);
        if (!is_long || range.last + 1 == glyph_ranges[i + 1].first) continue;  // (the last is short)
        made.first[count] = static_cast<uint16_t>(range.last + 1);
        made.is[count++] = static_cast<uint8_t>(static_cast<int>(glyph::letter) | packed_all << packed_more);
    }
    return made;
}
constexpr packed_ranges packed_glyphs = pack_glyph_ranges();

struct letter_range {
    uint16_t first, last;
};

constexpr letter_range wide_ranges[] = {
    { 0x1100, 0x115F }, // Hangul initial consonants                       EastAsianWidth, W
    { 0x2E80, 0x303E }, // radicals, CJK punctuation, ideographic space    EastAsianWidth, W, F
    { 0x3041, 0xA4CF }, // kana, bopomofo, ideographs, Yi                  EastAsianWidth, W
    { 0xA960, 0xA97F }, // Hangul initial consonants, extended             EastAsianWidth, W
    { 0xAC00, 0xD7A3 }, // Hangul syllables                                EastAsianWidth, W
    { 0xF900, 0xFAFF }, // compatibility ideographs                        EastAsianWidth, W
    { 0xFE30, 0xFE6F }, // compatibility and small forms                   EastAsianWidth, W
};

constexpr letter_range bullet_ranges[] = {
    { 0x00B7, 0x00B7 }, // MIDDLE DOT                                      Unicode 6.2
    { 0x2022, 0x2023 }, // BULLET, TRIANGULAR BULLET                       Unicode 6.2
    { 0x2043, 0x2043 }, // HYPHEN BULLET                                   Unicode 6.2
    { 0x25A0, 0x25A1 }, // BLACK, WHITE SQUARE                             Unicode 22.8
    { 0x25AA, 0x25AB }, // BLACK, WHITE SMALL SQUARE                       Unicode 22.8
    { 0x25B6, 0x25B8 }, // triangles pointing right                        Unicode 22.8
    { 0x25BA, 0x25BA }, // BLACK RIGHT-POINTING POINTER                    Unicode 22.8
    { 0x25CB, 0x25CB }, // WHITE CIRCLE                                    Unicode 22.8
    { 0x25CF, 0x25CF }, // BLACK CIRCLE                                    Unicode 22.8
    { 0x25E6, 0x25E6 }, // WHITE BULLET                                    Unicode 22.8
    { 0x2713, 0x2714 }, // CHECK MARKS                                     Unicode 22.9
    { 0x27A4, 0x27A4 }, // BLACK RIGHTWARDS ARROWHEAD                      Unicode 22.9
};
// clang-format on

struct ascii_sign {
    char sign;
    glyph is;
};
// clang-format off
constexpr ascii_sign ascii_signs[] = {
    { '.', glyph::stop     }, { '?', glyph::question }, { '!', glyph::exclaim   },
    { ':', glyph::colon    }, { ',', glyph::comma    }, { ';', glyph::comma     },
    { '"', glyph::quote    }, { '\'', glyph::quote   }, { '(', glyph::bracket   },
    { '[', glyph::bracket  }, { ')', glyph::unbracket }, { ']', glyph::unbracket },
    { '-', glyph::dash     }, { '>', glyph::arrow    }, { '|', glyph::arrow     },
    { '@', glyph::at       }, { '/', glyph::slash    },
};
// clang-format on

// What each byte of ASCII is and means, in one table: 5 bits of glyph, 3 of meaning.
struct ascii_table {
    uint8_t of[128];
};
constexpr uint8_t glyph_bits = 0x1F;
constexpr uint8_t meaning_shift = 5;
constexpr ascii_table make_ascii_table() noexcept {
    ascii_table table{};
    for (uint8_t i = 0; i < 128; ++i) {
        const glyph is = i >= 'a' && i <= 'z'   ? glyph::lower
                         : i >= 'A' && i <= 'Z' ? glyph::upper
                         : i >= '0' && i <= '9' ? glyph::digit
                         : i <= ' '             ? glyph::blank
                                                : glyph::other;
        table.of[i] = static_cast<uint8_t>(is);
    }
    for (const ascii_sign& sign : ascii_signs)
        table.of[static_cast<uint8_t>(sign.sign)] = static_cast<uint8_t>(sign.is);
    for (const byte_range& range : byte_ranges) {
        const unsigned means = static_cast<unsigned>(range.is) << meaning_shift;
        for (unsigned i = range.first; i <= range.last; ++i)
            table.of[i] = static_cast<uint8_t>(table.of[i] | means);
    }
    return table;
}
constexpr ascii_table ascii = make_ascii_table();

constexpr glyph glyph_of_ascii(uint32_t one) noexcept {
    return static_cast<glyph>(ascii.of[one] & glyph_bits);
}

constexpr meaning meaning_in_table(uint8_t one) noexcept {
    return one < 0x80 ? static_cast<meaning>(ascii.of[one] >> meaning_shift)
                      : meaning::beyond_ascii;
}

// 0xC2 begins U+0085, 0xE2 begins U+2028 and U+2029.
constexpr bool begins_line_end(uint8_t one) noexcept {
    return one == '\n' || one == '\r' || one == 0xC2 || one == 0xE2;
}

// The same for all bytes. One look-up there saves 2 % of all instructions.
constexpr uint8_t may_end_line = 0x80;
struct byte_table {
    uint8_t of[256];
};
constexpr byte_table make_byte_table() noexcept {
    byte_table table{};
    for (unsigned i = 0; !is_flash_short && i < 256; ++i) {
        const uint8_t one = static_cast<uint8_t>(i);
        const unsigned means = one < 0x80 ? unsigned{ascii.of[one]} >> meaning_shift
                                          : static_cast<unsigned>(meaning::beyond_ascii);
        table.of[i] = static_cast<uint8_t>(begins_line_end(one) ? means | may_end_line : means);
    }
    return table;
}
constexpr byte_table meanings = make_byte_table();

// What a byte means.
constexpr meaning meaning_of_byte(uint8_t one) noexcept {
    if (is_flash_short) return meaning_in_table(one);
    return static_cast<meaning>(meanings.of[one] & ~unsigned{may_end_line});
}

// May a byte begin a line end, or, for other bits, does it mean anything?
template <uint8_t Bits> constexpr bool has(char one) noexcept {
    const uint8_t byte = static_cast<uint8_t>(one);
    if (!is_flash_short) return (meanings.of[byte] & Bits) != 0;
    if (Bits == may_end_line) return begins_line_end(byte);
    return meaning_in_table(byte) != meaning::plain;
}

// What the code point is.
//   Cost: one look-up for ASCII, else seven comparisons.
constexpr glyph glyph_of(code_point point) noexcept {
    if (point < 0x80) return glyph_of_ascii(point);
    if (point > 0xFFFF) {
        if (point >= 0xE0000 && point < 0xE1000) return glyph::nothing;  // tags, selectors
        return point >= 0x1F000 && point < 0x20000 ? glyph::other : glyph::letter;  // emoji
    }
    if (point - 0x2018 < 8) return glyph::quote;  // the commonest of them
    if (point >= 0xFF01 && point <= 0xFF5E) return glyph_of_ascii(point - 0xFEE0);  // fullwidth
    size_t first = 0;
    size_t last = packed_count;  // the range is at `first` or later, and before `last`
    while (last - first > 1) {
        const size_t middle = (first + last) / 2;
        if (packed_glyphs.first[middle] <= point)
            first = middle;
        else
            last = middle;
    }
    const unsigned found = packed_glyphs.is[first];
    const unsigned more = found >> packed_more;
    if (more != packed_all && point - packed_glyphs.first[first] > more) return glyph::letter;
    const auto is = static_cast<glyph>(found & glyph_bits);
    if (is < glyph::even_upper) return is;
    return ((point & 1) != 0) == (is == glyph::odd_upper) ? glyph::upper : glyph::lower;
}

constexpr bool is_upper(code_point point) noexcept { return glyph_of(point) == glyph::upper; }
constexpr bool is_lower(code_point point) noexcept { return glyph_of(point) == glyph::lower; }
constexpr bool is_letter(code_point point) noexcept { return glyph_of(point) <= glyph::letter; }
constexpr bool is_digit(code_point point) noexcept { return glyph_of(point) == glyph::digit; }

// Blank space inside a line: tab and space, and those beyond ASCII.
constexpr bool is_space(code_point point) noexcept {
    if (point < 0xA0) return point == ' ' || point == '\t';
    return glyph_of(point) == glyph::blank;
}

// Is it looked through by every test of words and marks?
constexpr bool is_transparent(code_point point) noexcept {
    return point >= 0xAD && glyph_of(point) == glyph::nothing;
}

// A full stop, an ellipsis, a question or exclamation mark of any script.
constexpr bool is_sentence_end(glyph is) noexcept {
    return is >= glyph::stop && is <= glyph::exclaim;
}

// May a sentence end with it? A closing mark or bracket may stand behind.
constexpr bool ends_sentence(code_point point) noexcept { return is_sentence_end(glyph_of(point)); }

constexpr bool is_in(const letter_range* ranges, size_t size, code_point point) noexcept {
    for (size_t i = 0; i < size; ++i)
        if (point >= ranges[i].first && point <= ranges[i].last) return true;
    return false;
}

// Is it two columns wide: East Asian Width W or F (UAX 11), emoji among them?
constexpr bool is_wide(code_point point) noexcept {
    if (point < 0x1100) return false;
    return is_in(wide_ranges, sizeof(wide_ranges) / sizeof(letter_range), point) ||
           (point >= 0x1F300 && point <= 0x1FAFF) || (point >= 0x20000 && point <= 0x3FFFD);
}

// The signs that lists are set with, beyond "-", "*" and "+".
constexpr bool is_bullet(code_point point) noexcept {
    return point >= 0xB7 && point <= 0x27A4 &&
           is_in(bullet_ranges, sizeof(bullet_ranges) / sizeof(letter_range), point);
}

// How many columns a screen of fixed width gives it: 0, 1 or 2.
constexpr uint8_t columns_of(code_point point) noexcept {
    if (point < 0xAD) return 1;
    if (is_transparent(point)) return 0;
    return is_wide(point) ? uint8_t{2} : uint8_t{1};
}

}  // namespace detail
}  // namespace stet

#endif  // STET_LETTERS_HPP
