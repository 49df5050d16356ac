// SPDX-License-Identifier: MIT
// What is counted on a line.
#include "catch.hpp"
#include "harness.hpp"

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace stet::detail;
using stet::view;

namespace {

struct measured {
    uint8_t facts[fact_count];
    uint16_t number, line, words, first;
    constexpr uint8_t operator[](fact what) const { return facts[number_of(what)]; }
    constexpr glyph at(fact what) const { return static_cast<glyph>((*this)[what]); }
};
constexpr measured measure(view line) {
    measured made{};
    const line_walk walk(made.facts, line);
    made.number = walk.number();
    made.line = walk.line_print();
    made.words = walk.words_print();
    made.first = walk.first_print();
    return made;
}

constexpr measured plain = measure("The trip cost 1,200 euros in 2024.");
static_assert(plain[fact::columns] == 34 && plain[fact::words] == 7);
static_assert(plain[fact::capitals] == 1 && plain[fact::smalls] == 4 && plain[fact::figures] == 2);
static_assert(plain[fact::digits] == 8 && plain[fact::commas] == 1 && plain[fact::years] == 1);
static_assert(plain.at(fact::first) == glyph::upper && plain.at(fact::last) == glyph::stop);
static_assert(plain[fact::stops] == 0, "the last stop is not inside");

static_assert(measure("One. Two three. four? Five")[fact::stops] == 2, "not before a small letter");
static_assert(measure("Dr. Who met J. Doe")[fact::stops] == 0, "short words end no sentence");
static_assert(measure("\xE6\x9D\xA5\xE4\xBA\x86\xE3\x80\x82\xE5\xA5\xBD")[fact::columns] == 8);
static_assert(measure("at 10:30")[fact::clocks] == 1 && measure("at: 10")[fact::clocks] == 0);
static_assert(measure("10,:30")[fact::clocks] == 0 && measure("-:30")[fact::clocks] == 0,
              "a colon between digits, and no other sign");
static_assert(measure("\xEA\xB0\x80\xEA\xB0\x80")[fact::plain_words] == 1 &&
                  measure("\xE4\xB8\x80\xE4\xB8\x80")[fact::plain_words] == 2,
              "U+AC00 is a letter of a word, an ideograph a word");
static_assert(measure("Yes: no")[fact::colon_inside] == 1 &&
              measure("a:b")[fact::colon_inside] == 0);
static_assert(measure("a - b")[fact::dash_inside] == 1 && measure("a-b")[fact::dash_inside] == 0);
static_assert(measure("He said no.\xE2\x80\x9D").at(fact::last) == glyph::stop,
              "marks are looked through");
static_assert(measure("He said no.\xE2\x80\x9D")[fact::last_quote] == 1);
static_assert(measure("And so on...").at(fact::last) == glyph::ellipsis);
static_assert(measure("END OF THE ROAD")[fact::shouted] == 4);
static_assert(measure("12. Tea").number == 12 && measure("Tea 12").number == 0);
static_assert(measure("Read more: tea")[fact::starts] == number_of(word_is::furniture));
static_assert(measure("Von Anna").at(fact::first) == glyph::upper &&
              measure("Von Anna")[fact::starts] == number_of(word_is::by));
static_assert(measure("").line == 0 && measure("")[fact::columns] == 0 &&
              measure("").at(fact::first) == glyph::nothing);
static_assert(measure("JD Vance visits Baku").words == measure("JD Vance visits Baku2").words,
              "digits at the end do not count");
static_assert(measure("JD Vance visits Baku").line != measure("JD Vance visits Baku2").line);
static_assert(measure("a  b\n   c").line == measure("a b c").line &&
                  measure("a  b\n   c")[fact::columns] == 5,
              "wrapped or not");
static_assert(measure("\xC2\xAD"
                      "a\xE2\x80\x8B"
                      "b")[fact::columns] == 2,
              "no width");
static_assert(measure("\xFF"
                      "a\xC3")[fact::columns] == 1,
              "ill-formed bytes are passed over");

// Four numbers at once, and not one more.
constexpr bool clears_only(uint8_t size) {
    uint8_t numbers[16] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    clear(numbers, size);
    for (uint8_t i = 0; i < 16; ++i)
        if (numbers[i] != (i < size ? 0 : 1)) return false;
    return true;
}
static_assert(clears_only(0) && clears_only(4) && clears_only(8) && clears_only(16));
// Fingerprints use all their bits.
constexpr bool prints_are_spread() {
    uint16_t ones = 0, zeros_too = 0xFFFF;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        const char line[] = {letter, 'n', 'd'};
        const measured made = measure(view(line, sizeof(line)));
        ones = static_cast<uint16_t>(ones | made.first);
        zeros_too = static_cast<uint16_t>(zeros_too & made.first);
    }
    return ones == 0xFFFF && zeros_too == 0;
}
static_assert(prints_are_spread());

