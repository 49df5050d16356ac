// SPDX-License-Identifier: MIT
#ifndef STET_MACHINE_HPP
#define STET_MACHINE_HPP
#include "lookahead.hpp"

// machine.hpp: the article as one bounded state machine. It sees some bytes of the article,
// knows what it has told, and tells the next event or that it needs more bytes.
//
// The way of the data: between blocks blank space is passed over; where a word begins, the
// block's lines are joined up to Limits::heading bytes (layout.hpp), what it is is told from
// them and from the next line's beginning (block.hpp), and then its bytes are told one by
// one: text, marks (quote.hpp), line ends, notes.
//
// A step that waits has changed nothing but how far it has looked. (That sentence is the
// chunk law.) Nothing is decided by how many bytes happen to be there.

namespace stet {

// Where an article starts. `body`: its title is elsewhere, nothing here is a headline.
enum class start : uint8_t { article, body };

namespace detail {

// Adds the next block to what is known of one.
template <class Lookahead> struct next_seer {
    Lookahead& ahead;
    const input& in;
    constexpr void operator()(candidate& found) const noexcept { ahead.see_next(in, found); }
};

// What a classifier measures: if it can ask for the next block, that is seen only then. (An int
// takes the first, where it is one.)
template <class Blocks, class See>
constexpr auto measured(Blocks& blocks, candidate& found, const See& see_next, int) noexcept
    -> decltype(blocks.measure(found, see_next)) {
    return blocks.measure(found, see_next);
}
template <class Blocks, class See>
constexpr auto measured(Blocks& blocks, candidate& found, const See& see_next, long) noexcept {
    if (!found.is_long) see_next(found);
    return blocks.measure(found);
}

template <class Limits, class Quotes, class Blocks> class machine {
    static_assert(checked_limits<Limits>::ok, "stet: see the message above");

public:
    constexpr machine() noexcept {}

    // Ready at this place. (With an argument, as its parts have one, nothing is cleared as a
    // whole: that would call memset where there is none.)
    constexpr machine(start from, offset place) noexcept
        : ahead_(place), sections_(place), blocks_(place), quotes_(place) {
        restart(from, place);
    }

    // Starts over, at this offset.
    constexpr void restart(start from, offset place = 0) noexcept {
        ahead_.restart(place);
        sections_.restart();
        quotes_.restart();
        blocks_.restart(from == start::body);
        pos_ = seen_ = block_begin_ = block_end_ = need_ = place;
        state_ = state::at_start;
        in_controls_ = in_dateline_ = in_open_block_ = false;
        seen_paragraph_ = left_open_ = told_words_ = quote_told_ = noted_unclosed_ =
            told_too_long_ = false;
        asks_ = speaks_ = waits_in_text_ = false;
        indent_ = line_ends_ = mark_due_ = 0;
        hand_.action = mark_action::none;
    }

    // Tells the next event.
    //   Requires: `in` shows the bytes from keep() on, the same ones as before and more, and is
    //             closed or needs_past() and still_waits() have said no.
    //   Gives:    false when more bytes are needed, or when done().
    //   Cost:     constant for every byte that is new, besides the look-ahead's share.
    constexpr bool next(const input& in, event& e) noexcept {
        waits_in_text_ = false;
        for (;;) {
            const outcome result = step(in, e);
            if (result == outcome::told) return true;
            if (result == outcome::waits || state_ == state::finished) return false;
        }
    }

    // Do the bytes up to `end` not reach to what the next step needs? (What is asked for most bytes
    // that arrive one by one; a closed article needs no more.)
    constexpr bool needs_past(offset end) const noexcept { return end < need_; }

    // Is it plain that next() would give false? For text that arrives byte by byte.
    //   Requires: needs_past() has said no.
    constexpr bool still_waits(const input& in) noexcept {
        if (in.closed) return false;
        if (waits_in_text_) return passes_one(in);
        return state_ == state::in_word && ahead_.passes_one(in);
    }

    constexpr bool done() const noexcept { return state_ == state::finished; }

    // The first byte that is still needed.
    constexpr offset keep() const noexcept { return pos_; }

private:
    enum class state : uint8_t {
        at_start,         // nothing read: a byte order mark of UTF-16 may stand here
        between_blocks,   // nothing but blank space since the last block
        in_word,          // a word began at pos_: its block's kind is looked for
        opening_block,    // the kind is known: sections, the block, its line mark
        in_block,         // its bytes are told
        closing_quote,    // a closing mark was told
        closing_block,    // at its end: quotations, then the block
        closing_article,  // at the article's end: sections
        finished,
    };
    enum class outcome : uint8_t {
        goes_on,  // no event, and more can be done
        told,     // an event was told
        waits,    // more bytes are needed
    };

    // Text that arrives byte by byte: does one more byte change nothing?
    constexpr bool passes_one(const input& in) noexcept {
        const bool passes = in.end - pos_ < Limits::run && in.brings_plain_byte(seen_);
        Limits::steps(passes);
        seen_ += passes;
        return passes;
    }

    constexpr outcome step(const input& in, event& e) noexcept {
        if (in_controls_) return controls(in, e);
        if (state_ == state::in_block) {
            if constexpr (Quotes::enabled) {
                if (hand_.action != mark_action::none) return act_on_mark(in, e);
            }
            return in_block(in, e);
        }
        return state_ < state::in_block ? step_before(in, e) : step_after(in, e);
    }
    // (Apart, so that GCC does not make a switch of them, which calls a helper on Thumb-1.)
    constexpr outcome step_before(const input& in, event& e) noexcept {
        if (state_ == state::between_blocks) return between_blocks(in, e);
        if (state_ == state::in_word) return in_word(in);
        return state_ == state::at_start ? at_start(in, e) : opening_block(in, e);
    }
    constexpr outcome step_after(const input& in, event& e) noexcept {
        if constexpr (Quotes::enabled) {
            if (state_ == state::closing_quote) return closing_quote(in, e);
        }
        if (state_ == state::closing_block) return closing_block(e);
        return state_ == state::closing_article ? closing_article(in, e) : outcome::goes_on;
    }

    // ---- telling ----

    // (In one function, which is too long to be put in the place of each call.)
    static constexpr outcome tell(event& e, kind what, edge side, offset begin,
                                  offset end) noexcept {
        set(e, what, side, begin, end);
        return outcome::told;
    }
    constexpr outcome tell_span(const input& in, event& e, kind what, offset end) noexcept {
        tell(e, what, edge::span, pos_, end);
        e.data = in.at(pos_);
        ahead_.measure_on(in, pos_, end);
        pos_ = end;
        seen_ = greater(seen_, end);
        return outcome::told;
    }
    // A note about the bytes from `begin` up to pos_; beside a mark they count as a letter.
    constexpr outcome tell_note(event& e, note_reason reason, offset begin) noexcept {
        tell(e, kind::note, edge::span, begin, pos_);
        e.reason = reason;
        if (begin != pos_ && reason != note_reason::bidi) last_ = last_word_ = noted;
        return outcome::told;
    }
    constexpr outcome tell_odd(const input& in, event& e, note_reason reason,
                               uint8_t size) noexcept {
        pass_odd(in, size);
        return tell_note(e, reason, pos_ - size);
    }
    // Passes over what is told as a note: to the layout it is a part of its line.
    constexpr void pass_odd(const input& in, uint8_t size) noexcept {
        if (in_open_block_) ahead_.measure_on(in, pos_, pos_ + size);
        pos_ += size;
        seen_ = pos_;
    }

    // ---- the article's start and end ----

    // (The byte order mark of UTF-8 is a blank without columns: is_margin().)
    constexpr outcome at_start(const input& in, event& e) noexcept {
        const bool has_two = in.end - pos_ >= 2;
        if (!has_two && !in.closed) return outcome::waits;
        state_ = state::between_blocks;
        Limits::steps(has_two ? 2 : 0);
        const bool is_mark = has_two && in.byte_at(pos_) + in.byte_at(pos_ + 1) == 0xFE + 0xFF;
        return is_mark ? tell_odd(in, e, note_reason::utf16, 2) : outcome::goes_on;
    }

    constexpr outcome closing_article(const input& in, event& e) noexcept {
        if (in.too_long && !told_too_long_) return too_long(e);
        if (sections_.ends_before(0)) return close_section(e);
        state_ = state::finished;
        return outcome::goes_on;
    }

    constexpr outcome too_long(event& e) noexcept {
        told_too_long_ = true;
        return tell_note(e, note_reason::too_long, pos_);
    }

    constexpr outcome close_section(event& e) noexcept {
        const open_section& section = sections_.innermost();
        tell(e, kind::section, edge::end, section.begin, block_end_);
        e.index = section.index;
        e.level = section.level;
        sections_.pop();
        return outcome::told;
    }

    // ---- what may stand anywhere ----

    constexpr outcome begin_controls() noexcept {
        in_controls_ = true;
        controls_begin_ = pos_;
        return outcome::goes_on;
    }

    // Passes over a run of controls, however long, and tells it as one note.
    constexpr outcome controls(const input& in, event& e) noexcept {
        while (pos_ != in.end) {
            const sign at = read_sign<Limits>(in, pos_);
            if (at.waits) return waits_for_sign(in, pos_);
            if (at.ill || at.is != meaning::control) break;
            pass_odd(in, at.size);
        }
        if (pos_ == in.end && !in.closed) return outcome::waits;
        in_controls_ = false;
        return tell_note(e, note_reason::control, controls_begin_);
    }

    // ---- between blocks ----

    constexpr outcome between_blocks(const input& in, event& e) noexcept {
        while (pos_ != in.end) {
            const uint8_t one = in.byte_at(pos_);
            if (one == '\n') {
                Limits::steps(1);
                pass_line_end(1);
                continue;
            }
            if (one > ' ' && one < 0x7F) {
                Limits::steps(1);
                return begin_word();
            }
            const sign at = read_sign<Limits>(in, pos_);
            if (at.waits) return waits_for_sign(in, pos_);
            if (at.ill) return tell_odd(in, e, note_reason::ill_formed, at.size);
            if (at.is == meaning::control) return begin_controls();
            if (at.is == meaning::bidi) return tell_odd(in, e, note_reason::bidi, at.size);
            if (at.is == meaning::line_end) {
                const uint8_t size = ended_by(in, pos_);
                if (size == cut_short) return outcome::waits;
                pass_line_end(size);
            } else if (is_margin(at.point)) {
                indent_ = add_columns(indent_, columns_of(at.point));
                pos_ += at.size;
            } else {
                return begin_word();
            }
        }
        if (!in.closed) return outcome::waits;
        state_ = state::closing_article;
        return outcome::goes_on;
    }

    constexpr void pass_line_end(uint8_t size) noexcept {
        pos_ += size;
        indent_ = 0;
        line_ends_ = add_columns(line_ends_, 1);
    }

    constexpr outcome begin_word() noexcept {
        state_ = state::in_word;
        block_begin_ = pos_;
        ahead_.begin(pos_, indent_, line_ends_);
        return outcome::goes_on;
    }

    constexpr outcome in_word(const input& in) noexcept {
        const verdict where = ahead_.find(in);
        if (where == verdict::waits) return waits_for_line();
        return judge_block(in, where == verdict::goes_on);
    }
    // (Apart, for find() has no use for the stack that this takes.)
    [[gnu::noinline]] constexpr outcome judge_block(const input& in, bool is_long) noexcept {
        candidate found = ahead_.gather(in, is_long);
        const next_seer<lookahead<Limits>> see_next{ahead_, in};
        const auto seen = measured(blocks_, found, see_next, 0);
        kind_ = blocks_.classify(seen);
        blocks_.begin(seen, kind_);
        plan(found);
        return outcome::goes_on;
    }

    constexpr outcome waits_for_line() noexcept {
        need_ = ahead_.need();
        return outcome::waits;
    }

    // For all the bytes that a code point's first one announces, so that it is read once more only.
    constexpr outcome waits_for_sign(const input& in, offset place) noexcept {
        need_ = place + announced_size(in.byte_at(place));
        return outcome::waits;
    }

    // What has to be told before the block's bytes.
    constexpr void plan(const candidate& found) noexcept {
        state_ = state::opening_block;
        close_level_ = no_level;
        opens_section_ = kind_ == kind::heading;
        if (opens_section_) {
            level_ =
                ahead_.mark().mark == line_mark::hash ? ahead_.mark().level : bare_heading_level;
            close_level_ = level_;
        } else if (kind_ == kind::furniture && ends_article(found)) {
            close_level_ = 0;
        }
        continues_ = left_open_ && kind_ == kind::paragraph;
        left_open_ = false;
        has_dateline_ = false;
        if (kind_ == kind::paragraph || kind_ == kind::deck) ahead_.set_margin();
        if (kind_ == kind::paragraph) {
            if (!seen_paragraph_) find_dateline(found);
            seen_paragraph_ = true;
        }
        seen_ = pos_;
        if constexpr (Quotes::enabled) quotes_.begin_block();
        first_word_ = block_begin_ + ahead_.mark().size;
        last_ = last_word_ = 0;
    }

    // Furniture that no running text follows stands at the article's end, in no section.
    static constexpr bool ends_article(const candidate& found) noexcept {
        if (found.is_long) return false;
        if (found.next.size == 0 || begins_with_copyright(found.next)) return true;
        const view next = {found.next.data, trimmed(found.next.data, found.next.size)};
        return found.next_whole && next[0] != '#' && is_open(end_of(next));
    }

    constexpr void find_dateline(const candidate& found) noexcept {
        view words = found.block;
        if (found.is_long) words.size = without_cut(words.data, words.size);
        const size_t size = dateline_size<Limits>(words);
        has_dateline_ = size != 0;
        dateline_end_ = block_begin_ + ahead_.mark().size + static_cast<offset>(size);
    }

    constexpr outcome opening_block(const input& in, event& e) noexcept {
        if (sections_.ends_before(close_level_)) return close_section(e);
        if (opens_section_) {
            opens_section_ = false;
            close_level_ = no_level;
            sections_.open(block_begin_, level_);
            tell(e, kind::section, edge::begin, block_begin_, block_begin_);
            e.index = sections_.innermost().index;
            e.level = level_;
            return outcome::told;
        }
        if (!in_open_block_) {
            in_open_block_ = true;
            tell(e, kind_, edge::begin, block_begin_, block_begin_);
            if (kind_ == kind::heading) e.level = level_;
            return outcome::told;
        }
        state_ = state::in_block;
        if (ahead_.mark().size != 0) return tell_span(in, e, kind::marker, first_word_);
        return outcome::goes_on;
    }

    // ---- in a block ----

    constexpr outcome in_block(const input& in, event& e) noexcept {
        if (mark_due_ != 0) {
            const offset end = pos_ + mark_due_;
            mark_due_ = 0;
            return tell_span(in, e, kind::marker, end);
        }
        if (has_dateline_ && pos_ == (in_dateline_ ? dateline_end_ : first_word_))
            return at_dateline(e);
        for (;;) {
            offset most = in.reach(pos_, Limits::run);
            const bool last = ahead_.ends() && ahead_.end() <= most;
            const bool limited = !last && in.end - pos_ >= Limits::run;
            if (last) most = ahead_.end();
            if (in_dateline_) {  // (An apostrophe in it is no mark.)
                seen_ = lesser(dateline_end_, most);
                while (seen_ < dateline_end_ && is_follower(in.byte_at(seen_))) --seen_;
                return tell_text(in, e, seen_ == dateline_end_ ? seen_ : cut(in, most));
            }
            // (The block may have ended inside of its marker: "> " and blanks.)
            if (seen_ < most && seen_ < ahead_.unmarked()) {
                seen_ = lesser(ahead_.unmarked(), most);
                while (seen_ < ahead_.unmarked() && is_follower(in.byte_at(seen_))) --seen_;
            }
            if (seen_ < most) {
                const size_t passed = scan::mark(in.at(seen_), most - seen_);
                Limits::steps(passed);
                seen_ += static_cast<offset>(passed);
            }
            if (last && seen_ >= most) return at_end(in, e);
            if (seen_ >= most && limited) return tell_text(in, e, cut(in, most));
            if (seen_ == in.end) {
                if (in.closed) return at_line_end(in, e, 0);
                waits_in_text_ = true;
                return outcome::waits;
            }
            if (in.byte_at(seen_) == '\n') {
                Limits::steps(1);
                return at_line_end(in, e, 1);
            }
            uint8_t size = 0;
            if (!asks_) {
                const sign at = read_sign<Limits>(in, seen_);
                if (at.waits) return waits_for_sign(in, seen_);
                if (at.ill || at.is == meaning::control || at.is == meaning::bidi) {
                    if (pos_ != seen_) return tell_text(in, e, seen_);
                    if (at.is == meaning::control) return begin_controls();
                    return tell_odd(in, e, at.ill ? note_reason::ill_formed : note_reason::bidi,
                                    at.size);
                }
                if (at.is == meaning::line_end) {
                    const uint8_t ended = ended_by(in, seen_);
                    if (ended == cut_short) return outcome::waits;
                    return at_line_end(in, e, ended);
                }
                size = at.size;
                if constexpr (Quotes::enabled) {
                    const bool quotes = at.is == meaning::quote && !is_in_word(in, at);
                    speaks_ =
                        at.is == meaning::dash && (seen_ == first_word_ || quotes_.in_dialogue());
                    asks_ = quotes || speaks_;
                }
            }
            if constexpr (Quotes::enabled) {
                if (asks_) {
                    const outcome result = at_mark(in, e, speaks_);
                    asks_ = result == outcome::waits;
                    if (result != outcome::goes_on) return result;
                    size = hand_.size;
                }
            }
            if (limited && most - seen_ < size) return tell_text(in, e, cut(in, most));
            seen_ += size;
        }
    }

    // At the dateline's begin, or at its end.
    constexpr outcome at_dateline(event& e) noexcept {
        in_dateline_ = !in_dateline_;
        if (in_dateline_) return tell(e, kind::dateline, edge::begin, pos_, pos_);
        return tell(e, kind::dateline, edge::end, first_word_, pos_);
    }

    // Where text is cut that is longer than Limits::run.
    constexpr offset cut(const input& in, offset limit) const noexcept {
        for (offset i = limit - 1; i > pos_; --i) {
            Limits::steps(1);
            if (is_ascii_blank(in.byte_at(i - 1)) && !is_ascii_blank(in.byte_at(i))) return i;
        }
        return seen_;
    }

    constexpr outcome tell_text(const input& in, event& e, offset end) noexcept {
        const size_t size = end - pos_;
        const uint8_t last = in.byte_at(end - 1);
        const uint8_t before = size > 1 ? in.byte_at(end - 2) : uint8_t{0};
        if (last > ' ' && last < 0x80) {
            last_ = last_word_ = last;
        } else if (before > ' ' && before < 0x80) {  // (the last one is a blank)
            last_ = last;
            last_word_ = before;
        } else {
            const code_point seen = last_visible(in.at(pos_), size, 0);
            if (seen != 0) last_ = seen;
            if (!is_blank(seen)) last_word_ = seen;
            else if (seen != 0) last_word_ = last_of_words(in.at(pos_), size, last_word_);
        }
        if constexpr (Quotes::enabled) quotes_.see({in.at(pos_), size});
        return tell_span(in, e, kind::text, end);
    }

    // Text up to the block's end, where that is known, then the end.
    constexpr outcome at_end(const input& in, event& e) noexcept {
        if (pos_ < ahead_.end()) return tell_text(in, e, ahead_.end());
        const offset line_end = ahead_.knows_line_end() ? ahead_.line_end() : ahead_.end();
        if (in.too_long && line_end == in.end && !told_too_long_) return too_long(e);
        state_ = state::closing_block;
        return outcome::goes_on;
    }

    // Text up to a line end, then a soft break or the block's end.
    constexpr outcome at_line_end(const input& in, event& e, uint8_t ended) noexcept {
        size_t words = 0;
        if (!told_words_) {
            words = trimmed(in.at(pos_), seen_ - pos_);
            Limits::steps(seen_ - pos_ - words);
        }
        told_words_ = true;
        if (words != 0) return tell_text(in, e, pos_ + static_cast<offset>(words));
        const verdict there = ahead_.at_line_end(in, seen_, pos_, last_word_);
        if (there == verdict::waits) return waits_for_line();
        told_words_ = false;
        if (there == verdict::ends) {
            if (in.too_long && seen_ == in.end) return too_long(e);
            state_ = state::closing_block;
            return outcome::goes_on;
        }
        // The next line's beginning was seen when the line end was judged.
        const offset most = in.reach(seen_, Limits::next);
        offset place = seen_ + ended;
        while (place != most) {
            const decoded at = decode(in.at(place), most - place);
            if (at.form != decoded::well || !is_margin(at.point)) break;
            place += at.size;
        }
        Limits::steps(place - seen_);
        if (ahead_.mark().mark == line_mark::quoted) {
            mark_due_ = mark_at(view{in.at(place), most - place}).size;
        }
        if constexpr (Quotes::enabled) quotes_.see_break();
        last_ = ' ';
        return tell_span(in, e, kind::soft_break, place);
    }

    // ---- quotations ----

    // A quotation mark, an apostrophe, or the dash of a dialogue, at seen_. Goes on when it is
    // text; `hand_` then says how many bytes to pass over.
    constexpr outcome at_mark(const input& in, event& e, bool is_dash) noexcept {
        const view told = {in.at(pos_), static_cast<size_t>(seen_ - pos_)};
        const code_point before = last_visible(told.data, told.size, last_);
        const offset reach = in.reach(seen_, Quotes::look);
        const offset most = ahead_.ends() ? lesser(ahead_.end(), reach) : reach;
        const view text = {in.at(seen_), static_cast<size_t>(most - seen_)};
        const bool all = in.closed || ahead_.ends() || text.size == Quotes::look;
        const mark_place at(text, seen_, before, all, ahead_.ends());
        // (Most marks are plain: those are in no doubt.)
        const bool plain = !is_flash_short && !is_dash && quotes_.decides_plainly(at, hand_);
        size_t needs = 0;
        if (is_dash) {
            const code_point word = last_of_words(told.data, told.size, last_word_);
            needs = quotes_.decide_dash(at, word, seen_ == first_word_, hand_);
        } else if (!plain) {
            needs = quotes_.decide(at, hand_);
            if (hand_.action != mark_action::none) needs = quotes_.doubt(at, hand_);
        }
        if (needs != 0) {
            need_ = seen_ + static_cast<offset>(needs);
            return outcome::waits;
        }
        Limits::steps(hand_.size);
        if (hand_.action == mark_action::none) return outcome::goes_on;
        if (pos_ == seen_) return act_on_mark(in, e);
        if (hand_.action != mark_action::end) return tell_text(in, e, seen_);
        const size_t words = trimmed(told.data, told.size);
        return words == 0 ? act_on_mark(in, e)
                          : tell_text(in, e, pos_ + static_cast<offset>(words));
    }

    // Does the sign at seen_ stand between two ASCII letters, and is it one that is nothing
    // but an apostrophe there? (Most marks of English are; the others are read with care.)
    constexpr bool is_in_word(const input& in, const sign& at) const noexcept {
        const offset after = seen_ + at.size;
        return seen_ != pos_ && after < in.end && is_ascii_letter(in.byte_at(seen_ - 1)) &&
               is_ascii_letter(in.byte_at(after)) && Quotes::is_apostrophe(at.point);
    }

    // The mark at pos_ opens or closes.
    constexpr outcome act_on_mark(const input& in, event& e) noexcept {
        if (hand_.action == mark_action::end) {
            hand_.action = mark_action::none;
            seen_ += hand_.size;
            return tell_quote_end(e, quotes_.innermost(), quote_class::direct, false, false);
        }
        if (hand_.action == mark_action::close) {
            if (quotes_.above_target()) return close_unclosed(e);
            state_ = state::closing_quote;
            last_ = mark_at_end(in);
        } else if (!quote_told_ && quotes_.above_opening()) {
            return close_unclosed(e);
        } else if (!quote_told_) {
            quote_told_ = true;
            tell(e, kind::quote, edge::begin, pos_, pos_);
            e.nested = quotes_.depth() != 0;
            e.continued = resumes();
            return outcome::told;
        } else {
            quote_told_ = false;
            quotes_.open(pos_, hand_.sign, hand_.closed_by, last_word_, resumes(),
                         pos_ == first_word_);
            last_ = 0;
            last_word_ = mark_at_end(in);
        }
        hand_.action = mark_action::none;
        return tell_span(in, e, kind::marker, pos_ + hand_.size);
    }
    // What the mark at pos_ is to a line that ends with it: beyond ASCII a sign.
    constexpr code_point mark_at_end(const input& in) const noexcept {
        return in.byte_at(pos_) < 0x80 ? '"' : 0x201D;
    }
    constexpr bool resumes() const noexcept {
        return continues_ && quotes_.depth() == 0 && pos_ == first_word_;
    }

    constexpr outcome close_unclosed(event& e) noexcept {
        if (!noted_unclosed_) {
            noted_unclosed_ = true;
            return tell_note(e, note_reason::unclosed, pos_);
        }
        noted_unclosed_ = false;
        const open_quote& quote = quotes_.innermost();
        const bool whole = state_ == state::closing_block && quotes_.depth() == 1 &&
                           quote.begin == first_word_;
        return tell_quote_end(e, quote, quote_class::direct, true, whole);
    }

    // The paragraph's end is the regular end of a dialogue's last piece.
    constexpr outcome close_dialogue(event& e) noexcept {
        const open_quote& quote = quotes_.innermost();
        return tell_quote_end(e, quote, quote_class::direct, false, quote.begin == first_word_);
    }

    constexpr outcome tell_quote_end(event& e, const open_quote& quote, quote_class quoted,
                                     bool unclosed, bool whole) noexcept {
        tell(e, kind::quote, edge::end, quote.begin, pos_);
        e.quoted = quoted;
        e.continued = quote.continued;
        e.unclosed = unclosed;
        e.whole = whole;
        quotes_.pop();
        e.nested = quotes_.depth() != 0;
        return outcome::told;
    }

    constexpr outcome closing_quote(const input& in, event& e) noexcept {
        const open_quote& quote = quotes_.innermost();
        bool whole = false;
        if (quotes_.depth() == 1 && quote.begin == first_word_) {
            const outcome result = ends_with_quote(in, whole);
            if (result != outcome::goes_on) return result;
        }
        const quote_class quoted =
            quote.continued ? quote_class::direct : quotes_.judge(last_word_);
        last_word_ = last_;  // (the mark)
        last_ = '"';
        state_ = state::in_block;
        return tell_quote_end(e, quote, quoted, false, whole);
    }

    // Is there nothing in the block after pos_, but one closing sign?
    constexpr outcome ends_with_quote(const input& in, bool& whole) noexcept {
        offset place = pos_;
        offset end = pos_;
        for (int looked = 0; looked < 8; ++looked) {
            if (ahead_.ends() && place >= ahead_.end()) {
                whole = true;
                return outcome::goes_on;
            }
            if (place == in.end) {
                whole = in.closed;
                return in.closed ? outcome::goes_on : outcome::waits;
            }
            const sign at = read_sign<Limits>(in, place);
            if (at.waits) return waits_for_sign(in, place);
            if (!at.ill && at.is == meaning::line_end) {
                const uint8_t size = ended_by(in, place);
                if (size == cut_short) return outcome::waits;
                const code_point last =
                    end == pos_ ? last_ : decode_last(in.at(pos_), end - pos_);
                const verdict there = ahead_.at_line_end(in, place, end, last);
                if (there == verdict::waits) return waits_for_line();
                whole = there == verdict::ends;
                return outcome::goes_on;
            }
            const bool sign_allowed = looked == 0 && (at.point == '.' || at.point == ',' ||
                                                      at.point == ';' || at.point == 0x3002);
            if (at.ill || !(sign_allowed || is_margin(at.point))) return outcome::goes_on;
            place += at.size;
            if (sign_allowed) end = place;
        }
        return outcome::goes_on;
    }

    // ---- a block's end ----

    constexpr outcome closing_block(event& e) noexcept {
        if constexpr (Quotes::enabled) {
            if (quotes_.depth() != 0) {
                if (quotes_.innermost().sign() == speech_dash) return close_dialogue(e);
                left_open_ = kind_ == kind::paragraph || kind_ == kind::block_quote;
                return close_unclosed(e);
            }
        }
        state_ = state::between_blocks;
        in_open_block_ = false;
        line_ends_ = 0;
        block_end_ = pos_;
        blocks_.end(pos_ - block_begin_, last_word_);
        tell(e, kind_, edge::end, block_begin_, pos_);
        if (kind_ == kind::heading) e.level = level_;
        if (ahead_.knows_line_end()) pos_ = ahead_.line_end();
        return outcome::told;
    }

    static constexpr uint8_t no_level = 7;

    // (Bytes first, then words, then parts with their own: what lies within 31 bytes of an
    // object's begin, or 31 words, a Cortex-M0+ reaches with one instruction.)
    state state_ = state::at_start;
    kind kind_ = kind::headline;
    uint8_t level_ = 0;          // of the heading
    uint8_t close_level_ = 0;    // sections of this level end before the block
    uint8_t indent_ = 0;         // columns of blanks since the last line end
    uint8_t line_ends_ = 0;      // since the last block
    uint8_t mark_due_ = 0;       // size of the ">" at pos_
    bool in_controls_ = false;
    bool has_dateline_ = false;  // before the block's text
    bool in_dateline_ = false;
    bool in_open_block_ = false;
    bool opens_section_ = false;
    bool seen_paragraph_ = false;
    bool left_open_ = false;     // the last block left a quotation open
    bool continues_ = false;     // this one may go on with it
    bool told_words_ = false;    // of the line whose end is at seen_
    bool quote_told_ = false;    // a quotation's begin is told, its mark is not
    bool noted_unclosed_ = false;
    bool told_too_long_ = false;
    bool asks_ = false;          // the mark at seen_ waits for what decides it
    bool speaks_ = false;        // that mark is a dash
    bool waits_in_text_ = false; // all bytes are looked at, and one that is plain decides nothing
    offset pos_ = 0;             // everything before it is told
    offset seen_ = 0;            // up to here the bytes are looked at, and nothing was found
    offset block_begin_ = 0;     // of this block; of the last one until the next begins
    offset block_end_ = 0;       // of the last block
    offset first_word_ = 0;      // after the block's line mark
    offset dateline_end_ = 0;
    offset controls_begin_ = 0;  // of a run of controls
    offset need_ = 0;            // the next step needs the bytes up to here
    code_point last_ = 0;        // before pos_; 0 at the block's begin
    code_point last_word_ = 0;   // the last one that is no blank
    lookahead<Limits> ahead_;
    mark_at_hand hand_;        // an action: the mark at pos_ is still to be told
    sections sections_;
    Blocks blocks_;
    Quotes quotes_;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_MACHINE_HPP
