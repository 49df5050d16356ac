// SPDX-License-Identifier: MIT
// What is counted on a line.
#include "catch.hpp"
#include "harness.hpp"

#include <random>
#include <string>

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