// Exactly as many bytes as there are: in a constant, a byte read behind them is an error.
constexpr char exact[] = {'t', 'e', 'a', ' ', 'f', 'o', 'r', ' ', 'e', 'v', 'e', 'r', 'y', 'b', 'o', 'd', 'y'};
constexpr bool reads_no_more() {
    for (size_t begin = 0; begin < sizeof(exact); ++begin) {
        const view rest(exact + begin, sizeof(exact) - begin);
        const size_t words = begin < 3 ? 3u : begin < 7 ? 2u : 1u;
        if (measure(rest)[fact::words] != words || line_glance(rest).words != words) return false;
    }
    return true;
}
static_assert(reads_no_more());

static_assert(in_fours(0) == 0 && in_fours(1) == 4 && in_fours(4) == 4 && in_fours(42) == 44);

// A soft hyphen behind a word's first letter counts for nothing, but the word is then read letter by
// letter: what is counted must not change.
TEST_CASE("words that are read whole count as those that are read letter by letter") {
    std::mt19937 random(20240613);
    const char* const listed[] = {"by", "By", "PHOTO", "read", "More", "updated", "Who", "reuters"};
    const char* const between[] = {" ", " ", " ", "  ", ", ", ". ", "-", "'", ": ", " 12 ", " \"", "\xE2\x80\x94", ".", ""};
    for (int round = 0; round < 20000; ++round) {
        std::string line, letters;
        for (size_t words = random() % 12; words != 0; --words) {
            std::string word;
            if (random() % 4 == 0) {
                word = listed[random() % 8];
            } else {
                const unsigned capitals = random() % 3;
                for (size_t size = 1 + random() % 20; size != 0; --size)
                    word += static_cast<char>((capitals == 2 || (capitals == 1 && word.empty()) ? 'A' : 'a') + random() % 26);
            }
            const std::string behind = between[random() % 14];
            line += word + behind;
            letters += word.substr(0, 1) + "\xC2\xAD" + word.substr(1) + behind;
        }
        INFO(line);
        uint8_t whole[fact_count], single[fact_count];
        const line_walk one(whole, line), other(single, letters);
        REQUIRE(std::equal(whole, whole + fact_count, single));
        REQUIRE((one.line_print() == other.line_print() && one.words_print() == other.words_print()));
        REQUIRE((one.first_print() == other.first_print() && one.number() == other.number()));
        REQUIRE((one.marks().high == other.marks().high && one.marks().low == other.marks().low));
    }
}

