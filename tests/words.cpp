// SPDX-License-Identifier: MIT
// The lists of words, and that a word is found in its list alone.
#include "catch.hpp"
#include "harness.hpp"

using namespace stet::detail;
using stet::view;

static constexpr uint32_t hash_of(view word) {
    uint32_t hash = hash_start;
    for (char one : word) hash = hashed(hash, folded(static_cast<uint8_t>(one)));
    return hash;
}
static_assert(look_up(hash_of("by")) == word_is::by && look_up(hash_of("BY")) == word_is::by);
static_assert(look_up(hash_of("foto")) == word_is::credit);
static_assert(look_up(hash_of("Anzeige")) == word_is::furniture);
static_assert(look_up(hash_of("reuters")) == word_is::agency);
static_assert(look_up(hash_of("elephant")) == word_is::plain &&
              look_up(hash_start) == word_is::plain);
static_assert(look_up(phrase_hash(hash_of("read"), hash_of("more"))) == word_is::furniture);
static_assert(look_up(phrase_hash(hash_of("more"), hash_of("read"))) == word_is::plain);

// All words of the lists are found; of as many words that are in none, hardly one is.
TEST_CASE("every word is found in its list, and words that are in none hardly ever") {
    size_t blanks = 0;
    for (const word_list& list : word_lists)
        for (const char16_t* at = list.words; *at != 0; ++at) blanks += *at == ' ';
    CHECK(blanks == list_hashes.size);

    size_t lost = 0;
    for (size_t i = 0; i < list_hashes.size; ++i)
        lost += look_up(list_hashes.hash[i]) != list_hashes.is[i];
    CHECK(lost <= 4);  // words of two lists, and fingerprints of two words

    size_t wrong = 0;
    for (uint32_t i = 0; i < 100000; ++i) {
        uint32_t hash = hash_start;
        for (uint32_t rest = i + 1; rest != 0; rest /= 26) hash = hashed(hash, 0x3B1 + rest % 26);
        if (look_up(hash) != word_is::plain) ++wrong;
    }
    CHECK(wrong < 150);
}

// (What is made when compiling is made once more, so that a fault in the making is seen at run time, too.)
TEST_CASE("the tables of words are those that are made of the lists") {
    auto hashes = harness::at_run_time(hash_lists);
    CHECK(hashes.size == words_size);
    for (size_t i = 0; i < words_size; ++i) CHECK((hashes.hash[i] == list_hashes.hash[i] && hashes.is[i] == list_hashes.is[i]));
    auto table = harness::at_run_time(make_word_table);
    for (size_t i = 0; i < words_size; ++i) CHECK(table.entries[i] == known_words.entries[i]);
    for (size_t i = 0; i <= word_buckets; ++i) CHECK(table.begins[i] == known_words.begins[i]);
    auto filter = harness::at_run_time(make_word_filter);
    for (size_t i = 0; i < sizeof(filter.bits) / sizeof(filter.bits[0]); ++i) CHECK(filter.bits[i] == known_hashes.bits[i]);
}

// A word's hash, and those with the same bucket and the same bit in the filter whose fingerprint is the least and
// the greatest. (In a constant expression, where no entry behind the table's last one can be read.)
static constexpr bool last_bucket_is_read() {
    size_t words = 0;
    for (size_t i = 0; i < list_hashes.size; ++i) {
        const uint32_t hash = list_hashes.hash[i];
        if (bucket_of(hash) + 1 != word_buckets) continue;
        ++words;
        if (look_up(hash) == word_is::plain) return false;
        if (look_up(hash | 0xFE000) != word_is::plain || look_up(hash & ~0xFE000u) != word_is::plain) return false;
    }
    return words != 0;
}
static_assert(last_bucket_is_read());

TEST_CASE("a hash is in a list when a word of its bucket has its fingerprint, and not else") {
    for (size_t i = 0; i < list_hashes.size; ++i)
        for (const uint32_t others : {0u, 1u, 2u}) {
            const uint32_t word = list_hashes.hash[i];
            const uint32_t hash = others == 0 ? word : others == 1 ? word | 0xFE000 : word & ~0xFE000u;
            bool listed = false;
            for (size_t k = 0; k < list_hashes.size && !listed; ++k)
                listed = list_hashes.hash[k] >> 13 == hash >> 13;  // 7 bits of bucket, 12 more of fingerprint
            if ((look_up(hash) != word_is::plain) != listed) FAIL(hash);
        }
}

TEST_CASE("most words that are in no list are known to be in none by one bit") {
    size_t perhaps = 0;
    for (uint32_t i = 0; i < 4096; ++i) perhaps += known_hashes.may_have(i << 20);
    CHECK(perhaps <= (is_flash_short ? 4096 : 4096 / 7 + 1));
}

TEST_CASE("a table whose buckets do not begin where they should is seen") {
    CHECK(is_whole(known_words));
    for (size_t i = 0; i <= word_buckets; ++i) {
        word_table broken = known_words;
        broken.begins[i] = static_cast<int8_t>(broken.begins[i] + 100);
        CHECK_FALSE(is_whole(broken));
    }
    word_table empty_first = known_words;  // a bucket may have no words
    empty_first.begins[1] = static_cast<int8_t>(-static_cast<int>(even_begin(1)));
    CHECK(is_whole(empty_first));
}

TEST_CASE("letters in pairs are folded to the small ones, all others stay") {
    for (uint32_t point = 0; point < 0x500; ++point) {
        const bool capital = (point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDE) ||
                             (point >= 0x391 && point <= 0x3A9) || (point >= 0x410 && point <= 0x42F);
        if (folded(point) != (capital ? point + 32 : point)) CHECK(point == 0);
    }
}
