// SPDX-License-Identifier: MIT
#ifndef STET_BLOCK_HPP
#define STET_BLOCK_HPP
#include "card.hpp"

// block.hpp: what a line is. Rules in front decide what a mark or a form makes certain; the
// score card of card.hpp decides the rest. These sentences are part of the contract.
//
//  1. "#" makes a heading, and a headline where one is due. ">" and an indentation of three
//     columns against the text's margin make a block quote, a bullet makes a list item.
//     A number makes a list item if the one before or the next is its neighbour; otherwise a
//     list item or a heading, or a paragraph if it is not 1 and a sentence of more than 80 columns.
//  2. Any other block of more than Limits::heading bytes is a paragraph, or a list item if its
//     number is 1 or the next one. A line that is only a rule is furniture.
//  3. Once there is a headline, or none is due, and no deck is due, a line is a paragraph that
//     has more than 80 bytes (150 as long as there was no line of 150, or if it ends with a
//     question mark) and ends like a sentence, or, once there was one of 150, has more than 160.
//  4. From the fifth block on, a line that says again what the headline, the deck or another
//     line beside the headline says is furniture; digits at its end do not count. So is a line
//     that begins with a copyright sign, and, once there is a headline or none is due, one of
//     80 columns or less that begins with a word or a phrase of the page ("Read more").
//  5. A line of 60 columns or less that has three digits or more, and words of dates only, is a
//     timestamp.
//  6. A headline is due until there is one, or another block than a byline, a timestamp or
//     furniture, or four of these. It is one if the card's last column has points, if the
//     card calls it a heading, or if nothing follows and it does not end like a sentence.
//  7. A deck stands in the three blocks after the headline that are no byline, timestamp,
//     furniture or caption, and something stands behind it. A sentence as long as the line
//     behind it, within a half, is none. What would be a heading directly behind the headline,
//     and has three words, is a deck.
//  8. A byline has a word of its trade, or digits and a word of dates, or a capital and no small
//     word of over three letters.
//     Where list marks were seen, there are no list items without; elsewhere one stands behind a
//     colon, with nothing but short lines without an end sign in between, or beside a line as
//     long, within a quarter. A bullet's line that ends with a dash is furniture.
//     Other furniture has no more than two sentences. A sentence of more than 80 columns has a
//     word or a sign of the page, and so has furniture directly behind the headline, or digits.

namespace stet {

// The mark a line begins with: "#", ">", "-", "1."
enum class line_mark : uint8_t { none, hash, quoted, bullet, number };

// All that is known of a block when its kind is told.
struct candidate {
    view block;            // without its line mark; may hold line ends and indentation
    bool is_long = false;  // `block` is the beginning of a longer one
    line_mark mark = line_mark::none;
    uint8_t level = 0;         // how many "#" or ">"
    uint16_t number = 0;       // of a numbered line
    uint8_t indent = 0;        // columns against the text's margin
    uint8_t lines = 0;         // that are joined
    uint8_t blank_before = 0;  // blank lines
    view next;                 // the next block, as far as it is seen: a line, or wrapped ones
    size_t next_line = 0;      // bytes of its first line
    bool next_whole = false;   // all of `next` is seen
    uint8_t next_blank = 0;    // blank lines before it
};

// What speaks for and against each kind: what the rules in front have found, and numbers of
// the line, of the next one and of what went before. The numbers are the rules' own, valid
// until the next block is measured.
struct evidence {
    const uint8_t* numbers;
    uint16_t line = 0;          // fingerprint of its words and digits
    uint16_t words = 0;         // the same without the digits at its end
    uint16_t first = 0;         // of its first word
    detail::word_marks marks;   // of its words
    uint16_t number;            // that it begins with
    kind is = kind::paragraph;  // what a rule in front of the card decided
    bool decided = false;       // one did
    bool headline_due;          // the card's last column counts
    bool deck_due = false;
    bool byline_due = false;
    bool list_due = false;       // a list item may stand without a mark
    bool furniture_due = false;  // no more than two sentences
    bool subtitle = false;       // a heading would be a deck: it stands behind the headline
    bool numbered = false;       // a list item or a heading, nothing else
    uint8_t sentences = 0;       // that it seems to have if it ends like one; stops at 2