// A line, and all that is counted on it: what is not listed is not on it.
struct counted_line {
    const char* line;
    glyph first, last;
    word_is starts;
    uint16_t number;
    std::vector<std::pair<fact, unsigned>> counts;
};
const counted_line counted_lines[] = {
    {"Ann paid 1,250 euros to the bank.", glyph::upper, glyph::stop, word_is::plain, 0,
     {{fact::columns, 33}, {fact::words, 7}, {fact::capitals, 1}, {fact::smalls, 5}, {fact::figures, 1}, {fact::long_smalls, 3},
      {fact::shouted, 1}, {fact::digits, 4}, {fact::commas, 1}, {fact::ends, 1}, {fact::plain_words, 3}}},
    {"1899 1900 2099 2100 202 19", glyph::digit, glyph::digit, word_is::plain, 189,  // of its first three digits
     {{fact::columns, 26}, {fact::words, 6}, {fact::figures, 6}, {fact::years, 2}, {fact::digits, 21}}},
    {"7 August2024 \xC3\x89t\xC3\xA9" "2019 19:45 1920", glyph::digit, glyph::digit, word_is::date, 7,
     {{fact::columns, 31}, {fact::words, 5}, {fact::capitals, 2}, {fact::figures, 3}, {fact::shouted, 2}, {fact::years, 3}, {fact::clocks, 1},
      {fact::digits, 17}, {fact::colons, 1}, {fact::date_words, 1}}},
    {"at 10:30:15 7: 15 a:30 b 12:c 5", glyph::lower, glyph::digit, word_is::plain, 0,
     {{fact::columns, 31}, {fact::words, 8}, {fact::smalls, 3}, {fact::figures, 5}, {fact::shouted, 3}, {fact::clocks, 2}, {fact::colon_inside, 1},
      {fact::digits, 14}, {fact::colons, 5}}},
    {"\xC3\x89T\xC3\x89 A BC D\xC3\xA9" "E \xC3\x80\xC3\x89\xC3\xA9 \xD8\xA8\xD8\xA7\xD8\xA8", glyph::upper, glyph::letter, word_is::plain, 0,
     {{fact::columns, 20}, {fact::words, 6}, {fact::capitals, 5}, {fact::uncased, 1}, {fact::shouted, 2}, {fact::plain_words, 1}}},
    {"\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x81\xAE\xE6\xA9\x8B 12", glyph::letter, glyph::digit, word_is::plain, 0,  // four of CJK
     {{fact::columns, 11}, {fact::words, 3}, {fact::uncased, 1}, {fact::figures, 1}, {fact::digits, 2}, {fact::plain_words, 4}}},
    {"\xED\x95\x9C\xEA\xB5\xAD\xEC\x9D\x98 \xEB\x8B\xA4\xEB\xA6\xAC!", glyph::letter, glyph::exclaim, word_is::plain, 0,  // Hangul has blanks
     {{fact::columns, 12}, {fact::words, 3}, {fact::uncased, 2}, {fact::exclaims, 1}, {fact::plain_words, 2}}},
    {"\"Who? Me!\" (she said...) [no]", glyph::quote, glyph::lower, word_is::ask, 0,
     {{fact::columns, 29}, {fact::words, 5}, {fact::capitals, 2}, {fact::smalls, 3}, {fact::long_smalls, 1}, {fact::stops, 1},
      {fact::last_bracket, 1}, {fact::quotes, 2}, {fact::brackets, 2}, {fact::ends, 3}, {fact::questions, 1}, {fact::exclaims, 1},
      {fact::unbrackets, 2}, {fact::plain_words, 1}, {fact::ask_words, 1}}},
    {"- a/b - @c > d; \xC2\xA9 +", glyph::dash, glyph::other, word_is::plain, 0,
     {{fact::columns, 19}, {fact::words, 3}, {fact::smalls, 3}, {fact::dash_inside, 2}, {fact::dashes, 2}, {fact::commas, 1},
      {fact::copyrights, 1}, {fact::arrows, 1}, {fact::ats, 1}, {fact::slashes, 1}, {fact::others, 1}}},
    {"Photo: Reuters staff by Ann, who shares the related news of May", glyph::upper, glyph::lower, word_is::credit, 0,
     {{fact::columns, 63}, {fact::words, 12}, {fact::capitals, 4}, {fact::smalls, 8}, {fact::long_smalls, 4}, {fact::colon_inside, 1},
      {fact::colons, 1}, {fact::commas, 1}, {fact::plain_words, 2}, {fact::by_words, 1}, {fact::role_words, 1}, {fact::agency_words, 1},
      {fact::credit_words, 1}, {fact::furniture_words, 1}, {fact::date_words, 1}, {fact::ask_words, 1}}},
    {"Read more now", glyph::upper, glyph::lower, word_is::furniture, 0,
     {{fact::columns, 13}, {fact::words, 3}, {fact::capitals, 1}, {fact::smalls, 2}, {fact::long_smalls, 1}, {fact::plain_words, 1},
      {fact::furniture_words, 2}}},  // the word and the phrase
    {"To read more of it", glyph::upper, glyph::lower, word_is::plain, 0,  // a phrase counts at the line's beginning
     {{fact::columns, 18}, {fact::words, 5}, {fact::capitals, 1}, {fact::smalls, 4}, {fact::long_smalls, 2}, {fact::plain_words, 1},
      {fact::furniture_words, 1}}},
    {"The end of tea. Of Mr. Lee. and so. 12 cups. Up", glyph::upper, glyph::lower, word_is::plain, 0,
     {{fact::columns, 47}, {fact::words, 12}, {fact::capitals, 5}, {fact::smalls, 6}, {fact::figures, 1}, {fact::long_smalls, 1},
      {fact::shouted, 1}, {fact::stops, 2}, {fact::digits, 2}, {fact::ends, 5}, {fact::plain_words, 1}}},
    {"(2024) and 1/2019 and so on...", glyph::bracket, glyph::ellipsis, word_is::plain, 202,
     {{fact::columns, 30}, {fact::words, 6}, {fact::smalls, 4}, {fact::figures, 2}, {fact::shouted, 1}, {fact::years, 2}, {fact::digits, 9},
      {fact::brackets, 1}, {fact::ends, 3}, {fact::unbrackets, 1}, {fact::slashes, 1}}},
    {"\x80One \x80two\x80", glyph::upper, glyph::lower, word_is::plain, 0,  // ill-formed bytes are passed over
     {{fact::columns, 7}, {fact::words, 2}, {fact::capitals, 1}, {fact::smalls, 1}}},
    {"  One  \t two \n three  ", glyph::upper, glyph::lower, word_is::plain, 0,
     {{fact::columns, 13}, {fact::words, 3}, {fact::capitals, 1}, {fact::smalls, 2}, {fact::long_smalls, 1}, {fact::plain_words, 1}}},
    {"\" ) \xE2\x80\x9C", glyph::quote, glyph::quote, word_is::plain, 0,  // signs alone
     {{fact::columns, 5}, {fact::last_quote, 1}, {fact::last_bracket, 1}, {fact::quotes, 2}, {fact::unbrackets, 1}}},
};

