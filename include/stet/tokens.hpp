// SPDX-License-Identifier: MIT
#ifndef STET_TOKENS_HPP
#define STET_TOKENS_HPP
#include "word_form.hpp"

// tokens.hpp: the words and signs of a block as the attribution layer remembers them: where
// they stand and what they can be, never their bytes. A ring of the last ones; a quotation is
// one token. Words are read across the borders of text events.

namespace stet {
namespace detail {

enum class token_is : uint8_t {
    edge,  // nothing: before the first one and after the last one
    word,
    quotation,
    comma,
    semicolon,
    colon,
    stop,
    asks,  // a question or exclamation mark
    dash,
    opens,   // a bracket
    closes,  // a bracket
    other,
};

// The token that a sign makes, by its glyph; `edge`: none.
// clang-format off
constexpr token_is token_of_glyph[] = {
    token_is::edge,   token_is::edge,  token_is::edge,  token_is::edge,     // letters, digits
    token_is::edge,   token_is::opens, token_is::dash,  token_is::stop,   // quote bracket dash stop
    token_is::other,  token_is::asks,  token_is::asks,  token_is::colon,    // ... ? ! :
    token_is::comma,  token_is::closes, token_is::edge, token_is::edge,   // , bracket sign arrow
    token_is::edge,   token_is::edge,  token_is::edge,  token_is::edge,     // at slash other blank
    token_is::edge,                                                         // nothing
};
// clang-format on
static_assert(sizeof(token_of_glyph) == static_cast<size_t>(glyph::nothing) + 1,
              "stet: a row for each glyph");

// What a quotation token says in place of `part` bits.
namespace quoted {
constexpr uint32_t ends_comma = 1u << 0;
constexpr uint32_t ends_stop = 1u << 1;
constexpr uint32_t ends_asks = 1u << 2;  // ? ! or an ellipsis
constexpr uint32_t ends_dash = 1u << 3;
constexpr uint32_t is_sentence = 1u << 4;  // has an end mark inside, and no small first letter
constexpr uint32_t is_long = 1u << 5;      // four words or more
constexpr uint32_t is_open = 1u << 6;      // its closing mark has not been read
constexpr uint32_t is_direct = 1u << 7;    // somebody's words
}  // namespace quoted

// (In eight bytes, for there are many.)
struct token {
    constexpr token() noexcept {}
    constexpr explicit token(offset at) noexcept
        : is(at), begin(static_cast<uint16_t>(at)), size(static_cast<uint8_t>(at)) {}

    static constexpr uint8_t most_size = 0xFF;

    uint32_t is = 0;     // bits of `part`, or of `quoted`
    uint16_t begin = 0;  // the offset's lower half: see tokens::begin_of()
    uint8_t size = 0;    // bytes; of a quotation that is longer, most_size
    token_is what = token_is::edge;

    constexpr bool has(uint32_t any) const noexcept { return (is & any) != 0; }
    // (A set is tested as bits, so that GCC makes no switch of it, which calls a helper on
    // Thumb-1.)
    template <class... Kinds>
    constexpr bool is_any(Kinds... kinds) const noexcept {
        return ((((1u << static_cast<unsigned>(kinds)) | ...) >> static_cast<unsigned>(what)) &
                1u) != 0;
    }
    constexpr bool is_word() const noexcept { return what == token_is::word; }
    constexpr bool is_word(uint32_t any) const noexcept {
        return what == token_is::word && (is & any) != 0;
    }
    constexpr uint16_t end() const noexcept { return static_cast<uint16_t>(begin + size); }
};

constexpr token no_token;

// Bytes from the end of a token up to a later one.
constexpr uint16_t gap_between(const token& left, const token& right) noexcept {
    return static_cast<uint16_t>(right.begin - left.end());
}

// (In pages, so that an object on the stack is set by a loop that calls no memset. The constructor
// that is called stands first: see block.hpp.)
struct token_page {
    constexpr token_page() noexcept {}
    template <size_t... Each>
    constexpr token_page(offset at, indices<Each...>) noexcept
        : tokens{(static_cast<void>(Each), token(at))...} {}
    constexpr explicit token_page(offset at) noexcept : token_page(at, count_to<8>::type{}) {}
    token tokens[8];
};

// The words of the quotation that is being read, as far as they count.
struct inside_quotation {
    uint8_t words = 0;
    bool capital_first = false;
    bool small_word = false;  // one of more than three letters has no capital
    bool in_word = false;
    uint8_t letters = 0;
    uint8_t unseen = 0;  // bytes of `glance` that are left
    bool small_now = false;
    uint8_t colon_size = 0;  // bytes of the label's colon
    glyph last = glyph::lower;  // the last sign that is no blank or quotation mark
    // "WALLACE: ..." inside the marks: capitals, then a colon.
    enum : uint8_t { starts, in_label, has_label, no_label } label = starts;
    offset label_begin = 0;
    offset label_end = 0;
    offset label_colon = 0;