    constexpr evidence(const uint8_t* numbers_of_it, uint16_t number_of_it, bool headline) noexcept
        : numbers(numbers_of_it), number(number_of_it), headline_due(headline) {}
};

namespace detail {

// May it be this column's kind, as far as the rules are concerned?
constexpr bool may_be(size_t column, const evidence& seen) noexcept {
    const kind is = card_kinds[column];
    if (seen.numbered && column != 0 && is != kind::list_item) return false;
    return (is != kind::deck || seen.deck_due) && (is != kind::byline || seen.byline_due) &&
           (is != kind::list_item || seen.list_due) &&
           (is != kind::furniture || seen.furniture_due);
}

// The kind with the highest sum of points.
template <class Packed>
constexpr kind highest(const Packed& rows, const int8_t (&needs_of)[card_columns],
                       const evidence& seen) noexcept {
    const auto sums = sum_of(rows, seen.numbers);
    if (seen.headline_due && sums[card_columns - 1] > 0) return kind::headline;
    kind best = kind::paragraph;
    int most = 0;
    int needs = 0;
    if (seen.numbered) {
        best = kind::list_item;
        most = needs = sums[1];
    }
    for (size_t k = 0; k + 1 < card_columns; ++k) {
        const kind is = card_kinds[k];
        if (sums[k] <= most || !may_be(k, seen)) continue;
        most = sums[k];
        needs = is == kind::deck ? needs_of[k] * seen.sentences / 2 : needs_of[k];
        best = is;
    }
    if (most < needs) return kind::paragraph;
    if (best != kind::heading) return best;
    return seen.headline_due ? kind::headline : seen.subtitle ? kind::deck : kind::heading;
}

constexpr bool begins_with_copyright(const view& line) noexcept {
    return line.size > 1 && line[0] == '\xC2' && line[1] == '\xA9';
}

// Does no sentence and no announcement end with this?
constexpr bool is_open(glyph last) noexcept {
    return !is_sentence_end(last) && last != glyph::colon;
}

// What a line ends with; a closing mark is looked through.
constexpr glyph end_of(const view& text) noexcept {
    size_t size = text.size;
    if (size == 0) return glyph::nothing;
    code_point last = decode_last(text.data, size);
    if (glyph_of(last) == glyph::quote) {
        size -= last < 0x80 ? 1u : last < 0x800 ? 2u : 3u;
        if (size == 0) return glyph::quote;
        last = decode_last(text.data, size);
    }
    return glyph_of(last);
}

constexpr bool alike(size_t one, size_t other) noexcept {
    return one * 3 <= other * 4 && other * 3 <= one * 4;
}

}  // namespace detail

// Tells what a block is. A type of your own may take its place: it needs these members.
class block_rules {
    // (Before what calls it, or clang knows it only at the unit's end, too late for a constant.)
    template <size_t... Number, size_t... Line>
    constexpr block_rules(uint8_t at, detail::indices<Number...>, detail::indices<Line...>) noexcept
        : lines_{(static_cast<void>(Line), at)...}, numbers_{(static_cast<void>(Number), at)...} {}

public:
    constexpr block_rules() noexcept {}
    // With an argument, so that nothing is cleared as a whole, which would call memset.
    constexpr explicit block_rules(offset at) noexcept
        : block_rules(static_cast<uint8_t>(at),
                      typename detail::count_to<detail::evidence_count>::type{},
                      typename detail::count_to<remembered>::type{}) {}

    // Counts what is to be counted. `see_next(found)` is called if it takes the next block, which
    // most do not: they are running text. (Before what calls it, as above.)
    //   Cost: reads each byte of a block that is not long, and of what is seen of the next
    //         line, once.
    template <class Found, class See>
    constexpr evidence measure(Found& found, const See& see_next) noexcept {
        evidence seen(numbers_, found.number, !headline_over_);
        decide_by_mark(found, seen);
        if (found.is_long) return seen;
        if (!seen.decided || seen.is == kind::furniture) see_next(found);
        if (!seen.decided || seen.is <= kind::heading) walk(found, seen);
        return seen;
    }
    // The same, where that is seen already.
    constexpr evidence measure(const candidate& found) noexcept {
        return measure(found, nothing_to_see{});
    }

