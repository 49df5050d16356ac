// SPDX-License-Identifier: MIT
#ifndef STET_MEASURE_HPP
#define STET_MEASURE_HPP
#include "words.hpp"

// measure.hpp: what can be counted on a short line, in one walk over its bytes. Everything is
// a number from 0 to 255 under a name; it stops at 255.

namespace stet {
namespace detail {

// What is counted on a line.
enum class fact : uint8_t {
    columns,
    words,  // what stands between blanks; three CJK letters are one
    // words by their first letter, in the order of glyph
    smalls,
    capitals,
    uncased,
    figures,       // digits
    long_smalls,   // small words of over three letters: no part of a name
    shouted,       // words of two letters or more, all of them capitals; figures behind a word
    stops,         // sentence ends inside: with a blank and no small letter behind them
    years,         // four digits that begin with 19 or 20
    clocks,        // a colon between digits
    colon_inside,  // colons with a blank behind them
    dash_inside,   // dashes between blanks
    last_quote,    // a quotation mark stands behind the last sign
    last_bracket,  // a closing bracket does
    // signs, in the order of glyph
    digits,
    quotes,
    brackets,
    dashes,
    ends,
    ellipses,
    questions,
    exclaims,
    colons,
    commas,
    unbrackets,
    copyrights,
    arrows,
    ats,
    slashes,
    others,
    // words of the lists, in the order of word_is; plain ones of over three letters only
    plain_words,
    by_words,
    role_words,
    agency_words,
    credit_words,
    furniture_words,
    date_words,
    ask_words,
    // kinds, not numbers
    first,   // glyph: the first sign
    last,    // glyph: the last one, closing marks and brackets looked through
    starts,  // word_is: the first word, or the first two
};
// So many numbers, in fours; behind `before` others to fill vectors where flash is not short.
constexpr uint8_t in_fours(uint8_t count, uint8_t before = 0) noexcept {
    const unsigned unit = before == 0 || is_flash_short ? 4 : 32;
    return static_cast<uint8_t>((before + count + unit - 1u) / unit * unit - before);
}
constexpr uint8_t fact_count = in_fours(static_cast<uint8_t>(fact::starts) + 1);

constexpr uint8_t number_of(fact what) noexcept { return static_cast<uint8_t>(what); }
constexpr uint8_t number_of(glyph what) noexcept { return static_cast<uint8_t>(what); }
constexpr uint8_t number_of(word_is what) noexcept { return static_cast<uint8_t>(what); }

// Sets `size` numbers to zero; `size` is a multiple of four.
// A plain loop would become a call of memset, which a freestanding program does not have; the
// order of this one keeps compilers from seeing that.
constexpr void clear(uint8_t* numbers, uint8_t size) noexcept {
    for (uint8_t i = 0; i < size; i = static_cast<uint8_t>(i + 4)) {
        numbers[i + 2] = 0;
        numbers[i] = 0;
        numbers[i + 3] = 0;
        numbers[i + 1] = 0;
    }
}

// Is this line only a rule: three or more of one of - = * _ ~, with or without blanks? (As far
// as its first 120 bytes tell.)
constexpr bool is_rule(const view& line) noexcept {
    size_t signs = 0;
    char sign = '\0';
    for (size_t i = 0; i < line.size && i < 120; ++i) {
        const char one = line[i];
        if (is_ascii_blank(static_cast<uint8_t>(one))) continue;
        if (sign == '\0' && (one == '-' || one == '=' || one == '*' || one == '_' || one == '~'))
            sign = one;
        if (one != sign || sign == '\0')
            return signs >= 3 && last_line_end_size(line.data + i, line.size - i) != 0;
        ++signs;
    }
    return signs >= 3;
}

// The words of over three letters that a line has, as a set of 64 marks: two lines that share
// a mark share a word, or sometimes only its mark.
struct word_marks {
    uint32_t high = 0;
    uint32_t low = 0;

