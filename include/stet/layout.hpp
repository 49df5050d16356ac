// SPDX-License-Identifier: MIT
#ifndef STET_LAYOUT_HPP
#define STET_LAYOUT_HPP
#include "line.hpp"

// layout.hpp: how lines join into blocks. Nobody says whether a text is dense (a block a
// line), spaced (a blank line between blocks) or wrapped (blocks broken at some width); the
// widths of its lines do. These sentences are part of the contract.
//
//  1. A block ends where a blank line or the end of the article follows. A line begins with its
//     first sign that is no blank and told as no note; without a sign that has a column, or with
//     none but ">", it is blank.
//  2. It ends before a line that begins with "#", with "*", "+" or a bullet, or with ">"
//     where it does not itself, and after a line with "#"; a block quote of ">" goes on only
//     over lines with as many ">".
//  3. It ends before "-" or a number, if it begins with such a mark itself, or its last line
//     is a sentence's or an announcement's end (. : ; ! ?, beyond ASCII any sign), or the number
//     is 1.
//  4. It ends before and after a line that is only a rule ("---", "===", "***"), as far as it is
//     looked at: 120 bytes, and no further than Limits::heading on a block's first line.
//  5. It ends before a line that is indented deeper than its last one by two columns or more,
//     but for the second line of a list item; and before one that is indented less than its
//     last one by as much, but for its second line. (The lines of a block quote of ">" may be
//     indented as they like.) A tab is one column. The text's margin is the
//     least indentation of its paragraphs so far, a block's is that of its lines (of a long one's
//     that begin within Limits::heading); they are compared for a block of several lines, and for
//     all in a text that is known to be wrapped.
//  6. A line is wide when it has over 100 columns and a letter of two columns among them, or a
//     space or a tab behind its first word; that is where it could have been wrapped. As long as
//     all blocks stand between blank lines, so is the first line of a block that is longer than
//     Limits::heading. Wrapped text has no wide lines: a block ends before and after one.
//  7. What is left is decided by width; blanks at a line's end count. A line was wrapped if the
//     first word of the next line would not have fitted: its columns, a blank and that word
//     reach past the width of the text. The width is that of the widest line known to be
//     wrapped, 255 columns at most; a quarter less also counts, for text that was wrapped by
//     hand or by eye. A letter of two columns is a word for this. Scripts without blanks are
//     wrapped by letters: once a line with letters of two columns was, those were also that
//     have as many letters, or up to two less.
//  8. Before anything is known of the text, or when all blocks so far stood between blank
//     lines, that width is the widest of this line and the two after it, and the line must
//     have 50 columns itself, indentation counted; and the same must hold for the line after
//     it, unless that ends its block before a blank line, or ends the article and begins in
//     lower case. A blank line that ends the article is not one. A line with letters of two
//     columns goes on also if it has 25 letters or more, and the next one just as many.
//  9. A text with wide lines and no blank lines is dense: a block ends with its line. A blank
//     line ends that. A block of several lines before a blank line makes the text wrapped.

namespace stet {
namespace detail {

enum class text_layout : uint8_t { unknown, dense, spaced, wrapped };

constexpr uint8_t narrowest = 50;  // columns; sentence 8
constexpr uint8_t fewest = 25;     // letters; sentence 8

// Does a sentence or an announcement end with this? Beyond ASCII with any sign, be it a mark.
constexpr bool ends_something(code_point last) noexcept {
    if (last >= 0x80) return !is_letter(last) && !is_digit(last);
    return last == '.' || last == ':' || last == ';' || last == '!' || last == '?';
}

// What a block has shown of itself so far, for the question where it ends.
struct open_block {
    constexpr open_block() noexcept {}
    line_mark mark = line_mark::none;
    uint8_t level = 0;    // number of "#" or ">"
    uint8_t lines = 0;    // stops at 255
    uint8_t indent = 0;   // of its first line
    bool rule = false;    // its first line is a rule
};

// The widths of a text's lines, as far as they decide.
class layout {
public:
    constexpr layout() noexcept {}
    constexpr explicit layout(offset place) noexcept : next_(place), third_(place) {}

