// SPDX-License-Identifier: MIT
// letters.hpp: what code points are.
#include "catch.hpp"
#include "harness.hpp"

namespace {

using namespace stet::detail;
using stet::code_point;

static constexpr glyph sign_of_ascii(char one) {
    if (one >= 'a' && one <= 'z') return glyph::lower;
    if (one >= 'A' && one <= 'Z') return glyph::upper;
    if (one >= '0' && one <= '9') return glyph::digit;
    if (one <= ' ') return glyph::blank;  // controls, too
    switch (one) {
        case '"': case '\'': return glyph::quote;
        case '(': case '[': return glyph::bracket;
        case ')': case ']': return glyph::unbracket;
        case ',': case ';': return glyph::comma;
        case '>': case '|': return glyph::arrow;
        case '-': return glyph::dash;
        case '.': return glyph::stop;
        case '?': return glyph::question;
        case '!': return glyph::exclaim;
        case ':': return glyph::colon;
        case '@': return glyph::at;
        case '/': return glyph::slash;
        default: return glyph::other;
    }
}
static constexpr bool every_ascii() {
    for (char one = 0; one < 0x7F; ++one)
        if (glyph_of(static_cast<uint8_t>(one)) != sign_of_ascii(one)) return false;
    return glyph_of(0x7F) == glyph::other;
}
static_assert(every_ascii());
static_assert(is_upper('A') && is_lower('z') && !is_upper('a') && !is_lower('1'));
static_assert(is_upper(0x00C9) && is_lower(0x00E9), "E, e with acute");
static_assert(is_lower(0x00DF) && !is_letter(0x00D7) && !is_letter(0x00F7), "sharp s; signs");
static_assert(is_upper(0x0141) && is_lower(0x0142), "L, l with stroke: the odd ones are capitals");
static_assert(is_upper(0x0160) && is_lower(0x0161), "S, s with caron: the even ones");
static_assert(is_upper(0x0178) && is_lower(0x017E) && is_upper(0x017D), "Y diaeresis, z caron");
static_assert(is_upper(0x018F) && is_lower(0x0259), "the schwa of Azerbaijani");
static_assert(is_upper(0x0410) && is_lower(0x0430) && is_lower(0x0451) && is_upper(0x0401));
static_assert(is_upper(0x0391) && is_lower(0x03C9) && is_upper(0x0386) && is_lower(0x03AC));
static_assert(is_upper(0x0531) && is_lower(0x0561), "Armenian");
static_assert(is_upper(0x1EA0) && is_lower(0x1EA1), "Vietnamese");
static_assert(is_upper(0xFF21) && is_lower(0xFF41) && is_digit(0xFF10), "fullwidth forms");

static_assert(is_letter(0x4E2D) && is_letter(0xAC00) && is_letter(0x0627) && is_letter(0x0915));
static_assert(!is_upper(0x4E2D) && !is_lower(0x4E2D), "no case");
static_assert(is_letter(0x00AA) && is_letter(0x10400) && is_letter(0x20000));
static_assert(!is_letter(0x1F600) && !is_letter(0x2022) && !is_letter(0xE000) &&
              !is_letter(0x3002));

static_assert(is_digit('0') && is_digit(0x0660) && is_digit(0x06F9) && is_digit(0x096F));

static_assert(is_space(' ') && is_space('\t') && is_space(0xA0) && is_space(0x202F));
static_assert(is_space(0x2000) && is_space(0x200A) && is_space(0x3000));
static_assert(!is_space('\n') && !is_space('\r') && !is_space(0x85), "line ends are no blanks");
static_assert(!is_space(0x200B) && is_transparent(0x200B), "no width is no blank");
static_assert(is_transparent(0xAD) && is_transparent(0xFEFF) && is_transparent(0xFE0F));
static_assert(is_transparent(0x0301) && is_transparent(0x064B) && is_transparent(0xE0100));
static_assert(!is_transparent('a') && !is_transparent(0xE9) && !is_transparent(' '));

static_assert(ends_sentence('.') && ends_sentence('!') && ends_sentence('?'));
static_assert(ends_sentence(0x2026) && ends_sentence(0x3002) && ends_sentence(0xFF01) &&
              ends_sentence(0xFF1F) && ends_sentence(0xFF0E) && ends_sentence(0xFF61));
static_assert(ends_sentence(0x061F) && ends_sentence(0x06D4) && ends_sentence(0x0964) &&
              ends_sentence(0x0589) && ends_sentence(0x055E) && ends_sentence(0x104B) &&
              ends_sentence(0x1362) && ends_sentence(0x17D4));
static_assert(!ends_sentence(',') && !ends_sentence(':') && !ends_sentence(0xBF) &&
              !ends_sentence(0));

static_assert(columns_of('a') == 1 && columns_of(0x4E2D) == 2 && columns_of(0xAC00) == 2);
static_assert(columns_of(0x0301) == 0 && columns_of(0xAD) == 0 && columns_of(0x1F600) == 2);
static_assert(columns_of(0x10FF) == 1 && columns_of(0x1100) == 2 && columns_of(0x115F) == 2 && columns_of(0x1160) == 1);
static_assert(columns_of(0x0416) == 1 && columns_of(0xFF71) == 1 && columns_of(0x3000) == 2);

static_assert(is_bullet(0x2022) && is_bullet(0xB7) && is_bullet(0x25AA) && !is_bullet('-'));
static_assert(!is_bullet(0x2014), "a dash opens dialogue");

}  // namespace

TEST_CASE("the ranges of code points rise and do not overlap") {
    for (size_t i = 0; i < glyph_range_count; ++i) {
        CAPTURE(i);
        CHECK(glyph_ranges[i].first <= glyph_ranges[i].last);
        if (i != 0) CHECK(glyph_ranges[i].first > glyph_ranges[i - 1].last);
    }
}

