// SPDX-License-Identifier: MIT
#ifndef STET_ATTRIBUTION_HPP
#define STET_ATTRIBUTION_HPP
#include "speaker.hpp"

// attribution.hpp: who said it. A pull adapter over parse() or a reader: it passes every event
// on and adds, for each outermost quotation, what is known about it when Limits::after bytes
// behind it have been told, or its block's end is next:
//
//     attribution   the extent of the quotation; its final class
//     speaker       where there is one: the words that name who said it, shape and evidence
//     cue           with a speaker, where there is one: "said", "according to", ":"
//
//     for (stet::event e : stet::attribute(stet::parse(text))) ...
//     auto told = stet::attribute(in);                      // a reader, by reference
//     for (stet::event e; told.next(e);) ...
//
// Speakers are a heuristic: show the words, too. These sentences are part of the contract:
//
//  1. A quotation's window is its block from Limits::before bytes before its opening mark to
//     Limits::after bytes after its closing mark, and no more than 128 words and signs and
//     61,440 bytes of it; other text is not read, nor what follows 2^24 words and signs of a
//     block. A word that the window's beginning cuts is not seen, and one of over 255 bytes is
//     none. A line end and a note part words as a blank does. A word is what the lexicon says, a
//     name (a capital, and no other kind) or a noun.
//     Looks are paid for by bytes: where quotations stand too close, the window is seen in part.
//  2. A sentence begins after a stop, a question or an exclamation mark, and after a
//     quotation that ends in one and is followed by a capital. Where nouns have capitals, a
//     number of one or two digits keeps its stop, and so does a Roman one ("Benedikt XVI."),
//     but before a small word with a capital ("Modell 3. Ein Sprecher"). A quotation is set off
//     when it begins a sentence or follows a comma, a colon or a dash.
//  3. The ways to find a speaker, in this order: a label inside the marks, in capitals before
//     a colon ("WALLACE: ..."); a cue before the mark, when it stands at it or at a comma or
//     colon before it; any verb in a clause of its own that a comma or colon ends before a
//     sentence of four words or more ("When Lee objected, Ames shot back: ..."), where no cue
//     stands and no clause follows; the clause after the mark, when a comma, a question or
//     exclamation mark or a dash ends the quotation or follows it; a clause after a later comma, to
//     the end of the sentence (", he said."); a cue before the mark, anywhere in its sentence; a
//     clause right after a quotation that is set off; a name before a colon; a name after a dash at
//     the block's end; a name and a colon at the block's begin; in German, "Das sagte X" or
//     "Das musste X einraeumen" in the next sentence.
//  4. The clause after the mark names the speaker first ("Ann Lee said") or the cue first
//     ("said Ann Lee", "according to Ann Lee"). What stands between commas after the name, in
//     brackets (with commas of its own) or after "who" describes it and belongs to it; what
//     begins with a preposition, an adverb, a time or a word in -ing does not. After a quotation
//     that is set off, any verb in -ed will do. In German the verb stands first, but after "wie";
//     what follows "und" is another clause. The subject may follow a reflexive pronoun, adverbs
//     and times ("erinnerte sich X"), and end in a name in marks ("schrieb die Zeitung Q"): one of
//     forty bytes or less, less than four words, and no end mark inside.
//  5. Before the mark, the cue nearest to it counts whose subject is found; a weak one only
//     within seven words (in German also before a colon), and when there is no strong one. The
//     subject is the phrase before the verb, never the object of another one, or what a comma
//     pair there describes (over a bracket, too), without what ends in a quotation or a word of
//     255 bytes or more; of a word in -ing, after "to" and after "and", the subject of the nearest
//     finite verb to the left that has one; of a word in -ing after "with" and a name, that name.
//     Where the verb is second (German), the subject is the clause's first phrase with the place
//     that follows it ("Das Komitee in Oslo"), or the one after the verb: when an adverb, a
//     preposition or an article of no subject ("den") stands first, or when "er" follows the verb,
//     or "sie" or "der ..." does and neither a pronoun, "der" nor a bare name stands first; after
//     "und" it is that of the clause's first verb ("Im Rat kam X an und sagte"), in the passive
//     what "von" names. A quotation ends no clause, but with a mark inside, or before a comma, a
//     phrase and a cue. A phrase has in it a name in marks, a participle with its own ("die in Rom
//     geborene Lee", "ein nicht genannter Mann"), and a place before a comma and a name ("der
//     Sprecher im Rat, Lee,"); what describes it ends at the next comma. Of "es heisst" it is
//     where it is written ("Im Bericht heisst es"); of "zitieren" who is quoted: the passive's
//     subject, the active verb's object.
//  6. A verb inside another report gives way to that one: "Clinton says she would order ...".
//  7. With no cue: "his warning that ...", a verb in -ed with "that", "according to X" before
//     the mark in its sentence, but not next to it; in German also "laut X", "nach X" and "X
//     nach" of words that are said ("Seiner Ansicht nach"), "X zufolge"; weakly, any verb with
//     "dass" before the mark ("X hatte sich erhofft, dass Q") and "Fuer X ist ... Q"; any verb
//     before a colon, where the subject stands first or after the verb ("Im Rat warb X dafuer:
//     ..."), and what is reported in the subjunctive is told by the cue or the source of the
//     sentences before. A quotation that belongs to a source's name is not told by it.
//  8. A cue in the passive, after an article or a possessive is none, but "zitiert", and in
//     German one with "von X".
//  9. A quotation with no speaker of its own takes over the one of the last quotation of its
//     block when it has four words or an end mark inside (in German, one that is not set off:
//     when its sentence reports in the subjunctive); at its paragraph's begin, or when it
//     is continued, the one that the paragraph before ended with: its open quotation, or a
//     cue before a comma or a colon. Else the sentence before is asked.
// 10. Evidence is `carried` for what is taken over; `far_off` when the cue, or a speaker that
//     stands behind it, ends more than 7 bytes before the mark or stands in another clause or
//     sentence, and for a bare colon; `near_mark` for the rest.
// 11. Shape is `pronoun` for one alone, `name` when a name stands in it before the first
//     preposition, else `nominal`. Pronouns are not resolved: a wrong name harms a person.
// 12. Title-like is a quotation whose first word and every word of more than three letters
//     have a capital, but in a block that is set so itself, as far as it is read.
// 13. With a speaker of its own a quotation is `direct`, unless it is title-like, of seven
//     words or less and not set off, does not follow "as", and its cue is a weak one or, in
//     German, followed by the speaker and at once by the mark ("meldete der Sender Q"), or an
//     article (in German no "ein") stands before it, or its cue behind it; of one word only
//     after somebody's name ("on NBC's Q"). Labelled, unclosed and continued ones are direct.
// 14. Without, it is direct from eight words on, and after "as", which is not "such as"; else
//     unattributed when it is title-like; else direct with three words, an end mark inside, or
//     a cue or a direct quotation among the twelve words and signs before it in its sentence, or
//     in German a verb that reports.
//     An unattributed quotation keeps no speaker but one of its own and of a strong cue, near it
//     or, in German, with a comma between: what stands in somebody's report.
// 15. If eight quotations wait, the first is told at once.
namespace stet {
namespace detail {

// A speech that may go on: offsets, never text.
struct speech {
    offset speaker_begin = 0;
    offset speaker_end = 0;
    offset cue_begin = 0;
    offset cue_end = 0;
    speaker_shape shape = speaker_shape::none;

