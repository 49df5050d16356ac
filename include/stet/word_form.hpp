// SPDX-License-Identifier: MIT
#ifndef STET_WORD_FORM_HPP
#define STET_WORD_FORM_HPP
#include "lookback.hpp"

// word_form.hpp: what a word can be: what the lexicon says of it, or of the cue that it is a
// regular form of ("warned", "warns" of "warn"), or what its ending says. Words are read letter by
// letter and not kept: a hash, and the last four letters, which can be taken off it again.

namespace stet {
namespace detail {

struct word_form {
    constexpr word_form() noexcept {}
    constexpr explicit word_form(offset at) noexcept : hash(at), last(at) {}

    uint32_t hash = 0;
    uint32_t last = 0;    // the last four letters, the last one lowest
    uint32_t flags = 0;   // of `part`: what is seen of it
    uint8_t letters = 0;  // stops at 255

    constexpr void start(uint32_t seen) noexcept {
        hash = hash_start;
        last = 0;
        flags = seen;
        letters = 0;
    }
    // Takes a letter, in lower case.
    constexpr void add(code_point point) noexcept {
        last = last << 8 | (point < 0x80 ? point : 0x80);
        hash = hashed(hash, point);
        count_up(letters);
    }

    // The last letter, or one of the three before it.
    constexpr uint8_t letter(size_t before_last) const noexcept {
        return static_cast<uint8_t>(last >> (8 * before_last));
    }
    // (One comparison for all letters.)
    template <char... Ending> constexpr bool ends_in() const noexcept {
        static_assert(sizeof...(Ending) < 4, "(or the mask would be all there is)");
        uint32_t ending = 0;
        ((ending = ending << 8 | static_cast<uint8_t>(Ending)), ...);
        return (last & ((uint32_t{1} << (8 * sizeof...(Ending))) - 1)) == ending;
    }

    // "Benedikt XVI." (a number of at most four letters; a single one is an initial)
    constexpr bool is_roman() const noexcept {
        if (letters > 4 || (flags & part::capital) == 0) return false;
        for (size_t i = 0; i < letters; ++i)
            if (letter(i) != 'i' && letter(i) != 'v' && letter(i) != 'x') return false;
        return true;
    }

    // What it can be. (The rare endings are asked about first.)
    template <class Lexicon> constexpr uint32_t kinds() const noexcept {
        const uint32_t is = lexicon_of<Lexicon>.look_up(hash) | flags;
        if (ends_in<'\'', 's'>() && (is & part::auxiliary) == 0) return is | part::possessive;
        return is | (Lexicon::verbs == verb_forms::german ? german_form<Lexicon>(is)
                                                          : english_form<Lexicon>(is));
    }

private:
    static constexpr uint32_t cues = part::strong | part::weak;

    // What the word without its last letters can be, as a cue that other forms are made from; with
    // another letter in their place.
    template <class Lexicon> constexpr uint32_t stem(size_t cut, uint8_t end = 0) const noexcept {
        uint32_t shorter = hash;
        for (size_t i = 0; i < cut; ++i) shorter = unhashed(shorter, letter(i));
        if (end != 0) shorter = hashed(shorter, end);
        const uint32_t found = lexicon_of<Lexicon>.look_up(shorter);
        return (found & part::base) != 0 ? found & cues : 0u;
    }

    template <class Lexicon> constexpr uint32_t german_form(uint32_t is) const noexcept {
        uint32_t found = 0;
        if (letters > 3 && (is & cues) == 0 && (flags & part::capital) == 0)
            found = german_cue<Lexicon>();
        const bool adverb = ends_in<'e', 'n', 'd'>() && letters > 6 && is == flags;  // "abschliessend"
        return adverb ? part::adverb : found;
    }
    // "-t", "-te", "-ten", "-en", "-et", "-ete", "-eten".
    template <class Lexicon> constexpr uint32_t german_cue() const noexcept {
        uint32_t found = 0;
        if (ends_in<'t'>()) {
            if (ends_in<'e', 't'>()) found = stem<Lexicon>(2);
            if (found == 0) found = stem<Lexicon>(1);
        } else if (ends_in<'t', 'e'>()) {
            if (ends_in<'e', 't', 'e'>()) found = stem<Lexicon>(3);
            if (found == 0) found = stem<Lexicon>(2);
        } else if (ends_in<'t', 'e', 'n'>()) {
            found = stem<Lexicon>(3);
            if (found == 0) found = stem<Lexicon>(4);
        } else if (ends_in<'e', 'n'>()) {
            found = stem<Lexicon>(2);
        }
        if (ends_in<'e'>() && found == 0 && (stem<Lexicon>(1) & part::strong) != 0)
            return part::auxiliary | part::speech;  // "es drohe"
        return found != 0 ? found | part::past : 0u;
    }

    // A cue's regular forms; other words by their ends.
    template <class Lexicon> constexpr uint32_t english_form(uint32_t is) const noexcept {
        if (ends_in<'l', 'y'>()) return is == 0 && letters > 3 ? part::adverb : 0u;
        const bool s = ends_in<'s'>(), ed = ends_in<'e', 'd'>(), ing = ends_in<'i', 'n', 'g'>();
        if (!(s | ed | ing) || letters <= 3) return 0;
        const bool none = (is & ~(part::capital | part::noun | part::speech)) == 0;
        uint32_t found = stem<Lexicon>(s ? 1 : ed ? 2 : 3);
        if (s) {
            if (found == 0 && letter(1) == 'e')
                found = letter(2) == 'i' ? stem<Lexicon>(3, 'y') : stem<Lexicon>(2);
            return found != 0 ? found | part::s_form : none ? part::s_form : 0u;
        }
        if (ed) {
            if (found == 0) found = stem<Lexicon>(1);
            if (found == 0 && letter(2) == 'i') found = stem<Lexicon>(3, 'y');
            if (found == 0 && letter(2) == letter(3)) found = stem<Lexicon>(3);
            return found != 0 || none ? found | part::past : 0u;
        }
        if (found == 0) found = stem<Lexicon>(3, 'e');
        if (found == 0) found = stem<Lexicon>(4);
        return found != 0 || none ? found | part::ing : 0u;
    }
};

}  // namespace detail
}  // namespace stet

#endif  // STET_WORD_FORM_HPP
