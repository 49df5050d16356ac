// SPDX-License-Identifier: MIT
// Datelines, and first sentences that are none.
#include "catch.hpp"
#include "harness.hpp"

using harness::exact_literal;

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
static_assert(size_of("Baku\n(AP) - The") == 0 && size_of("Baku\xE2\x80\xA8(AP) - The") == 0, "one line");
static_assert(size_of("BAKU -- \t\xC2\xA0") == 0 && size_of("BAKU -- \t\xC2\xA0x") == 7, "something stands behind it");
static_assert(size_of("BAKU -- \n\t") == 0 && size_of("BAKU -- \xE2\x80\xA8") == 0 &&
                  size_of("BAKU -- \r\n\t\nx") == 7,
              "which a line end is not");

static_assert(size_of(exact_literal("BAKU")) == 0 && size_of(exact_literal("AB-CD")) == 0 &&
              size_of(exact_literal("AB\xE2")) == 0);
static_assert(size_of(exact_literal("AB-C\xC3")) == 0 && size_of(exact_literal("AB -")) == 0 &&
              size_of(exact_literal("AB --")) == 0);
static_assert(size_of(exact_literal("AB -- C")) == 5 && size_of(exact_literal("AB \xE2\x80\x94")) == 0);

static constexpr bool dash_in(stet::view text) { return stet::detail::has_dash(text.data, text.size); }
static_assert(dash_in("-a") && dash_in("a-") && dash_in("_") && dash_in("a_b") && dash_in("\xE2\x80\x93") &&
              dash_in("a\xE2"));
static_assert(!dash_in("ab") && !dash_in("") && !dash_in(exact_literal("a")) && !dash_in("\xC3\xA9/="));

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

TEST_CASE("what a dateline is made of, how it ends and how long it may be") {
    const struct {
        const char* text;
        size_t size;  // of the dateline, 0 if there is none
    } lines[] = {
        // Ten words at most, two of them small outside of the brackets.
        {"AB CD EF GH IJ KL MN OP QR ST -- The", 32}, {"AB CD EF GH IJ KL MN OP QR ST UV -- The", 0},
        {"MADRID, a b (EFE) -- El", 20}, {"MADRID, a b c (EFE) -- El", 0}, {"MADRID, a b (the wire) -- El", 25}, {"MADRID 1 2 3 -- El", 15},
        // Its first word is in capitals, two at least, or a bracket closes right before the dash.
        {"AB -- The", 5}, {"A -- The", 0}, {"Ab -- The", 0}, {"aB -- The", 0}, {"A (AP) -- The", 9}, {"a (ap) -- the", 9}, {"AB cd -- The", 8},
        {"G7 -- The", 0}, {"G7X -- The", 6}, {"5TH -- The", 6}, {"12 -- The", 0}, {"1A -- The", 0},
        {"Baku (AP), -- The", 0}, {"Baku (AP). -- The", 0}, {"Baku (AP) Ltd -- The", 0}, {"Baku (AP)  -- The", 13}, {"BAKU (AP) Ltd -- The", 16},
        // One pair of brackets, behind a word.
        {"BAKU ) -- The", 0}, {"BAKU (A (B)) -- The", 0}, {"BAKU (A (B) -- The", 0}, {"BAKU (A) (B -- The", 0}, {"BAKU (AP -- The", 0}, {"BAKU (A) (B) -- The", 0}, {"(AP) -- The", 0}, {",(AP) -- The", 0},
        // Words, figures, commas, stops, slashes, apostrophes.
        {"ST. IVES / LELANT, 3 (AP) -- The", 28}, {"/BAKU -- The", 0}, {".BAKU -- The", 0}, {", BAKU -- The", 9}, {"BAKU: (AP) -- The", 0}, {"BAKU \"AP\" -- The", 0},
        {"N'DJAMENA -- The", 12}, {"N\xE2\x80\x99" "DJAMENA -- The", 14}, {"'N DJAMENA -- The", 0}, {"BAKU 'N -- The", 0}, {"BAKU\xC2\xA0(AP) -- The", 13},
        {"BA\xFFKU -- The", 0}, {"BAKU\xFF -- The", 0},
        // How it ends: a blank behind the dash, and before one that is single and short.
        {"BAKU - The", 6}, {"BAKU- The", 0}, {"BAKU -The", 0}, {"BAKU-- The", 6}, {"BAKU --The", 0}, {"BAKU _ The", 6}, {"BAKU_ The", 0}, {"BAKU __ The", 0},
        {"BAKU (AP)- The", 10}, {"BAKU (AP)_ The", 10}, {"BAKU (AP)-- The", 11}, {"BAKU\t-\tThe", 6},
        {"BAKU\xE2\x80\x93 The", 7}, {"BAKU \xE2\x80\x94 The", 8}, {"BAKU \xE2\x80\x95 The", 8}, {"BAKU \xE2\x80\x92 The", 0}, {"BAKU \xE2\x80\x96 The", 0},
        {"BAKU \xE2\x80\x94The", 0}, {"BAKU --", 0}, {"BAKU -- ", 0}, {"BAKU -", 0}, {"BAKU -- T", 7},
        // Other dashes are a part of the word, or there is none.
        {"CLERMONT-FERRAND (AP) -- The", 24}, {"A-B -- The", 6}, {"AB\xE2\x80\x94" "CD - The", 9}, {"AB_CD -- The", 8}, {"AB- CD -- The", 9},
        {"AB -CD -- The", 0}, {"AB --CD -- The", 0}, {"AB--CD -- The", 0}, {"-AB -- The", 0},
    };
    for (const auto& each : lines) {
        INFO(each.text);
        CHECK(size_of(stet::view(each.text, std::strlen(each.text))) == each.size);
    }
    // No more than 96 bytes.
    for (size_t size : {size_t{94}, size_t{95}, size_t{96}, size_t{97}, size_t{98}}) {
        const std::string text = std::string(size - 3, 'A') + " --";
        INFO(size);
        CHECK(size_of(stet::view(text + " The bridge is open again.")) == (size < 96 ? size : 0));
    }
}