    constexpr speech() noexcept {}
    constexpr explicit speech(offset at) noexcept
        : speaker_begin(at), speaker_end(at), cue_begin(at), cue_end(at) {}
    constexpr bool known() const noexcept { return shape != speaker_shape::none; }
    constexpr void take(const speech& from) noexcept {
        speaker_begin = from.speaker_begin;
        speaker_end = from.speaker_end;
        cue_begin = from.cue_begin;
        cue_end = from.cue_end;
        shape = from.shape;
    }
};

// A quotation that waits for what follows it, and then for being told.
struct waiting_quotation {
    constexpr waiting_quotation() noexcept
        : title_case(false), sentence(false), closed(false), unclosed(false), continued(false),
          labelled(false) {}
    constexpr explicit waiting_quotation(offset at) noexcept
        : begin(at), end(at), token(static_cast<int32_t>(at)), title_case(false), sentence(false),
          closed(false), unclosed(false), continued(false), labelled(false) {}

    offset begin = 0;
    offset end = 0;
    int32_t token = 0;
    uint8_t words = 0;
    bool title_case : 1;
    bool sentence : 1;  // an end mark stands inside
    bool closed : 1;    // its end was told
    bool unclosed : 1;
    bool continued : 1;
    bool labelled : 1;  // inside the marks; where, in bytes from its begin:
    uint8_t label_begin = 0;
    uint8_t label_end = 0;
    uint8_t label_colon = 0;
    uint8_t colon_size = 0;
};

}  // namespace detail

// The layer by itself, for a source that stands elsewhere: zero-initialised storage is ready,
// and a static one lands in .bss. `next(source, e)` in place of `source.next(e)`.
template <class Lexicon = english, class Limits = default_limits>
class attribution {
public:
    constexpr attribution() noexcept {}
    // (With an argument, as its parts have one, nothing is cleared as a whole.)
    constexpr explicit attribution(offset at) noexcept
        : attribution(at, typename detail::count_to<most_waiting>::type{}) {}