    // For tools: what the card says of a block that no rule in front of it has decided. Row `row`
    // has a name, speaks or not, and gives points to each kind; a rule can keep a kind out.
    static constexpr size_t row_count = detail::card_size;
    static constexpr size_t column_count = detail::card_columns;
    static constexpr const char* row_name(size_t row) noexcept { return detail::card_names[row]; }
    static constexpr bool speaks(size_t row, const evidence& seen) noexcept {
        return detail::holds(detail::card[row], seen.numbers[detail::card[row].what & 0x7Fu]);
    }
    static constexpr int row_points(size_t row, size_t column) noexcept {
        return detail::card[row].points[column];
    }
    static constexpr kind column_kind(size_t column) noexcept { return detail::card_kinds[column]; }
    static constexpr bool counts(size_t column, const evidence& seen) noexcept {
        return detail::card_kinds[column] == kind::headline ? seen.headline_due
                                                            : detail::may_be(column, seen);
    }

    constexpr kind classify(const evidence& seen) const noexcept {
        return seen.decided ? seen.is
                            : detail::highest(detail::packed, detail::card_needs, seen);
    }

    // Remembers the block.
    constexpr void begin(const evidence& seen, kind is) noexcept {
        const bool aside = is == kind::byline || is == kind::timestamp || is == kind::furniture;
        if (!aside || place_ >= 3) headline_over_ = true;
        if (is == kind::headline) {
            headline_ = seen.words;
            title_.high = seen.marks.high;
            title_.low = seen.marks.low;
        }
        if (decks_due_ != 0) {
            if ((aside || is == kind::deck) && seen.words != 0) deck_ = seen.words;
            if (!aside || decks_due_ == full_decks) --decks_due_;
        }
        if (is == kind::deck || is == kind::paragraph) decks_due_ = 0;
        if (is == kind::headline) decks_due_ = full_decks;
        if (is == kind::list_item && seen.decided) marked_ = true;
        first_ = seen.first;
        before_.high = seen.marks.high;
        before_.low = seen.marks.low;
        starts_ = seen.first == 0 ? uint8_t{0} : numbers_[detail::number_of(detail::fact::starts)];
        begins_ = detail::glyph::nothing;
        if (seen.first != 0)
            begins_ = static_cast<detail::glyph>(numbers_[detail::number_of(detail::fact::first)]);
        number_ = seen.number;
        lines_[oldest_] = seen.line;
        oldest_ = static_cast<uint8_t>((oldest_ + 1u) & (remembered - 1u));
    }

    // Remembers how the block ended.
    constexpr void end(size_t bytes, code_point last) noexcept {
        const uint16_t size = static_cast<uint16_t>(detail::lesser<size_t>(bytes, 1000));
        last_ = detail::glyph_of(last);
        if (size <= short_bytes && detail::is_open(last_)) {
            detail::count_up(run_);
            gap_ = 0;
        } else {
            run_ = 0;
            detail::count_up(gap_);
            announced_ = last_ == detail::glyph::colon;
        }
        if (size > body_bytes) body_ = true;
        mean_ = place_ == 0 ? size : static_cast<uint16_t>(mean_ - (mean_ >> 3) + (size >> 3));
        bytes_ = size;
        detail::count_up(place_);
    }

    // Back to the start; `body`: nothing will be a headline.
    constexpr void restart(bool body) noexcept {
        bytes_ = mean_ = headline_ = deck_ = first_ = number_ = 0;
        for (uint16_t& line : lines_) line = 0;
        begins_ = detail::glyph::lower;
        starts_ = 0;
        before_.high = before_.low = 0;
        title_.high = title_.low = 0;
        last_ = detail::glyph::lower;
        oldest_ = place_ = run_ = gap_ = decks_due_ = 0;
        body_ = marked_ = announced_ = false;
        headline_over_ = body;
    }

private:
    struct nothing_to_see {
        constexpr void operator()(const candidate&) const noexcept {}
    };

