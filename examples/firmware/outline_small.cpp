// SPDX-License-Identifier: MIT
// outline_small.cpp: the application for 2 KB of RAM and 32 KB of flash (ATmega328P): small limits, no quotations,
// and in place of the score card a classifier of its own, which knows headline, deck, heading, paragraph and
// furniture.
#include "outline.hpp"

struct small : stet::default_limits {
    static constexpr size_t heading = 96;
    static constexpr size_t next = 32;
    static constexpr size_t run = 32;
    static constexpr size_t window = 256;
};

// The first short block is the headline, a short one behind it the deck, any other a heading; at the article's end it
// is furniture. What ends in a full stop is no short block.
class short_or_long {
public:
    struct evidence {
        bool is_short, is_last;
    };
    constexpr short_or_long() noexcept {}
    constexpr explicit short_or_long(stet::offset) noexcept {}
    constexpr evidence measure(const stet::candidate& found) const noexcept {
        return {!found.is_long && found.block[found.block.size - 1] != '.', found.next.empty()};
    }
    constexpr stet::kind classify(const evidence& seen) const noexcept {
        if (!seen.is_short) return stet::kind::paragraph;
        if (seen.is_last) return stet::kind::furniture;
        return told_ == 0 ? stet::kind::headline : told_ == 1 ? stet::kind::deck : stet::kind::heading;
    }
    constexpr void begin(const evidence&, stet::kind) noexcept { told_ = told_ == 0 ? 1 : 2; }
    constexpr void end(size_t, stet::code_point) noexcept {}
    constexpr void restart(bool body) noexcept { told_ = body ? 2 : 0; }

private:
    uint8_t told_ = 0;
};

static outline<stet::reader<small, stet::no_quotations, short_or_long>> article;

void take(char one) { article.take(one); }
bool finish() { return article.finish(); }