    // Nothing but its end is left to be known: it has words enough, and is set like no title (and
    // has no label, which has no small letters).
    constexpr bool is_known() const noexcept { return words > 8 && small_word; }
};

template <class Lexicon, class Limits>
class tokens {
public:
    using lexicon = Lexicon;
    using limits = Limits;
    static constexpr int32_t capacity = 128;  // tokens; 512 bytes of prose have about 95
    static constexpr offset reach = 0xF000;   // bytes
    static constexpr int32_t most_tokens = int32_t{1}
                                           << 24;  // of a block; what follows is not seen

    constexpr tokens() noexcept {}
    constexpr explicit tokens(offset at) noexcept
        : tokens(at, count_to<size_t{capacity} / 8>::type{}) {}

    constexpr void restart() noexcept {
        count_ = first_ = 0;
        long_words_ = capitals_ = 0;
        strange_ = 0;
        in_word_ = false;
        was_stop_ = false;
        joint_ = 0;
    }

    // Is the block set like a headline, every longer word with a capital?
    constexpr bool is_title_case() const noexcept {
        return long_words_ >= 3 && uint32_t{capitals_} * 5 >= uint32_t{long_words_} * 4;
    }

    // How many tokens were made since the block began, `most_tokens` at most. Those from first()
    // on are there: no more than `capacity`, and none that begins more than `reach` bytes before
    // the last one.
    constexpr int32_t count() const noexcept { return count_; }
    constexpr int32_t first() const noexcept { return first_; }
    constexpr const token& operator[](int32_t index) const noexcept {
        return is_there(index) ? slot(index) : no_token;
    }

    // Where a token that is there stands in the article.
    constexpr offset begin_of(int32_t index) const noexcept {
        return last_begin_ - static_cast<uint16_t>(last_begin_ - slot(index).begin);
    }
    constexpr offset end_of(int32_t index) const noexcept {
        return begin_of(index) + slot(index).size;
    }

    // Text outside of quotations.
    constexpr void see(const view& text, offset begin) noexcept {
        size_t i = 0;
        while (i < text.size) {
            const uint8_t first = static_cast<uint8_t>(text[i]);
            if (first < 0x80) strange_ = 0;
            if (strange_ == most_strange) {  // of a run of marks no more than where each begins
                i += first < 0xE0 ? 2u : first < 0xF0 ? 3u : 4u;
                Limits::steps(1);
                continue;
            }
            if (!in_word_) {
                const size_t taken =
                    begin_word({text.data + i, text.size - i}, begin + static_cast<offset>(i));
                if (taken != 0) {
                    Limits::steps(taken);
                    i += taken;
                    continue;
                }
            }
            const decoded at = decode(text.data + i, text.size - i);
            const uint8_t size = at.size == 0 ? uint8_t{1} : at.size;
            take(at.point, begin + static_cast<offset>(i), size);
            Limits::steps(size);
            i += size;
        }
    }
    // Something that is no text and stands between words, outside of quotations or in one: what a
    // blank does.
    constexpr void see_break() noexcept {
        strange_ = 0;
        end_word();
        end_quoted_word();
    }

    // Text that nobody has read ends here.
    constexpr void see_gap(offset place) noexcept {
        end_word();
        push(token_is::edge, place, 0);
    }