    static constexpr uint8_t remembered = 8;
    static constexpr uint16_t short_bytes = 100;
    static constexpr size_t running_bytes = 80;
    static constexpr size_t body_bytes = 150;  // no heading or label is so long
    static constexpr uint8_t full_decks = 4;
    static constexpr uint8_t invitation_columns = 80;

    // Are two line ends of one sort: the same sign, or letters both?
    static constexpr bool is_kin(detail::glyph one, detail::glyph other) noexcept {
        return one == other || (one <= detail::glyph::letter && other <= detail::glyph::letter);
    }

    // Sets what is known beyond the line. (By a pointer to these numbers, which a Cortex-M0+
    // reaches with one instruction from there, and with three from the object's begin.)
    struct context_numbers {
        uint8_t* at;
        constexpr void operator()(detail::context what, size_t value) const noexcept {
            at[detail::number_of(what)] = detail::to_byte(value);
        }
    };

    // (Apart, for what sees the next block has no use for the stack that this takes.)
    [[gnu::noinline]] constexpr void walk(const candidate& found, evidence& seen) noexcept {
        const detail::line_walk here(numbers_, found.block);
        seen.line = here.line_print();
        seen.words = here.words_print();
        seen.first = here.first_print();
        seen.marks = here.marks();
        if (seen.number == 0) seen.number = here.number();
        if (seen.decided) return;
        seen.deck_due = decks_due_ != 0 && !found.next.empty();
        const detail::line_glance next({found.next.data, found.next_line});
        compare(found, here, next, seen, {numbers_ + detail::fact_count});
        decide_by_form(found, here, next, seen);
    }

    constexpr void decide_by_mark(const candidate& found, evidence& seen) const noexcept {
        seen.decided = true;
        if (found.mark == line_mark::hash)
            seen.is = headline_over_ ? kind::heading : kind::headline;
        else if (found.mark == line_mark::quoted || found.indent >= 3)
            seen.is = kind::block_quote;
        else if (found.mark == line_mark::bullet)
            seen.is = !found.is_long && detail::end_of(found.block) == detail::glyph::dash
                          ? kind::furniture
                          : kind::list_item;
        else if (found.is_long)
            seen.is = counts_on(found) ? kind::list_item : kind::paragraph;
        else if (is_running_text(found))
            seen.is = kind::paragraph;
        else if (detail::is_rule(found.block))
            seen.is = kind::furniture;
        else
            seen.decided = false;
    }

    // Does its number go on from the block before, or begin a list?
    constexpr bool counts_on(const candidate& found) const noexcept {
        return found.mark == line_mark::number &&
               (found.number == 1 || (number_ != 0 && found.number == number_ + 1));
    }

    // Sentence 3: it need not be walked over.
    constexpr bool is_running_text(const candidate& found) const noexcept {
        const view& text = found.block;
        if (detail::begins_with_copyright(text)) return false;
        if (!headline_over_ || decks_due_ != 0 || found.mark != line_mark::none) return false;
        if (text.size > 2 * running_bytes && body_) return true;
        if (text.size <= (body_ ? running_bytes : body_bytes)) return false;
        const detail::glyph last = detail::end_of(text);
        return detail::is_sentence_end(last) &&
               (last != detail::glyph::question || text.size > body_bytes);
    }

