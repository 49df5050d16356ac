// SPDX-License-Identifier: MIT
#ifndef STET_SPEAKER_HPP
#define STET_SPEAKER_HPP
#include "clause.hpp"

// speaker.hpp: who said a quotation: where a cue may stand, and which of several counts.

namespace stet {
namespace detail {

struct answer {
    // (At a place that is not known when compiling: so many zeros would call memset.)
    constexpr explicit answer(int32_t at) noexcept : who(at, at), cue(at, at) {}
    extent who;
    extent cue;
    bool is_far = false;
    bool is_weak = false;  // its cue says other things too
};

template <class Tokens>
class finder : clause<Tokens> {
    using base = clause<Tokens>;
    using base::agent;
    using base::what;
    using base::has;
    using base::is_word;
    using base::is_any;
    using base::at;
    using base::bracket_begin;
    using base::cues;
    using base::extended;
    using base::first_phrase;
    using base::is_according;
    using base::is_after_source;
    using base::is_any_verb;
    using base::is_cue;
    using base::is_finite_cue;
    using base::is_finite_verb;
    using base::is_name;
    using base::is_no_subject;
    using base::is_nobody;
    using base::is_nominal;
    using base::is_passive;
    using base::is_plain;
    using base::named_end;
    using base::opens_clause;
    using base::past_bracket;
    using base::past_reflexive;
    using base::phrase_begin;
    using base::phrase_end;
    using base::place_of_speech;
    using base::sentence_begin;
    using base::source_end;
    using base::starts_sentence;
    using base::subject;
    using base::subject_in_clause;
    using base::subject_of_cue;
    using typename base::index;
    using typename base::lexicon;

public:
    using base::is_short;

    // The quotation is the token at `quotation`; the window reaches from `low` up to `high`.
    constexpr finder(const Tokens& all, index quotation, index low, index high,
                     uint32_t& owed) noexcept
        : base(all, low, high, owed, quotation), q_(quotation), low_(low) {}

    // Looks for the speaker of the quotation.
    constexpr bool find(answer& found) noexcept {
        const token& q = at(q_);
        const index next = q_ + 1;
        starts_ = starts_sentence(q_) || is_any(q_ - 1, token_is::comma, token_is::colon) ||
                  what(q_ - 1) == token_is::dash;
        const bool introduced =
            (is_any(q_ - 1, token_is::comma, token_is::colon) && is_cue(q_ - 2)) ||
            (is_cue(q_ - 1) && has(q_ - 1, part::strong));
        const bool comma = q.has(quoted::ends_comma) || what(next) == token_is::comma;
        const bool clause_follows = comma || q.has(quoted::ends_asks | quoted::ends_dash) ||
                                    what(next) == token_is::asks ||
                                    what(next) == token_is::dash;
        if (introduced && before(found)) return true;
        if (!lexicon::verb_is_second && !introduced && !comma && clause_before(found)) return true;
        if (clause_follows && after(next, starts_ && !q.has(quoted::ends_dash), found)) return true;
        if (!q.has(quoted::ends_stop | quoted::ends_asks) && (!comma || lexicon::verb_is_second) &&
            tail(next, found)) {
            found.is_far = true;
            return true;
        }
        if (lexicon::verb_is_second && verb_at_end(next, found)) return true;
        if (before(found)) return true;
        if (starts_ && !clause_follows && after(next, false, found)) {
            const token& end = at(greater(found.who.last, found.cue.last));
            if (!q.has(quoted::ends_stop) || end.is_any(token_is::stop, token_is::edge))
                return true;
        }
        return colon_only(found) || signed_after(next, found) || name_line(found) ||
               (lexicon::verb_is_second && told_after(next, found));
    }

    constexpr bool find_before(answer& found) noexcept { return starts_ && sentence_before(found); }

    // As if a quotation stood at the end of all tokens: what introduces it?
    constexpr bool find_introduction(answer& found) noexcept {
        return before(found) || colon_only(found);
    }

    constexpr bool starts() const noexcept { return starts_; }

