// SPDX-License-Identifier: MIT
#ifndef STET_ATTRIBUTION_HPP
#define STET_ATTRIBUTION_HPP
#include "speaker.hpp"

// attribution.hpp: who said it. A pull adapter: passes every event of its source on and adds,
// for each outermost quotation, what is known about it when 256 bytes after it, or its
// paragraph's end, have been read.
//
//     for (stet::event e : stet::attribute(stet::parse(text))) ...
//     for (stet::event e; layer.next(e);) ...        // auto layer = stet::attribute(in);

namespace stet {

namespace detail {

// A quotation that waits for what follows it, and then to be told.
struct waiting_quotation {
    constexpr waiting_quotation() noexcept {}
    constexpr explicit waiting_quotation(offset at) noexcept
        : begin(at), end(at), speaker_begin(at), speaker_end(at), cue_begin(at), cue_end(at) {}

    offset begin = 0;
    offset end = 0;
    offset speaker_begin = 0;
    offset speaker_end = 0;
    offset cue_begin = 0;
    offset cue_end = 0;
    int32_t token = 0;
    uint8_t words = 0;
    bool title_case = false;
    bool small_first = false;
    bool sentence = false;
    bool closed = false;
    bool labelled = false;  // "WALLACE: ..." inside the marks; the speaker's place is known
    bool unclosed = false;
    bool continued = false;
    quote_class quoted = quote_class::none;
    speaker_shape shape = speaker_shape::none;
    speaker_evidence evidence = speaker_evidence::none;
};

// A speech that may go on.
struct speech {
    offset speaker_begin = 0;
    offset speaker_end = 0;
    offset cue_begin = 0;
    offset cue_end = 0;
    speaker_shape shape = speaker_shape::none;
    constexpr bool known() const noexcept { return shape != speaker_shape::none; }
};

template <class Source> struct limits_of;
template <class Limits, class Quotes, class Blocks> struct limits_of<article<Limits, Quotes, Blocks>> {
    using type = Limits;
};
template <class Limits, class Quotes, class Blocks> struct limits_of<reader<Limits, Quotes, Blocks>> {
    using type = Limits;
};
template <class Source> struct limits_of<Source&> : limits_of<Source> {};

}  // namespace detail

template <class Source, class Lexicon = english> class attributed {
    using limits = typename detail::limits_of<Source>::type;

public:
    constexpr explicit attributed(Source&& source) noexcept : source_(static_cast<Source&&>(source)) {}

    // Tells the next event.
    constexpr bool next(event& e) noexcept {
        for (;;) {
            if (tell_fact(e)) return true;
            if (block_ended_) {
                tell_block_end(e);
                return true;
            }
            if (!source_.next(e)) return false;
            if (!look(e)) continue;
            return true;
        }
    }
    constexpr bool done() const noexcept { return source_.done() && !block_ended_ && waiting_ == 0; }

    class iterator {
    public:
        constexpr explicit iterator(attributed* owner) noexcept : owner_(owner) { ++*this; }
        constexpr const event& operator*() const noexcept { return event_; }
        constexpr const event* operator->() const noexcept { return &event_; }
        constexpr iterator& operator++() noexcept {
            if (!owner_->next(event_)) owner_ = nullptr;
            return *this;
        }
        constexpr bool operator!=(const iterator& other) const noexcept { return owner_ != other.owner_; }
        constexpr bool operator==(const iterator& other) const noexcept { return owner_ == other.owner_; }
        constexpr iterator() noexcept {}

    private:
        attributed* owner_ = nullptr;
        event event_;
    };
    constexpr iterator begin() noexcept { return iterator(this); }
    constexpr iterator end() noexcept { return iterator(); }

private:
    static constexpr uint8_t most_waiting = 8;
    using quotation = detail::waiting_quotation;
    using token_is = detail::token_is;

    // ---- looking at what passes ----

    // Gives false for an event that is held back: a block's end.
    constexpr bool look(event& e) noexcept {
        if (e.side == edge::begin && is_block(e.what)) begin_block(e);
        else if (e.side == edge::end && is_block(e.what)) return end_block(e);
        else if (e.what == kind::quote && !e.nested) look_at_quote(e);
        else if (e.what == kind::text) look_at_text(e);
        else if (e.what == kind::soft_break && !in_quote_) tokens_.see_break();
        else if (e.what == kind::dateline) in_dateline_ = e.side == edge::begin;
        return true;
    }

    constexpr void begin_block(const event& e) noexcept {
        tokens_.restart();
        from_ = 0;
        in_quote_ = false;
        carried_.shape = speaker_shape::none;
        in_paragraph_ = e.what == kind::paragraph;
        place_ = e.begin;
        last_speech_.shape = speaker_shape::none;
    }

    constexpr void look_at_text(const event& e) noexcept {
        const size_t size = e.end - e.begin;
        place_ = e.end;
        budget_ += static_cast<uint32_t>(size) * 2;
        if (budget_ > most_budget) budget_ = most_budget;
        if (in_dateline_) return;
        if (in_quote_) tokens_.see_quoted(e.text(), e.begin);
        else tokens_.see(e.text(), e.begin);
    }

    constexpr void look_at_quote(const event& e) noexcept {
        if (e.side == edge::begin) {
            quotation& q = slot(waiting_);
            ++waiting_;
            q.begin = e.begin;
            q.closed = false;
            q.continued = e.continued;
            q.token = tokens_.open_quotation(e.begin);
            in_quote_ = true;
            return;
        }
        quotation& q = slot(static_cast<uint8_t>(waiting_ - 1));
        q.end = e.end;
        q.closed = true;
        q.unclosed = e.unclosed;
        q.quoted = e.quoted;
        tokens_.close_quotation(q.token);
        const detail::inside_quotation& inside = tokens_.inside();
        q.words = inside.words;
        q.title_case = !inside.small_word && inside.capital_first && !(tokens_.is_title_case() && !Lexicon::nouns_are_capital);
        q.labelled = inside.label == detail::inside_quotation::has_label;
        q.speaker_begin = inside.label_begin;
        q.speaker_end = inside.label_end;
        q.cue_begin = inside.label_colon;
        q.small_first = !inside.capital_first;
        q.sentence = detail::is_sentence_end(inside.last);
        in_quote_ = false;
        place_ = e.end;
    }

    constexpr bool end_block(const event& e) noexcept {
        tokens_.finish();
        block_ended_ = true;
        ended_.what = e.what;
        ended_.level = e.level;
        ended_.begin = e.begin;
        ended_.end = e.end;
        return false;
    }
    constexpr void tell_block_end(event& e) noexcept {
        block_ended_ = false;
        if (ended_.what == kind::paragraph) remember_introduction();
        else introduced_.shape = speaker_shape::none;
        clear(e);
        e.what = ended_.what;
        e.side = edge::end;
        e.level = ended_.level;
        e.begin = ended_.begin;
        e.end = ended_.end;
    }
    static constexpr void clear(event& e) noexcept {
        e.level = 0;
        e.reason = note_reason::none;
        e.quoted = quote_class::none;
        e.shape = speaker_shape::none;
        e.evidence = speaker_evidence::none;
        e.nested = e.continued = e.unclosed = e.whole = false;
        e.index = 0;
        e.data = nullptr;
    }

    // What the next paragraph's quotation may take over.
    constexpr void remember_introduction() noexcept {
        using namespace detail;
        introduced_.shape = speaker_shape::none;
        const int32_t count = tokens_.count();
        if (count == 0) return;
        const token& last = tokens_[count - 1];
        if (last.what == token_is::quotation) {
            if (left_open_) copy(introduced_, last_speech_);
            return;
        }
        if (last.what != token_is::colon && last.what != token_is::comma) return;
        int32_t low = count;
        while (low > tokens_.first() && tokens_[low - 1].begin + limits::before >= ended_.end) --low;
        detail::finder<words> look(tokens_, count, low, count, budget_);
        answer found;
        if (!look.find_introduction(found)) return;
        to_speech(found, look.shape(found.who), introduced_);
    }

    // ---- telling ----

    constexpr bool tell_fact(event& e) noexcept {
        if (waiting_ == 0) return false;
        quotation& q = slot(0);
        if (stage_ == 0) {
            if (!is_due(q)) return false;
            resolve(q);
            tell(e, kind::attribution, q.begin, q.end);
            e.quoted = q.quoted;
            stage_ = q.shape != speaker_shape::none ? uint8_t{1} : uint8_t{0};
        } else if (stage_ == 1) {
            tell(e, kind::speaker, q.speaker_begin, q.speaker_end);
            e.shape = q.shape;
            e.evidence = q.evidence;
            stage_ = q.cue_end != q.cue_begin ? uint8_t{2} : uint8_t{0};
        } else {
            tell(e, kind::cue, q.cue_begin, q.cue_end);
            stage_ = 0;
        }
        if (stage_ == 0) {
            --waiting_;
            oldest_ = static_cast<uint8_t>((oldest_ + 1) % most_waiting);
        }
        return true;
    }
    static constexpr void tell(event& e, kind what, offset begin, offset end) noexcept {
        clear(e);
        e.what = what;
        e.side = edge::span;
        e.begin = begin;
        e.end = end;
    }
    constexpr bool is_due(const quotation& q) const noexcept {
        if (!q.closed) return false;
        return block_ended_ || waiting_ == most_waiting || place_ - q.end > limits::after;
    }

    // ---- the speaker and the class of one quotation ----

    constexpr void resolve(quotation& q) noexcept {
        using namespace detail;
        q.shape = speaker_shape::none;
        int32_t low = q.token;
        while (low > tokens_.first() && tokens_[low - 1].begin + limits::before >= q.begin) --low;
        int32_t high = q.token + 1;
        while (high < tokens_.count() && tokens_[high].end() <= q.end + limits::after) ++high;
        finder<words> look(tokens_, q.token, low, high, budget_);
        answer found;
        speech said;
        const bool first = q.token == 0;
        bool near_by = false;
        if (q.labelled) {
            near_by = true;
            said.speaker_begin = q.speaker_begin;
            said.speaker_end = q.speaker_end;
            said.cue_begin = q.cue_begin;
            said.cue_end = q.cue_begin + 1;
            said.shape = speaker_shape::name;
        } else if (look.find(found)) {
            near_by = true;
            to_speech(found, look.shape(found.who), said);
        } else if ((first || q.continued) && introduced_.known()) {
            copy(said, introduced_);
        } else if (last_speech_.known() && (q.sentence || q.words >= 4)) {
            copy(said, last_speech_);
        } else if ((q.sentence || q.words >= 4) && look.find_before(found)) {
            near_by = true;
            to_speech(found, look.shape(found.who), said);
        }
        q.quoted = q.labelled ? quote_class::direct : judge(q, found, near_by, look);
        if (!near_by && said.known() && q.sentence && look.starts()) q.quoted = quote_class::direct;
        if (q.quoted == quote_class::direct) tokens_.mark_direct(q.token);
        left_open_ = q.unclosed;
        if (!said.known()) return;
        q.speaker_begin = said.speaker_begin;
        q.speaker_end = said.speaker_end;
        q.cue_begin = said.cue_begin;
        q.cue_end = said.cue_end;
        q.shape = said.shape;
        q.evidence = !near_by ? speaker_evidence::carried : found.is_far ? speaker_evidence::far_off : speaker_evidence::near_mark;
        copy(last_speech_, said);
        if (q.quoted == quote_class::unattributed && q.evidence != speaker_evidence::near_mark) q.shape = speaker_shape::none;
    }

    using words = detail::tokens<Lexicon, limits>;
    constexpr quote_class judge(const quotation& q, const detail::answer& found, bool is_found, detail::finder<words>& look) noexcept {
        if (q.unclosed || q.continued) return quote_class::direct;
        if (!is_found) {
            if (q.words >= 8) return quote_class::direct;
            if (q.title_case) return quote_class::unattributed;
            if (look.is_told()) return quote_class::direct;
            return (q.words >= 3 || q.sentence) ? quote_class::direct : quote_class::unattributed;
        }
        if (!q.title_case || q.words < 2 || q.words > 7 || look.starts()) return quote_class::direct;
        const detail::token& left = tokens_[q.token - 1];
        if (found.cue.last == q.token) return quote_class::direct;
        if (left.is_word(part::determiner | part::possessive) || found.after) return quote_class::unattributed;
        return quote_class::direct;
    }

    constexpr void to_speech(const detail::answer& found, speaker_shape shape, detail::speech& said) const noexcept {
        said.speaker_begin = tokens_[found.who.first].begin;
        said.speaker_end = tokens_[found.who.last - 1].end();
        said.cue_begin = tokens_[found.cue.first].begin;
        said.cue_end = tokens_[found.cue.last - 1].end();
        said.shape = shape;
    }
    static constexpr void copy(detail::speech& to, const detail::speech& from) noexcept {
        to.speaker_begin = from.speaker_begin;
        to.speaker_end = from.speaker_end;
        to.cue_begin = from.cue_begin;
        to.cue_end = from.cue_end;
        to.shape = from.shape;
    }

    constexpr quotation& slot(uint8_t number) noexcept { return quotations_[(oldest_ + number) % most_waiting]; }

    static constexpr uint32_t most_budget = 8192;

    Source source_;
    words tokens_;
    quotation quotations_[most_waiting];
    detail::speech last_speech_;
    detail::speech introduced_;
    detail::speech carried_;
    struct { kind what = kind::paragraph; uint8_t level = 0; offset begin = 0; offset end = 0; } ended_;
    offset place_ = 0;
    uint32_t budget_ = 2048;
    int32_t from_ = 0;
    uint8_t oldest_ = 0;
    uint8_t waiting_ = 0;
    uint8_t stage_ = 0;
    bool in_quote_ = false;
    bool in_dateline_ = false;
    bool in_paragraph_ = false;
    bool block_ended_ = false;
    bool left_open_ = false;
};

template <class Lexicon = english, class Source>
constexpr attributed<Source, Lexicon> attribute(Source&& source) noexcept {
    return attributed<Source, Lexicon>(static_cast<Source&&>(source));
}

}  // namespace stet

#endif  // STET_ATTRIBUTION_HPP
