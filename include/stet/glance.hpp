// SPDX-License-Identifier: MIT
#ifndef STET_GLANCE_HPP
#define STET_GLANCE_HPP
#include "measure.hpp"

// glance.hpp: what is worth knowing of the line behind a block, which is less than of the block.

namespace stet {
namespace detail {

// Glances at a line. After `enough` columns it is a long one, and the rest does not matter.
class line_glance {
public:
    static constexpr uint8_t enough = 60;

    constexpr explicit line_glance(const view& line) noexcept {
        size_t i = 0;
        while (i < line.size && columns <= enough) {
            const uint8_t one = static_cast<uint8_t>(line[i]);
            // (Most of all bytes.)
            if (!is_flash_short && before_ == glyph::blank && is_ascii_letter(one)) {
                const size_t left = enough + 1u - columns;
                i += plain_words(line.data + i, lesser(line.size - i, left));
                continue;
            }
            if (one < 0x80) {
                take(one, glyph_of_ascii(one), false);
                ++i;
                continue;
            }
            const decoded at = decode(line.data + i, line.size - i);
            if (at.size == 0) break;
            i += at.size;
            if (at.form == decoded::well) take(at.point, glyph_of(at.point), is_wide(at.point));
        }
        if (in_word_) end_word();
        if (before_ == glyph::blank && columns != 0) --columns;
        words = static_cast<uint8_t>(words + ((wide_ * 85u) >> 8));
    }

    uint8_t columns = 0;
    uint8_t words = 0;  // what stands between blanks; three CJK letters are one
    uint8_t digits = 0;
    uint16_t number = 0;  // that the line begins with: its first three digits
    glyph first = glyph::nothing;
    glyph last = glyph::nothing;  // closing marks and brackets looked through
    word_is starts = word_is::plain;
    word_marks marks;

private:
    constexpr void take(code_point point, glyph is, bool wide) noexcept {
        if (is == glyph::nothing || (is == glyph::blank && before_ == glyph::blank)) return;
        columns = static_cast<uint8_t>(columns + (wide ? 2 : 1));
        take_letters(point, is, wide && point < 0xAC00);
        if (is != glyph::blank) {
            if (before_ == glyph::blank) ++words;
            if (wide && is <= glyph::digit) ++wide_;
            if (last == glyph::nothing) first = is;
            if (is == glyph::digit) ++digits;
            if (last == glyph::nothing || (is != glyph::quote && is != glyph::unbracket)) last = is;
        }
        before_ = is;
    }

    // Takes words of ASCII letters with a blank behind each, and the letters of one without: what
    // take() does, without its questions.
    //   Requires: a letter, behind a blank or at the line's begin.
    //   Gives:    how many bytes it took.
    constexpr size_t plain_words(const char* at, size_t size) noexcept {
        size_t i = 0;
        do {
            const ascii_word one(at + i, size - i);
            if (one.size == 0) break;
            if (last == glyph::nothing) first = one.first;
            last = before_ = one.last;
            word_ = one.hash;
            letters_ = static_cast<uint8_t>(one.size);
            in_word_ = true;
            ++words;
            i += one.size;
            if (!one.ends) break;
            end_word();
            before_ = glyph::blank;
            ++i;
        } while (i < size);
        columns = static_cast<uint8_t>(columns + i);
        return i;
    }

    // Words, and the number before them. An ideograph is a word.
    constexpr void take_letters(code_point point, glyph is, bool alone) noexcept {
        const bool letter = is <= glyph::letter;
        if (in_word_ && (!letter || alone)) end_word();
        if (letter) {
            if (!in_word_) {
                word_ = hash_start;
                letters_ = 0;
            }
            in_word_ = true;
            word_ = hashed(word_, folded(point));
            ++letters_;
            if (alone) end_word();
        } else if (is == glyph::digit && words <= 1 && digits < 3 && words_seen_ == 0) {
            number = static_cast<uint16_t>(number * 10u + (point & 15u));
        }
    }

    constexpr void end_word() noexcept {
        in_word_ = false;
        marks.add(word_, letters_ > 3);
        if (words_seen_ == 2) return;
        const word_is is = look_up(words_seen_ == 0 ? word_ : phrase_hash(first_, word_));
        if (words_seen_ == 0 || is != word_is::plain) starts = is;
        first_ = word_;
        ++words_seen_;
    }

    uint8_t words_seen_ = 0;  // stops at 2
    uint8_t letters_ = 0;     // of the word
    uint8_t wide_ = 0;        // letters of two columns
    glyph before_ = glyph::blank;
    bool in_word_ = false;
    uint32_t word_ = hash_start;  // of the word: a run of letters
    uint32_t first_ = 0;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_GLANCE_HPP