TEST_CASE("all that is counted on a line is what one counts by hand") {
    for (const counted_line& each : counted_lines) {
        INFO(each.line);
        const measured made = measure(view(each.line, std::strlen(each.line)));
        unsigned wanted[fact_count] = {};
        for (const auto& count : each.counts) wanted[number_of(count.first)] = count.second;
        for (uint8_t i = 0; i < number_of(fact::first); ++i) {
            INFO("fact " << int{i});
            CHECK(made.facts[i] == wanted[i]);
        }
        CHECK((made.at(fact::first) == each.first && made.at(fact::last) == each.last));
        CHECK(made[fact::starts] == number_of(each.starts));
        CHECK(made.number == each.number);
    }
}

TEST_CASE("what is counted stops at 255") {
    std::string words, signs(300, ','), wide;
    for (int i = 0; i < 300; ++i) words += "Ab ", wide += "\xE6\x9D\xB1";
    CHECK((measure(view(words))[fact::columns] >= 254 && measure(view(words))[fact::capitals] == 255));
    CHECK((measure(view(words))[fact::words] == 255 && measure(view(signs))[fact::commas] == 255));
    CHECK((measure(view(wide))[fact::columns] >= 254 && measure(view(wide))[fact::words] == 100));
}

TEST_CASE("a line is a rule if it has three or more of one sign and nothing else") {
    for (const char sign : std::string("-=*_~")) {
        const std::string one(1, sign);
        CHECK((is_rule(view(one + one + one)) && is_rule(view(" " + one + "\t" + one + " " + one + " ")) && !is_rule(view(one + one))));
        CHECK((is_rule(view(std::string(120, sign) + "x")) && !is_rule(view(std::string(119, sign) + "x"))));
        for (const char* end : {"\n", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
            CHECK(is_rule(view(one + one + one + end + "x")));
        CHECK(!is_rule(view(one + one + one + "\xE2\x80")));  // (no line end yet)
        CHECK((!is_rule(view(one + one + one + "x")) && !is_rule(view("x" + one + one + one))));
        CHECK(!is_rule(view(one + (sign == '-' ? "==" : "--"))));
    }
    CHECK((is_rule("---\nTea") && is_rule("---\r\nTea") && !is_rule("--\n-") && !is_rule("--\r-")));  // of a line
    CHECK((!is_rule("+++") && !is_rule("   ") && !is_rule("") && !is_rule("...")));
}

TEST_CASE("nothing behind a line's end is counted") {
    const std::string text = "1 two \xC3\xA9three four \xC3\x89" "five Six seven \xE2\x80\x9C" "eight nine 10 eleven";
    for (size_t size = 0; size <= text.size(); ++size) {
        const std::string other = text.substr(0, size) + "!!!!!!!!!!!!!!!!";
        INFO(size);
        const measured made = measure(view(text.data(), size)), same = measure(view(other.data(), size));
        CHECK((std::equal(made.facts, made.facts + fact_count, same.facts) && made.line == same.line && made.number == same.number));
        const line_glance glance(view(text.data(), size)), like(view(other.data(), size));
        CHECK((glance.columns == like.columns && glance.words == like.words && glance.last == like.last && glance.marks.high == like.marks.high));
        CHECK(glance.marks.low == like.marks.low);
    }
}

TEST_CASE("two lines share the words of over three letters that both have, up to three") {
    const auto shared = [](view one, view other) {
        uint8_t facts[fact_count], more[fact_count];
        return line_walk(facts, one).marks().shared(line_walk(more, other).marks());
    };
    CHECK(shared("Rain over the hills of Lund", "the rain of May") == 1);
    CHECK(shared("Rain over the hills of Lund", "Over hills and rain") == 3);
    CHECK(shared("Rain over the hills of Lund", "lund and its hills, over rain") == 3);
    CHECK(shared("Rain over the hills of Lund", "the of tea") == 0);
    CHECK(shared("", "Rain") == 0);
    word_marks four_high, four_low;
    for (uint32_t i = 0; i < 4; ++i) {
        word_marks one_high, one_low;
        one_high.add(0x80000000 | i << 26, true), one_low.add(i << 26, true);
        four_high.add(0x80000000 | i << 26, true), four_low.add(i << 26, true);
        CHECK((one_high.shared(four_high) == 1 && one_low.shared(four_low) == 1));
        CHECK((four_high.shared(four_high) == (i < 3 ? i + 1 : 3) && four_low.shared(four_low) == (i < 3 ? i + 1 : 3)));
    }
    word_marks both, high, low;
    both.add(0xFC000000, true), high.add(0xFC000000, true);
    both.add(0x00000000, true), low.add(0x00000000, true);
    both.add(0x04000000, false);
    CHECK((both.shared(high) == 1 && both.shared(low) == 1 && high.shared(low) == 0 && both.shared(both) == 2));
    word_marks second;
    second.add(0x04000000, true);
    CHECK((second.low == 2 && second.high == 0));
    CHECK((high.high == 0x80000000 && high.low == 0 && low.low == 1 && low.high == 0));
}

}  // namespace

TEST_CASE("numbers are counted in fours, behind others in vectors") {
    for (unsigned count = 0; count < 100; ++count) {
        const unsigned fours = stet::detail::in_fours(static_cast<uint8_t>(count));
        CHECK((fours % 4 == 0 && fours >= count && fours < count + 4));
        const unsigned behind = stet::detail::in_fours(static_cast<uint8_t>(count), 20);
        CHECK(((20 + behind) % 4 == 0 && behind >= count && behind < count + 32));
    }
}

TEST_CASE("what zeros do to a hash is undone") {
    hash_of_zeros made{};
    made = make_hash_of_zeros();  // (while running, too)
    for (size_t size = 0; size <= 8; ++size) {
        uint32_t hash = 0x12345678;
        for (size_t i = size; i < 8; ++i) hash = hashed(hash, 0);
        CHECK(hash * made.undone[size] == 0x12345678);
    }
}