    constexpr int32_t open_quotation(offset begin) noexcept {
        end_word();
        inside_.words = inside_.letters = 0;
        inside_.capital_first = inside_.small_word = inside_.in_word = inside_.small_now = false;
        inside_.last = glyph::other;
        inside_.unseen = glance;
        was_stop_ = false;
        inside_.label = inside_quotation::starts;
        inside_.label_begin = begin;
        const int32_t index = count_;
        push(token_is::quotation, begin, 0, quoted::is_open);
        return index;
    }
    // Text of a quotation: its first `glance` bytes, and of the rest the end alone, which tells
    // how it ends.
    constexpr void see_quoted(const view& text, offset begin) noexcept {
        size_t i = 0;
        const size_t most = lesser<size_t>(text.size, inside_.unseen);
        while (i < most && !inside_.is_known()) {
            if (inside_.in_word && inside_.label >= inside_quotation::has_label &&
                is_ascii_small(static_cast<uint8_t>(text[i]))) {
                i += more_quoted_letters({text.data + i, most - i});
                continue;
            }
            const decoded at = decode(text.data + i, text.size - i);
            const uint8_t size = at.size == 0 ? uint8_t{1} : at.size;
            take_quoted(at.point, begin + static_cast<offset>(i), size);
            i += size;
        }
        inside_.unseen = static_cast<uint8_t>(excess<size_t>(inside_.unseen, i));
        Limits::steps(i);
        if (i < text.size) see_end({text.data + i, text.size - i});
    }
    constexpr const inside_quotation& inside() const noexcept { return inside_; }
    constexpr void close_quotation(int32_t index, offset end) noexcept {
        end_quoted_word();
        if (!is_there(index)) return;
        token& at = slot(index);
        at.size = size_of(end - begin_of(index));
        const glyph last = inside_.last;
        at.is = 0;
        if (last == glyph::comma) at.is = quoted::ends_comma;
        if (last == glyph::stop) at.is = quoted::ends_stop;
        if (last == glyph::question || last == glyph::exclaim || last == glyph::ellipsis)
            at.is = quoted::ends_asks;
        if (last == glyph::dash) at.is = quoted::ends_dash;
        if (at.is != 0 && inside_.capital_first) at.is |= quoted::is_sentence;
        if (inside_.words >= 4) at.is |= quoted::is_long;
    }

    constexpr void mark_direct(int32_t index) noexcept {
        if (is_there(index)) slot(index).is |= quoted::is_direct;
    }

    // Ends the word that stands at the block's end.
    constexpr void finish() noexcept { end_word(); }

private:
    template <size_t... Each>
    constexpr tokens(offset at, indices<Each...>) noexcept
        : word_(at), pages_{(static_cast<void>(Each), token_page(at))...} {}

    constexpr bool is_there(int32_t index) const noexcept {
        return index >= first() && index < count_;
    }
    constexpr const token& slot(int32_t index) const noexcept {
        const uint32_t at = static_cast<uint32_t>(index) % uint32_t{capacity};
        return pages_[at / 8].tokens[at % 8];
    }
    constexpr token& slot(int32_t index) noexcept {
        const uint32_t at = static_cast<uint32_t>(index) % uint32_t{capacity};
        return pages_[at / 8].tokens[at % 8];
    }

    constexpr void push(token_is what, offset begin, offset size, uint32_t is = 0) noexcept {
        if (count_ == most_tokens) return;
        if (count_ - first_ == capacity) ++first_;
        while (first_ != count_ && begin - begin_of(first_) > reach) ++first_;
        last_begin_ = begin;
        token& at = slot(count_);
        at.what = what;
        at.begin = static_cast<uint16_t>(begin);
        at.size = size_of(size);
        at.is = is;
        ++count_;
    }
    static constexpr uint8_t size_of(offset size) noexcept {
        return static_cast<uint8_t>(lesser<offset>(size, token::most_size));
    }

    constexpr void take(code_point point, offset place, uint8_t size) noexcept {
        const glyph is = glyph_of(point);
        if (is == glyph::nothing) return;
        if (is <= glyph::digit) return take_letter(point, is, place, size);
        if (size > 1) ++strange_;
        if (in_word_ && joint_ == 0 && is_joint(point)) {
            joint_ = point == 0x2019 ? '\'' : point;
            joint_at_ = place;
            return;
        }
        if (joint_ == '.' && is == glyph::comma) has_stop_ = true;  // "R-Ky.,": no sentence ends
        end_word();
        take_sign(point, is, place, size);
    }

    // May it stand inside a word?
    constexpr bool is_joint(code_point point) const noexcept {
        if (point == ',' || point == ':') return word_.letter(0) <= '9';  // behind a digit
        return point == '.' || point == '\'' || point == 0x2019 || point == '-' || point == '&' ||
               point == '/';
    }

