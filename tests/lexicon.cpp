// SPDX-License-Identifier: MIT
// Tables of words, made when a lexicon is used.
#include "catch.hpp"
#include "harness.hpp"

namespace {

template <class Lexicon> constexpr uint32_t kinds_of(const char16_t* text) {
    uint32_t hash = stet::detail::hash_start;
    for (; *text != 0; ++text) hash = stet::detail::hashed(hash, *text);
    return stet::detail::lexicon_of<Lexicon>.look_up(hash);
}

namespace part = stet::part;
static_assert(kinds_of<stet::english>(u"said") == (part::strong | part::past));
static_assert(kinds_of<stet::english>(u"his") == (part::determiner | part::possessive));
static_assert((kinds_of<stet::english>(u"claim") & part::strong) != 0);
static_assert((kinds_of<stet::english>(u"claim") & part::speech) != 0, "a word of several lists");
static_assert((kinds_of<stet::german>(u"hie\u00DF") & part::strong) != 0);
static_assert(kinds_of<stet::german>(u"m\u00FChle") == 0);

// What would stand behind the last word of the table, in the same bucket, is none.
template <class Lexicon> constexpr bool is_last_the_last() {
    constexpr auto& words = stet::detail::lexicon_words<Lexicon>;
    constexpr uint32_t last = words.hash[words.size - 1], behind = last | 0x3FF00u;
    static_assert(stet::detail::lexicon_bucket_of(last) == stet::detail::lexicon_bucket_of(behind));
    return stet::detail::lexicon_of<Lexicon>.look_up(last) != 0 && last != behind &&
           stet::detail::lexicon_of<Lexicon>.look_up(behind) == 0;
}
static_assert(is_last_the_last<stet::english>() && is_last_the_last<stet::german>());

struct gaming : stet::english {
    static constexpr stet::word_class more[] = {{part::weak | part::base, u"respawn types "}};
};
static_assert(kinds_of<gaming>(u"respawn") == (part::weak | part::base));
// (In the last bucket of all, behind which nothing begins.)
static_assert(kinds_of<gaming>(u"types") == (part::weak | part::base));
static_assert(kinds_of<gaming>(u"said") == kinds_of<stet::english>(u"said"));
static_assert(kinds_of<stet::english>(u"respawn") == 0);

template <class Lexicon> size_t check_all_words() {
    size_t seen = 0;
    for (const stet::word_class& list : Lexicon::words) {
        std::u16string word;
        for (const char16_t* at = list.words; *at != 0; ++at) {
            if (*at != ' ') {
                word += *at;
                continue;
            }
            CHECK((kinds_of<Lexicon>(word.c_str()) & list.is) == list.is);
            CHECK(!word.empty());
            word.clear();
            ++seen;
        }
        CHECK(word.empty());  // a blank after each
    }
    return seen;
}

}  // namespace

TEST_CASE("every word of a lexicon is found, with all its kinds") {
    CHECK(check_all_words<stet::english>() > 900);
    CHECK(check_all_words<stet::german>() > 400);
}

TEST_CASE("words of no list are taken for one of them less than once in a thousand times") {
    size_t found = 0;
    for (char16_t a = 'a'; a <= 'z'; ++a)
        for (char16_t b = 'a'; b <= 'z'; ++b)
            for (char16_t c = 'a'; c <= 'z'; ++c) {
                const char16_t word[] = {'q', a, 'x', b, 'q', c, 0};
                found += kinds_of<stet::english>(word) != 0;
            }
    CHECK(found < 18);
}

TEST_CASE("what says nothing of speech is in no lexicon") {
    for (const char16_t* word : {u"link", u"linked", u"translate", u"translated"}) {
        CHECK(kinds_of<stet::english>(word) == 0);
        CHECK(kinds_of<stet::german>(word) == 0);
    }
}

TEST_CASE("the tables are small") {
    CHECK(sizeof(stet::detail::lexicon_of<stet::english>) < 6500);
    CHECK(sizeof(stet::detail::lexicon_of<stet::german>) < 5500);
}

namespace {

template <class Lexicon> void check_table() {
    using namespace stet::detail;
    CHECK(lexicon_size<Lexicon>() == lexicon_hashes<Lexicon>.size);
    auto hashes = harness::at_run_time(hash_lexicon<Lexicon>);
    for (size_t i = 0; i < hashes.size; ++i) CHECK(hashes.hash[i] == lexicon_hashes<Lexicon>.hash[i]);
    auto sorted = sorted_words<lexicon_size<Lexicon>()>(hashes);
    CHECK(sorted.size == lexicon_words<Lexicon>.size);
    auto made = make_lexicon_table<lexicon_words<Lexicon>.size, lexicon_words<Lexicon>.sets>(sorted);
    for (const stet::word_class& list : Lexicon::words) {
        uint32_t hash = hash_start;
        for (const char16_t* at = list.words; *at != 0; ++at) {
            if (*at != ' ') {
                hash = hashed(hash, *at);
                continue;
            }
            CHECK(made.look_up(hash) == lexicon_of<Lexicon>.look_up(hash));
            hash = hash_start;
        }
    }
}

}  // namespace

TEST_CASE("the table of a lexicon is the one that is made of its lists") {
    check_table<stet::english>();
    check_table<stet::german>();
    check_table<gaming>();
}