    // (`counts` is no branch, which no processor could guess.)
    constexpr void add(uint32_t hash, bool counts) noexcept {
        const uint32_t mark = uint32_t{counts} << ((hash >> 26) & 31u);
        const uint32_t is_high = hash >> 31;
        high |= mark * is_high;
        low |= mark * (1 - is_high);
    }
    // How many marks both have; stops at 3.
    constexpr uint8_t shared(const word_marks& other) const noexcept {
        uint8_t found = 0;
        for (uint32_t both = high & other.high; both != 0 && found < 3; both &= both - 1) ++found;
        for (uint32_t both = low & other.low; both != 0 && found < 3; both &= both - 1) ++found;
        return found;
    }
};

// What takes back the hash of so many zeros less than eight.
struct hash_of_zeros {
    uint32_t undone[9];
};
constexpr hash_of_zeros make_hash_of_zeros() noexcept {
    hash_of_zeros made{};
    made.undone[8] = 1;
    for (size_t size = 8; size > 0; --size) made.undone[size - 1] = unhashed(made.undone[size], 0);
    return made;
}
constexpr hash_of_zeros zeros = make_hash_of_zeros();

// A run of ASCII letters, as most words are.
struct ascii_word {
    size_t size;  // 0: there is none
    uint32_t hash;
    glyph first;
    glyph last;
    bool all_upper;
    bool ends;  // a blank stands behind it

    constexpr ascii_word(const char* at, size_t most) noexcept
        : size(0),
          hash(hash_start),
          first(glyph::upper),
          last(glyph::upper),
          all_upper(true),
          ends(false) {
        if (most >= 8) read_eight(scan::load_lanes(at));
        if (most < 8 || size == 8) read(at, most);
        ends = size < most && at[size] == ' ';
        if (size == 0) return;
        first = of_letter(at[0]);
        last = of_letter(at[size - 1]);
    }

private:
    static constexpr glyph of_letter(char one) noexcept {
        static_assert(number_of(glyph::lower) == 0 && number_of(glyph::upper) == 1,
                      "(no branch here, either)");
        return static_cast<glyph>((one & 0x20) == 0);
    }

    // Reads on, letter by letter.
    constexpr void read(const char* at, size_t most) noexcept {
        for (; size < most; ++size) {
            const uint8_t one = static_cast<uint8_t>(at[size]);
            const uint8_t letter = one | 0x20;
            if (!is_ascii_small(letter)) break;
            hash = hashed(hash, letter);
            all_upper &= one != letter;
        }
    }

    // Reads up to eight letters with no branch, since no processor can guess where a word ends:
    // what is no letter any more counts as 0, and what that does to the hash is undone at the end.
    constexpr void read_eight(scan::lanes at) noexcept {
        const scan::lanes in_word = scan::small_letters_mask(at | scan::each(0x20));
        const scan::lanes letters = (at | scan::each(0x20)) & in_word;
        size = scan::size_of_mask(in_word);
        read_four(static_cast<uint32_t>(letters));
        read_four(static_cast<uint32_t>(letters >> 32));
        hash *= zeros.undone[size];
        all_upper = (at & in_word & scan::each(0x20)) == 0;
    }
    constexpr void read_four(uint32_t letters) noexcept {
        hash = hashed(hash, letters & 0xFF);
        hash = hashed(hash, letters >> 8 & 0xFF);
        hash = hashed(hash, letters >> 16 & 0xFF);
        hash = hashed(hash, letters >> 24);
    }
};

// Walks over a line once.
class line_walk {
public:
    // Puts fact_count numbers at `facts`.
    constexpr line_walk(uint8_t* facts, view line) noexcept : facts_(facts) {
        clear(facts, fact_count);
        set(fact::first, number_of(glyph::nothing));
        set(fact::last, number_of(glyph::nothing));
        read(line);
    }

    constexpr uint8_t operator[](fact what) const noexcept { return facts_[number_of(what)]; }

    // Of the first word, of all words and digits, and of these without the digits behind the
    // last word.
    constexpr uint16_t first_print() const noexcept { return print(first_); }
    constexpr uint16_t line_print() const noexcept { return print(line_); }
    constexpr uint16_t words_print() const noexcept { return print(words_); }

    // The number that the line begins with (its first three digits), or 0.
    constexpr uint16_t number() const noexcept { return number_; }

    constexpr const word_marks& marks() const noexcept { return marks_; }

private:
    static constexpr uint16_t print(uint32_t hash) noexcept {
        return static_cast<uint16_t>(hash >> 16);
    }

    constexpr void set(fact what, uint8_t value) noexcept { facts_[number_of(what)] = value; }

    constexpr void count(uint8_t what) noexcept {
        count_up(facts_[what]);
    }
    constexpr void count(uint8_t what, size_t more) noexcept {
        facts_[what] = to_byte(facts_[what] + more);
    }
    constexpr void count(fact what) noexcept { count(number_of(what)); }

