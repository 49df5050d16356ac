// SPDX-License-Identifier: MIT
// Which cue counts, and how sure it is: the evidence of each speaker.
#include "catch.hpp"
#include "harness.hpp"

static std::string evidence(const std::string& text) {
    std::string found;
    for (stet::event e : stet::attribute(stet::parse(text, stet::start::body)))
        if (e.what == stet::kind::speaker) found += std::string(stet::name(e.evidence)) + ' ';
    return found;
}

// The speakers and <cues> of a text, in the order they are told.
template <class Lexicon = stet::english> static std::string who(const std::string& text) {
    std::string found;
    for (stet::event e : stet::attribute<Lexicon>(stet::parse(text, stet::start::body))) {
        if (e.what != stet::kind::speaker && e.what != stet::kind::cue) continue;
        const std::string words = text.substr(e.begin, e.end - e.begin);
        found += (found.empty() ? "" : " ") + (e.what == stet::kind::cue ? '<' + words + '>' : words);
    }
    return found;
}
static std::string wer(const std::string& text) { return who<stet::german>(text); }

TEST_CASE("near: the cue stands at the mark") {
    CHECK(evidence("\"We will not sell,\" Ann Lee said.\n") == "near ");
    CHECK(evidence("Ann Lee said: \"We will not sell.\"\n") == "near ");
    CHECK(evidence("Ann Lee said that \"we will not sell.\"\n") == "near ");
    CHECK(evidence("\"We will not sell\" was the plan, Ann Lee said.\n") != "near ");
    CHECK(evidence("Ann Lee said the owners of the mill \"will not sell.\"\n") != "near ");
}

TEST_CASE("carried: taken over from the same speech") {
    CHECK(evidence("\"We will not sell,\" Ann Lee said. \"The mill stays with us.\"\n") == "near carried ");
    CHECK(evidence("Ann Lee smiled and added:\n\"We will not sell the mill to anybody.\"\n") == "carried ");
}

TEST_CASE("far: a cue farther away, a bare colon, the sentence before") {
    CHECK(evidence("Ann Lee said the owners of the mill \"will not sell.\"\n") == "far ");
    CHECK(evidence("Ann Lee: \"We will not sell the mill.\"\n") == "far ");
    CHECK(evidence("The mill stays, Ann Lee said. \"We will not sell it to anybody.\"\n") == "far ");
}

TEST_CASE("a cue at the mark counts before one that follows") {
    const stet::view text = "What Ann Lee called \"the old way,\" Paul Ames said, is gone.\n";
    stet::offset begin = 0;
    for (stet::event e : stet::attribute(stet::parse(text, stet::start::body)))
        if (e.what == stet::kind::cue) begin = e.begin;
    CHECK(begin == 13);
}

TEST_CASE("any verb before \"dass\": its subject stands in its own clause") {
    CHECK(wer("Der Wirt kam, aber Anna Lehmann schr\xC3\xA4nkte ein, dass der Rat \"noch nicht hier ist\".\n") ==
          "Anna Lehmann <dass>");
}

namespace {

constexpr char sentence[] = {'"', 'N', 'o', ',', '"', ' ', 's', 'h', 'e', ' ', 's', 'a', 'i', 'd', '.'};
constexpr stet::offset place_of(stet::kind what) {
    for (const stet::event& e : stet::attribute(stet::parse({sentence, sizeof sentence}, stet::start::body)))
        if (e.what == what) return e.begin * 100 + e.end;
    return 0;
}
static_assert(place_of(stet::kind::attribution) == 5, "the quotation");
static_assert(place_of(stet::kind::speaker) == 609, "she");
static_assert(place_of(stet::kind::cue) == 1014, "said");

}  // namespace
