// SPDX-License-Identifier: MIT
// Well-formedness, row by row of the Unicode Standard's tables 3-7 and 3-8.
#include "catch.hpp"

#include <stet.hpp>

using stet::detail::decode;
using stet::detail::decoded;

static constexpr bool well(stet::view bytes, uint32_t point) {
    const decoded at = decode(bytes.data, bytes.size);
    return at.form == decoded::well && at.point == point && at.size == bytes.size &&
           stet::detail::decode_last(bytes.data, bytes.size) == point;
}
static constexpr bool ill(stet::view bytes, uint8_t size) {
    const decoded at = decode(bytes.data, bytes.size);
    return at.form == decoded::ill && at.size == size && at.point == 0;
}
static constexpr bool cut(stet::view bytes) {
    const decoded at = decode(bytes.data, bytes.size);
    return at.form == decoded::cut && at.size == 0 && at.point == 0;
}

static_assert(well("A", 'A') && well("\x7F", 0x7F));
static_assert(well("\xC2\x80", 0x80) && well("\xDF\xBF", 0x7FF));
static_assert(well("\xE0\xA0\x80", 0x800) && well("\xED\x9F\xBF", 0xD7FF));
static_assert(well("\xEE\x80\x80", 0xE000) && well("\xEF\xBF\xBF", 0xFFFF));
static_assert(well("\xF0\x90\x80\x80", 0x10000) && well("\xF4\x8F\xBF\xBF", 0x10FFFF));

static_assert(ill("\x80", 1) && ill("\xBF", 1) && ill("\xC0\x80", 1) && ill("\xC1\xBF", 1));
static_assert(ill("\xE0\x9F\xBF", 1));      // overlong
static_assert(ill("\xED\xA0\x80", 1));      // a surrogate
static_assert(ill("\xF0\x8F\xBF\xBF", 1));  // overlong
static_assert(ill("\xF4\x90\x80\x80", 1));  // past U+10FFFF
static_assert(ill("\xF5\x80", 1) && ill("\xFF", 1));
static_assert(ill("\xE2\x80" "A", 2));       // a maximal subpart of two bytes
static_assert(ill("\xE0\xA0\xC0", 2) && ill("\xF1\x80\xC0", 2));
static_assert(ill("\xF1\x80\x80" "A", 3) && ill("\xC3" "A", 1));

static constexpr uint32_t last(stet::view bytes) { return stet::detail::decode_last(bytes.data, bytes.size); }
static_assert(last("a\xC3\xA9") == 0xE9 && last("a") == 'a');
static_assert(last("caf\xE9") == 0xFFFD && last("a\x80") == 0xFFFD && last("\xC3\xA9\x80") == 0xFFFD && last("\xFF") == 0xFFFD);
static_assert(last("\x80") == 0xFFFD && last("\xBF\x80") == 0xFFFD, "nothing before the first byte is read");

static constexpr size_t whole(stet::view bytes) { return stet::detail::without_cut(bytes.data, bytes.size); }
static_assert(whole("a\xE2\x80") == 1 && whole("a\xC3") == 1 && whole("\xF0\x90\x80") == 0 && whole("") == 0);
static_assert(whole("a\xC3\xA9") == 3 && whole("a") == 1 && whole("a\x80") == 2 && whole("a\xFF") == 2);
static_assert(whole("a\x80\x80\x80\x80") == 5 && whole("\x80") == 1);

static_assert(cut("\xC3") && cut("\xE2") && cut("\xE2\x80") && cut("\xF0\x90\x80"));
static_assert(!cut("\xE0\x80") && !cut("\xED\xA0"));  // no more bytes can mend these
static constexpr bool announce(unsigned first, unsigned last, uint8_t size) {
    for (unsigned one = first; one <= last; ++one)
        if (stet::detail::announced_size(static_cast<uint8_t>(one)) != size) return false;
    return true;
}
static_assert(announce(0x00, 0x7F, 1) && announce(0xC2, 0xDF, 2) && announce(0xE0, 0xEF, 3) && announce(0xF0, 0xF4, 4));

TEST_CASE("the last code point is found in four bytes, and no further back") {
    CHECK(last("a\xF0\x9F\x98\x80") == 0x1F600);
    CHECK(last("\xF0\x9F\x98\x80\x80") == 0xFFFD);
    CHECK(whole("a\x80\x80\x80\x80") == 5);
}
