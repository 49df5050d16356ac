// SPDX-License-Identifier: MIT
#ifndef STET_QUOTE_HPP
#define STET_QUOTE_HPP
#include "layout.hpp"

// quote.hpp: quotations inside a block. These sentences are part of the contract; "before"
// and "after" are a mark's neighbours, zero-width characters looked through; a block's edge
// and a line end count as blanks.
//
//  1. The marks are those of CLDR's delimiters and what keyboards and print have beside them
//     (the table `signs`); two apostrophes in a row are one double mark. A mark stands like
//     an opening one when a blank, an opening bracket, a dash or a slash is before it and
//     neither a blank nor a closing sign after it; it stands like a closing one when none of
//     the former is before it and no letter or digit after it.
//  2. An apostrophe is a single mark that is no quotation mark: one between letters or
//     digits; and, before a word, one before two digits that no third follows ("'90s"),
//     before one consonant and a blank ("'t is") or the letter n alone ("'n'"), or before a word that is known to lose its
//     beginning ("'em").
//  3. A mark closes the innermost quotation that it can close: each opening mark has its
//     closing ones (the table `signs`). Quotations inside that one are left unclosed.
//  4. A low mark and an opening corner bracket open; a closing corner bracket closes, or is
//     text.
//  5. A left mark (U+201C, U+2018, guillemets that point left) closes if it can and does not
//     stand like an opening one. Else it opens, unless it stands like a closing one.
//  6. A right mark (U+201D, U+2019, guillemets that point right) closes if it can, a single
//     one only where it stands like a closing one. Else it opens if it stands like an opening
//     one; but U+2019 does so, outside of all quotations, only in a text that has not used
//     U+201C, U+2018 or a straight mark to open one.
//  7. A straight mark closes the quotation that its like has opened; a single one only where
//     it stands like a closing one. Else it opens if it stands like an opening one. Else it
//     closes what it can; else, if double, it opens if no blank or closing sign is after it
//     and not a letter before it alone. Else it is text.
//  8. A block's end closes every quotation as unclosed. If the next block is a paragraph that
//     begins with an opening mark, its quotation is continued.
//  9. No more than Limits::depth quotations are open; a mark that would open one more is text.
// 10. The provisional class is `direct`, unless the quotation looks like a name or a title:
//     its first word and every word of more than three letters begin with a capital, no comma
//     or colon stands before its mark, and it is one word with no end mark inside the closing
//     mark, or two or three words, or more with no end mark inside. Unclosed and continued
//     quotations are direct.

