// SPDX-License-Identifier: MIT
// Noun phrases and subjects, each question by itself.
#include "catch.hpp"
#include "harness.hpp"

namespace {

template <class Lexicon> struct read_clause {
    stet::detail::tokens<Lexicon, stet::default_limits> all;
    uint32_t owed = 0;
    std::string text;

    explicit read_clause(const std::string& from) : text(from) {
        all.see({text.data(), text.size()}, 0);
        all.finish();
    }
    auto ask() { return stet::detail::clause<decltype(all)>(all, 0, all.count(), owed); }
    std::string words(int32_t first, int32_t last) const {
        return first >= last ? "" : text.substr(all[first].begin, all[last - 1].end() - all[first].begin);
    }
    int32_t find(const std::string& word) const {
        int32_t i = 0;
        while (i < all.count() && words(i, i + 1) != word) ++i;
        return i;
    }
};

std::string subject(const std::string& text, const std::string& verb) {
    read_clause<stet::english> read(text);
    const auto who = read.ask().subject_of_cue(read.find(verb));
    return read.words(who.first, who.last);
}
std::string german_subject(const std::string& text, const std::string& verb) {
    read_clause<stet::german> read(text);
    const auto who = read.ask().subject_in_clause(read.find(verb));
    return read.words(who.first, who.last);
}
std::string phrase(const std::string& text) {
    read_clause<stet::english> read(text);
    return read.words(0, read.ask().phrase_end(0));
}

}  // namespace

TEST_CASE("where a noun phrase ends") {
    CHECK(phrase("the owner of the mill in Hull left") == "the owner of the mill in Hull");
    CHECK(phrase("Ann Lee on Friday") == "Ann Lee");
    CHECK(phrase("he and she") == "he");
    CHECK(phrase("on Friday") == "");
    CHECK(phrase("Mr. J. Lee told") == "Mr. J. Lee");
}

TEST_CASE("the subject of a verb") {
    CHECK(subject("Yesterday Ann Lee said so", "said") == "Ann Lee");
    CHECK(subject("Ann Lee, a baker from Hull, said so", "said") == "Ann Lee, a baker from Hull");
    CHECK(subject("The baker in Hull has also said so", "said") == "The baker in Hull");
    CHECK(subject("Ann Lee met Paul Ames and added this", "added") == "Ann Lee");
    CHECK(subject("Paul Ames was told so", "told") == "");
    CHECK(subject("Ann Lee left the hall, saying so", "saying") == "Ann Lee");
}

TEST_CASE("the subject where the verb is second") {
    CHECK(german_subject("Im Radio sagte Anna Lehmann das", "sagte") == "Anna Lehmann");
    CHECK(german_subject("Anna Lehmann sagte das", "sagte") == "Anna Lehmann");
    CHECK(german_subject("Anna Lehmann hat das gestern betont", "betont") == "Anna Lehmann");
    CHECK(german_subject("Den Plan nannte er gut", "nannte") == "er");
    CHECK(german_subject("Im Bericht hei\xC3\x9Ft es so", "hei\xC3\x9Ft") == "Bericht");
    CHECK(german_subject("Im Rat traf Anna Lehmann ihn und nannte das gut", "nannte") == "Anna Lehmann");
    CHECK(german_subject("Als der Wirt kam, ging der Koch und sagte das", "sagte") == "der Koch");
    CHECK(german_subject("Das wird von Kennern gut genannt", "genannt") == "Kennern");
    CHECK(german_subject("Das wird im Dorf gut genannt", "genannt") == "");
    CHECK(german_subject("Die in Hof geborene Lehmann nannte das gut", "nannte") == "Die in Hof geborene Lehmann");
    CHECK(german_subject("Ein nicht genannter Mann nannte das gut", "nannte") == "Ein nicht genannter Mann");
    CHECK(german_subject("Als das Haus gebaut worden war sagte er das", "sagte") == "er");
}

TEST_CASE("looks that are not paid for see nothing") {
    read_clause<stet::english> read("Ann Lee said so");
    read.owed = 2048;
    CHECK(read.ask().subject_of_cue(2).none());
}
