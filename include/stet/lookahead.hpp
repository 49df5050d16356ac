// SPDX-License-Identifier: MIT
#ifndef STET_LOOKAHEAD_HPP
#define STET_LOOKAHEAD_HPP
#include "sections.hpp"

// lookahead.hpp: reads ahead of what is told. From a block's first word it joins the block's
// lines, up to Limits::heading bytes, and gathers what the classifier may look at: them, and the
// next line, in wrapped text with the lines that go on from it. Past that it is asked at each line
// end whether the block goes on. No decision looks further than Limits::next bytes past the words
// before a line end; or, in a block longer than Limits::heading, past what is told of it, if that
// is more: blanks behind the words, cut from these by Limits::run.

namespace stet {
namespace detail {

enum class verdict : uint8_t {
    waits,  // more bytes are needed: need() says up to where
    goes_on,
    ends,
};

template <class Limits> class lookahead {
public:
    constexpr lookahead() noexcept {}
    constexpr explicit lookahead(offset place) noexcept
        : line_(place), begin_(place), looked_(place), next_begin_(place), next_looked_(place),
          next_unmarked_(place), unmarked_(place), need_(place), layout_(place) {}

    constexpr void restart(offset place) noexcept {
        layout_.restart();
        has_margin_ = false;
        need_ = next_begin_ = next_looked_ = next_unmarked_ = place;
    }

    // A block begins at this place, after so many columns of blanks and so many line ends.
    constexpr void begin(offset place, uint8_t indent, uint8_t line_ends) noexcept {
        const bool known_line = place == next_begin_;
        looked_ = known_line ? next_looked_ : place;
        unmarked_ = known_line ? next_unmarked_ : place;
        begin_ = place;
        ends_ = false;
        blank_before_ = static_cast<uint8_t>(excess<unsigned>(line_ends, 1));
        block_.lines = 1;
        least_indent_ = indent;
        const line& known = layout_.following();
        if (known.worded && known.begin == place) {
            line_.become(known);
        } else {
            line_.start(place, indent);
        }
    }

    // A line that arrives byte by byte: does one more byte change nothing? Then it is looked at.
    constexpr bool passes_one(const input& in) noexcept {
        if (in.end - begin_ > Limits::heading || !in.brings_plain_byte(looked_)) return false;
        Limits::steps(1);
        if (unmarked_ == looked_) ++unmarked_;
        ++looked_;
        return true;
    }

    // Looks for the block's end.
    //   Gives: ends when it is found, goes_on when the block is longer than Limits::heading.
    constexpr verdict find(const input& in) noexcept {
        for (;;) {
            const offset most = in.reach(begin_, Limits::heading);
            if (looked_ < most) {
                looked_ = look_for_line_end(in, looked_, most, unmarked_);
            }
            if (looked_ - begin_ > Limits::heading) {
                // (As the line before it may have seen more of it.)
                const offset most_read = begin_ + static_cast<offset>(Limits::heading + 1);
                if (block_.lines == 1) read_first_line(in, lesser(looked_, most_read));
                return verdict::goes_on;
            }
            if (looked_ != in.end) {
                const uint8_t size = ended_by(in, looked_);
                if (size == cut_short) return verdict::waits;
                if (size == 0) {  // only the first byte of a line end, or as far as is looked
                    ++looked_;
                    continue;
                }
            } else if (!in.closed) {
                return verdict::waits;
            }
            const offset end =
                begin_ + static_cast<offset>(trimmed(in.at(begin_), looked_ - begin_));
            Limits::steps(looked_ - end);
            const code_point last = last_of_words(in.at(begin_), end - begin_, 0);
            const verdict at_end = at_line_end(in, looked_, end, last);
            if (at_end != verdict::goes_on) return at_end;
            looked_ = line_.begin;
        }
    }

    // What is known of the block itself.
    //   Requires: find() has told where it ends, or that it is long.
    constexpr candidate gather(const input& in, bool is_long) const noexcept {
        const offset words = begin_ + mark_.size;
        const offset end = is_long ? begin_ + static_cast<offset>(Limits::heading) : end_;
        const size_t size = excess(end, words);
        Limits::steps(size);
        return {{in.at(words), size}, is_long, mark_.mark, mark_.level, mark_.number, set_off(),
                block_.lines, blank_before_, {in.at(end), 0}, 0, false, 0};
    }

    // Adds the next line that is not blank, in wrapped text all lines of the next block, within
    // Limits::next bytes after the block's end.
    //   Requires: the block is not long.
    constexpr void see_next(const input& in, candidate& found) noexcept {
        const offset most = in.reach(end_, Limits::next);
        const offset first = lesser(looked_, most);
        offset place = first;
        uint8_t line_ends = 0;
        uint8_t indent = 0;
        while (place != most) {
            const size_t size = most - place;
            const uint8_t ended = last_line_end_size(in.at(place), size);
            if (ended != 0) {
                place += ended;
                indent = 0;
                line_ends = add_columns(line_ends, 1);
                continue;
            }
            const decoded at = decode(in.at(place), size);
            if (at.form == decoded::cut) {
                place = most;
                break;
            }
            if (at.form != decoded::ill && at.point > ' ' && !is_passed_over(at.point)) break;
            // (A note has no columns there.)
            if (at.form == decoded::well && is_margin(at.point))
                indent = add_columns(indent, columns_of(at.point));
            place += at.size;
        }
        Limits::steps(place - first);
        next_begin_ = next_unmarked_ = place;
        const line& known = layout_.following();
        next_looked_ = known.complete && known.begin == place
                           ? known.end
                           : look_for_line_end(in, place, most, next_unmarked_);
        const bool all = in.end - end_ < Limits::next;
        const bool wraps = layout_.now() == text_layout::wrapped && place != most;
        const offset end = wraps ? join_next(in, indent, most, all) : next_looked_;
        // (What may be a line end but for bytes that are not seen is none.)
        const bool ended = last_line_end_size(in.at(end), most - end) != 0;
        const size_t size = ended ? end - place : without_cut(in.at(place), most - place);
        found.next = {in.at(place), size};
        found.next_line = next_looked_ - place;
        found.next_whole = size != 0 && (ended || all);
        found.next_blank = static_cast<uint8_t>(excess<unsigned>(line_ends, 1));
        Limits::steps(found.next_line);
    }

    // Does the block go on after the line end at `place`?
    //   Requires: it is not known where it ends; the words end at `end` with `last`.
    constexpr verdict at_line_end(const input& in, offset place, offset end,
                                  code_point last) noexcept {
        if (place < line_.begin) return verdict::goes_on;
        end_ = end;
        if (!in.closed && in.end - end < Limits::next) {
            need_ = end + static_cast<offset>(Limits::next);
            return verdict::waits;
        }
        if (place - begin_ <= Limits::heading && block_.lines == 1)
            read_first_line(in, place);
        const offset most = greater(in.reach(end, Limits::next), place);
        const view rest = {in.at(place), static_cast<size_t>(most - place)};
        if (!layout_.template widths_matter<Limits>(block_, rest)) {
            ends_ = true;
            return verdict::ends;
        }
        if (!is_measured() && place - begin_ > Limits::heading) line_.wide = true;
        if (!line_.wide) {
            const offset from = line_.end;
            line_.measure(in.at(from), place - from, true);
            Limits::steps(line_.end - from);
        }
        const bool all = in.end - end < Limits::next;
        ends_ = !layout_.template joins<Limits>(block_, line_, last, rest, place, all);
        if (ends_) return verdict::ends;
        block_.lines = add_columns(block_.lines, 1);
        line_.become(layout_.following());
        least_indent_ = lesser(least_indent_, line_.indent);
        return verdict::goes_on;
    }

    // A line too long for the look-ahead is measured as it is told, from `told` up to `end`.
    constexpr void measure_on(const input& in, offset told, offset end) noexcept {
        if (line_.wide || end <= line_.end || line_.end < told) return;
        if (!is_measured()) return;
        const offset from = line_.end;
        line_.measure(in.at(from), end - from, true);
        Limits::steps(line_.end - from);
    }

    // The block is running text: its indentation is the text's margin, if it is the least.
    constexpr void set_margin() noexcept {
        margin_ = has_margin_ ? lesser(margin_, least_indent_) : least_indent_;
        has_margin_ = true;
    }

    constexpr const mark_at& mark() const noexcept { return mark_; }
    constexpr offset need() const noexcept { return need_; }

    // Is it known where the block ends? Its words do at end().
    constexpr bool ends() const noexcept { return ends_; }
    constexpr offset end() const noexcept { return end_; }
    // And, of a block that is not long, its last line at line_end().
    constexpr bool knows_line_end() const noexcept { return looked_ - begin_ <= Limits::heading; }
    constexpr offset line_end() const noexcept { return looked_; }

    // From the block's beginning up to here there is nothing but words and blanks.
    constexpr offset unmarked() const noexcept { return unmarked_; }

private:
    // Where the first line end after `from` begins, or may begin, or `most`; the first mark on
    // the way is noted, if there was none before.
    static constexpr offset look_for_line_end(const input& in, offset from, offset most,
                                              offset& unmarked) noexcept {
        offset place = from;
        if (unmarked == from) {
            place += static_cast<offset>(scan::mark(in.at(place), most - place));
            unmarked = place;
        }
        place += static_cast<offset>(find_line_end(in.at(place), most - place));
        Limits::steps(place - from);
        return place;
    }

    // What the first line says for the joining of the others.
    constexpr void read_first_line(const input& in, offset end) noexcept {
        const view first = {in.at(begin_), static_cast<size_t>(end - begin_)};
        mark_.read(first);
        block_.mark = mark_.mark;
        block_.level = mark_.level;
        block_.rule = is_rule(first);
        Limits::steps(mark_.size + 1u);
    }

    // Is a line measured that is longer than the look-ahead? Between blank lines, a block's first
    // one is not.
    constexpr bool is_measured() const noexcept { return block_.lines > 1 || layout_.measures(); }

    // By how much the block is indented against the text's margin: counts where lines are
    // wrapped, for elsewhere the first lines of paragraphs are indented.
    constexpr uint8_t set_off() const noexcept {
        const bool counts = block_.lines > 1 || layout_.now() == text_layout::wrapped;
        if (!has_margin_ || !counts) return 0;
        return static_cast<uint8_t>(excess<unsigned>(least_indent_, margin_));
    }

    // Blanks, and what is told as a note.
    static constexpr bool is_passed_over(code_point point) noexcept {
        return point < 0x80 ? point == 0x7F : is_noted(point) || is_margin(point);
    }

    // Where the next block ends, as far as it is seen, in wrapped text. (Each of its lines will be
    // told in one block: that bounds how often a byte is looked at.)
    constexpr offset join_next(const input& in, uint8_t indent, offset most, bool all) noexcept {
        const view words = {in.at(next_begin_), static_cast<size_t>(most - next_begin_)};
        const line_mark mark = mark_at(words).mark;
        bool one_line = true;
        offset end = next_looked_;
        if (mark == line_mark::hash || mark == line_mark::quoted || is_rule(words)) return end;
        line last(next_begin_);
        last.become(layout_.template following<Limits>(words, next_begin_, indent, all));
        while (last.complete && layout_.is_full(last)) {
            const view rest = {in.at(end), static_cast<size_t>(most - end)};
            const uint8_t ended = last_line_end_size(rest.data, rest.size);
            if (ended == 0) break;
            line next(end + ended);
            next.measure(rest.data + ended, rest.size - ended, all);
            Limits::steps(next.end - end);
            if (one_line) layout_.keep(next, end + ended);
            const size_t blank = next.begin - end;
            const view begun = {rest.data + blank, rest.size - blank};
            if (!layout_.will_join(mark, one_line, last, next, begun)) break;
            one_line = false;
            end = next.complete ? next.end : most;
            last.become(next);
        }
        return end;
    }

    // (Bytes first, as in machine.hpp.)
    uint8_t blank_before_ = 0;
    uint8_t least_indent_ = 0; // of the block's lines
    uint8_t margin_ = 0;       // the least indentation of a paragraph
    bool has_margin_ = false;
    bool ends_ = false;        // the block ends with line_
    open_block block_;
    mark_at mark_;             // the block's line mark
    line line_;                // the last line that is known to belong to the block
    offset begin_ = 0;         // of the block
    offset looked_ = 0;        // up to here line ends were looked for
    offset end_ = 0;           // of the block, if it ends at the last line end asked about
    offset next_begin_ = 0;    // of the line after the last short block; up to
    offset next_looked_ = 0;   // here it has no line end, and
    offset next_unmarked_ = 0; // up to here no mark
    offset unmarked_ = 0;      // up to here the block has none
    offset need_ = 0;          // the next decision needs the bytes up to here
    layout layout_;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LOOKAHEAD_HPP