    constexpr void read(view line) noexcept {
        size_t i = 0;
        while (i < line.size) {
            const uint8_t one = static_cast<uint8_t>(line[i]);
            if (!is_flash_short && before_ == glyph::blank &&
                is_ascii_letter(one)) {  // most of all bytes
                i += plain_words(line.data + i, line.size - i);
            } else if (in_word_ && is_ascii_small(one)) {
                i += small_letters(line.data + i, line.size - i);
            } else if (one < 0x80) {
                take(one, glyph_of_ascii(one), false);
                ++i;
            } else {
                const decoded at = decode(line.data + i, line.size - i);
                if (at.size == 0) break;
                i += at.size;
                if (at.form == decoded::well) take(at.point, glyph_of(at.point), is_wide(at.point));
            }
        }
        if (before_ != glyph::blank) take(' ', glyph::blank, false);
        if (facts_[number_of(fact::columns)] != 0) --facts_[number_of(fact::columns)];
        count(number_of(fact::words), (wide_ * 85u) >> 8);
    }

    // Takes words of ASCII letters with a blank behind each, and the letters of one without: what
    // take() does, without its questions.
    //   Requires: a letter, behind a blank or at the line's begin.
    //   Gives:    how many bytes it took.
    constexpr size_t plain_words(const char* at, size_t size) noexcept {
        size_t i = 0, words = 0, smalls = 0, long_smalls = 0, shouted = 0, plain = 0;
        glyph last = glyph::blank;
        do {
            const ascii_word one(at + i, size - i);
            if (one.size == 0) break;
            if (i == 0) begin_run(one.first);
            last = one.last;
            letters_ = one.size;
            small_token_ = one.first == glyph::lower;
            smalls += small_token_;
            i += one.size;
            in_word_ = !one.ends;
            if (in_word_) {
                word_ = one.hash;
                all_upper_ = one.all_upper;
                break;
            }
            ++i;
            ++words;
            long_smalls += small_token_ & (one.size > 3);  // ("&": no branch, as above)
            shouted += one.all_upper & (one.size > 1);
            if (words_seen_ < 2 || known_hashes.may_have(one.hash)) {
                word_ = one.hash;
                end_word(last);
                in_word_ = false;
                continue;
            }
            line_ = hashed(line_, one.hash >> 3);
            plain += one.size > 3;
            marks_.add(one.hash, one.size > 3);
        } while (i < size);
        words_ = line_;
        in_token_ = in_word_;
        before_ = in_word_ ? last : glyph::blank;
        digits_ = 0;
        end_with(last);
        count(number_of(fact::columns), i);
        count(number_of(fact::words), words);
        count(number_of(fact::smalls), smalls);
        count(number_of(fact::capitals), words + in_word_ - smalls);
        count(number_of(fact::long_smalls), long_smalls);
        count(number_of(fact::shouted), shouted);
        count(number_of(fact::plain_words), plain);
        return i;
    }

    constexpr void begin_run(glyph is) noexcept {
        if (facts_[number_of(fact::first)] == number_of(glyph::nothing))
            set(fact::first, number_of(is));
        if (stopped_ && is != glyph::lower) count(fact::stops);
        stopped_ = false;
    }

    // Takes small ASCII letters inside a word. Gives how many.
    constexpr size_t small_letters(const char* bytes_at, size_t size) noexcept {
        uint32_t word = word_;
        size_t i = 0;
        for (; i < size; ++i) {
            const uint8_t one = static_cast<uint8_t>(bytes_at[i]);
            if (!is_ascii_small(one)) break;
            word = hashed(word, one);
        }
        word_ = word;
        letters_ = letters_ + i;
        count(number_of(fact::columns), i);
        set(fact::last, number_of(glyph::lower));
        before_ = glyph::lower;
        all_upper_ = false;
        return i;
    }

    constexpr void take(code_point point, glyph is, bool wide) noexcept {
        if (is == glyph::nothing || (is == glyph::blank && before_ == glyph::blank)) return;
        count(number_of(fact::columns), wide ? 2 : 1);
        const bool letter = is <= glyph::letter;
        const bool alone = wide && point < 0xAC00;  // an ideograph is a word, Hangul is not
        if (in_word_ && (!letter || alone)) end_word(before_);
        if (is == glyph::blank) {
            end_token();
        } else {
            if (facts_[number_of(fact::first)] == number_of(glyph::nothing))
                set(fact::first, number_of(is));
            if (is <= glyph::digit) {
                if (!in_token_) begin_token(is);
                if (letter)
                    take_letter(point, is, alone);
                else
                    take_digit(point);
                end_with(is);
                if (wide) ++wide_;
            } else {
                take_sign(is);
            }
        }
        before_ = is;
    }

    constexpr void end_with(glyph is) noexcept {
        set(fact::last, number_of(is));
        set(fact::last_quote, 0);
        set(fact::last_bracket, 0);
    }

