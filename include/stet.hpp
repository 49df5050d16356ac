// SPDX-License-Identifier: MIT
// stet: says what each part of a news article is.
// Generated from stet/*.hpp by tests/single_header/amalgamate.py: change those.
//
// MIT License
//
// Copyright (c) 2026 the stet authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#ifndef STET_CONFIG_HPP
#define STET_CONFIG_HPP

#include <stddef.h>  // size_t
#include <stdint.h>  // uint8_t, uint16_t, uint32_t

// config.hpp: the version, the one assertion, and what is known of the compiler.
// Nothing here has to be set by a user. (scan.hpp has the other `#if`: vectors.)

#define STET_VERSION_MAJOR 0
#define STET_VERSION_MINOR 1
#define STET_VERSION_PATCH 0

// Guards stet's own beliefs in its own tests; it is never an assumption made to the
// optimiser. By default the condition is compiled and not run.
#ifndef STET_ASSERT
#define STET_ASSERT(condition) static_cast<void>(sizeof(condition))
#endif

#if !defined(__cplusplus) || (__cplusplus < 201703L && !defined(_MSVC_LANG))
#error "stet needs C++17: compile with -std=c++17 or later"
#endif

#endif  // STET_CONFIG_HPP

#ifndef STET_NUMBER_HPP
#define STET_NUMBER_HPP

// number.hpp: numbers that stay within their bounds.

namespace stet {
namespace detail {

template <class Number> constexpr Number lesser(Number one, Number other) noexcept {
    return one < other ? one : other;
}

template <class Number> constexpr Number greater(Number one, Number other) noexcept {
    return other < one ? one : other;
}

// By how much the one is more than the other; 0 if it is not.
template <class Number> constexpr Number excess(Number one, Number other) noexcept {
    return one - lesser(one, other);
}

// The number, or the most that a byte can say.
constexpr uint8_t to_byte(size_t number) noexcept {
    return static_cast<uint8_t>(lesser<size_t>(number, 0xFF));
}

// One more, as far as a byte can say.
constexpr void count_up(uint8_t& number) noexcept { number = to_byte(number + size_t{1}); }

}  // namespace detail
}  // namespace stet

#endif  // STET_NUMBER_HPP

#ifndef STET_VIEW_HPP
#define STET_VIEW_HPP

// view.hpp: bytes that somebody else owns, and where they stand in the article.

namespace stet {

// A distance in bytes from the first byte of the article, a byte order mark included.
// 32 bits: an article ends at 4 GiB - 1 (see note_reason::too_long).
using offset = uint32_t;

namespace detail {
template <class Type> Type& declared() noexcept;  // for decltype only

// count_to<3>::type is indices<0, 1, 2>: to set an array element by element. (By halves, which
// the compiler makes in a few steps.)
template <size_t... Each> struct indices {};
template <class Left, class Right> struct one_after_the_other;
template <size_t... Left, size_t... Right>
struct one_after_the_other<indices<Left...>, indices<Right...>> {
    using type = indices<Left..., (sizeof...(Left) + Right)...>;
};
template <size_t Count> struct count_to {
    using type = typename one_after_the_other<typename count_to<Count / 2>::type,
                                              typename count_to<Count - Count / 2>::type>::type;
};
template <> struct count_to<0> { using type = indices<>; };
template <> struct count_to<1> { using type = indices<0>; };

}  // namespace detail

struct view;
namespace detail {
constexpr size_t readable(const view& text) noexcept;
}

// `size` bytes at `data`, not owned, not terminated. Made from anything that has data()
// and size(): std::string, std::string_view, std::vector<char>, an array of your own.
// Behind a null pointer there are no bytes to read, whatever `size` says.
struct view {
    const char* data = nullptr;
    size_t size = 0;

    constexpr view() noexcept {}
    constexpr view(const char* bytes, size_t count) noexcept : data(bytes), size(count) {}

    // A string literal, or an array of char: all of it but one closing NUL.
    template <size_t Size>
    constexpr view(const char (&array)[Size]) noexcept
        : data(array), size(array[Size - 1] == '\0' ? Size - 1 : Size) {}

    template <class Text,
              class = decltype(static_cast<const char*>(detail::declared<const Text>().data())),
              class = decltype(static_cast<size_t>(detail::declared<const Text>().size()))>
    constexpr view(const Text& text) noexcept : data(text.data()), size(text.size()) {}

    constexpr const char* begin() const noexcept { return data; }
    constexpr const char* end() const noexcept { return data + detail::readable(*this); }
    constexpr bool empty() const noexcept { return size == 0; }
    constexpr char operator[](size_t index) const noexcept { return data[index]; }

    // The bytes from `first` up to `last`, for an event's offsets in the whole text.
    //   Gives: what of that range lies inside the view.
    constexpr view sub(size_t first, size_t last) const noexcept {
        last = detail::lesser(last, detail::readable(*this));
        first = detail::lesser(first, last);
        return {data + first, last - first};
    }
};

namespace detail {

// How many bytes can be read: behind a null pointer there are none, whatever the size.
constexpr size_t readable(const view& text) noexcept {
    return text.data == nullptr ? 0 : text.size;
}

}  // namespace detail

constexpr bool operator==(const view& left, const view& right) noexcept {
    const size_t size = detail::readable(left);
    if (size != detail::readable(right)) return false;
    for (size_t i = 0; i < size; ++i)
        if (left.data[i] != right.data[i]) return false;
    return true;
}
constexpr bool operator!=(const view& left, const view& right) noexcept { return !(left == right); }

}  // namespace stet

#endif  // STET_VIEW_HPP

#ifndef STET_LIMITS_HPP
#define STET_LIMITS_HPP

// limits.hpp: every bound of the machine, as a type. Derive from default_limits and name
// what differs; units with different limits can be linked together.
//
//     struct kiosk : stet::default_limits { static constexpr size_t window = 2048; };
//     stet::reader<kiosk> in;

namespace stet {

// All in bytes of UTF-8 but `depth`. Sized for scripts of three bytes a letter.
struct default_limits {
    // What a reader holds of the article: the look-ahead twice, so that no byte is moved
    // more than once on average. Has no influence on events.
    // Exceeded: never; prepare() hands out what is free, feed() takes that much.
    static constexpr size_t window = 1536;

    // How much of a block is read before its kind is told. 95 % of decks and all headings
    // of 980 news and web pages are shorter; 160 letters of two bytes, 106 of three.
    // Exceeded: the block is running text (a paragraph, a list item, a block quote), unless it
    // begins with "#".
    static constexpr size_t heading = 320;

    // How far past a line's end a decision looks: the next line's beginning. An apostrophe that
    // may be a quotation mark asks for at most 128 of so many bytes.
    // Exceeded: nothing is assumed to follow.
    static constexpr size_t next = 200;

    // The longest text event, so that a user's line buffer can be of fixed size.
    // Exceeded: the text is cut after its last space or tab that a word follows within so many
    // bytes, else between two code points. Just so many bytes are cut, too, but where a block of
    // no more than `heading` bytes ends with them.
    static constexpr size_t run = 256;

    // How many quotations may be open inside one another. Journalism uses two.
    // Exceeded: a deeper mark is text.
    static constexpr size_t depth = 4;

    // How far attribution looks, before an opening mark and after a closing one: 99.1 % of
    // speakers in news are named within it.
    // Exceeded: what stands farther away is not seen; the quotation may stay without speaker.
    static constexpr size_t before = 256;
    static constexpr size_t after = 256;

