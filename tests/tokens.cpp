// SPDX-License-Identifier: MIT
// Text as tokens: where words and signs begin and end, and what a word can be.
#include "catch.hpp"
#include "harness.hpp"

namespace {

template <class Lexicon> using tokens_of = stet::detail::tokens<Lexicon, stet::default_limits>;
using tokens = tokens_of<stet::english>;
using stet::detail::token;
using stet::detail::token_is;
namespace part = stet::part;

// The tokens of a text between bars, given in pieces of so many bytes.
template <class Lexicon = stet::english> std::string split(const std::string& text, size_t size = 1000) {
    static tokens_of<Lexicon> all;
    all.restart();
    for (size_t i = 0; i < text.size();) {
        size_t end = std::min(i + size, text.size());
        while (end < text.size() && (uint8_t(text[end]) & 0xC0) == 0x80) ++end;
        all.see({text.data() + i, end - i}, stet::offset(i));
        i = end;
    }
    all.finish();
    std::string result;
    for (int32_t i = all.first(); i < all.count(); ++i) {
        result += (result.empty() ? "" : "|") + text.substr(all[i].begin, all[i].size);
        if (!all[i].is_word()) CHECK(all[i].is == 0);  // a sign says no more than what it is
    }
    return result;
}

template <class Lexicon = stet::english> uint32_t kinds(const std::string& word) {
    static tokens_of<Lexicon> all;
    all.restart();
    all.see({word.data(), word.size()}, 0);
    all.finish();
    return all[0].is;
}

}  // namespace

TEST_CASE("words and signs") {
    CHECK(split("Ann Lee, 32, said: no.") == "Ann|Lee|,|32|,|said|:|no|.");
    CHECK(split("He didn't; the boys' dog (old) barked -- twice!") ==
          "He|didn't|;|the|boys|dog|(|old|)|barked|--|twice|!");
    CHECK(split("Mr. J. Lee of the U.S. left. He went.") == "Mr.|J.|Lee|of|the|U.S.|left|.|He|went|.");
    CHECK(split("about 1,200 at 10:30, vice-president") == "about|1,200|at|10:30|,|vice-president");
    CHECK(split("Sen. X, R-Ky., said.Then") == "Sen.|X|,|R-Ky.|,|said|.|Then");
    CHECK(split("caf\xC3\xA9 \xE2\x80\x94 d\xE2\x80\x99" "accord") == "caf\xC3\xA9|\xE2\x80\x94|d\xE2\x80\x99" "accord");
}

TEST_CASE("what stands inside a word, and what ends it") {
    CHECK(split("AT&T and/or Lee, 1,then at 10:am.") == "AT&T|and/or|Lee|,|1|,|then|at|10|:|am|.");
    CHECK(split("An\xC2\xADna Lee") == "An\xC2\xADna|Lee");  // a soft hyphen
    CHECK(split("the U.S.Army") == "the|U.S.Army");
    CHECK(split("pre- and post") == "pre|-|and|post");
    CHECK(split<stet::german>("Fraktions- und Parteichef") == "Fraktions|und|Parteichef");
    CHECK(split("goin' home") == "goin|home");
    CHECK(split("9,000 at 9:30, not 9.") == "9,000|at|9:30|,|not|9|.");
    CHECK(split("plan a,1 or b:2") == "plan|a|,|1|or|b|:|2");
    CHECK(split("St.Paul asked him.Then") == "St.Paul|asked|him|.|Then");
    CHECK(split("He left... ((so)),, no!!") == "He|left|...|(|(|so|)|)|,|,|no|!|!");
    CHECK(split(std::string(300, '-')) == std::string(255, '-') + '|' + std::string(45, '-'));
}

TEST_CASE("words are seen behind a run of signs, of which not all are read") {
    for (const char* sign : {"\xC2\xA7", "\xE0\xA5\xA4", "\xE2\x80\xA0", "\xF0\x9F\x98\x80"}) {
        std::string text = "Ann ";
        for (int i = 0; i < 20; ++i) {
            text += sign;
            const std::string told = split(text + "Lee said");
            CHECK(told.substr(0, 4) == "Ann|");
            CHECK(told.substr(told.size() - 9) == "|Lee|said");
            CHECK(split(text + " Lee said") == told);
        }
    }
}

