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

static_assert(stet::detail::extent().none() && stet::detail::extent().first == 0 && stet::detail::extent().last == 0);

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
template <class Lexicon = stet::english> std::string phrase(const std::string& text) {
    read_clause<Lexicon> read(text);
    return read.words(0, read.ask().phrase_end(0));
}
std::string german_phrase(const std::string& text) { return phrase<stet::german>(text); }

template <class Lexicon = stet::english> std::string phrase_before(const std::string& text) {
    read_clause<Lexicon> read(text);
    return read.words(read.ask().phrase_begin(read.all.count() - 1), read.all.count());
}
std::string german_phrase_before(const std::string& text) { return phrase_before<stet::german>(text); }
template <class Lexicon = stet::english> bool is_name(const std::string& text, const std::string& word) {
    read_clause<Lexicon> read(text);
    return read.ask().is_name(read.find(word));
}
// What ends before `next`, with what describes it.
template <class Lexicon = stet::english> std::string described(const std::string& text, const std::string& next) {
    read_clause<Lexicon> read(text);
    return read.words(0, read.ask().extended(read.find(next)));
}
std::string german_described(const std::string& text, const std::string& next) {
    return described<stet::german>(text, next);
}

}  // namespace

TEST_CASE("what a name is") {
    CHECK(is_name("they met Ann", "Ann"));
    CHECK(is_name("they left the US again", "US"));
    CHECK(!is_name("they saw Him again", "Him"));
    CHECK(!is_name("they saw Them again", "Them"));
    CHECK(is_name("they read The Mail", "The"));
    CHECK(!is_name("Ann The mill", "The"));
    CHECK(!is_name("According to Ann Lee", "According"));
    CHECK(!is_name("Led by Ann Lee", "Led"));
}

TEST_CASE("where a noun phrase ends") {
    CHECK(phrase("the owner of the mill in Hull left") == "the owner of the mill in Hull");
    CHECK(phrase("Ann Lee on Friday") == "Ann Lee");
    CHECK(phrase("he and she") == "he");
    CHECK(phrase("on Friday") == "");
    CHECK(phrase("Mr. J. Lee told") == "Mr. J. Lee");
    CHECK(phrase("the owner says so") == "the owner");
    CHECK(phrase("Ann claims the mill") == "Ann");
    CHECK(phrase("the claims of the bank") == "the claims of the bank");
    CHECK(phrase("the injured left") == "the injured");
    CHECK(phrase("the retired baker left") == "the retired baker");
    CHECK(phrase("the owner and Ann Lee left") == "the owner");
}

TEST_CASE("where a noun phrase ends when nouns have capitals") {
    CHECK(german_phrase("Der alte M\xC3\xBCller ging") == "Der alte M\xC3\xBCller");
    CHECK(german_phrase("Der kleine alte M\xC3\xBCller ging") == "Der kleine alte M\xC3\xBCller");
    CHECK(german_phrase("das gute und das alte") == "");
    CHECK(german_phrase("Das auch sagte Anna Lehmann") == "");
    CHECK(german_phrase("Das auch passte ihm nicht") == "");
    CHECK(german_phrase("Die in Hof wohnten dort") == "");
    CHECK(german_phrase("Die in Hof hat Lehmann gesehen") == "");
    CHECK(german_phrase("Die in Hof ihn Lehmann nannten") == "");
    CHECK(german_phrase("Das Haus von Anna stand") == "Das Haus von Anna");
    CHECK(german_phrase("Das Haus vom M\xC3\xBCller stand") == "Das Haus vom M\xC3\xBCller");
    CHECK(german_phrase("Anna Lehmann vom Rat ging") == "Anna Lehmann vom Rat");
    CHECK(german_phrase("Anna Lehmann von der Bank ging") == "Anna Lehmann von der Bank");
    CHECK(german_phrase("Anna Lehmann f\xC3\xBCr die Bank") == "Anna Lehmann");
    CHECK(german_phrase("die in Vertretung des Rates der Stadt Hof im Land Bayern von Anna Lehmann verlesen wurde") == "");
}

