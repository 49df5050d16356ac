// SPDX-License-Identifier: MIT
// What is kept of a text is its end, at its offsets, whole code points only; against a string
// that keeps everything.
#include "catch.hpp"
#include "harness.hpp"

#include <random>

namespace {

struct limits_of_16 : stet::default_limits {
    static constexpr size_t before = 16;
};
template <class Limits> using lookback = stet::detail::lookback<Limits>;

struct given {
    std::string text;
    stet::offset begin = 0;
    size_t pieces = 0;
};
template <class Limits> given all_of(lookback<Limits>& kept) {
    given all;
    kept.give([&](const stet::view& piece, stet::offset begin) {
        REQUIRE(piece.size != 0);
        if (all.pieces++ == 0)
            all.begin = begin;
        else
            REQUIRE(begin == all.begin + all.text.size());
        REQUIRE(harness::is_utf8({piece.data, piece.size}));
        all.text.append(piece.data, piece.size);
    });
    return all;
}

}  // namespace

TEST_CASE("a short text is kept as it is, and given once") {
    lookback<limits_of_16> kept;
    kept.restart(7);
    kept.keep("said Ann", 7);
    CHECK_FALSE(kept.is_cut());
    const given all = all_of(kept);
    CHECK(all.text == "said Ann");
    CHECK(all.begin == 7);
    CHECK(all_of(kept).pieces == 0);
}

TEST_CASE("what is longer loses its beginning, and the word that is cut") {
    lookback<limits_of_16> kept;
    kept.restart(0);
    kept.keep("Yesterday, said Ann Lee, ", 0);
    CHECK(kept.is_cut());
    CHECK(kept.begin() == 8);
    const given all = all_of(kept);
    CHECK(all.text == ", said Ann Lee, ");
    CHECK(all.begin == 9);
    kept.keep("abcdefghijklmnopqrstuvwxyz", 100);
    CHECK(all_of(kept).pieces == 0);
}

TEST_CASE("two pieces are given, where no code point goes on at the ring's begin") {
    lookback<limits_of_16> kept;
    kept.restart(0);
    kept.keep("Ann, her ", 0);
    kept.keep("dog so old, ", 9);
    const given all = all_of(kept);
    CHECK(all.text == " her dog so old, ");
    CHECK(all.pieces == 2);
}

// (Asked when compiling, where no byte is written that is not there.)
size_t given_of_a_cut_face() {
    lookback<limits_of_16> kept(0);
    kept.keep("Ann Lee, so we ", 0);
    kept.keep("\xF0\x9F\x98\x80", 15);  // two bytes at the ring's end, two at its begin
    size_t given = 0;
    kept.give([&](const stet::view& piece, stet::offset) { given += piece.size; });
    return given;
}
TEST_CASE("a code point that goes on at the ring's begin is given whole") {
    CHECK(given_of_a_cut_face() == 16);  // " Lee, so we ", and the face
}

TEST_CASE("what stands between two texts reads like a blank") {
    lookback<limits_of_16> kept;
    kept.restart(0);
    kept.keep("Ann", 0);
    kept.keep("Le", 5);
    kept.keep("e", 8);
    CHECK(all_of(kept).text == "Ann  Le e");
    kept.keep("Ann", 9);
    kept.keep(" Lee", 1000);  // a note that is longer than what is kept
    const given all = all_of(kept);
    CHECK(all.text == std::string(13, ' ') + " Lee");
    CHECK(all.begin == 987);
}

TEST_CASE("whatever comes, what is given is the end of it") {
    const char* const parts[] = {"a", "said ", "\xC3\xA9", "\xE2\x80\x94", "\xF0\x9F\x98\x80", " ", "longer words, "};
    std::mt19937 random(12);
    lookback<limits_of_16> kept;
    size_t cuts = 0, wraps = 0;
    for (int round = 0; round < 20000; ++round) {
        const stet::offset begin = random() % 1000;
        kept.restart(begin);
        std::string model;
        for (size_t texts = random() % 12; texts > 0; --texts) {
            std::string text;
            for (size_t count = 1 + random() % 4; count > 0; --count) text += parts[random() % 7];
            const size_t gap = model.empty() || random() % 4 != 0 ? 0 : random() % 20;
            model += std::string(gap, ' ');
            kept.keep(stet::view(text.data(), text.size()), stet::offset(begin + model.size()));
            model += text;
        }
        const bool cut = model.size() > 17;
        REQUIRE(kept.is_cut() == cut);
        REQUIRE(kept.last() == (model.empty() ? 0 : uint8_t(model.back())));
        size_t from = cut ? model.size() - 17 : 0;
        while (cut && from < model.size() && model[from] != ' ' && model[from] != ',') ++from;
        const given all = all_of(kept);
        REQUIRE(all.text == model.substr(from));
        if (!all.text.empty()) REQUIRE(all.begin == begin + from);
        REQUIRE(all.pieces <= 3);
        cuts += cut;
        wraps += all.pieces == 3;
    }
    CHECK(cuts > 1000);
    CHECK(wraps > 100);
}