    constexpr void take_letter(code_point point, glyph is, offset place, uint8_t size) noexcept {
        strange_ = 0;
        if (joint_ != 0) {
            const bool number = joint_ == ',' || joint_ == ':';
            const bool no_space =
                joint_ == '.' && !has_stop_ && word_.letters > 2 && is == glyph::upper;
            if ((number && is != glyph::digit) || no_space) {
                end_word();
            } else {
                word_.add(joint_);
                if (joint_ == '.') has_stop_ = true;
                joint_ = 0;
            }
        }
        if (!in_word_) {
            in_word_ = true;
            has_stop_ = false;
            begin_ = place;
            word_.start(is == glyph::upper ? part::capital : is == glyph::digit ? part::digit : 0);
        }
        word_.add(folded(point));
        end_ = place + size;
    }
    // A word's ASCII letters, which most words have no others than: what take() does, without its
    // questions. Ends the word where a blank or a comma follows. Gives how many bytes it took.
    constexpr size_t begin_word(const view& text, offset place) noexcept {
        uint32_t hash = hash_start;
        uint32_t last = 0;
        size_t size = 0;
        for (; size < text.size; ++size) {
            const uint8_t letter = static_cast<uint8_t>(text[size]) | 0x20u;
            if (!is_ascii_small(letter)) break;
            hash = hashed(hash, letter);
            last = last << 8 | letter;
        }
        if (size == 0) return 0;
        in_word_ = true;
        has_stop_ = false;
        begin_ = place;
        end_ = place + static_cast<offset>(size);
        word_.hash = hash;
        word_.last = last;
        word_.letters = to_byte(size);
        word_.flags = is_ascii_small(static_cast<uint8_t>(text[0])) ? 0u : part::capital;
        if (size == text.size || (text[size] != ' ' && text[size] != ',')) return size;
        end_word();
        return size + (text[size] == ' ');
    }

    constexpr void end_word() noexcept {
        if (!in_word_) return;
        in_word_ = false;
        uint32_t is = word_.template kinds<Lexicon>();
        const code_point joint = joint_;
        joint_ = 0;
        if (joint == '.' && word_.letters == 1 && (is & part::capital) != 0 &&
            (is & part::pronoun) == 0)
            is = part::capital;  // an initial
        const bool is_short = (is & (part::title | part::abbreviation)) != 0 || word_.letters == 1;
        const bool keeps =
            joint == '.' &&
            (has_stop_ || (Lexicon::nouns_are_capital && word_.is_roman()) ||
             (is_short && (is & part::capital) != 0) ||
             (Lexicon::nouns_are_capital && word_.letters < 3 && (is & part::digit) != 0));
        if (keeps) end_ = joint_at_ + 1;
        if (word_.letters > 3 && long_words_ < 0xFFFF) {
            ++long_words_;
            capitals_ = static_cast<uint16_t>(capitals_ + ((is & part::capital) != 0));
        }
        constexpr uint32_t begins =
            part::determiner | part::pronoun | part::preposition | part::conjunction | part::adverb;
        if (was_stop_ && (is & part::capital) != 0 && (is & begins) != 0)
            push(token_is::stop, end_stop_, 1);
        was_stop_ = keeps && Lexicon::nouns_are_capital;
        end_stop_ = joint_at_;
        if (joint == '\'' && word_.template ends_in<'s'>()) is |= part::possessive;
        const bool is_run = end_ - begin_ > token::most_size;  // of signs without a blank: no word
        push(is_run ? token_is::other : token_is::word, begin_, end_ - begin_, is_run ? 0 : is);
        if (joint == '-' && Lexicon::nouns_are_capital) return;  // "Fraktions- und"
        if (joint != 0 && !keeps) take_sign(joint, glyph_of(joint), joint_at_, 1);
    }

    constexpr void take_sign(code_point point, glyph is, offset place, uint8_t size) noexcept {
        token_is what = token_of_glyph[static_cast<uint8_t>(is)];
        if (what == token_is::edge) return;
        was_stop_ = false;
        if (point == ';') what = token_is::semicolon;
        // A run of stops or dashes is one sign.
        if (count_ != 0 && (what == token_is::stop || what == token_is::dash)) {
            token& before = slot(count_ - 1);
            if (before.what == what && before.end() == static_cast<uint16_t>(place) &&
                before.size <= token::most_size - size) {
                before.size = static_cast<uint8_t>(before.size + size);
                return;
            }
        }
        push(what, place, size);
    }