namespace stet {
namespace detail {

// The marks, each a bit, so that the ones that close another are a set.
using sign_set = uint32_t;
// clang-format off
constexpr sign_set left_double   = 1u << 0;   // U+201C
constexpr sign_set right_double  = 1u << 1;   // U+201D
constexpr sign_set low_double    = 1u << 2;   // U+201E
constexpr sign_set left_single   = 1u << 3;   // U+2018
constexpr sign_set right_single  = 1u << 4;   // U+2019, also the apostrophe
constexpr sign_set low_single    = 1u << 5;   // U+201A
constexpr sign_set left_angles   = 1u << 6;   // U+00AB
constexpr sign_set right_angles  = 1u << 7;   // U+00BB
constexpr sign_set left_angle    = 1u << 8;   // U+2039
constexpr sign_set right_angle   = 1u << 9;   // U+203A
constexpr sign_set open_corner   = 1u << 10;  // U+300C
constexpr sign_set close_corner  = 1u << 11;  // U+300D
constexpr sign_set open_white    = 1u << 12;  // U+300E
constexpr sign_set close_white   = 1u << 13;  // U+300F
constexpr sign_set open_prime    = 1u << 14;  // U+301D
constexpr sign_set close_prime   = 1u << 15;  // U+301E, U+301F
constexpr sign_set straight      = 1u << 16;  // U+0022, U+FF02
constexpr sign_set apostrophe    = 1u << 17;  // U+0027
constexpr sign_set apostrophes   = 1u << 18;  // U+0027 or U+2019 twice

constexpr sign_set left_signs     = left_double | left_single | left_angles | left_angle;
constexpr sign_set right_signs    = right_double | right_single | right_angles | right_angle;
constexpr sign_set opening_signs  = low_double | low_single | open_corner | open_white | open_prime;
constexpr sign_set closing_signs  = close_corner | close_white | close_prime;
constexpr sign_set straight_signs = straight | apostrophe | apostrophes;
constexpr sign_set single_signs   = left_single | right_single | apostrophe;

struct sign_row {
    uint16_t point;
    sign_set sign;
    sign_set closed_by;  // besides by itself, if it is a straight one
};

// Which marks close a quotation that this one opened: the pairs of 766 locales, and pairs of
// a typographic mark with a straight one, as they come about in editing.
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
};

// English words that are written with an apostrophe for their beginning. (Oxford English
// Dictionary, each under its own entry.)
constexpr const char* elided_words[] = {
    "em", "til", "till", "tis", "twas", "cause", "cos", "bout", "round", "fore", "nuff", "cept",
};
// clang-format on

constexpr sign_set apostrophes_closed_by = apostrophes | right_double;

//   Requires: a code point whose meaning is `quote`.
constexpr const sign_row& row_of(code_point point) noexcept {
    size_t i = 0;
    while (i + 1 < sizeof(signs) / sizeof(signs[0]) && signs[i].point != point) ++i;
    return signs[i];
}

// (A vowel alone is a word of many languages, "a" and "I"; of a word that lost its beginning, a
// consonant is left.)
constexpr bool is_vowel(char letter) noexcept {
    const char lower = static_cast<char>(letter | 0x20);
    return lower == 'a' || lower == 'e' || lower == 'i' || lower == 'o' || lower == 'u';
}

// Is this the rest of a word that lost its beginning? Sentence 2.
constexpr bool is_elided(const view& rest) noexcept {
    size_t letters = 0;
    size_t digits = 0;
    while (letters + digits < rest.size) {
        const uint8_t one = static_cast<uint8_t>(rest[letters + digits]);
        if (is_digit(one) && letters == 0) ++digits;
        else if (one < 0x80 ? is_letter(one) : one != 0xE2) ++letters;
        else break;
    }
    if (digits != 0) return digits == 2;
    if (letters == 1) return (rest[0] | 0x20) == 'n' || ((rest.size == 1 || rest[1] == ' ') && !is_vowel(rest[0]));
    for (const char* word : elided_words) {
        size_t i = 0;
        while (i < letters && word[i] != '\0' && (rest[i] | 0x20) == word[i]) ++i;
        if (i == letters && word[i] == '\0') return true;
    }
    return false;
}

enum class mark_action : uint8_t { none, open, close };

struct mark_at_hand {
    constexpr mark_at_hand() noexcept {}
    constexpr explicit mark_at_hand(const view& text) noexcept { read(text); }

    sign_set sign = 0;
    sign_set closed_by = 0;
    uint8_t size = 0;
    mark_action action = mark_action::none;

    // Reads the mark at the front of a text; two apostrophes are one.
    constexpr void read(const view& text) noexcept {
        const decoded first = decode(text.data, text.size);
        const sign_row& row = row_of(first.point);
        sign = row.sign;
        closed_by = row.closed_by;
        size = first.size;
        action = mark_action::none;
        if ((sign != apostrophe && sign != right_single) || text.size < 2u * size) return;
        const decoded second = decode(text.data + size, text.size - size);
        if (second.form != decoded::well || second.point != first.point) return;
        sign = apostrophes;
        closed_by = apostrophes_closed_by;
        size = static_cast<uint8_t>(2 * size);
    }
};

struct open_quote {
    constexpr open_quote() noexcept {}
    constexpr explicit open_quote(offset at) noexcept : begin(at) {}

    offset begin = 0;
    sign_set closed_by = 0;
    sign_set sign = 0;  // that opened it
    bool continued = false;
};

// The words of a quotation, as far as its class depends on them: counted over its first
// `glance` bytes.
class quoted_words {
public:
    constexpr quoted_words() noexcept {}
    constexpr explicit quoted_words(offset at) noexcept : seen_(static_cast<uint8_t>(at)) {}

    static constexpr uint8_t glance = 96;  // bytes; eight words in most languages

    constexpr void start(code_point before) noexcept {
        seen_ = words_ = letters_ = 0;
        small_word_ = false;
        capital_ = false;
        announced_ = before == ',' || before == ':';
    }