TEST_CASE("in a dateline that is told in pieces nothing is a quotation mark, and no code point is torn") {
    const auto told = [](const std::string& text) {
        std::string all;
        for (const harness::told& each : harness::parse<harness::tiny_limits>(text, stet::start::body)) {
            if (each.event.what == stet::kind::quote) all += '"';
            if (each.event.what == stet::kind::dateline) all += each.event.side == stet::edge::begin ? '[' : ']';
            if (each.event.what == stet::kind::text) all += each.text + '|';
        }
        return all;
    };
    const std::string rest = " The bridge over the river is shut, and nobody knows for how long it will be.";
    const auto begins = [&](const std::string& dateline) {
        const std::string all = told(dateline + rest);
        return all.substr(0, all.find(']') + 1);
    };
    CHECK(begins("BAKU'''''''''''' --") == "[BAKU''''''''''''| --|]");
    CHECK(begins("BAK\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99 --") ==
          "[BAK\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99|\xE2\x80\x99 --|]");
    CHECK(begins("BAKU, N'' (AP) --") == "[BAKU, N'' (AP) |--|]");
}

TEST_CASE("behind a dateline's dash something stands in the bytes that are looked at") {
    const std::string margin(40, ' ');  // so that the first line may go on
    const auto has_dateline = [&](const std::string& text) {
        for (const harness::told& each : harness::parse<harness::tiny_limits>(margin + text, stet::start::body))
            if (each.event.what == stet::kind::dateline) return true;
        return false;
    };
    const std::string rest = "the bridge";  // so short that its end is seen
    CHECK(has_dateline("BAKU, Aze (Reuters) - \n" + rest));  // 24 bytes, a letter the last of them
    CHECK(!has_dateline("BAKU, Azer (Reuters) - \n" + rest));  // the line end is
    CHECK(!has_dateline("BAKU, Aze (Reuters) - \n\xC3\xA9t, les ponts"));  // half a letter is
    CHECK(has_dateline("2. BAKU, A (Reuters) - " + rest));  // with its marker
    CHECK(!has_dateline("2. BAKU, Az (Reuters) - " + rest));
    CHECK(!has_dateline("2. BAKU, A (Reuters) - \xC3\xA9t, les ponts"));
}
