// SPDX-License-Identifier: MIT
// The next byte that matters is found wherever it stands, and nothing is read past the end.
#include "catch.hpp"
#include "harness.hpp"

#include <random>

namespace scan = stet::detail::scan;

static constexpr bool found_at_every_place(char what, bool by_mark) {
    char text[23] = {};
    for (size_t size = 1; size <= 23; ++size) {
        for (size_t place = 0; place < size; ++place) {
            for (char& each : text) each = 'a';
            text[place] = what;
            const size_t at = by_mark ? scan::mark(text, size) : stet::detail::find_line_end(text, size);
            if (at != place) return false;
            // What stands behind the end is not found.
            if ((by_mark ? scan::mark(text, place) : stet::detail::find_line_end(text, place)) != place) return false;
        }
    }
    return true;
}
static_assert(found_at_every_place('"', true) && found_at_every_place('\n', true));
static_assert(found_at_every_place('\xE2', true) && found_at_every_place('\x01', true));
static_assert(found_at_every_place('\n', false) && found_at_every_place('\r', false));

static_assert(scan::mark("only words, and blanks.", 23) == 23);
// (Where flash is short, every apostrophe and what is beyond ASCII is left to the machine.)
constexpr bool is_short = stet::detail::is_flash_short;
static_assert(scan::mark("don't", 5) == (is_short ? 3 : 5) && scan::mark("'t", 2) == 0 && scan::mark("n'", 2) == 1);
static_assert(scan::mark("don\xE2\x80\x99t", 7) == (is_short ? 3 : 7) && scan::mark("n\xE2\x80\x99", 4) == 1);
static_assert(scan::mark("a'\xC3\xA9", 4) == 1);  // read with care
static_assert(scan::mark("\xD1\x81 \xD0\xB0 b\"", 8) == (is_short ? 0 : 7));
static_assert(scan::mark("\xE6\x97\xA5\xE3\x80\x8C", 6) == (is_short ? 0 : 3));
static_assert(scan::mark("\xE2\x80\xA6 \xE2\x80", 6) == (is_short ? 0 : 4));
static_assert(scan::mark("\xC3(", 2) == 0 && scan::mark("#\t&", 3) == 3);
// (Asked when compiling, where no byte behind the end can be read.)
static constexpr char blank_last[] = {'\xC3', '\xA4', ' '}, letter_last[] = {'\xC3', '\xA4', ' ', 'b'};
static_assert(scan::mark(blank_last, 3) == (is_short ? 0 : 3) && scan::mark(letter_last, 4) == (is_short ? 0 : 4));
static constexpr char mark_cut[] = {'a', 'b', 'c', '\xE2', '\x80'};
static_assert(scan::mark(mark_cut, 5) == 3 && scan::mark(mark_cut, 4) == 3);
static_assert(stet::detail::find_line_end("\"\x01\xC3", 3) == 3);
static_assert(stet::detail::find_line_end("a\xE2\x80\x9C" "b\xC2\xA0\nc", 9) == 7);
static_assert(stet::detail::find_line_end("a\xE2\x80", 3) == 1);  // may begin here

namespace {

// The reference: one byte after the other, by the same decision.
template <class What> size_t plainly(const char* at, size_t size) {
    for (size_t i = 0; i < size;) {
        const bool may = What::matters(at[i]);
        const size_t passed = may ? What::passes(at, i, size) : 1;
        if (passed == 0) return i;
        i += passed;
    }
    return size;
}

// As NEON has it: four bits for each byte.
template <class Vectors> struct four_bits : Vectors {
    static constexpr unsigned lane_bits = 4;
    static uint64_t bits(typename Vectors::type hits) {
        uint64_t all = 0;
        for (unsigned i = 0; i < 16; ++i) all |= uint64_t{hits[i] != 0 ? 0xFu : 0u} << 4 * i;
        return all;
    }
    static size_t first(uint64_t bits) {
        size_t lane = 0;
        while (lane < 16 && (bits >> 4 * lane & 0xF) == 0) ++lane;
        return lane;
    }
};
template <class What, class Vectors> size_t by_four_bits(const char* at, size_t size) {
    if constexpr (Vectors::width == 16) return scan::first_of_vectors<What, four_bits<Vectors>>(at, 0, size);
    return scan::first_that_may<What>(at, 0, size);
}
template <class What> size_t by_lanes(const char* at, size_t size) {
    for (size_t i = 0;;) {
        i = scan::first_of_lanes<What>(at, i, size);
        if (i == size) return size;
        const size_t passed = What::passes(at, i, size);
        if (passed == 0) return i;
        i += passed;
    }
}

}  // namespace

