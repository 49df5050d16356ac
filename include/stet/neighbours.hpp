// SPDX-License-Identifier: MIT
#ifndef STET_NEIGHBOURS_HPP
#define STET_NEIGHBOURS_HPP
#include "marks.hpp"

// neighbours.hpp: how a quotation mark stands between what is before and after it, and the next
// mark that stands like an opening or a closing one. The numbers of sentences are quote.hpp's.

namespace stet {
namespace detail {

// clang-format off
// Words that are written with an apostrophe for their beginning. (Oxford English Dictionary and
// Duden, each under its own entry.)
constexpr const char* elided_words[] = {
    "em", "til", "till", "tis", "twas", "twill", "twere", "cause", "cos", "bout", "round", "fore",
    "nuff", "cept", "ne", "nen", "ner", "nem",
};
// clang-format on

// (A vowel alone is a word of many languages, "a" and "I"; of a word that lost its beginning, a
// consonant is left.)
constexpr bool is_vowel(char letter) noexcept {
    const char lower = static_cast<char>(letter | 0x20);
    return lower == 'a' || lower == 'e' || lower == 'i' || lower == 'o' || lower == 'u';
}

constexpr size_t elided_most = 8;  // bytes that are looked at: more than the longest of these words

// Is this the rest of a word that lost its beginning? Sentence 2. (A byte 0xE2 begins U+2000 to
// U+2FFF.)
constexpr bool is_elided(const view& rest) noexcept {
    size_t letters = 0;
    size_t digits = 0;
    while (letters + digits < rest.size && letters + digits < elided_most) {
        const uint8_t one = static_cast<uint8_t>(rest[letters + digits]);
        if (is_digit(one) && letters == 0) ++digits;
        else if (one < 0x80 ? is_letter(one) : one != 0xE2) ++letters;
        else break;
    }
    if (digits != 0) return digits == 2;
    if (letters == 1) {
        const char behind = rest.size == 1 ? ' ' : rest[1];
        const bool ends = static_cast<uint8_t>(behind) <= ' ' || behind == '-';
        if (!is_ascii_letter(static_cast<uint8_t>(rest[0]))) return false;
        return (rest[0] | 0x20) == 'n' || (ends && !is_vowel(rest[0]));
    }
    for (const char* word : elided_words) {
        size_t i = 0;
        while (i < letters && word[i] != '\0' && (rest[i] | 0x20) == word[i]) ++i;
        if (i == letters && word[i] == '\0') return true;
    }
    return false;
}

// ---- a mark's neighbours ----

constexpr bool is_blank(code_point point) noexcept { return point == 0 || is_space(point); }
constexpr bool is_dash(code_point point) noexcept {
    return point == '-' || (point >= 0x2010 && point <= 0x2015);
}
constexpr bool is_opening_bracket(code_point point) noexcept {
    return point == '(' || point == '[';
}
constexpr bool is_closing_sign(code_point point) noexcept {
    return point == ')' || point == ']' || point == ',' || point == ';' || point == ':' ||
           point == '?' || point == '!' || point == '.';
}
constexpr bool is_any_letter(code_point point) noexcept {
    return is_letter(point) || is_digit(point);
}
constexpr bool is_narrow(code_point point) noexcept {
    return is_any_letter(point) && !(point >= 0x1100 && is_wide(point));
}
constexpr bool is_hebrew(code_point point) noexcept { return point >= 0x05D0 && point <= 0x05EA; }
constexpr bool is_cyrillic(code_point point) noexcept { return point >= 0x0400 && point <= 0x052F; }

// How a mark stands between its neighbours: sentence 1.
struct standing {
    constexpr standing(code_point before, code_point after, bool single) noexcept
        : opening(edge(before, single) && !is_blank(after) && !is_closing_sign(after)),
          closing(!is_blank(before) && !is_opening_bracket(before) && !is_narrow(after) &&
                  (!is_joint(before) || is_blank(after) || is_closing_sign(after))) {}