    // Forgets everything, for another article. (A reader's restart() does not reach the layer.)
    constexpr void restart() noexcept {
        waiting_ = 0;
        fact_ = kind::headline;
        block_ended_ = false;
        owed_looks_ = 0;
        introduced_.shape = speaker_shape::none;
    }

    // Tells the next event.
    //   Gives:    false when the source gives false.
    //   Cost:     at most 3 steps for every byte of text, over all calls.
    template <class Source>
    constexpr bool next(Source& source, event& e) noexcept {
        for (;;) {
            if (tell_fact(e)) return true;
            if (block_ended_) {
                tell_block_end(e);
                return true;
            }
            if (!source.next(e)) return false;
            if (look(e)) return true;
        }
    }

    // Is nothing held back?
    constexpr bool done() const noexcept { return waiting_ == 0 && !block_ended_; }

private:
    static constexpr size_t most_waiting = 8;    // quotations
    // What finding speakers may cost: a look for each byte of text, but for as many bytes of a
    // block, as lines are short.
    static constexpr offset no_looks = 24;
    using quotation = detail::waiting_quotation;
    using words = detail::tokens<Lexicon, Limits>;
    using finder = detail::finder<words>;
    using token_is = detail::token_is;

    template <size_t... Each>
    constexpr attribution(offset at, detail::indices<Each...>) noexcept
        : last_(at),
          introduced_(at),
          said_(at),
          kept_(at),
          tokens_(at),
          quotations_{(static_cast<void>(Each), quotation(at))...} {}

    // ---- looking at what passes ----

    // Gives false for the one event that is held back: a block's end.
    constexpr bool look(const event& e) noexcept {
        place_ = e.end;
        if (e.what == kind::text) return look_at_text(e);
        if (!is_block(e.what)) return look_inside(e);
        if (e.side == edge::end) return end_block(e);
        return begin_block(e.begin);
    }
    constexpr bool look_inside(const event& e) noexcept {
        if (e.what == kind::quote) return e.nested ? true : look_at_quotation(e);
        if (e.what == kind::dateline) in_dateline_ = e.side == edge::begin;
        // (Among what is kept it is a blank: see lookback.hpp.)
        if (reads_ && (e.what == kind::soft_break || e.what == kind::note)) tokens_.see_break();
        return true;
    }
    constexpr bool look_at_quotation(const event& e) noexcept {
        if (e.side == edge::begin)
            open_quotation(e);
        else
            close_quotation(e);
        return true;
    }

    constexpr bool begin_block(offset begin) noexcept {
        block_begin_ = begin;
        tokens_.restart();
        kept_.restart(begin);
        reads_ = false;
        low_ = high_ = 0;
        in_quote_ = in_dateline_ = false;
        last_.shape = speaker_shape::none;
        return true;
    }

    constexpr bool look_at_text(const event& e) noexcept {
        const offset paid = e.end - block_begin_ > no_looks ? e.end - e.begin : 0;
        owed_looks_ = detail::excess(owed_looks_, paid);
        if (in_dateline_) return true;
        if (in_quote_)
            tokens_.see_quoted(e.text(), e.begin);
        else
            look_outside(e.text(), e.begin);
        return true;
    }
    // Words are read up to Limits::after bytes behind a quotation; other text is kept until one
    // comes.
    constexpr void look_outside(const view& text, offset begin) noexcept {
        if (reads_ && begin - read_from_ > Limits::after) {
            reads_ = false;
            kept_.restart(begin);
        }
        if (reads_) return tokens_.see(text, begin);
        kept_.keep(text, begin);
    }
    constexpr void read_kept() noexcept {
        if (reads_) return;
        if (kept_.is_cut()) tokens_.see_gap(kept_.begin());
        kept_.give([this](const view& text, offset begin) { tokens_.see(text, begin); });
        reads_ = true;
    }