    // Does the line `last` go on in the line after it? Remembers what the answer shows.
    //   Requires: `rest` begins with the line end of `last` and holds Limits::next bytes, or
    //             less if nothing follows (`all`); `place` is its offset.
    //   Gives:    true for a soft break; then following() is the next line.
    template <class Limits>
    constexpr bool joins(const open_block& block, const line& last, code_point last_point,
                         const view& rest, offset place, bool all) noexcept {
        const uint8_t ended = last_line_end_size(rest.data, rest.size);
        const bool blank = !look<Limits>(rest, place, ended, all);
        if (blank) {
            leave_by_blank_line(block, last);
            return false;
        }
        const bool join = goes_on<Limits>(block, last, last_point, rest, place, all);
        if (join) {
            const uint8_t width = add_columns(last.indent, last.columns);
            if (block.lines == 1 && layout_ != text_layout::wrapped) width_ = letters_ = 0;
            width_ = greater(width_, width);
            if (last.doubles != 0)
                letters_ = greater(letters_, static_cast<uint8_t>(last.letters()));
        } else if (last.wide || next_.wide) {
            layout_ = text_layout::dense;
        }
        return join;
    }

    // Do lines have to be measured that are longer than the look-ahead?
    constexpr bool measures() const noexcept {
        return layout_ == text_layout::unknown || layout_ == text_layout::wrapped;
    }

    // Can the widths of lines still decide? Else the block ends at this line end: in a dense
    // text it ends with its line, and a blank line ends it in any text.
    //   Requires: `rest` as for joins().
    template <class Limits>
    constexpr bool widths_matter(const open_block& block, const view& rest) noexcept {
        if (block.lines > 1 || measures()) return true;
        const size_t blank = blank_line_size(rest);
        Limits::steps(blank);
        if (blank == 0) return layout_ == text_layout::spaced;
        layout_ = text_layout::spaced;
        return false;
    }

    // The line after the last one that joins() was asked about.
    constexpr const line& following() const noexcept { return next_; }

    // The same for a block that is still to come, whose first words are these.
    template <class Limits>
    constexpr const line& following(const view& words, offset place, uint8_t indent,
                                    bool all) noexcept {
        if (next_.begin == place) return next_;
        next_.start(place, indent);
        next_.measure(words.data, words.size, all);
        Limits::steps(next_.end - place);
        return next_;
    }

    // The line after that one, which begins at `place`: it need not be measured again.
    constexpr void keep(const line& measured, offset place) noexcept {
        third_.become(measured);
        third_start_ = place;
    }

    // In wrapped text, does a line go on whatever the next word is?
    constexpr bool is_full(const line& last) const noexcept {
        return last.width() > least_wrapped() || has_all_letters(last);
    }

    // And does a full one of a block that begins with `mark` go on in this line, whose words are
    // these? No, where joins() says so, and where a line mark would have to decide.
    static constexpr bool will_join(line_mark mark, bool one_line, const line& last,
                                    const line& next, const view& words) noexcept {
        return next.worded && !next.wide && indented_alike(mark, one_line, last, next.indent) &&
               mark_at(words).mark == line_mark::none && !is_rule(words);
    }

    // Forgets the text.
    constexpr void restart() noexcept {
        next_.begin = 0;  // (a line behind another begins later)
        next_.worded = next_.complete = third_.complete = false;
        layout_ = text_layout::unknown;
    }

    constexpr text_layout now() const noexcept { return layout_; }

private:
    // Measures the next line, unless that is done. False: it is blank, or there is none.
    template <class Limits>
    constexpr bool look(const view& rest, offset place, uint8_t ended, bool all) noexcept {
        const offset start = place + ended;
        if (third_.complete && third_start_ == start) {
            next_.become(third_);
        } else {
            next_.start(start, 0);
            next_.measure(rest.data + ended, rest.size - ended, all);
            Limits::steps(next_.end - start);
        }
        third_.complete = false;
        return next_.worded;
    }

    // Is there nothing but blanks, ">" and what has no column in the line after this line end (no
    // word, as line::measure sees them)? Gives how many bytes that took to see, 0 if there is
    // something.
    static constexpr size_t blank_line_size(const view& rest) noexcept {
        size_t i = last_line_end_size(rest.data, rest.size);
        bool in_margin = true;
        while (i < rest.size && last_line_end_size(rest.data + i, rest.size - i) == 0) {
            const decoded at = decode(rest.data + i, rest.size - i);
            if (at.form == decoded::cut) break;
            const bool ill = at.form == decoded::ill;
            const bool control = !ill && (at.point < ' ' || at.point == 0x7F);
            const bool noted = control || (in_margin && (ill || is_noted(at.point)));
            in_margin = in_margin && (noted || is_margin(at.point));
            const bool wordless = at.point == '>' || is_margin(at.point) ||
                                  columns_of(at.point) == 0;
            if (!noted && (ill || !wordless)) return 0;
            i += at.size;
        }
        return i + 1;
    }