    constexpr void decide_by_form(const candidate& found, const detail::line_walk& here,
                                  const detail::line_glance& next, evidence& seen) const noexcept {
        using detail::fact;
        seen.byline_due = (here[fact::long_smalls] == 0 && here[fact::capitals] != 0) ||
                          (here[fact::by_words] | here[fact::role_words] |
                           here[fact::agency_words] | here[fact::ats]) != 0 ||
                          (here[fact::date_words] != 0 && here[fact::digits] != 0);
        seen.list_due =
            !marked_ && (announced_ || numbers_[detail::on(detail::context::before_alike)] != 0 ||
                         numbers_[detail::on(detail::context::next_alike)] != 0);
        const bool sentence = detail::is_sentence_end(static_cast<detail::glyph>(here[fact::last]));
        if (sentence) seen.sentences = here[fact::stops] == 0 ? uint8_t{1} : uint8_t{2};
        const bool of_the_page = (here[fact::furniture_words] | here[fact::arrows] |
                                  here[fact::ats] | here[fact::slashes]) != 0;
        seen.furniture_due = here[fact::stops] < 2 &&
                             (of_the_page || !sentence ||
                              here[fact::columns] <= running_bytes) &&
                             (of_the_page || decks_due_ != full_decks || here[fact::digits] != 0);
        if (sentence && numbers_[detail::on(detail::context::next_same)] != 0)
            seen.deck_due = false;
        seen.subtitle = seen.deck_due && decks_due_ == full_decks && here[fact::words] >= 3 &&
                        found.mark == line_mark::none;
        const bool invites = here[fact::starts] == detail::number_of(detail::word_is::furniture) &&
                             headline_over_ && here[fact::columns] <= invitation_columns;
        const bool again = seen.words != 0 && (seen.words == headline_ || seen.words == deck_);
        if ((again && place_ > 3) || invites ||
            (seen.furniture_due && detail::begins_with_copyright(found.block))) {
            seen.decided = true;
            seen.is = kind::furniture;
        } else if (numbers_[detail::on(detail::context::all_dated)] != 0 &&
                   here[fact::digits] >= 3 && here[fact::columns] <= 60 &&
                   ((here[fact::date_words] | here[fact::clocks]) != 0 ||
                    (here[fact::years] != 0 && here[fact::digits] >= 6))) {
            seen.decided = true;
            seen.is = kind::timestamp;
        } else if (seen.headline_due && found.next.empty() && !sentence) {
            seen.decided = true;
            seen.is = kind::headline;
        } else if (found.mark == line_mark::number) {
            const bool neighbours = numbers_[detail::on(detail::context::counting)] != 0 ||
                                    next.number == found.number + 1;
            const bool runs_on =
                sentence && found.number != 1 && here[fact::columns] > running_bytes;
            seen.numbered = true;
            seen.decided = neighbours || runs_on;
            seen.is = neighbours ? kind::list_item : kind::paragraph;
        }
    }

