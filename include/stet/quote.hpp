// SPDX-License-Identifier: MIT
#ifndef STET_QUOTE_HPP
#define STET_QUOTE_HPP
#include "neighbours.hpp"

// quote.hpp: quotations inside a block. These sentences are part of the contract. "Before" and
// "after" are a mark's neighbours, zero-width characters and signs of direction looked through,
// behind it as far as `look` bytes show (sentence 8), its own among them; a block's edge, a line
// end, an opening mark before it and what is not seen count as blanks; ill-formed bytes, controls
// and half of a code point as letters. Brackets, slashes, commas and colons are those of ASCII.
// Closing signs are closing brackets, commas, semicolons, colons, question and exclamation marks,
// and a full stop; but not one right behind the mark that a letter, a digit, another full stop or
// anything beyond ASCII follows. A word's letters and digits are "narrow"; those of Chinese,
// Japanese and Korean stand beside marks without a blank and are not. Single marks are U+2018,
// U+2019, U+201B and U+0027; of the single rank are also U+201A and the single guillemets.
//
//  1. A mark stands like an opening one when a blank, an opening bracket, a dash or a slash is
//     before it (for double marks also an apostrophe: "d'<<echec>>") and neither a blank nor a
//     closing sign after it. It stands like a closing one when no blank and no opening bracket
//     (for double marks no apostrophe either) is before it and nothing narrow after it, a dash
//     or a slash before it having a blank or a closing sign after it.
//  2. An apostrophe is a single mark that is no quotation mark: one between narrow letters or
//     digits; and, before a word, one before two digits that no third follows ("'90s"), before
//     one consonant and a blank or hyphen ("'t is", "'s-Hertogenbosch"), before the letter n
//     alone ("'n'"), or before a word that is known to lose its beginning ("'em"). Of what is
//     beyond ASCII, U+2000 to U+2FFF ends such a word, all else goes on with it. A straight
//     double mark before the last letter of a Hebrew word is no quotation mark either.
//  3. A mark closes the innermost quotation that it can close: each opening mark has its closing
//     ones (marks.hpp). Quotations inside that one are left unclosed.
//  4. A low mark and an opening corner bracket open; a closing corner bracket closes, or is
//     text.
//  5. A left mark (U+201C, U+2018, guillemets that point left) closes if it can and does not
//     stand like an opening one, a single one only where it stands like a closing one. Else it
//     opens, unless it stands like a closing one and no letter is after it.
//  6. A right mark (U+201D, U+2019, guillemets that point right) closes if it can, a single one
//     only where it stands like a closing one. Else it opens if it stands like an opening one.
//  7. A straight mark closes the innermost quotation that it can close, if its like has opened
//     that; a single one only where it stands like a closing one. Else it opens if it stands
//     like an opening one. Else it closes what it can; else, if double, it opens if no blank or
//     closing sign is after it and not a narrow letter or digit before it alone. Else it is
//     text.
//  8. Some marks are doubted, and the next `look` bytes of the paragraph are asked for the next
//     mark of their rank, single or double, that stands like an opening or a closing one. It
//     must be seen with what is behind it, a single one with eight bytes. Before it, a doubted
//     mark that would open counts as a blank, and one that would close does not. Which apostrophe
//     is a mark is not known there: behind
//     one a double mark stands like an opening one if something narrow is after it, else like a
//     closing one. In a block longer than Limits::heading the paragraph ends for this with the
//     line, if that ends like a sentence or an empty line follows.
//     a. A single mark that would close behind a letter may be an apostrophe ("the teachers'
//        pay"), a double one behind a digit, an apostrophe or a prime an inch sign. It is, if
//        the next such mark closes, and no double one that closes the outermost quotation, which
//        the single one is not, stands before that.
//        Marks behind an s or a digit are as doubtful and are passed over; where a closing sign
//        follows the mark, so are all behind a letter. Nothing is doubted that would close the
//        next outer quotation as well.
//     b. U+2019, and U+0027 before a small letter, open outside of quotations only if the next
//        such mark closes, U+0027 also if there is none in so many bytes; and U+2019 not in a
//        text that another mark has opened a quotation in. Before what sentence 2 calls the rest
//        of a word, U+2018 and U+0027 open outside of quotations only, if the next one closes
//        behind no letter or digit. A paragraph that ends sooner has no such mark; "none in so
//        many bytes" is said of a longer one.
//     c. U+201C, U+201D and U+0022 with a blank on both sides open if the next one closes, or
//        stands between blanks; at a block's beginning, and U+201C anywhere, also if there is
//        none in so many bytes.
//  9. Two apostrophes in a row are one double mark; they open in a text that has opened a
//     quotation with them, or with no other double mark but U+0022. The first ones of a text do
//     not open where the next ones of the line, in `look` bytes, stand behind something narrow,
//     as in a few words with no end mark: that is how wikis set italics. U+2018 and U+201B twice
//     in a row are U+201C. The mark U+201C or U+0022, or one that counts like them (marks.hpp),
//     twice in a row is one mark, where it cannot close the innermost quotation and no blank is
//     behind it; one that it opened is closed by any mark twice in a row that closes it. Of three
//     apostrophes in a row the first one closes a single quotation, without a doubt.
// 10. U+201C inside a quotation that U+0022 opened at the block's beginning leaves that one
//     unclosed, in a text that U+201C has opened quotations in.
// 11. A dash (U+2013 to U+2015) at a block's beginning opens a dialogue: one with a capital, an
//     opening question or exclamation mark or an ellipsis behind it, or with a blank and one of
//     these in a text that neither U+201C, U+0022 nor two apostrophes have opened a quotation
//     in; but not where the line ends within 56 bytes behind the dash without an end mark. A dash
//     then ends the piece where the narration begins: with a blank before and a letter or digit
//     behind it; or, where blanks stand behind the dashes, with a blank before it and a small
//     letter behind, in Cyrillic only after a closing sign or an end mark. The next dash with no
//     blank before it, or where blanks stand behind the dashes with blanks on both sides, opens the
//     next piece. The paragraph's end is the regular end of the last one.
// 12. A block's end closes every quotation as unclosed. If it was a paragraph or a block quote,
//     and the next block is a paragraph that begins with an opening mark, its quotation is
//     continued. A quotation is the whole of its block, if no more than one full stop, comma or
//     semicolon stands behind it; in a block longer than Limits::heading, nor eight blanks.
// 13. No more than Limits::depth quotations are open; a mark that would open one more is text.
// 14. The provisional class is `direct`, unless the quotation looks like a name or a title: its
//     first word and every word of more than three letters begin with a capital, no comma or
//     colon stands before its mark, and it is one word with no end mark inside the closing mark,
//     or two or three words, or more with no end mark inside. (End marks are a comma and what
//     ends a sentence.) Unclosed and continued quotations and dialogues are direct. Words are
//     counted over 96 bytes of text; those of a nested quotation from the outermost one's mark on.

