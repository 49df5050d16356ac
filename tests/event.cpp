// SPDX-License-Identifier: MIT
// Every kind, reason, class, shape and evidence has its name; only blocks are blocks.
#include <stet.hpp>

using stet::kind;
using stet::view;

static constexpr bool is_named(kind what, view name) {
    const char* given = stet::name(what);
    for (size_t i = 0; i < name.size; ++i)
        if (given[i] != name[i]) return false;
    return given[name.size] == '\0';
}
static_assert(is_named(kind::headline, "headline") && is_named(kind::deck, "deck"));
static_assert(is_named(kind::byline, "byline") && is_named(kind::timestamp, "timestamp"));
static_assert(is_named(kind::section, "section") && is_named(kind::heading, "heading"));
static_assert(is_named(kind::paragraph, "paragraph") && is_named(kind::list_item, "list_item"));
static_assert(is_named(kind::block_quote, "block_quote") && is_named(kind::caption, "caption"));
static_assert(is_named(kind::furniture, "furniture") && is_named(kind::dateline, "dateline"));
static_assert(is_named(kind::quote, "quote") && is_named(kind::text, "text"));
static_assert(is_named(kind::marker, "marker") && is_named(kind::soft_break, "soft_break"));
static_assert(is_named(kind::note, "note") && is_named(kind::attribution, "attribution"));
static_assert(is_named(kind::speaker, "speaker") && is_named(kind::cue, "cue"));
static_assert(static_cast<int>(kind::cue) + 1 == stet::kind_count);

static_assert(!stet::event().nested && !stet::event().continued && !stet::event().unclosed && !stet::event().whole);
static_assert(stet::name(stet::note_reason::too_long)[0] == 't');
static_assert(stet::name(stet::quote_class::unattributed)[0] == 'u');
static_assert(stet::name(stet::speaker_shape::pronoun)[0] == 'p');
static_assert(stet::name(stet::speaker_evidence::near_mark)[0] == 'n');
static_assert(stet::name(stet::speaker_evidence::far_off)[0] == 'f');

static constexpr int count_blocks() {
    int blocks = 0;
    for (uint8_t i = 0; i < stet::kind_count; ++i) blocks += stet::is_block(static_cast<kind>(i));
    return blocks;
}
static_assert(count_blocks() == 10);
static_assert(!stet::is_block(kind::section) && !stet::is_block(kind::quote) && !stet::is_block(kind::dateline));

static_assert(sizeof(stet::event) <= 32);
static_assert(stet::event().text().empty());