    constexpr void take_letter(code_point point, glyph is, bool alone) noexcept {
        if (!in_word_) {
            in_word_ = true;
            word_ = hash_start;
            letters_ = 0;
        }
        if (is != glyph::upper) all_upper_ = false;
        word_ = hashed(word_, folded(point));
        ++letters_;
        digits_ = 0;
        if (alone) end_word(is);
    }

    constexpr void take_digit(code_point point) noexcept {
        count(fact::digits);
        line_ = hashed(line_, point);
        value_ = (digits_ == 0 ? 0 : value_ * 10u) + (point & 15u);
        count_up(digits_);
        if (digits_ == 4 && value_ >= 1900 && value_ < 2100) count(fact::years);
        if (before_ == glyph::colon && clock_) count(fact::clocks);
        clock_ = true;
        if (facts_[number_of(fact::words)] == 0 && words_seen_ == 0 && digits_ < 4)
            number_ = static_cast<uint16_t>(value_);
    }

    constexpr void take_sign(glyph is) noexcept {
        digits_ = 0;
        if (is != glyph::colon) clock_ = false;
        count(static_cast<uint8_t>(number_of(fact::digits) + number_of(is) -
                                   number_of(glyph::digit)));
        const uint8_t last = facts_[number_of(fact::last)];
        if (last != number_of(glyph::nothing)) {
            if (is == glyph::quote) return set(fact::last_quote, 1);
            if (is == glyph::unbracket) return set(fact::last_bracket, 1);
        }
        const bool more_stops = is == glyph::stop && (last == number_of(glyph::stop) ||
                                                      last == number_of(glyph::ellipsis));
        end_with(more_stops ? glyph::ellipsis : is);
        // "Dr. Who" and "J. Doe" are no sentence ends.
        if (is_sentence_end(is) && (letters_ > 2 || wide_ != 0)) stopped_ = true;
    }

    constexpr void begin_token(glyph is) noexcept {
        in_token_ = true;
        all_upper_ = true;
        if (stopped_ && is != glyph::lower) count(fact::stops);
        stopped_ = false;
        count(static_cast<uint8_t>(number_of(fact::smalls) + number_of(is)));
        small_token_ = is == glyph::lower;
    }

    constexpr void end_token() noexcept {
        if (in_token_) {
            count(fact::words);
            if (all_upper_ && letters_ > 1) count(fact::shouted);
            if (small_token_ && letters_ > 3) count(fact::long_smalls);
        } else if (before_ == glyph::dash) {
            count(fact::dash_inside);
        }
        if (before_ == glyph::colon) count(fact::colon_inside);
        in_token_ = false;
        digits_ = 0;
        clock_ = false;
    }

    constexpr void end_word(glyph letter) noexcept {
        in_word_ = false;
        const word_is is = look_up(word_);
        if (words_seen_ == 0) {
            first_ = word_;
            set(fact::starts, number_of(is));
        } else if (words_seen_ == 1) {
            const word_is phrase = look_up(phrase_hash(first_, word_));
            if (phrase != word_is::plain) {
                set(fact::starts, number_of(phrase));
                count(static_cast<uint8_t>(number_of(fact::plain_words) + number_of(phrase)));
            }
        }
        if (is != word_is::plain || letters_ > 3 || letter == glyph::letter)
            count(static_cast<uint8_t>(number_of(fact::plain_words) + number_of(is)));
        if (words_seen_ < 2) ++words_seen_;
        marks_.add(word_, letters_ > 3);
        line_ = hashed(line_, word_ >> 3);
        words_ = line_;
    }

    // (Bytes first: see machine.hpp.)
    uint8_t digits_ = 0;      // of the run of digits
    uint8_t words_seen_ = 0;  // stops at 2
    glyph before_ = glyph::blank;
    bool in_word_ = false;
    bool in_token_ = false;     // what stands between blanks
    bool small_token_ = false;  // it begins with a small letter
    bool all_upper_ = false;
    bool stopped_ = false;  // a sentence may have ended
    bool clock_ = false;    // digits, and nothing but a colon since
    uint16_t wide_ = 0;     // letters of two columns
    uint16_t number_ = 0;
    uint8_t* facts_;
    word_marks marks_;
    uint32_t word_ = hash_start;  // of the word: a run of letters
    uint32_t first_ = 0;
    uint32_t line_ = 0;
    uint32_t words_ = 0;
    size_t letters_ = 0;  // of the word
    uint32_t value_ = 0;  // of the run of digits
};

}  // namespace detail
}  // namespace stet

#endif  // STET_MEASURE_HPP