    // Does its sentence say by a verb that it reports: "er habe ..."?
    constexpr bool is_reported() noexcept {
        bool is = false;
        for (index i = q_ - 1; !starts_sentence(i + 1); --i)
            is = is || (is_word(i, part::speech) && has(i, part::auxiliary));
        for (index i = q_ + 1; i < q_ + 8 && is_word(i); ++i)
            is = is || (is_word(i, part::speech) && has(i, part::auxiliary));
        return is;
    }
    // What another quotation's speaker may go on with: where the verb is second, a sentence of
    // its own or a part of one that reports.
    constexpr bool goes_on(bool speaks) noexcept {
        if (!lexicon::verb_is_second || starts_) return speaks;
        return is_reported();
    }

    // Does a cue, or a direct quotation, stand in its sentence not far before it?
    constexpr bool is_told() noexcept {
        for (index i = q_ - 1; i > q_ - 13 && !starts_sentence(i + 1); --i) {
            if (is_cue(i) && has(i, part::strong)) return true;
            if (what(i) == token_is::quotation && has(i, quoted::is_direct)) return true;
        }
        return false;
    }

    // "X sagte, dass die Gruppe Q ...": does it stand in a clause of its own behind the cue?
    constexpr bool is_in_report(const answer& found) noexcept {
        if (!lexicon::verb_is_second) return false;
        index i = greater(found.who.last, found.cue.last);
        while (i < q_ && what(i) != token_is::comma) ++i;
        return i < q_;
    }

    // "refers to him as Q", but not "such as Q".
    constexpr bool is_role() noexcept {
        const token& left = at(q_ - 1);
        return left.is_word(part::conjunction) && left.has(part::speech) &&
               !is_word(q_ - 2, part::determiner);
    }

    // How the speaker is named.
    constexpr speaker_shape shape(const extent& who) noexcept {
        const token& first = at(who.first);
        if (first.is_word(part::pronoun | part::who | part::object) &&
            !first.has(part::determiner) && who.last == who.first + 1)
            return speaker_shape::pronoun;
        index names = 0;
        for (index i = who.first; i < who.last; ++i) {
            const token& each = at(i);
            if (!each.is_word() || each.is_word(part::preposition | part::relative)) break;
            if (i != who.first && each.is_word(part::of)) break;
            if (is_name(i) && !each.has(part::possessive) && !is_first_noun(i, who)) ++names;
        }
        // Where nouns have capitals, an article and one of them is no name.
        const bool alone =
            lexicon::nouns_are_capital && names == 1 && first.is_word(part::determiner);
        return names != 0 && !alone ? speaker_shape::name : speaker_shape::nominal;
    }

private:
    // Has this word its capital from the sentence: "Officials", "Police officers"?
    constexpr bool is_first_noun(index i, const extent& who) noexcept {
        if (lexicon::nouns_are_capital || i != who.first || !starts_sentence(i)) return false;
        if (who.last == i + 1) return has(i, part::s_form);
        return is_word(i + 1) && !is_name(i + 1);
    }

    // ---- where a cue may stand ----

    // "Continued Stone: ..."
    constexpr bool cue_first_before(answer& found) noexcept {
        const index last = q_ - 1;
        if (!is_any(last, token_is::comma, token_is::colon)) return false;
        const index begin = phrase_begin(last - 1);
        const index v = begin - 1;
        if (begin == last || !is_cue(v) || !starts_sentence(v) ||
            !has(v, part::past | part::s_form))
            return false;
        found.who = {begin, last};
        found.cue = {v, v + 1};
        return true;
    }