TEST_CASE("of a run of signs beyond ASCII eight are read, and of the next one again") {
    for (const std::string sign : {"\xD8\x9F", "\xE2\x80\xA6"}) {  // a question mark, an ellipsis
        std::string run, told;
        for (int i = 0; i < 8; ++i) run += sign, told += '|' + sign;
        CHECK(split(run + ' ' + run + " Ann") == (told + told).substr(1) + "|Ann");
        CHECK(split(run + sign + sign + " Ann") == told.substr(1) + "|Ann");
        CHECK(split("\xC3\xA9" + run + " Ann") == "\xC3\xA9" + told + "|Ann");
    }
}

TEST_CASE("a text that ends inside a code point is read to its end") {
    CHECK(split("Ann \xE2\x80").substr(0, 3) == "Ann");
    static tokens all;
    all.restart();
    const int32_t index = all.open_quotation(0);
    all.see_quoted({"Late.\xE2\x80", 7}, 1);
    all.close_quotation(index, 9);
    CHECK(all.count() == 1);
}

// How a quotation ends whose text comes in two parts, the second one behind what is read word by word.
uint32_t ends(const std::string& second) {
    static tokens all;
    all.restart();
    const int32_t index = all.open_quotation(0);
    const std::string first = "We are as late as we were then, and they were so late that no boat was left to take us over the river.";
    all.see_quoted({first.data(), first.size()}, 1);
    all.see_quoted({second.data(), second.size()}, stet::offset(1 + first.size()));
    all.close_quotation(index, stet::offset(2 + first.size() + second.size()));
    namespace quoted = stet::detail::quoted;
    return all[index].is & (quoted::ends_comma | quoted::ends_stop | quoted::ends_asks | quoted::ends_dash);
}

constexpr bool each_has_a_bit() {
    namespace quoted = stet::detail::quoted;
    uint32_t bits = 0;
    for (uint32_t one : {quoted::ends_comma, quoted::ends_stop, quoted::ends_asks, quoted::ends_dash, quoted::is_sentence,
                         quoted::is_long, quoted::is_open, quoted::is_direct}) {
        if (one == 0 || (one & (one - 1)) != 0 || (bits & one) != 0) return false;
        bits |= one;
    }
    return true;
}
static_assert(each_has_a_bit());

TEST_CASE("what a quotation ends with is its last sign, blanks and marks looked through") {
    namespace quoted = stet::detail::quoted;
    CHECK(ends(" So it is.") == quoted::ends_stop);
    CHECK(ends(" So it is,\xE2\x80\x99 ") == quoted::ends_comma);
    CHECK(ends(" Is it so?\xC2\xAD") == quoted::ends_asks);
    CHECK(ends(" Is it so!") == quoted::ends_asks);
    CHECK(ends("!") == quoted::ends_asks);
    CHECK(ends("\xE2\x80\xA6") == quoted::ends_asks);
    CHECK(ends(" So it is \xE2\x80\xA6") == quoted::ends_asks);
    CHECK(ends(" So it is \xE2\x80\x94") == quoted::ends_dash);
    CHECK(ends(" So it is \xE2\x80\x93") == quoted::ends_dash);
    CHECK(ends(" So it is") == 0);
    CHECK(ends("  ") == quoted::ends_stop);                   // nothing new
    CHECK(ends(" So it is," + std::string(15, ' ')) == quoted::ends_comma);
    CHECK(ends(" So it is," + std::string(16, ' ')) == quoted::ends_stop);  // no farther than 16 bytes
    CHECK(ends("\x80\x80\x80\x80\x80\x80") == quoted::ends_stop);  // ill-formed: no sign
}

TEST_CASE("the words of a quotation are counted that begin in its first 96 bytes") {
    namespace quoted = stet::detail::quoted;
    const auto is_long = [](size_t letters) {
        static tokens all;
        all.restart();
        const std::string text = std::string(letters, 'a') + " b c d";
        const int32_t index = all.open_quotation(0);
        all.see_quoted({text.data(), text.size()}, 1);
        all.close_quotation(index, stet::offset(2 + text.size()));
        return (all[index].is & quoted::is_long) != 0;
    };
    CHECK(is_long(90));
    CHECK_FALSE(is_long(91));  // the fourth word begins behind them
}

// (Asked when compiling, where no byte can be read that is not of the text.)
template <size_t Size> constexpr bool still_ends_in_stop(const char (&last)[Size]) noexcept {
    tokens all;
    const int32_t index = all.open_quotation(0);
    const char first[] = "We are as late as we were then, and they were so late that no boat was left to take us on.";
    stet::offset place = 1;
    for (int i = 0; i < 2; ++i, place += sizeof first - 1) all.see_quoted({first, sizeof first - 1}, place);
    all.see_quoted({last, Size}, place);
    all.close_quotation(index, place + stet::offset{Size});
    return (all[index].is & stet::detail::quoted::ends_stop) != 0;
}
constexpr char begins_inside[] = {'\x80', '\x80'}, ends_inside[] = {'.', '\xE2', '\x80'};
static_assert(still_ends_in_stop(begins_inside) && still_ends_in_stop(ends_inside), "ill-formed: no sign");

