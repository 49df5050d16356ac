// SPDX-License-Identifier: MIT
#ifndef STET_CLAUSE_HPP
#define STET_CLAUSE_HPP
#include "tokens.hpp"

// clause.hpp: names, noun phrases and the subjects of verbs, told from what words can be and
// how they stand. No grammar is parsed: each question is one walk over neighbours, and every
// walk ends where the window or the budget of looks does.

namespace stet {
namespace detail {

// Tokens from `first` up to `last`; none when they are the same.
struct extent {
    constexpr extent() noexcept {}
    constexpr extent(int32_t from, int32_t to) noexcept : first(from), last(to) {}
    // (By hand: GCC copies eight bytes with memcpy where it does not optimise.)
    constexpr extent(const extent& from) noexcept : first(from.first), last(from.last) {}
    constexpr extent& operator=(const extent& from) noexcept {
        first = from.first;
        last = from.last;
        return *this;
    }
    int32_t first = 0;
    int32_t last = 0;
    constexpr bool none() const noexcept { return first >= last; }
};

template <class Tokens>
class clause {
public:
    using index = int32_t;
    using lexicon = typename Tokens::lexicon;
    using limits = typename Tokens::limits;
    static constexpr uint32_t cues = part::strong | part::weak;
    static constexpr uint32_t no_name = part::pronoun | part::object | part::determiner |
                                        part::preposition | part::conjunction | part::auxiliary |
                                        part::relative | part::adverb | part::time | part::verb |
                                        part::to | part::opener | part::according;

    static constexpr uint32_t most_owed = 2048;  // looks

    // Sees the tokens from `low` up to `high`, as long as less than `most_owed` looks are owed.
    constexpr clause(const Tokens& all, index low, index high, uint32_t& owed,
                     index quotation = -1) noexcept
        : asked_(quotation),
          in_(all),
          low_(low),
          high_(high),
          owed_(owed),
          title_case_(!lexicon::nouns_are_capital && all.is_title_case()) {}

    constexpr bool starts_sentence(index i) noexcept {
        const token& left = at(i - 1);
        if (left.is_any(token_is::stop, token_is::asks, token_is::edge)) return true;
        return left.what == token_is::quotation &&
               left.has(quoted::ends_stop | quoted::ends_asks) &&
               (what(i) == token_is::quotation || has(i, part::capital));
    }
    constexpr const token& at(index i) noexcept {
        if (owed_ >= most_owed || i < low_ || i >= high_) return no_token;
        ++owed_;
        limits::steps(1);
        return in_[i];
    }

    // What the token at `i` is. (Each of these is called from a hundred places: a call takes
    // less flash there than a look at the token itself.)
    constexpr token_is what(index i) noexcept { return at(i).what; }
    constexpr bool has(index i, uint32_t any) noexcept { return at(i).has(any); }
    constexpr bool is_word(index i) noexcept { return at(i).is_word(); }
    constexpr bool is_word(index i, uint32_t any) noexcept { return at(i).is_word(any); }
    template <class... Kinds>
    constexpr bool is_any(index i, Kinds... kinds) noexcept {
        return at(i).is_any(kinds...);
    }

    // ---- what a word is, among its neighbours ----