    // Before the opening mark, in its sentence.
    constexpr bool before(answer& found) noexcept {
        if (cue_first_before(found)) return true;
        uint8_t rank = 0;  // of what is found: 1 a weak cue, 2 one that reports another speech
        for (index v = q_ - 1; !starts_sentence(v + 1); --v) {
            const token& one = at(v);
            if (lexicon::verb_is_second && rank == 0 && (is_according(v) || is_after_source(v)) &&
                source_at(v, found))
                return true;
            if (!is_cue(v)) continue;
            if (rank != 0 && !one.has(part::strong)) continue;
            if (!one.has(part::strong) && v < q_ - 7 &&
                !(lexicon::verb_is_second && what(q_ - 1) == token_is::colon))
                continue;
            const token& left = at(v - 1);
            if (left.is_word(part::determiner | part::possessive)) continue;
            if (rank == 2 && !one.has(part::past | part::s_form)) continue;
            const extent who =
                lexicon::verb_is_second ? quoted_by(v, subject_in_clause(v)) : subject_of_cue(v);
            if (who.none()) continue;
            found.who = who;
            found.cue = {v, v + 1};
            // (The subject may stand between the cue and the mark.)
            found.is_far = gap_between(at(greater(who.last - 1, v)), at(q_)) > 7;
            // ("Um zehn meldete der Sender Q": whose name it is.)
            found.is_weak = !one.has(part::strong) ||
                            (lexicon::verb_is_second && who.last == q_);
            if (one.has(part::strong) && !is_inner(v, who)) return true;
            rank = one.has(part::strong) ? uint8_t{2} : uint8_t{1};
        }
        if (rank == 0 && lexicon::verb_is_second &&
            (any_verb_that(found) || for_whom(found) || reported(found) ||
             any_verb_before_colon(found)))
            return true;
        return rank != 0 || according_first(found) || speech_noun(found) || verb_that(found);
    }

    // "When Lee objected, Ames shot back: ...": any verb, in a clause of its own before the mark.
    constexpr bool clause_before(answer& found) noexcept {
        if (!is_any(q_ - 1, token_is::comma, token_is::colon)) return false;
        if (!has(q_, quoted::is_sentence) || !has(q_, quoted::is_long)) return false;
        index begin = q_ - 1;
        while (is_word(begin - 1)) --begin;
        if (what(begin - 1) != token_is::comma && !starts_sentence(begin)) return false;
        while (is_word(begin, part::joins | part::adverb)) ++begin;
        const index end = is_word(begin, part::opener) ? begin : phrase_end(begin);
        index v = end;
        while (is_word(v, part::adverb)) ++v;
        if (end == begin || !is_word(v, part::past | part::verb | part::s_form) ||
            has(v, part::capital | part::auxiliary | part::be))
            return false;
        for (index i = v; is_word(i); ++i)
            if (is_cue(i) && has(i, part::strong)) return false;
        found.who = {begin, end};
        found.cue = {v, v + 1};
        return true;
    }

    // "According to X, ...", "Over the years, according to X, ..."
    constexpr bool according_first(answer& found) noexcept {
        index i = q_ - 1;
        while (!starts_sentence(i + 1) && !is_according(i)) --i;
        if (starts_sentence(i + 1)) return false;
        const index who = is_word(i + 1, part::to) ? i + 2 : i + 1;
        const index end = source_end(who);
        if (end == who || end >= q_) return false;
        found.who = {who, end};
        found.cue = {i, who};
        found.is_far = gap_between(at(end - 1), at(q_)) > 7;
        return true;
    }

    // "laut X", "nach Angaben von X", "X zufolge".
    constexpr bool source_at(index i, answer& found) noexcept {
        found.who = has(i, part::to) || is_after_source(i) ? extent(phrase_begin(i - 1), i)
                                                              : extent(i + 1, source_end(i + 1));
        if (found.who.none() || found.who.last > q_) return false;
        found.cue = {i, i + 1};
        found.is_far = gap_between(at(greater(found.who.last - 1, i)), at(q_)) > 7;
        return true;
    }

    // "X sieht das anders: ...", "Im Kongress warb X dafuer: ...": any verb, which is the word
    // after the first phrase.
    constexpr bool any_verb_before_colon(answer& found) noexcept {
        if (what(q_ - 1) != token_is::colon) return false;
        index begin = q_;
        while (!starts_sentence(begin))
            if (what(--begin) == token_is::opens) return false;
        found.who = first_phrase(begin, q_);
        if (found.who.none() || is_no_subject(found.who.first) || is_nobody(found.who.first))
            return false;
        found.who.last = extended(found.who.last);
        found.cue = {q_ - 1, q_};
        found.is_far = true;
        return true;
    }