template <size_t Size> constexpr int32_t tokens_of_both(const char (&text)[Size]) noexcept {
    tokens all;
    all.see({text, Size}, 0);
    const int32_t index = all.open_quotation(stet::offset{Size});
    all.see_quoted({text, Size}, stet::offset{Size});
    all.close_quotation(index, stet::offset{2 * Size});
    return all.count();
}
constexpr char ends_in_letter[] = {'A', 'n', 'n'};
static_assert(tokens_of_both(ends_in_letter) == 2 && tokens_of_both(ends_inside) == 2,
              "nothing behind a text is read");

bool titled(const std::string& text) {
    static tokens all;
    all.restart();
    all.see({text.data(), text.size()}, 0);
    all.finish();
    return all.is_title_case();
}

TEST_CASE("three words of over three letters make a title, when four of five have a capital") {
    CHECK(titled("Rain Over the Mill"));
    CHECK_FALSE(titled("Rain at the Mill"));
    CHECK(titled("Rain Over Mill Town Stops work"));
    CHECK(titled("Rain Over Mill Town again"));
    CHECK_FALSE(titled("Rain Over Mill again"));
}

TEST_CASE("a block of more long words than are counted keeps its case") {
    static tokens all;
    all.restart();
    for (stet::offset i = 0; i < 70000; ++i) {
        all.see({"Mill ", 5}, 5 * i);
        if (i > 2) REQUIRE(all.is_title_case());
    }
}

TEST_CASE("a run of more than 255 bytes is no word") {
    CHECK(kinds("\xC3\xA4" + std::string(253, 'q')) == 0);
    CHECK(kinds("\xC3\x84" + std::string(253, 'q')) == part::capital);
    CHECK(kinds("\xC3\x84" + std::string(254, 'q')) == 0);
    CHECK(kinds("\xC3\x84" + std::string(300, 'q')) == 0);
    CHECK(kinds(std::string(255, 'Q')) == part::capital);
    CHECK(kinds(std::string(256, 'Q')) == 0);
    CHECK(split("Ann " + std::string(256, 'q') + " Lee").substr(0, 5) == "Ann|q");
}

TEST_CASE("a quotation of four words is long") {
    const auto is_long = [](const std::string& text) {
        static tokens all;
        size_t found = 0;
        for (size_t cut = 0; cut <= text.size(); ++cut) {  // wherever a text event ends
            all.restart();
            const int32_t index = all.open_quotation(0);
            all.see_quoted({text.data(), cut}, 1);
            all.see_quoted({text.data() + cut, text.size() - cut}, stet::offset(1 + cut));
            all.close_quotation(index, stet::offset(text.size() + 2));
            found += all[index].has(stet::detail::quoted::is_long);
        }
        CHECK((found == 0 || found == text.size() + 1));
        return found != 0;
    };
    CHECK(is_long("All Ways to Rome"));
    CHECK(is_long("it is 10 now"));
    CHECK_FALSE(is_long("The Long Winter"));
    CHECK_FALSE(is_long("The Long-Lost U.S."));
}

TEST_CASE("a quotation that is open has no size yet, and is marked as open") {
    static tokens all;
    all.restart();
    const int32_t index = all.open_quotation(5);
    CHECK(all.begin_of(index) == 5);
    CHECK(all.end_of(index) == 5);
    CHECK(all[index].is == stet::detail::quoted::is_open);
}

TEST_CASE("text that nobody has read has a place and no size") {
    static tokens all;
    all.restart();
    all.see({"Ann", 3}, 0);
    all.see_gap(300);
    CHECK(all.count() == 2);
    CHECK((all[1].what == token_is::edge && all.begin_of(1) == 300 && all.end_of(1) == 300));
}

TEST_CASE("a token stands where it stands, and what is too far before the last one is forgotten") {
    static tokens all;
    all.restart();
    const stet::offset first = 0x2FFF0, second = first + 0x1000, last = first + tokens::reach;
    all.see({"Ann ", 4}, first);
    all.see({"Lee ", 4}, second);
    all.see({"said ", 5}, last);
    CHECK(all.first() == 0);
    CHECK(all.begin_of(0) == first);
    CHECK(all.end_of(1) == second + 3);
    CHECK(all.begin_of(2) == last);
    all.see({"so ", 3}, last + 5);
    CHECK(all.first() == 1);
    CHECK(all[0].what == token_is::edge);
    CHECK(all.begin_of(1) == second);
}