    constexpr void take_quoted(code_point point, offset place, uint8_t size) noexcept {
        const glyph is = glyph_of(point);
        if (is == glyph::nothing) return;
        if (inside_.label < inside_quotation::has_label) look_for_label(is, place, size);
        if (is == glyph::quote && inside_.in_word) return;  // an apostrophe
        if (is != glyph::blank && is != glyph::quote) inside_.last = is;
        if (is > glyph::digit) {
            if (point != '-' && point != '.') end_quoted_word();
            return;
        }
        if (!inside_.in_word) {
            inside_.in_word = true;
            inside_.letters = 0;
            inside_.small_now = is == glyph::lower;
            if (inside_.words == 0) inside_.capital_first = is != glyph::lower;
            ++inside_.words;  // (no more than `glance` has)
        }
        ++inside_.letters;
    }
    // Small ASCII letters inside a word. Gives how many.
    constexpr size_t more_quoted_letters(const view& text) noexcept {
        const size_t size = scan::small_letters(text.data, text.size);
        inside_.letters = static_cast<uint8_t>(inside_.letters + size);
        inside_.last = glyph::lower;
        return size;
    }
    // The last sign that is no blank or quotation mark, of the last bytes of a text.
    constexpr void see_end(const view& text) noexcept {
        end_quoted_word();
        size_t end = text.size;
        while (end > 0 && text.size - end < 16) {
            size_t at = end - 1;
            while (at > 0 && is_follower(static_cast<uint8_t>(text[at]))) --at;
            const glyph is = glyph_of(decode(text.data + at, end - at).point);
            end = at;
            if (is == glyph::blank || is == glyph::quote || is == glyph::nothing) continue;
            inside_.last = is;
            break;
        }
        Limits::steps(text.size - end);
    }

    static constexpr uint8_t most_strange = 8;   // signs beyond ASCII in a row that are no letters
    static constexpr uint8_t glance = 96;        // bytes; eight words in most languages
    static constexpr offset longest_label = 40;  // bytes
    constexpr void look_for_label(glyph is, offset place, uint8_t size) noexcept {
        if (is == glyph::upper) {
            if (inside_.label == inside_quotation::starts) inside_.label_begin = place;
            inside_.label = inside_quotation::in_label;
            inside_.label_end = place + size;
            return;
        }
        const bool more = is == glyph::blank || is == glyph::stop || is == glyph::dash;
        if (more && place - inside_.label_begin < longest_label) return;
        const bool found = is == glyph::colon && inside_.label == inside_quotation::in_label &&
                           inside_.label_end - inside_.label_begin > 1;
        inside_.label = found ? inside_quotation::has_label : inside_quotation::no_label;
        inside_.label_colon = place;
        inside_.colon_size = size;
    }
    constexpr void end_quoted_word() noexcept {
        if (!inside_.in_word) return;
        inside_.in_word = false;
        if (inside_.small_now && inside_.letters > 3) inside_.small_word = true;
    }

    // (Bytes first, and the large array last: see machine.hpp.)
    uint16_t long_words_ = 0;  // of more than three letters, in the block
    uint16_t capitals_ = 0;    // of these, with a capital
    uint8_t strange_ = 0;
    bool in_word_ = false;
    bool has_stop_ = false;
    bool was_stop_ = false;  // after the last word, and it may have ended the sentence
    int32_t count_ = 0;
    int32_t first_ = 0;      // of the tokens that are there
    offset last_begin_ = 0;  // where the last token begins
    offset begin_ = 0;  // of the word that is being read
    offset end_ = 0;    // after its last letter
    offset joint_at_ = 0;
    offset end_stop_ = 0;   // where the stop stands that may have ended the sentence
    code_point joint_ = 0;  // read after a letter; the next letter makes it part of the word
    word_form word_;  // that is being read
    inside_quotation inside_;
    token_page pages_[size_t{capacity} / 8];
};

}  // namespace detail
}  // namespace stet

#endif  // STET_TOKENS_HPP