    // "X schraenkte ein, dass Q ...": any verb, with "dass" before the mark.
    constexpr bool any_verb_that(answer& found) noexcept {
        index i = q_ - 1;
        while (is_any(i, token_is::word, token_is::quotation) &&
               !(is_word(i, part::conjunction) && has(i, part::sure)))
            --i;
        if (!is_word(i, part::conjunction) || what(i - 1) != token_is::comma) return false;
        index begin = i - 1;
        while (is_word(begin - 1) && !starts_sentence(begin)) --begin;
        found.who = first_phrase(begin, i);
        if (found.who.none() || is_nobody(found.who.first)) return false;
        found.cue = {i, i + 1};
        found.is_far = found.is_weak = true;
        return true;
    }

    // "Fuer den Minister ist die Lage Q": who sees it so.
    constexpr bool for_whom(answer& found) noexcept {
        index i = q_ - 1;
        while (is_word(i) && !(has(i, part::of) && has(i, part::to))) --i;
        if (!is_word(i) || !opens_clause(i)) return false;
        const index end = phrase_end(i + 1);
        if (end == i + 1 || !is_word(end, part::be)) return false;
        found.who = {i + 1, end};
        found.cue = {i, i + 1};
        found.is_far = found.is_weak = true;
        return true;
    }

    // A verb that reports ("er habe ..."): the sentence before says who.
    constexpr bool reported(answer& found) noexcept {
        index i = sentence_begin(q_) - 1;
        const bool is = is_reported();
        for (int sentences = 0;
             is && sentences < 3 && is_any(i, token_is::stop, token_is::quotation);
             ++sentences) {
            if (cue_between(i, found)) return true;
            for (--i; !starts_sentence(i + 1);) --i;
        }
        return false;
    }

    // "X habe sie ... als Q bezeichnet": the verb follows, the subject begins the clause.
    constexpr bool verb_at_end(index v, answer& found) noexcept {
        if (!is_cue(v) || !has(v, part::past) || has(v, part::be)) return false;
        const index after_verb = phrase_end(v + 1);
        if (after_verb != v + 1 && !is_no_subject(v + 1)) {  // "Als Q bezeichnet X ..."
            found.who = {v + 1, extended(after_verb)};
            found.cue = {v, v + 1};
            return true;
        }
        if (is_word(v + 1) && !is_word(v + 1, part::auxiliary | part::joins)) return false;
        index begin = q_;
        index finite = q_;
        while (!opens_clause(begin)) {
            begin = bracket_begin(begin - 1);
            if (is_word(begin, part::auxiliary)) finite = begin;
        }
        if (finite != q_ && is_passive(finite)) {
            found.who = agent(begin, q_);
            found.cue = {v, v + 1};
            return !found.who.none();
        }
        while (begin < finite && is_word(begin, part::joins | part::conjunction | part::adverb))
            ++begin;
        if (finite != q_ &&
            (begin == finite || is_word(begin, part::preposition) || is_no_subject(begin)))
            begin = finite + 1;
        if (is_nobody(begin)) ++begin;  // "hatte es der Rat Q genannt"
        const index end = named_end(begin);
        if (end == begin || is_no_subject(begin)) return false;
        found.who = {begin, end};
        found.cue = {v, v + 1};
        return true;
    }

    // The sentence before: "..., Ann Lee said."
    constexpr bool sentence_before(answer& found) noexcept {
        return what(q_ - 1) == token_is::stop && cue_between(q_ - 1, found);
    }
    // In the sentence that the stop at `end` ends.
    constexpr bool cue_between(index end, answer& found) noexcept {
        for (index v = end - 1; !starts_sentence(v + 1); --v) {
            if (what(v) == token_is::quotation && !lexicon::verb_is_second) return false;
            if (lexicon::verb_is_second && is_according(v) && source_at(v, found)) return true;
            if (!is_finite_cue(v) || !has(v, part::strong)) continue;
            const extent who = lexicon::verb_is_second ? subject_in_clause(v) : subject(v);
            if (who.none()) continue;
            found.who = who;
            found.cue = {v, v + 1};
            found.is_far = true;
            return true;
        }
        return false;
    }

    // "Clinton says she would order ...": is it told by somebody else's verb?
    constexpr bool is_inner(index v, const extent& who) noexcept {
        if (gap_between(at(v), at(q_)) <= 2 && what(q_ - 1) != token_is::word) return false;
        if (is_word(v - 1, part::auxiliary) && !has(v, part::past | part::s_form | part::ing))
            return true;
        if (is_word(v - 1, part::to)) return true;
        if (!has(who.first, part::pronoun)) return false;
        const token& left = at(who.first - 1);
        return is_word(v - 1, part::auxiliary) || left.is_word(part::relative) ||
               left.is_word(cues);
    }

