// SPDX-License-Identifier: MIT
// model.hpp: the contract a second time, slow and plain: the whole text in a string, every sign of
// it decoded into a vector, nothing bounded, nothing remembered between looks. It was written
// from the contract and from the numbered sentences of the headers, not from the machine, so
// that the two can be compared. What it takes from the library: the event type, the tables of
// letters.hpp (what a code point is), and block_rules (what kind a line is).
#ifndef STET_TESTS_MODEL_HPP
#define STET_TESTS_MODEL_HPP

#include <stet.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace model {

using stet::edge;
using stet::event;
using stet::kind;
using stet::note_reason;
using stet::detail::glyph;
using point = uint32_t;

struct limits {
    size_t heading, next, run, depth;
    size_t look() const { return std::min<size_t>(next, 128); }
};

// ---- signs: UTF-8, and what each code point means --------------------------------------------

enum class sort { word, blank, line_end, control, bidi, ill_formed };

struct sign {
    size_t begin, end;
    point code;  // U+FFFD for what is ill-formed
    sort is;
    glyph looks;
};

inline bool is_note(const sign& one) { return one.is >= sort::control; }

// Unicode, table 3-7: the first byte, the second one's range, and how many follow the first.
struct utf8_row {
    uint8_t first, last, low, high, more;
};
constexpr utf8_row utf8_rows[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 1}, {0xE0, 0xE0, 0xA0, 0xBF, 2}, {0xE1, 0xEC, 0x80, 0xBF, 2},
    {0xED, 0xED, 0x80, 0x9F, 2}, {0xEE, 0xEF, 0x80, 0xBF, 2}, {0xF0, 0xF0, 0x90, 0xBF, 3},
    {0xF1, 0xF3, 0x80, 0xBF, 3}, {0xF4, 0xF4, 0x80, 0x8F, 3},
};

// The sign at a place: a code point, or a maximal subpart of one (table 3-8).
inline sign decode(std::string_view text, size_t at) {
    const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
    if (byte(at) < 0x80) return {at, at + 1, byte(at), sort::word, glyph::other};
    for (const utf8_row& row : utf8_rows) {
        if (byte(at) < row.first || byte(at) > row.last) continue;
        point code = byte(at) & (0x3Fu >> row.more);
        for (size_t k = 1; k <= row.more; ++k) {
            const uint8_t low = k == 1 ? row.low : 0x80, high = k == 1 ? row.high : 0xBF;
            if (at + k == text.size() || byte(at + k) < low || byte(at + k) > high)
                return {at, at + k, 0xFFFD, sort::ill_formed, glyph::other};
            code = code << 6 | (byte(at + k) & 0x3Fu);
        }
        return {at, at + row.more + 1u, code, sort::word, glyph::other};
    }
    return {at, at + 1, 0xFFFD, sort::ill_formed, glyph::other};
}