    bool opening;
    bool closing;

private:
    static constexpr bool is_joint(code_point point) noexcept {
        return is_dash(point) || point == '/';
    }
    static constexpr bool edge(code_point before, bool single) noexcept {
        return is_blank(before) || is_opening_bracket(before) || is_joint(before) ||
               (!single && (before == '\'' || before == 0x2019));
    }
};

constexpr code_point noted = 0xFFFD;  // a letter: what ill-formed bytes and controls count as

// What counts as a neighbour where this code point of ASCII stands.
constexpr code_point neighbour_of_ascii(uint8_t one) noexcept {
    if (one >= ' ') return one != 0x7F ? one : noted;
    return one == '\t' || one == '\n' || one == '\r' ? code_point{' '} : noted;
}
constexpr code_point neighbour_of(code_point point) noexcept {
    if (point < 0x80) return neighbour_of_ascii(static_cast<uint8_t>(point));
    if (point < 0xA0) return point == 0x85 ? code_point{' '} : noted;
    return point == 0x2028 || point == 0x2029 ? code_point{' '} : point;
}

// The first code point that has a width; 0 where none is seen. `all`: more will not come.
constexpr code_point first_visible(const view& text, bool all) noexcept {
    size_t i = 0;
    while (i < text.size) {
        const uint8_t one = static_cast<uint8_t>(text[i]);
        if (one < 0x80) return neighbour_of_ascii(one);
        const decoded at = decode(text.data + i, text.size - i);
        if (at.form != decoded::well) return at.form == decoded::ill || all ? noted : code_point{0};
        if (!is_transparent(at.point)) return neighbour_of(at.point);
        i += at.size;
    }
    return 0;
}

// The last code point that has a width; `otherwise` if there is none.
constexpr code_point last_visible(const char* bytes, size_t size, code_point otherwise) noexcept {
    while (size != 0) {
        const uint8_t one = static_cast<uint8_t>(bytes[size - 1]);
        if (one < 0x80) return neighbour_of_ascii(one);
        const code_point last = decode_last(bytes, size);
        if (!is_transparent(last)) return neighbour_of(last);
        size = begin_of_last(bytes, size);
    }
    return otherwise;
}

// The last code point that has a width and is no blank; `otherwise` if there is none.
constexpr code_point last_of_words(const char* bytes, size_t size,
                                   code_point otherwise) noexcept {
    const uint8_t one = size != 0 ? static_cast<uint8_t>(bytes[size - 1]) : uint8_t{0};
    if (one > ' ' && one < 0x7F) return one;  // (most do)
    for (size = trimmed(bytes, size); size != 0; size = trimmed(bytes, size)) {
        const code_point last = decode_last(bytes, size);
        if (!is_transparent(last)) return neighbour_of(last);
        size = begin_of_last(bytes, size);
    }
    return otherwise;
}

// What stands after a mark. A full stop right behind it that begins an ellipsis or a word (".net")
// is no closing sign and is taken for an ellipsis.
constexpr code_point after_mark(const view& rest, bool all) noexcept {
    const code_point after = first_visible(rest, all);
    if (after != '.' || rest.size < 2 || rest[0] != '.') return after;
    const uint8_t behind = static_cast<uint8_t>(rest[1]);
    return behind == '.' || behind >= 0x80 || is_any_letter(behind) ? code_point{0x2026} : after;
}

// The next mark of a rank that stands like an opening or a closing one: sentence 8.
struct next_mark {
    enum : uint8_t {
        none,         // before the paragraph's end, or before another mark of an outer quotation
        none_so_far,  // in all the bytes that there are
        opens,
        closes,
        lone,  // with blanks on both sides
    } is = none;
    size_t place = 0;   // nothing decides before it; what decides is behind it by signs of no width
    size_t looked = 0;  // bytes

    // Which closing marks count.
    enum trust : uint8_t {
        any,
        doubted,  // not those behind an s or a digit
        sure,     // only those behind no letter and no digit
    };

