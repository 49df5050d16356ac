// SPDX-License-Identifier: MIT
// Datelines, and first sentences that are none.
#include "catch.hpp"

#include <stet.hpp>

#include <cstring>

static constexpr size_t size_of(stet::view text) { return stet::detail::dateline_size<stet::default_limits>(text); }

static_assert(size_of("BAKU, Azerbaijan (AP) \xE2\x80\x94 The") == 25);
static_assert(size_of("LONDON, June 3 (Reuters) - The") == 26);
static_assert(size_of("Berlin (dpa) \xE2\x80\x93 Die") == 16);
static_assert(size_of("WASHINGTON _ The") == 12);
static_assert(size_of("BAKU\t(AP) -- The") == 12, "a tab is a blank");
static_assert(size_of("WASHINGTON -- The") == 13);
static_assert(size_of("PARIS\xE2\x80\x94 The") == 8);
static_assert(size_of("MADRID, 12 de marzo (EFE) - El") == 27);
static_assert(size_of("N'DJAMENA, Chad (AP) - The") == 22);

static_assert(size_of("Baku \xE2\x80\x94 the capital") == 0);  // no capitals, no agency
static_assert(size_of("The visit - the first - was") == 0);
static_assert(size_of("NATO-led forces") == 0 && size_of("COVID-19 is") == 0);
static_assert(size_of("BAKU (AP) Words without a dash.") == 0);
static_assert(size_of("US: the talks - he said") == 0 && size_of("- item") == 0 && size_of("") == 0);
static_assert(size_of("UN (AP") == 0 && size_of("BAKU (AP) -") == 0);

static_assert(size_of("BAKU (AP) (Reuters) - The") == 0, "one bracket");
static_assert(size_of("BAKU -- \t\xC2\xA0") == 0 && size_of("BAKU -- \t\xC2\xA0x") == 7, "something stands behind it");

TEST_CASE("a dateline has few words, and few of them small") {
    const auto size = [](const char* text) { return size_of(stet::view(text, std::strlen(text))); };
    CHECK(size("SAN JUAN DE LA CRUZ, Costa Rica (AP) - The") != 0);
    CHECK(size("SAN JUAN DE LA CRUZ Y DE LOS SANTOS REYES DEL MAR, Costa Rica (AP) - The") == 0);
    CHECK(size("BAKU, on the way to (AP) - The") == 0);
    CHECK(size("BAKU (AP) (Reuters) - The") == 0);
    // Nothing in it is told as a note, and it begins with a word or a comma.
    CHECK(size("BAKU (AP) \xE2\x80\xAE\xE2\x80\x94 The") == 0);
    CHECK(size("BAKU (AP) \xE2\x80\x8B\xE2\x80\x94 The") != 0);
    CHECK(size(".BAKU (AP) - The") == 0);
    CHECK(size(",BAKU (AP) - The") != 0);
    CHECK(size("(AP) BAKU - The") == 0);
}

TEST_CASE("a dateline holds nothing that is told as a note; signs of no width count for nothing") {
    CHECK(size_of("BA\x01KU (AP) \xE2\x80\x94 The") == 0);
    CHECK(size_of("BA\xC2\xADKU (AP) \xE2\x80\x94 The") == 15);
    CHECK(size_of("BA\xE2\x80\xAEKU (AP) \xE2\x80\x94 The") == 0);
}