    // May a comma or a colon be the last sign of what is kept? Only what ends so introduces a
    // quotation that stands in the next paragraph.
    constexpr bool may_introduce() const noexcept {
        const uint8_t last = kept_.last();
        return !(detail::is_ascii_letter(last) || last == '.');
    }

    constexpr void open_quotation(const event& e) noexcept {
        read_kept();
        quotation& q = waiting(waiting_);
        ++waiting_;
        q.begin = e.begin;
        q.closed = false;
        q.continued = e.continued;
        q.token = tokens_.open_quotation(e.begin);
        in_quote_ = true;
    }

    constexpr void close_quotation(const event& e) noexcept {
        quotation& q = waiting(static_cast<uint8_t>(waiting_ - 1));
        tokens_.close_quotation(q.token, e.end);
        const detail::inside_quotation& inside = tokens_.inside();
        q.end = read_from_ = e.end;
        q.closed = true;
        q.unclosed = e.unclosed;
        q.words = inside.words;
        q.title_case = !inside.small_word && inside.capital_first;
        q.sentence = detail::is_sentence_end(inside.last);
        q.labelled = inside.label == detail::inside_quotation::has_label &&
                     (q.sentence || q.words > 6) && inside.label_colon - q.begin <= 0xFF;
        q.label_begin = static_cast<uint8_t>(inside.label_begin - q.begin);
        q.label_end = static_cast<uint8_t>(inside.label_end - q.begin);
        q.label_colon = static_cast<uint8_t>(inside.label_colon - q.begin);
        q.colon_size = inside.colon_size;
        in_quote_ = false;
    }
    constexpr bool in_headline() const noexcept {
        return !Lexicon::nouns_are_capital && tokens_.is_title_case();
    }

    constexpr bool end_block(const event& e) noexcept {
        if (e.what == kind::paragraph && may_introduce()) read_kept();
        tokens_.finish();
        block_ended_ = true;
        ended_what_ = e.what;
        ended_level_ = e.level;
        ended_begin_ = e.begin;
        ended_end_ = e.end;
        return false;
    }

    // ---- telling ----

    constexpr void tell_block_end(event& e) noexcept {
        block_ended_ = false;
        introduced_.shape = speaker_shape::none;
        if (ended_what_ == kind::paragraph) remember_introduction();
        detail::set(e, ended_what_, edge::end, ended_begin_, ended_end_);
        e.level = ended_level_;
    }

    // Tells what is known about the quotation that waits longest.
    constexpr bool tell_fact(event& e) noexcept {
        if (waiting_ == 0) return false;
        quotation& q = waiting(0);
        if (fact_ == kind::headline) {
            if (!is_due(q)) return false;
            resolve(q);
            detail::set(e, kind::attribution, edge::span, q.begin, q.end);
            e.quoted = quoted_;
            fact_ = said_.known() ? kind::speaker : kind::headline;
        } else if (fact_ == kind::speaker) {
            detail::set(e, kind::speaker, edge::span, said_.speaker_begin, said_.speaker_end);
            e.shape = said_.shape;
            e.evidence = evidence_;
            fact_ = kind::cue;
        } else {
            detail::set(e, kind::cue, edge::span, said_.cue_begin, said_.cue_end);
            fact_ = kind::headline;
        }
        if (fact_ != kind::headline) return true;
        --waiting_;
        oldest_ = static_cast<uint8_t>((oldest_ + 1u) % most_waiting);
        return true;
    }

    constexpr bool is_due(const quotation& q) const noexcept {
        return q.closed &&
               (block_ended_ || waiting_ == most_waiting || place_ - q.end > Limits::after);
    }

    // ---- the speaker and the class of one quotation ----