    template <class Limits> constexpr void see(const view& text) noexcept {
        const size_t unseen = size_t{glance} - seen_;
        const size_t most = text.size < unseen ? text.size : unseen;
        size_t i = 0;
        for (; i < most && !small_word_; ++i) {
            const uint8_t one = static_cast<uint8_t>(text[i]);
            if (one < 0x80 ? one <= '/' || (one >= ':' && one <= '@') : false) {
                if (one != '\'' && one != '-' && one != '.') end_word();
                continue;
            }
            if ((one & 0xC0) == 0x80) continue;
            if (letters_ == 0) {
                const decoded first = decode(text.data + i, text.size - i);
                capital_ = is_upper(first.point) || is_digit(first.point);
                if (words_ < 0xFF) ++words_;
            }
            ++letters_;
            small_word_ = !capital_ && (words_ == 1 || letters_ > 3);
        }
        seen_ = static_cast<uint8_t>(seen_ + i);
        Limits::steps(i);
    }

    constexpr void end_word() noexcept { letters_ = 0; }

    // Sentence 10.
    constexpr quote_class judge(code_point last) noexcept {
        if (small_word_ || announced_ || words_ == 0) return quote_class::direct;
        const bool end_mark = last == ',' || ends_sentence(last);
        if (words_ == 1 || words_ > 3)
            return end_mark ? quote_class::direct : quote_class::unattributed;
        return quote_class::unattributed;
    }

private:
    uint8_t seen_ = 0;
    uint8_t words_ = 0;
    uint8_t letters_ = 0;
    bool small_word_ = false;  // the first word, or one of more than three letters, has no capital
    bool capital_ = false;
    bool announced_ = false;
};

}  // namespace detail