    constexpr void leave_by_blank_line(const open_block& block, const line& last) noexcept {
        if (block.lines > 1 && !last.wide) {
            layout_ = text_layout::wrapped;
        } else if (last.wide) {
            layout_ = text_layout::spaced;
        }
    }

    template <class Limits>
    constexpr bool goes_on(const open_block& block, const line& last, code_point last_point,
                           const view& rest, offset place, bool all) noexcept {
        const size_t skip = next_.begin - place;
        const view next = {rest.data + skip, rest.size - skip};
        if (block.mark == line_mark::hash || block.rule) return false;
        const mark_at mark(next);
        Limits::steps(2);
        if (mark.mark == line_mark::hash || is_rule(next)) return false;
        if (block.mark == line_mark::quoted || mark.mark == line_mark::quoted) {
            if (block.mark != mark.mark || block.level != mark.level) return false;
        } else if (mark.mark == line_mark::bullet || mark.mark == line_mark::number) {
            const bool firm =
                next[0] == '-' || (mark.mark == line_mark::number && mark.number != 1);
            if (!firm || block.mark == mark.mark || ends_something(last_point)) return false;
        }
        if (last.wide || next_.wide) return false;
        if (block.mark != line_mark::quoted &&
            !indented_alike(block.mark, block.lines == 1, last, next_.indent))
            return false;

        const unsigned reach = last.width() + 1 + next_.first;
        const bool in_wrapped = layout_ == text_layout::wrapped || block.lines > 1;
        if (in_wrapped) return reach > least_wrapped() || has_all_letters(last);
        if (last.doubles != 0 && last.letters() >= fewest && next_.complete &&
            last.letters() == next_.letters())
            return true;
        return fits_around<Limits>(last, reach, rest, place, all);
    }

    constexpr unsigned least_wrapped() const noexcept { return width_ - width_ / 4u; }

    constexpr bool has_all_letters(const line& last) const noexcept {
        return letters_ != 0 && last.letters() + 2 >= letters_;
    }

    // Sentence 5: the next line is indented by so many columns.
    static constexpr bool indented_alike(line_mark mark, bool one_line, const line& last,
                                         uint8_t indent) noexcept {
        const bool item = mark == line_mark::bullet || mark == line_mark::number;
        if (indent > last.indent + 1) return item && one_line;
        if (indent + 1 < last.indent) return one_line;
        return true;
    }

    // The first code point that has a width; 0 if what stands there is ill-formed.
    //   Requires: there is one, or something ill-formed.
    static constexpr code_point first_point(const view& rest, size_t at) noexcept {
        decoded first = decode(rest.data + at, rest.size - at);
        while (first.form == decoded::well && is_transparent(first.point)) {
            at += first.size;
            first = decode(rest.data + at, rest.size - at);
        }
        return first.form == decoded::well ? first.point : 0;
    }

    // Sentence 8.
    template <class Limits>
    constexpr bool fits_around(const line& last, unsigned reach, const view& rest, offset place,
                               bool all) noexcept {
        if (last.width() < narrowest || !next_.complete) return false;
        if (reach <= next_.width()) return false;
        const size_t skip = next_.end - place;
        const uint8_t ended = last_line_end_size(rest.data + skip, rest.size - skip);
        if (all && skip + ended == rest.size)
            return is_lower(first_point(rest, next_.begin - place));
        third_start_ = next_.end + ended;
        third_.start(third_start_, 0);
        third_.measure(rest.data + skip + ended, rest.size - skip - ended, all);
        Limits::steps(third_.end - third_start_);
        if (!third_.worded) return third_.complete;
        if (third_.wide || reach <= third_.width()) return false;
        const unsigned next_reach = next_.width() + 1 + third_.first;
        return next_.width() >= narrowest && next_reach > last.width() &&
               next_reach > third_.width();
    }

    uint8_t width_ = 0;
    uint8_t letters_ = 0;  // of the longest line with letters of two columns that was wrapped
    text_layout layout_ = text_layout::unknown;
    offset third_start_ = 0;
    line next_;
    line third_;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LAYOUT_HPP
