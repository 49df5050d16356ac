// SPDX-License-Identifier: MIT
#ifndef STET_LIMITS_HPP
#define STET_LIMITS_HPP
#include "view.hpp"

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