inline bool is_blank_point(point code) {
    return code == 0x20 || code == 0x09 || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) ||
           code == 0x202F || code == 0x3000 || code == 0xFEFF;
}
inline bool is_line_end_point(point code) {
    return code == 0x0A || code == 0x0D || code == 0x85 || code == 0x2028 || code == 0x2029;
}
inline bool is_control_point(point code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }
inline bool is_bidi_point(point code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

inline std::vector<sign> signs_of(std::string_view text, size_t from) {
    std::vector<sign> signs;
    for (size_t at = from; at < text.size(); at = signs.back().end) {
        sign one = decode(text, at);
        if (one.is != sort::ill_formed) {
            one.is = is_line_end_point(one.code) ? sort::line_end
                     : is_blank_point(one.code)  ? sort::blank
                     : is_control_point(one.code) ? sort::control
                     : is_bidi_point(one.code)    ? sort::bidi
                                                  : sort::word;
        }
        one.looks = one.is == sort::ill_formed                ? glyph::other
                    : one.is == sort::blank && one.code < 0x80 ? glyph::blank
                                                               : stet::detail::glyph_of(one.code);
        if (one.code == 0x0D && one.end < text.size() && text[one.end] == '\n') ++one.end;
        signs.push_back(one);
    }
    return signs;
}

inline size_t columns_of(const sign& one) {
    return one.looks == glyph::nothing ? 0 : stet::detail::is_wide(one.code) ? 2 : 1;
}
inline bool is_letter(const sign& one) { return one.looks <= glyph::letter; }

// ---- marks: which of them closes what another one opened -------------------------------------

// clang-format off
enum side : uint8_t { low, left, right, straight, opening_corner, closing_corner, dash };
struct mark_row {
    point code;
    const char* name;       // marks of one name are one mark
    side stands;
    bool single;
    const char* closed_by;  // names
};
constexpr mark_row mark_rows[] = {
    { 0x0022, "\"",   straight,       false, "\" RR"            },
    { 0x0027, "'",    straight,       true,  "' R"              },
    { 0x00AB, "<<",   left,           false, ">>"               },
    { 0x00BB, ">>",   right,          false, "<< >>"            },
    { 0x2018, "L",    left,           true,  "R L '"            },
    { 0x2019, "R",    right,          true,  "L R"              },
    { 0x201A, "low",  low,            true,  "L R '"            },
    { 0x201B, "L",    left,           true,  "R"                },
    { 0x201C, "LL",   left,           false, "RR LL \" ''"      },
    { 0x201D, "RR",   right,          false, "LL RR \""         },
    { 0x201E, "LOW",  low,            false, "LL RR \""         },
    { 0x201F, "LL",   left,           false, "RR"               },
    { 0x2039, "<",    left,           true,  ">"                },
    { 0x203A, ">",    right,          true,  "< >"              },
    { 0x300C, "[",    opening_corner, false, "]"                },
    { 0x300D, "]",    closing_corner, false, ""                 },
    { 0x300E, "[[",   opening_corner, false, "]]"               },
    { 0x300F, "]]",   closing_corner, false, ""                 },
    { 0x301D, "``",   opening_corner, false, "__"               },
    { 0x301E, "__",   closing_corner, false, ""                 },
    { 0x301F, "__",   closing_corner, false, ""                 },
    { 0xFF02, "\"",   straight,       false, "\""               },
    { 0x2014, "dash", dash,           false, ""                 },
};
// clang-format on

// ---- lines: what is seen of them --------------------------------------------------------------

// A line as it is seen from somewhere: up to its line end, or up to where nothing is seen.
struct line {
    size_t begin = 0;     // its first sign
    size_t word = 0;      // its first one that is neither blank nor a note
    size_t behind = 0;    // the first one behind its mark
    size_t front = 0;     // the first one behind all ">" and blanks that it begins with: of its first word
    size_t end = 0;       // behind its last one; its line end stands there, if it is seen
    bool whole = false;   // its line end is seen, or the article's end
    stet::line_mark mark = stet::line_mark::none;
    size_t level = 0;     // how many "#" or ">"
    size_t number = 0;
    size_t indent = 0;    // columns before its first sign that has some, and is no blank
    size_t body = 0;      // that sign; a block's first word may begin with one that has none
    size_t word_indent = 0;  // columns before its word
    size_t columns = 0;   // all of them, blanks at its end too
    size_t letters = 0;   // signs that have a column
    bool two_columns = false;  // some have two
    bool blank_inside = false;  // behind its first word
    size_t first_word = 0;  // columns of its first word
    bool rule = false;
    point last = 0;  // what it ends with
    glyph first = glyph::nothing;  // its first sign

    bool is_blank() const { return word == end; }
    // layout 1: a line that has nothing but ">"
    bool quoted_blank = false;
    bool is_wordless() const { return body == end || quoted_blank; }
    // layout 3: does it end with . : ; ! ?
    bool is_announcement() const {
        const glyph looks = stet::detail::glyph_of(last);
        return stet::detail::is_sentence_end(looks) || looks == glyph::colon || last == ';';
    }
    // layout 6
    bool is_wide() const { return columns - indent > 100 && (blank_inside || two_columns); }
};

// What the next line's beginning, or the marks behind a doubted one, can be asked for.
enum class foreseen { nothing, beyond, opens, closes, between_blanks };

struct quotation {
    const mark_row* by;
    size_t begin;       // sign
    event told;         // its begin
    size_t inside;      // first sign behind its mark
    size_t first_event;  // behind its begin
};

class article {
public:
    article(std::string_view text, limits most, bool body)
        : text_(text), most_(most), signs_(signs_of(text, text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0)),
          rules_(stet::offset{0}) {
        rules_.restart(body);
    }

    std::vector<event> read() {
        size_t at = tell_utf16_mark();
        size_t line_begin = at, blank_lines = 0;
        while (at < signs_.size()) {
            const sign& one = signs_[at];
            if (is_note(one)) {
                at = tell_note(at);
            } else if (one.is == sort::blank) {
                ++at;
            } else if (one.is == sort::line_end) {
                if (look_at(line_begin, all).is_blank()) ++blank_lines;
                line_begin = ++at;
            } else {
                line_begin = at = tell_block(line_begin, blank_lines);
                blank_lines = 0;
                if (at < signs_.size()) line_begin = ++at;
            }
        }
        end_sections(1);
        return events_;
    }

private:
    static constexpr size_t all = static_cast<size_t>(-1);

    // ---- telling ----
    size_t offset_of(size_t at) const { return at < signs_.size() ? signs_[at].begin : text_.size(); }

    event& tell(kind what, edge side, size_t begin, size_t end) {
        event e;
        stet::detail::set(e, what, side, static_cast<stet::offset>(begin), static_cast<stet::offset>(end));
        const bool shows = side == edge::span && what != kind::note;
        if (shows) e.data = text_.data() + begin;
        const bool words = what == kind::text || (what == kind::note && begin != end);
        if (what == kind::note) last_told_ = words && !is_bidi(begin) ? 0xFFFD : last_told_;
        else if (words) see_words(begin, end);
        events_.push_back(e);
        return events_.back();
    }
    std::vector<sign>::const_iterator sign_at(size_t place) const {
        return std::lower_bound(signs_.begin(), signs_.end(), place, [](const sign& one, size_t to) { return one.begin < to; });
    }
    bool is_bidi(size_t place) const {
        const auto at = sign_at(place);
        return at != signs_.end() && at->begin == place && at->is == sort::bidi;
    }
    // What the text that is told last ends with, zero-width characters behind its blanks looked through.
    void see_words(size_t begin, size_t end) {
        auto at = sign_at(end);
        while (at != signs_.begin() && (at - 1)->begin >= begin && ((at - 1)->is == sort::blank || (at - 1)->looks == glyph::nothing)) --at;
        if (at != signs_.begin() && (at - 1)->begin >= begin) last_told_ = (at - 1)->code;
    }
    void show(kind what, size_t at, size_t end) { tell(what, edge::span, offset_of(at), offset_of(end)); }
    void tell_end(event begun, size_t end) {
        begun.side = edge::end;
        begun.end = static_cast<stet::offset>(end);
        events_.push_back(begun);
    }

    size_t tell_utf16_mark() {
        const std::string_view first = text_.substr(0, 2);
        if (first != "\xFF\xFE" && first != "\xFE\xFF") return 0;
        tell(kind::note, edge::span, 0, 2).reason = note_reason::utf16;
        return 2;
    }

    // One note for a run of controls, one for each other odd sign. Gives what is behind it.
    size_t tell_note(size_t at) {
        size_t end = at + 1;
        if (signs_[at].is == sort::control)
            while (end < signs_.size() && signs_[end].is == sort::control) ++end;
        tell(kind::note, edge::span, offset_of(at), offset_of(end)).reason =
            signs_[at].is == sort::control ? note_reason::control
            : signs_[at].is == sort::bidi  ? note_reason::bidi
                                           : note_reason::ill_formed;
        return end;
    }

    static bool is_space(const sign& one) { return one.code == ' ' || one.code == '\t'; }

    // A text is cut after its last space that a word follows within Limits::run, else between two
    // code points, not within a mark. Blanks before a line end count, but where it is known that
    // the block ends. Gives what is behind the text.
    size_t tell_text(size_t at, size_t end, bool known = false) {
        const bool ends = known || (end == block_end_ && !is_long_);
        const size_t stop = ends ? end : skip_blanks(end, signs_.size());
        while (at < stop) {
            const size_t most = signs_[at].begin + most_.run;
            if (offset_of(stop) < most + (ends ? 1 : 0)) {
                if (at < end) show(kind::text, at, end);
                return std::max(at, end);
            }
            size_t cut = at, last = at;
            for (; last < stop && signs_[last].begin < most; ++last)
                if (last > at && !is_space(signs_[last]) && is_space(signs_[last - 1])) cut = last;
            if (signs_[last - 1].end > most) --last;
            if (last > at && std::find(doubles_.begin(), doubles_.end(), last - 1) != doubles_.end()) --last;
            if (cut == at) cut = last;
            show(kind::text, at, cut);
            at = cut;
        }
        return at;
    }

    // ---- lines ----

    // Is it the beginning of a code point, well-formed so far?
    bool is_cut_behind(size_t at) const {
        if (signs_[at].is != sort::ill_formed) return false;
        const uint8_t first = static_cast<uint8_t>(text_[signs_[at].begin]);
        for (const utf8_row& row : utf8_rows)
            if (first >= row.first && first <= row.last) return true;
        return false;
    }

    // The line that begins at a sign, as far as it stands before `seen`. Its word is the first sign that is no note.
    // `behind`: a block may go on over it.
    line look_at(size_t begin, size_t seen, bool behind = false) const {
        line it;
        it.begin = it.word = begin;
        it.end = begin;
        while (it.end < signs_.size() && signs_[it.end].end <= seen && is_seen(it.end, seen) && signs_[it.end].is != sort::line_end) ++it.end;
        it.whole = (it.end == signs_.size() && text_.size() < seen) ||
                   (it.end < signs_.size() && is_seen(it.end, seen) && signs_[it.end].is == sort::line_end);
        while (it.word < it.end && (signs_[it.word].is == sort::blank || is_note(signs_[it.word]))) {
            it.indent += signs_[it.word].is == sort::blank ? columns_of(signs_[it.word]) : 0;
            ++it.word;
        }
        it.behind = it.word;
        it.word_indent = it.indent;
        for (it.body = it.word; it.body < it.end && (signs_[it.body].is == sort::blank || columns(signs_[it.body]) == 0); ++it.body)
            it.indent += columns(signs_[it.body]);
        read_mark(it, seen, mark_limit(it, behind));
        measure(it);
        return it;
    }

    bool is(size_t at, size_t end, char one) const { return at < end && signs_[at].code == static_cast<point>(one); }
    size_t skip_blanks(size_t at, size_t end) const {
        while (at < end && signs_[at].is == sort::blank) ++at;
        return at;
    }

    // Behind a line's mark only a space or a tab is a blank.
    size_t skip_plain_blanks(size_t at, size_t end) const {
        while (at < end && is_plain_blank(signs_[at])) ++at;
        return at;
    }

    // Up to where a line's mark may reach: 32 bytes, and what is looked at of a block, or behind the line before it. A
    // longer mark is none, one of ">" goes on as text.
    size_t mark_limit(const line& it, bool behind) const {
        const size_t begin = offset_of(it.word);
        return std::min(begin + 32, behind ? signs_[it.begin - 1].begin + most_.next : begin + most_.heading + 1);
    }

    void read_mark(line& it, size_t seen, size_t limit) const {
        size_t at = it.word;
        if (is(at, it.end, '>')) {
            it.mark = stet::line_mark::quoted;
            for (; at < it.end && signs_[at].begin < limit && (is(at, it.end, '>') || is_plain_blank(signs_[at])); ++at)
                if (is(at, it.end, '>')) ++it.level;
            it.behind = at;
            it.front = behind_quote_marks(it.word, it.end);
            it.quoted_blank = it.front == it.end;
            return;
        }
        if (at == it.end) return;
        // (Behind what has no column ">" is no mark, but no word either.)
        if (is(it.body, it.end, '>')) {
            it.front = behind_quote_marks(it.body, it.end);
            it.quoted_blank = it.front == it.end;
        }
        stet::line_mark sort_of = stet::line_mark::none;
        size_t level = 0, number = 0;
        if (is(at, it.end, '#')) {
            while (is(at, it.end, '#')) ++at;
            level = at - it.word;
            if (level <= 6) sort_of = stet::line_mark::hash;
        } else if (is(at, it.end, '-') || is(at, it.end, '*') || is(at, it.end, '+') ||
                   stet::detail::is_bullet(signs_[at].code)) {
            sort_of = stet::line_mark::bullet;
            ++at;
        } else {
            while (at < it.end && at - it.word < 3 && signs_[at].code >= '0' && signs_[at].code <= '9')
                number = number * 10 + (signs_[at++].code - '0');
            if (at != it.word && (is(at, it.end, '.') || is(at, it.end, ')'))) {
                sort_of = stet::line_mark::number;
                ++at;
            }
        }
        const size_t behind = skip_plain_blanks(at, it.end);
        const size_t most = std::min(limit, seen);
        const bool is_there = behind < signs_.size() && signs_[behind].begin < most && signs_[behind].is != sort::line_end;
        const bool blank = is_there && signs_[behind].is == sort::blank && signs_[behind].end <= most;  // (seen as a whole)
        if (sort_of == stet::line_mark::none || behind == at || !is_there || blank) return;  // a blank, and words
        it.mark = sort_of;
        it.level = sort_of == stet::line_mark::hash ? level : 0;
        it.number = sort_of == stet::line_mark::number ? number : 0;
        it.behind = behind;
    }

    // Behind all ">", blanks and what has no column.
    size_t behind_quote_marks(size_t at, size_t end) const {
        while (at < end && (is(at, end, '>') || signs_[at].is == sort::blank || columns(signs_[at]) == 0)) ++at;
        return at;
    }

    static size_t columns(const sign& one) {
        return one.is == sort::bidi || (one.is == sort::control && one.code < 0x80) ? 0 : columns_of(one);
    }

    void measure(line& it) const {
        const size_t end = it.end;
        bool in_first = true;
        size_t wide = 0;
        it.columns = it.indent;
        for (size_t at = it.word; at < end; ++at) {
            const size_t more = at < it.body ? 0 : columns(signs_[at]);
            it.columns += more;
            if (more != 0) it.letters += at < it.front ? more : 1;  // a blank before the first word is no letter
            if (more == 2 && at >= it.front) ++wide;
            if (at < it.body) {
            } else if (is_plain_blank(signs_[at])) {
                it.blank_inside = it.blank_inside || it.first_word != 0;
                in_first = in_first && it.first_word == 0;
            } else if (in_first && at >= it.front) {
                if (more == 1 || it.first_word == 0) it.first_word += more;
                in_first = more != 2;
            }
            if (signs_[at].looks != glyph::nothing) {
                if (it.first == glyph::nothing) it.first = is_note(signs_[it.word]) ? glyph::other : signs_[at].looks;
                if (is_note(signs_[at])) it.last = 0xFFFD;
                else if (signs_[at].is != sort::blank) it.last = signs_[at].code;
            }
        }
        it.two_columns = wide != 0;
        it.rule = is_rule(it.word, it.end, rule_most);
    }

    // Three or more of one of - = * _ ~, with or without blanks, in so many bytes: layout 4.
    static constexpr size_t rule_most = 120;
    bool is_rule(size_t at, size_t end, size_t most) const {
        size_t signs = 0;
        const point code = at < end ? signs_[at].code : 0;
        for (const size_t begin = offset_of(at); at < end && signs_[at].begin - begin < most; ++at) {
            if (is_plain_blank(signs_[at])) continue;
            if (signs_[at].code != code) return false;
            ++signs;
        }
        return signs >= 3 && (code == '-' || code == '=' || code == '*' || code == '_' || code == '~');
    }

    // ---- layout: how lines join into blocks ----

    // Does the block go on over the line end behind `last`? (`words`: what ends there.)
    bool goes_on(const line& first, const line& last, bool one_line, size_t words) {
        if (last.end == signs_.size()) return false;
        const size_t seen = words + most_.next;
        const line next = look_at(last.end + 1, seen, true);
        if (next.is_wordless()) return false;                          // 1
        using stet::line_mark;
        const bool dash = next.mark == line_mark::bullet && is(next.word, next.end, '-');
        if (next.mark == line_mark::hash || (next.mark == line_mark::bullet && !dash)) return false;  // 2
        if (first.mark == line_mark::hash) return false;  // (only the first line of a block can be one)
        if ((next.mark == line_mark::quoted || first.mark == line_mark::quoted) &&
            (next.mark != first.mark || next.level != first.level))
            return false;
        if (dash || next.mark == line_mark::number) {                                         // 3
            if (first.mark == next.mark) return false;
            const glyph looks = stet::detail::glyph_of(last.last);
            const bool sign_beyond_ascii = last.last >= 0x80 && looks > glyph::letter && looks != glyph::digit;
            if (last.is_announcement() || sign_beyond_ascii) return false;
            if (next.mark == line_mark::number && next.number == 1) return false;
        }
        if (first.rule || next.rule) return false;                                             // 4
        const bool item = first.mark == line_mark::bullet || first.mark == line_mark::number;
        if (first.mark != line_mark::quoted) {                                                    // 5
            if (next.indent > last.indent + 1 && !(item && one_line)) return false;
            if (next.indent + 1 < last.indent && !one_line) return false;
        }
        if (is_wide(last, one_line) || next.is_wide()) return false;                          // 6
        return fits_layout(last, next, seen, one_line);
    }

    size_t words_end(const line& it) const {
        size_t end = it.end;
        while (end > it.word && signs_[end - 1].is == sort::blank) --end;
        return offset_of(end);
    }

    // The block's end, if it ends with these lines. Of what is longer than is looked ahead, blanks at
    // its end may have been told as text: they are, if it is told as if nothing were known of its end.
    size_t end_of(const std::vector<line>& lines, size_t blank_lines) const {
        const line& last = lines.back();
        const size_t words = words_end(last);
        const bool is_long = offset_of(last.end) - offset_of(lines[0].word) > most_.heading;
        if (!is_long || words == offset_of(last.end) || offset_of(last.end) - offset_of(last.begin) < most_.run) return words;
        article tried(*this);
        tried.tell_lines(lines, blank_lines);
        return std::max(words, offset_of(tried.block_end_));
    }

    // 6: between blank lines, a block's first line is not measured to its end.
    bool is_wide(const line& last, bool one_line) const {
        const size_t size = offset_of(last.end) - offset_of(last.word);
        return last.is_wide() || (one_line && layout_ == layout::spaced && size > most_.heading);
    }

    // 7: would the next line's first word not have fitted into a text of that width?
    static bool was_wrapped(const line& one, const line& next, size_t width) {
        return one.columns + 1 + next.first_word > width;
    }

    bool fits_layout(const line& last, const line& next, size_t seen, bool one_line) {
        if (layout_ == layout::wrapped || !one_line)                                          // 7
            return was_wrapped(last, next, width_ - width_ / 4) || (letters_ != 0 && last.letters + 2 >= letters_);
        if (layout_ == layout::dense) return false;                                           // 9
        if (!next.whole) return false;
        if (last.two_columns && last.letters >= 25 && last.letters == next.letters) return true;  // 8
        if (last.columns < 50 || !was_wrapped(last, next, next.columns)) return false;
        const bool ends = next.end == signs_.size();
        const line after = ends ? line() : look_at(next.end + 1, seen, true);
        if (ends || after.begin == signs_.size())
            return (ends || after.whole) && next.first == glyph::lower;
        if (after.is_wordless()) return after.whole;
        if (after.is_wide() || !was_wrapped(last, next, after.columns)) return false;
        return next.columns >= 50 && was_wrapped(next, after, std::max(last.columns, after.columns));
    }

    void joined(const line& last, bool one_line) {
        if (one_line && layout_ != layout::wrapped) width_ = letters_ = 0;
        width_ = std::max(width_, std::min<size_t>(last.columns, 255));
        if (last.two_columns) letters_ = std::max(letters_, last.letters);
    }

    // 9: what a block's end shows.
    void ended(const line& last, size_t lines, size_t words) {
        const line next = last.end < signs_.size() ? look_at(last.end + 1, words + most_.next, true) : line();
        if (last.end == signs_.size() || next.is_wordless()) {
            if (lines > 1 && !last.is_wide()) layout_ = layout::wrapped;
            else if (is_wide(last, lines == 1) || layout_ == layout::dense) layout_ = layout::spaced;
        } else if (is_wide(last, lines == 1) || next.is_wide()) {
            layout_ = layout::dense;
        }
    }

    // ---- blocks ----

    // Tells the block that begins on this line. Gives the line end behind it.
    size_t tell_block(size_t line_begin, size_t blank_lines) {
        std::vector<line> lines = {look_at(line_begin, all)};
        lines[0].rule = is_rule(lines[0].word, lines[0].end, std::min(rule_most, most_.heading + 1));
        size_t words = end_of(lines, blank_lines);
        while (goes_on(lines[0], lines.back(), lines.size() == 1, words)) {
            joined(lines.back(), lines.size() == 1);
            lines.push_back(look_at(lines.back().end + 1, all, true));
            words = end_of(lines, blank_lines);
        }
        told_in_ = layout_;
        ended(lines.back(), lines.size(), words);
        tell_lines(lines, blank_lines);
        return lines.back().end;
    }

    void tell_lines(const std::vector<line>& lines, size_t blank_lines) {
        const line& first = lines.front();
        const line& last = lines.back();
        size_t end = last.end;
        while (end > first.word && signs_[end - 1].is == sort::blank) --end;
        if (end < first.behind) {
            end = first.behind;
        }

        const stet::candidate found = candidate_of(first, last, end, blank_lines, learn(lines));
        const stet::evidence seen = rules_.measure(found);
        const kind is = rules_.classify(seen);
        rules_.begin(seen, is);
        if (is == kind::paragraph || is == kind::deck) {
            margin_ = std::min(margin_, indent_);
            margin_known_ = true;
        }
        if (is == kind::furniture && !text_follows(found)) end_sections(1);
        is_long_ = found.is_long;
        last_told_ = 0;
        tell_structure(is, first, end, lines);
        end = block_end_;
        rules_.end(offset_of(end) - offset_of(first.word), last_told_);
    }

    // What has been learned of the text by this block.
    // Gives how many of its lines are known when its kind is told: 5.
    size_t learn(const std::vector<line>& lines) {
        indent_ = lines[0].word_indent;
        size_t known = 1;
        for (; known < lines.size(); ++known) {
            if (offset_of(lines[known - 1].end) - offset_of(lines[0].word) > most_.heading) break;
            indent_ = std::min(indent_, lines[known].indent);
        }
        return known;
    }

    stet::candidate candidate_of(const line& first, const line& last, size_t end, size_t blank_lines, size_t lines) {
        stet::candidate found;
        const size_t begin = offset_of(first.word);
        found.is_long = offset_of(last.end) - begin > most_.heading;
        size_t stop = end;
        if (found.is_long) {
            while (stop > first.behind && offset_of(stop) > begin + most_.heading) --stop;
            while (stop > first.behind && signs_[stop - 1].is == sort::blank) --stop;
        }
        found.block = {text_.data() + offset_of(first.behind), offset_of(stop) - offset_of(first.behind)};
        found.mark = first.mark;
        found.level = static_cast<uint8_t>(first.level);
        found.number = static_cast<uint16_t>(first.number);
        const bool compared = lines > 1 || (found.is_long ? told_in_ : layout_) == layout::wrapped;
        found.indent = static_cast<uint8_t>(margin_known_ && compared && indent_ > margin_ ? std::min<size_t>(indent_, 255) - std::min<size_t>(margin_, 255) : 0);
        found.lines = static_cast<uint8_t>(lines);
        found.blank_before = static_cast<uint8_t>(blank_lines);
        if (found.is_long || last.end == signs_.size()) return found;
        const size_t seen = offset_of(end) + most_.next;
        for (size_t at = last.end + 1; at < signs_.size() && signs_[at].end <= seen; ++found.next_blank) {
            line next = look_at(at, seen);
            if (!next.is_blank()) {
                found.next_line = offset_of(next.end) - offset_of(next.word);
                const line next_last = last_of_next(next, seen);
                size_t seen_to = next_last.end;
                const size_t limit = std::min(seen, text_.size());
                if (seen_to > next.word && signs_[seen_to - 1].end == limit && is_cut_behind(seen_to - 1)) --seen_to;
                found.next = {text_.data() + offset_of(next.word), offset_of(seen_to) - offset_of(next.word)};
                found.next_whole = next_last.whole;
                found.next_line = std::min(found.next_line, found.next.size);
                next.end = seen_to;
                next_ = next;
                return found;
            }
            at = next.end + 1;
        }
        found.next_blank = 0;
        return found;
    }

    // The last line that is seen of the block behind: in wrapped text full lines go on.
    line last_of_next(const line& first, size_t seen) const {
        line last = first;
        if (layout_ != layout::wrapped || first.mark == stet::line_mark::hash || first.mark == stet::line_mark::quoted || first.rule)
            return last;
        const bool item = first.mark == stet::line_mark::bullet || first.mark == stet::line_mark::number;
        for (bool one_line = true; last.whole && last.end < signs_.size() && signs_[last.end].end <= seen; one_line = false) {
            const bool full = last.columns > width_ - width_ / 4 || (letters_ != 0 && last.letters + 2 >= letters_);
            const line next = look_at(last.end + 1, seen, true);
            if (!full || last.is_wide() || next.is_wide() || next.is_wordless() || next.rule || next.mark != stet::line_mark::none) break;
            if (next.indent > last.indent + 1 && !(item && one_line)) break;
            if (next.indent + 1 < last.indent && !one_line) break;
            last = next;
        }
        return last;
    }

    // ---- sections ----

    void end_sections(size_t level) {
        while (!sections_.empty() && sections_.back().level >= level) {
            tell_end(sections_.back(), section_end_);
            sections_.pop_back();
        }
    }

    // Furniture is in no section, but before a line that looks like running text.
    bool text_follows(const stet::candidate& found) const {
        if (found.next.empty()) return false;
        if (is(next_.word, next_.end, '#')) return true;
        if (!found.next_whole) return next_.first != glyph::copyright;
        size_t end = next_.end;
        while (end > next_.word && signs_[end - 1].is == sort::blank) --end;
        if (end - next_.word > 1 && signs_[end - 1].looks == glyph::quote) --end;
        const glyph looks = signs_[end - 1].looks;
        return next_.first != glyph::copyright && (stet::detail::is_sentence_end(looks) || looks == glyph::colon);
    }

    void tell_structure(kind is, const line& first, size_t end, const std::vector<line>& lines) {
        const size_t begin = offset_of(first.word);
        const uint8_t level = is != kind::heading ? uint8_t{0} : first.mark == stet::line_mark::hash ? static_cast<uint8_t>(first.level) : uint8_t{2};
        if (is == kind::heading) {
            end_sections(level);
            event& section = tell(kind::section, edge::begin, begin, begin);
            section.level = level;
            section.index = ++section_count_;
            sections_.push_back(section);
        }
        event& begun = tell(is, edge::begin, begin, begin);
        begun.level = level;
        const event structure = begun;
        tell_inside(is, lines, end);
        end = block_end_;
        tell_end(structure, offset_of(end));
        section_end_ = offset_of(end);
        paragraph_seen_ = paragraph_seen_ || is == kind::paragraph;
    }

    // ---- inside a block ----

    void tell_inside(kind is, const std::vector<line>& lines, size_t end) {
        block_begin_ = lines[0].behind;
        block_end_ = end;
        markers_.clear();
        doubles_.clear();
        for (const line& each : lines)
            if (&each == &lines[0] || (each.mark == stet::line_mark::quoted && skip_blanks(each.begin, each.end) == each.word))
                markers_.push_back({each.word, each.behind});
        size_t at = lines[0].behind;
        if (at != lines[0].word) tell(kind::marker, edge::span, offset_of(lines[0].word), offset_of(at));
        if (is == kind::paragraph && !paragraph_seen_) at = tell_dateline(at, end);
        text_begin_ = at;
        quotes_begin_ = at;
        in_paragraph_ = is == kind::paragraph;
        carries_ = is == kind::paragraph || is == kind::block_quote;
        while (at < end) {
            const sign& one = signs_[at];
            if (is_note(one)) {
                end_text(at);
                text_begin_ = at = tell_note(at);
            } else if (ends_line(at)) {
                text_begin_ = at = tell_soft_break(end_text(at));
            } else {
                const size_t behind = tell_mark(at);
                if (behind == at + 2 && told_end_ != behind) doubles_.push_back(at);
                at = behind != 0 ? behind : at + 1;
            }
        }
        block_end_ = std::max(end, end_text(end));
        end_quotations(block_end_);
    }

    // Gives what is behind the text.
    size_t end_text(size_t at) {
        text_begin_ = tell_text(text_begin_, at);
        return text_begin_;
    }

    // Is there nothing but blanks up to a line end?
    bool ends_line(size_t at) const {
        const size_t behind = skip_blanks(at, block_end_);
        return behind < block_end_ && signs_[behind].is == sort::line_end;
    }

    // The line end, blanks before it and the indentation after it; then the marker, if ">" is one.
    size_t tell_soft_break(size_t at) {
        const size_t line_end = skip_blanks(at, block_end_);
        size_t behind = skip_blanks(line_end + 1, block_end_);
        tell(kind::soft_break, edge::span, offset_of(at), offset_of(behind));
        for (const auto& marker : markers_)
            if (marker.first == behind && marker.second != behind) {
                tell(kind::marker, edge::span, offset_of(behind), offset_of(marker.second));
                return marker.second;
            }
        return behind;
    }

    // ---- dateline ----

    size_t tell_dateline(size_t begin, size_t end) {
        const size_t behind = dateline_end(begin, end);
        if (behind == begin) return begin;
        const event begun = tell(kind::dateline, edge::begin, offset_of(begin), offset_of(begin));
        tell_text(begin, behind, true);
        tell_end(begun, offset_of(behind));
        return behind;
    }

    static bool is_plain_blank(const sign& one) { return one.code == ' ' || one.code == '\t'; }

    // Behind the dash that ends it; `begin` if there is none.
    size_t dateline_end(size_t begin, size_t end) const {
        size_t words = 0, small = 0, brackets = 0;
        bool open = false, in_word = false;
        const size_t seen = signs_[markers_.front().first].begin + most_.heading;
        if (begin == end || !(is_letter(signs_[begin]) || signs_[begin].looks == glyph::nothing || signs_[begin].looks == glyph::digit || signs_[begin].code == ',')) return begin;
        for (size_t at = begin; at < end; ++at) {
            const sign& one = signs_[at];
            const bool low_line = one.code == '_', hyphen = one.code == '-';
            if (low_line || hyphen || (one.code >= 0x2013 && one.code <= 0x2015)) {           // 2
                const bool two = hyphen && is(at + 1, end, '-');
                const size_t behind = two ? at + 2 : at + 1;
                const bool set_off = at > begin && !in_word;
                const bool ends = behind < end && signs_[behind].end <= std::min(signs_[begin].begin + 96, seen) && is_plain_blank(signs_[behind]) && (set_off || two || !(low_line || hyphen));
                if (ends) return !open && is_place(begin, at) && (!is_long_ || goes_on(behind, seen)) ? behind : begin;
                if (two || !in_word) return begin;
            } else if (is_plain_blank(one) || one.code == 0xA0) {
                in_word = false;
            } else if (one.looks == glyph::nothing && !is_note(one)) {
                continue;
            } else if (is_note(one) || one.is == sort::line_end) {
                return begin;
            } else if (is_letter(one) || one.looks == glyph::digit) {                         // 1
                if (!in_word && ++words > 10) return begin;
                if (!in_word && !open && one.looks == glyph::lower && ++small > 2) return begin;
                in_word = true;
            } else if (one.code == '(') {
                if (++brackets > 1 || words == 0) return begin;
                open = true;
                in_word = false;
            } else if (one.code == ')') {
                if (!open) return begin;
                open = in_word = false;
            } else if (one.code == ',' || ((one.code == '.' || one.code == '/') && words != 0)) {
                in_word = false;
            } else if (!in_word || (one.code != '\'' && one.code != 0x2019)) {
                return begin;
            }
        }
        return begin;
    }

    // Is there more than blanks, as far as this offset is seen?
    bool goes_on(size_t at, size_t seen) const {
        while (at < signs_.size() && (signs_[at].is == sort::blank || signs_[at].is == sort::line_end) && signs_[at].end <= seen) ++at;
        return at < signs_.size() && signs_[at].end <= seen && !(signs_[at].end == seen && is_cut_behind(at));
    }

    // dateline 3
    bool is_place(size_t begin, size_t dash) const {
        size_t at = dash;
        while (at > begin && (signs_[at - 1].is == sort::blank || signs_[at - 1].looks == glyph::nothing)) --at;
        if (at == begin) return false;
        if (signs_[at - 1].code == ')') return true;
        size_t capitals = 0;
        for (at = begin; at < dash && !is_letter(signs_[at]) && signs_[at].looks != glyph::digit;) ++at;
        const auto in_word = [](const sign& one) { return is_letter(one) || one.looks == glyph::digit || one.looks == glyph::nothing; };
        for (; at < dash && (in_word(signs_[at]) || signs_[at].code == '\'' ||
                             signs_[at].code == 0x2019 || signs_[at].code == '-' || signs_[at].code == '_' ||
                             (signs_[at].code >= 0x2013 && signs_[at].code <= 0x2015));
             ++at) {
            if (signs_[at].looks == glyph::upper) ++capitals;
            else if (is_letter(signs_[at])) return false;
        }
        return capitals >= 2;
    }

    // ---- quotations ----

    // A mark, and what stands beside it.
    struct mark {
        const mark_row* row = nullptr;
        size_t begin = 0, end = 0;  // signs
        sign before, after;         // zero-width characters looked through
        size_t seen = all;          // the offset that what is behind it is seen up to
        bool opening = false, closing = false;  // that it stands like
        bool first_of_three = false;
    };

    static const mark_row* row_of(point code) {
        if (code >= 0x2013 && code <= 0x2015) code = 0x2014;
        for (const mark_row& row : mark_rows)
            if (row.code == code) return &row;
        return nullptr;
    }

    static constexpr mark_row apostrophes = {0x27, "''", straight, false, "'' RR"};

    static sign blank_sign() { return {0, 0, ' ', sort::blank, glyph::blank}; }

    bool in_marker(size_t at) const {
        for (const auto& each : markers_)
            if (at >= each.first && at < each.second) return true;
        return false;
    }

    // The neighbours; a block's edge, a line end and an opening mark count as blanks.
    sign before(size_t at) const {
        while (at > block_begin_ && !opened_behind(at)) {
            --at;
            if (in_marker(at) || signs_[at].is == sort::line_end) return blank_sign();
            if (signs_[at].looks != glyph::nothing) return neighbour(at);
        }
        return {0, 0, 0, sort::blank, glyph::blank};
    }
    // (Behind, `seen` is the offset that is seen up to: what is cut there counts as a letter.)
    sign after(size_t at, size_t seen = all) const {
        for (; at < stop(); ++at) {
            if (signs_[at].begin >= seen) return blank_sign();
            if (!is_seen(at, seen)) return {signs_[at].begin, seen, 0xFFFD, sort::ill_formed, glyph::letter};
            if (signs_[at].is == sort::line_end) return blank_sign();
            if (signs_[at].looks != glyph::nothing) return neighbour(at);
        }
        return blank_sign();
    }
    // What belongs in no text counts as a letter.
    sign neighbour(size_t at) const {
        sign one = signs_[at];
        if (is_note(one)) one.looks = glyph::letter;
        else if (one.is == sort::blank) one.looks = glyph::blank;
        return one;
    }

    static bool is_blank(const sign& one) { return one.looks == glyph::blank; }
    // A full stop is one, but where it stands right behind the mark and a letter, a digit, another
    // full stop or anything beyond ASCII behind it ("...", ".45").
    bool is_closing_sign(const mark& it) const {
        const sign& one = it.after;
        if (one.code == '.' && one.begin == offset_of(it.end)) {
            const uint8_t behind = one.end < std::min(offset_of(stop()), it.seen) ? static_cast<uint8_t>(text_[one.end]) : ' ';
            return behind < 0x80 && behind != '.' && !(behind >= '0' && behind <= '9') && !((behind | 0x20) >= 'a' && (behind | 0x20) <= 'z');
        }
        const point code = one.code;
        return code < 0x80 && std::string(".)],;:?!").find(static_cast<char>(code)) != std::string::npos;
    }
    static bool is_narrow(const sign& one) {
        return one.looks <= glyph::digit && columns_of(one) != 2;
    }

    // The mark at a place; the same sign twice may be one mark (quote 9).
    // From afar, before the marks up to it are decided, it is no twin, and none before it is known
    // for an apostrophe.
    mark mark_at(size_t at, bool from_afar = false) const {
        mark it;
        it.row = row_of(signs_[at].code);
        it.begin = at;
        it.end = at + 1;
        if (it.row == nullptr || is_note(signs_[at])) {
            it.row = nullptr;
            return it;
        }
        const point code = signs_[at].code;
        if (it.end < stop() && signs_[it.end].code == code) {
            if (!from_afar && (code == 0x27 || code == 0x2019) && it.end + 1 < stop() && signs_[it.end + 1].code == code && closes_single(it)) {
                it.first_of_three = true;  // 9
            } else if (code == 0x27 || code == 0x2019) {
                it.row = &apostrophes;
                ++it.end;
            } else if (code == 0x2018 || code == 0x201B) {
                it.row = row_of(0x201C);
                ++it.end;
            } else if (!from_afar && is_twin(it)) {
                ++it.end;
            }
        }
        it.before = before(it.begin);
        if (!from_afar) it.seen = signs_[it.begin].begin + most_.look();
        it.after = after(it.end, it.seen);
        const bool text = !from_afar && !is_single(*it.row) && !is_told(it.before);
        stand(it, text && (it.before.code == '\'' || it.before.code == 0x2019));
        return it;
    }

    bool closes_single(const mark& it) const { return !open_.empty() && has(open_.back().by->closed_by, it.row->name); }

    // 9: twice in a row it is one mark, where it closes nothing, or what another such mark opened.
    bool is_twin(const mark& it) const {
        if (closes_single(it)) return open_.back().inside - open_.back().begin == 2 && is_twin_point(signs_[open_.back().begin].code);
        return is_twin_point(signs_[it.begin].code);
    }
    static bool is_twin_point(point code) { return code == 0x201C || code == 0x201F || code == 0x22 || code == 0xFF02; }

    // 1
    void stand(mark& it, bool apostrophe) const {
        const point b = it.before.code;
        const bool bracket = b == '(' || b == '[';
        const bool joint = b == '-' || (b >= 0x2010 && b <= 0x2015) || b == '/';
        it.opening = (is_blank(it.before) || bracket || joint || apostrophe) && !is_blank(it.after) && !is_closing_sign(it);
        it.closing = !is_blank(it.before) && !bracket && !apostrophe && !is_narrow(it.after) &&
                     (!joint || is_blank(it.after) || is_closing_sign(it));
    }

    // Is this sign the last mark that opened or closed?
    bool is_told(const sign& one) const { return one.end == offset_of(told_end_); }

    // Did the mark right before a place open a quotation?
    bool opened_behind(size_t at) const { return !open_.empty() && open_.back().inside == at; }

    // 2, between letters or digits
    static bool is_apostrophe(const mark& it) {
        return (is_single(*it.row) || it.row == &apostrophes) && is_narrow(it.before) && is_narrow(it.after);
    }
    // Low ones and guillemets are of the single rank, but no apostrophes.
    static bool is_single(const mark_row& row) {
        return row.single && row.stands != low && row.name != std::string("<") && row.name != std::string(">");
    }

    // 2: is what follows a word that lost its beginning?
    bool is_rest_of_word(size_t at) const {
        std::string word;
        size_t digits = 0;
        for (; at < stop() && signs_[at].code < 0x80; ++at) {
            const char one = static_cast<char>(signs_[at].code | 0x20);
            if (signs_[at].looks == glyph::digit && word.empty()) ++digits;
            else if (one >= 'a' && one <= 'z' && is_letter(signs_[at])) word += one;
            else break;
        }
        if (digits != 0) return digits == 2;
        const bool ends = at == stop() || signs_[at].code <= 0x20;
        const bool consonant = word.size() == 1 && std::string("aeiou").find(word) == std::string::npos;
        if (consonant && (ends || signs_[at].code == '-')) return true;
        const uint8_t behind = at == stop() ? uint8_t{0} : static_cast<uint8_t>(text_[signs_[at].begin]);
        if (behind >= 0x80 && behind != 0xE2) return false;  // beyond ASCII, all but U+2000 to U+2FFF is letters
        if (word == "n") return true;
        for (const char* each : {"em", "til", "till", "tis", "twas", "twill", "twere", "cause", "cos", "bout", "round",
                                 "fore", "nuff", "cept", "ne", "nen", "ner", "nem"})
            if (word == each) return true;
        return false;
    }

    static bool has(const char* list, const char* one) {
        const std::string padded = std::string(" ") + list + " ";
        return padded.find(std::string(" ") + one + " ") != std::string::npos;
    }

    // 3: the innermost quotation that the mark can close, from this one outward; open_.size(): none.
    size_t target_of(const mark& it, size_t below) const {
        for (size_t i = below; i-- > 0;)
            if (has(open_[i].by->closed_by, it.row->name)) return i;
        return open_.size();
    }

    bool opened(const char* name) const { return std::find(opened_.begin(), opened_.end(), name) != opened_.end(); }

    // Decides what is at a place. Gives what is behind it, or 0: text.
    size_t tell_mark(size_t at) {
        const mark it = mark_at(at);
        if (it.row == nullptr) return 0;
        if (it.row->stands == dash) return tell_dash(it);
        if (is_apostrophe(it)) return it.end;
        if (it.row->name == std::string("\"") && is_hebrew(it.before) && is_hebrew(it.after) && is_last_letter(it)) return it.end;
        const size_t target = target_of(it, open_.size());
        const bool can_close = target != open_.size();
        const bool single = is_single(*it.row);
        const bool twin = it.end - it.begin == 2 && it.row != &apostrophes && signs_[it.begin].code != 0x2018 && signs_[it.begin].code != 0x201B;
        if (twin && !closes_single(it) && is_blank(it.after)) return it.end;
        const size_t told = tell_sided(it, target, can_close, single);
        return told == 0 && it.end - it.begin == 2 ? it.end : told;
    }
    size_t tell_sided(const mark& it, size_t target, bool can_close, bool single) {
        switch (it.row->stands) {
            case low:
            case opening_corner: return open(it);
            case closing_corner: return can_close ? close(it, target) : 0;
            case left:
                if (can_close && !it.opening && (!single || it.closing)) return close_if_sure(it, target);
                if (is_spaced(it)) return open_between_blanks(it);
                return it.closing && !is_letter(it.after) ? 0 : open_if_sure(it);
            case right:
                if (can_close && (!single || it.closing)) return close_if_sure(it, target);
                if (is_spaced(it)) return open_between_blanks(it);
                return it.opening ? open_if_sure(it) : 0;
            default: break;
        }
        // 7
        const bool like = can_close && open_[target].by->name == std::string(it.row->name);
        if (like && (!single || it.closing)) return close_if_sure(it, target);
        if (it.opening) return open_if_sure(it);
        if (can_close && (!single || it.closing)) return close_if_sure(it, target);
        if (is_spaced(it)) return open_between_blanks(it);
        if (!single && !is_blank(it.after) && !is_closing_sign(it) && !(is_narrow(it.before) && !is_narrow(it.after)))
            return open_if_sure(it);
        return 0;
    }

    // 11
    size_t tell_dash(const mark& it) {
        size_t behind = it.end;  // zero-width characters and line ends looked through
        const auto passed = [&](const sign& one) {
            return one.is == sort::blank || one.is == sort::line_end || one.looks == glyph::nothing;
        };
        while (behind < stop() && passed(signs_[behind])) ++behind;
        if (behind < stop() && signs_[behind].begin >= signs_[it.begin].begin + most_.look()) behind = stop();
        if (!is_blank(it.after)) behind = it.end;
        if (it.begin == quotes_begin_) {
            if (!opens_dialogue(it, behind)) return 0;
            dialogue_ = true;
            blanks_behind_ = behind != it.end;
            return open(it);
        }
        if (!dialogue_) return 0;
        if (open_.empty()) {
            const bool resumes = blanks_behind_ ? is_blank(it.before) && is_blank(it.after) : !is_blank(it.before);
            return resumes ? open(it) : 0;
        }
        if (open_.back().by->stands != dash || !begins_narration(it, behind)) return 0;
        size_t end = it.begin;
        while (end > open_.back().inside && signs_[end - 1].is == sort::blank) --end;
        end = end_text(end);
        end_quotation(end, end, false);
        return it.end;
    }

    bool opens_dialogue(const mark& it, size_t behind) const {
        if (behind != it.end && (opened("LL") || opened("\"") || opened("''"))) return false;
        const sign front = after(behind, it.seen);
        const bool begins = front.looks == glyph::upper || front.code == 0xBF || front.code == 0xA1 ||
                            front.looks == glyph::ellipsis;
        const line whole = look_at(it.begin, all);
        const size_t end = std::min(whole.end, stop());
        glyph last = glyph::nothing;
        for (size_t at = end; at > it.end && last == glyph::nothing;)
            if (signs_[--at].is != sort::blank && signs_[at].is != sort::bidi) last = neighbour(at).looks;
        const size_t seen = offset_of(it.begin) + most_.look();
        const bool is_seen_whole = offset_of(stop()) < seen || (end < signs_.size() && is_seen(end, seen));
        const bool ends = is_seen_whole && offset_of(end) < offset_of(it.begin) + 3 + 56;
        return begins && (!ends || stet::detail::is_sentence_end(last));
    }

    bool begins_narration(const mark& it, size_t behind) const {
        const bool blank_before = is_blank(it.before), blank_behind = behind != it.end;
        const sign front = after(behind, it.seen);
        if (!blanks_behind_) return blank_before && !blank_behind && front.looks <= glyph::digit;
        if (!blank_before || !blank_behind || front.looks != glyph::lower) return false;
        if (front.code < 0x400 || front.code > 0x52F) return true;
        size_t at = it.begin;
        while (at > block_begin_ && signs_[at - 1].is == sort::blank) --at;
        const sign last = before(at);
        const bool closing = last.code < 0x80 && std::string(".)],;:?!").find(static_cast<char>(last.code)) != std::string::npos;
        return closing || stet::detail::is_sentence_end(last.looks);
    }

    static bool is_hebrew(const sign& one) { return one.code >= 0x05D0 && one.code <= 0x05EA; }
    bool is_last_letter(const mark& it) const {
        size_t at = it.end;
        while (at < block_end_ && signs_[at].looks == glyph::nothing) ++at;
        return !is_hebrew(after(at + 1, it.seen));
    }

    // 8c
    bool is_spaced(const mark& it) const {
        const std::string name = it.row->name;
        return (name == "LL" || name == "RR" || name == "\"") && is_blank(it.before) && is_blank(it.after);
    }
    size_t open_between_blanks(const mark& it) {
        const foreseen next = next_mark(it, true, "", [](const mark&) { return false; });
        const bool first = it.before.code == 0 || it.row->name == std::string("LL");
        const bool opens = next == foreseen::closes || next == foreseen::between_blanks || (next == foreseen::beyond && first);
        return opens ? open(it) : 0;
    }

    // Up to here a doubted mark may look: of a long block it is not known yet where it ends.
    size_t stop() const { return is_long_ ? signs_.size() : block_end_; }

    // Is a code point seen as a whole?
    bool is_seen(size_t at, size_t seen) const {
        const sign& one = signs_[at];
        if (one.begin >= seen || (one.end > seen && one.code != 0x0D)) return false;
        return one.is != sort::ill_formed || one.end != seen || !is_cut_behind(at);
    }

    // The next mark of the same rank that stands like an opening or a closing one (8).
    template <class Passed>
    foreseen next_mark(const mark& doubted, bool plain, const char* outer, Passed passed, bool closes = false) const {
        const size_t seen = signs_[doubted.begin].begin + most_.look();
        const bool ends = offset_of(stop()) < seen;
        const size_t from = closes ? doubted.begin : doubted.end;
        for (size_t at = doubted.end; at < stop();) {
            if (!ends && !is_seen(at, seen)) return foreseen::beyond;
            if (is_long_ && signs_[at].is == sort::line_end && ends_paragraph(doubted.end, at, seen)) return foreseen::nothing;
            mark it = mark_at(at, true);
            if (it.row == nullptr || it.row->stands == dash) { ++at; continue; }
            size_t behind = it.end;
            while (behind < stop() && signs_[behind].looks == glyph::nothing) ++behind;
            if (!ends && (behind == stop() || !is_seen(behind, seen))) return foreseen::beyond;
            if (!ends && is_single(*it.row) && offset_of(it.end) + 8 > seen) return foreseen::beyond;
            at = it.end;
            if (it.row->single != doubted.row->single) {
                if (!it.row->single && has(outer, it.row->name)) return foreseen::nothing;
                continue;
            }
            it.before = seen_before(from, it.begin);
            it.seen = seen;
            stand(it, false);
            const bool apostrophe = !it.row->single && (it.before.code == '\'' || it.before.code == 0x2019);
            if (apostrophe) it.opening = is_narrow(it.after);
            if (it.row->single && is_apostrophe(it)) continue;
            if (is_blank(it.before) && is_blank(it.after)) {
                if (!it.row->single) return foreseen::between_blanks;
                continue;
            }
            const bool always = it.row->stands == low || it.row->stands == opening_corner;
            if (always || (it.opening && !it.closing)) {
                const bool word = is_single(*it.row) && (is_rest_of_word(it.end) || (!plain && it.row->name == std::string("R")));
                if (word) continue;
                return foreseen::opens;
            }
            if (it.closing && !passed(it)) return foreseen::closes;
        }
        return ends ? foreseen::nothing : foreseen::beyond;
    }

    // What stands before a mark for one who looks from another one.
    sign seen_before(size_t from, size_t at) const {
        for (; at > from; --at) {
            if (signs_[at - 1].is == sort::line_end) return blank_sign();
            if (signs_[at - 1].looks != glyph::nothing) return neighbour(at - 1);
        }
        return blank_sign();
    }

    // 8: does the paragraph end with this line, for one who cannot know it yet?
    bool ends_paragraph(size_t from, size_t line_end, size_t seen) const {
        const size_t next = line_end + 1;
        const bool empty = next < signs_.size() && signs_[next].is == sort::line_end && is_seen(next, seen);
        return empty || stet::detail::is_sentence_end(seen_before(from, line_end).looks);
    }

    // 8a
    size_t close_if_sure(const mark& it, size_t target) {
        const bool behind_letter = is_single(*it.row) && is_letter(it.before) && is_narrow(it.before);
        const bool apostrophe = (it.before.code == '\'' || it.before.code == 0x2019) && !is_told(it.before);
        const bool inches = it.before.looks == glyph::digit || apostrophe || it.before.code == 0x2032;
        const bool behind_digit = (it.row->name == std::string("\"") || it.row->name == std::string("RR")) && inches;
        const char* outer = it.row->single && open_.size() > 1 ? open_[0].by->closed_by : "";
        if (!it.first_of_three && (behind_letter || behind_digit) && open_[target].by != &apostrophes && (target == 0 || !has(open_[target - 1].by->closed_by, it.row->name))) {
            const bool signed_off = is_closing_sign(it);
            const foreseen next = next_mark(it, false, outer, [&](const mark& other) {
                return other.before.looks == glyph::digit || (other.row->single && (other.before.code | 0x20) == 's') || (signed_off && is_letter(other.before));
            }, true);
            if (next == foreseen::closes) return 0;
        }
        return close(it, target);
    }

    // 8b
    size_t open_if_sure(const mark& it) {
        const std::string name = it.row->name;
        const auto none = [](const mark&) { return false; };
        if (name == "''" && !may_open_apostrophes(it)) return it.end;
        if (is_single(*it.row) && (it.opening || open_.empty()) && is_rest_of_word(it.end)) {
            if (name == "R" || !open_.empty()) return 0;
            const foreseen next = next_mark(it, false, "", [](const mark& other) { return other.before.looks <= glyph::digit; });
            return next == foreseen::closes ? open(it) : 0;
        }
        if (open_.empty() && name == "R") {
            for (const std::string& each : opened_)
                if (each != "R") return 0;
            if (next_mark(it, true, "", none) != foreseen::closes) return 0;
        }
        if (open_.empty() && name == "'" && it.after.looks == glyph::lower && !may_open_small(next_mark(it, true, "", none))) return 0;
        return open(it);
    }

    static bool may_open_small(foreseen next) { return next == foreseen::closes || next == foreseen::beyond; }

    // 9
    bool may_open_apostrophes(const mark& it) const {
        if (opened("''")) return true;
        for (const std::string& each : opened_)
            if (each != "\"" && each != "'" && each != "L" && each != "R") return false;
        const size_t seen = signs_[it.begin].begin + most_.look();
        const point code = signs_[it.begin].code;
        for (size_t at = it.end; at + 1 < stop() && signs_[at + 1].end <= seen && signs_[at].is != sort::line_end; ++at)
            if (signs_[at].code == code && signs_[at + 1].code == code) return !is_narrow(seen_before(it.end, at)) || at == it.end;
        return true;
    }

    size_t open(const mark& it) {
        // 10
        if (it.row->name == std::string("LL") && !open_.empty() && open_.back().by->name == std::string("\"") &&
            open_.back().begin == quotes_begin_ && opened("LL")) {
            end_text(it.begin);
            leave_open(it.begin, open_.size() - 1);
        }
        if (open_.size() == most_.depth) return 0;                                            // 13
        end_text(it.begin);
        event& begun = tell(kind::quote, edge::begin, offset_of(it.begin), offset_of(it.begin));
        begun.nested = !open_.empty();
        begun.continued = carried_ && in_paragraph_ && it.begin == quotes_begin_ && open_.empty();
        open_.push_back({it.row, it.begin, begun, it.end, events_.size()});
        tell(kind::marker, edge::span, offset_of(it.begin), offset_of(it.end));
        text_begin_ = told_end_ = it.end;
        last_told_ = '"';
        if (!opened(it.row->name)) opened_.push_back(it.row->name);
        return it.end;
    }

    size_t close(const mark& it, size_t target) {
        end_text(it.begin);
        leave_open(it.begin, target + 1);
        tell(kind::marker, edge::span, offset_of(it.begin), offset_of(it.end));
        end_quotation(it.begin, it.end, false);
        last_told_ = '"';
        return text_begin_ = told_end_ = it.end;
    }

    // Ends all but the outer `keep` quotations as unclosed.
    void leave_open(size_t at, size_t keep) {
        while (open_.size() > keep) {
            tell(kind::note, edge::span, offset_of(at), offset_of(at)).reason = note_reason::unclosed;
            end_quotation(at, at, true);
        }
    }

    void end_quotations(size_t at) {
        const bool speaks = !open_.empty() && open_.front().by->stands == dash;
        carried_ = open_.size() > (speaks ? 1u : 0u) && carries_;
        leave_open(at, speaks ? 1 : 0);
        if (speaks) end_quotation(at, at, false);
        dialogue_ = false;
    }

    void end_quotation(size_t inside_end, size_t at, bool unclosed) {
        const quotation ended = open_.back();
        open_.pop_back();
        event end = ended.told;
        end.unclosed = unclosed;
        end.quoted = unclosed || ended.by->stands == dash || end.continued || !looks_like_title(ended, inside_end) ? stet::quote_class::direct
                                                                                       : stet::quote_class::unattributed;
        const bool by_block = unclosed || ended.by->stands == dash;
        end.whole = ended.begin == quotes_begin_ && open_.empty() && (by_block ? at == block_end_ : all_is_told(at));
        tell_end(end, offset_of(at));
    }

    // Is there nothing but one full stop, comma or semicolon behind?
    bool all_is_told(size_t at) const {
        const point code = at < block_end_ ? signs_[at].code : 0;
        if (is_long_ && skip_blanks(block_end_, signs_.size()) - at >= 8) return false;
        return at == block_end_ ||
               (at + 1 == block_end_ && (code == '.' || code == ',' || code == ';' || code == 0x3002));
    }

    // The signs of 96 bytes of text, with a break where a mark or a line end is told.
    static constexpr size_t line_break = static_cast<size_t>(-1);
    bool counts_as_letter(size_t at) const { return signs_[at].looks <= glyph::digit; }
    std::vector<size_t> counted_words(size_t event) const {
        std::vector<size_t> found;
        size_t bytes = 0;
        for (; event < events_.size(); ++event) {
            const stet::event& told = events_[event];
            if (told.side != edge::span || told.what != kind::text) {
                if (told.what != kind::note) found.push_back(line_break);
                continue;
            }
            auto at = sign_at(told.begin);
            for (; at != signs_.end() && at->begin < told.end && bytes < 96; bytes += at->end - at->begin, ++at)
                found.push_back(static_cast<size_t>(at - signs_.begin()));
        }
        return found;
    }

    // 14
    bool looks_like_title(const quotation& it, size_t end) const {
        const quotation& outermost = open_.empty() ? it : open_.front();
        size_t at = outermost.begin;
        const auto tells_nothing = [&](size_t i) {
            const bool unseen = signs_[i].looks == glyph::nothing || signs_[i].is == sort::bidi;
            return unseen || signs_[i].is == sort::blank || signs_[i].is == sort::line_end || in_marker(i);
        };
        while (at > block_begin_ && tells_nothing(at - 1)) --at;
        const point sentence = before(at).code;
        if (sentence == ',' || sentence == ':') return false;
        const std::vector<size_t> seen = counted_words(outermost.first_event);
        size_t words = 0;
        for (size_t i = 0; i < seen.size();) {
            const auto goes_on = [&](size_t k) {
                const point code = k < seen.size() && seen[k] != line_break ? signs_[seen[k]].code : ' ';
                const bool counts = k < seen.size() && seen[k] != line_break && counts_as_letter(seen[k]);
                return counts || code == '\'' || code == 0x2019 || code == '.' || code == '-' || stet::detail::is_transparent(code);
            };
            if (seen[i] == line_break || !counts_as_letter(seen[i])) { ++i; continue; }
            const sign& first = signs_[seen[i]];
            size_t size = 0;
            for (++words; goes_on(i); ++i) size += counts_as_letter(seen[i]) ? 1 : 0;
            if ((words == 1 || size > 3) && is_letter(first) && first.looks != glyph::upper) return false;
        }
        sign last = blank_sign();
        for (size_t i = it.inside; i < end; ++i)
            if (signs_[i].looks != glyph::nothing && signs_[i].is != sort::blank && signs_[i].is != sort::line_end && !in_marker(i)) last = signs_[i];
        const bool end_mark = stet::detail::is_sentence_end(last.looks) || last.code == ',';
        if (words == 0) return false;
        if (words == 1) return !end_mark;
        return words <= 3 || !end_mark;
    }

    std::string_view text_;
    limits most_;
    std::vector<sign> signs_;
    stet::block_rules rules_;
    std::vector<event> events_;
    // layout
    size_t width_ = 0;    // of the widest line that is known to be wrapped
    size_t letters_ = 0;  // the same, of lines with letters of two columns
    enum class layout { unknown, wrapped, spaced, dense };
    layout layout_ = layout::unknown, told_in_ = layout::unknown;  // now; where a long block began
    size_t margin_ = 1000, indent_ = 0;  // the least columns before a line: of the text, of the block
    bool margin_known_ = false;
    line next_;  // the last candidate's next line
    // sections
    std::vector<event> sections_;
    size_t section_end_ = 0;
    uint16_t section_count_ = 0;
    bool paragraph_seen_ = false;
    // the block that is told
    size_t block_begin_ = 0, block_end_ = 0, text_begin_ = 0;
    size_t quotes_begin_ = 0;  // where its words begin, behind a dateline
    point last_told_ = 0;
    bool in_paragraph_ = false, carries_ = false, is_long_ = false;
    size_t told_end_ = 0;  // of the last mark that opened or closed
    std::vector<std::pair<size_t, size_t>> markers_;
    std::vector<size_t> doubles_;  // text that is two signs of one mark
    // quotations
    std::vector<quotation> open_;
    std::vector<std::string> opened_;  // names of marks that have opened a quotation in this text
    bool dialogue_ = false, blanks_behind_ = false;  // the block began with a dash
    bool carried_ = false;             // the block before left one open
};

template <class Limits> std::vector<event> parse(std::string_view text, stet::start from = stet::start::article) {
    return article(text, {Limits::heading, Limits::next, Limits::run, Limits::depth}, from == stet::start::body).read();
}

}  // namespace model

#endif  // STET_TESTS_MODEL_HPP