    // "his warning that ..."
    constexpr bool speech_noun(answer& found) noexcept {
        for (index i = q_ - 1; i > q_ - 5; --i) {
            if (is_any(i, token_is::stop, token_is::asks, token_is::quotation)) return false;
            if (!is_word(i, part::speech) || !is_word(i - 1, part::possessive)) continue;
            const index begin = phrase_begin(i - 1);
            found.who = {lesser(begin, i - 1), i};
            found.cue = {i, i + 1};
            found.is_far = true;
            return true;
        }
        return false;
    }

    // "He anticipated that ...": any verb, when a clause with "that" follows it.
    constexpr bool verb_that(answer& found) noexcept {
        if (starts_sentence(q_)) return false;
        for (index v = q_ - 2; !starts_sentence(v + 1); --v) {
            if (!is_word(v, part::past) || has(v, part::capital | cues) ||
                !is_word(v + 1, part::relative))
                continue;
            const extent who = subject(v);
            if (who.none()) continue;
            found.who = who;
            found.cue = {v, v + 1};
            found.is_far = true;
            return true;
        }
        return false;
    }

    // After the closing mark, one clause.
    constexpr bool after(index i, bool loose, answer& found) noexcept {
        bool joined = false;
        for (;; ++i) {
            const token& one = at(i);
            if (one.is_any(token_is::comma, token_is::dash, token_is::semicolon, token_is::asks))
                continue;
            if (is_according(i)) break;
            if (one.is_word(part::adverb) && !one.has(part::capital)) continue;
            if (one.is_word(part::conjunction) && !joined) {
                if (lexicon::verb_is_second && one.has(part::joins)) return false;
                joined = true;
                continue;
            }
            break;
        }
        if (is_according(i)) {
            const index begin = is_word(i + 1, part::to) ? i + 2 : i + 1;
            const index end = source_end(begin);
            if (end == begin && !is_finite_cue(begin)) return false;
            if (end != begin) {
                found.who = {begin, extended(end)};
                found.cue = {i, begin};
                return true;
            }
            ++i;
        }
        if (is_cue(i) && has(i, part::past | part::s_form) && !joined) {
            if (is_nobody(i + 1)) {
                const extent who = place_of_speech(i, i + 2);
                if (who.none()) return false;
                found.who = who;
                found.cue = {i, i + 2};
                return true;
            }
            const index begin = past_reflexive(i + 1);
            const index end = source_end(begin);
            if (end != begin && !is_no_subject(begin) && !has(i, part::be)) {
                found.who = quoted_by(i, {begin, extended(end)});
                found.cue = {i, i + 1};
                return true;
            }
        }
        // (Where the verb is second, the quotation is first: "Q, sagte X", but "Q, wie X sagte".)
        if (lexicon::verb_is_second && !joined) return false;
        return speaker_first(i, loose, found) || (loose && any_verb(i, joined, found));
    }

    // "Die Zeitung zitiert Ann Lee": whose words they are is the object.
    constexpr extent quoted_by(index v, const extent& who) noexcept {
        if (!lexicon::verb_is_second || !has(v, part::to) || who.none()) return who;
        const index begin = greater(who.last, v + 1);
        const index end = is_word(begin, part::preposition) ? begin : phrase_end(begin);
        return end == begin ? who : extent(begin, end);
    }

    // A verb of any meaning: "she laughed", "smiled Ann".
    constexpr bool any_verb(index i, bool joined, answer& found) noexcept {
        if (is_word(i, part::past) && !has(i, part::capital) && !joined) {
            const index end = phrase_end(i + 1);
            if (end == i + 1 || is_word(i + 1, part::possessive)) return false;
            found.who = {i + 1, extended(end)};
            found.cue = {i, i + 1};
            return true;
        }
        const index end = phrase_end(i);
        index v = end;
        while (is_word(v, part::adverb)) ++v;
        if (end == i || !is_word(v, part::past | part::verb) ||
            has(v, part::capital | part::auxiliary))
            return false;
        found.who = {i, end};
        found.cue = {v, v + 1};
        return true;
    }