    // Looks from the front of `text`, which is all of one paragraph if `one_paragraph`; `ends`:
    // nothing is behind it; `front` stands before it. `outer`: the marks that end the search, being
    // of another rank. Nothing decides before `from`.
    constexpr next_mark(const view& text, code_point front, size_t from, bool single, trust least,
                        sign_set outer, bool one_paragraph, bool ends) noexcept
        : place(from), looked(from) {
        if (find(text, front, single, least, outer, one_paragraph, ends))
            is = ends ? none : none_so_far;
        looked -= from;
    }

private:
    // Is nothing found up to `place`, where a code point or what is behind a mark is not seen?
    constexpr bool find(const view& text, code_point front, bool single, trust least,
                        sign_set outer, bool one_paragraph, bool ends) noexcept {
        code_point before = last_visible(text.data, place, front);
        for (size_t i = place; i < text.size; looked = i) {
            const uint8_t one = static_cast<uint8_t>(text[i]);
            if (has<may_end_line>(text[i])) {
                const uint8_t ended = last_line_end_size(text.data + i, text.size - i);
                if (ended != 0) {
                    if (!one_paragraph && ends_paragraph(text, i + ended, before)) return false;
                    // (An empty line may follow: who looks on begins with this line end.)
                    if (!one_paragraph && !ends && i + ended == text.size) return true;
                    before = ' ';
                    place = i += ended;
                    continue;
                }
            }
            if (one < 0x80 && one != '"' && one != '\'') {
                before = neighbour_of_ascii(one);
                place = ++i;
                continue;
            }
            const decoded at = decode(text.data + i, text.size - i);
            if (at.form == decoded::cut && !ends) return true;
            const size_t begin = i;
            i = at.form == decoded::cut ? text.size : i + at.size;
            if (at.form != decoded::well) {
                before = noted;
                place = i;
                continue;
            }
            if (is_transparent(at.point)) continue;
            const bool quotes =
                (one < 0x80 ? meaning_of_byte(one) : meaning_of_point(at.point)) == meaning::quote;
            if (quotes) {
                const mark_at_hand mark({text.data + begin, text.size - begin});
                const view rest = {text.data + begin + mark.size, text.size - begin - mark.size};
                const bool word_unseen = (mark.sign & single_signs) != 0 && rest.size < elided_most;
                if (!ends && (word_unseen || first_visible(rest, false) == 0)) return true;
                if (((mark.sign & single_rank) != 0) != single) {
                    if ((mark.sign & outer) != 0) return false;
                } else if (decides(before, rest, mark, single, least)) {
                    return false;
                }
                i = begin + mark.size;
            }
            before = neighbour_of(at.point);
            place = i;
        }
        return true;
    }

    // A blank line, or a line end behind a sentence's end, in a text with a block a line.
    static constexpr bool ends_paragraph(const view& text, size_t next,
                                         code_point before) noexcept {
        return ends_sentence(before) || last_line_end_size(text.data + next, text.size - next) != 0;
    }

    constexpr bool decides(code_point before, const view& rest, const mark_at_hand& mark,
                           bool single, trust least) noexcept {
        const code_point after = after_mark(rest, true);
        const bool apostrophe_like = (mark.sign & single_signs) != 0;
        if (apostrophe_like && is_narrow(before) && is_narrow(after)) return false;
        if (is_blank(before) && is_blank(after)) {
            if (!single) is = lone;
            return !single;
        }
        const standing stands(before, after, single);
        if ((mark.sign & opening_signs) != 0 || (stands.opening && !stands.closing)) {
            if (apostrophe_like && (is_elided(rest) || (mark.sign == right_single && least != any)))
                return false;
            is = opens;
            return true;
        }
        if (!stands.closing) return false;
        if (least == doubted && (is_digit(before) || (single && (before | 0x20) == 's')))
            return false;
        if (least == sure && is_any_letter(before)) return false;
        is = closes;
        return true;
    }
};

}  // namespace detail
}  // namespace stet

#endif  // STET_NEIGHBOURS_HPP