TEST_CASE("where a noun phrase begins") {
    CHECK(phrase_before("he met the owner of the mill in Hull") == "the owner of the mill in Hull");
    CHECK(phrase_before("he met the injured baker") == "the injured baker");
    CHECK(phrase_before("he met a mother of three") == "a mother of three");
    CHECK(phrase_before("he met Ann Lee and Paul Ames") == "Ann Lee and Paul Ames");
    CHECK(phrase_before("bakers and Paul Ames") == "Paul Ames");
    CHECK(phrase_before("they trusted Ann Lee") == "Ann Lee");
    CHECK(phrase_before("he left on Friday") == "");
    CHECK(phrase_before("all of the bakers") == "the bakers");
    CHECK(phrase_before("the owner of all the mills") == "the owner of all the mills");
    CHECK(phrase_before("he said so") == "");
    CHECK(phrase_before("on Friday he claims") == "");
    CHECK(phrase_before("they heard the claims") == "the claims");
    CHECK(phrase_before("Mail of the old mill") == "Mail of the old mill");
    CHECK(phrase_before("bakers in Hull") == "bakers in Hull");
    CHECK(phrase_before("Ann in Hull") == "Hull");
    CHECK(phrase_before("went to Hull") == "Hull");
    CHECK(phrase_before("the road to Hull") == "Hull");
    CHECK(german_phrase_before("er traf den Mann in Hof") == "den Mann in Hof");
    CHECK(german_phrase_before("er traf den Mann im alten Haus") == "den Mann im alten Haus");
    CHECK(german_phrase_before("er traf die Frau des Rates") == "die Frau des Rates");
    CHECK(german_phrase_before("er ging nach Hof") == "Hof");
    CHECK(german_phrase_before("er brachte Anna zu der Frau") == "der Frau");
}

TEST_CASE("what describes somebody") {
    CHECK(described("Ann Lee (of Hull) said", "(") == "Ann Lee (of Hull)");
    CHECK(described("Ann Lee (of Hull said", "(") == "Ann Lee");
    CHECK(described("Ann Lee who left said", "who") == "Ann Lee who left said");
    CHECK(described("Ann Lee, a baker from Hull, said", ",") == "Ann Lee, a baker from Hull, said");
    CHECK(described("Ann Lee, on Friday", ",") == "Ann Lee");
    CHECK(described("Ann Lee, 32, said", ",") == "Ann Lee, 32, said");
    CHECK(described("Ann Lee, bakers from Hull on Friday", ",") == "Ann Lee, bakers from Hull");
    CHECK(described("Ann Lee, a baker, a mother, and left", ",") == "Ann Lee, a baker, a mother");
    CHECK(described("Ann Lee, quickly", ",") == "Ann Lee");
    CHECK(described("Ann Lee, went", ",") == "Ann Lee");
    CHECK(german_described("die Sprecherin im Rat, Anna Lehmann, ging", "im") == "die Sprecherin im Rat, Anna Lehmann");
    CHECK(german_described("die Sprecherin im Rat, Anna Lehmann ging", "im") == "die Sprecherin");
    CHECK(german_described("die Sprecherin im Rat, die ging", "im") == "die Sprecherin");
    CHECK(german_described("Anna Lehmann, die das sah", ",") == "Anna Lehmann");
    CHECK(german_described("Anna Lehmann, eine Frau aus Hof", ",") == "Anna Lehmann, eine Frau aus Hof");
    CHECK(german_described("Anna Lehmann, die Lage sei gut", ",") == "Anna Lehmann");
}