    // "..., he said." at the end of the sentence that the quotation stands in.
    constexpr bool tail(index i, answer& found) noexcept {
        for (;; ++i) {
            const token& one = at(i);
            if (one.is_any(token_is::stop, token_is::asks, token_is::edge, token_is::semicolon))
                return false;
            if (one.what == token_is::quotation && one.has(quoted::ends_stop | quoted::ends_asks))
                return false;
            const bool comma = one.what == token_is::comma ||
                               (one.what == token_is::quotation && one.has(quoted::ends_comma));
            if (!comma) continue;
            index begin = i + 1;
            if (is_according(begin) && is_cue(begin + 1)) ++begin;  // "so sagte er"
            const token& first = at(begin);
            if (is_according(begin)) {
                const index who = is_word(begin + 1, part::to) ? begin + 2 : begin + 1;
                const index end = phrase_end(who);
                if (end == who) continue;
                found.who = {who, extended(end)};
                found.cue = {begin, who};
                return true;
            }
            if (is_finite_cue(begin) && is_nobody(begin + 1)) {
                const extent who = place_of_speech(begin, begin + 2);
                if (who.none()) continue;
                found.who = who;
                found.cue = {begin, begin + 2};
                return true;
            }
            if (is_finite_cue(begin) && first.has(part::strong) && !first.has(part::be)) {
                const index end = phrase_end(begin + 1);
                if (end == begin + 1 || !ends_clause(end)) continue;
                found.who = {begin + 1, extended(end)};
                found.cue = {begin, begin + 1};
                return true;
            }
            // ("..., hatte X gesagt": the auxiliary comes first where the verb is second.)
            const index first_word =
                lexicon::verb_is_second && first.is_word(part::auxiliary) ? begin + 1 : begin;
            const index end = phrase_end(first_word);
            index v = end;
            while (is_word(v, part::adverb | part::auxiliary)) ++v;
            if (end == first_word || !is_finite_cue(v) || !has(v, part::strong) ||
                !ends_clause(v + 1))
                continue;
            found.who = {first_word, end};
            found.cue = {v, v + 1};
            return true;
        }
    }
    constexpr bool ends_clause(index i) noexcept {
        const token& one = at(i);
        return !one.is_word() ||
               one.is_word(part::preposition | part::adverb | part::time | part::opener) ||
               (lexicon::verb_is_second && one.is_word(part::joins));
    }

    constexpr bool speaker_first(index i, bool loose, answer& found) noexcept {
        index begin = i;
        if (is_word(begin, part::preposition)) {  // "In Iowa, ..."
            while (is_word(begin)) ++begin;
            if (what(begin) != token_is::comma) return false;
            ++begin;
        }
        index commas = 0;
        index after_comma = begin;
        index swallow = 0;
        for (index v = begin;; ++v) {
            const token& one = at(v);
            if (one.what == token_is::opens) {
                while (what(v) != token_is::closes && what(v) != token_is::edge) ++v;
                continue;
            }
            if (one.what == token_is::comma) {
                ++commas;
                after_comma = v + 1;
                continue;
            }
            if (!one.is_word()) return false;
            if (one.has(part::relative)) {
                ++swallow;
                continue;
            }
            if (one.has(part::auxiliary | part::verb | part::past) && !one.has(cues) &&
                !is_name(v)) {
                if (swallow != 0)
                    --swallow;
                else if (one.has(part::verb) && !one.has(part::auxiliary))
                    return false;
                continue;
            }
            if (!is_finite_cue(v) || v == begin) continue;
            if (swallow != 0) {
                --swallow;
                continue;
            }
            index last = v;  // of the subject: one past it
            bool passive = false;
            while (!ends_subject(last - 1)) {
                if (has(last - 1, part::be)) passive = true;
                --last;
            }
            if (passive && one.has(part::past)) continue;
            if (!one.has(part::strong) && !loose) continue;
            const bool closed = what(last - 1) == token_is::comma;
            if (commas != 0 && !closed &&
                !(commas == 1 && is_name(last - 1) && is_name(last - 2))) {
                if (!is_word(begin, part::conjunction | part::opener | part::preposition))
                    continue;
                begin = after_comma;
            }
            if (closed) --last;
            if (!is_subject(begin, last)) return false;
            found.who = {begin, without_aside(begin, last)};
            found.cue = {v, v + 1};
            return true;
        }
    }
    // "Driscoll, in a statement": without what follows the comma, which stands in no bracket.
    constexpr index without_aside(index begin, index last) noexcept {
        for (index i = begin; i < last; ++i) {
            i = greater(i, past_bracket(i) - 1);
            if (what(i) != token_is::comma) continue;
            const token& inner = at(i + 1);
            return inner.is_word(part::preposition | part::adverb | part::ing | part::time |
                                 part::opener)
                       ? i
                       : last;
        }
        return last;
    }
    constexpr bool ends_subject(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word()) return true;
        if (one.has(part::auxiliary | part::adverb) && !is_name(i)) return false;
        if (one.has(part::time)) return false;
        return !(one.has(part::preposition) && is_word(i + 1, part::time));
    }
    constexpr bool is_subject(index begin, index last) noexcept {
        const token& first = at(begin);
        if (first.is_word(part::pronoun))
            return last == begin + 1 || what(begin + 1) == token_is::comma;
        if (first.is_word(part::object) && !first.has(part::determiner)) return false;
        if (first.is_word(part::adverb | part::ing) && !first.has(part::capital)) return false;
        return phrase_end(begin) != begin;
    }