namespace stet {
namespace detail {

// (In eight bytes: its sign is one of those of marks.hpp, by its place there.)
struct open_quote {
    constexpr open_quote() noexcept : open_quote(0) {}
    constexpr explicit open_quote(offset at) noexcept
        : begin(at), closed_by(0), sign_place(0), continued(false), begins_block(false),
          doubled(false) {}

    offset begin;
    uint32_t closed_by : 20;  // a sign_set
    uint32_t sign_place : 5;
    uint32_t continued : 1;
    uint32_t begins_block : 1;  // it stands at its block's beginning
    uint32_t doubled : 1;       // its mark stood twice

    // That opened it.
    constexpr sign_set sign() const noexcept { return sign_set{1} << sign_place; }
    constexpr void set(sign_set opened, sign_set closes) noexcept {
        uint32_t place = 0;
        for (uint32_t half = 16; half != 0; half /= 2)
            place += opened >> place >= sign_set{1} << half ? half : 0;
        sign_place = place & 31u;
        closed_by = closes & 0xFFFFFu;
    }
};
static_assert(speech_dash == sign_set{1} << 19, "all signs fit in 20 bits");

// The words of a quotation, as far as its class depends on them: counted over its first
// `glance` bytes.
class quoted_words {
public:
    constexpr quoted_words() noexcept {}
    constexpr explicit quoted_words(offset at) noexcept : seen_(static_cast<uint8_t>(at)) {}

    static constexpr uint8_t glance = 96;  // bytes; eight words in most languages

    constexpr void start(code_point before) noexcept {
        seen_ = words_ = letters_ = 0;
        small_word_ = false;
        announced_ = before == ',' || before == ':';
    }

