// SPDX-License-Identifier: MIT
#ifndef STET_SPEAKER_HPP
#define STET_SPEAKER_HPP
#include "tokens.hpp"

// speaker.hpp: finds who said a quotation, from the tokens around it.

namespace stet {
namespace detail {

// Tokens from `first` up to `last`; none when they are the same.
struct extent {
    constexpr extent() noexcept {}
    constexpr extent(int32_t from, int32_t to) noexcept : first(from), last(to) {}
    int32_t first = 0;
    int32_t last = 0;
    constexpr bool none() const noexcept { return first >= last; }
};

struct answer {
    constexpr answer() noexcept {}
    extent who;
    extent cue;
    bool is_far = false;
    bool after = false;  // the cue stands after the closing mark
};

template <class Tokens> class finder {
    using index = int32_t;
    using lexicon = typename Tokens::lexicon;
    static constexpr uint32_t cues = part::strong | part::weak;
    static constexpr uint32_t no_name = part::pronoun | part::object | part::determiner | part::preposition |
                                        part::conjunction | part::auxiliary | part::relative | part::adverb |
                                        part::time | part::verb | part::to | part::opener | part::according;

public:
    constexpr finder(const Tokens& in, index quotation, index low, index high, uint32_t& budget) noexcept
        : in_(in), q_(quotation), low_(low), high_(high), budget_(budget),
          title_case_(!lexicon::nouns_are_capital && in.is_title_case()) {}

    // Looks for the speaker of the quotation.
    constexpr bool find(answer& found) noexcept {
        const token& q = at(q_);
        const index next = q_ + 1;
        starts_ = starts_sentence(q_) || is_any(at(q_ - 1), token_is::comma, token_is::colon) ||
                  at(q_ - 1).what == token_is::dash;
        const bool introduced = (is_any(at(q_ - 1), token_is::comma, token_is::colon) && is_cue(q_ - 2)) ||
                                (is_cue(q_ - 1) && at(q_ - 1).has(part::strong));
        const bool comma = q.has(quoted::ends_comma) || at(next).what == token_is::comma;
        const bool opens_clause = comma || q.has(quoted::ends_asks | quoted::ends_dash) ||
                                  at(next).what == token_is::asks || at(next).what == token_is::dash;
        if (introduced && before(found)) return true;
        if (opens_clause && after(next, starts_ && !q.has(quoted::ends_dash), found)) return true;
        if (!q.has(quoted::ends_stop | quoted::ends_asks) && !comma && tail(next, found)) return true;
        if (lexicon::verb_is_second && verb_at_end(next, found)) return true;
        if (before(found)) return true;
        if (starts_ && !opens_clause && after(next, false, found)) {
            const token& end = at(found.who.last > found.cue.last ? found.who.last : found.cue.last);
            if (!q.has(quoted::ends_stop) || is_any(end, token_is::stop, token_is::edge)) return true;
        }
        return colon_only(found) || signed_after(next, found) || name_line(found);
    }

    constexpr bool find_before(answer& found) noexcept { return starts_ && sentence_before(found); }

    // As if a quotation stood at the end of all tokens: what introduces it?
    constexpr bool find_introduction(answer& found) noexcept {
        return before(found) || colon_only(found);
    }

    constexpr bool starts_sentence(index i) noexcept {
        const token& left = at(i - 1);
        if (is_any(left, token_is::stop, token_is::asks) || left.what == token_is::edge) return true;
        return left.what == token_is::quotation && left.has(quoted::ends_stop | quoted::ends_asks) &&
               (at(i).what == token_is::quotation || at(i).has(part::capital));
    }
    constexpr bool starts() const noexcept { return starts_; }

    // Does a cue, or a direct quotation, stand in its sentence not far before it?
    constexpr bool is_told() noexcept {
        for (index i = q_ - 1; i > q_ - 13 && !starts_sentence(i + 1); --i) {
            if (is_cue(i) && at(i).has(part::strong)) return true;
            if (at(i).what == token_is::quotation && at(i).has(quoted::is_direct)) return true;
        }
        return false;
    }

    // How the speaker is named.
    constexpr speaker_shape shape(const extent& who) noexcept {
        const token& first = at(who.first);
        if (first.is_word(part::pronoun | part::who | part::object) && who.last == who.first + 1)
            return speaker_shape::pronoun;
        for (index i = who.first; i < who.last; ++i) {
            const token& each = at(i);
            if (!each.is_word()) break;
            if (each.is_word(part::preposition | part::relative)) break;
            if (is_name(i) && !each.has(part::possessive) && !(i == who.first && starts_sentence(i) && who.last > i + 1 && !is_name(i + 1) && at(i+1).what == token_is::word))
                return speaker_shape::name;
        }
        return speaker_shape::nominal;
    }

private:
    constexpr const token& at(index i) noexcept {
        if (budget_ == 0 || i < low_ || i >= high_) return no_token;
        --budget_;
        return in_[i];
    }
    static constexpr bool is_any(const token& one, token_is first, token_is second) noexcept {
        return one.what == first || one.what == second;
    }

    // ---- what a word is, among its neighbours ----

    constexpr bool is_name(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word(part::capital)) return false;
        if (one.has(part::object) && !one.has(part::determiner | part::possessive)) return one.size == 2;  // "US"
        if (one.has(part::determiner)) return !starts_sentence(i) && at(i + 1).is_word(part::capital);  // "The Hill"
        if (one.has(part::pronoun | part::conjunction | part::relative | part::preposition | part::time))
            return false;
        if (title_case_ && one.has(cues) && one.has(part::past | part::s_form)) return false;
        if (one.has(part::auxiliary | part::adverb | part::verb | cues) && !one.has(part::title))
            return !starts_sentence(i) || !one.has(part::past | part::auxiliary | part::adverb | part::verb);
        return true;
    }
    constexpr bool is_noun(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word() || one.has(part::capital)) return false;
        if (one.has(no_name & ~uint32_t{part::opener})) return false;
        if (one.has(cues)) return one.has(part::base) || (one.has(part::s_form) && one.has(part::noun) && !at(i - 1).has(part::capital | part::pronoun));
        return !one.has(part::past | part::ing);
    }
    constexpr bool is_nominal(index i) noexcept {
        return is_name(i) || is_noun(i) || at(i).is_word(part::title | part::digit | part::particle);
    }

