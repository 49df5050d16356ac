// SPDX-License-Identifier: MIT
#ifndef STET_DATELINE_HPP
#define STET_DATELINE_HPP
#include "quote.hpp"

// dateline.hpp: where a report was written, at the start of its first paragraph, as the wire
// agencies set it (AP Stylebook, "datelines"; Reuters Handbook, "datelines"):
//
//     BAKU, Azerbaijan (AP) --      LONDON, June 3 (Reuters) -      Berlin (dpa) --
//
//  1. It is made of words, figures, commas, full stops, slashes, apostrophes and at most one
//     pair of brackets; at most ten words, and at most two of them outside of the brackets
//     begin in lower case ("12 de marzo").
//     It begins with a word or a comma, the bracket stands behind a word, nothing in it is told as
//     a note, and it has no more than 96 bytes, nor than Limits::heading.
//  2. It ends with a dash, two hyphens or a low line that a blank follows, a single hyphen or
//     low line also having a blank or a closing bracket before it. The blank is not of it, and
//     within Limits::heading bytes of the paragraph, its marker among them, something stands
//     behind it, which blanks, a line end and half a code point are not. Any other dash, hyphen or
//     low line inside of a word or at its end is a part of it ("CLERMONT-FERRAND"); elsewhere
//     there is none.
//  3. Its first word is in capitals, two at least, or a bracket closes right before the dash.

namespace stet {
namespace detail {

constexpr size_t dateline_most = 96;  // bytes
constexpr uint8_t dateline_words = 10;

class dateline_words_seen {
public:
    // Nothing is taken yet of `size` bytes.
    constexpr explicit dateline_words_seen(size_t size) noexcept : first_in_capitals_(size != 0) {}

    // Takes one code point that is no dash. False: this cannot be a dateline.
    constexpr bool take(code_point point) noexcept {
        const meaning is = meaning_of_point(point);
        if (is == meaning::bidi || is == meaning::line_end) return false;
        if (is_transparent(point)) return true;
        if (is_letter(point) || is_digit(point)) return letter(point);
        if (point == '\'' || point == 0x2019) return in_word_;
        in_word_ = false;
        if (point == ' ' || point == '\t' || point == 0xA0) return true;
        if (point == '(') {
            if (in_bracket_ || bracketed_ || words_ == 0) return false;
            in_bracket_ = true;
            return true;
        }
        if (point == ')') {
            bracketed_ = in_bracket_;
            closed_last_ = in_bracket_;
            in_bracket_ = false;
            return bracketed_;
        }
        closed_last_ = false;
        return point == ',' || (words_ != 0 && (point == '.' || point == '/'));
    }
    constexpr bool may_end() const noexcept {
        return !in_bracket_ && (closed_last_ || (first_in_capitals_ && first_letters_ >= 2));
    }
    constexpr bool in_word() const noexcept { return in_word_; }

private:
    constexpr bool letter(code_point point) noexcept {
        if (!in_word_) {
            in_word_ = true;
            ++words_;
            if (is_lower(point) && !in_bracket_) ++small_words_;
        }
        if (words_ == 1 && is_letter(point)) {
            if (!is_upper(point)) first_in_capitals_ = false;
            if (first_letters_ < 2) ++first_letters_;
        }
        closed_last_ = false;
        return words_ <= dateline_words && small_words_ <= 2;
    }

    uint8_t words_ = 0;
    uint8_t small_words_ = 0;
    uint8_t first_letters_ = 0;  // stops at 2
    bool first_in_capitals_;
    bool in_word_ = false;
    bool in_bracket_ = false;
    bool bracketed_ = false;    // a bracket has closed
    bool closed_last_ = false;  // and nothing but blanks came after it
};

// May one of these bytes begin a dash? (Most paragraphs have none so early.)
constexpr bool has_dash(const char* at, size_t size) noexcept {
    for (size_t i = 0; i < size; ++i)
        if (at[i] == '-' || at[i] == '_' || at[i] == '\xE2') return true;
    return false;
}

// Is there more than blanks and a line end from `after` on?
constexpr bool goes_on(const view& text, size_t after) noexcept {
    size_t size = trimmed(text.data, text.size);
    while (size > after) {
        const size_t last = begin_of_last(text.data, size);
        if (last_line_end_size(text.data + last, size - last) == 0) return true;
        size = trimmed(text.data, last);
    }
    return false;
}

// The length of the dateline at the front of a paragraph, its dash included; 0 if none.
//   Requires: the words of the paragraph's first Limits::heading bytes, and no half code point
//         where it is longer.
//   Cost: reads at most dateline_most bytes, once; where one may begin a dash, twice; where a
//         dateline ends, the blanks at the text's end as well.
template <class Limits> constexpr size_t dateline_size(const view& text) noexcept {
    const size_t most = lesser(text.size, dateline_most);
    if (!is_flash_short) {
        Limits::steps(most);
        if (!has_dash(text.data, most)) return 0;
    }
    dateline_words_seen words(most);
    size_t i = 0;
    while (i < most) {
        const decoded at = decode(text.data + i, most - i);
        if (at.form != decoded::well) break;
        size_t after = i + at.size;
        const bool weak = at.point == '-' || at.point == '_';
        if (weak || (at.point >= 0x2013 && at.point <= 0x2015)) {
            const bool two = at.point == '-' && after < most && text[after] == '-';
            if (two) ++after;
            const bool blank_after =
                after < most && is_ascii_blank(static_cast<uint8_t>(text[after]));
            if (blank_after && (!weak || two || !words.in_word())) {
                Limits::steps(text.size);
                return words.may_end() && goes_on(text, after) ? after : 0;
            }
            if (!words.in_word() || two) break;
        } else if (!words.take(at.point)) {
            break;
        }
        i = after;
    }
    Limits::steps(i);
    return 0;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_DATELINE_HPP