TEST_CASE("every way to the next byte that matters gives the same, at every place and length") {
    std::mt19937 random(7);
    const std::vector<std::string> signs = {"a", "B", " ", "1", ".", "#", "\t", "&", "\"", "'", "\n", "\r", "\x01", "\x7F",
                                            "\xC3\xA9", "\xD0\xB6", "\xE6\x97\xA5", "\xE3\x80\x8C", "\xE2\x80\x9C",
                                            "\xE2\x80\x99", "\xE2\x80\xA8", "\xC2\x85", "\xC2\xAB", "\xE2\x80",
                                            "\xED\xA0\x80", "\xF0\x9F\x98\x80", "\xFF"};
    size_t found = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        const size_t plain = random() % 100;  // of a hundred signs
        for (int i = 0; i < 60; ++i) text += random() % 100 < plain ? signs[random() % 3] : signs[random() % signs.size()];
        for (size_t start = 0; start < 40; start += 1 + random() % 5) {
            const size_t size = random() % (text.size() - start);
            const harness::exact copy(text.substr(start, size));
            const char* at = copy.view().data;
            const size_t mark = plainly<scan::marks>(at, size);
            const size_t line_end = plainly<scan::line_ends>(at, size);
            found += mark != size;
            if (scan::mark(at, size) != mark || by_lanes<scan::marks>(at, size) != mark ||
                stet::detail::find_line_end(at, size) != line_end || by_lanes<scan::line_ends>(at, size) != line_end)
                FAIL(std::string(at, size));
        }
    }
    CHECK(found > 1000);
}

TEST_CASE("controls and what is beyond ASCII are found at every place, in every way") {
    for (int i = 0; i < 256; ++i) {
        const auto one = static_cast<char>(i);
        const bool odd = i < ' ' || i >= 0x7F;
        CHECK(scan::odd_bytes::matters(one) == odd);
        for (size_t size = 1; size < 80; size += 13)
            for (size_t place = 0; place < size; ++place) {
                std::string text(size, 'x');
                text[place] = one;
                const size_t found = odd ? place : size;
                if (scan::first_that_may<scan::odd_bytes>(text.data(), 0, size) != found ||
                    by_four_bits<scan::odd_bytes, scan::vectors>(text.data(), size) != found ||
                    scan::first_of_lanes<scan::odd_bytes>(text.data(), 0, size) != found ||
                    scan::first_bytewise<scan::odd_bytes>(text.data(), 0, size) != found)
                    FAIL(i << " at " << place << " of " << size);
            }
    }
}

TEST_CASE("a run of small letters ends at the first byte that is none, whatever follows") {
    for (int i = 0; i < 256; ++i)
        for (size_t place = 0; place < 8; ++place)
            for (const char rest : {'a', 'z', '`', '{', 'A', '\x80', '\xFF', '\xE1', '\0'}) {
                std::string text = std::string(place, 'a') + static_cast<char>(i) + std::string(7 - place, rest);
                for (size_t k = 0; k < place; ++k) text[k] = static_cast<char>('a' + (k * 11 + place) % 26);
                size_t size = 0;
                while (size < 8 && text[size] >= 'a' && text[size] <= 'z') ++size;
                if (scan::small_letters(text.data(), text.size()) != size) FAIL(i << " at " << place);
            }
}

TEST_CASE("a run of small letters may be of any length") {
    for (size_t size = 0; size < 40; ++size) {
        const harness::exact all(std::string(size, 'q'));
        CHECK(scan::small_letters(all.view().data, size) == size);
        CHECK(scan::small_letters((std::string(size, 'q') + "Qqqqqqqqqq").data(), size + 11) == size);
    }
}