    constexpr void resolve(quotation& q) noexcept {
        move_window(q.token, q.begin, q.end);
        finder look(tokens_, q.token, low_, high_, owed_looks_);
        detail::answer found(q.token);
        if (in_headline()) q.title_case = false;
        const bool labelled = q.labelled;
        bool is_own = labelled;  // found at this quotation, not taken over
        said_.shape = speaker_shape::none;
        const bool speaks = q.sentence || q.words >= 4;
        if (labelled)
            take_label(q);
        else if (look.find(found))
            is_own = take(found, look, said_);
        else if ((q.token == 0 || q.continued) && introduced_.known())
            said_.take(introduced_);
        else if (last_.known() && look.goes_on(speaks))
            said_.take(last_);
        else if (speaks && look.find_before(found))
            is_own = take(found, look, said_);

        if (labelled || q.unclosed || q.continued)
            quoted_ = quote_class::direct;
        else
            quoted_ = is_own ? judge_found(q, found, look) : judge_alone(q, look);
        if (quoted_ == quote_class::direct) tokens_.mark_direct(q.token);
        evidence_ = !is_own        ? speaker_evidence::carried
                    : found.is_far ? speaker_evidence::far_off
                                   : speaker_evidence::near_mark;
        last_was_open_ = q.unclosed;
        if (!said_.known()) return;
        last_.take(said_);
        if (quoted_ == quote_class::unattributed &&
            (found.is_weak || !is_own || (found.is_far && !look.is_in_report(found))))
            said_.shape = speaker_shape::none;
    }

    constexpr void take_label(const quotation& q) noexcept {
        said_.speaker_begin = q.begin + q.label_begin;
        said_.speaker_end = q.begin + q.label_end;
        said_.cue_begin = q.begin + q.label_colon;
        said_.cue_end = said_.cue_begin + q.colon_size;
        said_.shape = speaker_shape::name;
    }

    // The window only moves on: both ends of it pass each token once.
    constexpr void move_window(int32_t token, offset begin, offset end) noexcept {
        low_ = detail::greater(low_, tokens_.first());
        while (low_ < token && !is_near(begin, tokens_.begin_of(low_), Limits::before)) ++low_;
        high_ = detail::greater(high_, detail::greater(token, low_));
        // (What was open when it was passed ends no farther away, or this had been due before.)
        while (high_ < tokens_.count() && is_near(seen_to(high_), end, Limits::after)) ++high_;
    }

    // Is `later` no more than so many bytes behind `place`? (A sum of offsets would be too large at
    // 4 GiB - 1 where size_t has 32 bits.)
    static constexpr bool is_near(offset later, offset place, size_t distance) noexcept {
        return later <= place || later - place <= distance;
    }

    // (A quotation is seen where it begins; one that may name somebody, to its end.)
    constexpr offset seen_to(int32_t index) const noexcept {
        const detail::token& at = tokens_[index];
        const bool begins = at.what == token_is::quotation && !finder::is_short(at);
        return begins ? tokens_.begin_of(index) : tokens_.end_of(index);
    }

    constexpr bool take(const detail::answer& found, finder& look,
                        detail::speech& said) const noexcept {
        if (found.who.none()) return false;
        said.speaker_begin = tokens_.begin_of(found.who.first);
        said.speaker_end = tokens_.end_of(found.who.last - 1);
        said.cue_begin = tokens_.begin_of(found.cue.first);
        said.cue_end = tokens_.end_of(found.cue.last - 1);
        said.shape = look.shape(found.who);
        return true;
    }

    // Sentence 13.
    constexpr quote_class judge_found(const quotation& q, const detail::answer& found,
                                      finder& look) noexcept {
        if (!q.title_case || q.words > 7 || look.starts() || look.is_role())
            return quote_class::direct;
        if (found.is_weak) return quote_class::unattributed;
        if (found.cue.last == q.token) return quote_class::direct;
        const detail::token& left = tokens_[q.token - 1];
        const bool owned = left.is_word(part::possessive) && !left.has(part::determiner);
        if (q.words < 2 && !owned) return quote_class::direct;
        const bool listed =
            left.is_word(part::determiner | part::possessive) && !left.has(part::sure);
        const bool named = listed || (found.cue.first > q.token && !Lexicon::nouns_are_capital);
        return named ? quote_class::unattributed : quote_class::direct;
    }
    // Sentence 14.
    constexpr quote_class judge_alone(const quotation& q, finder& look) noexcept {
        if (q.words >= 8) return quote_class::direct;
        if (said_.known() && q.sentence && look.starts()) return quote_class::direct;
        if (look.is_role()) return quote_class::direct;
        if (q.title_case) return quote_class::unattributed;
        if (q.words >= 3 || q.sentence || look.is_told()) return quote_class::direct;
        if (Lexicon::verb_is_second && look.is_reported()) return quote_class::direct;
        return quote_class::unattributed;
    }