    // "Ann Lee: ..." at the block's begin, the quotation anywhere after it.
    constexpr bool name_line(answer& found) noexcept {
        if (low_ != 0) return false;
        index i = 0;
        while (is_nominal(i) || is_word(i, part::of)) ++i;
        if (i == 0 || i > 6 || what(i) != token_is::colon) return false;
        found.who = {0, i};
        found.cue = {i, i + 1};
        found.is_far = true;
        return true;
    }

    // "Das berichtete X." in the next sentence.
    constexpr bool told_after(index i, answer& found) noexcept {
        while (what(i) != token_is::stop) {
            if (is_any(i, token_is::edge, token_is::asks)) return false;
            ++i;
        }
        const index v = i + 2;
        if (!is_word(i + 1, part::determiner | part::object) || !is_word(i + 1, part::speech))
            return false;
        const index begin = past_reflexive(v + 1);
        const index end = source_end(begin);
        if (end == begin || is_no_subject(begin)) return false;
        index cue = v;  // "Das musste X am Abend einraeumen."
        while (is_word(v, part::auxiliary) && is_word(cue) && !is_cue(cue)) ++cue;
        if (!is_cue(cue) || has(cue, part::be)) return false;
        found.who = {begin, extended(end)};
        found.cue = {cue, cue + 1};
        found.is_far = true;
        return true;
    }

    // "-- Ann Lee" at the block's end.
    constexpr bool signed_after(index dash, answer& found) noexcept {
        if (what(dash) != token_is::dash || !is_name(dash + 1)) return false;
        index end = dash;
        do ++end;
        while (is_nominal(end));
        while (is_word(end) && !is_finite_verb(end)) ++end;
        if (what(end) == token_is::comma)
            while (is_word(end) || what(end) == token_is::comma) ++end;
        const index last = end;
        if (what(end) == token_is::stop) ++end;
        if (what(end) != token_is::edge) return false;
        found.who = {dash + 1, last};
        found.cue = {dash, dash + 1};
        return true;
    }

    // "Ann Lee: ..." with no verb.
    constexpr bool colon_only(answer& found) noexcept {
        const index colon = q_ - 1;
        if (what(colon) != token_is::colon) return false;
        const index begin = phrase_begin(colon - 1);
        if (begin == colon) return false;
        const bool from = is_word(begin - 1, part::preposition) && starts_sentence(begin - 1);
        if (!from && !starts_sentence(begin) && what(begin - 1) != token_is::dash) return false;
        found.who = {begin, colon};
        found.cue = {colon, colon + 1};
        found.is_far = true;
        return true;
    }

    index q_;
    index low_;
    bool starts_ = false;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_SPEAKER_HPP