// The quotations of a block: what a mark does, and which are open.
template <class Limits = default_limits> class quotations {
public:
    static constexpr bool enabled = true;

    constexpr quotations() noexcept {}
    // With an argument, so that nothing is cleared as a whole, which would call memset.
    constexpr explicit quotations(offset at) noexcept
        : quotations(at, typename detail::count_to<Limits::depth>::type{}) {}

    // What the mark at the front of `text` does here.
    //   Requires: `text` holds `look` bytes, or less at the article's end; `before` is the
    //             code point before it, 0 at the block's begin.
    constexpr void decide(const view& text, code_point before, detail::mark_at_hand& mark) noexcept {
        using namespace detail;
        mark.read(text);
        const view rest = {text.data + mark.size, text.size - mark.size};
        const code_point after = first_visible(rest);
        const sign_set sign = mark.sign;
        const bool single = (sign & single_signs) != 0;
        if (single && is_word(before) && is_word(after)) return;
        const bool opening = is_edge(before) && !is_blank(after) && !is_end_sign(after);
        const bool closing = !is_edge(before) && !is_word(after);
        const bool closes = find(sign) && (!single || closing);
        bool opens = false;
        if ((sign & opening_signs) != 0) {
            mark.action = mark_action::open;
        } else if ((sign & closing_signs) != 0) {
            if (closes) mark.action = mark_action::close;
        } else if ((sign & left_signs) != 0) {
            opens = !closing && !(single && is_elided(rest));
            if (closes && !opening) mark.action = mark_action::close;
            else if (opens) mark.action = mark_action::open;
        } else if ((sign & right_signs) != 0) {
            opens = opening && !(sign == right_single && (is_elided(rest) || apostrophes_only()));
            if (closes) mark.action = mark_action::close;
            else if (opens) mark.action = mark_action::open;
        } else {
            opens = opening && !(single && is_elided(rest));
            const bool leans = !single && !is_blank(after) && !is_end_sign(after) &&
                               !(is_word(before) && !is_word(after));
            if (closes && own(sign)) mark.action = mark_action::close;
            else if (opens) mark.action = mark_action::open;
            else if (closes) mark.action = mark_action::close;
            else if (leans) mark.action = mark_action::open;
        }
        if (mark.action == mark_action::open && depth_ == Limits::depth) mark.action = mark_action::none;
    }

    // Is this sign no quotation mark between letters?
    static constexpr bool is_apostrophe(code_point sign) noexcept {
        return sign == '\'' || sign == 0x2019 || sign == 0x2018;
    }

    static constexpr size_t look = 20;  // bytes: a mark, a word of two or four zero-width signs

    // How many bytes it takes to decide; at most `look`. The code point after the mark tells,
    // and the word after a single mark that may be an apostrophe.
    static constexpr size_t enough(const view& text, code_point before) noexcept {
        if (text.size >= look) return 0;
        const detail::mark_at_hand mark(text);
        const view rest = {text.data + mark.size, text.size - mark.size};
        if (rest.size == 0) return mark.size + 1u;
        const uint8_t first = static_cast<uint8_t>(rest[0]);
        const size_t whole = first < 0xC2 ? 1u : first < 0xE0 ? 2u : first < 0xF0 ? 3u : 4u;
        if (rest.size < whole) return mark.size + whole;
        const code_point after = first_visible(rest);
        if (after == 0) return first == '\n' || first == '\r' ? 0 : look;
        const bool may_be_elided = (mark.sign & detail::single_signs) != 0 && is_word(after);
        return may_be_elided && !is_word(before) ? look : 0;
    }

    constexpr void open(offset begin, detail::sign_set sign, detail::sign_set closed_by,
                        code_point before, bool continued) noexcept {
        if (depth_ == 0) words_.start(before);
        if ((sign & (detail::left_double | detail::left_single | detail::straight_signs)) != 0)
            not_by_right_single_ = true;
        detail::open_quote& top = open_[depth_];
        top.begin = begin;
        top.sign = sign;
        top.closed_by = closed_by;
        top.continued = continued;
        ++depth_;
    }
    constexpr const detail::open_quote& innermost() const noexcept { return open_[depth_ - 1]; }
    constexpr uint8_t depth() const noexcept { return depth_; }
    constexpr void pop() noexcept { --depth_; }
    constexpr void restart() noexcept {
        depth_ = 0;
        not_by_right_single_ = false;
    }

    // Is the innermost quotation inside the one that the last closing mark closes?
    constexpr bool above_target() const noexcept { return depth_ > target_ + 1; }

    constexpr void see(const view& text) noexcept {
        if (depth_ != 0) words_.template see<Limits>(text);
    }
    constexpr void see_break() noexcept { words_.end_word(); }

    constexpr quote_class judge(code_point last) noexcept { return words_.judge(last); }

private:
    template <size_t... Each>
    constexpr quotations(offset at, detail::indices<Each...>) noexcept
        : open_{(static_cast<void>(Each), detail::open_quote(at))...}, words_(at) {}

    static constexpr bool is_blank(code_point point) noexcept {
        return point == 0 || detail::is_space(point);
    }
    static constexpr bool is_edge(code_point point) noexcept {
        return is_blank(point) || point == '(' || point == '[' || point == '-' ||
               point == '/' || (point >= 0x2010 && point <= 0x2015);
    }
    static constexpr bool is_end_sign(code_point point) noexcept {
        return point == ')' || point == ']' || point == ',' || point == ';' || point == ':' ||
               point == '?' || point == '!';
    }
    static constexpr bool is_word(code_point point) noexcept {
        return detail::is_letter(point) || detail::is_digit(point);
    }

    // Outside of quotations, in a text of this kind, U+2019 before a word is an apostrophe.
    constexpr bool apostrophes_only() const noexcept { return depth_ == 0 && not_by_right_single_; }

    // Looks for the innermost quotation that this mark can close; remembers where it is.
    constexpr bool find(detail::sign_set sign) noexcept {
        for (uint8_t i = depth_; i > 0; --i) {
            if ((open_[i - 1].closed_by & sign) == 0) continue;
            target_ = static_cast<uint8_t>(i - 1);
            return true;
        }
        return false;
    }
    constexpr bool own(detail::sign_set sign) const noexcept { return open_[target_].sign == sign; }

    // The first code point that has a width; 0 at a line's end.
    static constexpr code_point first_visible(const view& text) noexcept {
        size_t i = 0;
        while (i < text.size) {
            const detail::decoded at = detail::decode(text.data + i, text.size - i);
            if (at.form != detail::decoded::well || at.point < ' ') return 0;
            if (!detail::is_transparent(at.point)) return at.point;
            i += at.size;
        }
        return 0;
    }

    detail::open_quote open_[Limits::depth];
    detail::quoted_words words_;
    uint8_t depth_ = 0;
    uint8_t target_ = 0;
    bool not_by_right_single_ = false;
};

// A machine without quotations: their marks are text. `reader<default_limits, no_quotations>`.
struct no_quotations {
    static constexpr bool enabled = false;

    constexpr no_quotations() noexcept {}
    constexpr explicit no_quotations(offset) noexcept {}
    constexpr void restart() noexcept {}
};

}  // namespace stet

#endif  // STET_QUOTE_HPP