    template <class Limits> constexpr void see(const view& text) noexcept {
        const size_t unseen = size_t{glance} - seen_;
        const size_t most = detail::lesser(text.size, unseen);
        size_t i = 0;
        for (; i < most && !small_word_; ++i) {
            if (letters_ != 0) {  // most bytes are small letters inside a word
                const size_t begin = i;
                i += scan::small_letters(text.data + i, most - i);
                letters_ = static_cast<uint8_t>(letters_ + (i - begin));
                small_word_ = !capital_ && letters_ > 3;
                if (i == most || small_word_) break;
            }
            const uint8_t one = static_cast<uint8_t>(text[i]);
            const bool is_ascii = one < 0x80;
            if (is_ascii && !is_ascii_letter(one) && !(one >= '0' && one <= '9')) {
                if (one != '\'' && one != '-' && one != '.') end_word();
                continue;
            }
            if (is_follower(one)) continue;
            if (!is_ascii || letters_ == 0) {
                const code_point point =
                    is_ascii ? one : decode(text.data + i, text.size - i).point;
                if (!is_ascii && !is_any_letter(point)) {
                    if (!is_transparent(point) && point != 0x2019) end_word();
                    continue;
                }
                if (letters_ == 0) {
                    capital_ = is_upper(point) || is_digit(point);
                    ++words_;
                }
            }
            ++letters_;
            small_word_ = !capital_ && (words_ == 1 || letters_ > 3);
        }
        seen_ = static_cast<uint8_t>(seen_ + i);
        Limits::steps(i);
    }

    constexpr void end_word() noexcept { letters_ = 0; }

    // Sentence 14.
    constexpr quote_class judge(code_point last) noexcept {
        if (small_word_ || announced_ || words_ == 0) return quote_class::direct;
        const bool end_mark = last == ',' || ends_sentence(last);
        if (words_ == 1 || words_ > 3)
            return end_mark ? quote_class::direct : quote_class::unattributed;
        return quote_class::unattributed;
    }

private:
    uint8_t seen_ = 0;
    uint8_t words_ = 0;
    uint8_t letters_ = 0;
    bool small_word_ = false;  // the first word, or one of more than three letters, has no capital
    bool capital_ = false;
    bool announced_ = false;
};

// A place of the article where a mark is decided.
struct mark_place {
    view text;                // from the mark on
    offset place;             // of the mark
    code_point before;        // 0 at the block's begin
    bool all;                 // `text` is all that may be looked at
    bool one_paragraph;       // it is all of one paragraph

    constexpr mark_place(const view& from_mark, offset at, code_point stands_before, bool whole,
                         bool in_one_paragraph) noexcept
        : text(from_mark),
          place(at),
          before(stands_before),
          all(whole),
          one_paragraph(in_one_paragraph) {}

