// SPDX-License-Identifier: MIT
// What a word can be by its form: English and German.
#include "catch.hpp"
#include "harness.hpp"

#include <string>

using namespace stet::detail;
using stet::english;
using stet::german;
namespace part = stet::part;

namespace {

constexpr word_form form(const char* word) {
    word_form made;
    made.start(*word >= 'A' && *word <= 'Z' ? part::capital : 0u);
    for (; *word != '\0'; ++word) made.add(folded(static_cast<uint8_t>(*word)));
    return made;
}
template <class Lexicon> constexpr uint32_t kinds(const char* word) { return form(word).kinds<Lexicon>(); }
template <class Lexicon> constexpr bool is(const char* word, uint32_t all) { return (kinds<Lexicon>(word) & all) == all; }

constexpr uint32_t cue = part::strong | part::weak;

// Forms of a cue that no list has: the last letters are taken off.
static_assert(is<english>("warn", part::base) && (kinds<english>("warn") & cue) != 0);
static_assert(is<english>("warns", part::s_form) && (kinds<english>("warns") & cue) != 0);
static_assert(is<english>("warned", part::past) && (kinds<english>("warned") & cue) != 0);
static_assert(is<english>("warning", part::ing) && (kinds<english>("warning") & cue) != 0);
static_assert(is<english>("argued", part::past) && (kinds<english>("argued") & cue) != 0);    // argue
static_assert(is<english>("arguing", part::ing) && (kinds<english>("arguing") & cue) != 0);   // with its "e" again
static_assert(is<english>("replied", part::past) && (kinds<english>("replied") & cue) != 0);  // "i" for "y"
static_assert(is<english>("replies", part::s_form) && (kinds<english>("replies") & cue) != 0);
static_assert(is<english>("pushes", part::s_form) && (kinds<english>("pushes") & cue) != 0);    // "-es"
static_assert(is<english>("quipped", part::past) && (kinds<english>("quipped") & cue) != 0);  // doubled
static_assert(is<english>("quipping", part::ing) && (kinds<english>("quipping") & cue) != 0);

// Other words by their ends, from four letters on.
static_assert(kinds<english>("zorfs") == part::s_form && kinds<english>("Zorfs") == (part::s_form | part::capital));
static_assert(kinds<english>("zorfed") == part::past && kinds<english>("zorfing") == part::ing);
static_assert(kinds<english>("zorfly") == part::adverb && kinds<english>("Zorfly") == part::capital);
static_assert(kinds<english>("zoly") == part::adverb && kinds<english>("zors") == part::s_form);
static_assert(kinds<english>("zfs") == 0 && kinds<english>("zly") == 0 && kinds<english>("zed") == 0);
static_assert(kinds<english>("zorfe") == 0 && kinds<english>("zorfn") == 0 && kinds<english>("zorfeng") == 0);
static_assert(kinds<english>("zorf's") == part::possessive && kinds<english>("Zorf's") == (part::possessive | part::capital));

// German.
static_assert((kinds<german>("warnt") & cue) != 0 && is<german>("warnt", part::past));
static_assert((kinds<german>("warnte") & cue) != 0 && (kinds<german>("warnten") & cue) != 0);
static_assert((kinds<german>("meldet") & cue) != 0 && (kinds<german>("meldete") & cue) != 0);
static_assert((kinds<german>("meldeten") & cue) != 0);
static_assert((kinds<german>("Warnte") & cue) == 0);  // a noun
static_assert(kinds<german>("zorfend") == part::adverb && kinds<german>("orfend") == 0);
static_assert(kinds<german>("Zorfend") == part::adverb + part::capital);

static_assert(kinds<english>("criticisms") == (part::speech | part::s_form));  // that it is a noun says the list
static_assert((kinds<english>("sated") & cue) == 0);                            // of no "say"

static_assert(form("XVII").is_roman() && form("XVI").is_roman() && form("V").is_roman() && !form("XVIII").is_roman());
static_assert(!form("xvi").is_roman() && !form("XVA").is_roman() && !form("AXV").is_roman());

static_assert(form("said").letter(0) == 'd' && form("said").letter(3) == 's' && form("id").letter(2) == 0);
static_assert(form("said").ends_in<'d'>() && form("said").ends_in<'a', 'i', 'd'>() && !form("said").ends_in<'s', 'i', 'd'>());

// A lexicon of one's own may list a form as it is.
struct listed : english {
    static constexpr stet::word_class words[] = {{part::weak | part::past, u"zorfed "}};
};
// One with stems of two letters.
struct short_stems : german {
    static constexpr stet::word_class more[] = {{part::strong | part::base, u"zo "}};
};
static_assert((kinds<short_stems>("zot") & cue) == 0 && (kinds<short_stems>("zote") & cue) != 0, "from four letters on");

}  // namespace

TEST_CASE("a form that is listed as a past one is what is listed") {
    CHECK(kinds<listed>("zorfed") == (part::weak | part::past));
    CHECK(kinds<english>("zorfed") == part::past);
    CHECK((kinds<english>("zly") == 0 && kinds<english>("zofly") == part::adverb));  // (of four letters or more)
}

TEST_CASE("letters are counted up to 255, and one beyond ASCII is no letter of an ending") {
    word_form one;
    one.start(0);
    for (int i = 0; i < 300; ++i) one.add('x');
    CHECK(one.letters == 255);
    one.add(0x10D);
    CHECK((one.letter(0) == 0x80 && one.letter(1) == 'x' && one.letter(3) == 'x'));
}

TEST_CASE("a word that has been read before leaves nothing behind") {
    word_form one;
    one.start(part::capital);
    for (const char letter : std::string("warned")) one.add(static_cast<uint8_t>(letter));
    one.start(0);
    for (const char letter : std::string("id")) one.add(static_cast<uint8_t>(letter));
    CHECK((one.letters == 2 && one.letter(2) == 0 && one.flags == 0));
    CHECK(one.kinds<english>() == kinds<english>("id"));
}