TEST_CASE("no token begins more than 0xF000 bytes before the last one") {
    static tokens all;
    all.restart();
    all.see({"Ann ", 4}, 7);
    all.see({",", 1}, 7 + 0xF000);
    CHECK(all.first() == 0);
    all.see({",", 1}, 8 + 0xF000);
    CHECK(all.first() == 1);
}

TEST_CASE("words are the same wherever a text event ends") {
    const std::string text = "Mr. J. Lee of the U.S. didn't pay 1,200, he said.Then vice-president \xC3\x84nne left...";
    for (size_t size = 1; size < text.size(); ++size) CHECK(split(text, size) == split(text));
}

TEST_CASE("forms of a cue") {
    constexpr uint32_t cue = part::strong | part::weak;
    for (const char* word : {"added", "noted", "replied", "admitted", "said", "told"})
        CHECK((kinds(word) & (part::strong | part::past)) == (part::strong | part::past));
    for (const char* word : {"adds", "notes", "replies", "says"}) CHECK((kinds(word) & part::s_form) != 0);
    for (const char* word : {"adding", "noting", "replying", "admitting"})
        CHECK((kinds(word) & (part::strong | part::ing)) == (part::strong | part::ing));
    for (const char* word : {"baked", "thing", "bus", "red", "linked", "translated"}) CHECK((kinds(word) & cue) == 0);
    CHECK((kinds("quickly") & part::adverb) != 0);
    CHECK((kinds("family") & part::adverb) == 0);
    CHECK((kinds("Kimberly") & part::adverb) == 0);
    CHECK((kinds("Lee's") & part::possessive) != 0);
    CHECK((kinds("boys'") & part::possessive) != 0);
    CHECK((kinds("goin'") & part::possessive) == 0);
    CHECK(kinds("it's") == (part::auxiliary | part::be));
    CHECK(kinds("seemed") == part::verb);
    CHECK((kinds("J.") & part::pronoun) == 0);
    CHECK((kinds("I.") & part::pronoun) != 0);
    CHECK(kinds("A.") == part::capital);  // an initial, no article
}

TEST_CASE("forms of a German cue") {
    for (const char* word : {"antwortet", "antwortete", "antworteten", "betont", "betonte", "betonten", "betonen"})
        CHECK((kinds<stet::german>(word) & part::past) != 0);
    for (const char* word : {"Antworten", "wetteten", "tonte", "betonx"})
        CHECK((kinds<stet::german>(word) & (part::strong | part::weak | part::past)) == 0);
    CHECK((kinds<stet::german>("lachend") & part::adverb) != 0);
    CHECK((kinds<stet::german>("w\xC3\xA4hrend") & part::adverb) == 0);
    for (const char* word : {"Abend", "hintergrund", "gekommen", "jahrzehnt"}) CHECK((kinds<stet::german>(word) & part::adverb) == 0);
}

TEST_CASE("a stop behind a number is a sign of its own where a small word with a capital follows") {
    CHECK(split<stet::german>("Modell 3. Ein Sprecher") == "Modell|3.|.|Ein|Sprecher");
    CHECK(split<stet::german>("am 3. Mai") == "am|3.|Mai");
    CHECK(split<stet::german>("am 31. Mai") == "am|31.|Mai");
    CHECK(split<stet::german>("Haus 150. Anna") == "Haus|150|.|Anna");
    CHECK(split<stet::german>("die Zeitung Der Tag") == "die|Zeitung|Der|Tag");
    for (const std::string word : {"Das", "Er", "In", "Und", "Aber", "Heute"})
        CHECK(split<stet::german>("Modell 3. " + word + " war") == "Modell|3.|.|" + word + "|war");
    CHECK(split<stet::german>("Benedikt XVI. ging.") == "Benedikt|XVI.|ging|.");
    CHECK(split("Model 3. A speaker") == "Model|3|.|A|speaker");
}

TEST_CASE("the last tokens are kept, the others are gone") {
    static tokens all;
    all.restart();
    for (int i = 0; i < 500; ++i) all.see("a ", stet::offset(2 * i));
    all.finish();
    CHECK(all.count() == 500);
    CHECK(all.first() == 500 - tokens::capacity);
    CHECK(all[all.first()].begin == 2 * stet::offset(all.first()));
    CHECK(all[all.first() - 1].what == token_is::edge);
    CHECK(all[500].what == token_is::edge);
}