TEST_CASE("what matters is seen in a register, and what most text is made of is passed over there") {
    for (int i = 0; i < 256; ++i) {
        const scan::lanes eight = scan::each(static_cast<uint8_t>(i));
        const bool mark = (scan::marks::hits(eight) & 0x80) != 0;
        const bool line_end = (scan::line_ends::hits(eight) & 0x80) != 0;
        if (scan::marks::matters(static_cast<char>(i))) CHECK(mark);
        if (scan::line_ends::matters(static_cast<char>(i))) CHECK(line_end);
        CHECK(((scan::odd_bytes::hits(eight) & 0x80) != 0) == (i < ' ' || i >= 0x7F));
        const bool letter = (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z');
        if (letter || (i >= '0' && i <= '9') || i == ' ' || i == '.' || i == ',' || i == '-')
            CHECK_FALSE((mark || line_end));
    }
}

TEST_CASE("what is passed over means nothing to the machine") {
    for (stet::code_point point = 0; point < 0x110000; ++point) {
        if (point >= 0xD800 && point < 0xE000) continue;
        std::string text;
        if (point < 0x80) text = {char(point)};
        else if (point < 0x800) text = {char(0xC0 | point >> 6), char(0x80 | (point & 63))};
        else if (point < 0x10000) text = {char(0xE0 | point >> 12), char(0x80 | (point >> 6 & 63)), char(0x80 | (point & 63))};
        else text = {char(0xF0 | point >> 18), char(0x80 | (point >> 12 & 63)), char(0x80 | (point >> 6 & 63)), char(0x80 | (point & 63))};
        const auto is = point < 0x80 ? stet::detail::meaning_of_byte(uint8_t(point)) : stet::detail::meaning_of_point(point);
        const bool passed = scan::mark(text.data(), text.size()) == text.size();
        const bool plain = is == stet::detail::meaning::plain && (!is_short || (point < 0x80 && point != '\''));
        if (passed != plain) FAIL(point);
    }
}

TEST_CASE("what needs no table is nothing that is looked for") {
    for (int i = 0; i < 256; ++i) {
        const auto one = static_cast<uint8_t>(i);
        if (scan::marks::is_plain(one)) CHECK_FALSE(scan::marks::matters(static_cast<char>(one)));
        if (scan::line_ends::is_plain(one)) CHECK_FALSE(scan::line_ends::matters(static_cast<char>(one)));
    }
    CHECK((scan::marks::is_plain('a') && scan::marks::is_plain(' ') && !scan::marks::is_plain('"')));
    const std::string cut = "\xE4\xB8 ab";
    CHECK(scan::mark(cut.data(), cut.size()) == 0);
}

TEST_CASE("bytes are copied, also to a place before them that they reach into") {
    for (size_t size = 0; size < 100; ++size)
        for (size_t distance = 0; distance < 40; ++distance) {
            std::string text;
            for (size_t i = 0; i < size + distance + 2; ++i) text += static_cast<char>('0' + i % 75);
            std::string moved = text;
            stet::detail::copy(moved.data() + 1 + distance, moved.data() + 1, size);
            const std::string expected = text.substr(0, 1) + text.substr(1 + distance, size) + text.substr(1 + size);
            if (moved != expected) FAIL(size << " bytes by " << distance);
        }
}

namespace {

template <class Vectors> struct counted : Vectors {
    static inline size_t loads = 0;
    static auto load(const char* at) {
        ++loads;
        return Vectors::load(at);
    }
};

template <class What> struct looking : What {
    static inline size_t looks = 0;
    static bool is_plain(uint8_t) { return false; }
    static bool matters(char one) {
        ++looks;
        return What::matters(one);
    }
};
template <class What> size_t looks_in_lanes(const std::string& text) {
    looking<What>::looks = 0;
    CHECK(scan::first_of_lanes<looking<What>>(text.data(), 0, text.size()) == text.size());
    return looking<What>::looks;
}

template <class Vectors> void copies_by_vectors() {
    if constexpr (Vectors::width != 0) {
        for (size_t size = 0; size < 100; ++size) {
            const std::string text(size, 'a');
            std::string copy(size, 'b');
            counted<Vectors>::loads = 0;
            stet::detail::copy<counted<Vectors>>(text.data(), copy.data(), size);
            CHECK(copy == text);
            const size_t vectors = (size + Vectors::width - 1) / Vectors::width;
            CHECK(counted<Vectors>::loads == (size < Vectors::width ? 0 : vectors));
        }
    }
}

template <class What, class Vectors> void loads_little(const std::string& text) {
    if constexpr (Vectors::width != 0) {
        for (size_t begin = 0; begin < text.size(); ++begin) {
            counted<Vectors>::loads = 0;
            const size_t passed = scan::first_of_vectors<What, counted<Vectors>>(text.data(), begin, text.size()) - begin;
            CHECK(counted<Vectors>::loads <= passed / Vectors::width + 2);
        }
    }
}

}  // namespace

TEST_CASE("a search loads at most two vectors more than it passes") {
    for (size_t words : {0, 1, 5, 15, 16, 31, 32, 33, 63, 64, 65, 200}) {
        const std::string text = std::string(words, 'a') + "\"\xC3\xA9\n" + std::string(words, 'b');
        loads_little<scan::marks, scan::vectors>(text);
        loads_little<scan::line_ends, scan::vectors>(text);
        loads_little<scan::odd_bytes, scan::vectors>(text);
    }
}

TEST_CASE("bytes are copied by vectors, with one load for each") { copies_by_vectors<scan::vectors>(); }

TEST_CASE("of eight bytes in a register each is looked at only where one may matter") {
    for (size_t size = 0; size < 50; ++size) {
        const std::string text(size, 'a');
        CHECK(looks_in_lanes<scan::marks>(text) == size % 8);
        CHECK(looks_in_lanes<scan::line_ends>(text) == size % 8);
        CHECK(looks_in_lanes<scan::odd_bytes>(text) == size % 8);
        CHECK(looks_in_lanes<scan::marks>("aaa#aaaa" + text) == 8 + size % 8);  // read with care
    }
}