    // Is it a cue in a finite form, or may it be?
    constexpr bool is_cue(index i) noexcept {
        const token& one = at(i);
        return one.is_word(cues) && (!one.has(part::capital) || title_case_ || starts_sentence(i));
    }
    constexpr bool is_finite_cue(index i) noexcept {
        const token& one = at(i);
        const token& left = at(i - 1);
        if (!is_cue(i)) return false;
        if (one.has(part::ing)) return left.is_word(part::be);
        if (!one.has(part::past | part::s_form)) return one.has(part::base) && ((left.is_word(part::auxiliary) && !left.has(part::be)) || is_plural(left));
        if (left.is_word(part::determiner | part::possessive | part::preposition) && !left.has(part::pronoun))
            return false;
        if (one.has(part::s_form) && !one.has(part::past) && one.has(part::noun) && !one.has(part::sure))
            return left.is_word(part::capital | part::pronoun) || left.what == token_is::comma;
        return true;
    }
    static constexpr bool is_plural(const token& one) noexcept {
        if (!one.is_word() || one.has(part::possessive)) return false;
        return one.has(part::pronoun) || (one.has(part::s_form) && !one.has(cues));
    }
    // A verb that has a subject.
    constexpr bool is_finite_verb(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word() || (one.has(part::capital) && !one.has(part::auxiliary))) return false;
        if (one.has(cues)) return is_finite_cue(i);
        if (one.has(part::auxiliary | part::verb)) return true;
        return one.has(part::past) && !at(i - 1).is_word(part::determiner | part::possessive);
    }

    // ---- noun phrases ----

    // Where the noun phrase ends that begins at `i`; `i` when there is none.
    constexpr index phrase_end(index i) noexcept {
        if (at(i).is_word(part::pronoun)) return i + 1;
        index end = i;
        bool head = false;
        bool common = false;
        for (index j = i;; ++j) {
            const token& one = at(j);
            if (!one.is_word()) break;
            if (one.has(part::determiner) && !one.has(part::time) && !(head && is_name(j))) {
                if (head && !one.has(part::of)) break;
                continue;
            }
            if (is_nominal(j)) {
                head = true;
                common = is_noun(j);
                end = j + 1;
                continue;
            }
            if (!head && one.is_word(part::past | part::ing) && !one.has(cues)) {
                if (j != i && !is_nominal(j + 1)) return j + 1;
                continue;
            }
            if (!head) break;
            if (one.has(part::of) && starts_phrase(j + 1)) {
                head = false;
                continue;
            }
            if (one.has(part::preposition) && common && is_name(j + 1)) continue;
            if (one.has(part::joins) && (is_name(j + 1) && !common)) continue;
            break;
        }
        return end;
    }
    constexpr bool starts_phrase(index i) noexcept {
        return at(i).is_word(part::determiner | part::possessive) || is_nominal(i);
    }

    // Where the noun phrase begins whose last word is `i`; i + 1 when there is none.
    constexpr index phrase_begin(index i) noexcept {
        index begin = i + 1;
        for (index j = i;; --j) {
            const token& one = at(j);
            if (!one.is_word()) break;
            if (is_nominal(j)) {
                begin = j;
                continue;
            }
            if (begin == j + 1 && begin != i + 1 && one.has(part::determiner) && !one.has(part::pronoun)) {
                begin = j;
                if (one.has(part::of) && is_nominal(j - 1)) continue;
                while (at(begin - 1).is_word(part::determiner)) --begin;
                if (!at(begin - 1).has(part::of) || !is_nominal(begin - 2)) break;
                j = begin;
                continue;
            }
            if (begin == i + 1) {
                if (j != i || !one.has(part::determiner) || !at(j - 1).has(part::of)) break;
                begin = j;  // "a mother of three"
                continue;
            }
            if (one.is_word(part::past) && !one.has(cues) && at(j - 1).is_word(part::determiner)) {
                begin = j;
                continue;
            }
            if (one.has(part::of) && is_nominal(j - 1)) continue;
            if (one.has(part::preposition) && !one.has(part::to) && is_noun(j - 1)) continue;
            if (one.has(part::joins) && is_name(j - 1) && is_name(j + 1)) continue;
            break;
        }
        return begin;
    }

    // ---- the subject of a verb ----

    // The subject that stands directly before the verb at `v`.
    constexpr extent subject(index v) noexcept {
        index k = v - 1;
        bool passive = false;
        for (;; --k) {
            const token& one = at(k);
            if (one.is_word(part::auxiliary)) {
                passive = passive || (one.has(part::be) && at(v).has(part::past));
                continue;
            }
            if (one.is_word(part::adverb) && !one.has(part::capital)) continue;
            if (one.is_word(part::time) && is_any_time(k)) {
                if (at(k - 1).is_word(part::preposition)) --k;
                continue;
            }
            if (one.is_word(part::object) && !one.has(part::determiner)) continue;
            break;
        }
        if (passive) return {};
        const token& left = at(k);
        if (left.is_word(part::who)) return {k, k + 1};
        if (left.is_word(part::pronoun)) return {k, k + 1};
        if (left.what == token_is::comma) return apposition(k);
        if (left.is_word(part::determiner) && !left.has(part::possessive)) return {k, k + 1};
        index last = k;
        if (left.what == token_is::closes) {
            while (at(last).what != token_is::opens && at(last).what != token_is::edge) --last;
            --last;
        }
        return grown({phrase_begin(last), k + 1});
    }
    constexpr bool is_any_time(index k) noexcept {
        return !at(k).has(part::capital) || at(k - 1).is_word() || at(k - 1).what == token_is::comma;
    }

    // A phrase before a preposition in place of the one after it.
    constexpr extent grown(extent who) noexcept {
        if (who.none()) return who;
        const token& left = at(who.first - 1);
        if (left.is_word(part::preposition) && is_nominal(who.first - 2)) {
            const index last = who.first - 2;
            return {phrase_begin(last), last + 1};
        }
        if (left.is_word(part::preposition)) return last_names(who);
        if (left.is_word(part::past | part::verb | part::ing) && !left.has(part::strong | part::capital)) return {};
        return who;
    }

    // "In an interview Ann Lee": the names at the end.
    constexpr extent last_names(const extent& who) noexcept {
        index first = who.last;
        while (first > who.first && is_name(first - 1)) --first;
        if (first == who.first || first == who.last || !is_noun(first - 1)) return {};
        return {first, who.last};
    }

    // "X, a lawyer in Y, said": the comma at `k` closes what stands after X.
    constexpr extent apposition(index k) noexcept {
        extent second;  // it may itself be what describes somebody
        for (index open = k - 1;; --open) {
            const token& one = at(open);
            if (is_any(one, token_is::stop, token_is::semicolon) || is_any(one, token_is::edge, token_is::quotation))
                return second.none() ? grown({phrase_begin(k - 1), k}) : second;
            if (one.what != token_is::comma) continue;
            const index begin = phrase_begin(open - 1);
            if (begin == open) {
                if (at(open - 1).is_word(part::pronoun)) return {open - 1, open};
                continue;
            }
            if (!begins_clause(begin)) continue;
            const token& inner = at(open + 1);
            const bool aside = inner.is_word(part::preposition | part::adverb | part::ing | part::conjunction |
                                             part::time | part::opener) &&
                               !(inner.is_word(part::adverb) && at(open + 2).is_word(part::determiner));
            const extent who = {begin, aside ? open : k};
            if (at(begin - 1).what != token_is::comma) return who;
            if (second.none()) second = who;
        }
    }
    constexpr bool begins_clause(index i) noexcept {
        const token& left = at(i - 1);
        return !left.is_word() || left.is_word(part::conjunction | part::relative | part::adverb | part::opener) ||
               starts_sentence(i);
    }

    // The subject of the nearest verb on the left that has one of its own.
    constexpr extent chain(index v) noexcept {
        extent inner;
        for (index i = v - 1; !starts_sentence(i + 1); --i) {
            if (!is_finite_verb(i)) continue;
            const extent who = subject(i);
            if (who.none()) continue;
            const token& left = at(who.first - 1);
            if (!left.is_word(part::relative | part::conjunction | cues) && !at(who.first).has(part::who)) return who;
            if (inner.none()) inner = who;
        }
        return inner;
    }

    // The subject of the sentence's first verb.
    constexpr extent first_subject(index v) noexcept {
        extent who;
        for (index i = v - 1; !starts_sentence(i + 1); --i) {
            if (!is_finite_verb(i)) continue;
            const extent found = subject(i);
            if (!found.none()) who = found;
        }
        return who;
    }

    constexpr extent subject_of_cue(index v) noexcept {
        const token& cue = at(v);
        if (cue.has(part::ing)) {
            index k = v - 1;
            while (at(k).is_word(part::adverb)) --k;
            return at(k).is_word(part::be) ? subject(k) : chain(v);
        }
        if (!cue.has(part::past | part::s_form)) {
            index k = v - 1;
            while (at(k).is_word(part::adverb)) --k;
            const token& left = at(k);
            if (left.is_word(part::to)) return chain(v);
            const bool plural = (left.is_word(part::s_form) && !left.has(cues)) || (is_name(k) && at(k - 1).is_word(part::joins));
            if (!left.is_word(part::auxiliary | part::pronoun) && !plural) return {};
            return subject(v);
        }
        index k = v - 1;
        while (at(k).is_word(part::adverb)) --k;
        if (at(k).is_word(part::joins) && at(k - 1).what == token_is::comma) return first_subject(v);
        const extent who = subject(v);
        if (!who.none()) return who;
        while (at(k).is_word(part::adverb | part::auxiliary)) {
            if (at(k).has(part::be)) return {};
            --k;
        }
        if (at(k).is_word(part::joins) || at(k).is_word(part::to) || at(k).what == token_is::comma) return chain(v);
        return {};
    }

    // By its article it is none: "den", "dem", "einem".
    constexpr bool is_no_subject(index i) noexcept {
        return at(i).is_word(part::determiner) && at(i).has(part::object);
    }
    constexpr bool is_nobody(index i) noexcept { return at(i).is_word(part::pronoun) && at(i).has(part::to); }

    // "Im Bericht heisst es", "heisst es im Bericht": what stands for the speaker.
    constexpr extent place_of_speech(index begin, index after) noexcept {
        const index i = at(begin).is_word(part::preposition) ? begin : after;
        if (!at(i).is_word(part::preposition)) return {};
        const index end = phrase_end(i + 1);
        if (end == i + 1) return {};
        return {i + 1, end};
    }

    // Where the verb is second: the subject is what stands first in the clause, or, when that
    // is an adverb or begins with a preposition, what follows the verb. A verb at the clause's
    // end may have an auxiliary in its place.
    constexpr extent subject_in_clause(index v) noexcept {
        if (at(v - 1).what == token_is::comma) {
            const extent who = apposition(v - 1);
            if (!who.none() && at(who.last).what == token_is::comma) return who;
        }
        index finite = v;
        index begin = v;
        while (!opens_clause(begin)) {
            --begin;
            if (at(begin).is_word(part::auxiliary)) finite = begin;
        }
        while (begin < finite && at(begin).is_word(part::joins | part::conjunction) && !at(begin).has(part::preposition))
            ++begin;
        const token& first = at(begin);
        index fore = begin;  // past the adverbs
        while (fore < finite && at(fore).is_word(part::adverb | part::time | part::according | part::object)) ++fore;
        const bool inverted = fore == finite || at(finite + 1).is_word(part::pronoun) ||
                              first.is_word(part::preposition) || is_no_subject(fore);
        if (inverted) {
            index i = finite + 1;
            if (is_nobody(i)) return place_of_speech(begin, i + 1);
            while (at(i).is_word(part::object | part::adverb) && !at(i).has(part::pronoun | part::determiner)) ++i;
            if (is_no_subject(i)) return {};
            const index end = phrase_end(i);
            if (end == i || end > q_) return {};
            return {i, extended(end)};
        }
        const index end = phrase_end(fore);
        if (end == fore || end > v) return {};
        if (at(end).what == token_is::comma && at(finite - 1).what == token_is::comma && finite > end + 1)
            return {fore, finite - 1};
        if (at(end).what == token_is::opens && at(finite - 1).what == token_is::closes) return {fore, finite};
        return {fore, end};
    }
    constexpr bool opens_clause(index i) noexcept {
        const token& left = at(i - 1);
        if (starts_sentence(i) || !is_any(left, token_is::word, token_is::comma)) return left.what != token_is::opens && left.what != token_is::closes;
        if (left.what == token_is::comma) return at(i).is_word(part::preposition | part::conjunction | part::adverb | cues | part::auxiliary | part::pronoun);
        return false;
    }

    // ---- where a cue may stand ----

    // "Continued Stone: ..."
    constexpr bool cue_first_before(answer& found) noexcept {
        const index last = q_ - 1;
        if (!is_any(at(last), token_is::comma, token_is::colon)) return false;
        const index begin = phrase_begin(last - 1);
        const index v = begin - 1;
        if (begin == last || !is_cue(v) || !starts_sentence(v) || !at(v).has(part::past | part::s_form)) return false;
        found.who = {begin, last};
        found.cue = {v, v + 1};
        found.after = false;
        return true;
    }

    // Before the opening mark, in its sentence.
    constexpr bool before(answer& found) noexcept {
        found.after = false;
        if (cue_first_before(found)) return true;
        uint8_t rank = 0;  // of what is found: 1 a weak cue, 2 one that reports another speech
        for (index v = q_ - 1; !starts_sentence(v + 1); --v) {
            const token& one = at(v);
            if (one.what == token_is::edge) break;
            if (!is_cue(v)) continue;
            if (rank != 0 && !one.has(part::strong)) continue;
            if (!one.has(part::strong) && v < q_ - 7) continue;
            const token& left = at(v - 1);
            if (left.is_word(part::determiner | part::possessive) && !left.has(part::pronoun)) continue;
            if (rank == 2 && (one.has(part::ing) || !one.has(part::past | part::s_form))) continue;
            const extent who = lexicon::verb_is_second ? subject_in_clause(v) : subject_of_cue(v);
            if (who.none()) continue;
            found.who = who;
            found.cue = {v, v + 1};
            found.is_far = at(q_).begin - one.end() > 7;
            if (one.has(part::strong) && !is_inner(v, who)) return true;
            rank = one.has(part::strong) ? uint8_t{2} : uint8_t{1};
        }
        if (rank == 0 && lexicon::verb_is_second && reported(found)) return true;
        return rank != 0 || according_first(found) || speech_noun(found) || verb_that(found);
    }

    // "According to X, ..."
    constexpr bool according_first(answer& found) noexcept {
        index i = q_ - 1;
        while (!starts_sentence(i)) --i;
        if (!at(i).is_word(part::according)) return false;
        const index who = at(i + 1).is_word(part::to) ? i + 2 : i + 1;
        const index end = phrase_end(who);
        if (end == who) return false;
        found.who = {who, end};
        found.cue = {i, who};
        found.is_far = at(q_).begin - at(end - 1).end() > 7;
        return true;
    }

    // A verb that reports ("er habe ..."): the sentence before says who.
    constexpr bool reported(answer& found) noexcept {
        index i = q_ - 1;
        bool is = false;
        for (; !starts_sentence(i + 1) && at(i).what != token_is::edge; --i) is = is || at(i).is_word(part::speech);
        for (index j = q_ + 1; j < q_ + 8 && at(j).is_word(); ++j) is = is || at(j).is_word(part::speech);
        return is && at(i).what == token_is::stop && cue_between(i, found);
    }

    // "X habe sie ... als Q bezeichnet": the verb follows, the subject begins the clause.
    constexpr bool verb_at_end(index v, answer& found) noexcept {
        if (!is_cue(v) || !at(v).has(part::past)) return false;
        if (at(v + 1).is_word() && !at(v + 1).is_word(part::auxiliary | part::joins)) return false;
        index begin = q_;
        index finite = q_;
        while (!opens_clause(begin)) {
            --begin;
            if (at(begin).is_word(part::auxiliary)) finite = begin;
        }
        while (begin < finite && at(begin).is_word(part::joins | part::conjunction | part::adverb)) ++begin;
        if (finite != q_ && (begin == finite || at(begin).is_word(part::preposition))) begin = finite + 1;
        const index end = phrase_end(begin);
        if (end == begin || end > q_ || is_no_subject(begin)) return false;
        found.who = {begin, end};
        found.cue = {v, v + 1};
        found.after = true;
        return true;
    }

    // The sentence before: "..., Ann Lee said."
    constexpr bool sentence_before(answer& found) noexcept {
        return at(q_ - 1).what == token_is::stop && cue_between(q_ - 1, found);
    }
    // In the sentence that the stop at `end` ends.
    constexpr bool cue_between(index end, answer& found) noexcept {
        for (index v = end - 1; !starts_sentence(v + 1); --v) {
            if (at(v).what == token_is::edge || at(v).what == token_is::quotation) return false;
            if (!is_finite_cue(v) || !at(v).has(part::strong)) continue;
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
        if (at(q_).begin - at(v).end() <= 2 && at(q_ - 1).what != token_is::word) return false;
        if (at(v - 1).is_word(part::auxiliary) && !at(v).has(part::past | part::s_form | part::ing)) return true;
        if (!at(who.first).has(part::pronoun)) return false;
        const token& left = at(who.first - 1);
        return at(v - 1).is_word(part::auxiliary) || left.is_word(part::relative) || left.is_word(cues);
    }

    // "his warning that ..."
    constexpr bool speech_noun(answer& found) noexcept {
        for (index i = q_ - 1; i > q_ - 5; --i) {
            if (!at(i).is_word(part::speech) || !at(i - 1).is_word(part::possessive)) continue;
            const index begin = phrase_begin(i - 1);
            found.who = {begin > i - 1 ? i - 1 : begin, i};
            found.cue = {i, i + 1};
            found.is_far = true;
            return true;
        }
        return false;
    }

    // "He anticipated that ...": any verb, when a clause with "that" follows it.
    constexpr bool verb_that(answer& found) noexcept {
        for (index v = q_ - 2; !starts_sentence(v + 1); --v) {
            if (at(v).what == token_is::edge) return false;
            if (!at(v).is_word(part::past) || at(v).has(part::capital | cues) || !at(v + 1).is_word(part::relative)) continue;
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
            if (is_any(one, token_is::comma, token_is::dash) || is_any(one, token_is::semicolon, token_is::asks)) continue;
            if (one.is_word(part::adverb) && !one.has(part::capital)) continue;
            if (one.is_word(part::conjunction) && !joined && !is_name(i)) {
                joined = true;
                continue;
            }
            break;
        }
        found.after = true;
        if (at(i).is_word(part::according)) {
            const index begin = at(i + 1).is_word(part::to) ? i + 2 : i + 1;
            const index end = phrase_end(begin);
            if (end == begin && !is_finite_cue(begin)) return false;
            if (end != begin) {
                found.who = {begin, extended(end)};
                found.cue = {i, begin};
                return true;
            }
            ++i;
        }
        if (is_cue(i) && at(i).has(part::past | part::s_form) && !joined) {
            if (is_nobody(i + 1)) {
                const extent who = place_of_speech(i + 1, i + 2);
                if (who.none()) return false;
                found.who = who;
                found.cue = {i, i + 2};
                return true;
            }
            const index end = phrase_end(i + 1);
            if (end != i + 1 && !at(i + 1).is_word(part::preposition | part::time) && !is_no_subject(i + 1)) {
                found.who = {i + 1, extended(end)};
                found.cue = {i, i + 1};
                return true;
            }
        }
        return speaker_first(i, loose, found) || (loose && any_verb(i, joined, found));
    }

    // A verb of any meaning: "she laughed", "smiled Ann".
    constexpr bool any_verb(index i, bool joined, answer& found) noexcept {
        if (at(i).is_word(part::past) && !at(i).has(part::capital) && !joined) {
            const index end = phrase_end(i + 1);
            if (end == i + 1 || at(i + 1).is_word(part::possessive)) return false;
            found.who = {i + 1, extended(end)};
            found.cue = {i, i + 1};
            return true;
        }
        const index end = phrase_end(i);
        index v = end;
        while (at(v).is_word(part::adverb)) ++v;
        if (end == i || !at(v).is_word(part::past | part::verb) || at(v).has(part::capital)) return false;
        found.who = {i, end};
        found.cue = {v, v + 1};
        return true;
    }

    // "..., he said." at the end of the sentence that the quotation stands in.
    constexpr bool tail(index i, answer& found) noexcept {
        for (;; ++i) {
            const token& one = at(i);
            if (is_any(one, token_is::stop, token_is::asks) || is_any(one, token_is::edge, token_is::semicolon)) return false;
            if (one.what == token_is::quotation && one.has(quoted::ends_stop | quoted::ends_asks)) return false;
            const bool comma = one.what == token_is::comma || (one.what == token_is::quotation && one.has(quoted::ends_comma));
            if (!comma) continue;
            const index begin = i + 1;
            const token& first = at(begin);
            found.after = true;
            found.is_far = true;
            if (first.is_word(part::according)) {
                const index who = at(begin + 1).is_word(part::to) ? begin + 2 : begin + 1;
                const index end = phrase_end(who);
                if (end == who) continue;
                found.who = {who, extended(end)};
                found.cue = {begin, who};
                return true;
            }
            if (is_finite_cue(begin) && first.has(part::strong)) {
                const index end = phrase_end(begin + 1);
                if (end == begin + 1 || !ends_clause(end)) continue;
                found.who = {begin + 1, extended(end)};
                found.cue = {begin, begin + 1};
                return true;
            }
            const index end = phrase_end(begin);
            index v = end;
            while (at(v).is_word(part::adverb | part::auxiliary)) ++v;
            if (end == begin || !is_finite_cue(v) || !at(v).has(part::strong) || !ends_clause(v + 1)) continue;
            found.who = {begin, end};
            found.cue = {v, v + 1};
            return true;
        }
    }
    constexpr bool ends_clause(index i) noexcept {
        const token& one = at(i);
        return !one.is_word() || one.is_word(part::preposition | part::adverb | part::time | part::opener);
    }

    constexpr bool speaker_first(index i, bool loose, answer& found) noexcept {
        index begin = i;
        if (at(begin).is_word(part::preposition)) {  // "In Iowa, ..."
            while (at(begin).is_word()) ++begin;
            if (at(begin).what != token_is::comma) return false;
            ++begin;
        }
        index commas = 0;
        index swallow = 0;
        for (index v = begin;; ++v) {
            const token& one = at(v);
            if (one.what == token_is::opens) {
                while (at(v).what != token_is::closes && at(v).what != token_is::edge) ++v;
                continue;
            }
            if (one.what == token_is::comma) {
                ++commas;
                continue;
            }
            if (!one.is_word()) return false;
            if (one.has(part::relative)) {
                ++swallow;
                continue;
            }
            if (one.has(part::auxiliary | part::verb | part::past) && !one.has(cues) && !is_name(v)) {
                if (swallow != 0) --swallow;
                else if (one.has(part::verb)) return false;
                continue;
            }
            if (!is_finite_cue(v) || v == begin) continue;
            if (swallow != 0) {
                --swallow;
                continue;
            }
            index last = v;  // of the subject: one past it
            bool passive = false;
            while (last > begin && !ends_subject(last - 1)) {
                if (at(last - 1).has(part::be)) passive = true;
                --last;
            }
            if (passive && one.has(part::past) && !one.has(part::ing)) continue;
            if (!one.has(part::strong) && !loose) continue;
            const bool closed = at(last - 1).what == token_is::comma;
            if (commas != 0 && !closed && !(commas == 1 && is_name(last - 1) && is_name(last - 2))) {
                const index after_comma = last_comma(last) + 1;
                if (!at(begin).is_word(part::conjunction | part::opener | part::preposition)) continue;
                begin = after_comma;
            }
            if (closed) --last;
            if (!is_subject(begin, last)) return false;
            found.who = {begin, without_aside(begin, last)};
            found.cue = {v, v + 1};
            return true;
        }
    }
    constexpr index last_comma(index i) noexcept {
        while (at(i).what != token_is::comma && at(i).what != token_is::edge) --i;
        return i;
    }
    // "Driscoll, in a statement": without what follows the comma.
    constexpr index without_aside(index begin, index last) noexcept {
        for (index i = begin; i < last; ++i) {
            if (at(i).what != token_is::comma) continue;
            const token& inner = at(i + 1);
            if (inner.is_word(part::preposition | part::adverb | part::ing | part::time | part::opener) && !inner.has(part::capital)) return i;
            return last;
        }
        return last;
    }
    constexpr bool ends_subject(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word()) return true;
        if (one.has(part::auxiliary | part::adverb) && !is_name(i)) return false;
        if (one.has(part::time) && !one.has(part::pronoun)) return false;
        return !(one.has(part::preposition) && at(i + 1).is_word(part::time));
    }
    constexpr bool is_subject(index begin, index last) noexcept {
        if (begin >= last) return false;
        const token& first = at(begin);
        if (first.is_word(part::pronoun)) return last == begin + 1 || at(begin + 1).what == token_is::comma;
        if (!first.is_word() || first.is_word(part::preposition | part::conjunction | part::object) ) {
            if (!first.is_word(part::determiner)) return false;
        }
        if (first.is_word(part::relative | part::adverb | part::ing) && !first.has(part::capital)) return false;
        return phrase_end(begin) != begin;
    }

    // Over what describes the speaker: "said Ann Lee, a lawyer from Baku".
    constexpr index extended(index end) noexcept {
        if (at(end).what == token_is::opens) {
            index i = end;
            while (at(i).what != token_is::closes && at(i).what != token_is::edge) ++i;
            if (at(i).what == token_is::closes) end = i + 1;
        }
        const token& next = at(end + 1);
        if (at(end).is_word(part::who)) return run(end + 1);
        if (at(end).what != token_is::comma) return end;
        if (next.is_word(part::time | part::adverb | part::opener | part::ing) && !next.has(part::who)) return end;
        const bool describes = next.is_word(part::determiner | part::who | part::digit) || is_nominal(end + 1);
        if (!describes || next.is_word(part::pronoun)) return end;
        return run(end + 1);
    }
    constexpr index run(index i) noexcept {
        for (;; ++i) {
            const token& one = at(i);
            if (one.is_word(part::preposition) && at(i + 1).is_word(part::time)) return i;
            if (one.is_word() || is_any(one, token_is::opens, token_is::closes)) continue;
            if (one.what != token_is::comma) return i;
            const token& next = at(i + 1);
            if (next.is_word(part::opener | part::adverb | part::conjunction | part::ing | part::preposition |
                             part::pronoun | part::time))
                return i;
        }
    }

    // "Ann Lee: ..." at the block's begin, the quotation anywhere after it.
    constexpr bool name_line(answer& found) noexcept {
        if (low_ != 0) return false;
        index i = 0;
        while (is_nominal(i) || at(i).is_word(part::of)) ++i;
        if (i == 0 || i > 6 || at(i).what != token_is::colon) return false;
        found.who = {0, i};
        found.cue = {i, i + 1};
        found.is_far = true;
        found.after = false;
        return true;
    }

    // "-- Ann Lee" at the block's end.
    constexpr bool signed_after(index dash, answer& found) noexcept {
        if (at(dash).what != token_is::dash || !is_name(dash + 1)) return false;
        index end = dash + 1;
        while (is_nominal(end)) ++end;
        const index core = end;
        while (at(end).is_word() && !is_finite_verb(end)) ++end;
        if (at(end).what == token_is::comma) while (at(end).is_word() || at(end).what == token_is::comma) ++end;
        const index last = end;
        if (at(end).what == token_is::stop) ++end;
        if (at(end).what != token_is::edge) return false;
        found.who = {dash + 1, core == last ? core : last};
        found.cue = {dash, dash + 1};
        found.after = true;
        return true;
    }

    // "Ann Lee: ..." with no verb.
    constexpr bool colon_only(answer& found) noexcept {
        const index colon = q_ - 1;
        if (at(colon).what != token_is::colon) return false;
        const index begin = phrase_begin(colon - 1);
        if (begin == colon) return false;
        const bool from = at(begin - 1).is_word(part::preposition) && starts_sentence(begin - 1);
        if (!from && !starts_sentence(begin) && at(begin - 1).what != token_is::dash) return false;
        found.who = {begin, colon};
        found.cue = {colon, colon + 1};
        found.is_far = true;
        found.after = false;
        return true;
    }

    const Tokens& in_;
    index q_;
    index low_;
    index high_;
    uint32_t& budget_;
    bool title_case_;  // a headline: a capital makes no name
    bool starts_ = false;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_SPEAKER_HPP