    constexpr view behind(const mark_at_hand& mark) const noexcept {
        return {text.data + mark.size, text.size - mark.size};
    }
    // Which bytes must be there that are not, up to the end of the code point behind the mark;
    // 0 if they are.
    constexpr size_t lacks(const mark_at_hand& mark) const noexcept {
        const size_t behind_it = text.size - mark.size;
        const size_t whole =
            behind_it == 0 ? 1u : announced_size(static_cast<uint8_t>(text[mark.size]));
        return all || behind_it >= whole ? 0 : mark.size + whole;
    }
};

}  // namespace detail

// The quotations of a block: what a mark does, and which are open.
template <class Limits = default_limits> class quotations {
public:
    static constexpr bool enabled = true;

    constexpr quotations() noexcept {}
    // With an argument, so that nothing is cleared as a whole, which would call memset.
    constexpr explicit quotations(offset at) noexcept
        : quotations(at, typename detail::count_to<Limits::depth>::type{}) {}

    // Bytes, the mark's own among them, that a doubted mark may ask for: two lines.
    static constexpr size_t look = detail::lesser<size_t>(Limits::next, 128);

    // What the mark at the front of `text` does here.
    //   Requires: `at` shows `look` bytes, or all that there are in the article (`at.all`).
    //   Gives:    0 when `mark` is decided, else how many bytes that takes; at most `look`.
    //   Cost:     each byte is looked at once for single and once for double marks.
    constexpr size_t decide(const detail::mark_place& at, detail::mark_at_hand& mark) noexcept {
        using namespace detail;
        const code_point before = at.before;
        start_mark();
        mark.read(at.text);
        if (const size_t needs = at.lacks(mark)) return needs;
        if (closes_single_first(at, mark)) one_apostrophe(mark);
        if ((mark.sign & spaced_signs) != 0 && mark.size <= 3) take_twice(at, mark);
        if (const size_t needs = at.lacks(mark)) return needs;
        const view rest = at.behind(mark);
        const code_point after = after_mark(rest, at.all);
        if (after == 0 && !at.all) return look;
        if (after == '.' && !at.all && rest.size < 2) return mark.size + 2u;
        // (With nothing between them.)
        if (doubled_ && !closes_innermost(mark.sign) && is_blank(after)) return 0;
        const bool single = (mark.sign & single_signs) != 0;
        const bool unpaired = (mark.sign & (single_signs | apostrophes)) != 0;
        if (unpaired && is_narrow(before) && is_narrow(after)) return 0;
        if (single && is_narrow(after) && !at.all && rest.size < elided_most)
            return mark.size + elided_most;
        if (mark.sign == straight && is_hebrew(before) && is_hebrew(after)) {
            const code_point next = second_hebrew(rest, at.all);
            if (next == 0 && !at.all) return look;
            if (!is_hebrew(next)) return 0;
        }
        const standing stands(before, after, single);
        const bool closes = find(mark.sign) && (!single || stands.closing);
        const bool lone = is_blank(before) && is_blank(after) && (mark.sign & spaced_signs) != 0;
        const mark_action action = lone && !closes
                                       ? mark_action::open
                                       : by_side(mark, rest, before, after, stands, closes);
        const bool fits = depth_ != Limits::depth || leaves_straight(mark.sign);
        if (action != mark_action::open || fits) mark.action = action;
        return 0;
    }

    // The commonest marks: a double one that opens before a word of ASCII, or closes behind one.
    // Says what decide() and doubt() would, without their questions; false where it takes these.
    constexpr bool decides_plainly(const detail::mark_place& at,
                                   detail::mark_at_hand& mark) noexcept {
        using namespace detail;
        start_mark();
        if (!reads_plainly(at.text, mark)) return false;
        const bool at_end = at.text.size == mark.size;
        const auto after = at_end ? uint8_t{'\n'} : static_cast<uint8_t>(at.text[mark.size]);
        if (at_end && !at.all) return false;
        if (depth_ == 0) {
            if ((at.before != ' ' && at.before != 0) || !is_ascii_letter(after)) return false;
            if (mark.sign == apostrophes && (seen_signs_ & apostrophes) == 0) return false;
            mark.action = mark_action::open;
        } else {
            const open_quote& inner = open_[depth_ - 1];
            const bool behind_word =
                at.before < 0x80 &&
                (is_ascii_letter(static_cast<uint8_t>(at.before)) || at.before == ',' ||
                 at.before == '.' || at.before == '?' || at.before == '!');
            const bool ends_word = after == ' ' || after == '\n' || after == ',' || after == ';';
            if ((inner.closed_by & mark.sign) == 0 || inner.doubled || !behind_word || !ends_word)
                return false;
            target_ = static_cast<uint8_t>(depth_ - 1);
            mark.action = mark_action::close;
        }
        return true;
    }

    // Doubts what decide() has said the mark does: it may do nothing after all.
    //   Gives: as decide(). (Apart, so that both do not take stack at once.)
    constexpr size_t doubt(const detail::mark_place& at, detail::mark_at_hand& mark) noexcept {
        using namespace detail;
        const mark_action action = mark.action;
        mark.action = mark_action::none;
        const doubts asked =
            action == mark_action::close ? of_closing(at, mark) : of_opening(at, mark);
        if (asked.sure_if != always) {
            if (asked.sure_if == never) return 0;
            if (!at.all) return look;
            const bool sure = mark.sign == apostrophes ? apostrophes_open(at, mark)
                                                       : answers(at, mark, asked);
            if (!sure) return 0;
        }
        mark.action = action;
        if (action == mark_action::open && leaves_straight(mark.sign)) target_ = none_open;
        return 0;
    }

    // What a dash does here: sentence 11. As decide(); `word_before` is the last code point
    // before it that is no blank.
    constexpr size_t decide_dash(const detail::mark_place& at, code_point word_before,
                                 bool begins_block, detail::mark_at_hand& mark) noexcept {
        using namespace detail;
        start_mark();
        mark.action = mark_action::none;
        mark.size = 3;
        mark.sign = speech_dash;
        mark.closed_by = 0;
        if (!at.all && at.text.size < dash_and_word) return dash_and_word;
        const view rest = at.behind(mark);
        const code_point after = first_visible(rest, at.all);
        const bool blank_after = is_blank(after);
        const code_point word = first_word(rest);
        if (word == 0 && !at.all) return look;
        if (begins_block) {
            tight_ = !blank_after;
            const bool starts = is_upper(word) || word == 0xBF || word == 0xA1 || word == 0x2026;
            const bool may_begin = starts && (tight_ || !quotes_in_english());
            if (may_begin && !at.all) return look;  // behind a long ">"
            dialogue_ = may_begin && !is_label(rest);
            if (dialogue_) mark.action = mark_action::open;
        } else if (depth_ == 0) {
            const bool resumes = tight_ ? !is_blank(at.before) : is_blank(at.before) && blank_after;
            if (resumes) mark.action = mark_action::open;
        } else if (depth_ == 1 && open_[0].sign() == speech_dash && is_blank(at.before)) {
            const bool lower = is_lower(word);
            const bool ends = tight_ ? !blank_after && is_any_letter(after)
                                     : blank_after && lower &&
                                           (!is_cyrillic(word) || is_closing_sign(word_before) ||
                                            ends_sentence(word_before));
            if (ends) mark.action = mark_action::end;
        }
        return 0;
    }

    // Is this sign no quotation mark between letters?
    static constexpr bool is_apostrophe(code_point sign) noexcept {
        return sign == '\'' || sign == 0x2019 || sign == 0x2018;
    }

    constexpr void open(offset begin, detail::sign_set sign, detail::sign_set closed_by,
                        code_point before, bool continued, bool begins_block) noexcept {
        using namespace detail;
        if (depth_ == 0) {
            words_.start(before);
            looked_until_[6] = looked_until_[7] = 0;  // its marks may be others
        }
        words_.end_word();
        seen_signs_ |= sign;
        open_quote& top = open_[depth_];
        top.begin = begin;
        top.set(sign, closed_by);
        top.continued = continued;
        top.begins_block = begins_block;
        top.doubled = doubled_;
        ++depth_;
    }
    constexpr const detail::open_quote& innermost() const noexcept { return open_[depth_ - 1]; }
    constexpr uint8_t depth() const noexcept { return depth_; }
    constexpr void pop() noexcept {
        --depth_;
        words_.end_word();
    }

    // A new block begins.
    constexpr void begin_block() noexcept { dialogue_ = false; }

    // Was this block begun by a dash that opened a dialogue?
    constexpr bool in_dialogue() const noexcept { return dialogue_; }

    constexpr void restart() noexcept {
        depth_ = 0;
        seen_signs_ = 0;
        for (offset& each : looked_until_) each = 0;
    }

    // Is the innermost quotation inside the one that the last closing mark closes?
    constexpr bool above_target() const noexcept { return depth_ > target_ + 1; }
    // Does the last opening mark leave the innermost quotation unclosed?
    constexpr bool above_opening() const noexcept { return target_ == none_open && depth_ != 0; }

    constexpr void see(const view& text) noexcept {
        if (depth_ != 0) words_.template see<Limits>(text);
    }
    constexpr void see_break() noexcept { words_.end_word(); }

    constexpr quote_class judge(code_point last) noexcept { return words_.judge(last); }

private:
    static constexpr size_t label_most = 56;        // bytes
    static constexpr size_t dash_and_word = 12;    // bytes: a dash, a blank and a code point
    static constexpr uint8_t none_open = 0xFF;

    template <size_t... Each>
    constexpr quotations(offset at, detail::indices<Each...>) noexcept
        : quotations(at, static_cast<uint8_t>(at), detail::indices<Each...>()) {}
    // (What is found says nothing before something was looked through: any byte will do.)
    template <size_t... Each>
    constexpr quotations(offset at, uint8_t any, detail::indices<Each...>) noexcept
        : looked_until_{at, at, at, at, at, at, at, at},
          found_{any, any, any, any, any, any, any, any}, words_(at),
          open_{(static_cast<void>(Each), detail::open_quote(at))...} {}

    // Reads a mark that decides_plainly() knows: U+201C to U+201F, a straight one, two apostrophes.
    // (As mark.read() does, which knows all of them and takes twice as long.)
    static constexpr bool reads_plainly(const view& text, detail::mark_at_hand& mark) noexcept {
        using namespace detail;
        const auto first = static_cast<uint8_t>(text[0]);
        if (first == '\'') {
            mark.size = 2;
            mark.sign = apostrophes;
            mark.closed_by = apostrophes_closed_by;
            return text.size > 1 && text[1] == '\'';
        }
        const bool curly = text.size >= 3 && first == 0xE2 && (text[2] & '\xFC') == '\x9C';
        if (!curly && first != '"') return false;
        const uint32_t point = curly ? 0x2000u + (static_cast<uint8_t>(text[2]) - 0x80u) : 0x22u;
        const sign_pair row = row_of(point);
        mark.size = curly ? 3 : 1;
        mark.sign = row.sign;
        mark.closed_by = row.closed_by;
        return true;
    }

    // Sentences 4 to 7.
    constexpr detail::mark_action by_side(const detail::mark_at_hand& mark, const view& rest,
                                          code_point before, code_point after,
                                          const detail::standing& stands,
                                          bool closes) const noexcept {
        using namespace detail;
        const bool single = (mark.sign & single_signs) != 0;
        const bool elided =
            single && stands.opening && is_elided(rest) && !may_open_elided(mark.sign);
        if ((mark.sign & opening_signs) != 0) return mark_action::open;
        if ((mark.sign & closing_signs) != 0)
            return closes ? mark_action::close : mark_action::none;
        const auto open_if = [](bool opens) {
            return opens ? mark_action::open : mark_action::none;
        };
        if ((mark.sign & left_signs) != 0) {
            if (closes && !stands.opening) return mark_action::close;
            const bool elision = before == '\'' || before == 0x2019;  // "d'" before a guillemet
            return open_if((!stands.closing || is_any_letter(after) || (elision && !single)) &&
                           !elided);
        }
        if (closes && ((mark.sign & right_signs) != 0 || own(mark.sign))) return mark_action::close;
        if (stands.opening && !elided) return mark_action::open;
        if (closes) return mark_action::close;
        return open_if((mark.sign & right_signs) == 0 && !single && !is_blank(after) &&
                       !is_closing_sign(after) && !(is_narrow(before) && !is_narrow(after)));
    }

    // ---- doubted marks: sentences 8 and 9 ----

    // A doubted mark does what it seems to when the next mark of its rank is one of these.
    struct doubts {
        uint8_t sure_if;  // a bit for each next_mark::is
        bool single = false;
        detail::next_mark::trust least = detail::next_mark::any;
        detail::sign_set outer = 0;
        code_point front = ' ';  // what the mark is for the next one: one that opens, a blank

        constexpr explicit doubts(unsigned bits, bool of_single = false) noexcept
            : sure_if(static_cast<uint8_t>(bits)), single(of_single) {}
    };
    static constexpr uint8_t never = 0;
    static constexpr uint8_t always = 0xFF;
    static constexpr unsigned if_none_so_far = 1u << detail::next_mark::none_so_far;
    static constexpr unsigned if_closes = 1u << detail::next_mark::closes;
    static constexpr unsigned if_lone = 1u << detail::next_mark::lone;
    static constexpr unsigned if_not_closes = 0x7Fu & ~if_closes;

    // Is the next mark one of them? At the article's end, what is not there is not there at all.
    // Bytes that an earlier search of the same kind has looked through are not looked through
    // again, nor is a mark that it has found behind a visible sign of them.
    constexpr bool answers(const detail::mark_place& at, const detail::mark_at_hand& mark,
                           const doubts& asked) noexcept {
        using namespace detail;
        const view rest = at.behind(mark);
        const offset first = at.place + mark.size;
        const size_t kind =
            asked.outer != 0 ? size_t{5} + asked.least : (asked.single ? 0u : 3u) + asked.least;
        offset& known = looked_until_[kind];
        const bool passed = known > first && known - first <= rest.size;
        if (passed && known - first < rest.size && found_[kind] > next_mark::none_so_far)
            return (asked.sure_if >> found_[kind] & 1u) != 0;
        const next_mark next(rest, asked.front, passed ? known - first : 0u, asked.single,
                             asked.least, asked.outer, at.one_paragraph, at.text.size < look);
        Limits::steps(next.looked);
        known = first + static_cast<offset>(next.place);
        found_[kind] = next.is;
        return (asked.sure_if >> next.is & 1u) != 0;
    }

    constexpr doubts of_closing(const detail::mark_place& at,
                                const detail::mark_at_hand& mark) const noexcept {
        using namespace detail;
        const code_point before = at.before;
        const bool single = (mark.sign & single_signs) != 0;
        const bool prime = before == '\'' || before == 0x2019 || before == 0x2032;
        const bool doubted = single ? is_narrow(before) && is_letter(before)
                                    : is_digit(before) || prime;
        // (A single mark that stands twice is the first of three.)
        const bool again = single && stands_at(at.text, mark.size, at.text, mark.size);
        if (!doubted || again || open_[target_].sign() == apostrophes ||
            (mark.sign & (single_signs | straight | right_double)) == 0 ||
            (target_ != 0 && (open_[target_ - 1].closed_by & mark.sign) != 0))
            return doubts(always);
        doubts asked(if_not_closes, single);
        asked.front = neighbour_of(decode(at.text.data, at.text.size).point);
        if (single && depth_ > 1) asked.outer = open_[0].closed_by & ~single_signs;
        const bool sign_after = is_closing_sign(after_mark(at.behind(mark), true));
        asked.least = sign_after ? next_mark::sure : next_mark::doubted;
        return asked;
    }

    constexpr doubts of_opening(const detail::mark_place& at,
                                const detail::mark_at_hand& mark) const noexcept {
        using namespace detail;
        const view rest = at.behind(mark);
        const code_point after = after_mark(rest, at.all);
        if ((mark.sign & spaced_signs) != 0 && is_blank(at.before) && is_blank(after))
            return doubts(if_closes | if_lone |
                          (at.before == 0 || mark.sign == left_double ? if_none_so_far : 0u));
        if (mark.sign == apostrophes) {
            if ((seen_signs_ & apostrophes) != 0) return doubts(always);
            return doubts((seen_signs_ & ~(single_signs | straight)) != 0 ? never : if_closes);
        }
        if (may_open_elided(mark.sign) && is_elided(rest)) {
            doubts asked(if_closes, true);
            asked.least = next_mark::sure;
            return asked;
        }
        const bool right = mark.sign == right_single;
        if (depth_ != 0 || (!right && (mark.sign != apostrophe || !is_lower(after))))
            return doubts(always);
        if (right && (seen_signs_ & ~right_single) != 0) return doubts(never);
        return doubts(right ? if_closes : if_closes | if_none_so_far, true);
    }

    // Outside of quotations, a mark before what may be an elided word is doubted.
    constexpr bool may_open_elided(detail::sign_set sign) const noexcept {
        return depth_ == 0 && (sign & (detail::left_single | detail::apostrophe)) != 0;
    }

    // Two apostrophes open unless the next two in the line stand behind a word.
    static constexpr bool apostrophes_open(const detail::mark_place& at,
                                           const detail::mark_at_hand& mark) noexcept {
        using namespace detail;
        const view rest = at.behind(mark);
        size_t i = 0;
        while (i < rest.size && last_line_end_size(rest.data + i, rest.size - i) == 0 &&
               !stands_at(rest, i, at.text, mark.size))
            ++i;
        Limits::steps(i);
        return !(stands_at(rest, i, at.text, mark.size) &&
                 is_narrow(last_visible(rest.data, i, ' ')));
    }

    // Do the first `size` bytes of `sign` stand there?
    static constexpr bool stands_at(const view& text, size_t place, const view& sign,
                                    size_t size) noexcept {
        if (text.size - place < size) return false;
        for (size_t i = 0; i < size; ++i)
            if (text[place + i] != sign[i]) return false;
        return true;
    }

    // ---- single cases ----

    // Of three apostrophes, the first closes a single quotation.
    constexpr bool closes_single_first(const detail::mark_place& at,
                                       const detail::mark_at_hand& mark) const noexcept {
        using namespace detail;
        if (mark.sign != apostrophes || depth_ == 0) return false;
        const sign_set first = at.text[0] == '\'' ? apostrophe : right_single;
        return (open_[depth_ - 1].closed_by & first) != 0 &&
               stands_at(at.text, mark.size, at.text, mark.size / 2u);
    }
    constexpr void one_apostrophe(detail::mark_at_hand& mark) const noexcept {
        using namespace detail;
        mark.size = static_cast<uint8_t>(mark.size / 2u);
        mark.sign = mark.size == 1 ? apostrophe : right_single;
        mark.closed_by = row_of(mark.size == 1 ? 0x27 : 0x2019).closed_by;
    }

    // A double mark twice in a row is one.
    constexpr void take_twice(const detail::mark_place& at, detail::mark_at_hand& mark) noexcept {
        if (closes_innermost(mark.sign) ? !open_[depth_ - 1].doubled
                                        : mark.sign == detail::right_double)
            return;
        if (!mark.stands_again(at.text)) return;
        mark.size = static_cast<uint8_t>(2 * mark.size);
        doubled_ = true;
    }
    constexpr bool closes_innermost(detail::sign_set sign) const noexcept {
        return depth_ != 0 && (open_[depth_ - 1].closed_by & sign) != 0;
    }

    // What stands behind the Hebrew letter that is the first thing seen in `rest`: 0xD7 and a byte.
    static constexpr code_point second_hebrew(const view& rest, bool all) noexcept {
        size_t i = 0;
        while (rest[i] != '\xD7') ++i;
        return detail::first_visible({rest.data + i + 2, rest.size - i - 2}, all);
    }

    constexpr bool leaves_straight(detail::sign_set sign) const noexcept {
        using namespace detail;
        return sign == left_double && depth_ == 1 && open_[0].sign() == straight &&
               open_[0].begins_block && (seen_signs_ & left_double) != 0;
    }

    constexpr bool quotes_in_english() const noexcept {
        using namespace detail;
        return (seen_signs_ & (left_double | straight | apostrophes)) != 0;
    }

    // The first code point that is no blank and no line end; 0 where none is seen whole.
    static constexpr code_point first_word(const view& rest) noexcept {
        using namespace detail;
        size_t i = 0;
        while (i < rest.size) {
            const decoded at = decode(rest.data + i, rest.size - i);
            if (at.form != decoded::well) return at.form == decoded::ill ? noted : code_point{0};
            const code_point seen = neighbour_of(at.point);
            if (!is_blank(seen) && !is_transparent(seen)) return seen;
            i += at.size;
        }
        return 0;
    }

    // Does the line end soon, before a line could be wrapped, and not like a sentence?
    static constexpr bool is_label(const view& rest) noexcept {
        const size_t found = detail::find_line_end(rest.data, rest.size);
        const bool ends = detail::last_line_end_size(rest.data + found, rest.size - found) != 0;
        // (What may be a line end, cut short, is none.)
        const size_t line = ends ? found : rest.size;
        if (line >= label_most || (!ends && line + 3 >= look)) return false;
        return !detail::ends_sentence(detail::last_of_words(rest.data, line, 0));
    }

    constexpr void start_mark() noexcept {
        target_ = 0;
        doubled_ = false;
    }
    // Looks for the innermost quotation that this mark can close; remembers where it is.
    constexpr bool find(detail::sign_set sign) noexcept {
        for (uint8_t i = depth_; i > 0; --i) {
            if ((open_[i - 1].closed_by & sign) == 0) continue;
            target_ = static_cast<uint8_t>(i - 1);
            return true;
        }
        return false;
    }
    constexpr bool own(detail::sign_set sign) const noexcept {
        return open_[target_].sign() == sign;
    }

    // (Bytes first: see machine.hpp.)
    uint8_t depth_ = 0;
    uint8_t target_ = 0;
    bool doubled_ = false;    // the mark at hand is doubled
    bool dialogue_ = false;   // this block was begun by a dash
    bool tight_ = false;      // with no blank behind it
    detail::sign_set seen_signs_ = 0;  // that have opened a quotation of this text
    // Nothing decides before it: by rank and trust; last those of a search that the outermost
    // quotation's marks end, too, which trusts no less than `doubted`.
    offset looked_until_[8] = {};
    uint8_t found_[8] = {};  // what stands there
    detail::quoted_words words_;
    detail::open_quote open_[Limits::depth];
};

// A machine without quotations: their marks are text. `reader<default_limits, no_quotations>`.
struct no_quotations {
    static constexpr bool enabled = false;

    constexpr no_quotations() noexcept {}
    constexpr explicit no_quotations(offset) noexcept {}
    constexpr void restart() noexcept {}
};

}  // namespace stet

#endif  // STET_QUOTE_HPP