TEST_CASE("the subject of a verb") {
    CHECK(subject("Yesterday Ann Lee said so", "said") == "Ann Lee");
    CHECK(subject("Ann Lee, a baker from Hull, said so", "said") == "Ann Lee, a baker from Hull");
    CHECK(subject("The baker in Hull has also said so", "said") == "The baker in Hull");
    CHECK(subject("Ann Lee met Paul Ames and added this", "added") == "Ann Lee");
    CHECK(subject("Ann Lee met Paul Ames, and added this", "added") == "Ann Lee");
    CHECK(subject("Ann Lee met Paul Ames, who left, and quickly added this", "added") == "Ann Lee");
    CHECK(subject("Paul Ames was told so", "told") == "");
    CHECK(subject("Ann Lee left the hall, saying so", "saying") == "Ann Lee");
    CHECK(subject("Ann Lee met Paul Ames and bakers said so", "said") == "bakers");
    CHECK(subject("Ann Lee left with bakers calling it so", "calling") == "Ann Lee");
    CHECK(subject("Paul Ames met Ann Lee said so", "said") == "");
    CHECK(subject("In the hall said so", "said") == "");
    CHECK(subject("At the Hull Mail Ann Lee said so", "said") == "");
    CHECK(subject("Ann Lee left with Paul Ames calling it so", "calling") == "Paul Ames");
    CHECK(subject("the man at the mill said so", "said") == "the man");
    CHECK(subject("Ann, of the mill, said so", "said") == "Ann");
    CHECK(subject("Ann Lee, a baker, and a mother, said so", "said") == "Ann Lee, a baker, and a mother");
    CHECK(subject("The baker, Ann Lee, 32, said so", "said") == "The baker, Ann Lee, 32");
    CHECK(subject("The baker (Hull), Ann Lee, said so", "said") == "The baker (Hull), Ann Lee");
    CHECK(subject("she, a baker, said so", "said") == "she");
    CHECK(subject("Yesterday she, a baker, said so", "said") == "she");
    CHECK(subject("they left; a baker, said so", "said") == "a baker");
    CHECK(subject("All of them said so", "said") == "");
    CHECK(subject("Ann Lee on Friday said so", "said") == "Ann Lee");
    CHECK(subject("Ann Lee last week said so", "said") == "Ann Lee");
    CHECK(subject("the man who said so", "said") == "who");
    CHECK(subject("Ann told them said so", "said") == "");
    CHECK(subject("Ann Lee wants to say so", "say") == "Ann Lee");
    CHECK(subject("bakers say so", "say") == "bakers");
    CHECK(subject("the baker say so", "say") == "");
    CHECK(subject("the bakers' say counts", "say") == "");  // theirs
    CHECK(subject("Ann Lee sat down and left saying so", "saying") == "Ann Lee");
    CHECK(subject("Ann and Paul say so", "say") == "Ann and Paul");
    CHECK(subject("he will say so", "say") == "he");
    CHECK(subject("she is saying so", "saying") == "she");
    CHECK(subject("she left saying so", "saying") == "she");
    CHECK(subject("with her lawyer saying so", "saying") == "her lawyer");
    CHECK(subject("The man Ann Lee met said so", "said") == "");
    CHECK(subject("which he called so", "called") == "he");
    CHECK(subject("Ann Lee in the mill of Paul Ames said so", "said") == "Ann Lee");
    CHECK(subject("in the mill Paul Ames said so", "said") == "Paul Ames");
    CHECK(subject("Ann Lee was there, and added so", "added") == "Ann Lee");
    CHECK(subject("Ann Lee was there and then also added so", "added") == "Ann Lee");
    CHECK(subject("Ann Lee left to tell so", "tell") == "Ann Lee");
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
    CHECK(german_subject("Das sei von Kennern gut genannt", "genannt") == "Kennern");
    CHECK(german_subject("Das wird f\xC3\xBCr ihn von Kennern gut genannt", "genannt") == "Kennern");
    CHECK(german_subject("Das wird von dort gut genannt", "genannt") == "");
    CHECK(german_subject("weil das Haus so genannt wird", "genannt") == "");
    CHECK(german_subject("Hat Anna Lehmann das gesagt", "gesagt") == "Anna Lehmann");
    CHECK(german_subject("Gestern, hat Anna Lehmann gesagt", "gesagt") == "Anna Lehmann");
    CHECK(german_subject("Anna Lehmann, eine \xC3\x84rztin, hat das gesagt", "gesagt") == "Anna Lehmann, eine \xC3\x84rztin");
    CHECK(german_subject("Dann kam der Wirt und hat er das gesagt", "gesagt") == "er");
    CHECK(german_subject("M\xC3\xBChlen hat er gut genannt", "genannt") == "er");
    CHECK(german_subject("Das Haus nannte des M\xC3\xBCllers Frau gut", "nannte") == "Das Haus");
    CHECK(german_subject("Auch Anna Lehmann nannte das gut", "nannte") == "Anna Lehmann");
    CHECK(german_subject("Anna Lehmann (Hof) selbst nannte das gut", "nannte") == "Anna Lehmann");
    CHECK(german_subject("Der Wirt kennt Anna Lehmann, 30, nannte das gut", "nannte") == "");
    CHECK(german_subject("Auch Die Linke nannte der Rat gut", "nannte") == "der Rat");
    CHECK(german_subject("Laut dem Bericht ist das gut", "Laut") == "");  // no verb at all
    CHECK(german_subject("Das wird von nun an von Kennern gut genannt", "genannt") == "Kennern");
    CHECK(german_subject("Aus dem hier und da kaum noch je heilen heimischen Haus hei\xC3\x9Ft es so", "hei\xC3\x9Ft") == "dem hier und da kaum noch je heilen heimischen Haus");
}

TEST_CASE("the place of a subject: a preposition and one noun before the verb") {
    CHECK(german_subject("Das Komitee im norwegischen Oslo nannte das gut", "nannte") == "Das Komitee im norwegischen Oslo");
    CHECK(german_subject("Das Komitee im alten norwegischen Oslo nannte das gut", "nannte") ==
          "Das Komitee im alten norwegischen Oslo");
    CHECK(german_subject("Das Komitee im alten kleinen norwegischen Oslo nannte das gut", "nannte") == "Das Komitee");
    CHECK(german_subject("Das Komitee vor allem nannte das gut", "nannte") == "Das Komitee");
    CHECK(german_subject("Das Komitee in (Oslo) nannte das gut", "nannte") == "Das Komitee");
}

TEST_CASE("looks that are not paid for see nothing") {
    read_clause<stet::english> read("Ann Lee said so");
    read.owed = 2047;
    CHECK(read.ask().is_word(1));
    CHECK(read.owed == 2048);
    CHECK(!read.ask().is_word(1));
    CHECK(read.ask().subject_of_cue(2).none());
}