TEST_CASE("the packed table says what the readable one says") {
    for (size_t i = 0; i < glyph_range_count; ++i) {
        const glyph_range& range = glyph_ranges[i];
        for (uint32_t point = range.first; point <= range.last; ++point) {
            glyph wanted = range.is;
            const bool odd = (point & 1) != 0;
            if (wanted == glyph::even_upper) wanted = odd ? glyph::lower : glyph::upper;
            if (wanted == glyph::odd_upper) wanted = odd ? glyph::upper : glyph::lower;
            if (glyph_of(point) != wanted) {
                CAPTURE(point);
                CHECK(glyph_of(point) == wanted);
            }
        }
    }
}

TEST_CASE("what stands between the ranges are letters") {
    for (size_t i = 1; i < glyph_range_count; ++i) {
        for (uint32_t point = glyph_ranges[i - 1].last + 1u; point < glyph_ranges[i].first;
             ++point) {
            if (point >= 0xFF01 && point <= 0xFF5E) continue;
            if (glyph_of(point) != glyph::letter) {
                CAPTURE(point);
                CHECK(glyph_of(point) == glyph::letter);
            }
        }
    }
}

TEST_CASE("every code point has one meaning, and a width that suits it") {
    for (uint32_t point = 0; point <= 0x10FFFF; ++point) {
        const int senses = is_upper(point) + is_lower(point) + is_digit(point) +
                             (glyph_of(point) == glyph::blank) + is_transparent(point) +
                             ends_sentence(point);
        const bool good = senses <= 1 && (!is_transparent(point) || columns_of(point) == 0) &&
                          (!is_upper(point) || is_letter(point)) &&
                          glyph_of(point) <= glyph::nothing;
        if (!good) {
            CAPTURE(point);
            CHECK(good);
        }
    }
}

// (What is made when compiling is made once more, so that a fault in the making is seen at run time, too.)
TEST_CASE("the tables of letters are those that are made of the readable ones") {
    CHECK(count_packed_ranges() == packed_count);
    const auto made = harness::at_run_time(pack_glyph_ranges);
    for (size_t i = 0; i < packed_count; ++i)
        CHECK((made.first[i] == packed_glyphs.first[i] && made.is[i] == packed_glyphs.is[i]));
    auto signs_of_ascii = harness::at_run_time(make_ascii_table);
    for (size_t i = 0; i < 128; ++i) CHECK(signs_of_ascii.of[i] == ascii.of[i]);
    auto bytes = harness::at_run_time(make_byte_table);
    for (size_t i = 0; i < 256; ++i) CHECK(bytes.of[i] == meanings.of[i]);
}

TEST_CASE("what a byte means, and whether it may begin a line end, where flash is short and where it is not") {
    for (unsigned i = 0; i < 256; ++i) {
        const uint8_t one = static_cast<uint8_t>(i);
        const bool begins = i == 0x0A || i == 0x0D || i == 0xC2 || i == 0xE2;
        CHECK(meaning_in_table(one) == meaning_of_byte(one));
        CHECK(begins_line_end(one) == begins);
        CHECK(has<may_end_line>(static_cast<char>(one)) == begins);
        CHECK(has<0xFF>(static_cast<char>(one)) == ((i < ' ' && i != '\t') || i == '"' || i == '\'' || i >= 0x7F));
    }
}

TEST_CASE("the first consonants of Hangul are wide, what stands before and behind them is not") {
    for (uint32_t point = 0x10F0; point < 0x1170; ++point) CHECK(is_wide(point) == (point >= 0x1100 && point <= 0x115F));
}

TEST_CASE("beyond 16 bits emoji and ideographs are wide, all else is not") {
    for (uint32_t point = 0x10000; point <= 0x10FFFF; ++point) {
        const bool wide = (point >= 0x1F300 && point <= 0x1FAFF) || (point >= 0x20000 && point <= 0x3FFFD);
        if (is_wide(point) != wide) {
            CAPTURE(point);
            CHECK(is_wide(point) == wide);
        }
    }
}

TEST_CASE("beyond 16 bits are letters, pictures and tags, and no more") {
    const struct { code_point first, last; glyph is; } parts[] = {
        {0x10000, 0x1EFFF, glyph::letter},   // scripts
        {0x1F000, 0x1FFFF, glyph::other},    // Mahjong tiles to symbols: Emoji
        {0x20000, 0xDFFFF, glyph::letter},   // ideographs
        {0xE0000, 0xE0FFF, glyph::nothing},  // Default_Ignorable_Code_Point
        {0xE1000, 0x10FFFF, glyph::letter},
    };
    for (const auto& part : parts)
        for (code_point point = part.first; point <= part.last; ++point)
            if (glyph_of(point) != part.is) FAIL(point);
}

TEST_CASE("fullwidth forms are what their forms in ASCII are, and their neighbours are none") {
    for (code_point one = '!'; one <= '~'; ++one) CHECK(glyph_of(0xFF01 + (one - '!')) == glyph_of(one));
    CHECK((glyph_of(0xFF5D) == glyph::other && glyph_of(0xFF5E) == glyph::other));
    CHECK((glyph_of(0xFF00) == glyph::letter && glyph_of(0xFF5F) == glyph::letter));
}

TEST_CASE("these are bullets, and no others") {
    const std::vector<code_point> bullets = {0xB7, 0x2022, 0x2023, 0x2043, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6,
                                             0x25B7, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x2713, 0x2714, 0x27A4};
    for (code_point point = 0; point <= 0x10FFFF; ++point)
        if (is_bullet(point) != std::binary_search(bullets.begin(), bullets.end(), point)) FAIL(point);
}