    // What the next paragraph may take over: a quotation left open, or "..., and added:".
    constexpr void remember_introduction() noexcept {
        const int32_t count = tokens_.count();
        if (!reads_) return;
        const detail::token& last = tokens_[count - 1];
        if (last.what == token_is::quotation && last_was_open_) introduced_.take(last_);
        if (last.what != token_is::colon && last.what != token_is::comma) return;
        move_window(count, ended_end_, ended_end_);
        finder look(tokens_, count, low_, count, owed_looks_);
        detail::answer found(count);
        if (look.find_introduction(found)) take(found, look, introduced_);
    }

    constexpr quotation& waiting(uint8_t number) noexcept {
        return quotations_[(oldest_ + number) % most_waiting];
    }

    // (Bytes first, and the large arrays last: see machine.hpp.)
    kind ended_what_ = kind::headline;
    kind fact_ = kind::headline;  // what is told next about the oldest quotation
    uint8_t ended_level_ = 0;
    uint8_t oldest_ = 0;
    uint8_t waiting_ = 0;
    bool in_quote_ = false;
    bool in_dateline_ = false;
    bool block_ended_ = false;
    bool last_was_open_ = false;
    bool reads_ = false;  // a quotation is near: words are read
    quote_class quoted_ = quote_class::none;  // of the quotation that is told, as the next one
    speaker_evidence evidence_ = speaker_evidence::none;
    offset place_ = 0;           // up to here the source has told
    offset read_from_ = 0;       // the end of the last quotation
    offset block_begin_ = 0;
    offset ended_begin_ = 0;  // the block's end that is held back
    offset ended_end_ = 0;
    uint32_t owed_looks_ = 0;
    int32_t low_ = 0;  // the window, in tokens
    int32_t high_ = 0;
    detail::speech last_;        // in this block
    detail::speech introduced_;  // by the paragraph before
    detail::speech said_;        // of the quotation that is told
    detail::lookback<Limits> kept_;
    words tokens_;
    quotation quotations_[most_waiting];
};

namespace detail {

// A source held by value is made anew in its place; one held by reference stays where it is.
template <class Source>
struct held {
    Source source;
    using limits = typename Source::limits;
    constexpr explicit held(const Source& from) noexcept : source(from.again()) {}
};
template <class Source>
struct held<Source&> {
    Source& source;
    using limits = typename Source::limits;
    constexpr explicit held(Source& from) noexcept : source(from) {}
};

}  // namespace detail

// The events of a source, with who said what: a range to go over once, or next() by hand.
template <class Source, class Lexicon = english>
class attributed {
public:
    using limits = typename detail::held<Source>::limits;

    template <class From>
    // (The argument of layer_ has no meaning but that it is not known when compiling.)
    constexpr explicit attributed(From& from) noexcept
        : held_(from), layer_(static_cast<offset>(held_.source.done())) {}
    attributed(const attributed&) = delete;
    attributed& operator=(const attributed&) = delete;

    constexpr bool next(event& e) noexcept { return layer_.next(held_.source, e); }
    constexpr bool done() const noexcept { return held_.source.done() && layer_.done(); }

    // Begins a new article, of a reader and of the layer over it: a reader's own restart() does
    // not reach the layer, which would tell of the last article.
    constexpr void restart(start from = start::article) noexcept {
        held_.source.restart(from);
        layer_.restart();
    }

    using iterator = detail::pull_iterator<attributed>;
    constexpr iterator begin() noexcept { return iterator(this); }
    constexpr iterator end() noexcept { return iterator(); }

private:
    detail::held<Source> held_;
    attribution<Lexicon, limits> layer_;
};

// Adds who said it: to parse(...), which begins anew, or to a reader, which stays yours.
template <class Lexicon = english, class Source>
constexpr attributed<Source, Lexicon> attribute(Source&& source) noexcept {
    return attributed<Source, Lexicon>(source);
}

}  // namespace stet

#endif  // STET_ATTRIBUTION_HPP