    constexpr void compare(const candidate& found, const detail::line_walk& here,
                           const detail::line_glance& next, const evidence& seen,
                           const context_numbers set) const noexcept {
        using detail::context;
        using detail::fact;
        detail::clear(set.at, detail::context_count);
        set(context::place, place_);
        set(context::body, body_);
        set(context::before_last, detail::number_of(place_ == 0 ? detail::glyph::nothing : last_));
        if (place_ != 0) {
            set(context::before_size, bytes_ >> 2);
            set(context::before_starts, starts_);
            set(context::before_open, detail::is_open(last_));
            set(context::before_colon, last_ == detail::glyph::colon);
            set(context::before_question, last_ == detail::glyph::question);
            set(context::before_alike, detail::alike(bytes_, found.block.size));
            set(context::before_start, seen.first != 0 && seen.first == first_);
            set(context::mean, mean_ >> 2);
        }
        const size_t columns = here[fact::columns];
        const bool next_wraps = found.next_line < found.next.size;
        const size_t next_columns = next_wraps ? detail::line_glance::enough + 1u : next.columns;
        const detail::glyph next_last =
            found.next_whole ? detail::end_of(found.next) : detail::glyph::nothing;
        const bool next_open = detail::is_open(next_last);
        if (columns <= short_bytes && detail::is_open(static_cast<detail::glyph>(here[fact::last])))
            set(context::run, run_);
        set(context::gap, gap_);
        for (uint16_t line : lines_)
            if (line == seen.line && line != 0 && columns <= short_bytes) set(context::repeated, 1);
        set(context::counting, number_ != 0 && seen.number == number_ + 1);
        set(context::numbered, found.number != 0);
        set(context::marked, marked_);
        set(context::announced, announced_);

        set(context::next_columns, next_columns);
        set(context::next_words, next.words);
        set(context::next_digits, next.digits);
        set(context::next_first, detail::number_of(next.first));
        set(context::next_last, detail::number_of(next_last));
        set(context::next_starts, detail::number_of(next.starts));
        set(context::next_whole, found.next_whole);
        set(context::next_twice,
            next_columns >= columns * 2 || next_columns > detail::line_glance::enough);
        set(context::next_four, next_columns >= columns * 4);
        if (found.next_whole) set(next_open ? context::next_open : context::next_stop, 1);
        if (found.next_whole && next_columns <= detail::line_glance::enough) {
            set(context::next_alike, detail::alike(next_columns, columns));
        }
        const size_t size = found.block.size;
        const size_t next_size = found.next.size;
        set(context::next_same, found.next_whole && next_columns > detail::line_glance::enough &&
                                    size * 2 <= next_size * 3 && next_size * 2 <= size * 3);
        set(context::next_size, next_size >> 2);
        const auto first = static_cast<detail::glyph>(here[fact::first]);
        const auto last = static_cast<detail::glyph>(here[fact::last]);
        set(context::next_kin, found.next_whole && detail::alike(next_size, size) &&
                                   next.first == first && is_kin(next.last, last));
        set(context::before_kin, place_ != 0 && detail::alike(bytes_, size) && begins_ == first &&
                                     is_kin(last_, last));
        set(context::before_shares, here.marks().shared(before_));
        set(context::next_shares, here.marks().shared(next.marks));
        set(context::title_shares, here.marks().shared(title_));
        set(context::titled,
            here[fact::capitals] * 2u >= here[fact::words] && here[fact::words] >= 2);
        set(context::next_more, next_size * 2 > size * 3);
        const size_t capitals = here[fact::capitals];
        set(context::names, capitals >= 2 && here[fact::long_smalls] == 0);
        set(context::ends_word, here[fact::last] <= detail::number_of(detail::glyph::letter));
        set(context::next_ends_word, next_last <= detail::glyph::letter);
        set(context::one_capital, capitals == 1 && here[fact::smalls] != 0);
        set(context::mostly_shouted, here[fact::shouted] * 2u > here[fact::words]);
        if (here[fact::digits] != 0) {
            set(context::dated, here[fact::date_words] != 0);
            set(context::all_dated,
                here[fact::plain_words] == 0 &&
                    here[fact::credit_words] + here[fact::furniture_words] + here[fact::by_words] ==
                        0);
        }
    }

    // (Bytes first: see machine.hpp.)
    detail::glyph last_ = detail::glyph::lower;    // that the last block ends with
    detail::glyph begins_ = detail::glyph::lower;  // that the last block begins with
    uint8_t starts_ = 0;                           // word_is: its first word
    uint8_t oldest_ = 0;                           // of lines_
    uint8_t place_ = 0;                            // blocks so far
    uint8_t run_ = 0;            // short blocks without an end sign, up to here
    uint8_t gap_ = 0;            // other blocks since
    uint8_t decks_due_ = 0;      // in so many blocks a deck may come
    bool body_ = false;          // a block of more than 150 bytes was seen
    bool marked_ = false;        // list marks were seen
    bool announced_ = false;     // a colon stands before the run
    bool headline_over_ = false; // there is one, or none will come
    uint16_t bytes_ = 0;         // of the last block
    uint16_t mean_ = 0;          // of the blocks so far, the later ones counting more
    uint16_t headline_ = 0;      // fingerprint of its words
    uint16_t deck_ = 0;
    uint16_t first_ = 0;         // of the last block's first word
    uint16_t number_ = 0;        // that the last block begins with
    uint16_t lines_[remembered] = {};               // fingerprints of the last blocks
    uint8_t numbers_[detail::evidence_count] = {};  // of this block
    detail::word_marks title_;                      // words of the headline
    detail::word_marks before_;                     // words of the last block
};

}  // namespace stet

#endif  // STET_BLOCK_HPP