    // Called with the number of input bytes read, moved or compared; of what a register holds
    // at once, those up to the byte that is looked for. (Not with those of the sign before a mark
    // and of the word behind it, which are read a few times more.) Does nothing; the tests derive
    // a type that counts, to show that work is linear.
    static constexpr void steps(size_t) noexcept {}
};

namespace detail {

template <class Limits> struct checked_limits {
    static_assert(Limits::heading >= 16 && Limits::heading <= 4096,
                  "stet: Limits::heading must be 16 to 4096 bytes; a headline has about 60");
    static_assert(
        Limits::next >= 16 && Limits::next <= 4096,
        "stet: Limits::next must be 16 to 4096 bytes; 200 is what accuracy is stated for");
    static_assert(Limits::run >= 16 && Limits::run <= Limits::heading,
                  "stet: Limits::run must be 16 bytes or more, and no more than Limits::heading");
    static_assert(Limits::depth >= 1 && Limits::depth <= 15,
                  "stet: Limits::depth must be 1 to 15 quotations inside one another");
    static_assert(Limits::before >= 16 && Limits::before <= 4096 && Limits::after >= 16 &&
                      Limits::after <= 4096,
                  "stet: Limits::before and Limits::after must be 16 to 4096 bytes");
    static_assert(Limits::window >= 2 * (Limits::heading + Limits::next),
                  "stet: Limits::window must hold the look-ahead (heading + next) twice, or bytes "
                  "are moved too often; raise window");
    static_assert(Limits::window <= 0x7fffffff, "stet: Limits::window must be below 2 GiB");
    static constexpr bool ok = true;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LIMITS_HPP

#ifndef STET_EVENT_HPP
#define STET_EVENT_HPP

// event.hpp: what stet says. A `begin` and an `end` enclose structure and nest; the spans
// between them tile the bytes. The words are the trade's (IPTC NITF and schema.org names).

namespace stet {

// What an event is about.
// clang-format off
enum class kind : uint8_t {
    // structure                                                          NITF, schema.org
    headline,     // the article's title                                  hl1, headline
    deck,         // standfirst, sub-headline: between headline and body  hl2, alternativeHeadline
    byline,       // who wrote it: "By Ann Lee"                           byline, author
    timestamp,    // a line that is only a date of publication            story.date, datePublished
    section,      // a heading and all up to the next one of its level    block
    heading,      // a section's title, the crosshead                     hl2 in body
    paragraph,    // running text                                         p
    list_item,    // an item of a list                                    li
    block_quote,  // set off by ">" or by indentation                     bq
    caption,      // text of a picture, with its credit                   media-caption
    furniture,    // on the page but not of the article                   -
    dateline,     // inline, at the start of the lede: "BAKU (AP) --"     dateline
    quote,        // inline: a quotation with its marks                   q, Quotation
    // spans
    text,         // words: valid UTF-8, at most Limits::run bytes
    marker,       // bullet, list number, "#", ">", quotation mark
    soft_break,   // a line end inside a block, blanks before it and the indentation after it
    note,         // something odd: see note_reason
    // facts known later; their extent says what they are about
    attribution,  // of an outermost quotation, its final class
    speaker,      // the words that name who said it
    cue,          // the words that say that it was said: "said"
};
// clang-format on
constexpr uint8_t kind_count = 20;

enum class edge : uint8_t { span, begin, end };

// Why a note stands where it stands.
enum class note_reason : uint8_t {
    none,
    ill_formed,  // bytes that are no UTF-8: one maximal subpart (Unicode table 3-8)
    utf16,       // a byte order mark of UTF-16
    control,     // a run of C0 or C1 controls, NUL or DEL
    bidi,        // an override or isolate of the bidirectional algorithm
    unclosed,    // zero width: a quotation ends with its block, not with a mark
    too_long,    // zero width, at 4 GiB - 1 or behind the last words: the article ends here
};

// Whose words a quotation holds. Provisional at the quotation's end, final in `attribution`.
enum class quote_class : uint8_t {
    none,
    direct,        // somebody's words
    unattributed,  // a title, a term, scare quotes
};

// How a speaker is named.
enum class speaker_shape : uint8_t { none, name, pronoun, nominal };

// How sure a speaker is.
enum class speaker_evidence : uint8_t {
    none,
    near_mark,  // the cue stands at the mark
    carried,    // taken over from another piece of the same speech
    far_off,    // the cue is farther away, a bare colon, a sentence before
};

// One statement about the article: 32 bytes or less, copied freely.
// Only the fields that the event's kind has are set; the others are zero.
struct event {
    kind what = kind::headline;
    edge side = edge::span;
    uint8_t level = 0;            // section, heading: 1 to 6; "##" is 2, and so is a bare heading
    note_reason reason = note_reason::none;             // note
    quote_class quoted = quote_class::none;             // quote's end, attribution
    speaker_shape shape = speaker_shape::none;          // speaker
    speaker_evidence evidence = speaker_evidence::none; // speaker
    bool nested : 1;     // quote: inside another one
    bool continued : 1;  // quote: resumes the one that the previous paragraph left open
    bool unclosed : 1;   // quote's end: by the end of its block
    bool whole : 1;      // quote's end: it is all of its paragraph
    uint16_t index = 0;  // section: 1 is the first; stays at 65535
    offset begin = 0;    // first byte
    offset end = 0;      // one past the last byte; equal to begin at a structure's begin
    const char* data = nullptr;  // of a span's bytes

    constexpr event() noexcept : nested(false), continued(false), unclosed(false), whole(false) {}

    // The bytes of a text, marker or soft_break; empty for everything else.
    // From a reader they are valid until the next call on it.
    constexpr view text() const noexcept {
        return {data, data == nullptr ? 0 : static_cast<size_t>(end - begin)};
    }
};

namespace detail {

// Makes it this event, with nothing set but kind, side and place.
constexpr void set(event& e, kind what, edge side, offset begin, offset end) noexcept {
    e.what = what;
    e.side = side;
    e.level = 0;
    e.reason = note_reason::none;
    e.quoted = quote_class::none;
    e.shape = speaker_shape::none;
    e.evidence = speaker_evidence::none;
    e.nested = e.continued = e.unclosed = e.whole = false;
    e.index = 0;
    e.begin = begin;
    e.end = end;
    e.data = nullptr;
}

// clang-format off
constexpr const char* kind_names[kind_count] = {
    "headline", "deck", "byline", "timestamp", "section", "heading", "paragraph", "list_item",
    "block_quote", "caption", "furniture", "dateline", "quote", "text", "marker", "soft_break",
    "note", "attribution", "speaker", "cue",
};
constexpr const char* reason_names[7] = {
    "none", "ill_formed", "utf16", "control", "bidi", "unclosed", "too_long",
};
constexpr const char* class_names[3] = { "none", "direct", "unattributed" };
constexpr const char* shape_names[4] = { "none", "name", "pronoun", "nominal" };
constexpr const char* evidence_names[4] = { "none", "near", "carried", "far" };
// clang-format on
}  // namespace detail

// The names used in the standoff form and in traces; lower case, terminated.
constexpr const char* name(kind what) noexcept {
    return detail::kind_names[static_cast<uint8_t>(what)];
}
constexpr const char* name(note_reason reason) noexcept {
    return detail::reason_names[static_cast<uint8_t>(reason)];
}
constexpr const char* name(quote_class quoted) noexcept {
    return detail::class_names[static_cast<uint8_t>(quoted)];
}
constexpr const char* name(speaker_shape shape) noexcept {
    return detail::shape_names[static_cast<uint8_t>(shape)];
}
constexpr const char* name(speaker_evidence evidence) noexcept {
    return detail::evidence_names[static_cast<uint8_t>(evidence)];
}

// Is this kind a block: one of the line-based parts that a page is made of?
constexpr bool is_block(kind what) noexcept {
    return what <= kind::furniture && what != kind::section;
}

}  // namespace stet

#endif  // STET_EVENT_HPP

#ifndef STET_BYTE_CLASS_HPP
#define STET_BYTE_CLASS_HPP

// byte_class.hpp: what a byte, or a code point, means to the machine. Everything that is not
// in these tables is part of a word.

namespace stet {
namespace detail {

// Where registers are long, flash is not short: there short cuts and larger tables are worth
// their bytes.
constexpr bool is_flash_short = sizeof(size_t) < sizeof(uint64_t);

enum class meaning : uint8_t {
    plain,         // words, and blanks between them
    line_end,      // ends a line
    control,       // does not belong in text: a note
    bidi,          // reorders what follows it: a note
    quote,         // a quotation mark, or an apostrophe: quote.hpp
    dash,          // opens a dialogue at a block's beginning: quote.hpp
    beyond_ascii,  // a byte that is part of a longer code point, or of none
};

struct byte_range {
    uint8_t first, last;
    meaning is;
};

// clang-format off
constexpr byte_range byte_ranges[] = {
    //first  last  meaning                  what it is                              source
    { 0x00, 0x08, meaning::control      }, // C0, without tab                       Unicode 23.1
    { 0x0A, 0x0A, meaning::line_end     }, // LF                                    Unicode 5.8
    { 0x0B, 0x0C, meaning::control      }, // VT, FF                                Unicode 23.1
    { 0x0D, 0x0D, meaning::line_end     }, // CR, alone or before LF                Unicode 5.8
    { 0x0E, 0x1F, meaning::control      }, // C0                                    Unicode 23.1
    { 0x22, 0x22, meaning::quote        }, // QUOTATION MARK                        Unicode 6.2
    { 0x27, 0x27, meaning::quote        }, // APOSTROPHE                            Unicode 6.2
    { 0x7F, 0x7F, meaning::control      }, // DEL                                   Unicode 23.1
};

struct point_range {
    uint16_t first, last;
    meaning is;
};

constexpr point_range point_ranges[] = {
    //first    last    meaning                  what it is                            source
    { 0x0080, 0x0084, meaning::control      }, // C1                                  Unicode 23.1
    { 0x0085, 0x0085, meaning::line_end     }, // NEXT LINE                           Unicode 5.8
    { 0x0086, 0x009F, meaning::control      }, // C1                                  Unicode 23.1
    { 0x00AB, 0x00AB, meaning::quote        }, // LEFT DOUBLE GUILLEMET               Unicode 6.2
    { 0x00BB, 0x00BB, meaning::quote        }, // RIGHT DOUBLE GUILLEMET              Unicode 6.2
    { 0x2013, 0x2015, meaning::dash         }, // EN DASH, EM DASH, HORIZONTAL BAR    Unicode 6.2
    { 0x2018, 0x201F, meaning::quote        }, // single and double, high and low     Unicode 6.2
    { 0x2028, 0x2029, meaning::line_end     }, // LINE and PARAGRAPH SEPARATOR        Unicode 5.8
    { 0x202A, 0x202E, meaning::bidi         }, // embeddings, overrides, their end    UAX 9
    { 0x2039, 0x203A, meaning::quote        }, // SINGLE GUILLEMETS                   Unicode 6.2
    { 0x2066, 0x2069, meaning::bidi         }, // isolates and their end              UAX 9
    { 0x300C, 0x300F, meaning::quote        }, // CORNER BRACKETS                     Unicode 6.2
    { 0x301D, 0x301F, meaning::quote        }, // DOUBLE PRIME QUOTATION MARKS        Unicode 6.2
    { 0xFF02, 0xFF02, meaning::quote        }, // FULLWIDTH QUOTATION MARK            Unicode 6.2
};
// clang-format on

// What a code point beyond ASCII means; letters.hpp makes a table of the bytes of ASCII. (The first
// line is a short cut to the commonest marks.)
constexpr meaning meaning_of_point(uint32_t point) noexcept {
    if (point - 0x2018 < 8) return meaning::quote;
    const bool in_latin = point < 0xC0;
    const bool in_punctuation = point >= 0x2013 && point <= 0x2069;
    const bool in_cjk = point >= 0x300C && point <= 0x301F;
    if (!in_latin && !in_punctuation && !in_cjk && point != 0xFF02) return meaning::plain;
    for (const point_range& range : point_ranges)
        if (point >= range.first && point <= range.last) return range.is;
    return meaning::plain;
}

constexpr bool is_ascii_letter(uint8_t one) noexcept {
    return static_cast<uint8_t>((one | 0x20u) - 'a') < 26;
}

constexpr bool is_ascii_small(uint8_t one) noexcept { return static_cast<uint8_t>(one - 'a') < 26; }

constexpr bool is_ascii_blank(uint8_t one) noexcept { return one == ' ' || one == '\t'; }

}  // namespace detail
}  // namespace stet

#endif  // STET_BYTE_CLASS_HPP

#ifndef STET_UTF8_HPP
#define STET_UTF8_HPP

// utf8.hpp: one code point at a time. Well-formedness is table 3-7 of the Unicode Standard;
// what is ill-formed is told as maximal subparts (its table 3-8), so that nothing that is
// well-formed after a broken sequence is lost.

namespace stet {

using code_point = uint32_t;

namespace detail {

// What stands at a place of the input.
struct decoded {
    code_point point;  // 0 unless `form` is well
    uint8_t size;      // bytes: of the code point, or of the ill-formed subpart; 0 when cut
    enum : uint8_t { well, ill, cut } form;  // cut: well-formed so far, and no more bytes
};

// May this byte stand behind the first one of a code point?
constexpr bool is_follower(uint8_t one) noexcept { return (one & 0xC0) == 0x80; }

// Reads the code point at the front of `size` bytes.
//   Requires: size >= 1.
//   Gives:    `cut` only when fewer bytes are there than the first one announces and those
//             are well-formed so far; the caller decides whether more can come.
constexpr decoded decode(const char* bytes, size_t size) noexcept {
    const uint8_t first = static_cast<uint8_t>(bytes[0]);
    if (first < 0x80) return {first, 1, decoded::well};
    if (!is_flash_short && size >= 3 && first > 0xE0 && first < 0xED) {  // most of them
        const uint8_t second = static_cast<uint8_t>(bytes[1]);
        const uint8_t third = static_cast<uint8_t>(bytes[2]);
        if (is_follower(second) && is_follower(third))
            return {(first & 0xFu) << 12 | (second & 0x3Fu) << 6 | (third & 0x3Fu), 3,
                    decoded::well};
    }
    decoded found = {0, 1, decoded::ill};
    if (first < 0xC2 || first > 0xF4) return found;
    const uint8_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    // Table 3-7: what would be too long a form, a surrogate, or beyond U+10FFFF.
    uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    code_point point = first & (0x7Fu >> length);
    for (uint8_t i = 1; i < length; ++i) {
        if (i == size) {
            found.size = 0;
            found.form = decoded::cut;
            return found;
        }
        const uint8_t next = static_cast<uint8_t>(bytes[i]);
        found.size = i;
        if (next < low || next > high) return found;
        low = 0x80;
        high = 0xBF;
        point = (point << 6) | (next & 0x3Fu);
    }
    found.point = point;
    found.size = length;
    found.form = decoded::well;
    return found;
}

// How many bytes a code point has that begins with this one.
constexpr uint8_t announced_size(uint8_t first) noexcept {
    return first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

// Where the code point begins that ends at `bytes + size`, if one does.
//   Requires: size >= 1.
constexpr size_t begin_of_last(const char* bytes, size_t size) noexcept {
    size_t at = size - 1;
    while (at > 0 && size - at < 4 && is_follower(static_cast<uint8_t>(bytes[at]))) --at;
    return at;
}

// The bytes without a code point at their end that is cut short.
constexpr size_t without_cut(const char* bytes, size_t size) noexcept {
    if (size == 0) return 0;
    const size_t at = begin_of_last(bytes, size);
    return decode(bytes + at, size - at).form == decoded::cut ? at : size;
}

// The code point that ends at `bytes + size`; U+FFFD, which is a letter, if that is ill-formed.
//   Requires: size >= 1.
constexpr code_point decode_last(const char* bytes, size_t size) noexcept {
    const size_t at = begin_of_last(bytes, size);
    const decoded last = decode(bytes + at, size - at);
    return last.form == decoded::well && last.size == size - at ? last.point : 0xFFFD;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_UTF8_HPP

#ifndef STET_LETTERS_HPP
#define STET_LETTERS_HPP

// letters.hpp: what a code point is on a page of news. One table of ranges in place of
// Unicode's large ones; a script that is not named in it has letters without case, one
// column wide, which is what most scripts have.

namespace stet {
namespace detail {

enum class glyph : uint8_t {
    lower,   // small letter
    upper,   // capital
    letter,  // of a script without case
    digit,
    quote,    // a quotation mark of any side, and the apostrophe
    bracket,  // opens
    dash,     // hyphen, en dash, em dash
    stop,     // . and its kin
    ellipsis,
    question,
    exclaim,
    colon,
    comma,      // and semicolon
    unbracket,  // closes
    copyright,
    arrow,  // points at something: > | and arrows
    at,     // of an address, or a name in social media
    slash,
    other,
    blank,
    nothing,     // looked through by every test of words and marks
    even_upper,  // in the table only: pairs, the even ones capitals
    odd_upper,   // in the table only: pairs, the odd ones capitals
};

struct glyph_range {
    uint16_t first, last;
    glyph is;
};

// clang-format off
constexpr glyph_range glyph_ranges[] = {
    //first    last    what it is            names                                   source
    { 0x0080, 0x009F, glyph::blank      }, // C1 controls                          Unicode 23.1
    { 0x00A0, 0x00A0, glyph::blank      }, // NO-BREAK SPACE                       Unicode 6.2
    { 0x00A1, 0x00A8, glyph::other      }, // Latin-1 signs                        Unicode 6.2
    { 0x00A9, 0x00A9, glyph::copyright  }, // COPYRIGHT SIGN                       Unicode 6.2
    { 0x00AB, 0x00AB, glyph::quote      }, // LEFT GUILLEMET                       Unicode 6.2
    { 0x00AC, 0x00AC, glyph::other      }, // NOT SIGN                             Unicode 6.2
    { 0x00AD, 0x00AD, glyph::nothing    }, // SOFT HYPHEN                          Unicode 23.2
    { 0x00AE, 0x00B9, glyph::other      }, // Latin-1 signs                        Unicode 6.2
    { 0x00BB, 0x00BB, glyph::quote      }, // RIGHT GUILLEMET                      Unicode 6.2
    { 0x00BC, 0x00BF, glyph::other      }, // fractions, inverted question mark    Unicode 6.2
    { 0x00C0, 0x00D6, glyph::upper      }, // Latin-1                              Unicode 7.1
    { 0x00D7, 0x00D7, glyph::other      }, // MULTIPLICATION SIGN                  Unicode 22.5
    { 0x00D8, 0x00DE, glyph::upper      }, // Latin-1                              Unicode 7.1
    { 0x00DF, 0x00F6, glyph::lower      }, // Latin-1                              Unicode 7.1
    { 0x00F7, 0x00F7, glyph::other      }, // DIVISION SIGN                        Unicode 22.5
    { 0x00F8, 0x00FF, glyph::lower      }, // Latin-1                              Unicode 7.1
    { 0x0100, 0x0137, glyph::even_upper }, // Latin Extended-A                     Unicode 7.1
    { 0x0138, 0x0148, glyph::odd_upper  }, // Latin Extended-A                     Unicode 7.1
    { 0x0149, 0x0177, glyph::even_upper }, // Latin Extended-A                     Unicode 7.1
    { 0x0178, 0x0178, glyph::upper      }, // Y WITH DIAERESIS                     Unicode 7.1
    { 0x0179, 0x017E, glyph::odd_upper  }, // Latin Extended-A                     Unicode 7.1
    { 0x017F, 0x017F, glyph::lower      }, // LONG S                               Unicode 7.1
    { 0x018F, 0x018F, glyph::upper      }, // SCHWA: Azerbaijani                   Unicode 7.1
    { 0x01A0, 0x01A5, glyph::even_upper }, // O WITH HORN: Vietnamese              Unicode 7.1
    { 0x01AF, 0x01B0, glyph::odd_upper  }, // U WITH HORN: Vietnamese              Unicode 7.1
    { 0x01CD, 0x01DC, glyph::odd_upper  }, // carons: Pinyin                       Unicode 7.1
    { 0x01DE, 0x024F, glyph::even_upper }, // Latin Extended-B: Romanian           Unicode 7.1
    { 0x0250, 0x02AF, glyph::lower      }, // IPA: the small schwa                 Unicode 7.1
    { 0x0300, 0x036F, glyph::nothing    }, // combining diacritical marks          Unicode 7.9
    { 0x0386, 0x038F, glyph::upper      }, // Greek with tonos                     Unicode 7.2
    { 0x0390, 0x0390, glyph::lower      }, // IOTA WITH DIALYTIKA AND TONOS        Unicode 7.2
    { 0x0391, 0x03AB, glyph::upper      }, // Greek                                Unicode 7.2
    { 0x03AC, 0x03CE, glyph::lower      }, // Greek                                Unicode 7.2
    { 0x0400, 0x042F, glyph::upper      }, // Cyrillic                             Unicode 7.4
    { 0x0430, 0x045F, glyph::lower      }, // Cyrillic                             Unicode 7.4
    { 0x0460, 0x0482, glyph::even_upper }, // Cyrillic                             Unicode 7.4
    { 0x0483, 0x0489, glyph::nothing    }, // combining Cyrillic                   Unicode 7.4
    { 0x048A, 0x04C0, glyph::even_upper }, // Cyrillic: Kazakh, Tatar              Unicode 7.4
    { 0x04C1, 0x04CE, glyph::odd_upper  }, // Cyrillic                             Unicode 7.4
    { 0x04CF, 0x04CF, glyph::lower      }, // SMALL PALOCHKA                       Unicode 7.4
    { 0x04D0, 0x052F, glyph::even_upper }, // Cyrillic: Azerbaijani schwa          Unicode 7.4
    { 0x0531, 0x0556, glyph::upper      }, // Armenian                             Unicode 7.6
    { 0x055C, 0x055C, glyph::exclaim    }, // ARMENIAN EXCLAMATION MARK            Unicode 7.6
    { 0x055D, 0x055D, glyph::comma      }, // ARMENIAN COMMA                       Unicode 7.6
    { 0x055E, 0x055E, glyph::question   }, // ARMENIAN QUESTION MARK               Unicode 7.6
    { 0x0561, 0x0587, glyph::lower      }, // Armenian                             Unicode 7.6
    { 0x0589, 0x0589, glyph::stop       }, // ARMENIAN FULL STOP                   Unicode 7.6
    { 0x0591, 0x05BD, glyph::nothing    }, // Hebrew accents and points            Unicode 9.1
    { 0x05BE, 0x05BE, glyph::dash       }, // MAQAF                                Unicode 9.1
    { 0x0600, 0x060B, glyph::other      }, // Arabic signs                         Unicode 9.2
    { 0x060C, 0x060C, glyph::comma      }, // ARABIC COMMA                         Unicode 9.2
    { 0x060D, 0x061A, glyph::other      }, // Arabic signs                         Unicode 9.2
    { 0x061B, 0x061B, glyph::comma      }, // ARABIC SEMICOLON                     Unicode 9.2
    { 0x061C, 0x061C, glyph::nothing    }, // ARABIC LETTER MARK                   UAX 9
    { 0x061F, 0x061F, glyph::question   }, // ARABIC QUESTION MARK                 Unicode 9.2
    { 0x064B, 0x065F, glyph::nothing    }, // Arabic vowels                        Unicode 9.2
    { 0x0660, 0x0669, glyph::digit      }, // ARABIC-INDIC DIGITS                  Unicode 9.2
    { 0x06D4, 0x06D4, glyph::stop       }, // ARABIC FULL STOP: Urdu               Unicode 9.2
    { 0x06F0, 0x06F9, glyph::digit      }, // EXTENDED ARABIC-INDIC DIGITS         Unicode 9.2
    { 0x0964, 0x0965, glyph::stop       }, // DANDA, DOUBLE DANDA                  Unicode 12.1
    { 0x0966, 0x096F, glyph::digit      }, // DEVANAGARI DIGITS                    Unicode 12.1
    { 0x104A, 0x104B, glyph::stop       }, // MYANMAR SIGNS LITTLE SECTION, SECTION Unicode 16.3
    { 0x1362, 0x1362, glyph::stop       }, // ETHIOPIC FULL STOP                   Unicode 19.1
    { 0x17D4, 0x17D5, glyph::stop       }, // KHMER SIGNS KHAN, BARIYOOSAN         Unicode 16.4
    { 0x1E00, 0x1EF9, glyph::even_upper }, // Latin Extended Additional: Vietnamese Unicode 7.1
    { 0x2000, 0x200A, glyph::blank      }, // EN QUAD to HAIR SPACE                Unicode 6.2
    { 0x200B, 0x200F, glyph::nothing    }, // zero width, direction marks          Unicode 23.2
    { 0x2010, 0x2015, glyph::dash       }, // hyphens and dashes                   Unicode 6.2
    { 0x2018, 0x201F, glyph::quote      }, // quotation marks                      Unicode 6.2
    { 0x2020, 0x2025, glyph::other      }, // daggers, BULLET, leaders             Unicode 6.2
    { 0x2026, 0x2026, glyph::ellipsis   }, // HORIZONTAL ELLIPSIS                  Unicode 6.2
    { 0x202A, 0x202E, glyph::nothing    }, // directional embeddings, overrides    UAX 9
    { 0x202F, 0x202F, glyph::blank      }, // NARROW NO-BREAK SPACE: fr, before !  Unicode 6.2
    { 0x2030, 0x2038, glyph::other      }, // per mille, primes                    Unicode 6.2
    { 0x2039, 0x203A, glyph::quote      }, // SINGLE GUILLEMETS                    Unicode 6.2
    { 0x203C, 0x203D, glyph::exclaim    }, // DOUBLE EXCLAMATION MARK, INTERROBANG Unicode 6.2
    { 0x203E, 0x2046, glyph::other      }, // overline to brackets with quill      Unicode 6.2
    { 0x2047, 0x2049, glyph::question   }, // doubled question and exclamation     Unicode 6.2
    { 0x204A, 0x205E, glyph::other      }, // general punctuation                  Unicode 6.2
    { 0x2060, 0x206F, glyph::nothing    }, // word joiner, isolates                Unicode 23.2
    { 0x2070, 0x20CF, glyph::other      }, // superscripts, currency               Unicode 22
    { 0x20D0, 0x20F0, glyph::nothing    }, // combining marks for symbols          Unicode 7.9
    { 0x20F1, 0x218F, glyph::other      }, // letterlike symbols, number forms     Unicode 22
    { 0x2190, 0x21FF, glyph::arrow      }, // arrows                               Unicode 22.4
    { 0x2200, 0x25B5, glyph::other      }, // mathematics, box drawing, shapes     Unicode 22
    { 0x25B6, 0x25BA, glyph::arrow      }, // triangles pointing right             Unicode 22.8
    { 0x25BB, 0x2BFF, glyph::other      }, // shapes, dingbats, Braille            Unicode 22
    { 0x2E00, 0x2FFF, glyph::other      }, // supplemental punctuation, radicals   Unicode 6.2
    { 0x3000, 0x3000, glyph::blank      }, // IDEOGRAPHIC SPACE                    Unicode 6.2
    { 0x3001, 0x3001, glyph::other      }, // IDEOGRAPHIC COMMA: headlines have it  Unicode 6.2
    { 0x3002, 0x3002, glyph::stop       }, // IDEOGRAPHIC FULL STOP                Unicode 6.2
    { 0x3003, 0x3004, glyph::other      }, // DITTO MARK, JIS SYMBOL               Unicode 6.2
    { 0x3008, 0x300F, glyph::quote      }, // CORNER and ANGLE BRACKETS            Unicode 6.2
    { 0x3010, 0x3010, glyph::bracket    }, // LEFT LENTICULAR BRACKET              Unicode 6.2
    { 0x3011, 0x3011, glyph::unbracket  }, // RIGHT LENTICULAR BRACKET             Unicode 6.2
    { 0x3012, 0x3020, glyph::other      }, // CJK brackets and signs               Unicode 6.2
    { 0x30FB, 0x30FB, glyph::other      }, // KATAKANA MIDDLE DOT                  Unicode 18.4
    { 0xD800, 0xF8FF, glyph::other      }, // surrogates, private use              Unicode 23
    { 0xF900, 0xFDFF, glyph::letter     }, // compatibility ideographs, Arabic forms Unicode 9.2, 18
    { 0xFE00, 0xFE0F, glyph::nothing    }, // variation selectors                  Unicode 23.4
    { 0xFE10, 0xFE6F, glyph::other      }, // vertical, compatibility, small forms Unicode 6.2
    { 0xFEFF, 0xFEFF, glyph::nothing    }, // ZERO WIDTH NO-BREAK SPACE            Unicode 23.8
    { 0xFF61, 0xFF61, glyph::stop       }, // HALFWIDTH IDEOGRAPHIC FULL STOP      Unicode 6.2
    { 0xFF62, 0xFF65, glyph::other      }, // halfwidth punctuation                Unicode 6.2
};
constexpr size_t glyph_range_count = sizeof(glyph_ranges) / sizeof(glyph_ranges[0]);

// The same in three bytes a range: five bits say what it is, three how many code points it has
// after its first one; 7: all up to the next range. Behind a longer one that does not reach so
// far stands a range of letters.
constexpr uint8_t packed_more = 5;  // bits
constexpr uint8_t packed_all = 7;
constexpr size_t count_packed_ranges() noexcept {
    size_t count = glyph_range_count;
    for (size_t i = 0; i + 1 < glyph_range_count; ++i) {
        const glyph_range& range = glyph_ranges[i];
        if (range.last - range.first >= packed_all && range.last + 1 != glyph_ranges[i + 1].first) ++count;
    }
    return count;
}
constexpr size_t packed_count = count_packed_ranges();
struct packed_ranges {
    uint16_t first[packed_count];
    uint8_t is[packed_count];
};
constexpr packed_ranges pack_glyph_ranges() noexcept {
    packed_ranges made{};
    size_t count = 0;
    for (size_t i = 0; i < glyph_range_count; ++i) {
        const glyph_range& range = glyph_ranges[i];
        const int more = range.last - range.first;
        const bool is_long = more >= packed_all;
        made.first[count] = range.first;
        made.is[count++] = static_cast<uint8_t>(static_cast<int>(range.is) |
                                                (is_long ? packed_all : more) << packed_more);
        if (!is_long || range.last + 1 == glyph_ranges[i + 1].first) continue;  // (the last is short)
        made.first[count] = static_cast<uint16_t>(range.last + 1);
        made.is[count++] = static_cast<uint8_t>(static_cast<int>(glyph::letter) | packed_all << packed_more);
    }
    return made;
}
constexpr packed_ranges packed_glyphs = pack_glyph_ranges();

struct letter_range {
    uint16_t first, last;
};

constexpr letter_range wide_ranges[] = {
    { 0x1100, 0x115F }, // Hangul initial consonants                       EastAsianWidth, W
    { 0x2E80, 0x303E }, // radicals, CJK punctuation, ideographic space    EastAsianWidth, W, F
    { 0x3041, 0xA4CF }, // kana, bopomofo, ideographs, Yi                  EastAsianWidth, W
    { 0xA960, 0xA97F }, // Hangul initial consonants, extended             EastAsianWidth, W
    { 0xAC00, 0xD7A3 }, // Hangul syllables                                EastAsianWidth, W
    { 0xF900, 0xFAFF }, // compatibility ideographs                        EastAsianWidth, W
    { 0xFE30, 0xFE6F }, // compatibility and small forms                   EastAsianWidth, W
};

constexpr letter_range bullet_ranges[] = {
    { 0x00B7, 0x00B7 }, // MIDDLE DOT                                      Unicode 6.2
    { 0x2022, 0x2023 }, // BULLET, TRIANGULAR BULLET                       Unicode 6.2
    { 0x2043, 0x2043 }, // HYPHEN BULLET                                   Unicode 6.2
    { 0x25A0, 0x25A1 }, // BLACK, WHITE SQUARE                             Unicode 22.8
    { 0x25AA, 0x25AB }, // BLACK, WHITE SMALL SQUARE                       Unicode 22.8
    { 0x25B6, 0x25B8 }, // triangles pointing right                        Unicode 22.8
    { 0x25BA, 0x25BA }, // BLACK RIGHT-POINTING POINTER                    Unicode 22.8
    { 0x25CB, 0x25CB }, // WHITE CIRCLE                                    Unicode 22.8
    { 0x25CF, 0x25CF }, // BLACK CIRCLE                                    Unicode 22.8
    { 0x25E6, 0x25E6 }, // WHITE BULLET                                    Unicode 22.8
    { 0x2713, 0x2714 }, // CHECK MARKS                                     Unicode 22.9
    { 0x27A4, 0x27A4 }, // BLACK RIGHTWARDS ARROWHEAD                      Unicode 22.9
};
// clang-format on

struct ascii_sign {
    char sign;
    glyph is;
};
// clang-format off
constexpr ascii_sign ascii_signs[] = {
    { '.', glyph::stop     }, { '?', glyph::question }, { '!', glyph::exclaim   },
    { ':', glyph::colon    }, { ',', glyph::comma    }, { ';', glyph::comma     },
    { '"', glyph::quote    }, { '\'', glyph::quote   }, { '(', glyph::bracket   },
    { '[', glyph::bracket  }, { ')', glyph::unbracket }, { ']', glyph::unbracket },
    { '-', glyph::dash     }, { '>', glyph::arrow    }, { '|', glyph::arrow     },
    { '@', glyph::at       }, { '/', glyph::slash    },
};
// clang-format on

// What each byte of ASCII is and means, in one table: 5 bits of glyph, 3 of meaning.
struct ascii_table {
    uint8_t of[128];
};
constexpr uint8_t glyph_bits = 0x1F;
constexpr uint8_t meaning_shift = 5;
constexpr ascii_table make_ascii_table() noexcept {
    ascii_table table{};
    for (uint8_t i = 0; i < 128; ++i) {
        const glyph is = i >= 'a' && i <= 'z'   ? glyph::lower
                         : i >= 'A' && i <= 'Z' ? glyph::upper
                         : i >= '0' && i <= '9' ? glyph::digit
                         : i <= ' '             ? glyph::blank
                                                : glyph::other;
        table.of[i] = static_cast<uint8_t>(is);
    }
    for (const ascii_sign& sign : ascii_signs)
        table.of[static_cast<uint8_t>(sign.sign)] = static_cast<uint8_t>(sign.is);
    for (const byte_range& range : byte_ranges) {
        const unsigned means = static_cast<unsigned>(range.is) << meaning_shift;
        for (unsigned i = range.first; i <= range.last; ++i)
            table.of[i] = static_cast<uint8_t>(table.of[i] | means);
    }
    return table;
}
constexpr ascii_table ascii = make_ascii_table();

constexpr glyph glyph_of_ascii(uint32_t one) noexcept {
    return static_cast<glyph>(ascii.of[one] & glyph_bits);
}

constexpr meaning meaning_in_table(uint8_t one) noexcept {
    return one < 0x80 ? static_cast<meaning>(ascii.of[one] >> meaning_shift)
                      : meaning::beyond_ascii;
}

// 0xC2 begins U+0085, 0xE2 begins U+2028 and U+2029.
constexpr bool begins_line_end(uint8_t one) noexcept {
    return one == '\n' || one == '\r' || one == 0xC2 || one == 0xE2;
}

// The same for all bytes. One look-up there saves 2 % of all instructions.
constexpr uint8_t may_end_line = 0x80;
struct byte_table {
    uint8_t of[256];
};
constexpr byte_table make_byte_table() noexcept {
    byte_table table{};
    for (unsigned i = 0; !is_flash_short && i < 256; ++i) {
        const uint8_t one = static_cast<uint8_t>(i);
        const unsigned means = one < 0x80 ? unsigned{ascii.of[one]} >> meaning_shift
                                          : static_cast<unsigned>(meaning::beyond_ascii);
        table.of[i] = static_cast<uint8_t>(begins_line_end(one) ? means | may_end_line : means);
    }
    return table;
}
constexpr byte_table meanings = make_byte_table();

// What a byte means.
constexpr meaning meaning_of_byte(uint8_t one) noexcept {
    if (is_flash_short) return meaning_in_table(one);
    return static_cast<meaning>(meanings.of[one] & ~unsigned{may_end_line});
}

// May a byte begin a line end, or, for other bits, does it mean anything?
template <uint8_t Bits> constexpr bool has(char one) noexcept {
    const uint8_t byte = static_cast<uint8_t>(one);
    if (!is_flash_short) return (meanings.of[byte] & Bits) != 0;
    if (Bits == may_end_line) return begins_line_end(byte);
    return meaning_in_table(byte) != meaning::plain;
}

// What the code point is.
//   Cost: one look-up for ASCII, else seven comparisons.
constexpr glyph glyph_of(code_point point) noexcept {
    if (point < 0x80) return glyph_of_ascii(point);
    if (point > 0xFFFF) {
        if (point >= 0xE0000 && point < 0xE1000) return glyph::nothing;  // tags, selectors
        return point >= 0x1F000 && point < 0x20000 ? glyph::other : glyph::letter;  // emoji
    }
    if (point - 0x2018 < 8) return glyph::quote;  // the commonest of them
    if (point >= 0xFF01 && point <= 0xFF5E) return glyph_of_ascii(point - 0xFEE0);  // fullwidth
    size_t first = 0;
    size_t last = packed_count;  // the range is at `first` or later, and before `last`
    while (last - first > 1) {
        const size_t middle = (first + last) / 2;
        if (packed_glyphs.first[middle] <= point)
            first = middle;
        else
            last = middle;
    }
    const unsigned found = packed_glyphs.is[first];
    const unsigned more = found >> packed_more;
    if (more != packed_all && point - packed_glyphs.first[first] > more) return glyph::letter;
    const auto is = static_cast<glyph>(found & glyph_bits);
    if (is < glyph::even_upper) return is;
    return ((point & 1) != 0) == (is == glyph::odd_upper) ? glyph::upper : glyph::lower;
}

constexpr bool is_upper(code_point point) noexcept { return glyph_of(point) == glyph::upper; }
constexpr bool is_lower(code_point point) noexcept { return glyph_of(point) == glyph::lower; }
constexpr bool is_letter(code_point point) noexcept { return glyph_of(point) <= glyph::letter; }
constexpr bool is_digit(code_point point) noexcept { return glyph_of(point) == glyph::digit; }

// Blank space inside a line: tab and space, and those beyond ASCII.
constexpr bool is_space(code_point point) noexcept {
    if (point < 0xA0) return point == ' ' || point == '\t';
    return glyph_of(point) == glyph::blank;
}

// Is it looked through by every test of words and marks?
constexpr bool is_transparent(code_point point) noexcept {
    return point >= 0xAD && glyph_of(point) == glyph::nothing;
}

// A full stop, an ellipsis, a question or exclamation mark of any script.
constexpr bool is_sentence_end(glyph is) noexcept {
    return is >= glyph::stop && is <= glyph::exclaim;
}

// May a sentence end with it? A closing mark or bracket may stand behind.
constexpr bool ends_sentence(code_point point) noexcept { return is_sentence_end(glyph_of(point)); }

constexpr bool is_in(const letter_range* ranges, size_t size, code_point point) noexcept {
    for (size_t i = 0; i < size; ++i)
        if (point >= ranges[i].first && point <= ranges[i].last) return true;
    return false;
}

// Is it two columns wide: East Asian Width W or F (UAX 11), emoji among them?
constexpr bool is_wide(code_point point) noexcept {
    if (point < 0x1100) return false;
    return is_in(wide_ranges, sizeof(wide_ranges) / sizeof(letter_range), point) ||
           (point >= 0x1F300 && point <= 0x1FAFF) || (point >= 0x20000 && point <= 0x3FFFD);
}

// The signs that lists are set with, beyond "-", "*" and "+".
constexpr bool is_bullet(code_point point) noexcept {
    return point >= 0xB7 && point <= 0x27A4 &&
           is_in(bullet_ranges, sizeof(bullet_ranges) / sizeof(letter_range), point);
}

// How many columns a screen of fixed width gives it: 0, 1 or 2.
constexpr uint8_t columns_of(code_point point) noexcept {
    if (point < 0xAD) return 1;
    if (is_transparent(point)) return 0;
    return is_wide(point) ? uint8_t{2} : uint8_t{1};
}

}  // namespace detail
}  // namespace stet

#endif  // STET_LETTERS_HPP

#ifndef STET_INPUT_HPP
#define STET_INPUT_HPP

// input.hpp: the bytes that can be seen now, and what stands at a place of them.

namespace stet {
namespace detail {

// What the machine can see of the article now.
struct input {
    constexpr input() noexcept {}
    constexpr input(const char* bytes, offset first, offset size, bool ends, bool longer) noexcept
        : data(bytes), base(first), end(first + size), closed(ends), too_long(longer) {}

    const char* data = nullptr;  // the byte at `base`
    offset base = 0;
    offset end = 0;         // one past the last visible byte
    bool closed = false;    // no more will come
    bool too_long = false;  // closed because offsets end here

    constexpr const char* at(offset place) const noexcept { return data + (place - base); }
    constexpr uint8_t byte_at(offset place) const noexcept {
        return static_cast<uint8_t>(data[place - base]);
    }
    // Is the byte at `place` the only one from there on, and more will come? Then, and if it is
    // part of a word or a blank, it decides nothing yet.
    constexpr bool brings_plain_byte(offset place) const noexcept {
        return end - place == 1 && meaning_of_byte(byte_at(place)) == meaning::plain;
    }
    // `place + distance`, or where the visible bytes end.
    constexpr offset reach(offset place, size_t distance) const noexcept {
        return end - place < distance ? end : place + static_cast<offset>(distance);
    }
};

constexpr uint8_t cut_short = 0xFF;

// How many bytes the line end at the front of `size` bytes has: 0 when none stands there,
// `cut_short` when that takes a byte which is not there.
constexpr uint8_t line_end_size(const char* bytes_at, size_t size) noexcept {
    if (size == 0) return cut_short;
    const uint8_t first = static_cast<uint8_t>(bytes_at[0]);
    if (first == '\n') return 1;
    if (first != '\r' && first != 0xC2 && first != 0xE2) return 0;
    if (size == 1) return cut_short;
    const uint8_t second = static_cast<uint8_t>(bytes_at[1]);
    if (first == '\r') return second == '\n' ? 2 : 1;
    if (first == 0xC2) return second == 0x85 ? 2 : 0;
    if (second != 0x80) return 0;
    if (size == 2) return cut_short;
    const uint8_t third = static_cast<uint8_t>(bytes_at[2]);
    return third == 0xA8 || third == 0xA9 ? 3 : 0;
}

// The same at the end of the article: what is cut short there is a lone CR or no line end.
constexpr uint8_t last_line_end_size(const char* bytes_at, size_t size) noexcept {
    const uint8_t found = line_end_size(bytes_at, size);
    if (found != cut_short) return found;
    return size != 0 && bytes_at[0] == '\r' ? 1 : 0;
}

// How many bytes the line end here has; `cut_short` when that needs another one.
constexpr uint8_t ended_by(const input& in, offset place) noexcept {
    const size_t size = in.end - place;
    return in.closed ? last_line_end_size(in.at(place), size) : line_end_size(in.at(place), size);
}

// One code point, or what stands in its place.
struct sign {
    constexpr sign() noexcept {}
    meaning is = meaning::plain;
    bool ill = false;
    bool waits = false;
    uint8_t size = 1;
    code_point point = 0;
};
template <class Limits> constexpr sign read_sign(const input& in, offset place) noexcept {
    sign found;
    const uint8_t one = in.byte_at(place);
    found.is = meaning_of_byte(one);
    found.point = one;
    if (found.is == meaning::beyond_ascii) {
        const decoded at = decode(in.at(place), in.end - place);
        found.size = at.size;
        found.point = at.point;
        found.ill = at.form == decoded::ill;
        if (at.form == decoded::cut) {
            found.waits = !in.closed;
            found.ill = in.closed;
            found.size = static_cast<uint8_t>(in.end - place);
        }
        found.is = found.ill || found.waits ? meaning::plain : meaning_of_point(at.point);
    }
    Limits::steps(found.size);
    return found;
}

// Blank space that belongs to no block when it stands at a line's beginning or end.
constexpr bool is_margin(code_point point) noexcept {
    return is_space(point) || point == 0x200B || point == 0xFEFF;
}

// Is a code point beyond ASCII told as a note?
constexpr bool is_noted(code_point point) noexcept {
    const meaning is = meaning_of_point(point);
    return is == meaning::control || is == meaning::bidi;
}

// The bytes without the blank space at their end.
constexpr size_t trimmed(const char* bytes_at, size_t size) noexcept {
    while (size > 0) {
        const uint8_t last = static_cast<uint8_t>(bytes_at[size - 1]);
        if (is_ascii_blank(last)) {
            --size;
            continue;
        }
        if (last < 0x80) break;
        const size_t first = begin_of_last(bytes_at, size);
        const decoded tail = decode(bytes_at + first, size - first);
        if (tail.form != decoded::well || tail.size != size - first || !is_margin(tail.point))
            break;
        size = first;
    }
    return size;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_INPUT_HPP

#ifndef STET_SCAN_HPP
#define STET_SCAN_HPP

// scan.hpp: the next byte that matters. The only place that runs over bytes which do not;
// whatever makes that faster belongs here and changes nothing else.
//
// A search has two halves: one that runs to the next byte which may matter, many bytes at once
// where it can, and one that looks at what stands there and decides. Only the first half differs
// from machine to machine: vectors where the compiler may use them (SSE2, AVX2, NEON), eight
// bytes in a register elsewhere, byte by byte where registers are short, at the ends, and while
// compiling. There is no choice while running.

namespace stet {
namespace detail {
namespace scan {

// ---- vectors: the one place that asks for a machine ----

#if defined(__GNUC__) && defined(__AVX2__)
#define STET_VECTOR 32
#elif defined(__GNUC__) && (defined(__SSE2__) || defined(__AARCH64EL__))
#define STET_VECTOR 16
#endif

#if defined(STET_VECTOR)
// Bytes side by side, and how they are asked.
struct vectors {
    static constexpr size_t width = STET_VECTOR;
    using type [[gnu::vector_size(STET_VECTOR)]] = signed char;
    using type_anywhere [[gnu::vector_size(STET_VECTOR), gnu::aligned(1), gnu::may_alias]] =
        signed char;

    static type load(const char* at) noexcept {
        const type loaded = *reinterpret_cast<const type_anywhere*>(at);
        return loaded;
    }
    static void store(char* at, type from) noexcept {
        *reinterpret_cast<type_anywhere*>(at) = from;
    }

    // `lane_bits` bits for each byte, the first one lowest: not 0 where the byte is -1.
#if defined(__AVX2__)
    static constexpr unsigned lane_bits = 1;
    using chars [[gnu::vector_size(32)]] = char;
    static uint64_t bits(type hits) noexcept {
        return static_cast<uint32_t>(__builtin_ia32_pmovmskb256(reinterpret_cast<chars>(hits)));
    }
#elif defined(__SSE2__)
    static constexpr unsigned lane_bits = 1;
    using chars [[gnu::vector_size(16)]] = char;
    static uint64_t bits(type hits) noexcept {
        return static_cast<uint32_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<chars>(hits)));
    }
#else
    static constexpr unsigned lane_bits = 4;
    using pairs [[gnu::vector_size(16)]] = uint16_t;
    using halves [[gnu::vector_size(8)]] = uint8_t;
    using whole [[gnu::vector_size(8)]] = uint64_t;
    static uint64_t bits(type hits) noexcept {
        return reinterpret_cast<whole>(
            __builtin_convertvector(reinterpret_cast<pairs>(hits) >> 4, halves))[0];
    }
#endif
    static size_t first(uint64_t bits) noexcept {
        return static_cast<size_t>(__builtin_ctzll(bits)) / lane_bits;
    }
    static uint64_t without_first(uint64_t bits) noexcept {
        if (lane_bits == 1) return bits & (bits - 1);
        return bits & ~(((uint64_t{1} << lane_bits) - 1) << __builtin_ctzll(bits));
    }
};
#undef STET_VECTOR
#else
struct vectors {
    static constexpr size_t width = 0;
};
#endif

// ---- eight bytes in a register ----

// What is told of a lane may be wrong only above one that it is right about.
using lanes = uint64_t;
constexpr lanes each(uint8_t one) noexcept { return 0x0101010101010101u * one; }

// (Compilers make one load of this.)
constexpr lanes lane(const char* at, int number) noexcept {
    return static_cast<lanes>(static_cast<uint8_t>(at[number])) << (8 * number);
}
constexpr lanes load_lanes(const char* at) noexcept {
    return lane(at, 0) | lane(at, 1) | lane(at, 2) | lane(at, 3) | lane(at, 4) | lane(at, 5) |
           lane(at, 6) | lane(at, 7);
}
// Is there a control, DEL or a byte beyond ASCII?
constexpr lanes high(lanes x) noexcept { return (x + each(1)) | (x - each(0x20)); }

// The bytes before the first one that is no small letter of ASCII, as a mask.
constexpr lanes small_letters_mask(lanes x) noexcept {
    const lanes low = x & each(0x7F);
    const lanes letters = (low + each(0x80 - 'a')) & ~(low + each(0x7F - 'z')) & ~x;
    const lanes others = ~letters & each(0x80);
    return ((others & (~others + 1)) >> 7) - 1;
}
constexpr size_t size_of_mask(lanes mask) noexcept {
    return static_cast<size_t>((mask & each(1)) * each(1) >> 56);
}

// How many small letters of ASCII stand in front. (Eight at once: no processor can guess where a
// word ends.)
constexpr size_t small_letters(const char* at, size_t size) noexcept {
    size_t i = 0;
    if (!is_flash_short && size >= 8) {
        i = size_of_mask(small_letters_mask(load_lanes(at)));
        if (i != 8) return i;
    }
    while (i != size && is_ascii_small(static_cast<uint8_t>(at[i]))) ++i;
    return i;
}

// The same of vectors.
template <class Vector> Vector is_odd(Vector x) noexcept {
    using unsigned_bytes [[gnu::vector_size(sizeof(Vector))]] = unsigned char;
    return reinterpret_cast<Vector>(reinterpret_cast<unsigned_bytes>(x) + 1) < 0x21;
}

// ---- what can be looked for ----

constexpr bool is_between_letters(const char* at, size_t before, size_t after,
                                  size_t size) noexcept {
    return after < size && is_ascii_letter(static_cast<uint8_t>(at[before])) &&
           is_ascii_letter(static_cast<uint8_t>(at[after]));
}

// Whatever is more than a part of a word or a blank.
struct marks {
    static constexpr bool matters(char one) noexcept { return has<0xFF>(one); }

    // Most bytes: what needs no table.
    static constexpr bool is_plain(uint8_t one) noexcept {
        return static_cast<uint8_t>(one - '(') < 0x7F - '(' || one == ' ';
    }

    static constexpr lanes hits(lanes x) noexcept {
        return high(x) | (((x & each(0xFA)) ^ each(0x22)) - each(1));
    }
    template <class Vector> static Vector hits(Vector x) noexcept {
        return is_odd(x) | ((x & static_cast<signed char>(0xFA)) == 0x22);
    }
    // How many bytes at `at + i` do not matter after all.
    static constexpr size_t passes(const char* at, size_t i, size_t size) noexcept {
        const uint8_t one = static_cast<uint8_t>(at[i]);
        if (is_flash_short && (one >= 0x80 || one == '\'')) return 0;  // the machine can tell, too
        if (one >= 0x80) return passes_beyond_ascii(at, i, size);
        if (one == '\'' && i != 0) return is_between_letters(at, i - 1, i + 1, size);
        return meaning_of_byte(one) == meaning::plain;
    }

private:
    // A run of letters, and the blanks between them.
    static constexpr size_t passes_beyond_ascii(const char* at, size_t begin,
                                                size_t size) noexcept {
        size_t i = begin;
        if (size - i >= 3 && at[i] == '\xE2' && at[i + 1] == '\x80' &&
            (at[i + 2] & '\xF8') == '\x98') {
            // (Another short cut: the commonest marks, U+2018 to U+201F.)
            const bool single = (at[i + 2] & '\xFE') == '\x98';
            return single && i != 0 && is_between_letters(at, i - 1, i + 3, size) ? 3 : 0;
        }
        for (;;) {
            // (The two short cuts are what most letters take. No mark begins with these bytes.)
            while (size - i >= 2 && is_from(at[i], 0xC3, 0xDF) && follows(at[i + 1])) i += 2;
            while (size - i >= 3 && is_from(at[i], 0xE4, 0xE9) && follows(at[i + 1]) &&
                   follows(at[i + 2]))
                i += 3;
            if (i == size) break;
            if (at[i] == ' ' && i + 1 != size && (at[i + 1] & 0x80) != 0) {
                ++i;
                continue;
            }
            if ((at[i] & 0x80) == 0) break;
            const decoded one = decode(at + i, size - i);
            if (one.form != decoded::well) break;
            if (meaning_of_point(one.point) != meaning::plain) break;
            i += one.size;
        }
        return i - begin;
    }
    static constexpr bool follows(char one) noexcept {
        return is_follower(static_cast<uint8_t>(one));
    }
    static constexpr bool is_from(char one, uint8_t first, uint8_t last) noexcept {
        return static_cast<uint8_t>(one) >= first && static_cast<uint8_t>(one) <= last;
    }
};

// Line ends, and what may be one but for bytes that are not there.
struct line_ends {
    static constexpr bool matters(char one) noexcept { return has<may_end_line>(one); }

    static constexpr bool is_plain(uint8_t one) noexcept {
        return static_cast<uint8_t>(one - 0x0E) < 0xC2 - 0x0E;
    }

    static constexpr lanes hits(lanes x) noexcept { return high(x); }
    template <class Vector> static Vector hits(Vector x) noexcept {
        constexpr auto lead = static_cast<signed char>(0xC2);  // and 0xE2, but for one bit
        return (x == '\n') | (x == '\r') | ((x & static_cast<signed char>(0xDF)) == lead);
    }
    static constexpr size_t passes(const char* at, size_t i, size_t size) noexcept {
        return line_end_size(at + i, size - i) == 0;
    }
};

// Controls and what is beyond ASCII: all that is not one column wide.
struct odd_bytes {
    static constexpr bool matters(char one) noexcept {
        return !is_plain(static_cast<uint8_t>(one));
    }
    static constexpr bool is_plain(uint8_t one) noexcept {
        return static_cast<uint8_t>(one - ' ') < 0x7F - ' ';
    }

    static constexpr lanes hits(lanes x) noexcept { return high(x); }
    template <class Vector> static Vector hits(Vector x) noexcept { return is_odd(x); }
};

// ---- looking ----

// The first byte that may matter, from `i` on; byte by byte, at most up to `most`.
template <class What>
constexpr size_t first_bytewise(const char* at, size_t i, size_t most) noexcept {
    if (i >= most) return i;
    do {
        const char one = at[i];
        if (!(is_flash_short && What::is_plain(static_cast<uint8_t>(one))) && What::matters(one))
            break;
    } while (++i != most);
    return i;
}

template <class What>
constexpr size_t first_of_lanes(const char* at, size_t i, size_t size) noexcept {
    for (;;) {
        while (size - i >= 8 && (What::hits(load_lanes(at + i)) & each(0x80)) == 0) i += 8;
        const size_t most = i + lesser<size_t>(size - i, 8);
        i = first_bytewise<What>(at, i, most);
        if (i != most || i == size) return i;
    }
}

template <class What, class Vectors>
inline size_t first_of_vectors(const char* at, size_t i, size_t size) noexcept {
    constexpr size_t width = Vectors::width;
    while (size - i >= 2 * width) {
        const auto one = What::hits(Vectors::load(at + i));
        const auto other = What::hits(Vectors::load(at + i + width));
        if constexpr (Vectors::lane_bits == 1) {  // (with one branch)
            const uint64_t bits = Vectors::bits(one) | Vectors::bits(other) << width;
            if (bits != 0) return i + Vectors::first(bits);
        } else if (Vectors::bits(one | other) != 0) {
            const uint64_t bits = Vectors::bits(one);
            return bits != 0 ? i + Vectors::first(bits)
                             : i + width + Vectors::first(Vectors::bits(other));
        }
        i += 2 * width;
    }
    if (size - i >= width) {
        const uint64_t bits = Vectors::bits(What::hits(Vectors::load(at + i)));
        if (bits != 0) return i + Vectors::first(bits);
        i += width;
    }
    if (size < width) return first_bytewise<What>(at, i, size);
    if (i == size) return size;
    const size_t begin = size - width;  // the rest, with what stands before it
    uint64_t bits = Vectors::bits(What::hits(Vectors::load(at + begin)));
    bits >>= (i - begin) * Vectors::lane_bits;
    return bits != 0 ? i + Vectors::first(bits) : size;
}

// The first byte that may matter, from `i` on.
template <class What>
constexpr size_t first_that_may(const char* at, size_t i, size_t size) noexcept {
    if constexpr (vectors::width != 0) {
        if (!__builtin_is_constant_evaluated()) return first_of_vectors<What, vectors>(at, i, size);
    }
    return is_flash_short ? first_bytewise<What>(at, i, size) : first_of_lanes<What>(at, i, size);
}

// The first byte that matters.
//   Gives:    its index, or `size`.
//   Cost:     about one instruction a byte in ASCII with SSE2; more in other scripts, which are
//             read letter by letter.
template <class What> constexpr size_t first(const char* at, size_t size) noexcept {
    size_t i = 0;
    for (;;) {
        i = first_that_may<What>(at, i, size);
        if (i == size) return size;
        const size_t passed = What::passes(at, i, size);
        if (passed == 0) return i;
        i += passed;
    }
}

// The next byte that is more than a part of a word or a blank. An apostrophe between letters is a
// part of a word.
constexpr size_t mark(const char* at, size_t size) noexcept { return first<marks>(at, size); }

}  // namespace scan

// Copies bytes, also to a place before them that they reach into. (memcpy is not there on all
// machines, and not while compiling.)
template <class Vectors = scan::vectors>
constexpr void copy(const char* from, char* to, size_t size) noexcept {
    size_t i = 0;
    if constexpr (Vectors::width != 0) {
        if (!__builtin_is_constant_evaluated() && size >= Vectors::width) {
            const auto last =
                Vectors::load(from + (size - Vectors::width));  // (before it is copied over)
            for (; size - i > Vectors::width; i += Vectors::width)
                Vectors::store(to + i, Vectors::load(from + i));
            return Vectors::store(to + (size - Vectors::width), last);
        }
    }
    if (i == size) return;
    do to[i] = from[i];
    while (++i != size);
}

// Where the first line end in `size` bytes begins.
//   Gives: its index, or where it may begin (when it is cut short), or `size`.
constexpr size_t find_line_end(const char* at, size_t size) noexcept {
    return scan::first<scan::line_ends>(at, size);
}

}  // namespace detail
}  // namespace stet

#endif  // STET_SCAN_HPP

#ifndef STET_WORDS_HPP
#define STET_WORDS_HPP

// words.hpp: the words that show what a line is: "By", "Photo:", "Read more", "November".
// Lists in a dozen languages, lower case, made into a table of fingerprints when the header
// is compiled: two bytes a word in flash, and the strings are gone. A word that is in no
// list is taken for one of them once in a thousand times.

namespace stet {
namespace detail {

enum class word_is : uint8_t {
    plain,      // in no list
    by,         // begins a byline
    role,       // what a writer is
    agency,     // who sent the text or the picture
    credit,     // begins or holds a picture's credit
    furniture,  // of the page, not of the article
    date,       // of dates and times
    ask,        // begins a question
};
constexpr uint8_t word_kinds = 8;

// Fowler-Noll-Vo 1a, taken over letters in place of bytes.
constexpr uint32_t hash_start = 0x811C9DC5;
constexpr uint32_t hash_prime = 0x01000193;
constexpr uint32_t hashed(uint32_t hash, code_point point) noexcept {
    return (hash ^ point) * hash_prime;
}
// The hash before its last letter, which is this one.
constexpr uint32_t unhashed(uint32_t hash, code_point point) noexcept {
    return hash * 0x359C449Bu ^ point;
}
static_assert(hash_prime * 0x359C449Bu == 1, "the one multiplication undoes the other");

// Lower case, for the letters that begin words often; the others stay what they are.
constexpr code_point folded(code_point point) noexcept {
    if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + 0x20 : point;
    const bool pairs = (point >= 0x00C0 && point <= 0x00DE) ||
                       (point >= 0x0391 && point <= 0x03A9) || (point >= 0x0410 && point <= 0x042F);
    return pairs ? point + 0x20 : point;
}

struct word_list {
    word_is is;
    const char16_t* words;  // blanks between; "_" between the words of a phrase
};

// A phrase counts at a line's beginning. Words beyond ASCII are written with escapes and
// read in the comment.
// Sources: the words that stand on bylines, credits and invitations of three or more sites in
// 980 news and web pages, and their like in the other languages; agencies by their bylines;
// months and days as in Unicode CLDR, without those of three letters that are other words.
// clang-format off
constexpr word_list word_lists[] = {
    { word_is::by,
      u"by von par por door av af od przez di oleh autor autora autorin autore auteur author "
      u"written_by posted_by story_by text text_von words redacci\u00F3n "            // redaccion
      u"\u0430\u0432\u0442\u043E\u0440 "                                              // ru avtor
      u"\u6587 \u8A18_\u8005 \u8BB0_\u8005 \u4F5C_\u8005 \uAE30\uC790 "               // ja zh ko
    },
    { word_is::role,
      u"staff writer reporter correspondent editor editors editorial redaktion redakteur "
      u"redakteurin redacteur korrespondent redaktor redakcja redazione newsroom columnist "
      u"contributor contributing journalist corresponsal periodista journaliste redaktionen "
    },
    { word_is::agency,
      u"ap afp reuters dpa apa efe ansa pap epa tass bloomberg upi belga ntb ritzau kna epd sid "
      u"press associated keystone srf cnn bbc pti ians xinhua anadolu "
    },
    { word_is::credit,
      u"photo photos photograph photographer photography foto fotos fotograf bild bilder image "
      u"images credit credits quelle quellen source sources getty shutterstock istock imago "
      u"alliance unsplash pixabay pexels flickr wikimedia commons courtesy screenshot archiv "
      u"illustration caption alamy adobe grafik picture pictured symbolbild symbolfoto "
      u"cr\u00E9dit cr\u00E9dito cr\u00E9ditos zdj\u0119cie fot kuva imagen imagem fuente fonte "
      u"archivo handout rights bildquelle fotoquelle montage reproduction "
      u"\u0444\u043E\u0442\u043E \u5199_\u771F \u56FE_\u7247 \u5716 \u56FE \uC0AC\uC9C4 "  // foto
    },
    { word_is::furniture,
      u"anzeige advertisement advertising werbung publicidad publicit\u00E9 reklama reklam "
      u"related read_more read_next read_also read_the read mehr_zum mehr_zu mehr_dazu mehr_zur "
      u"mehr_von mehr_aus mehr_erfahren lesen_sie lesen weiterlesen auch_interessant "
      u"siehe_auch zum_thema zum_inhaltsverzeichnis zur\u00FCck subscribe newsletter sign_up "
      u"sign_in log_in follow_us follow click_here click skip share teilen compartir partager "
      u"see_also see_more more_on more_from more_about more_stories more_news watch watch_more "
      u"listen download view_comments comments kommentare kommentieren leave_a menu home "
      u"\u00E0_lire lire_aussi lire lisez_aussi voir_aussi lea_tambi\u00E9n leer_m\u00E1s "
      u"lea_m\u00E1s te_puede leia_mais leia_tamb\u00E9m leggi_anche czytaj_te\u017C "
      u"czytaj_tak\u017Ce zobacz_te\u017C les_ogs\u00E5 l\u00E6s_ogs\u00E5 l\u00E4s_mer "
      u"l\u00E4s_ocks\u00E5 lees_ook lue_my\u00F6s baca_juga dowiedz_si\u0119 polecane "
      u"empfohlener redaktioneller inhalt most_popular most_read trending popular recommended "
      u"redaktionsempfehlung get_the get_our tags topics copyright all_rights \u00A9 "
      u"originally_published this_article this_story this_post "
      u"weitere_informationen weitere_infos weitere_artikel weitere_themen weitere_nachrichten "
      u"http https www twitter facebook instagram whatsapp youtube tweet pinterest telegram "
      u"\u0447\u0438\u0442\u0430\u0439\u0442\u0435 "                                  // ru chitayte
      u"\u95A2_\u9023 \u5E83_\u544A \u5EE3_\u544A \u5E7F_\u544A "                         // ja zh
    },
    { word_is::date,  // fillers of three letters and less are passed over: "on", "de", "kl"
      u"january february march april may june july august september october november december "
      u"jan feb mar apr jun jul aug sep sept oct nov dec "
      u"monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
      u"pm gmt utc hours hour ago minutes "
      u"mins updated published posted modified last created " // en
      u"januar j\u00E4nner februar m\u00E4rz mai juni "
      u"juli oktober dezember okt dez montag dienstag "
      u"mittwoch donnerstag freitag samstag sonnabend sonntag uhr stand aktualisiert "
      u"ver\u00F6ffentlicht erstellt lesedauer minuten "                               // de
      u"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
      u"diciembre lunes martes mi\u00E9rcoles jueves viernes s\u00E1bado domingo actualizado "
      u"publicado horas "                                                              // es
      u"janvier f\u00E9vrier mars avril juin juillet ao\u00FBt septembre octobre novembre "
      u"d\u00E9cembre lundi mardi mercredi jeudi vendredi samedi dimanche publi\u00E9 jour "  // fr
      u"gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre aggiornato "
      u"pubblicato "                                                                   // it
      u"janeiro fevereiro mar\u00E7o maio junho julho setembro outubro novembro dezembro "
      u"atualizado "                                                                   // pt
      u"januari februari maart augustus bijgewerkt gepubliceerd "                      // nl
      u"augusti publicerad uppdaterad klockan "                                        // sv
      u"desember publisert oppdatert sist onsdag torsdag fredag l\u00F8rdag s\u00F8ndag "
      u"mandag tirsdag opdateret "                                                     // no da
      u"stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrze\u015Bnia "
      u"pa\u017Adziernika listopada grudnia godz aktualizacja dodano "                 // pl
      u"ocak \u015Fubat mart nisan may\u0131s "
      u"haziran temmuz a\u011Fustos eyl\u00FCl ekim kas\u0131m "
      u"aral\u0131k "                                                                  // tr
      u"\u044F\u043D\u0432\u0430\u0440\u044F \u0444\u0435\u0432\u0440\u0430\u043B\u044F "
      u"\u043C\u0430\u0440\u0442\u0430 \u0430\u043F\u0440\u0435\u043B\u044F \u043C\u0430\u044F "
      u"\u0438\u044E\u043D\u044F "
      u"\u0438\u044E\u043B\u044F \u0430\u0432\u0433\u0443\u0441\u0442\u0430 "
      u"\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F "
      u"\u043E\u043A\u0442\u044F\u0431\u0440\u044F "
      u"\u043D\u043E\u044F\u0431\u0440\u044F \u0434\u0435\u043A\u0430\u0431\u0440\u044F "
      u"\u0433\u043E\u0434\u0430 "                                                     // ru
      u"\u5E74 \u6708 \u65E5 \u6642 \u65F6 \u5206 \u79D2 \u66F4 \u65B0 \u516C \u958B "
      u"\u914D \u4FE1 \u53D1 \u5E03 \u767C "                                           // ja zh
      u"\uB144 \uC6D4 \uC77C \uC785\uB825 \uC218\uC815 \uC624\uC804 \uC624\uD6C4 "     // ko
    },
    { word_is::ask,
      u"what why how who when where which was wie warum wer wann wo welche welcher welches woher "
      u"wieso qu\u00E9 c\u00F3mo cu\u00E1ndo d\u00F3nde qui\u00E9n qui\u00E9nes comment pourquoi "
      u"quand quel quels quelles come perch\u00E9 quando cosa chi como onde hoe waarom hva "
      u"hvorfor hvordan varf\u00F6r hur jak dlaczego co kto czy kiedy "
      u"\u043A\u0430\u043A \u043F\u043E\u0447\u0435\u043C\u0443 \u0447\u0442\u043E "   // ru
    },
};
// clang-format on

// Two words in a row.
constexpr uint32_t phrase_hash(uint32_t first, uint32_t second) noexcept {
    return hashed(first, second >> 7);
}

// The words of the lists by their hashes, in their order. (The lists are read once: what is
// made of them is made of these, since compilers take a microsecond for each step of a letter.)
struct hashed_lists {
    static constexpr size_t most = 1024;  // words

    size_t size = 0;
    uint32_t hash[most] = {};
    word_is is[most] = {};
};
constexpr hashed_lists hash_lists() noexcept {
    hashed_lists made;
    for (const word_list& list : word_lists) {
        uint32_t hash = hash_start;
        uint32_t first = 0;
        bool phrase = false;
        for (const char16_t* at = list.words; *at != 0; ++at) {
            const code_point one = *at;
            if (one != ' ' && one != '_') {
                hash = hashed(hash, one);
                continue;
            }
            if (phrase) hash = phrase_hash(first, hash);
            if (one == ' ') {
                made.hash[made.size] = hash;
                made.is[made.size++] = list.is;
            }
            phrase = one == '_';
            first = hash;
            hash = hash_start;
        }
    }
    return made;
}
constexpr hashed_lists list_hashes = hash_lists();

constexpr size_t words_size = list_hashes.size;
constexpr size_t word_buckets = 128;

constexpr size_t bucket_of(uint32_t hash) noexcept { return hash >> 25; }
constexpr uint16_t print_of(uint32_t hash) noexcept {
    return static_cast<uint16_t>((hash >> 10) & 0xFFF8u);
}

// Where a bucket would begin if all had equally many entries.
constexpr size_t even_begin(size_t bucket) noexcept {
    return static_cast<size_t>(uint32_t{words_size} * bucket / word_buckets);
}

struct word_table {
    uint16_t entries[words_size];     // 13 bits of fingerprint, 3 of word_is; by bucket, ascending
    int8_t begins[word_buckets + 1];  // where a bucket's entries begin, less even_begin()

    constexpr size_t begin_of(size_t bucket) const noexcept {
        return even_begin(bucket) + static_cast<size_t>(begins[bucket]);
    }
};

constexpr word_table make_word_table() noexcept {
    word_table table{};
    uint16_t ends[word_buckets] = {};
    for (size_t i = 0; i < words_size; ++i) ++ends[bucket_of(list_hashes.hash[i])];
    uint16_t sum = 0;
    for (size_t i = 0; i < word_buckets; ++i) {
        table.begins[i] =
            static_cast<int8_t>(static_cast<int>(sum) - static_cast<int>(even_begin(i)));
        const uint16_t here = ends[i];
        ends[i] = sum;
        sum = static_cast<uint16_t>(sum + here);
    }
    for (size_t w = 0; w < words_size; ++w) {
        const uint32_t hash = list_hashes.hash[w];
        const size_t bucket = bucket_of(hash);
        const uint16_t entry =
            static_cast<uint16_t>(print_of(hash) | static_cast<uint8_t>(list_hashes.is[w]));
        const size_t begin = table.begin_of(bucket);
        size_t i = ends[bucket]++;
        for (; i > begin && table.entries[i - 1] > entry; --i)
            table.entries[i] = table.entries[i - 1];
        table.entries[i] = entry;
    }
    return table;
}

constexpr word_table known_words = make_word_table();

// Does each bucket begin where it should? A distance that does not fit would be cut.
constexpr bool is_whole(const word_table& table) noexcept {
    for (size_t i = 0; i < word_buckets; ++i)
        if (table.begin_of(i) > table.begin_of(i + 1)) return false;
    return table.begin_of(word_buckets) == words_size;
}
static_assert(is_whole(known_words), "the words are spread evenly over the buckets");

// Most words are in no list. A bit for each of 4096 hashes tells that of six in seven at once,
// where flash is not short.
struct word_filter {
    uint64_t bits[is_flash_short ? 1 : 64];

    constexpr bool may_have(uint32_t hash) const noexcept {
        return is_flash_short || (bits[hash >> 26] >> (hash >> 20 & 63u) & 1u) != 0;
    }
};
constexpr word_filter make_word_filter() noexcept {
    word_filter filter{};
    for (size_t i = 0; !is_flash_short && i < words_size; ++i)
        filter.bits[list_hashes.hash[i] >> 26] |= uint64_t{1} << (list_hashes.hash[i] >> 20 & 63u);
    return filter;
}
constexpr word_filter known_hashes = make_word_filter();

// Which list a word or a phrase is in, by its hash.
constexpr word_is look_up(uint32_t hash) noexcept {
    if (!known_hashes.may_have(hash)) return word_is::plain;
    const size_t bucket = bucket_of(hash);
    const uint16_t print = print_of(hash);
    const size_t end = known_words.begin_of(bucket + 1);
    size_t i = known_words.begin_of(bucket);
    while (i < end && known_words.entries[i] < print) ++i;
    if (i < end && (known_words.entries[i] & 0xFFF8u) == print)
        return static_cast<word_is>(known_words.entries[i] & 7u);
    return word_is::plain;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_WORDS_HPP

#ifndef STET_MEASURE_HPP
#define STET_MEASURE_HPP

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

#ifndef STET_GLANCE_HPP
#define STET_GLANCE_HPP

// glance.hpp: what is worth knowing of the line behind a block, which is less than of the block.

namespace stet {
namespace detail {

// Glances at a line. After `enough` columns it is a long one, and the rest does not matter.
class line_glance {
public:
    static constexpr uint8_t enough = 60;

    constexpr explicit line_glance(const view& line) noexcept {
        size_t i = 0;
        while (i < line.size && columns <= enough) {
            const uint8_t one = static_cast<uint8_t>(line[i]);
            // (Most of all bytes.)
            if (!is_flash_short && before_ == glyph::blank && is_ascii_letter(one)) {
                const size_t left = enough + 1u - columns;
                i += plain_words(line.data + i, lesser(line.size - i, left));
                continue;
            }
            if (one < 0x80) {
                take(one, glyph_of_ascii(one), false);
                ++i;
                continue;
            }
            const decoded at = decode(line.data + i, line.size - i);
            if (at.size == 0) break;
            i += at.size;
            if (at.form == decoded::well) take(at.point, glyph_of(at.point), is_wide(at.point));
        }
        if (in_word_) end_word();
        if (before_ == glyph::blank && columns != 0) --columns;
        words = static_cast<uint8_t>(words + ((wide_ * 85u) >> 8));
    }

    uint8_t columns = 0;
    uint8_t words = 0;  // what stands between blanks; three CJK letters are one
    uint8_t digits = 0;
    uint16_t number = 0;  // that the line begins with: its first three digits
    glyph first = glyph::nothing;
    glyph last = glyph::nothing;  // closing marks and brackets looked through
    word_is starts = word_is::plain;
    word_marks marks;

private:
    constexpr void take(code_point point, glyph is, bool wide) noexcept {
        if (is == glyph::nothing || (is == glyph::blank && before_ == glyph::blank)) return;
        columns = static_cast<uint8_t>(columns + (wide ? 2 : 1));
        take_letters(point, is, wide && point < 0xAC00);
        if (is != glyph::blank) {
            if (before_ == glyph::blank) ++words;
            if (wide && is <= glyph::digit) ++wide_;
            if (last == glyph::nothing) first = is;
            if (is == glyph::digit) ++digits;
            if (last == glyph::nothing || (is != glyph::quote && is != glyph::unbracket)) last = is;
        }
        before_ = is;
    }

    // Takes words of ASCII letters with a blank behind each, and the letters of one without: what
    // take() does, without its questions.
    //   Requires: a letter, behind a blank or at the line's begin.
    //   Gives:    how many bytes it took.
    constexpr size_t plain_words(const char* at, size_t size) noexcept {
        size_t i = 0;
        do {
            const ascii_word one(at + i, size - i);
            if (one.size == 0) break;
            if (last == glyph::nothing) first = one.first;
            last = before_ = one.last;
            word_ = one.hash;
            letters_ = static_cast<uint8_t>(one.size);
            in_word_ = true;
            ++words;
            i += one.size;
            if (!one.ends) break;
            end_word();
            before_ = glyph::blank;
            ++i;
        } while (i < size);
        columns = static_cast<uint8_t>(columns + i);
        return i;
    }

    // Words, and the number before them. An ideograph is a word.
    constexpr void take_letters(code_point point, glyph is, bool alone) noexcept {
        const bool letter = is <= glyph::letter;
        if (in_word_ && (!letter || alone)) end_word();
        if (letter) {
            if (!in_word_) {
                word_ = hash_start;
                letters_ = 0;
            }
            in_word_ = true;
            word_ = hashed(word_, folded(point));
            ++letters_;
            if (alone) end_word();
        } else if (is == glyph::digit && words <= 1 && digits < 3 && words_seen_ == 0) {
            number = static_cast<uint16_t>(number * 10u + (point & 15u));
        }
    }

    constexpr void end_word() noexcept {
        in_word_ = false;
        marks.add(word_, letters_ > 3);
        if (words_seen_ == 2) return;
        const word_is is = look_up(words_seen_ == 0 ? word_ : phrase_hash(first_, word_));
        if (words_seen_ == 0 || is != word_is::plain) starts = is;
        first_ = word_;
        ++words_seen_;
    }

    uint8_t words_seen_ = 0;  // stops at 2
    uint8_t letters_ = 0;     // of the word
    uint8_t wide_ = 0;        // letters of two columns
    glyph before_ = glyph::blank;
    bool in_word_ = false;
    uint32_t word_ = hash_start;  // of the word: a run of letters
    uint32_t first_ = 0;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_GLANCE_HPP

#ifndef STET_CARD_HPP
#define STET_CARD_HPP

// card.hpp: the score card that tells headings, captions and the like from running text. A row
// is a test of one number that was counted, and the points it gives to each kind when the
// test holds; the highest sum wins, and a paragraph has none. Bounds add up: a line of 50
// columns has the points of all rows "columns, 13" to "columns, 46". A point multiplies the
// odds against a paragraph by 1.1.
//
// The rows are chosen and fitted by bench/fit_blocks.py on gold, never by hand.

namespace stet {
namespace detail {

// What is known of a block beyond its line and the next one.
enum class context : uint8_t {
    place,         // blocks before it
    body,          // text of more than 150 bytes was seen
    before_size,   // bytes of the block before, in fours
    before_open,   // that one has no end sign
    before_colon,  // it ends with a colon
    before_question,
    before_alike,  // it is as long, within a quarter
    before_start,  // it begins with the same word
    mean,          // bytes of the blocks so far, in fours, the later ones counting more
    run,           // short blocks without an end sign before this one, if it is such a one
    gap,           // other blocks since the last of these
    repeated,      // one of the last short lines said the same
    counting,      // its number is the next one
    numbered,
    marked,          // list marks were seen
    announced,       // a colon stands before it, or before the run of short blocks that it ends
    next_columns,    // of the next line, as far as it is seen
    next_words,
    next_digits,
    next_whole,      // all of it is seen
    next_twice,      // it is twice as wide, or over 60 columns
    next_four,       // four times as wide
    next_open,       // all of it is seen, and it has no end sign
    next_stop,       // it has one
    next_alike,      // it is as wide, within a quarter
    next_same,       // it is wider, and has as many bytes, within a half
    next_more,       // it has half as many bytes more, as far as it is seen
    next_size,       // its bytes as far as seen, in fours
    next_kin,        // it is as long, and begins and ends with the like
    before_kin,      // the block before is and does
    before_shares,   // words that the block before seems to have too; stops at 3
    next_shares,     // words that the next line seems to have too; stops at 3
    title_shares,    // words that the headline seems to have too; stops at 3
    titled,          // half of the words or more have a capital
    names,           // two words or more have a capital, and all of over three letters do
    one_capital,     // only one word has one
    ends_word,       // it ends with a letter, of any script
    next_ends_word,  // the next line does
    mostly_shouted,  // most words are in capitals
    all_dated,       // digits, and words of dates only
    dated,           // digits, and a word of dates
    // kinds, not numbers
    next_first,   // glyph: the next line's first sign
    next_last,    // glyph: its last one
    before_last,    // glyph: the last sign of the block before
    before_starts,  // word_is: its first word
    next_starts,  // word_is: its first word, or the first two
};
constexpr uint8_t context_count =
    in_fours(static_cast<uint8_t>(context::next_starts) + 1, fact_count);
constexpr uint8_t number_of(context what) noexcept { return static_cast<uint8_t>(what); }

constexpr uint8_t evidence_count = fact_count + context_count;

// The tests of the rows: "at least", or "is" for what is a kind of something.
constexpr uint8_t test_is = 0x80;
constexpr uint8_t on(fact what) noexcept { return number_of(what); }
constexpr uint8_t on(context what) noexcept {
    return static_cast<uint8_t>(fact_count + number_of(what));
}
constexpr uint8_t is(fact what) noexcept { return static_cast<uint8_t>(test_is | number_of(what)); }
constexpr uint8_t is(context what) noexcept { return static_cast<uint8_t>(test_is | on(what)); }

// The columns of the card.
constexpr kind card_kinds[] = {kind::heading, kind::list_item, kind::caption, kind::furniture,
                               kind::byline,  kind::deck,      kind::headline};
constexpr size_t card_columns = 7;

struct card_row {
    uint8_t what;  // the test and the number's place in the evidence
    uint8_t bound;
    int8_t points[card_columns];
};

constexpr bool holds(const card_row& row, uint8_t number) noexcept {
    return (row.what & test_is) != 0 ? number == row.bound : number >= row.bound;
}

// clang-format off
// BEGIN CARD (bench/fit_blocks.py writes what stands between these two lines)
// The points a kind needs. What wins with less is called a paragraph. A deck of two
// sentences needs them, one of one sentence half of them.
constexpr int8_t card_needs[] = {0, 14, 0, 49, 0, 25, 0};

constexpr card_row card[] = {
    //                                                       hea lis cap fur byl dec hdl
    {on(fact::columns), 0,                                   {-45,-68,-20,-52,-14,-44,-27}},
    {on(fact::columns), 13,                                  {  5,  9, -2,  2,  6, -1,  7}},
    {on(fact::columns), 21,                                  {  3,  2,  0, -2, -6,  2, 17}},
    {on(fact::columns), 31,                                  { -5, -2,  2,  0, -9,  5,  4}},
    {on(fact::columns), 46,                                  { -2,  6,  1, -1, -5,  3,  7}},
    {on(fact::columns), 61,                                  {  1,  4,  1, -1, -3,  7,  5}},
    {on(fact::columns), 81,                                  { -3,  1, -3,  1, -7,  9, -4}},
    {on(fact::columns), 111,                                 {-11, -1, -2, -7, -4,  1,-12}},
    {on(fact::columns), 161,                                 { -4, -2, -9, -5, -2, -7, -8}},
    {on(fact::words), 2,                                     {-10, -9,-19,-15,  9,  0, -8}},
    {on(fact::words), 3,                                     { -5,  2,-14,-11, -5,  0,  7}},
    {on(fact::words), 5,                                     { -2,  1, -3, -4,  1,  5,  5}},
    {on(fact::words), 9,                                     { -7, -2,  4,  2, -8, -2,  2}},
    {on(fact::words), 16,                                    {-10,  0,  5, -9, -2,-12, -3}},
    {on(fact::smalls), 1,                                    {  6,  3,  1,  4, -3,  6,  8}},
    {on(fact::smalls), 3,                                    {  3,  4,  0, -8, -6,  4,  3}},
    {on(fact::smalls), 6,                                    { -2, -5,  0,  5, -5,  4, -6}},
    {on(fact::smalls), 10,                                   { -6, -2, -1,  5, -3,  0, -6}},
    {on(fact::capitals), 1,                                  {  2, -1, -2,  3, -4,  5,  7}},
    {on(fact::capitals), 3,                                  {  1,  1,  7,  8, -1, -2,  0}},
    {on(fact::capitals), 6,                                  { -5, -5, -1,  0,  6,  4,  1}},
    {on(fact::figures), 1,                                   {  8,  6,  0,  3,  0,  4,  1}},
    {on(fact::long_smalls), 1,                               {  1,  3, 11, -2,  5,  4,  1}},
    {on(fact::long_smalls), 2,                               { -1, -1,  1,  7,  5,  5, -6}},
    {on(fact::long_smalls), 4,                               {  0, -9, -2, -7, -3,  0, -3}},
    {on(fact::stops), 1,                                     {-10, -1,  7,  2, -9, -3, -5}},
    {on(fact::years), 1,                                     {  0,  6, 21, -5,  5,  8, -2}},
    {on(fact::clocks), 1,                                    {-20,-18, -9,-18,  7,  2,-12}},
    {on(fact::colon_inside), 1,                              { -5,-16,  0, -2, -1, -3,  8}},
    {on(fact::last_quote), 1,                                {  9,  4,  2, -6, -5, -3,  4}},
    {on(fact::last_bracket), 1,                              { -5,  3,  4,  3, -4, -5, -2}},
    {on(fact::digits), 1,                                    { -9,  1, -2,  2,  1, -4,  3}},
    {on(fact::digits), 3,                                    {  1, -2,-14, -3, -1, -8,  3}},
    {on(fact::digits), 6,                                    { -4,  1, -4, 11,  4, -3, -7}},
    {on(fact::quotes), 1,                                    {  0, -4, -5,  1, -4,  1,  4}},
    {on(fact::brackets), 1,                                  { -7,  4, -4,-13, -3,-10, -2}},
    {on(fact::ends), 2,                                      {  0, -7, -4, -8,  2,  6, -6}},
    {on(fact::questions), 1,                                 {  8,  2,-10, 16, -3, -1,  5}},
    {on(fact::commas), 1,                                    { -6,  0, -2, -1, -1,  0,-10}},
    {on(fact::commas), 3,                                    { -9, -2, -7, -9, -6,-10, -3}},
    {on(fact::copyrights), 1,                                {-14, -3,  3, -2,  0, -2,  0}},
    {on(fact::arrows), 1,                                    {-19, 11,  0, 11,  8, -5,-12}},
    {on(fact::slashes), 1,                                   { -8, -6,  5, -2,  1, -6,-13}},
    {on(fact::others), 1,                                    {  4,  0, -6,  3,  0, -8,  0}},
    {on(fact::plain_words), 1,                               { 11,  8, -2,  5, -4, -1,  8}},
    {on(fact::plain_words), 2,                               { -3, -5,  5, -3, -1,  0, -2}},
    {on(fact::plain_words), 4,                               {  5, -3, -2, -1,  1,  0,  0}},
    {on(fact::by_words), 1,                                  { -3,  0,  1,  1,  9, -2,-16}},
    {on(fact::agency_words), 1,                              { -7, -3, 11, -6,  3,-13,-11}},
    {on(fact::credit_words), 1,                              {-13, -7, 16, -8,-12, -7,-11}},
    {on(fact::credit_words), 2,                              {-12, -5, -1, -1,-10, -5, -2}},
    {on(fact::furniture_words), 1,                           {-11,  3, -5, 14, -2, -2,  0}},
    {on(fact::date_words), 1,                                { -1, -7, -3, -4, -3, -5, -3}},
    {on(fact::date_words), 2,                                { -5,  3,  6, -5,  1, -8, -8}},
    {on(fact::ask_words), 1,                                 { -3,  2, -6, -5, -2,  1,  4}},
    {on(context::place), 2,                                  {  0,  3,  0,  3,-15,-25,  0}},
    {on(context::place), 3,                                  { -3, 10,  3,  0,-27,-13,  0}},
    {on(context::place), 5,                                  {  0,  9,  1,  1,-14,-20,  0}},
    {on(context::place), 10,                                 { -1,  4,  2,  0,-12,-10,  0}},
    {on(context::body), 1,                                   { -3,-10, -6, -7,-14,-12,  0}},
    {on(context::before_size), 8,                            { -1,  4, -5, -2,  6,  4,  0}},
    {on(context::before_size), 16,                           {  0, -3,  2, -5,  7, -1,  0}},
    {on(context::before_size), 38,                           {  3, -8, -2,  0,  0,  0,  0}},
    {on(context::before_size), 80,                           {  2,-10,  2,  3, -5, -1,  0}},
    {on(context::before_open), 1,                            {  0, -3,  3, -2, -1,  3,  0}},
    {on(context::before_start), 1,                           { -9,  1,  8,  0, -2,  2,  0}},
    {on(context::mean), 15,                                  {  2,  1, -1,  4,  3, -1,  0}},
    {on(context::mean), 30,                                  {  4,  5,  1,  8,-10, -1,  0}},
    {on(context::mean), 50,                                  {  2,  3,  6,  0,  2, -5,  0}},
    {on(context::mean), 75,                                  { -3,  1, -5, -5, -1, -1,  0}},
    {on(context::run), 1,                                    { -4,  5, -3,  2,  8, -5,  0}},
    {on(context::run), 2,                                    { -3,  3, -7,  1, -7,  3,  0}},
    {on(context::run), 3,                                    { -3,  3, -1, -5,  3, -3,  0}},
    {on(context::gap), 1,                                    { -9,  3,  2,  2,  3,  3,  0}},
    {on(context::gap), 2,                                    {  3,  2, -1,  2, -4,  2,  0}},
    {on(context::gap), 4,                                    {  3, -6,  0,  4, -3, -6,  0}},
    {on(context::gap), 8,                                    { -5, -6, -5, -1, -1, -1,  0}},
    {on(context::repeated), 1,                               {-11,-11, 18, 13,  3,  0,  0}},
    {on(context::numbered), 1,                               { 17, -9,-11,-11,  0,  0,  0}},
    {on(context::marked), 1,                                 {  6,  8,  3,  1,  0, -2,  0}},
    {on(context::announced), 1,                              { -3, 13,-12,  5, -3,  3,  0}},
    {on(context::next_columns), 1,                           { 20, -1,  9, 18,  0, -1,  0}},
    {on(context::next_columns), 21,                          {  1,  4,  5,  2, -2, -5, -1}},
    {on(context::next_columns), 31,                          {  5,  3, -1,  0, -4,  8,  0}},
    {on(context::next_columns), 61,                          {  5,  0,  2,  5, -4,  1,  3}},
    {on(context::next_words), 4,                             { -1,  1, -6,  3,  5,  0,  0}},
    {on(context::next_words), 9,                             { -3, -2, -1,  2,  2, -3,  1}},
    {on(context::next_digits), 1,                            { -1, -4, -1, -7, -4,  2,  3}},
    {on(context::next_whole), 1,                             { -4,  3,  2,  6,  1, -4,  1}},
    {on(context::next_twice), 1,                             {  1, -4,  1, -4,  5,  0,  0}},
    {on(context::next_four), 1,                              { -1, -2, -2, -4, 12,  0, -4}},
    {on(context::next_open), 1,                              { -2,  6,  4,  7,  2,  0,  5}},
    {on(context::next_stop), 1,                              { -2, -3, -2, -1, -2, -3, -4}},
    {on(context::next_alike), 1,                             {  9,  1,  3,  0,  6, -5, -4}},
    {on(context::next_same), 1,                              {  0, 10, -3, -2,  3, -2,  0}},
    {on(context::next_more), 1,                              {  5,  1,  3,  2,  1,  3,  1}},
    {on(context::next_size), 25,                             {  2,  1, -1, -3,  2, -4, -8}},
    {on(context::next_kin), 1,                               { -5,  6,  5,  6, -5,  5,  2}},
    {on(context::before_kin), 1,                             { -8,  8,  4,  6, -1,  3,  0}},
    {on(context::before_shares), 1,                          { -3, -3, -1, -2, -4,  0,  0}},
    {on(context::before_shares), 2,                          { -3, -1, -1,  5,  2,  3,  0}},
    {on(context::next_shares), 1,                            {  1, -1, -1,  0,  3,  6,  2}},
    {on(context::next_shares), 2,                            {  5,  0, -3,  0, -2, -4,  1}},
    {on(context::next_shares), 3,                            {  5,  4,  5,  9, -1, -2,  3}},
    {on(context::title_shares), 1,                           {  4,  0,  2,  3, -2,  4,  0}},
    {on(context::title_shares), 2,                           {  5,  0,  6,  3, -5,  0,  0}},
    {on(context::title_shares), 3,                           {  1, -5,  5, -3, -2, -3,  0}},
    {on(context::titled), 1,                                 {  4,  2,  2,  8,  7,  0, -3}},
    {on(context::names), 1,                                  {  2,  0, 15, -3, 11,  0,-13}},
    {on(context::one_capital), 1,                            {  0,  0, -6,  2,  0,  0, -1}},
    {on(context::ends_word), 1,                              { 19,  3, 12, 11, 10,  4, 12}},
    {on(context::next_ends_word), 1,                         { -8, -3, -7, -9, -3,  3,  2}},
    {on(context::dated), 1,                                  { -5, -3, -5, -7,  4,  0,-12}},
    {is(fact::first), number_of(glyph::lower),               {-21,  9,  4,  1,  7, -3, -5}},
    {is(fact::first), number_of(glyph::quote),               { -7, -4, -9, -1, -4,  1, -3}},
    {is(fact::first), number_of(glyph::bracket),             {-23, -8,  4, 21,  0, -2,  3}},
    {is(fact::last), number_of(glyph::lower),                {  6, 12,  4,  8, 10, 10,  0}},
    {is(fact::last), number_of(glyph::digit),                { 26,  3, 11,  6,  9,  2,  7}},
    {is(fact::last), number_of(glyph::stop),                 {-24,  1, -3, -8,-10,  4,-27}},
    {is(fact::last), number_of(glyph::question),             {  4,  7,-10, -8, -3, -2,  4}},
    {is(fact::last), number_of(glyph::colon),                { -7, -7,-13, -4,  1, -4, -2}},
    {is(fact::starts), number_of(word_is::by),               { -5, -3, -8,-10,  5, -3,-22}},
    {is(fact::starts), number_of(word_is::credit),           {-11,  3, 16,  8, -5, -1, -2}},
    {is(fact::starts), number_of(word_is::furniture),        {  4, -2, -6, 27,  0, -2,  2}},
    {is(fact::starts), number_of(word_is::ask),              { 13, -2, -6,  8, -1, -7,  0}},
    {is(context::next_first), number_of(glyph::quote),       {-13, -6, -8,  0, -8,  0,  0}},
    {is(context::next_first), number_of(glyph::bracket),     {  1, -3,-20, -6, -1, -6, -4}},
    {is(context::next_first), number_of(glyph::other),       {  8,-10, -6,-11,  3,  8,  3}},
    {is(context::next_last), number_of(glyph::lower),        {  5,  7, -3,  6,  0,  2,  6}},
    {is(context::next_last), number_of(glyph::digit),        {  0, -7, -8,  7,  3,  1, -2}},
    {is(context::next_last), number_of(glyph::stop),         {  4,  4, -7, -4, -1,  0,  3}},
    {is(context::next_last), number_of(glyph::question),     { -3, 10, -7,  3, -2,  6, -4}},
    {is(context::before_last), number_of(glyph::lower),      {  2,  3, -1,  4,  3,  6,  0}},
    {is(context::before_last), number_of(glyph::digit),      { -9,-10, -4, -4, -9,  7,  0}},
    {is(context::before_last), number_of(glyph::quote),      { -5, -2, -2, -6, 10, 14,  0}},
    {is(context::before_last), number_of(glyph::stop),       {  2, -6,  1,  1,  0,  1,  0}},
    {is(context::before_starts), number_of(word_is::credit), {  4, -6, 16, -6, -4,  0,  0}},
    {is(context::before_starts), number_of(word_is::ask),    {-13,  2, -2, 12, -5, -1,  0}},
    {is(context::next_starts), number_of(word_is::by),       {  6,  4, -3, -3, -4,  6,  9}},
    {is(context::next_starts), number_of(word_is::credit),   {  6,  0, 30,  5,  0, -2,  0}},
    {is(context::next_starts), number_of(word_is::date),     {  0, -8,-13,  4,  4,  5, -4}},
};
// The rows' names, for tools; they cost nothing where nobody reads them.
constexpr const char* card_names[] = {
    "columns, 0", "columns, 13", "columns, 21", "columns, 31", "columns, 46", "columns, 61",
    "columns, 81", "columns, 111", "columns, 161", "words, 2", "words, 3", "words, 5", "words, 9",
    "words, 16", "smalls, 1", "smalls, 3", "smalls, 6", "smalls, 10", "capitals, 1", "capitals, 3",
    "capitals, 6", "figures, 1", "long_smalls, 1", "long_smalls, 2", "long_smalls, 4", "stops, 1",
    "years, 1", "clocks, 1", "colon_inside, 1", "last_quote, 1", "last_bracket, 1", "digits, 1",
    "digits, 3", "digits, 6", "quotes, 1", "brackets, 1", "ends, 2", "questions, 1", "commas, 1",
    "commas, 3", "copyrights, 1", "arrows, 1", "slashes, 1", "others, 1", "plain_words, 1",
    "plain_words, 2", "plain_words, 4", "by_words, 1", "agency_words, 1", "credit_words, 1",
    "credit_words, 2", "furniture_words, 1", "date_words, 1", "date_words, 2", "ask_words, 1",
    "place, 2", "place, 3", "place, 5", "place, 10", "body, 1", "before_size, 8", "before_size, 16",
    "before_size, 38", "before_size, 80", "before_open, 1", "before_start, 1", "mean, 15",
    "mean, 30", "mean, 50", "mean, 75", "run, 1", "run, 2", "run, 3", "gap, 1", "gap, 2", "gap, 4",
    "gap, 8", "repeated, 1", "numbered, 1", "marked, 1", "announced, 1", "next_columns, 1",
    "next_columns, 21", "next_columns, 31", "next_columns, 61", "next_words, 4", "next_words, 9",
    "next_digits, 1", "next_whole, 1", "next_twice, 1", "next_four, 1", "next_open, 1",
    "next_stop, 1", "next_alike, 1", "next_same, 1", "next_more, 1", "next_size, 25", "next_kin, 1",
    "before_kin, 1", "before_shares, 1", "before_shares, 2", "next_shares, 1", "next_shares, 2",
    "next_shares, 3", "title_shares, 1", "title_shares, 2", "title_shares, 3", "titled, 1",
    "names, 1", "one_capital, 1", "ends_word, 1", "next_ends_word, 1", "dated, 1", "first, lower",
    "first, quote", "first, bracket", "last, lower", "last, digit", "last, stop", "last, question",
    "last, colon", "starts, by", "starts, credit", "starts, furniture", "starts, ask",
    "next_first, quote", "next_first, bracket", "next_first, other", "next_last, lower",
    "next_last, digit", "next_last, stop", "next_last, question", "before_last, lower",
    "before_last, digit", "before_last, quote", "before_last, stop", "before_starts, credit",
    "before_starts, ask", "next_starts, by", "next_starts, credit", "next_starts, date",
};
// END CARD
// clang-format on
constexpr size_t card_size = sizeof(card) / sizeof(card[0]);
static_assert(card_size < 0x100 && evidence_count <= test_is,
              "a row's place and its test fit a byte");

// Where flash is short a card is summed word by word, a word a row. It holds seven points of four
// bits, -8 to 7, and above them a step, by how much the bound lies above that of the word before:
// one of these. What does not fit is given by more words with a step of 0, and before a step that
// is none of these stand words of no points. So a card of small points is best.
constexpr uint8_t card_steps[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 15, 20, 25, 30, 50};
constexpr int card_bits = 4;
constexpr int card_raised = 8;  // added to a point: sums do not borrow

constexpr uint8_t step_of(uint32_t word) noexcept { return card_steps[word >> (card_columns * card_bits)]; }

// Packs rows.
struct card_packer {
    uint32_t* words;
    uint8_t* numbers;  // what each group of words tests, as card_row::what
    uint8_t* sizes;    // how many words a group has
    bool counts;       // and writes nothing
    size_t count = 0;
    size_t groups = 0;

    constexpr card_packer() noexcept : words(), numbers(), sizes(), counts(true) {}
    constexpr card_packer(uint32_t* words_at, uint8_t* numbers_at, uint8_t* sizes_at) noexcept
        : words(words_at), numbers(numbers_at), sizes(sizes_at), counts(false) {}

    constexpr void pack(const card_row* rows, size_t size) noexcept {
        size_t begin = 0;
        for (size_t i = 0; i < size; ++i) {
            const bool begins = i == 0 || rows[i].what != rows[i - 1].what;
            if (begins) begin = count;
            row(rows[i], begins ? 0 : rows[i - 1].bound);
            if (begins) ++groups;
            if (counts) continue;
            numbers[groups - 1] = rows[i].what;
            sizes[groups - 1] = static_cast<uint8_t>(count - begin - (begin == 0 ? 1 : 0));  // the first is apart
        }
    }

private:
    constexpr void row(const card_row& from, int bound) noexcept {
        int left[card_columns] = {};
        int step = from.bound - bound;
        for (bool placed = false; !placed;) {
            int index = 15;
            while (card_steps[index] > step) --index;
            step -= card_steps[index];
            placed = step == 0;
            for (size_t k = 0; placed && k < card_columns; ++k) left[k] = from.points[k];
            put(index, left);
        }
        while (are_left(left)) put(0, left);
    }
    static constexpr bool are_left(const int (&points)[card_columns]) noexcept {
        for (int each : points)
            if (each != 0) return true;
        return false;
    }
    // Puts as much of the points as a word holds, and leaves the rest.
    constexpr void put(int step, int (&left)[card_columns]) noexcept {
        uint32_t word = static_cast<uint32_t>(step) << (card_columns * card_bits);
        for (size_t k = 0; k < card_columns; ++k) {
            const int some = lesser(greater(left[k], -card_raised), card_raised - 1);
            left[k] -= some;
            word |= static_cast<uint32_t>(some + card_raised) << (k * card_bits);
        }
        if (!counts) words[count] = word;
        ++count;
    }
};

constexpr card_packer count_card(const card_row* rows, size_t size) noexcept {
    card_packer counted;
    counted.pack(rows, size);
    return counted;
}

// Room for so many words, in so many groups that test one number each.
template <size_t Words, size_t Groups = evidence_count> struct small_card {
    uint8_t groups = 0;
    uint8_t numbers[Groups] = {};
    uint8_t sizes[Groups] = {};
    uint32_t words[Words] = {};

    constexpr small_card(const card_row* rows, size_t size) noexcept {
        card_packer packer(words, numbers, sizes);
        packer.pack(rows, size);
        groups = static_cast<uint8_t>(packer.groups);
    }
};

// The sums of points for all kinds, in lanes of 16 bits.
class small_sums {
    static constexpr size_t parts = 4;
    static constexpr uint32_t lanes = 0x000F000F;

    // (Before what calls it: see block.hpp.)
    template <size_t... Part>
    constexpr small_sums(uint32_t word, indices<Part...>) noexcept
        : sums_{((word >> (Part * card_bits)) & lanes)...} {}

public:
    // Begins with a word. (Beginning with zeros would call memset on a Cortex-M0+.)
    constexpr explicit small_sums(uint32_t word) noexcept
        : small_sums(word, typename count_to<parts>::type{}) {}

    constexpr void add(uint32_t word) noexcept {
        for (uint32_t& sum : sums_) {
            sum += word & lanes;
            word >>= card_bits;
        }
        raised_ += card_raised;
    }
    constexpr int operator[](size_t column) const noexcept {
        return static_cast<int>((sums_[column % parts] >> (column / parts * 16)) & 0xFFFFu) - raised_;
    }

private:
    uint32_t sums_[parts];
    int raised_ = card_raised;
};

// The sums for these numbers.
//   Requires: the first row holds always; the rows that test one number stand together, and
//             their bounds ascend.
template <size_t Words, size_t Groups>
constexpr small_sums sum_of(const small_card<Words, Groups>& rows, const uint8_t* numbers) noexcept {
    const uint32_t* word = rows.words;
    small_sums sums(*word++);
    for (size_t g = 0; g < rows.groups; ++g) {
        const uint32_t* at = word;
        word += rows.sizes[g];
        const uint8_t what = rows.numbers[g];
        int left = numbers[what & 0x7Fu];  // from a word's bound up to the number
        if ((what & test_is) == 0) {
            for (; at != word && (left -= step_of(*at)) >= 0; ++at) sums.add(*at);
        } else {
            for (; at != word && (left -= step_of(*at)) >= 0; ++at)
                if (left == 0) sums.add(*at);
        }
    }
    return sums;
}

// Where flash is not short, each number is looked at once, however many rows test it: how many
// bounds it has reached says where the sum of their rows stands. The bounds of all numbers are
// asked side by side, the lowest ones first, where there are vectors.
struct large_sums {
    uint64_t low = 0;  // the sum of points, each times 2 to the power of 16 times its column
    uint64_t high = 0;

    constexpr void add(const large_sums& more) noexcept {
        low += more.low;
        high += more.high;
    }
    constexpr int operator[](size_t column) const noexcept {
        const uint64_t raised = (column < 4 ? low : high) + 0x8000800080008000u;
        return static_cast<int>((raised >> (column % 4 * 16)) & 0xFFFFu) - 0x8000;
    }
};

constexpr size_t lanes_of_card = scan::vectors::width != 0 ? scan::vectors::width : 4;
constexpr int8_t to_signed(int value) noexcept { return static_cast<int8_t>(value - 0x80); }

template <size_t Rows> struct large_card {
    static constexpr size_t most_bounds = 12;  // of a number
    static constexpr size_t most_kinds = 12;   // numbers that are kinds
    static constexpr size_t kinds_size = 32;   // all of them are less by one at least

    size_t kind_numbers = 0;
    large_sums always;          // the rows with a bound of 0
    large_sums sums[Rows + 1];  // of a number's rows up to this one; the first has no points
    int8_t below[most_bounds][evidence_count] = {};   // less by one than the bound, in order
    uint8_t before[evidence_count] = {};              // the sum before the number's first
    uint8_t bounds[evidence_count] = {};              // how many the number has
    uint8_t kind_number[most_kinds] = {};
    uint8_t kind_sums[most_kinds][kinds_size] = {};  // which sum a kind has
    uint8_t levels[evidence_count / lanes_of_card] = {};  // how many bounds its numbers have at most

    constexpr const large_sums& of_kind(size_t which, uint8_t is) const noexcept {
        return sums[kind_sums[which][lesser<size_t>(is, kinds_size - 1)]];
    }

    // (Few steps a row: each takes the compiler a microsecond, in every unit.)
    constexpr large_card(const card_row* rows, size_t size) noexcept {
        uint8_t last = 0xFF;  // what the row before tests
        for (size_t i = 0; i < size; ++i) {
            const card_row& row = rows[i];
            const uint8_t what = row.what;
            const uint8_t bound = row.bound;
            large_sums& sum = sums[i + 1];
            sum.low = in_lanes(row.points[0], row.points[1], row.points[2], row.points[3]);
            sum.high = in_lanes(row.points[4], row.points[5], row.points[6], 0);
            if ((what & test_is) != 0) {
                if (what != last) kind_number[kind_numbers++] = what & 0x7Fu;
                kind_sums[kind_numbers - 1][bound] = static_cast<uint8_t>(i + 1);
            } else if (bound == 0) {
                always.add(sum);
            } else {
                uint8_t& reached = bounds[what];
                if (reached == 0) before[what] = static_cast<uint8_t>(i);
                else sum.add(sums[i]);
                below[reached++][what] = to_signed(bound - 1);
            }
            last = what;
        }
        for (size_t n = 0; n < evidence_count; ++n) {
            uint8_t& most = levels[n / lanes_of_card];
            if (most < bounds[n]) most = bounds[n];
        }
        for (size_t n = 0; n < evidence_count; ++n)
            for (size_t level = bounds[n]; level < levels[n / lanes_of_card]; ++level)
                below[level][n] = 0x7F;
    }

private:
    static constexpr uint64_t in_lanes(int64_t first, int64_t second, int64_t third,
                                       int64_t fourth) noexcept {
        return static_cast<uint64_t>(first) + (static_cast<uint64_t>(second) << 16) +
               (static_cast<uint64_t>(third) << 32) + (static_cast<uint64_t>(fourth) << 48);
    }
};

// Adds the sums that the numbers have reached, as many numbers side by side as a vector has lanes.
template <class Vectors, size_t Rows>
inline void add_bounds(const large_card<Rows>& rows, const uint8_t* numbers, large_sums& sums) noexcept {
    using vector = typename Vectors::type;
    static_assert(evidence_count % Vectors::width == 0, "whole vectors");
    for (size_t n = 0; n < evidence_count; n += Vectors::width) {
        const vector here = Vectors::load(reinterpret_cast<const char*>(numbers + n)) ^ to_signed(0);
        vector passed = {};
        for (size_t level = 0; level < rows.levels[n / Vectors::width]; ++level)
            passed -= here > Vectors::load(reinterpret_cast<const char*>(rows.below[level] + n));
        uint64_t bits = Vectors::bits(passed > 0);
        int8_t index[Vectors::width];
        Vectors::store(reinterpret_cast<char*>(index), passed);
        for (; bits != 0; bits = Vectors::without_first(bits)) {
            const size_t lane = Vectors::first(bits);
            sums.add(rows.sums[rows.before[n + lane] + static_cast<size_t>(index[lane])]);
        }
    }
}

// The sums for these numbers.
template <size_t Rows>
constexpr large_sums sum_of(const large_card<Rows>& rows, const uint8_t* numbers) noexcept {
    large_sums sums = rows.always;
    for (size_t i = 0; i < rows.kind_numbers; ++i)
        sums.add(rows.of_kind(i, numbers[rows.kind_number[i]]));
    if constexpr (scan::vectors::width != 0) {
        if (!__builtin_is_constant_evaluated()) {
            add_bounds<scan::vectors>(rows, numbers, sums);
            return sums;
        }
    }
    for (size_t n = 0; n < evidence_count; ++n) {
        size_t passed = 0;
        while (passed < rows.bounds[n] && to_signed(numbers[n]) > rows.below[passed][n]) ++passed;
        if (passed != 0) sums.add(rows.sums[rows.before[n] + passed]);
    }
    return sums;
}

template <bool Short, size_t Words, size_t Groups, size_t Rows> struct card_for { using type = large_card<Rows>; };
template <size_t Words, size_t Groups, size_t Rows> struct card_for<true, Words, Groups, Rows> {
    using type = small_card<Words, Groups>;
};

constexpr card_packer counted_card = count_card(card, is_flash_short ? card_size : 0);
constexpr card_for<is_flash_short, counted_card.count, counted_card.groups, card_size>::type packed(card, card_size);

}  // namespace detail
}  // namespace stet

#endif  // STET_CARD_HPP

#ifndef STET_BLOCK_HPP
#define STET_BLOCK_HPP

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

#ifndef STET_LINE_HPP
#define STET_LINE_HPP

// line.hpp: how wide a line is, and the mark it begins with.

namespace stet {
namespace detail {

constexpr uint8_t mark_size_most = 32;  // bytes; what is longer is no mark

// The line mark at the front of a line: "## ", "> ", "- ", "12. ".
struct mark_at {
    constexpr mark_at() noexcept {}
    constexpr explicit mark_at(const view& text) noexcept { read(text); }

    line_mark mark = line_mark::none;
    uint8_t level = 0;    // how many "#" or ">"
    uint16_t number = 0;  // of a numbered item
    uint8_t size = 0;     // bytes, the blanks after it included; 0: no mark

    // Reads the mark at the front of a line. It needs a blank and a word after it; ">" needs
    // neither.
    //   Requires: `text` begins with the line's first byte that is not blank.
    constexpr void read(const view& text) noexcept {
        mark = line_mark::none;
        level = size = 0;
        number = 0;
        if (text.empty()) return;
        const size_t most = lesser<size_t>(text.size, mark_size_most);
        const uint8_t first = static_cast<uint8_t>(text[0]);
        if (is_ascii_letter(first)) return;
        line_mark kind_of_mark = line_mark::none;
        size_t i = 0;
        if (first == '#') {
            while (i < most && text[i] == '#') ++i;
            if (i <= 6) kind_of_mark = line_mark::hash;
            level = static_cast<uint8_t>(i);
        } else if (first == '>') {
            for (; i < most && (text[i] == '>' || is_ascii_blank(static_cast<uint8_t>(text[i])));
                 ++i)
                if (text[i] == '>') ++level;
            mark = line_mark::quoted;
            size = static_cast<uint8_t>(i);
            return;
        } else if (first == '-' || first == '*' || first == '+') {
            kind_of_mark = line_mark::bullet;
            i = 1;
        } else if (first >= '0' && first <= '9') {
            for (; i < most && i < 3 && text[i] >= '0' && text[i] <= '9'; ++i)
                number = static_cast<uint16_t>(number * 10 + (text[i] - '0'));
            if (i < most && (text[i] == '.' || text[i] == ')')) kind_of_mark = line_mark::number;
            ++i;
        } else if (first >= 0xC2) {
            const decoded point = decode(text.data, most);
            if (is_bullet(point.point)) kind_of_mark = line_mark::bullet;
            i = point.size;
        }
        const size_t words = i;
        while (i < most && is_ascii_blank(static_cast<uint8_t>(text[i]))) ++i;
        const bool word_after = i > words && i < most &&
                                last_line_end_size(text.data + i, most - i) == 0 &&
                                !is_margin(decode(text.data + i, most - i).point);
        if (kind_of_mark == line_mark::none || !word_after) {
            level = 0;
            number = 0;
            return;
        }
        mark = kind_of_mark;
        size = static_cast<uint8_t>(i);
    }
};

constexpr uint8_t widest = 100;  // columns; text is wrapped at 60 to 80

constexpr uint8_t add_columns(uint8_t have, size_t more) noexcept {
    return to_byte(have + more);
}

// A line as the layout sees it. It can be measured piece by piece.
struct line {
    constexpr line() noexcept {}
    constexpr explicit line(offset place) noexcept : begin(place), end(place) {}

    offset begin = 0;       // its first byte that is not blank
    offset end = 0;         // how far it is measured: its line end, when `complete`
    uint8_t indent = 0;     // columns before `begin`; stops at 255
    uint8_t columns = 0;    // from `begin`; stops at 255
    uint8_t doubles = 0;    // letters of two columns among them, as far as they are counted
    uint8_t first = 0;      // columns of its first word, after any ">"
    uint8_t quoted = 0;     // how many ">" it begins with
    bool complete = false;  // all of it is measured
    bool wide = false;      // over `widest` columns: no wrapped text has such lines
    bool worded = false;    // a word has begun: not blank
    bool broken = false;    // its first word has ended: it could be wrapped there

    constexpr unsigned width() const noexcept { return unsigned{indent} + columns; }
    constexpr unsigned letters() const noexcept { return unsigned{columns} - doubles; }

    // Starts over, with nothing measured.
    constexpr void start(offset place, uint8_t indented) noexcept {
        begin = end = place;
        indent = indented;
        columns = doubles = first = quoted = 0;
        complete = wide = worded = broken = false;
    }

    // Becomes the other line, member by member: a struct copy would call memcpy.
    constexpr void become(const line& other) noexcept {
        begin = other.begin;
        end = other.end;
        indent = other.indent;
        columns = other.columns;
        doubles = other.doubles;
        first = other.first;
        quoted = other.quoted;
        complete = other.complete;
        wide = other.wide;
        worded = other.worded;
        broken = other.broken;
    }

    // Measures on, up to the line end or until the line is wide.
    //   Requires: the bytes that follow `end`; `all`: the line ends with them at the latest.
    //   Cost:     reads each byte once.
    constexpr void measure(const char* bytes_at, size_t size, bool all) noexcept {
        size_t i = 0;
        while (i < size && !wide) {
            if (worded && !is_flash_short) {  // (180 bytes on a Cortex-M0+)
                const size_t plain_bytes = measure_ascii(bytes_at + i, size - i);
                i += plain_bytes;
                end += static_cast<offset>(plain_bytes);
                if (i == size || wide) break;
            }
            const uint8_t took = measure_one(bytes_at + i, size - i, all);
            if (took == 0) break;
            end += took;
            i += took;
        }
        complete = !wide && (all || last_line_end_size(bytes_at + i, size - i) != 0);
    }

private:
    // The short way over words and blanks of ASCII, which are one column each.
    constexpr size_t measure_ascii(const char* at, size_t size) noexcept {
        size_t i = 0;
        if (!broken) {
            while (i < size && at[i] != ' ' && !scan::odd_bytes::matters(at[i])) ++i;
            first = add_columns(first, i);
            if (i == size || at[i] != ' ') {
                columns = add_columns(columns, i);
                return i;
            }
            broken = true;
        }
        const size_t before = i;
        const size_t room = columns + before > widest ? before : widest + 1u - columns;
        i = scan::first_that_may<scan::odd_bytes>(at, i, lesser(size, room));
        columns = add_columns(columns, i);
        wide = columns > widest;
        return i;
    }

    // Gives how many bytes it took; 0 at a line end or where a code point is cut short.
    constexpr uint8_t measure_one(const char* at, size_t size, bool all) noexcept {
        const uint8_t one = static_cast<uint8_t>(at[0]);
        const bool in_margin = begin == end;
        uint8_t took = 1;
        uint8_t more = 1;
        bool blank = is_ascii_blank(one);
        bool noted = false;
        if (one < 0x80) {
            if (one == '\n' || one == '\r') return 0;
            noted = (one < ' ' && !blank) || one == 0x7F;
            more = !noted;
        } else {
            if ((all ? last_line_end_size(at, size) : line_end_size(at, size)) != 0) return 0;
            const decoded point = decode(at, size);
            if (point.form == decoded::cut && !all) return 0;
            took = point.form == decoded::cut ? static_cast<uint8_t>(size) : point.size;
            if (point.form == decoded::well) {
                more = columns_of(point.point);
                blank = !worded && is_margin(point.point);
            }
            noted = in_margin && (point.form != decoded::well || is_noted(point.point));
        }
        if (in_margin && (noted || blank)) begin = end + took;
        if (noted) return took;
        if (!worded && blank) {
            uint8_t& side = quoted == 0 ? indent : columns;
            side = add_columns(side, more);
        } else if (!worded && one == '>') {
            quoted = add_columns(quoted, 1);
            columns = add_columns(columns, 1);
        } else if (worded || more != 0) {
            add_word(more, blank);
        }
        return took;
    }

    constexpr void add_word(uint8_t more, bool blank) noexcept {
        worded = true;
        if (!broken && !blank && (more == 1 || first == 0)) first = add_columns(first, more);
        if (blank || more == 2) broken = true;
        columns = add_columns(columns, more);
        if (more == 2) doubles = add_columns(doubles, 1);
        wide = broken && columns > widest;
    }
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LINE_HPP

#ifndef STET_LAYOUT_HPP
#define STET_LAYOUT_HPP

// layout.hpp: how lines join into blocks. Nobody says whether a text is dense (a block a
// line), spaced (a blank line between blocks) or wrapped (blocks broken at some width); the
// widths of its lines do. These sentences are part of the contract.
//
//  1. A block ends where a blank line or the end of the article follows. A line begins with its
//     first sign that is no blank and told as no note; without a sign that has a column, or with
//     none but ">", it is blank.
//  2. It ends before a line that begins with "#", with "*", "+" or a bullet, or with ">"
//     where it does not itself, and after a line with "#"; a block quote of ">" goes on only
//     over lines with as many ">".
//  3. It ends before "-" or a number, if it begins with such a mark itself, or its last line
//     is a sentence's or an announcement's end (. : ; ! ?, beyond ASCII any sign), or the number
//     is 1.
//  4. It ends before and after a line that is only a rule ("---", "===", "***"), as far as it is
//     looked at: 120 bytes, and no further than Limits::heading on a block's first line.
//  5. It ends before a line that is indented deeper than its last one by two columns or more,
//     but for the second line of a list item; and before one that is indented less than its
//     last one by as much, but for its second line. (The lines of a block quote of ">" may be
//     indented as they like.) A tab is one column. The text's margin is the
//     least indentation of its paragraphs so far, a block's is that of its lines (of a long one's
//     that begin within Limits::heading); they are compared for a block of several lines, and for
//     all in a text that is known to be wrapped.
//  6. A line is wide when it has over 100 columns and a letter of two columns among them, or a
//     space or a tab behind its first word; that is where it could have been wrapped. As long as
//     all blocks stand between blank lines, so is the first line of a block that is longer than
//     Limits::heading. Wrapped text has no wide lines: a block ends before and after one.
//  7. What is left is decided by width; blanks at a line's end count. A line was wrapped if the
//     first word of the next line would not have fitted: its columns, a blank and that word
//     reach past the width of the text. The width is that of the widest line known to be
//     wrapped, 255 columns at most; a quarter less also counts, for text that was wrapped by
//     hand or by eye. A letter of two columns is a word for this. Scripts without blanks are
//     wrapped by letters: once a line with letters of two columns was, those were also that
//     have as many letters, or up to two less.
//  8. Before anything is known of the text, or when all blocks so far stood between blank
//     lines, that width is the widest of this line and the two after it, and the line must
//     have 50 columns itself, indentation counted; and the same must hold for the line after
//     it, unless that ends its block before a blank line, or ends the article and begins in
//     lower case. A blank line that ends the article is not one. A line with letters of two
//     columns goes on also if it has 25 letters or more, and the next one just as many.
//  9. A text with wide lines and no blank lines is dense: a block ends with its line. A blank
//     line ends that. A block of several lines before a blank line makes the text wrapped.

namespace stet {
namespace detail {

enum class text_layout : uint8_t { unknown, dense, spaced, wrapped };

constexpr uint8_t narrowest = 50;  // columns; sentence 8
constexpr uint8_t fewest = 25;     // letters; sentence 8

// Does a sentence or an announcement end with this? Beyond ASCII with any sign, be it a mark.
constexpr bool ends_something(code_point last) noexcept {
    if (last >= 0x80) return !is_letter(last) && !is_digit(last);
    return last == '.' || last == ':' || last == ';' || last == '!' || last == '?';
}

// What a block has shown of itself so far, for the question where it ends.
struct open_block {
    constexpr open_block() noexcept {}
    line_mark mark = line_mark::none;
    uint8_t level = 0;    // number of "#" or ">"
    uint8_t lines = 0;    // stops at 255
    uint8_t indent = 0;   // of its first line
    bool rule = false;    // its first line is a rule
};

// The widths of a text's lines, as far as they decide.
class layout {
public:
    constexpr layout() noexcept {}
    constexpr explicit layout(offset place) noexcept : next_(place), third_(place) {}

    // Does the line `last` go on in the line after it? Remembers what the answer shows.
    //   Requires: `rest` begins with the line end of `last` and holds Limits::next bytes, or
    //             less if nothing follows (`all`); `place` is its offset.
    //   Gives:    true for a soft break; then following() is the next line.
    template <class Limits>
    constexpr bool joins(const open_block& block, const line& last, code_point last_point,
                         const view& rest, offset place, bool all) noexcept {
        const uint8_t ended = last_line_end_size(rest.data, rest.size);
        const bool blank = !look<Limits>(rest, place, ended, all);
        if (blank) {
            leave_by_blank_line(block, last);
            return false;
        }
        const bool join = goes_on<Limits>(block, last, last_point, rest, place, all);
        if (join) {
            const uint8_t width = add_columns(last.indent, last.columns);
            if (block.lines == 1 && layout_ != text_layout::wrapped) width_ = letters_ = 0;
            width_ = greater(width_, width);
            if (last.doubles != 0)
                letters_ = greater(letters_, static_cast<uint8_t>(last.letters()));
        } else if (last.wide || next_.wide) {
            layout_ = text_layout::dense;
        }
        return join;
    }

    // Do lines have to be measured that are longer than the look-ahead?
    constexpr bool measures() const noexcept {
        return layout_ == text_layout::unknown || layout_ == text_layout::wrapped;
    }

    // Can the widths of lines still decide? Else the block ends at this line end: in a dense
    // text it ends with its line, and a blank line ends it in any text.
    //   Requires: `rest` as for joins().
    template <class Limits>
    constexpr bool widths_matter(const open_block& block, const view& rest) noexcept {
        if (block.lines > 1 || measures()) return true;
        const size_t blank = blank_line_size(rest);
        Limits::steps(blank);
        if (blank == 0) return layout_ == text_layout::spaced;
        layout_ = text_layout::spaced;
        return false;
    }

    // The line after the last one that joins() was asked about.
    constexpr const line& following() const noexcept { return next_; }

    // The same for a block that is still to come, whose first words are these.
    template <class Limits>
    constexpr const line& following(const view& words, offset place, uint8_t indent,
                                    bool all) noexcept {
        if (next_.begin == place) return next_;
        next_.start(place, indent);
        next_.measure(words.data, words.size, all);
        Limits::steps(next_.end - place);
        return next_;
    }

    // The line after that one, which begins at `place`: it need not be measured again.
    constexpr void keep(const line& measured, offset place) noexcept {
        third_.become(measured);
        third_start_ = place;
    }

    // In wrapped text, does a line go on whatever the next word is?
    constexpr bool is_full(const line& last) const noexcept {
        return last.width() > least_wrapped() || has_all_letters(last);
    }

    // And does a full one of a block that begins with `mark` go on in this line, whose words are
    // these? No, where joins() says so, and where a line mark would have to decide.
    static constexpr bool will_join(line_mark mark, bool one_line, const line& last,
                                    const line& next, const view& words) noexcept {
        return next.worded && !next.wide && indented_alike(mark, one_line, last, next.indent) &&
               mark_at(words).mark == line_mark::none && !is_rule(words);
    }

    // Forgets the text.
    constexpr void restart() noexcept {
        next_.begin = 0;  // (a line behind another begins later)
        next_.worded = next_.complete = third_.complete = false;
        layout_ = text_layout::unknown;
    }

    constexpr text_layout now() const noexcept { return layout_; }

private:
    // Measures the next line, unless that is done. False: it is blank, or there is none.
    template <class Limits>
    constexpr bool look(const view& rest, offset place, uint8_t ended, bool all) noexcept {
        const offset start = place + ended;
        if (third_.complete && third_start_ == start) {
            next_.become(third_);
        } else {
            next_.start(start, 0);
            next_.measure(rest.data + ended, rest.size - ended, all);
            Limits::steps(next_.end - start);
        }
        third_.complete = false;
        return next_.worded;
    }

    // Is there nothing but blanks, ">" and what has no column in the line after this line end (no
    // word, as line::measure sees them)? Gives how many bytes that took to see, 0 if there is
    // something.
    static constexpr size_t blank_line_size(const view& rest) noexcept {
        size_t i = last_line_end_size(rest.data, rest.size);
        bool in_margin = true;
        while (i < rest.size && last_line_end_size(rest.data + i, rest.size - i) == 0) {
            const decoded at = decode(rest.data + i, rest.size - i);
            if (at.form == decoded::cut) break;
            const bool ill = at.form == decoded::ill;
            const bool control = !ill && (at.point < ' ' || at.point == 0x7F);
            const bool noted = control || (in_margin && (ill || is_noted(at.point)));
            in_margin = in_margin && (noted || is_margin(at.point));
            const bool wordless = at.point == '>' || is_margin(at.point) ||
                                  columns_of(at.point) == 0;
            if (!noted && (ill || !wordless)) return 0;
            i += at.size;
        }
        return i + 1;
    }

    constexpr void leave_by_blank_line(const open_block& block, const line& last) noexcept {
        if (block.lines > 1 && !last.wide) {
            layout_ = text_layout::wrapped;
        } else if (last.wide) {
            layout_ = text_layout::spaced;
        }
    }

    template <class Limits>
    constexpr bool goes_on(const open_block& block, const line& last, code_point last_point,
                           const view& rest, offset place, bool all) noexcept {
        const size_t skip = next_.begin - place;
        const view next = {rest.data + skip, rest.size - skip};
        if (block.mark == line_mark::hash || block.rule) return false;
        const mark_at mark(next);
        Limits::steps(2);
        if (mark.mark == line_mark::hash || is_rule(next)) return false;
        if (block.mark == line_mark::quoted || mark.mark == line_mark::quoted) {
            if (block.mark != mark.mark || block.level != mark.level) return false;
        } else if (mark.mark == line_mark::bullet || mark.mark == line_mark::number) {
            const bool firm =
                next[0] == '-' || (mark.mark == line_mark::number && mark.number != 1);
            if (!firm || block.mark == mark.mark || ends_something(last_point)) return false;
        }
        if (last.wide || next_.wide) return false;
        if (block.mark != line_mark::quoted &&
            !indented_alike(block.mark, block.lines == 1, last, next_.indent))
            return false;

        const unsigned reach = last.width() + 1 + next_.first;
        const bool in_wrapped = layout_ == text_layout::wrapped || block.lines > 1;
        if (in_wrapped) return reach > least_wrapped() || has_all_letters(last);
        if (last.doubles != 0 && last.letters() >= fewest && next_.complete &&
            last.letters() == next_.letters())
            return true;
        return fits_around<Limits>(last, reach, rest, place, all);
    }

    constexpr unsigned least_wrapped() const noexcept { return width_ - width_ / 4u; }

    constexpr bool has_all_letters(const line& last) const noexcept {
        return letters_ != 0 && last.letters() + 2 >= letters_;
    }

    // Sentence 5: the next line is indented by so many columns.
    static constexpr bool indented_alike(line_mark mark, bool one_line, const line& last,
                                         uint8_t indent) noexcept {
        const bool item = mark == line_mark::bullet || mark == line_mark::number;
        if (indent > last.indent + 1) return item && one_line;
        if (indent + 1 < last.indent) return one_line;
        return true;
    }

    // The first code point that has a width; 0 if what stands there is ill-formed.
    //   Requires: there is one, or something ill-formed.
    static constexpr code_point first_point(const view& rest, size_t at) noexcept {
        decoded first = decode(rest.data + at, rest.size - at);
        while (first.form == decoded::well && is_transparent(first.point)) {
            at += first.size;
            first = decode(rest.data + at, rest.size - at);
        }
        return first.form == decoded::well ? first.point : 0;
    }

    // Sentence 8.
    template <class Limits>
    constexpr bool fits_around(const line& last, unsigned reach, const view& rest, offset place,
                               bool all) noexcept {
        if (last.width() < narrowest || !next_.complete) return false;
        if (reach <= next_.width()) return false;
        const size_t skip = next_.end - place;
        const uint8_t ended = last_line_end_size(rest.data + skip, rest.size - skip);
        if (all && skip + ended == rest.size)
            return is_lower(first_point(rest, next_.begin - place));
        third_start_ = next_.end + ended;
        third_.start(third_start_, 0);
        third_.measure(rest.data + skip + ended, rest.size - skip - ended, all);
        Limits::steps(third_.end - third_start_);
        if (!third_.worded) return third_.complete;
        if (third_.wide || reach <= third_.width()) return false;
        const unsigned next_reach = next_.width() + 1 + third_.first;
        return next_.width() >= narrowest && next_reach > last.width() &&
               next_reach > third_.width();
    }

    uint8_t width_ = 0;
    uint8_t letters_ = 0;  // of the longest line with letters of two columns that was wrapped
    text_layout layout_ = text_layout::unknown;
    offset third_start_ = 0;
    line next_;
    line third_;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LAYOUT_HPP

#ifndef STET_MARKS_HPP
#define STET_MARKS_HPP

// marks.hpp: the quotation marks of the world, and which of them closes a quotation that
// another one opened. The pairs are those of 766 locales (Unicode CLDR 48.2, delimiters), and
// pairs of a typographic mark with a straight one, as they come about in editing.
//
// CLDR data: Copyright 1991-2025 Unicode, Inc. Used under the Unicode License V3
// (SPDX: Unicode-3.0; https://www.unicode.org/license.txt), whose notice this is.

namespace stet {
namespace detail {

// The marks, each a bit, so that the ones that close another are a set.
using sign_set = uint32_t;
// clang-format off
constexpr sign_set left_double   = sign_set{1} << 0;   // U+201C
constexpr sign_set right_double  = sign_set{1} << 1;   // U+201D
constexpr sign_set low_double    = sign_set{1} << 2;   // U+201E
constexpr sign_set left_single   = sign_set{1} << 3;   // U+2018
constexpr sign_set right_single  = sign_set{1} << 4;   // U+2019, also the apostrophe
constexpr sign_set low_single    = sign_set{1} << 5;   // U+201A
constexpr sign_set left_angles   = sign_set{1} << 6;   // U+00AB
constexpr sign_set right_angles  = sign_set{1} << 7;   // U+00BB
constexpr sign_set left_angle    = sign_set{1} << 8;   // U+2039
constexpr sign_set right_angle   = sign_set{1} << 9;   // U+203A
constexpr sign_set open_corner   = sign_set{1} << 10;  // U+300C
constexpr sign_set close_corner  = sign_set{1} << 11;  // U+300D
constexpr sign_set open_white    = sign_set{1} << 12;  // U+300E
constexpr sign_set close_white   = sign_set{1} << 13;  // U+300F
constexpr sign_set open_prime    = sign_set{1} << 14;  // U+301D
constexpr sign_set close_prime   = sign_set{1} << 15;  // U+301E, U+301F
constexpr sign_set straight      = sign_set{1} << 16;  // U+0022, U+FF02
constexpr sign_set apostrophe    = sign_set{1} << 17;  // U+0027
constexpr sign_set apostrophes   = sign_set{1} << 18;  // U+0027 or U+2019 twice
constexpr sign_set speech_dash   = sign_set{1} << 19;  // U+2013 to U+2015, at a paragraph's beginning

constexpr sign_set left_signs     = left_double | left_single | left_angles | left_angle;
constexpr sign_set right_signs    = right_double | right_single | right_angles | right_angle;
constexpr sign_set opening_signs  = low_double | low_single | open_corner | open_white | open_prime;
constexpr sign_set closing_signs  = close_corner | close_white | close_prime;
constexpr sign_set single_signs   = left_single | right_single | apostrophe;
constexpr sign_set single_rank    = single_signs | low_single | left_angle | right_angle;
constexpr sign_set spaced_signs   = left_double | right_double | straight;  // lone ones are doubted

struct sign_row {
    uint16_t point;
    sign_set sign;
    sign_set closed_by;  // besides by itself, if it is a straight one
};

// Which marks close a quotation that this one opened. The last row is that of the dashes, which
// nothing closes but another dash, or the paragraph's end.
constexpr sign_row signs[] = {
    //point   sign           closed by                                     source
    { 0x0022, straight,      straight | right_double                  },  // keyboards
    { 0x0027, apostrophe,    apostrophe | right_single                },  // keyboards
    { 0x00AB, left_angles,   right_angles                             },  // CLDR 48: fr, ru, es ...
    { 0x00BB, right_angles,  left_angles | right_angles               },  // CLDR 48: kk, hu; print: da, fi
    { 0x2018, left_single,   right_single | left_single | apostrophe  },  // CLDR 48: nl, en (alternate)
    { 0x2019, right_single,  left_single | right_single               },  // CLDR 48: sv, ar (alternate)
    { 0x201A, low_single,    left_single | right_single | apostrophe  },  // CLDR 48: de, ff (alternate)
    { 0x201B, left_single,   right_single                             },  // print
    { 0x201C, left_double,   right_double | left_double | straight | apostrophes }, // CLDR 48: en ...
    { 0x201D, right_double,  left_double | right_double | straight    },  // CLDR 48: sv, fi, ar
    { 0x201E, low_double,    left_double | right_double | straight    },  // CLDR 48: de, pl, bg ...
    { 0x201F, left_double,   right_double                             },  // print
    { 0x2039, left_angle,    right_angle                              },  // CLDR 48: fr-CH (alternate)
    { 0x203A, right_angle,   left_angle | right_angle                 },  // CLDR 48: kk (alternate)
    { 0x300C, open_corner,   close_corner                             },  // CLDR 48: ja, zh-Hant
    { 0x300D, close_corner,  0                                        },
    { 0x300E, open_white,    close_white                              },  // CLDR 48: ja (alternate)
    { 0x300F, close_white,   0                                        },
    { 0x301D, open_prime,    close_prime                              },  // Unicode 6.2
    { 0x301E, close_prime,   0                                        },
    { 0x301F, close_prime,   0                                        },
    { 0xFF02, straight,      straight                                 },  // Unicode 6.2
    { 0x2014, speech_dash,   0                                        },  // es, fr, pl, ru, nb
};
// clang-format on

constexpr sign_set apostrophes_closed_by = apostrophes | right_double;

// The same in six bytes a row: what closes it, and above that the number of its own bit.
constexpr size_t sign_count = sizeof(signs) / sizeof(signs[0]);
constexpr int sign_shift = 24;
struct packed_signs {
    sign_set closed_by[sign_count];
    uint16_t points[sign_count];
};
constexpr packed_signs pack_signs() noexcept {
    packed_signs made{};
    for (size_t i = 0; i < sign_count; ++i) {
        sign_set number = 0;
        while ((signs[i].sign >> number) != 1) ++number;
        made.closed_by[i] = signs[i].closed_by | number << sign_shift;
        made.points[i] = signs[i].point;
    }
    return made;
}
constexpr packed_signs signs_by_point = pack_signs();

struct sign_pair {
    sign_set sign;
    sign_set closed_by;
};

//   Requires: a code point whose meaning is `quote` or `dash`.
constexpr sign_pair row_of(code_point point) noexcept {
    constexpr size_t curly = 4;  // rows before U+2018, which the next seven follow
    size_t i = 0;
    if (point - 0x2018 < 8) i = curly + point - 0x2018;
    while (i + 1 < sign_count && signs_by_point.points[i] != point) ++i;
    const sign_set both = signs_by_point.closed_by[i];
    return {sign_set{1} << (both >> sign_shift), both & ((sign_set{1} << sign_shift) - 1)};
}

enum class mark_action : uint8_t {
    none,
    open,
    close,
    end,  // a dash that begins the narration between two pieces of a dialogue
};

struct mark_at_hand {
    constexpr mark_at_hand() noexcept {}
    constexpr explicit mark_at_hand(const view& text) noexcept { read(text); }

    sign_set sign = 0;
    sign_set closed_by = 0;
    uint8_t size = 0;
    mark_action action = mark_action::none;

    // Reads the mark at the front of a text; two single marks in a row are a double one.
    //   Requires: a code point whose meaning is `quote` or `dash`.
    constexpr void read(const view& text) noexcept {
        const decoded first = decode(text.data, text.size);
        const sign_pair row = row_of(first.point);
        sign = row.sign;
        closed_by = row.closed_by;
        size = first.size;
        action = mark_action::none;
        if ((sign & single_signs) == 0 || !stands_again(text)) return;
        closed_by = sign == left_single ? row_of(0x201C).closed_by : apostrophes_closed_by;
        sign = sign == left_single ? left_double : apostrophes;
        size = static_cast<uint8_t>(2 * size);
    }

    // Does the same sign stand behind it?
    constexpr bool stands_again(const view& text) const noexcept {
        if (text.size < 2u * size) return false;
        for (uint8_t i = 0; i < size; ++i)
            if (text[i] != text[size + i]) return false;
        return true;
    }
};

}  // namespace detail
}  // namespace stet

#endif  // STET_MARKS_HPP

#ifndef STET_NEIGHBOURS_HPP
#define STET_NEIGHBOURS_HPP

// neighbours.hpp: how a quotation mark stands between what is before and after it, and the next
// mark that stands like an opening or a closing one. The numbers of sentences are quote.hpp's.

namespace stet {
namespace detail {

// clang-format off
// Words that are written with an apostrophe for their beginning. (Oxford English Dictionary and
// Duden, each under its own entry.)
constexpr const char* elided_words[] = {
    "em", "til", "till", "tis", "twas", "twill", "twere", "cause", "cos", "bout", "round", "fore",
    "nuff", "cept", "ne", "nen", "ner", "nem",
};
// clang-format on

// (A vowel alone is a word of many languages, "a" and "I"; of a word that lost its beginning, a
// consonant is left.)
constexpr bool is_vowel(char letter) noexcept {
    const char lower = static_cast<char>(letter | 0x20);
    return lower == 'a' || lower == 'e' || lower == 'i' || lower == 'o' || lower == 'u';
}

constexpr size_t elided_most = 8;  // bytes that are looked at: more than the longest of these words

// Is this the rest of a word that lost its beginning? Sentence 2. (A byte 0xE2 begins U+2000 to
// U+2FFF.)
constexpr bool is_elided(const view& rest) noexcept {
    size_t letters = 0;
    size_t digits = 0;
    while (letters + digits < rest.size && letters + digits < elided_most) {
        const uint8_t one = static_cast<uint8_t>(rest[letters + digits]);
        if (is_digit(one) && letters == 0) ++digits;
        else if (one < 0x80 ? is_letter(one) : one != 0xE2) ++letters;
        else break;
    }
    if (digits != 0) return digits == 2;
    if (letters == 1) {
        const char behind = rest.size == 1 ? ' ' : rest[1];
        const bool ends = static_cast<uint8_t>(behind) <= ' ' || behind == '-';
        if (!is_ascii_letter(static_cast<uint8_t>(rest[0]))) return false;
        return (rest[0] | 0x20) == 'n' || (ends && !is_vowel(rest[0]));
    }
    for (const char* word : elided_words) {
        size_t i = 0;
        while (i < letters && word[i] != '\0' && (rest[i] | 0x20) == word[i]) ++i;
        if (i == letters && word[i] == '\0') return true;
    }
    return false;
}

// ---- a mark's neighbours ----

constexpr bool is_blank(code_point point) noexcept { return point == 0 || is_space(point); }
constexpr bool is_dash(code_point point) noexcept {
    return point == '-' || (point >= 0x2010 && point <= 0x2015);
}
constexpr bool is_opening_bracket(code_point point) noexcept {
    return point == '(' || point == '[';
}
constexpr bool is_closing_sign(code_point point) noexcept {
    return point == ')' || point == ']' || point == ',' || point == ';' || point == ':' ||
           point == '?' || point == '!' || point == '.';
}
constexpr bool is_any_letter(code_point point) noexcept {
    return is_letter(point) || is_digit(point);
}
constexpr bool is_narrow(code_point point) noexcept {
    return is_any_letter(point) && !(point >= 0x1100 && is_wide(point));
}
constexpr bool is_hebrew(code_point point) noexcept { return point >= 0x05D0 && point <= 0x05EA; }
constexpr bool is_cyrillic(code_point point) noexcept { return point >= 0x0400 && point <= 0x052F; }

// How a mark stands between its neighbours: sentence 1.
struct standing {
    constexpr standing(code_point before, code_point after, bool single) noexcept
        : opening(edge(before, single) && !is_blank(after) && !is_closing_sign(after)),
          closing(!is_blank(before) && !is_opening_bracket(before) && !is_narrow(after) &&
                  (!is_joint(before) || is_blank(after) || is_closing_sign(after))) {}

    bool opening;
    bool closing;

private:
    static constexpr bool is_joint(code_point point) noexcept {
        return is_dash(point) || point == '/';
    }
    static constexpr bool edge(code_point before, bool single) noexcept {
        return is_blank(before) || is_opening_bracket(before) || is_joint(before) ||
               (!single && (before == '\'' || before == 0x2019));
    }
};

constexpr code_point noted = 0xFFFD;  // a letter: what ill-formed bytes and controls count as

// What counts as a neighbour where this code point of ASCII stands.
constexpr code_point neighbour_of_ascii(uint8_t one) noexcept {
    if (one >= ' ') return one != 0x7F ? one : noted;
    return one == '\t' || one == '\n' || one == '\r' ? code_point{' '} : noted;
}
constexpr code_point neighbour_of(code_point point) noexcept {
    if (point < 0x80) return neighbour_of_ascii(static_cast<uint8_t>(point));
    if (point < 0xA0) return point == 0x85 ? code_point{' '} : noted;
    return point == 0x2028 || point == 0x2029 ? code_point{' '} : point;
}

// The first code point that has a width; 0 where none is seen. `all`: more will not come.
constexpr code_point first_visible(const view& text, bool all) noexcept {
    size_t i = 0;
    while (i < text.size) {
        const uint8_t one = static_cast<uint8_t>(text[i]);
        if (one < 0x80) return neighbour_of_ascii(one);
        const decoded at = decode(text.data + i, text.size - i);
        if (at.form != decoded::well) return at.form == decoded::ill || all ? noted : code_point{0};
        if (!is_transparent(at.point)) return neighbour_of(at.point);
        i += at.size;
    }
    return 0;
}

// The last code point that has a width; `otherwise` if there is none.
constexpr code_point last_visible(const char* bytes, size_t size, code_point otherwise) noexcept {
    while (size != 0) {
        const uint8_t one = static_cast<uint8_t>(bytes[size - 1]);
        if (one < 0x80) return neighbour_of_ascii(one);
        const code_point last = decode_last(bytes, size);
        if (!is_transparent(last)) return neighbour_of(last);
        size = begin_of_last(bytes, size);
    }
    return otherwise;
}

// The last code point that has a width and is no blank; `otherwise` if there is none.
constexpr code_point last_of_words(const char* bytes, size_t size,
                                   code_point otherwise) noexcept {
    const uint8_t one = size != 0 ? static_cast<uint8_t>(bytes[size - 1]) : uint8_t{0};
    if (one > ' ' && one < 0x7F) return one;  // (most do)
    for (size = trimmed(bytes, size); size != 0; size = trimmed(bytes, size)) {
        const code_point last = decode_last(bytes, size);
        if (!is_transparent(last)) return neighbour_of(last);
        size = begin_of_last(bytes, size);
    }
    return otherwise;
}

// What stands after a mark. A full stop right behind it that begins an ellipsis or a word (".net")
// is no closing sign and is taken for an ellipsis.
constexpr code_point after_mark(const view& rest, bool all) noexcept {
    const code_point after = first_visible(rest, all);
    if (after != '.' || rest.size < 2 || rest[0] != '.') return after;
    const uint8_t behind = static_cast<uint8_t>(rest[1]);
    return behind == '.' || behind >= 0x80 || is_any_letter(behind) ? code_point{0x2026} : after;
}

// The next mark of a rank that stands like an opening or a closing one: sentence 8.
struct next_mark {
    enum : uint8_t {
        none,         // before the paragraph's end, or before another mark of an outer quotation
        none_so_far,  // in all the bytes that there are
        opens,
        closes,
        lone,  // with blanks on both sides
    } is = none;
    size_t place = 0;   // nothing decides before it; what decides is behind it by signs of no width
    size_t looked = 0;  // bytes

    // Which closing marks count.
    enum trust : uint8_t {
        any,
        doubted,  // not those behind an s or a digit
        sure,     // only those behind no letter and no digit
    };

    // Looks from the front of `text`, which is all of one paragraph if `one_paragraph`; `ends`:
    // nothing is behind it; `front` stands before it. `outer`: the marks that end the search, being
    // of another rank. Nothing decides before `from`.
    constexpr next_mark(const view& text, code_point front, size_t from, bool single, trust least,
                        sign_set outer, bool one_paragraph, bool ends) noexcept
        : place(from), looked(from) {
        if (find(text, front, single, least, outer, one_paragraph, ends))
            is = ends ? none : none_so_far;
        looked -= from;
    }

private:
    // Is nothing found up to `place`, where a code point or what is behind a mark is not seen?
    constexpr bool find(const view& text, code_point front, bool single, trust least,
                        sign_set outer, bool one_paragraph, bool ends) noexcept {
        code_point before = last_visible(text.data, place, front);
        for (size_t i = place; i < text.size; looked = i) {
            const uint8_t one = static_cast<uint8_t>(text[i]);
            if (has<may_end_line>(text[i])) {
                const uint8_t ended = last_line_end_size(text.data + i, text.size - i);
                if (ended != 0) {
                    if (!one_paragraph && ends_paragraph(text, i + ended, before)) return false;
                    // (An empty line may follow: who looks on begins with this line end.)
                    if (!one_paragraph && !ends && i + ended == text.size) return true;
                    before = ' ';
                    place = i += ended;
                    continue;
                }
            }
            if (one < 0x80 && one != '"' && one != '\'') {
                before = neighbour_of_ascii(one);
                place = ++i;
                continue;
            }
            const decoded at = decode(text.data + i, text.size - i);
            if (at.form == decoded::cut && !ends) return true;
            const size_t begin = i;
            i = at.form == decoded::cut ? text.size : i + at.size;
            if (at.form != decoded::well) {
                before = noted;
                place = i;
                continue;
            }
            if (is_transparent(at.point)) continue;
            const bool quotes =
                (one < 0x80 ? meaning_of_byte(one) : meaning_of_point(at.point)) == meaning::quote;
            if (quotes) {
                const mark_at_hand mark({text.data + begin, text.size - begin});
                const view rest = {text.data + begin + mark.size, text.size - begin - mark.size};
                const bool word_unseen = (mark.sign & single_signs) != 0 && rest.size < elided_most;
                if (!ends && (word_unseen || first_visible(rest, false) == 0)) return true;
                if (((mark.sign & single_rank) != 0) != single) {
                    if ((mark.sign & outer) != 0) return false;
                } else if (decides(before, rest, mark, single, least)) {
                    return false;
                }
                i = begin + mark.size;
            }
            before = neighbour_of(at.point);
            place = i;
        }
        return true;
    }

    // A blank line, or a line end behind a sentence's end, in a text with a block a line.
    static constexpr bool ends_paragraph(const view& text, size_t next,
                                         code_point before) noexcept {
        return ends_sentence(before) || last_line_end_size(text.data + next, text.size - next) != 0;
    }

    constexpr bool decides(code_point before, const view& rest, const mark_at_hand& mark,
                           bool single, trust least) noexcept {
        const code_point after = after_mark(rest, true);
        const bool apostrophe_like = (mark.sign & single_signs) != 0;
        if (apostrophe_like && is_narrow(before) && is_narrow(after)) return false;
        if (is_blank(before) && is_blank(after)) {
            if (!single) is = lone;
            return !single;
        }
        const standing stands(before, after, single);
        if ((mark.sign & opening_signs) != 0 || (stands.opening && !stands.closing)) {
            if (apostrophe_like && (is_elided(rest) || (mark.sign == right_single && least != any)))
                return false;
            is = opens;
            return true;
        }
        if (!stands.closing) return false;
        if (least == doubted && (is_digit(before) || (single && (before | 0x20) == 's')))
            return false;
        if (least == sure && is_any_letter(before)) return false;
        is = closes;
        return true;
    }
};

}  // namespace detail
}  // namespace stet

#endif  // STET_NEIGHBOURS_HPP

#ifndef STET_QUOTE_HPP
#define STET_QUOTE_HPP

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

#ifndef STET_DATELINE_HPP
#define STET_DATELINE_HPP

// dateline.hpp: where a report was written, at the start of its first paragraph, as the wire
// agencies set it (AP Stylebook, "datelines"; Reuters Handbook, "datelines"):
//
//     BAKU, Azerbaijan (AP) --      LONDON, June 3 (Reuters) -      Berlin (dpa) --
//
//  1. It is made of words, figures, commas, full stops, slashes, apostrophes and at most one
//     pair of brackets; at most ten words, and at most two of them outside of the brackets
//     begin in lower case ("12 de marzo").
//     It begins with a word or a comma, the bracket stands behind a word, nothing in it is told as
//     a note, and it has no more than 96 bytes, nor than Limits::heading.
//  2. It ends with a dash, two hyphens or a low line that a blank follows, a single hyphen or
//     low line also having a blank or a closing bracket before it. The blank is not of it, and
//     within Limits::heading bytes of the paragraph, its marker among them, something stands
//     behind it, which blanks, a line end and half a code point are not. Any other dash, hyphen or
//     low line inside of a word or at its end is a part of it ("CLERMONT-FERRAND"); elsewhere
//     there is none.
//  3. Its first word is in capitals, two at least, or a bracket closes right before the dash.

namespace stet {
namespace detail {

constexpr size_t dateline_most = 96;  // bytes
constexpr uint8_t dateline_words = 10;

class dateline_words_seen {
public:
    // Nothing is taken yet of `size` bytes.
    constexpr explicit dateline_words_seen(size_t size) noexcept : first_in_capitals_(size != 0) {}

    // Takes one code point that is no dash. False: this cannot be a dateline.
    constexpr bool take(code_point point) noexcept {
        const meaning is = meaning_of_point(point);
        if (is == meaning::bidi || is == meaning::line_end) return false;
        if (is_transparent(point)) return true;
        if (is_letter(point) || is_digit(point)) return letter(point);
        if (point == '\'' || point == 0x2019) return in_word_;
        in_word_ = false;
        if (point == ' ' || point == '\t' || point == 0xA0) return true;
        if (point == '(') {
            if (in_bracket_ || bracketed_ || words_ == 0) return false;
            in_bracket_ = true;
            return true;
        }
        if (point == ')') {
            bracketed_ = in_bracket_;
            closed_last_ = in_bracket_;
            in_bracket_ = false;
            return bracketed_;
        }
        closed_last_ = false;
        return point == ',' || (words_ != 0 && (point == '.' || point == '/'));
    }
    constexpr bool may_end() const noexcept {
        return !in_bracket_ && (closed_last_ || (first_in_capitals_ && first_letters_ >= 2));
    }
    constexpr bool in_word() const noexcept { return in_word_; }

private:
    constexpr bool letter(code_point point) noexcept {
        if (!in_word_) {
            in_word_ = true;
            ++words_;
            if (is_lower(point) && !in_bracket_) ++small_words_;
        }
        if (words_ == 1 && is_letter(point)) {
            if (!is_upper(point)) first_in_capitals_ = false;
            if (first_letters_ < 2) ++first_letters_;
        }
        closed_last_ = false;
        return words_ <= dateline_words && small_words_ <= 2;
    }

    uint8_t words_ = 0;
    uint8_t small_words_ = 0;
    uint8_t first_letters_ = 0;  // stops at 2
    bool first_in_capitals_;
    bool in_word_ = false;
    bool in_bracket_ = false;
    bool bracketed_ = false;    // a bracket has closed
    bool closed_last_ = false;  // and nothing but blanks came after it
};

// May one of these bytes begin a dash? (Most paragraphs have none so early.)
constexpr bool has_dash(const char* at, size_t size) noexcept {
    for (size_t i = 0; i < size; ++i)
        if (at[i] == '-' || at[i] == '_' || at[i] == '\xE2') return true;
    return false;
}

// Is there more than blanks and a line end from `after` on?
constexpr bool goes_on(const view& text, size_t after) noexcept {
    size_t size = trimmed(text.data, text.size);
    while (size > after) {
        const size_t last = begin_of_last(text.data, size);
        if (last_line_end_size(text.data + last, size - last) == 0) return true;
        size = trimmed(text.data, last);
    }
    return false;
}

// The length of the dateline at the front of a paragraph, its dash included; 0 if none.
//   Requires: the words of the paragraph's first Limits::heading bytes, and no half code point
//         where it is longer.
//   Cost: reads at most dateline_most bytes, once; where one may begin a dash, twice; where a
//         dateline ends, the blanks at the text's end as well.
template <class Limits> constexpr size_t dateline_size(const view& text) noexcept {
    const size_t most = lesser(text.size, dateline_most);
    if (!is_flash_short) {
        Limits::steps(most);
        if (!has_dash(text.data, most)) return 0;
    }
    dateline_words_seen words(most);
    size_t i = 0;
    while (i < most) {
        const decoded at = decode(text.data + i, most - i);
        if (at.form != decoded::well) break;
        size_t after = i + at.size;
        const bool weak = at.point == '-' || at.point == '_';
        if (weak || (at.point >= 0x2013 && at.point <= 0x2015)) {
            const bool two = at.point == '-' && after < most && text[after] == '-';
            if (two) ++after;
            const bool blank_after =
                after < most && is_ascii_blank(static_cast<uint8_t>(text[after]));
            if (blank_after && (!weak || two || !words.in_word())) {
                Limits::steps(text.size);
                return words.may_end() && goes_on(text, after) ? after : 0;
            }
            if (!words.in_word() || two) break;
        } else if (!words.take(at.point)) {
            break;
        }
        i = after;
    }
    Limits::steps(i);
    return 0;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_DATELINE_HPP

#ifndef STET_SECTIONS_HPP
#define STET_SECTIONS_HPP

// sections.hpp: which sections are open. A heading ends every open section of its level or a
// deeper one and opens its own; levels are those of "#", 1 to 6, and a bare heading has 2,
// the headline being the first. Furniture ends them all, unless the next line begins with "#", is
// longer than what is seen of it, or ends a sentence or with a colon, as running text does, a
// closing mark looked through. A section ends with its last block.

namespace stet {
namespace detail {

constexpr uint8_t deepest_level = 6;
constexpr uint8_t bare_heading_level = 2;

struct open_section {
    constexpr open_section() noexcept {}
    constexpr explicit open_section(offset place) noexcept : begin(place) {}

    offset begin = 0;
    uint16_t index = 0;
    uint8_t level = 0;
};

class sections {
public:
    constexpr sections() noexcept {}
    constexpr explicit sections(offset at) noexcept
        : open_{open_section(at), open_section(at), open_section(at),
                open_section(at), open_section(at), open_section(at)} {}

    constexpr void open(offset begin, uint8_t level) noexcept {
        if (count_ != 0xFFFF) ++count_;
        open_section& top = open_[depth_];
        top.begin = begin;
        top.index = count_;
        top.level = level;
        ++depth_;
    }

    // Must a section be ended before one of this level begins? Levels on the stack rise, so
    // that it never holds more than `deepest_level`.
    constexpr bool ends_before(uint8_t level) const noexcept {
        return depth_ != 0 && open_[depth_ - 1].level >= level;
    }
    constexpr const open_section& innermost() const noexcept { return open_[depth_ - 1]; }
    constexpr void pop() noexcept { --depth_; }
    constexpr void restart() noexcept { count_ = depth_ = 0; }

private:
    uint16_t count_ = 0;
    uint8_t depth_ = 0;
    open_section open_[deepest_level];
};

}  // namespace detail
}  // namespace stet

#endif  // STET_SECTIONS_HPP

#ifndef STET_LOOKAHEAD_HPP
#define STET_LOOKAHEAD_HPP

// lookahead.hpp: reads ahead of what is told. From a block's first word it joins the block's
// lines, up to Limits::heading bytes, and gathers what the classifier may look at: them, and the
// next line, in wrapped text with the lines that go on from it. Past that it is asked at each line
// end whether the block goes on. No decision looks further than Limits::next bytes past the words
// before a line end; or, in a block longer than Limits::heading, past what is told of it, if that
// is more: blanks behind the words, cut from these by Limits::run.

namespace stet {
namespace detail {

enum class verdict : uint8_t {
    waits,  // more bytes are needed: need() says up to where
    goes_on,
    ends,
};

template <class Limits> class lookahead {
public:
    constexpr lookahead() noexcept {}
    constexpr explicit lookahead(offset place) noexcept
        : line_(place), begin_(place), looked_(place), next_begin_(place), next_looked_(place),
          next_unmarked_(place), unmarked_(place), need_(place), layout_(place) {}

    constexpr void restart(offset place) noexcept {
        layout_.restart();
        has_margin_ = false;
        need_ = next_begin_ = next_looked_ = next_unmarked_ = place;
    }

    // A block begins at this place, after so many columns of blanks and so many line ends.
    constexpr void begin(offset place, uint8_t indent, uint8_t line_ends) noexcept {
        const bool known_line = place == next_begin_;
        looked_ = known_line ? next_looked_ : place;
        unmarked_ = known_line ? next_unmarked_ : place;
        begin_ = place;
        ends_ = false;
        blank_before_ = static_cast<uint8_t>(excess<unsigned>(line_ends, 1));
        block_.lines = 1;
        least_indent_ = indent;
        const line& known = layout_.following();
        if (known.worded && known.begin == place) {
            line_.become(known);
        } else {
            line_.start(place, indent);
        }
    }

    // A line that arrives byte by byte: does one more byte change nothing? Then it is looked at.
    constexpr bool passes_one(const input& in) noexcept {
        if (in.end - begin_ > Limits::heading || !in.brings_plain_byte(looked_)) return false;
        Limits::steps(1);
        if (unmarked_ == looked_) ++unmarked_;
        ++looked_;
        return true;
    }

    // Looks for the block's end.
    //   Gives: ends when it is found, goes_on when the block is longer than Limits::heading.
    constexpr verdict find(const input& in) noexcept {
        for (;;) {
            const offset most = in.reach(begin_, Limits::heading);
            if (looked_ < most) {
                looked_ = look_for_line_end(in, looked_, most, unmarked_);
            }
            if (looked_ - begin_ > Limits::heading) {
                // (As the line before it may have seen more of it.)
                const offset most_read = begin_ + static_cast<offset>(Limits::heading + 1);
                if (block_.lines == 1) read_first_line(in, lesser(looked_, most_read));
                return verdict::goes_on;
            }
            if (looked_ != in.end) {
                const uint8_t size = ended_by(in, looked_);
                if (size == cut_short) return verdict::waits;
                if (size == 0) {  // only the first byte of a line end, or as far as is looked
                    ++looked_;
                    continue;
                }
            } else if (!in.closed) {
                return verdict::waits;
            }
            const offset end =
                begin_ + static_cast<offset>(trimmed(in.at(begin_), looked_ - begin_));
            Limits::steps(looked_ - end);
            const code_point last = last_of_words(in.at(begin_), end - begin_, 0);
            const verdict at_end = at_line_end(in, looked_, end, last);
            if (at_end != verdict::goes_on) return at_end;
            looked_ = line_.begin;
        }
    }

    // What is known of the block itself.
    //   Requires: find() has told where it ends, or that it is long.
    constexpr candidate gather(const input& in, bool is_long) const noexcept {
        const offset words = begin_ + mark_.size;
        const offset end = is_long ? begin_ + static_cast<offset>(Limits::heading) : end_;
        const size_t size = excess(end, words);
        Limits::steps(size);
        return {{in.at(words), size}, is_long, mark_.mark, mark_.level, mark_.number, set_off(),
                block_.lines, blank_before_, {in.at(end), 0}, 0, false, 0};
    }

    // Adds the next line that is not blank, in wrapped text all lines of the next block, within
    // Limits::next bytes after the block's end.
    //   Requires: the block is not long.
    constexpr void see_next(const input& in, candidate& found) noexcept {
        const offset most = in.reach(end_, Limits::next);
        const offset first = lesser(looked_, most);
        offset place = first;
        uint8_t line_ends = 0;
        uint8_t indent = 0;
        while (place != most) {
            const size_t size = most - place;
            const uint8_t ended = last_line_end_size(in.at(place), size);
            if (ended != 0) {
                place += ended;
                indent = 0;
                line_ends = add_columns(line_ends, 1);
                continue;
            }
            const decoded at = decode(in.at(place), size);
            if (at.form == decoded::cut) {
                place = most;
                break;
            }
            if (at.form != decoded::ill && at.point > ' ' && !is_passed_over(at.point)) break;
            // (A note has no columns there.)
            if (at.form == decoded::well && is_margin(at.point))
                indent = add_columns(indent, columns_of(at.point));
            place += at.size;
        }
        Limits::steps(place - first);
        next_begin_ = next_unmarked_ = place;
        const line& known = layout_.following();
        next_looked_ = known.complete && known.begin == place
                           ? known.end
                           : look_for_line_end(in, place, most, next_unmarked_);
        const bool all = in.end - end_ < Limits::next;
        const bool wraps = layout_.now() == text_layout::wrapped && place != most;
        const offset end = wraps ? join_next(in, indent, most, all) : next_looked_;
        // (What may be a line end but for bytes that are not seen is none.)
        const bool ended = last_line_end_size(in.at(end), most - end) != 0;
        const size_t size = ended ? end - place : without_cut(in.at(place), most - place);
        found.next = {in.at(place), size};
        found.next_line = next_looked_ - place;
        found.next_whole = size != 0 && (ended || all);
        found.next_blank = static_cast<uint8_t>(excess<unsigned>(line_ends, 1));
        Limits::steps(found.next_line);
    }

    // Does the block go on after the line end at `place`?
    //   Requires: it is not known where it ends; the words end at `end` with `last`.
    constexpr verdict at_line_end(const input& in, offset place, offset end,
                                  code_point last) noexcept {
        if (place < line_.begin) return verdict::goes_on;
        end_ = end;
        if (!in.closed && in.end - end < Limits::next) {
            need_ = end + static_cast<offset>(Limits::next);
            return verdict::waits;
        }
        if (place - begin_ <= Limits::heading && block_.lines == 1)
            read_first_line(in, place);
        const offset most = greater(in.reach(end, Limits::next), place);
        const view rest = {in.at(place), static_cast<size_t>(most - place)};
        if (!layout_.template widths_matter<Limits>(block_, rest)) {
            ends_ = true;
            return verdict::ends;
        }
        if (!is_measured() && place - begin_ > Limits::heading) line_.wide = true;
        if (!line_.wide) {
            const offset from = line_.end;
            line_.measure(in.at(from), place - from, true);
            Limits::steps(line_.end - from);
        }
        const bool all = in.end - end < Limits::next;
        ends_ = !layout_.template joins<Limits>(block_, line_, last, rest, place, all);
        if (ends_) return verdict::ends;
        block_.lines = add_columns(block_.lines, 1);
        line_.become(layout_.following());
        least_indent_ = lesser(least_indent_, line_.indent);
        return verdict::goes_on;
    }

    // A line too long for the look-ahead is measured as it is told, from `told` up to `end`.
    constexpr void measure_on(const input& in, offset told, offset end) noexcept {
        if (line_.wide || end <= line_.end || line_.end < told) return;
        if (!is_measured()) return;
        const offset from = line_.end;
        line_.measure(in.at(from), end - from, true);
        Limits::steps(line_.end - from);
    }

    // The block is running text: its indentation is the text's margin, if it is the least.
    constexpr void set_margin() noexcept {
        margin_ = has_margin_ ? lesser(margin_, least_indent_) : least_indent_;
        has_margin_ = true;
    }

    constexpr const mark_at& mark() const noexcept { return mark_; }
    constexpr offset need() const noexcept { return need_; }

    // Is it known where the block ends? Its words do at end().
    constexpr bool ends() const noexcept { return ends_; }
    constexpr offset end() const noexcept { return end_; }
    // And, of a block that is not long, its last line at line_end().
    constexpr bool knows_line_end() const noexcept { return looked_ - begin_ <= Limits::heading; }
    constexpr offset line_end() const noexcept { return looked_; }

    // From the block's beginning up to here there is nothing but words and blanks.
    constexpr offset unmarked() const noexcept { return unmarked_; }

private:
    // Where the first line end after `from` begins, or may begin, or `most`; the first mark on
    // the way is noted, if there was none before.
    static constexpr offset look_for_line_end(const input& in, offset from, offset most,
                                              offset& unmarked) noexcept {
        offset place = from;
        if (unmarked == from) {
            place += static_cast<offset>(scan::mark(in.at(place), most - place));
            unmarked = place;
        }
        place += static_cast<offset>(find_line_end(in.at(place), most - place));
        Limits::steps(place - from);
        return place;
    }

    // What the first line says for the joining of the others.
    constexpr void read_first_line(const input& in, offset end) noexcept {
        const view first = {in.at(begin_), static_cast<size_t>(end - begin_)};
        mark_.read(first);
        block_.mark = mark_.mark;
        block_.level = mark_.level;
        block_.rule = is_rule(first);
        Limits::steps(mark_.size + 1u);
    }

    // Is a line measured that is longer than the look-ahead? Between blank lines, a block's first
    // one is not.
    constexpr bool is_measured() const noexcept { return block_.lines > 1 || layout_.measures(); }

    // By how much the block is indented against the text's margin: counts where lines are
    // wrapped, for elsewhere the first lines of paragraphs are indented.
    constexpr uint8_t set_off() const noexcept {
        const bool counts = block_.lines > 1 || layout_.now() == text_layout::wrapped;
        if (!has_margin_ || !counts) return 0;
        return static_cast<uint8_t>(excess<unsigned>(least_indent_, margin_));
    }

    // Blanks, and what is told as a note.
    static constexpr bool is_passed_over(code_point point) noexcept {
        return point < 0x80 ? point == 0x7F : is_noted(point) || is_margin(point);
    }

    // Where the next block ends, as far as it is seen, in wrapped text. (Each of its lines will be
    // told in one block: that bounds how often a byte is looked at.)
    constexpr offset join_next(const input& in, uint8_t indent, offset most, bool all) noexcept {
        const view words = {in.at(next_begin_), static_cast<size_t>(most - next_begin_)};
        const line_mark mark = mark_at(words).mark;
        bool one_line = true;
        offset end = next_looked_;
        if (mark == line_mark::hash || mark == line_mark::quoted || is_rule(words)) return end;
        line last(next_begin_);
        last.become(layout_.template following<Limits>(words, next_begin_, indent, all));
        while (last.complete && layout_.is_full(last)) {
            const view rest = {in.at(end), static_cast<size_t>(most - end)};
            const uint8_t ended = last_line_end_size(rest.data, rest.size);
            if (ended == 0) break;
            line next(end + ended);
            next.measure(rest.data + ended, rest.size - ended, all);
            Limits::steps(next.end - end);
            if (one_line) layout_.keep(next, end + ended);
            const size_t blank = next.begin - end;
            const view begun = {rest.data + blank, rest.size - blank};
            if (!layout_.will_join(mark, one_line, last, next, begun)) break;
            one_line = false;
            end = next.complete ? next.end : most;
            last.become(next);
        }
        return end;
    }

    // (Bytes first, as in machine.hpp.)
    uint8_t blank_before_ = 0;
    uint8_t least_indent_ = 0; // of the block's lines
    uint8_t margin_ = 0;       // the least indentation of a paragraph
    bool has_margin_ = false;
    bool ends_ = false;        // the block ends with line_
    open_block block_;
    mark_at mark_;             // the block's line mark
    line line_;                // the last line that is known to belong to the block
    offset begin_ = 0;         // of the block
    offset looked_ = 0;        // up to here line ends were looked for
    offset end_ = 0;           // of the block, if it ends at the last line end asked about
    offset next_begin_ = 0;    // of the line after the last short block; up to
    offset next_looked_ = 0;   // here it has no line end, and
    offset next_unmarked_ = 0; // up to here no mark
    offset unmarked_ = 0;      // up to here the block has none
    offset need_ = 0;          // the next decision needs the bytes up to here
    layout layout_;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LOOKAHEAD_HPP

#ifndef STET_MACHINE_HPP
#define STET_MACHINE_HPP

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

#ifndef STET_PARSE_HPP
#define STET_PARSE_HPP

// parse.hpp: an article that is in memory. Nothing is copied; events point into the text.
//
//     for (stet::event e : stet::parse(text)) { ... }

namespace stet {
namespace detail {

template <class Type> struct plain { using type = Type; static constexpr bool is_lvalue = false; };
template <class Type>
struct plain<Type&> {
    using type = Type;
    static constexpr bool is_lvalue = true;
};
template <class Type>
struct plain<const Type> {
    using type = Type;
    static constexpr bool is_lvalue = false;
};

template <class Type> struct is_mutable { static constexpr bool value = false; };
template <> struct is_mutable<char*> { static constexpr bool value = true; };

template <bool Condition> struct enable_when {};
template <> struct enable_when<true> { using type = int; };

// A type whose bytes can be changed through it, but not through it when it is const, owns
// them: std::string does, std::string_view and std::span do not.
template <class Text, class = void> struct owns { static constexpr bool value = false; };
template <class Text>
struct owns<Text, decltype(static_cast<void>(declared<Text>().data()))> {
    static constexpr bool value =
        is_mutable<decltype(declared<Text>().data())>::value &&
        !is_mutable<decltype(declared<const Text>().data())>::value;
};

// Goes over the events of a source once.
template <class Source> class pull_iterator {
public:
    constexpr pull_iterator() noexcept {}
    constexpr explicit pull_iterator(Source* owner) noexcept : owner_(owner) { ++*this; }
    constexpr const event& operator*() const noexcept { return event_; }
    constexpr const event* operator->() const noexcept { return &event_; }
    constexpr pull_iterator& operator++() noexcept {
        if (owner_ != nullptr && !owner_->next(event_)) owner_ = nullptr;
        return *this;
    }
    constexpr bool operator!=(const pull_iterator& other) const noexcept {
        return owner_ != other.owner_;
    }
    constexpr bool operator==(const pull_iterator& other) const noexcept {
        return owner_ == other.owner_;
    }

private:
    Source* owner_ = nullptr;
    event event_;
};

}  // namespace detail

// The events of a text in memory: a range to go over once, or next() by hand.
template <class Limits = default_limits, class Quotes = quotations<Limits>,
          class Blocks = block_rules>
class article {
public:
    using limits = Limits;

    using iterator = detail::pull_iterator<article>;

    // Requires: the text stays where it is as long as its events are used.
    constexpr explicit article(const view& text, start from = start::article) noexcept
        : in_(text.data, 0, static_cast<offset>(detail::lesser(detail::readable(text), most)), true,
              detail::readable(text) > most),
          machine_(from, in_.base),
          from_(from) {}

    // The same article, from its beginning. (Made in place: a copy would call memcpy.)
    constexpr article again() const noexcept { return article(in_, from_); }

    // Gives:    false when the article is told, however often it is asked.
    // Cost:     at most 8 steps for every byte of the text, over all calls; 12 in one that a search
    //           has made against that.
    constexpr bool next(event& e) noexcept { return machine_.next(in_, e); }
    constexpr bool done() const noexcept { return machine_.done(); }

    constexpr iterator begin() noexcept { return iterator(this); }
    constexpr iterator end() noexcept { return iterator(); }

private:
    static constexpr size_t most = static_cast<size_t>(0xFFFFFFFF);  // bytes that have an offset

    constexpr article(const detail::input& text, start from) noexcept
        : in_(text.data, text.base, text.end, text.closed, text.too_long),
          machine_(from, text.base),
          from_(from) {}

    detail::input in_;
    detail::machine<Limits, Quotes, Blocks> machine_;
    start from_;
};

// Reads an article in memory.
//   Requires: the text stays where it is as long as the range and its events are used. A null view
//             is an empty article, whatever its size; what is past 4 GiB - 1 is not read, and a
//             note says so.
template <class Limits = default_limits, class Quotes = quotations<Limits>,
          class Blocks = block_rules>
constexpr article<Limits, Quotes, Blocks> parse(const view& text,
                                                start from = start::article) noexcept {
    return article<Limits, Quotes, Blocks>(text, from);
}

// A temporary that owns its text would be gone before its events are used: give it a name.
template <
    class Limits = default_limits, class Quotes = quotations<Limits>, class Blocks = block_rules,
    class Text,
    typename detail::enable_when<!detail::plain<Text>::is_lvalue &&
                                 detail::owns<typename detail::plain<Text>::type>::value>::type = 0>
constexpr article<Limits, Quotes, Blocks> parse(Text&& owning_temporary,
                                                start from = start::article) noexcept = delete;

}  // namespace stet

#endif  // STET_PARSE_HPP

#ifndef STET_READER_HPP
#define STET_READER_HPP

// reader.hpp: an article that arrives in pieces. The reader owns a window of Limits::window
// bytes and nothing else: no heap, no pointers to your buffers. Zero-initialised storage is
// a ready reader; a static one lands in .bss. How the text is cut has no influence on events.
//
//     static stet::reader<> in;
//     for (;;) {
//         stet::space w = in.prepare();
//         int n = uart_read(w.data, w.size);          // 0: nothing yet
//         if (n < 0) in.finish(); else in.commit(size_t(n));
//         for (stet::event e; in.next(e);) show(e);
//         if (in.done()) break;
//     }

namespace stet {

// Room for bytes.
struct space {
    char* data = nullptr;
    size_t size = 0;
};

template <class Limits = default_limits, class Quotes = quotations<Limits>,
          class Blocks = block_rules>
class reader {
    static_assert(detail::checked_limits<Limits>::ok, "stet: see the message above");

public:
    using limits = Limits;

    constexpr reader() noexcept {}
    constexpr explicit reader(start from) noexcept { restart(from); }
    reader(const reader&) = delete;
    reader& operator=(const reader&) = delete;

    // Makes room and gives the free end of the window.
    //   Gives:    {data, size}, valid until the next call on this reader. The size is 0 when the
    //             window is full and more than heading + next bytes of it wait for next() (which
    //             says false when there are no more), after finish(), and at 4 GiB - 1; else at
    //             least 1.
    //   Cost:     moves a byte once on average, however few events are taken between two calls.
    constexpr space prepare() noexcept {
        if (closed_) return {};
        if (used_ == Limits::window) make_room();
        limit_ = used_ + detail::lesser(free_room(), left());
        return {window_ + used_, free_room()};
    }

    // Takes bytes that were written to what prepare() gave; without it, those that lie there.
    //   Gives:    false, and takes none, when there is not that much room, and after finish().
    constexpr bool commit(size_t size) noexcept {
        if (closed_ || size > free_room()) return false;
        Limits::steps(size);
        if (size > left()) {
            too_long_ = true;
            finish();
        }
        used_ += detail::lesser(size, left());
        return true;
    }

    // Copies as much of a piece as there is room for.
    //   Gives:    how many bytes were taken; take events and give the rest again. It is 0 after
    //             finish(), and for a null view, which is an empty piece.
    constexpr size_t feed(const view& piece) noexcept {
        const space room = prepare();
        const size_t size = detail::lesser(detail::readable(piece), room.size);
        detail::copy(piece.data, room.data, size);
        return commit(size) ? size : 0;
    }

    // Takes one byte. False: there is no room before events are taken, or it is finished.
    constexpr bool put(char one) noexcept {
        if (used_ < limit_) {
            Limits::steps(1);
            window_[used_++] = one;
            return true;
        }
        const space room = prepare();
        if (room.size == 0) return false;
        room.data[0] = one;
        return commit(1);
    }

    // Says that nothing follows. Events that waited for more come out now. Once is enough; what
    // is given after it is not taken, until restart().
    constexpr void finish() noexcept {
        closed_ = true;
        limit_ = 0;
    }

    // Tells the next event. Its text() is valid until the next call on this reader.
    //   Gives:    false when it takes more bytes, or when done(), however often it is asked.
    constexpr bool next(event& e) noexcept {
        const offset size = static_cast<offset>(used_);
        if (!closed_ && machine_.needs_past(base_ + size)) return false;
        const detail::input in(window_, base_, size, closed_, too_long_);
        return !machine_.still_waits(in) && machine_.next(in, e);
    }

    // Is the article told, to its last event?
    constexpr bool done() const noexcept { return machine_.done(); }

    // Forgets everything and begins a new article, wherever the last one was. (What
    // attribute() made over this reader has a restart() that does this, too: call that one.)
    constexpr void restart(start from = start::article) noexcept {
        machine_.restart(from);
        used_ = limit_ = 0;
        base_ = 0;
        closed_ = too_long_ = false;
    }

private:
    static constexpr offset most_offset = 0xFFFFFFFF;

    // How many more bytes have an offset.
    constexpr size_t left() const noexcept {
        return static_cast<size_t>(most_offset - base_) - used_;
    }

    // The free end of the window; of a text too long, one byte more than fits: it ends the article.
    constexpr size_t free_room() const noexcept {
        const size_t free = Limits::window - used_;
        return free <= left() ? free : left() + 1;
    }

    constexpr void make_room() noexcept {
        const size_t gone = machine_.keep() - base_;
        if (used_ - gone > Limits::heading + Limits::next) return;  // or much moves for little room
        Limits::steps(used_ - gone);
        detail::copy(window_ + gone, window_, used_ - gone);
        used_ -= gone;
        base_ += static_cast<offset>(gone);
    }

    // (What put() looks at is first: see machine.hpp.)
    bool closed_ = false;
    bool too_long_ = false;
    size_t used_ = 0;
    size_t limit_ = 0;  // put() takes bytes up to here; what prepare() has found
    offset base_ = 0;
    detail::machine<Limits, Quotes, Blocks> machine_;
    char window_[Limits::window] = {};
};

}  // namespace stet

#endif  // STET_READER_HPP

#ifndef STET_LEXICON_HPP
#define STET_LEXICON_HPP

// lexicon.hpp: the words of a language by which it is told who said it: cues ("said") and the
// words around them that are no names. A lexicon is a type with lists; they are made into
// one table of fingerprints when, and only when, the lexicon is used. A language is a type of
// one's own, and so is a trade's jargon:
//
//     struct gaming : stet::english {
//         static constexpr stet::word_class more[] = {
//             {stet::part::strong | stet::part::base, u"stream livestream "},
//         };
//     };
//     for (stet::event e : stet::attribute<gaming>(stet::parse(text))) ...

namespace stet {

// What a word can be; a word may be several. The lists say the first of them.
namespace part {
// clang-format off
constexpr uint32_t strong      = uint32_t{1} << 0;   // a cue: introduces speech
constexpr uint32_t weak        = uint32_t{1} << 1;   // does so at times; counts close to the mark
constexpr uint32_t base        = uint32_t{1} << 2;   // a cue's first form: others are made from it
constexpr uint32_t s_form      = uint32_t{1} << 3;   // "says"
constexpr uint32_t past        = uint32_t{1} << 4;   // "said"; with no cue: a word in -ed
constexpr uint32_t ing         = uint32_t{1} << 5;   // "saying"; with no cue: a word in -ing
constexpr uint32_t pronoun     = uint32_t{1} << 6;   // as a subject
constexpr uint32_t object      = uint32_t{1} << 7;   // "him"
constexpr uint32_t determiner  = uint32_t{1} << 8;
constexpr uint32_t possessive  = uint32_t{1} << 9;   // "his", and words in 's
constexpr uint32_t preposition = uint32_t{1} << 10;
constexpr uint32_t of          = uint32_t{1} << 11;  // of these, those that go on with a name: "of", "for"
constexpr uint32_t conjunction = uint32_t{1} << 12;
constexpr uint32_t joins       = uint32_t{1} << 13;  // of these, "and" and "or"
constexpr uint32_t auxiliary   = uint32_t{1} << 14;
constexpr uint32_t be          = uint32_t{1} << 15;  // of these, the forms of "be"
constexpr uint32_t relative    = uint32_t{1} << 16;
constexpr uint32_t who         = uint32_t{1} << 17;  // of these, those that stand for persons
constexpr uint32_t adverb      = uint32_t{1} << 18;
constexpr uint32_t time        = uint32_t{1} << 19;  // "Tuesday", "yesterday"
constexpr uint32_t title       = uint32_t{1} << 20;  // "Mr"; a full stop after it ends no sentence
constexpr uint32_t abbreviation = uint32_t{1} << 21; // "etc"; likewise
constexpr uint32_t verb        = uint32_t{1} << 22;  // a finite verb that is no cue and not in -ed
constexpr uint32_t particle    = uint32_t{1} << 23;  // of a name: "van"
constexpr uint32_t opener      = uint32_t{1} << 24;  // begins a clause that is about no speaker
constexpr uint32_t noun        = uint32_t{1} << 25;  // looks like a cue or an adverb, and may be none
constexpr uint32_t sure        = uint32_t{1} << 26;  // a cue in -s after a noun, too; "ein"
constexpr uint32_t speech      = uint32_t{1} << 27;  // names a thing that is said: "claim"
constexpr uint32_t according   = uint32_t{1} << 28;  // before a speaker: "according to"
constexpr uint32_t to          = uint32_t{1} << 29;  // the word before a verb's first form
// Found in the word itself.
constexpr uint32_t capital     = uint32_t{1} << 30;
constexpr uint32_t digit       = uint32_t{1} << 31;
// clang-format on
}  // namespace part

// Words of one kind: lower case, a blank after each. A full stop stands inside, not at the end.
struct word_class {
    uint32_t is;
    const char16_t* words;
};

// How a regular verb's forms are made from what `part::base` lists.
enum class verb_forms : uint8_t {
    none,     // they are listed
    english,  // -s, -ed, -ing; the list has the first form
    german,   // -t, -te, -ten, -en; the list has the stem
};

// Sources: how speech is introduced in 756 annotated articles of American news, counted, and
// general vocabulary; function words from grammars.
struct english {
    static constexpr verb_forms verbs = verb_forms::english;
    static constexpr bool nouns_are_capital = false;
    static constexpr bool verb_is_second = false;

    // clang-format off
    static constexpr word_class words[] = {
        { part::strong | part::base,
          u"say tell write add continue ask tweet call respond reply explain note declare "
          u"conclude state recall report post argue shout answer yell read assure remark "
          u"admit warn joke quip announce predict wonder exclaim echo acknowledge insist "
          u"agree describe promise charge praise urge repeat claim suggest accuse pledge vow "
          u"assert boast complain lament observe concede mock proclaim denounce blast "
          u"interject scoff muse confess retort recount elaborate comment chant point "
          u"criticize slam dismiss allege contend maintain counter caution emphasize stress "
          u"reiterate testify advise blame brag gripe rail sigh cry scream whisper mutter "
          u"grumble indicate dub label characterize imply hint email text caption opine "
          u"theorize speculate reason protest object demand cite quote confide deadpan crack "
          u"fume bark boom retaliate thunder jeer remember recommend tease gloat marvel "
          u"bemoan rant intone plead pray stipulate affirm reaffirm disclose reveal volunteer "
          u"swear promulgate decry condemn assail deride ridicule chide lambaste tout hail "
          u"laud instruct inform notify order propose inquire enquire interrupt murmur gasp "
          u"chuckle sob shriek stammer rejoin drawl hiss croak sneer demur wail whine beam "
          u"mouth intimate apologize implore deplore bellow snap howl gush moan groan growl "
          u"venture surmise estimate forecast blog retweet characterise criticise emphasise "
          u"apologise theorise " },
        { part::weak | part::base,
          u"go put release issue deliver speak title think see find believe portray include "
          u"refer express want use refuse compare frame discuss come hope push question react "
          u"send mean run offer keep vent credit launch thank worry begin sing publish hold "
          u"give open highlight identify show make fire shoot talk defend press know focus "
          u"name introduce list appear laugh smile nod grin shrug recite riff sum jest chime "
          u"chip feel love like attack target challenge reject oppose support seek endorse "
          u"champion liken depict brand deem consider regard understand sign print air "
          u"feature convey advocate decline share join break end wrap turn " },
        { part::strong | part::past, u"said told wrote read swore foretold " },
        { part::weak | part::past,
          u"went put spoke thought found saw meant ran kept began sang held gave made shot "
          u"felt sent broke knew understood sought " },
        { part::pronoun, u"he i it she they we you everyone someone nobody " },
        { part::object, u"her herself him himself me them themselves us " },
        { part::determiner,
          u"a all almost an another any both dozens each eight every few five four half many "
          u"more most my nearly nine no one other seven several six some such ten the these "
          u"this those three two " },
        { part::determiner | part::possessive, u"her his its my our their your " },
        { part::preposition,
          u"about across after against along amid among around at before behind besides "
          u"between beyond by concerning despite down during following from in inside into "
          u"like near off on onto out outside over per regarding since through throughout "
          u"toward towards under unlike up upon via within without " },
        { part::preposition | part::sure, u"with " },  // "with Lee saying ..."
        { part::preposition | part::of, u"of for " },
        { part::preposition | part::to, u"to " },
        { part::conjunction,
          u"although because if nor once so than that though unless when where whereas "
          u"whether while yet " },
        { part::conjunction | part::joins, u"and but or " },
        { part::conjunction | part::speech, u"as " },  // before what somebody calls something
        { part::auxiliary,
          u"can can't could couldn't did didn't do does doesn't don't had hadn't has hasn't "
          u"have haven't he'd he'll i'd i've may might must she'd should they've we've will "
          u"won't would wouldn't " },
        { part::auxiliary | part::be,
          u"am are be been being is was were aren't isn't it's wasn't weren't i'm he's she's "
          u"they're we're " },
        { part::relative, u"that what when where which " },
        { part::relative | part::who, u"who whose whom " },
        { part::adverb,
          u"afterward afterwards again aloud already also always back bluntly earlier even "
          u"ever famously finally first flatly further furthermore here however immediately "
          u"instead jokingly just later long loudly meanwhile more moreover never "
          u"nevertheless nonetheless not now often once only openly originally perhaps "
          u"previously privately proudly publicly quite rather recently repeatedly separately "
          u"similarly simply sometimes soon still then there therefore thus today tomorrow "
          u"tonight too yesterday " },
        { part::time,
          u"afternoon afterward afterwards apr april aug august dec december earlier evening "
          u"feb february friday jan january july june last later mar march monday month "
          u"morning night nov november oct october recently saturday sept september sunday "
          u"thursday today tonight tuesday wednesday week year yesterday " },
        { part::title,
          u"adm atty capt cmdr col dr fr gen gov hon jr lt maj messrs mr mrs ms pres prof rep "
          u"reps rev sen sens sgt sr st " },
        { part::abbreviation,
          u"a.m ala apr ariz ark aug bros calif co colo conn corp d.c dec del dept e.g etc "
          u"feb fla ga i.e ill inc ind j.d jan kan ky la ltd mar mass md mich minn miss mo "
          u"mont n.c n.h n.j n.m n.y neb nev no nov oct okla ore p.m pa ph.d s.c sept tenn "
          u"tex u.s va vs vt wash wis wyo " },
        { part::verb,
          u"appears became began believes bought broke brought built came caught chose comes "
          u"cut dealt does drew drove faces feels fell felt fled flew fought found gave gets "
          u"gives goes got grew has held hit hopes keeps kept knew knows laid leads led left "
          u"let likes looks lost loves made makes means meant met needs paid plans put ran "
          u"rode rose runs sat saw seeks seemed seems sees sent set shook spent spoke stands "
          u"stood takes taught tends thinks thought threw took tore tries wants went wins won "
          u"wore " },
        { part::particle, u"al ben bin da de del den der di du el ibn la le van von " },
        { part::opener,
          u"after although as asked because before calling citing if noting once pressed "
          u"referring responding since speaking though until when while writing " },
        { part::noun,
          u"ally answers assembly attacks billy brags bully calls challenges charges claims "
          u"comments connolly daily demands early elderly emails emily estimates family "
          u"features focuses forecasts frames friendly holy hopes issues italy july kelly "
          u"labels laughs likes lily links lists makes molly monthly names notes objects "
          u"offers only orders plans pledges points polly posts prints promises questions "
          u"quotes rally reilly releases remarks reply reports reviews runs sally shares "
          u"states supply supports talks targets texts ugly weekly willy " },
        { part::sure,
          u"accuses acknowledges adds admits agrees announces argues asks asserts assures "
          u"believes calls claims concedes concludes contends continues declares denounces "
          u"describes emphasizes explains finds insists maintains notes predicts reads "
          u"recalls refers responds says shows states suggests tells thinks tweets urges "
          u"warns writes " },
        { part::speech,
          u"accusation accusations admission allegation answer argument assertion attack "
          u"belief call calls characterization charge claim claims comment comments complaint "
          u"complaints contention criticism criticisms declaration demand denunciation "
          u"description insistence line mention message motto notion phrase plan pledge "
          u"praise prediction promise promises proposal question reference remark remarks "
          u"response statement suggestion tweet view vow warning warnings words " },
        { part::according, u"according " },
    };
    // clang-format on
    static constexpr word_class more[] = {{0, u""}};
};

struct german {
    static constexpr verb_forms verbs = verb_forms::german;
    static constexpr bool nouns_are_capital = true;
    static constexpr bool verb_is_second = true;  // "Im Interview sagte sie: ..."

    // clang-format off
    static constexpr word_class words[] = {
        { part::strong | part::base,
          u"sag erkl\u00E4r beton mein erg\u00E4nz kritisier warn forder behaupt "
          u"\u00E4u\u00DFer antwort frag bekr\u00E4ftig kommentier begr\u00FCnd zitier "
          u"versicher lob r\u00E4um verlang erwider entgegn best\u00E4tig beklag bedauer "
          u"bem\u00E4ngel urteil res\u00FCmier formulier folger argumentier verurteil "
          u"appellier mahn verk\u00FCnd konstatier pl\u00E4dier vermut titel erz\u00E4hl "
          u"erinner verteidig droh beschuldig dementier prophezei jubel schimpf spott "
          u"beschwer wert bewert bericht skandier f\u00FCg k\u00FCndig w\u00FCrdig bezweifel "
          u"rechtfertig meld attackier bezeichn erl\u00E4uter kl\u00E4r unterstell "
          u"charakterisier beschimpf bezichtig bejubel beteuer bitt feier fl\u00FCster freu "
          u"gratulier gest informier kontert konter l\u00E4ster lehn stell teil prangert "
          u"pranger protestier sorg t\u00F6n unterstreich vergleich verlaut verlautbar "
          u"verlies pr\u00E4zisier moner ausf\u00FChr feststell ausdr\u00FCck erw\u00E4hn "
          u"herausstell anmerk monier moser murmel ruf schreib sprech ver\u00F6ffentlich "
          u"zweifel f\u00FChr mitteil hinzuf\u00FCg einr\u00E4um zusicher begr\u00FCnd "
          u"ank\u00FCndig begr\u00FC\u00DF appellier " },
        { part::weak | part::base,
          u"glaub hoff erwart reagier zeig laut mach seh rechn sch\u00E4tz sicher "
          u"\u00FCberschreib " },
        { part::strong | part::past,
          u"schrieb schrieben nannte nennt nannten rief riefen versprach r\u00E4umte "
          u"unterstrich gab gaben gibt empfahl hob wies wiesen weist sprach spricht sprachen "
          u"verglich umschrieb beschrieb schildert beschreibt betonte lautete griff warf "
          u"wirft warfen r\u00E4t empfiehlt verspricht hinwies hervorhob zur\u00FCckwies angab "
          u"vorwarf bekanntgab riet lie\u00DF bat schloss strich vertrat widersprach erhob "
          u"bezichtigt " },
        { part::strong | part::past | part::to, u"zitiert zitierte zitierten " },  // whose words
        { part::strong | part::past | part::be,  // with "es"
          u"hei\u00DFt hie\u00DF gehei\u00DFen " },
        { part::weak | part::past,
          u"sieht sah sahen hielt h\u00E4lt geht ging steht stand verwies will wollte wollen " },
        { part::according, u"laut gem\u00E4\u00DF nach " },
        { part::according | part::adverb, u"so " },        // after a comma
        { part::according | part::to, u"zufolge " },  // stands after the speaker
        { part::speech,
          u"angaben aussagen aussage meinung ansicht auffassung einsch\u00E4tzung worten "
          u"bericht berichten berichts darstellung angabe informationen information mitteilung "
          u"pressemitteilung erkl\u00E4rung ank\u00FCndigung sch\u00E4tzung sch\u00E4tzungen "
          u"\u00FCberzeugung medienberichten studie umfrage ger\u00FCchten auskunft aussagen "
          u"behauptung bewertung darstellungen vorstellung vorstellungen wunsch wille willen "
          u"wort recherchen " },
        { part::strong | part::past,
          u"gesagt gefordert gefragt gewarnt genannt geschrieben gesprochen gemeldet gelobt "
          u"gemeint ge\u00E4u\u00DFert angek\u00FCndigt mitgeteilt zugesagt zugesichert "
          u"versprochen beschrieben zur\u00FCckgewiesen "
          u"vorgeworfen hingewiesen angegeben hervorgehoben betont begr\u00FC\u00DFt "
          u"begr\u00FC\u00DFte begr\u00FC\u00DFten " },
        { part::pronoun, u"er ich wir man dieser jemand letzterer letztere " },
        { part::pronoun | part::object, u"sie " },
        { part::pronoun | part::to, u"es " },  // stands for nobody
        { part::object, u"ihn ihm ihnen sich mich mir uns euch dich dir dies " },
        { part::determiner,
          u"das die ein eine diese dieses jede jeder jedes kein keine keiner alle viele "
          u"mehrere einige zwei drei vier beide beiden jene anderer andere " },
        { part::determiner | part::speech, u"das dies dieses " },  // "Das sagte X"
        { part::determiner | part::object,
          u"den dem einen einem diesem diesen seinem seinen ihrem ihren " },
        { part::determiner | part::of, u"der einer " },
        { part::determiner | part::sure, u"ein eine einen einem einer eines " },
        { part::determiner | part::of | part::object, u"des eines " },
        { part::determiner | part::possessive,
          u"sein seine seiner seines ihr ihre ihrer ihres unser unsere mein meine dessen "
          u"deren " },
        { part::preposition,
          u"in im ins am an auf aus bei beim mit nach \u00FCber unter zu zum zur gegen durch "
          u"um ab bis ohne seit trotz w\u00E4hrend wegen zwischen gegen\u00FCber hinter neben "
          u"als per vor angesichts bez\u00FCglich hinsichtlich " },
        { part::preposition | part::of, u"von vom " },
        { part::preposition | part::of | part::to, u"f\u00FCr " },  // of no bare name
        { part::conjunction,
          u"weil wenn ob obwohl da denn damit sondern w\u00E4hrend indem "
          u"nachdem bevor wie als zumal wonach " },
        { part::conjunction | part::sure, u"dass da\u00DF " },
        { part::conjunction | part::joins, u"und oder aber sowie " },
        { part::auxiliary,
          u"kann k\u00F6nnte konnte muss musste m\u00FCsse soll sollte d\u00FCrfe darf durfte "
          u"werde w\u00FCrde w\u00FCrden haben habe h\u00E4tte h\u00E4tten hatten hat hatte "
          u"k\u00F6nne k\u00F6nnen " },
        { part::auxiliary | part::speech,
          u"halte zeige nehme mache sehe g\u00E4be st\u00FCnde gehe stehe bleibe liege komme "
          u"handele handle bestehe fehle brauche wisse lasse "
          u"bringe n\u00FCtze diene gelte f\u00FChre biete "
          u"sei seien habe werde k\u00F6nne m\u00FCsse d\u00FCrfe solle wolle w\u00FCrde "
          u"w\u00FCrden k\u00F6nnten gebe h\u00E4tten h\u00E4tte " },
        { part::auxiliary | part::be,
          u"wird wurde wurden werden worden ist sind war waren sei seien w\u00E4re w\u00E4ren "
          u"bin bist " },
        { part::relative, u"was wo welche welcher welches " },
        { part::relative | part::who, u"wer wem " },
        { part::adverb,
          u"auch nicht nur schon noch wieder bereits jedoch dabei daher dann dazu hier dort "
          u"immer zudem au\u00DFerdem allerdings ferner weiter weiterhin sp\u00E4ter zuvor "
          u"gestern heute anschlie\u00DFend w\u00F6rtlich zun\u00E4chst deshalb darauf "
          u"daraufhin damit hingegen indes unterdessen inzwischen wiederum einmal erneut sehr "
          u"fest mit hinzu aus davon danach nun derzeit zurzeit damals urspr\u00FCnglich "
          u"bislang bisher erst jetzt zuletzt zugleich gleichzeitig insgesamt offenbar "
          u"vermutlich bald lediglich nachdem n\u00E4mlich zwar \u00F6ffentlich schriftlich "
          u"abschlie\u00DFend besonders dagegen demnach indessen anderem ebenfalls selbst "
          u"nochmals etwa zuerst " },
        { part::time,
          u"montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar "
          u"februar m\u00E4rz april mai juni juli august september oktober november dezember "
          u"morgen abend nachmittag vormittag montagabend dienstagabend mittwochabend "
          u"donnerstagabend uhr " },
        { part::title, u"dr prof st " },
        { part::abbreviation, u"z.b d.h u.a bzw ca etc evtl ggf inkl usw vgl nr " },
        { part::particle, u"von van de del bin al " },
        { part::opener, u"als nachdem wenn weil " },
    };
    // clang-format on
    static constexpr word_class more[] = {{0, u""}};
};

namespace detail {

template <class Lexicon>
constexpr size_t lexicon_size() noexcept {
    size_t found = 0;
    for (const word_class& list : Lexicon::words)
        for (const char16_t* at = list.words; *at != 0; ++at)
            if (*at == ' ') ++found;
    for (const word_class& list : Lexicon::more)
        for (const char16_t* at = list.words; *at != 0; ++at)
            if (*at == ' ') ++found;
    return found;
}

// All words of a lexicon, by their hashes.
template <size_t Size>
struct hashed_words {
    size_t size;
    uint32_t hash[Size];
    uint32_t is[Size];

    constexpr void add(const word_class& list) noexcept {
        uint32_t value = hash_start;
        for (const char16_t* at = list.words; *at != 0; ++at) {
            if (*at != ' ') {
                value = hashed(value, *at);
                continue;
            }
            hash[size] = value;
            is[size] = list.is;
            ++size;
            value = hash_start;
        }
    }
};
template <class Lexicon>
constexpr hashed_words<lexicon_size<Lexicon>()> hash_lexicon() noexcept {
    hashed_words<lexicon_size<Lexicon>()> made{};
    for (const word_class& list : Lexicon::words) made.add(list);
    for (const word_class& list : Lexicon::more) made.add(list);
    return made;
}
template <class Lexicon>
constexpr auto lexicon_hashes = hash_lexicon<Lexicon>();

// Three bytes a word: a fingerprint, and the number of its set of kinds. Where flash is not short, a
// bucket has one word or none, mostly.
constexpr size_t lexicon_buckets = is_flash_short ? word_buckets : 8 * word_buckets;
constexpr size_t lexicon_bucket_of(uint32_t hash) noexcept {
    return is_flash_short ? bucket_of(hash) : bucket_of(hash) << 3 | (hash >> 21 & 7u);
}
template <size_t Words, size_t Sets>
struct lexicon_table {
    uint16_t begins[lexicon_buckets + 1];
    uint16_t prints[Words];  // by bucket, ascending
    uint8_t sets[Words];
    uint32_t kinds[Sets];
    // A bit for each of 8192 hashes, which a bucket and a fingerprint tell: most words are in no list.
    uint64_t filter[is_flash_short ? 1 : word_buckets];

    //   Gives: what the word with this hash can be; 0 when it is in no list.
    constexpr uint32_t look_up(uint32_t hash) const noexcept {
        const size_t bucket = lexicon_bucket_of(hash);
        if (!is_flash_short && (filter[bucket_of(hash)] >> (hash >> 18 & 63u) & 1u) == 0) return 0;
        const uint16_t print = static_cast<uint16_t>(hash >> 8);
        const size_t end = begins[bucket + 1];
        size_t i = begins[bucket];
        while (i < end && prints[i] < print) ++i;
        return i < end && prints[i] == print ? kinds[sets[i]] : 0;
    }
};

// The words in the order of the table. One that stands in several lists has one entry, which is
// of all their kinds.
template <size_t Size>
struct sorted_words {
    size_t size = 0;
    size_t sets = 0;
    uint32_t hash[Size] = {};
    uint8_t set[Size] = {};
    uint32_t kinds[lesser<size_t>(Size, 0x100)] = {};

    constexpr explicit sorted_words(const hashed_words<Size>& from) noexcept {
        uint16_t order[Size] = {};
        uint16_t begins[lexicon_buckets + 1] = {};
        uint16_t used[lexicon_buckets] = {};
        for (size_t i = 0; i < Size; ++i) ++begins[lexicon_bucket_of(from.hash[i]) + 1];
        for (size_t i = 0; i < lexicon_buckets; ++i)
            begins[i + 1] = static_cast<uint16_t>(begins[i + 1] + begins[i]);
        for (size_t i = 0; i < Size; ++i) {
            const uint32_t key = key_of(from.hash[i]);
            const size_t bucket = lexicon_bucket_of(from.hash[i]);
            size_t at = begins[bucket] + used[bucket]++;
            for (; at > begins[bucket] && key_of(from.hash[order[at - 1]]) > key; --at)
                order[at] = order[at - 1];
            order[at] = static_cast<uint16_t>(i);
        }
        for (size_t next = 0; next < Size;) {
            const uint32_t word = from.hash[order[next]];
            uint32_t is = 0;
            for (; next < Size && from.hash[order[next]] == word; ++next)
                is |= from.is[order[next]];
            size_t found = 0;
            while (found < sets && kinds[found] != is) ++found;
            if (found == sets) kinds[sets++] = is;
            hash[size] = word;
            set[size++] = static_cast<uint8_t>(found);
        }
    }

private:
    static constexpr uint32_t key_of(uint32_t value) noexcept { return value << 8 | value >> 24; }
};
template <class Lexicon>
constexpr sorted_words<lexicon_size<Lexicon>()> lexicon_words(lexicon_hashes<Lexicon>);

template <size_t Words, size_t Sets, size_t Size>
constexpr lexicon_table<Words, Sets> make_lexicon_table(const sorted_words<Size>& from) noexcept {
    lexicon_table<Words, Sets> table{};
    for (size_t i = 0; i < Words; ++i) {
        const uint32_t hash = from.hash[i];
        ++table.begins[lexicon_bucket_of(hash) + 1];
        table.prints[i] = static_cast<uint16_t>(hash >> 8);
        table.sets[i] = from.set[i];
        table.filter[is_flash_short ? 0 : bucket_of(hash)] |= uint64_t{1} << (hash >> 18 & 63u);
    }
    for (size_t i = 0; i < lexicon_buckets; ++i)
        table.begins[i + 1] = static_cast<uint16_t>(table.begins[i + 1] + table.begins[i]);
    for (size_t i = 0; i < Sets; ++i) table.kinds[i] = from.kinds[i];
    return table;
}
template <class Lexicon>
constexpr auto lexicon_of =
    make_lexicon_table<lexicon_words<Lexicon>.size, lexicon_words<Lexicon>.sets>(
        lexicon_words<Lexicon>);

}  // namespace detail
}  // namespace stet

#endif  // STET_LEXICON_HPP

#ifndef STET_LOOKBACK_HPP
#define STET_LOOKBACK_HPP

// lookback.hpp: the last bytes of a block that nobody has read. Most text stands near no
// quotation, and its words are never read; when an opening mark comes, those before it are.
//
// A ring of bytes. What stands between texts (a line end, a note) is filled up, so that a byte's
// place in the ring tells its offset.

namespace stet {
namespace detail {

template <class Limits> class lookback {
    // (One more than is asked for tells whether a word begins with the first.)
    static constexpr size_t most = Limits::before + 1;

public:
    constexpr lookback() noexcept {}
    constexpr explicit lookback(offset at) noexcept : end_(at), ring_(ring::made()) {}

    // Nothing is kept; the next text begins at this place or behind it.
    constexpr void restart(offset place) noexcept {
        head_ = size_ = 0;
        end_ = place;
        cut_ = false;
    }

    // Is only the end kept of what was given?
    constexpr bool is_cut() const noexcept { return cut_; }
    constexpr offset begin() const noexcept { return end_ - size_; }

    // The last byte that is kept; 0 where none is.
    constexpr uint8_t last() const noexcept {
        return size_ == 0 ? uint8_t{0} : static_cast<uint8_t>(ring_.bytes[head_ - 1u]);
    }

    // Keeps a text, or the last bytes of it.
    //   Requires: it begins where the last one ended or behind it.
    //   Cost:     a step for each byte that is kept.
    constexpr void keep(const view& text, offset begin) noexcept {
        if (size_ != 0) fill(begin - end_);
        const size_t left_out = excess<size_t>(text.size, most);
        if (left_out != 0) cut_ = true;
        copy_in(text.data + left_out, text.size - left_out);
        end_ = begin + static_cast<offset>(text.size);
    }

    // Gives all that is kept to `read(view, offset)`, in three pieces at most, none of which cuts a
    // code point, and keeps nothing. Of text that was cut, the word is left out that was cut
    // with it.
    template <class Read> constexpr void give(const Read& read) noexcept {
        const size_t at = head_ >= size_ ? size_t{head_} - size_ : head_ + most - size_;
        const size_t first = lesser<size_t>(size_, most - at);
        const size_t left_out = cut_ ? words_begin(at, first) : 0;
        const size_t begun = first < size_ ? begun_at_end() : 0;
        size_t done = give_piece(read, at, left_out, first - begun);
        if (begun != 0 && done == first - begun) {
            const char lead = ring_.bytes[most - begun];
            char joined[4] = {lead, lead, lead, lead};
            const size_t size = announced_size(static_cast<uint8_t>(lead));
            for (size_t i = 1; i < size; ++i)
                joined[i] = i < begun ? ring_.bytes[most - begun + i] : ring_.bytes[i - begun];
            read(view{joined, size}, begin() + static_cast<offset>(done));
            done += size;
        }
        give_piece(read, at - most, done, size_);  // (behind the ring's end its begin)
        restart(end_);
    }

private:
    // The bytes; not cleared but in constants, for that would call memset.
    union ring {
        constexpr ring() noexcept : bytes{} {}
        constexpr explicit ring(char one) noexcept : none(one) {}
        static constexpr ring made() noexcept {
            if (__builtin_is_constant_evaluated()) return ring();
            return ring('\0');
        }
        char none;
        char bytes[most];
    };

    // Gives the bytes from `from` up to `to`, the first of all being at `at`. Returns what is done.
    template <class Read>
    constexpr size_t give_piece(const Read& read, size_t at, size_t from,
                                size_t to) const noexcept {
        if (from >= to) return from;
        read(view{ring_.bytes + (at + from), to - from}, begin() + static_cast<offset>(from));
        return to;
    }

    // How many of the ring's last bytes belong to a code point that goes on at its begin. (Where
    // fewer are kept, what stands before them is whole.)
    constexpr size_t begun_at_end() const noexcept {
        size_t size = 1;
        while (size < 4 && is_follower(static_cast<uint8_t>(ring_.bytes[most - size]))) ++size;
        const uint8_t lead = static_cast<uint8_t>(ring_.bytes[most - size]);
        return announced_size(lead) > size ? size : 0;
    }

    // The bytes before the first blank or comma.
    constexpr size_t words_begin(size_t at, size_t first) const noexcept {
        for (size_t i = 0; i < size_; ++i) {
            const char one = ring_.bytes[i < first ? at + i : i - first];
            if (one == ',' || is_ascii_blank(static_cast<uint8_t>(one))) return i;
        }
        return size_;
    }

    // What stands between two texts, a line end or a note, reads like a blank.
    constexpr void fill(size_t size) noexcept {
        for (size_t left = lesser(size, most); left > 0; --left) copy_in(" ", 1);
    }

    constexpr void copy_in(const char* from, size_t size) noexcept {
        const size_t first = lesser<size_t>(size, most - head_);
        copy(from, ring_.bytes + head_, first);
        copy(from + first, ring_.bytes, size - first);
        Limits::steps(size);
        const bool wraps = head_ + size > most;
        head_ = static_cast<uint16_t>(wraps ? size - first : head_ + size);
        if (size_ + size > most) cut_ = true;
        size_ = static_cast<uint16_t>(lesser<size_t>(size_ + size, most));
    }

    uint16_t head_ = 0;  // where the next byte goes, or behind the ring's end; 0 when none is kept
    uint16_t size_ = 0;
    bool cut_ = false;
    offset end_ = 0;
    ring ring_;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LOOKBACK_HPP

#ifndef STET_WORD_FORM_HPP
#define STET_WORD_FORM_HPP

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

#ifndef STET_TOKENS_HPP
#define STET_TOKENS_HPP

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

#ifndef STET_CLAUSE_HPP
#define STET_CLAUSE_HPP

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

#ifndef STET_SPEAKER_HPP
#define STET_SPEAKER_HPP

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

#ifndef STET_ATTRIBUTION_HPP
#define STET_ATTRIBUTION_HPP

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