    constexpr bool is_name(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word(part::capital)) return false;
        if (one.has(part::object) && !one.has(part::determiner | part::possessive))
            return one.size == 2;  // "US"
        if (one.has(part::determiner))
            return !starts_sentence(i) && is_word(i + 1, part::capital);  // "The Hill"
        if (one.has(part::pronoun | part::conjunction | part::relative | part::preposition |
                    part::time))
            return false;
        if (title_case_ && one.has(cues) && one.has(part::past | part::s_form)) return false;
        constexpr uint32_t firsts = part::auxiliary | part::adverb | part::verb | part::according;
        if (one.has(firsts | cues)) return !starts_sentence(i) || !one.has(part::past | firsts);
        return true;
    }
    constexpr bool is_noun(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word() || one.has(part::capital)) return false;
        if (one.has(no_name & ~uint32_t{part::opener})) return false;
        if (one.has(cues))
            return one.has(part::base) || (one.has(part::s_form) && one.has(part::noun) &&
                                           !has(i - 1, part::pronoun) && !is_name(i - 1));
        if constexpr (lexicon::nouns_are_capital) return is_adjective(i);
        return !one.has(part::past | part::ing);
    }
    // Where nouns have capitals, a small word is of a name when a capital follows, at once or
    // after another one like it.
    constexpr bool is_adjective(index i) noexcept {
        if (is_word(i - 1, part::capital) && !has(i - 1, part::determiner)) return false;
        return is_before_noun(i);
    }
    constexpr bool is_before_noun(index i) noexcept {
        const token& next = at(i + 1);
        if (next.is_word(part::capital)) return true;
        return next.is_word() && !next.has(no_name | cues) && is_word(i + 2, part::capital);
    }
    constexpr bool is_nominal(index i) noexcept {
        return is_name(i) || is_noun(i) ||
               is_word(i, part::title | part::digit | part::particle);
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
        if (!one.has(part::past | part::s_form))
            return (left.is_word(part::auxiliary) && !left.has(part::be)) || is_plural(left);
        if (left.is_word(part::determiner | part::possessive | part::preposition)) return false;
        if (one.has(part::s_form) && one.has(part::noun) && !one.has(part::sure))
            return left.is_word(part::capital | part::pronoun) || left.what == token_is::comma;
        return true;
    }
    static constexpr bool is_plural(const token& one) noexcept {
        if (!one.is_word() || one.has(part::possessive)) return false;
        return one.has(part::pronoun | part::s_form);
    }
    // "according to"; "nach" before a word like "Angaben"; "so" after a comma.
    constexpr bool is_according(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word(part::according)) return false;
        if (one.has(part::adverb)) return !is_word(i - 1) && !one.has(part::capital);
        if (!one.has(part::preposition)) return true;
        index noun = i + 1;
        while (!has(noun, part::capital) && is_word(noun, part::determiner | part::possessive))
            ++noun;
        return is_word(noun, part::speech);
    }
    // "seiner Ansicht nach"
    constexpr bool is_after_source(index i) noexcept {
        return is_word(i, part::according) && has(i, part::preposition) &&
               is_word(i - 1, part::speech) && has(i - 1, part::capital) &&
               is_word(i - 2, part::determiner | part::possessive) &&
               !is_word(i - 3, part::determiner);
    }
    // A quotation that may be a name: "die Zeitung Q".
    static constexpr bool is_short(const token& one) noexcept {
        return one.what == token_is::quotation && one.size <= most_name &&
               (one.is & ~uint32_t{quoted::is_direct}) == 0;
    }
    static constexpr uint8_t most_name = 40;  // bytes
    // Where the phrase ends from `i` on, with a name in quotation marks at its end.
    constexpr index source_end(index i) noexcept {
        const index end = phrase_end(i);
        if (!lexicon::verb_is_second) return end;
        if (end != i && is_word(end, part::determiner) && is_short(at(end + 1))) return end + 2;
        if (end != i) return is_short(at(end)) ? end + 1 : end;
        index name = i;
        while (is_word(name, part::determiner)) ++name;
        return is_short(at(name)) ? name + 1 : i;
    }
    // The same, but without the quotation that is asked about.
    constexpr index named_end(index i) noexcept {
        const index end = source_end(i);
        return i <= asked_ && asked_ < end ? phrase_end(i) : end;
    }

    // A verb that has a subject.
    constexpr bool is_finite_verb(index i) noexcept {
        const token& one = at(i);
        if (!one.is_word() || (one.has(part::capital) && !one.has(part::auxiliary))) return false;
        if (one.has(cues)) return is_finite_cue(i);
        if (one.has(part::auxiliary | part::verb) && !one.has(part::noun)) return true;
        return one.has(part::verb | part::past) &&  // "the plans" are none
               !is_word(i - 1, part::determiner | part::possessive);
    }

    // ---- noun phrases ----

    // Where the noun phrase ends that begins at `i`; `i` when there is none.
    constexpr index phrase_end(index i) noexcept {
        if (is_word(i, part::pronoun)) return i + 1;
        index end = i;
        bool head = false;
        bool common = false;
        for (index j = i;; ++j) {
            const token& one = at(j);
            if (!one.is_word()) break;
            if (lexicon::nouns_are_capital && j == i + 1) {
                const index inner = attribute_end(i);
                if (inner != i) {
                    j = inner;
                    continue;
                }
            }
            if (one.has(part::determiner) && !head) continue;
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
            if (one.has(part::of) && starts_phrase(j + 1) &&
                !(lexicon::nouns_are_capital && is_bare(i) && one.has(part::to))) {
                head = false;
                continue;
            }
            if (one.has(part::preposition) && common && is_name(j + 1)) continue;
            if (one.has(part::joins) && (is_name(j + 1) && !common)) continue;
            break;
        }
        return end;
    }
    // "die in Rom geborene Lopez": where what stands before the participle ends; `i` when it is
    // none.
    constexpr index attribute_end(index i) noexcept {
        if (!is_word(i, part::determiner)) return i;
        if (is_word(i + 1, part::adverb) && is_plain(at(i + 2)) && !has(i + 2, cues) &&
            is_before_noun(i + 2))
            return i + 2;
        if (!is_word(i + 1, part::preposition | part::object | part::determiner)) return i;
        for (index k = i + 3; k < i + 12 && is_word(k); ++k)
            if (is_word(k - 1, part::capital) && is_plain(at(k)) && !has(k, cues) &&
                is_before_noun(k))
                return k;
        return i;
    }
    // A small word of no kind.
    static constexpr bool is_plain(const token& one) noexcept {
        return !one.has(part::capital | part::determiner | part::preposition | part::conjunction |
                        part::adverb | part::particle | part::digit | part::object | part::pronoun |
                        part::auxiliary);
    }
    constexpr bool starts_phrase(index i) noexcept {
        return is_word(i, part::determiner | part::possessive) || is_nominal(i);
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
            if (begin != i + 1 && one.has(part::determiner)) {
                begin = j;
                if (one.has(part::of) && is_nominal(j - 1)) continue;
                while (is_word(begin - 1, part::determiner)) --begin;
                if (!has(begin - 1, part::of) || !is_nominal(begin - 2)) break;
                j = begin;
                continue;
            }
            if (begin == i + 1) {
                if (!one.has(part::determiner) || !has(j - 1, part::of)) break;
                begin = j;  // "a mother of three"
                continue;
            }
            if (one.is_word(part::past) && !one.has(cues) && is_word(j - 1, part::determiner)) {
                begin = j;
                continue;
            }
            if (one.has(part::of) && is_nominal(j - 1)) continue;
            if (one.has(part::preposition) && !one.has(part::to) &&
                (lexicon::nouns_are_capital ? is_name(j - 1) : is_noun(j - 1)))
                continue;
            if (one.has(part::joins) && is_name(j - 1) && is_name(j + 1)) continue;
            break;
        }
        return begin;
    }

    // Over what describes the speaker: "said Ann Lee, a lawyer from Baku".
    constexpr index extended(index end) noexcept {
        end = past_bracket(end);
        if (lexicon::verb_is_second && is_word(end, part::preposition)) {
            const index place = phrase_end(end + 1);  // "die Sprecherin im Rat, Ann Lee"
            if (place != end + 1 && what(place) == token_is::comma && is_bare(place + 1)) {
                const index name = phrase_end(place + 1);
                if (what(name) == token_is::comma) return name;
            }
        }
        const token& next = at(end + 1);
        if (is_word(end, part::who)) return run(end);
        if (what(end) != token_is::comma) return end;
        if (next.is_word(part::time | part::adverb | part::preposition)) return end;
        if (lexicon::verb_is_second && next.is_word(part::determiner) &&
            is_word(end + 2, part::determiner | part::pronoun | part::preposition |
                                part::adverb))
            return end;  // a relative clause
        const bool describes =
            next.is_word(part::determiner | part::who | part::digit) || is_nominal(end + 1);
        if (!describes) return end;
        const index last = run(end);
        if (lexicon::verb_is_second)
            for (index i = end; i != last; ++i)
                if (is_word(i, part::auxiliary)) return end;  // a clause: "die Lage sei ..."
        return last;
    }
    // From behind `i` to where what describes somebody ends.
    constexpr index run(index i) noexcept {
        for (;;) {
            const token& one = at(++i);
            if (one.is_word(part::preposition) && is_word(i + 1, part::time)) return i;
            if (one.what == token_is::opens) {
                const index past = past_bracket(i);
                if (past == i) return i;
                i = past - 1;
                continue;
            }
            if (one.is_word()) continue;
            if (one.what != token_is::comma || lexicon::verb_is_second) return i;
            const token& next = at(i + 1);
            if (next.is_word(part::opener | part::adverb | part::conjunction | part::ing |
                             part::preposition | part::pronoun | part::time))
                return i;
        }
    }

    // ---- the subject of a verb ----

    // The subject that stands directly before the verb at `v`.
    constexpr extent subject(index v) noexcept {
        index k = v - 1;
        bool passive = false;
        for (;; --k) {
            const token& one = at(k);
            if (one.is_word(part::auxiliary)) {
                passive = passive || (one.has(part::be) && has(v, part::past));
                continue;
            }
            if (one.is_word(part::adverb) && !one.has(part::capital)) continue;
            if (one.is_word(part::time)) {
                if (is_word(k - 1, part::preposition)) --k;
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
        if (left.is_word(part::determiner) && !left.has(part::possessive) && !has(k - 1, part::of))
            return {k, k + 1};
        const index begin = phrase_begin(before_bracket(k));
        return grown({begin, k + 1});
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
        if (left.is_word(part::past | part::verb | part::ing) &&
            !left.has(part::strong | part::capital))
            return {};
        return who;
    }

    // "In an interview Ann Lee": the names at the end.
    constexpr extent last_names(const extent& who) noexcept {
        index first = who.last;
        while (is_name(first - 1)) --first;  // (a preposition, which stands before, is none)
        return is_noun(first - 1) ? extent(first, who.last) : extent();
    }

    // "X, a lawyer in Y, said": the comma at `k` closes what stands after X.
    constexpr extent apposition(index k) noexcept {
        extent second;  // it may itself be what describes somebody
        // (Where such a quotation ends is not known any more: a speaker ends before it.)
        const bool is_endless = at(k - 1).size == token::most_size;
        // (A name in marks may stand before the comma, or a bracket, whose commas close nothing.)
        for (index open = bracket_begin(bracket_begin(k - 1) - 1);;
             open = bracket_begin(open - 1)) {
            const token& one = at(open);
            if (one.is_any(token_is::stop, token_is::semicolon, token_is::edge,
                           token_is::quotation))
                return !second.none() || is_word(k - 1, part::digit)
                           ? second
                           : grown({phrase_begin(k - 1), k});
            if (one.what != token_is::comma) continue;
            const index begin = phrase_begin(before_bracket(open - 1));
            if (begin == open) {
                if (is_word(open - 1, part::pronoun)) return {open - 1, open};
                continue;
            }
            if (!begins_clause(begin)) continue;
            const token& inner = at(open + 1);
            const bool aside =
                inner.is_word(part::preposition | part::adverb | part::ing | part::conjunction |
                              part::time | part::opener) &&
                !(inner.is_word(part::adverb) && is_word(open + 2, part::determiner));
            const extent who = {begin, aside || is_endless ? open : k};
            if (what(begin - 1) != token_is::comma) return who;
            if (second.none()) second = who;
        }
    }
    // "the chairman (SPD), Paul Ames,": what stands before the bracket that closes at `i`; `i`
    // where its opening one is not seen: what stands before that would be outside of the window.
    constexpr index before_bracket(index i) noexcept {
        const index open = bracket_begin(i);
        return open == i ? i : open - 1;
    }
    // Where the bracket opens that closes at `i`; `i` where none does, or it is not seen.
    constexpr index bracket_begin(index i) noexcept {
        if (what(i) != token_is::closes) return i;
        index open = i;
        while (what(open) != token_is::opens && what(open) != token_is::edge) --open;
        return what(open) == token_is::opens ? open : i;
    }
    // What follows the bracket that opens at `i`; `i` where none does, or its end is not seen.
    constexpr index past_bracket(index i) noexcept {
        if (what(i) != token_is::opens) return i;
        index close = i;
        while (what(close) != token_is::closes && what(close) != token_is::edge) ++close;
        return what(close) == token_is::closes ? close + 1 : i;
    }
    constexpr bool begins_clause(index i) noexcept {
        const token& left = at(i - 1);
        return !left.is_word() ||
               left.is_word(part::conjunction | part::relative | part::adverb | part::opener) ||
               (lexicon::verb_is_second && left.is_word(part::auxiliary));
    }

    // The subject of the nearest verb on the left that has one of its own.
    constexpr extent chain(index v) noexcept {
        extent inner;
        for (index i = v - 1; !starts_sentence(i + 1); --i) {
            if (!is_finite_verb(i)) continue;
            const extent who = subject(i);
            if (who.none()) continue;
            const token& left = at(who.first - 1);
            if (!left.is_word(part::relative | part::conjunction | cues) &&
                !has(who.first, part::who))
                return who;
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
            while (is_word(k, part::adverb)) --k;
            if (is_word(k, part::be)) return subject(k);
            const index begin = phrase_begin(k);  // "with the union calling it ..."
            const token& left = at(begin - 1);
            if (begin <= k && left.is_word(part::preposition) &&
                left.has(part::opener | part::sure) &&
                (is_name(k) || is_word(begin, part::determiner)))
                return {begin, k + 1};
            return chain(v);
        }
        if (!cue.has(part::past | part::s_form)) {
            index k = v - 1;
            while (is_word(k, part::adverb)) --k;
            const token& left = at(k);
            if (left.is_word(part::to)) return chain(v);
            const bool plural = is_plural(left) || (is_name(k) && is_word(k - 1, part::joins));
            return plural || left.is_word(part::auxiliary) ? subject(v) : extent();
        }
        index k = v - 1;
        while (is_word(k, part::adverb)) --k;
        if (is_word(k, part::joins) && what(k - 1) == token_is::comma)
            return first_subject(v);
        const extent who = subject(v);
        if (!who.none()) return who;
        while (is_word(k, part::adverb | part::auxiliary)) {
            if (has(k, part::be)) return {};
            --k;
        }
        if (is_word(k, part::joins) || is_word(k, part::to) || what(k) == token_is::comma)
            return chain(v);
        return {};
    }

    constexpr bool is_passive(index finite) noexcept {
        return has(finite, part::be);
    }
    // "wird von Musikern als Q bezeichnet": who does what stands in the passive.
    constexpr extent agent(index begin, index end) noexcept {
        for (index i = begin; i != end; ++i) {
            if (!is_word(i, part::preposition) || !has(i, part::of) || has(i, part::to))
                continue;
            if (is_word(i - 1, part::capital)) continue;
            const index last = phrase_end(i + 1);
            if (last != i + 1) return {i + 1, last};
        }
        return {};
    }
    // By its article it is none: "den", "dem", "einem".
    constexpr bool is_no_subject(index i) noexcept {
        return lexicon::verb_is_second && is_word(i, part::determiner) && has(i, part::object);
    }
    // "es", which stands for nobody. (Languages whose verb is not second have no such word.)
    constexpr bool is_nobody(index i) noexcept {
        return lexicon::verb_is_second && is_word(i, part::pronoun) && has(i, part::to);
    }

    // "Im Bericht heisst es", "heisst es im Bericht": what stands for the speaker.
    constexpr extent place_of_speech(index begin, index after) noexcept {
        while (is_word(after, part::adverb)) ++after;
        const index i = is_word(begin, part::preposition) ? begin : after;
        if (!is_word(i, part::preposition)) return {};
        index noun = i + 1;  // "einer gestern verbreiteten Erklaerung"
        while (noun < i + 5 && is_word(noun) && !has(noun, part::capital)) ++noun;
        const index name = is_word(noun) ? noun : i + 1;
        const index end = named_end(name);
        return end == name ? extent() : extent(i + 1, end);
    }

    // The subject of the clause that begins at `begin`: its first phrase, or the one after its
    // first verb.
    constexpr extent first_phrase(index begin, index v) noexcept {
        const bool after_clause = is_word(begin, part::opener);  // "Als der Gast kam, ..."
        const index first = begin;
        while (is_word(begin, part::adverb | part::conjunction | part::joins)) ++begin;
        if (after_clause) {
            while (begin < v && what(begin) != token_is::comma) ++begin;
            begin += 2;
        } else if (is_word(begin, part::preposition) || is_no_subject(begin)) {
            const index sure = verb_with_subject(begin, v, false);
            begin = sure < v ? sure : verb_with_subject(begin, v, true);
            ++begin;
        } else if (begin != first && is_word(begin) && is_plain(at(begin))) {
            ++begin;  // "Hier sparte X nicht mit Kritik"
        }
        begin = past_reflexive(begin);
        const index end = phrase_end(begin);
        return end > v ? extent() : extent(begin, end);
    }
    // From `i` up to `end`, the verb that what may be a subject follows.
    constexpr index verb_with_subject(index i, index end, bool any) noexcept {
        while (i < end && !((any ? is_any_verb(i) : is_finite_verb(i)) &&
                            starts_subject(past_reflexive(i + 1))))
            ++i;
        return i;
    }
    constexpr bool starts_subject(index i) noexcept {
        return is_word(i, part::pronoun) || (starts_phrase(i) && !is_no_subject(i));
    }
    constexpr index sentence_begin(index i) noexcept {
        while (!starts_sentence(i)) --i;
        return i;
    }
    // Where nouns have capitals: a small word after a noun that is of no other kind.
    constexpr bool is_any_verb(index i) noexcept {
        const token& one = at(i);
        if (one.is_word(part::auxiliary)) return true;
        if (!one.is_word() || !is_plain(one)) return false;
        return is_word(i - 1, part::capital | part::digit) || is_short(at(i - 1));
    }
    // "erinnerte sich X", "sagte gestern X": where the verb is second, the subject may wait.
    constexpr index past_reflexive(index i) noexcept {
        if (!lexicon::verb_is_second) return i;
        while (is_word(i, part::object | part::adverb | part::time) &&
               !has(i, part::pronoun | part::determiner | part::capital))
            ++i;
        return i;
    }

    // Where the verb is second: the subject is what stands first in the clause, or, when that
    // is an adverb or begins with a preposition, what follows the verb. A verb at the clause's
    // end may have an auxiliary in its place.
    constexpr extent subject_in_clause(index v) noexcept {
        if (has(v, part::be) && !is_nobody(v + 1) && !is_nobody(v - 1)) return {};  // "heisst"
        if (is_word(v + 1, part::be)) return {};  // "genannt wird"
        const bool before = is_word(v + 1, part::pronoun) && !has(v + 1, part::object);
        if (before && !is_nobody(v + 1)) return {v + 1, v + 2};  // "sagte er"
        if (what(v - 1) == token_is::comma && !before) {
            const extent who = apposition(v - 1);
            if (!who.none()) return who;
        }
        index finite = v;
        index begin = v;
        while (!opens_clause(begin)) {
            begin = bracket_begin(begin - 1);
            if (is_word(begin, part::auxiliary)) finite = begin;
        }
        if (finite != v && is_passive(finite) && !has(v, part::to)) return agent(begin, v);
        while (is_word(begin, part::joins | part::conjunction) &&
               !has(begin, part::preposition))
            ++begin;
        const token& first = at(begin);
        index fore = begin;  // past the adverbs
        while (fore < finite &&
               is_word(fore, part::adverb | part::time | part::according | part::object) &&
               !has(fore, part::pronoun))
            ++fore;
        const bool headless = fore == finite || is_finite_verb(fore);  // what is first is before it
        const bool inverted = headless || is_subject_after(finite + 1, fore) ||
                              first.is_word(part::preposition) ||
                              is_word(fore, part::preposition);
        if (inverted && is_word(finite - 1, part::joins) &&
            !is_word(finite + 1, part::pronoun))
            return first_phrase(headless ? sentence_begin(finite) : begin, finite - 1);
        if (finite != v && begin == finite && what(finite - 1) == token_is::comma) {
            const extent who = apposition(finite - 1);  // "Ann Lee, eine Aerztin, hat gesagt"
            if (!who.none()) return who;
        }
        if (inverted) {
            index i = finite + 1;
            if (is_nobody(i)) {
                if (begin == v)
                    while (!starts_sentence(begin)) --begin;
                index last = begin;
                while (is_word(last) && last < finite) ++last;
                if (last == finite && is_word(begin, part::preposition))
                    return {begin + 1, last};  // all that stands before the verb
                return place_of_speech(begin, i + 1);
            }
            while (is_word(i, part::object | part::adverb) &&
                   !has(i, part::pronoun | part::determiner))
                ++i;
            if (is_no_subject(i)) return {};
            if (is_word(i, part::joins)) {  // "..., sagte aber, ...", "Im Rat sagte aber X"
                if (fore == finite) return first_phrase(sentence_begin(finite), finite);
                ++i;
            }
            const index end = named_end(i);
            if (end == i) return {};
            return {i, extended(end)};
        }
        const index end = named_end(fore);
        if (fore != begin && what(fore) == token_is::quotation) return {};  // "auch Q genannt"
        if (end == fore || is_nobody(fore)) return {};
        if (what(end) == token_is::opens && what(finite - 1) == token_is::closes)
            return {fore, finite};
        if (finite == v && is_place(end, finite)) return {fore, finite};
        return {fore, end};
    }
    // "Den Plan nannte er", "die Klage wies der Richter ab": by its form, what follows the verb is
    // the subject, and what stands first may be an object.
    constexpr bool is_subject_after(index i, index first) noexcept {
        const token& one = at(i);
        const bool clear = is_word(first, part::pronoun | part::of) || is_bare(first);
        if (one.is_word(part::pronoun)) return !clear || !one.has(part::object);
        return !clear && one.is_word(part::determiner) && one.has(part::of) &&
               !one.has(part::object);
    }
    constexpr bool is_bare(index i) noexcept { return is_name(i) && !has(i, part::determiner); }
    // "Das Komitee im norwegischen Oslo nannte": a preposition and one noun, and then the verb.
    constexpr bool is_place(index i, index verb) noexcept {
        if (!is_word(i, part::preposition) || verb > i + 4) return false;
        while (is_word(++i))
            if (has(i, part::capital)) return i + 1 == verb;
        return false;
    }
    constexpr bool opens_clause(index i) noexcept {
        const token& left = at(i - 1);
        if (lexicon::verb_is_second && left.what == token_is::quotation &&
            !left.has(quoted::ends_comma | quoted::ends_stop | quoted::ends_asks))
            return starts_sentence(i);
        if (starts_sentence(i) || !left.is_any(token_is::word, token_is::comma))
            return left.what != token_is::opens && left.what != token_is::closes;
        if (left.what == token_is::comma && what(i - 2) == token_is::quotation &&
            is_finite_cue(phrase_end(i)))
            return lexicon::verb_is_second;  // "Ames nannte es Q, Lee nannte es ..."
        if (left.what == token_is::comma)
            return is_word(i, part::preposition | part::conjunction | part::adverb | cues |
                                 part::auxiliary | part::pronoun);
        return false;
    }

private:
    index asked_;  // the quotation that is asked about
    const Tokens& in_;
    index low_;
    index high_;
    uint32_t& owed_;
    bool title_case_;  // a headline: a capital makes no name
};

}  // namespace detail
}  // namespace stet

#endif  // STET_CLAUSE_HPP
