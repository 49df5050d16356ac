// SPDX-License-Identifier: MIT
#ifndef STET_EVENT_HPP
#define STET_EVENT_HPP
#include "limits.hpp"

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
