// SPDX-License-Identifier: MIT
// Which cue counts, and how sure it is: the evidence of each speaker.
#include "catch.hpp"
#include "harness.hpp"

template <class Lexicon = stet::english> static std::string evidence(const std::string& text) {
    std::string found;
    for (stet::event e : stet::attribute<Lexicon>(stet::parse(text, stet::start::body)))
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
static std::string shapes(const std::string& text) {
    std::string found;
    for (stet::event e : stet::attribute(stet::parse(text, stet::start::body)))
        if (e.what == stet::kind::speaker) found += std::string(stet::name(e.shape)) + ' ';
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
    CHECK(evidence("Ann Lee: The mill in the valley is \"not for sale\" now.\n") == "far ");
    CHECK(evidence<stet::german>("Im Kongress warb Lee daf\xC3\xBCr: \"Wir verkaufen die M\xC3\xBChle nicht.\"\n") == "far ");
    CHECK(evidence("His warning that the mill \"will go\" was heard.\n") == "far ");
    CHECK(evidence("He anticipated that the old mill \"will go.\"\n") == "far ");
    CHECK(evidence("According to Lee, it is \"not for sale.\"\n") == "far ");
    CHECK(evidence("According to Lee, it's \"not for sale.\"\n") == "near ");
    CHECK(evidence<stet::german>("Das Haus sei \"sehr gut\". Das berichtete Anna Lehmann.\n") == "far ");
    CHECK(evidence("The mill stays, Ann Lee said. \"We will not sell it to anybody.\"\n") == "far ");
}

TEST_CASE("near: a clause of the same sentence that names nobody does not move the cue away") {
    CHECK(evidence("Added Lee: \"We will go\" this year.\n") == evidence("Added Lee: \"We will go\" this year, and left.\n"));
    CHECK(evidence<stet::german>("Der Rat habe die M\xC3\xBChle als \"sehr alt\" bezeichnet, weil sie klappert.\n") == "near ");
}

TEST_CASE("a cue at the mark counts before one that follows") {
    const stet::view text = "What Ann Lee called \"the old way,\" Paul Ames said, is gone.\n";
    stet::offset begin = 0;
    for (stet::event e : stet::attribute(stet::parse(text, stet::start::body)))
        if (e.what == stet::kind::cue) begin = e.begin;
    CHECK(begin == 13);
}

TEST_CASE("any verb before \"dass\": its subject stands in its own clause") {
    CHECK(wer("Der Wirt kam, aber Anna Lehmann schr\xC3\xA4nkte ein, dass der Rat \"noch nicht hier ist\".") ==
          "Anna Lehmann <dass>");
}

TEST_CASE("any verb, in a clause of its own before the colon") {
    CHECK(who("When Lee objected, Ames shot back: \"We will not sell the mill.\"") == "Ames <shot>");
    CHECK(who("When Lee objected, quickly Ames shot back: \"We will not sell the mill.\"") == "Ames <shot>");
    CHECK(who("Lee had shot back: \"We will not sell the mill.\"") == "Lee <shot>");
    CHECK(who("Then left Ann Lee: \"We will go.\"") == "");
}

TEST_CASE("a name or a phrase alone before the colon") {
    CHECK(who("From Ann Lee: \"We will go.\"") == "Ann Lee <:>");
    CHECK(who("-- Ann Lee: \"We will go.\"") == "Ann Lee <:>");
    CHECK(who("Added Ann Lee: \"We will not sell.\"") == "Ann Lee <Added>");
    CHECK(who("Ann Lee of Hull: We went. \"We will go.\"") == "Ann Lee of Hull <:>");
    CHECK(who("Lord Mayor Ann Lee of West Hull: We went. \"We will go.\"") == "");
    CHECK(who("Ann Lee of Hull of Hull of Hull: We went. \"We will go.\"") == "");
}

TEST_CASE("according to somebody") {
    CHECK(who("Over the years, according to Ann Lee, the mill \"was lost.\"") == "Ann Lee <according to>");
    CHECK(who("The mill \"will go\", according to Ann Lee, a baker.") == "Ann Lee, a baker <according to>");
    CHECK(who("\"It will go,\" according to her; said Ann Lee.") == "");
}

TEST_CASE("a noun of speech, or any verb, with \"that\"") {
    CHECK(who("His warning that \"the mill will go\" was heard.") == "His <warning>");
    CHECK(who("He anticipated that \"the mill will go.\"") == "He <anticipated>");
    CHECK(who("He anticipated \"the mill will go.\"") == "");
}

TEST_CASE("which of several cues before the mark counts") {
    CHECK(who("Ann Lee said he would say \"it will go.\"") == "Ann Lee <said>");
    CHECK(who("Ann Lee said he said \"it will go.\"") == "Ann Lee <said>");
    CHECK(who("Ann Lee said Paul Ames called it \"a wreck.\"") == "Paul Ames <called>");
    CHECK(who("She said Paul Ames told her \"it will go.\"") == "Paul Ames <told>");
    CHECK(who("Paul Ames went to say \"the mill to go.\"") == "Paul Ames <say>");
    CHECK(who("Lee was told \"it will go.\"") == "");
    CHECK(who("Lee left, saying \"it will go.\"") == "Lee <saying>");
    CHECK(who("Ann Lee's said \"mill\" left.") == "");
}

TEST_CASE("a verb of any meaning behind the mark") {
    CHECK(who("\"We will go,\" laughed his brother.") == "his brother <laughed>");
    CHECK(who("\"We will go,\" and laughed Ann Lee.") == "");
    CHECK(who("\"We will go,\" Ann Lee quickly laughed.") == "Ann Lee <laughed>");
    CHECK(who("\"It will go\" -- Ann Lee laughed.") == "Ann Lee <laughed>");
    CHECK(who("\"It will go.\" Ann Lee laughed.") == "");
    CHECK(who("\"It will go --\" Ann Lee laughed.") == "");
}

TEST_CASE("the cue behind the rest of the sentence") {
    // A quotation that ends with a stop ends the sentence.
    CHECK(who("The \"mill\" was a \"house of bread.\" On Monday, Ann Lee said.\n") == "");
    CHECK(who("The \"mill\" is \"open.\" In spring, Ann Lee said, it shuts.\n") == "");
    CHECK(who("The mill \"will go\" next year, said Ann Lee, a baker.") == "Ann Lee, a baker <said>");
    CHECK(who("The mill \"will go\" next year, Ann Lee has quickly said on Friday.") == "Ann Lee <said>");
    CHECK(who("The mill \"will go\" next year, Ann Lee said so.") == "");
    CHECK(who("The mill \"will go\" next year, Ann Lee saying.") == "");
    CHECK(who("The mill \"will go\" next year, Ann Lee is saying.") == "Ann Lee <saying>");
    CHECK(who("The mill \"will go\"; next year, Ann Lee said.") == "");
    CHECK(who("The mill \"will go\" when \"so it is,\" Ann Lee said.") == "Ann Lee <said> Ann Lee <said>");
    CHECK(who("The mill \"will go\" when \"so it is.\" Ann Lee said.") == "");
}

TEST_CASE("the speaker behind the mark, before the cue") {
    CHECK(who("\"We will go,\" but quickly Ann Lee said.") == "Ann Lee <said>");
    CHECK(who("\"We will go,\" and but Ann Lee said.") == "");
    CHECK(who("\"We will go,\" in Iowa, Ann Lee said.") == "Ann Lee <said>");
    CHECK(who("\"We will go,\" In Iowa Ann Lee said.") == "");
    CHECK(who("\"We will go,\" Ann Lee (of the mill that left) said.") == "Ann Lee (of the mill that left) <said>");
    CHECK(who("\"We will go,\" Ann Lee, who left the mill, said.") == "Ann Lee, who left the mill <said>");
    CHECK(who("\"We will go,\" the man that she said left said.") == "");
    CHECK(who("\"We will go,\" Ann Lee was told.") == "");
    CHECK(who("\"We will go,\" Driscoll, in a statement, said.") == "Driscoll <said>");
    CHECK(who("\"We will go,\" Driscoll, the baker, said.") == "Driscoll, the baker <said>");
    CHECK(who("\"We will go,\" Ann Lee last week said.") == "Ann Lee <said>");
    CHECK(who("\"We will go,\" she, too, said.") == "she <said>");
    CHECK(who("\"We will go,\" her said.") == "");
}

TEST_CASE("a verb behind the mark that nobody stands behind leaves the cue before it") {
    CHECK(who("Ann Lee said to us, \"We will go,\" laughed.") == "Ann Lee <said>");
}

TEST_CASE("a capital that the sentence gives makes no name") {
    CHECK(shapes("Police of Hull said: \"We will go.\"") == "nominal ");
    CHECK(shapes("Police officers said: \"We will go.\"") == "nominal ");
    CHECK(shapes("Officials said: \"We will go.\"") == "nominal ");
    CHECK(shapes("Lee said: \"We will go.\"") == "name ");
}

TEST_CASE("signed behind a dash") {
    CHECK(who("\"We will go.\" -- Ann Lee, the baker, Hull.") == "Ann Lee, the baker, Hull <-->");
    CHECK(who("\"We will go.\" -- Ann Lee left.") == "Ann Lee <left>");
    CHECK(who("\"We will go.\" -- the baker") == "");
}

TEST_CASE("where the verb is second: sources") {
    CHECK(wer("Laut Anna Lehmann ist das \"sehr gut\".") == "Anna Lehmann <Laut>");
    CHECK(wer("Dem Rat zufolge ist das Haus \"sehr gut\".") == "Dem Rat <zufolge>");
    CHECK(wer("F\xC3\xBCr den Minister ist die Lage \"sehr gut\".") == "den Minister <F\xC3\xBCr>");
    CHECK(wer("F\xC3\xBCr den Minister geht die Lage \"sehr gut\".") == "die Lage <geht>");
}

TEST_CASE("where the verb is second: how far a source is from the mark") {
    CHECK(evidence<stet::german>("Laut Kennern \"sehr gut\".") == "near ");
    CHECK(evidence<stet::german>("Laut Anna Lehmann \"sehr gut\".") == "near ");
    CHECK(evidence<stet::german>("Am Abend sagte Anna Lehmann \"wir gehen heute\".") == "near ");
    CHECK(evidence<stet::german>("Laut Kennern heute \"sehr gut\".") == "near ");
    CHECK(evidence<stet::german>("Laut Kennern ist es \"sehr gut\".") == "far ");
    CHECK(evidence<stet::german>("Laut Kennern ist das \"sehr gut\".") == "far ");
}

TEST_CASE("where the verb is second: any verb before a colon") {
    CHECK(wer("Der Rat sieht das anders: \"Wir gehen heute.\"") == "Der Rat <sieht>");
    CHECK(wer("Im Kongress warb Anna Lehmann daf\xC3\xBCr: \"Wir gehen heute.\"") == "Anna Lehmann <:>");
    CHECK(wer("Im Kongress warb Anna Lehmann daf\xC3\xBCr: \"Wir gehen heute.\" Das Haus blieb.") == "Anna Lehmann <:>");
    CHECK(wer("Es geht: \"Wir gehen heute.\"") == "");
}

TEST_CASE("where the verb is second: what is reported") {
    CHECK(wer("Anna Lehmann sagte das. Er habe den Rat \"nie gesehen\".") == "Anna Lehmann <sagte>");
    CHECK(wer("Anna Lehmann sagte das. Der Rat ging. Er habe ihn \"nie gesehen\".") == "Anna Lehmann <sagte>");
    CHECK(wer("Anna Lehmann sagte das. Der Rat ging. Er kam. Er ging. Er habe ihn \"nie gesehen\".") == "");
    CHECK(wer("Der Wirt kam. Das habe der Rat \"nie gesehen\".") == "");
    // A quotation in that sentence is passed over.
    CHECK(evidence<stet::german>("Anna Lehmann sagte das im \"Alten Tor\". Er habe den Rat \"nie gesehen\".") ==
          "far far ");
}

TEST_CASE("where the verb is second: a name in marks has forty bytes, no more") {
    CHECK(wer("\"Das Eis ist alt\", schrieb die Zeitung \"Regensburger Binnenschifffahrtszeitung\".") ==
          "die Zeitung \"Regensburger Binnenschifffahrtszeitung\" <schrieb>");
    CHECK(wer("\"Das Eis ist alt\", schrieb die Zeitung \"Brandenburger Binnenschifffahrtszeitung\".") ==
          "die Zeitung <schrieb>");
}

TEST_CASE("where the verb is second: the verb at the end") {
    CHECK(wer("Der Rat habe sie gestern als \"sehr gut\" bezeichnet.") == "Der Rat <bezeichnet>");
    CHECK(wer("Als \"sehr gut\" bezeichnet Anna Lehmann das Haus.") == "Anna Lehmann <bezeichnet>");
    CHECK(wer("Das Haus wird von Kennern als \"sehr gut\" bezeichnet.") == "Kennern <bezeichnet>");
    CHECK(wer("Das Haus wird als \"sehr gut\" bezeichnet.") == "");
    CHECK(wer("Gestern hatte es der Rat \"sehr gut\" genannt.") == "der Rat <genannt>");
    CHECK(wer("Im Mai hatte der Rat das Haus \"sehr gut\" genannt.") == "der Rat <genannt>");
    CHECK(wer("Gestern hatte die Zeitung \"Neue Post\" \"sehr gut\" genannt.") ==
          "die Zeitung \"Neue Post\" <genannt>");
    CHECK(wer("Gestern hatte die Zeitung \"sehr gut\" genannt.") == "die Zeitung <genannt>");
}

TEST_CASE("where the verb is second: behind the mark") {
    CHECK(wer("\"Wir gehen heute\", und sagte Anna Lehmann.") == "");
    CHECK(wer("\"Wir gehen heute\", wie Anna Lehmann sagte.") == "Anna Lehmann <sagte>");
    CHECK(wer("\"Wir gehen heute\", hei\xC3\x9Ft es im Bericht.") == "Bericht <hei\xC3\x9Ft es>");
    CHECK(wer("\"Wir gehen heute\", hei\xC3\x9Ft es.") == "");
    CHECK(wer("Das Haus sei \"sehr gut\", hei\xC3\x9Ft es im Bericht.") == "Bericht <hei\xC3\x9Ft es>");
    CHECK(wer("Das Haus sei \"sehr gut\", so sagte er.") == "er <sagte>");
    CHECK(wer("Das Haus sei \"sehr gut\", hatte Anna Lehmann gesagt.") == "Anna Lehmann <gesagt>");
    CHECK(wer("Das Haus sei \"sehr gut\" gewesen, sagte Anna Lehmann und ging.") == "Anna Lehmann <sagte>");
    CHECK(wer("Die Zeitung zitiert Anna Lehmann: \"Wir gehen heute.\"") == "Anna Lehmann <zitiert>");
    CHECK(wer("Das Haus sei \"sehr gut\". Das berichtete Anna Lehmann.") == "Anna Lehmann <berichtete>");
    CHECK(wer("Das Haus sei \"sehr gut\". Das musste Anna Lehmann am Abend einr\xC3\xA4umen.") ==
          "Anna Lehmann <einr\xC3\xA4umen>");
    CHECK(wer("Das Haus sei \"sehr gut\". Das berichtete dem Rat.") == "");
    CHECK(wer("Das Haus ist \"sehr gut\"! Das berichtete Anna Lehmann.") == "");
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
