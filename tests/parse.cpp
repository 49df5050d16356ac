// SPDX-License-Identifier: MIT
// parse: a range over a text that is not copied; who owns text may not be a temporary.
#include "catch.hpp"

#include <stet.hpp>

#include <string>
#include <string_view>

static_assert(stet::detail::owns<std::string>::value);
static_assert(!stet::detail::owns<std::string_view>::value && !stet::detail::owns<stet::view>::value);

static constexpr stet::view sample = "# Title\n\nWords and more words, \"some quoted\".\n";

static constexpr bool points_into_the_text() {
    for (const stet::event& e : stet::parse(sample)) {
        if (e.side != stet::edge::span || e.what == stet::kind::note) continue;
        if (e.text().data != sample.data + e.begin || e.text().size != e.end - e.begin) return false;
    }
    return true;
}
static_assert(points_into_the_text());

// An array without its NUL: in a constant expression one byte read behind it is an error.
template <size_t Size> struct exact {
    char data[Size - 1] = {};
    constexpr exact(const char (&text)[Size]) {
        for (size_t i = 0; i + 1 < Size; ++i) data[i] = text[i];
    }
};
template <size_t Size> static constexpr bool ends_with_its_text(const char (&text)[Size]) {
    const exact<Size> copy(text);
    const stet::view all = {copy.data, sizeof(copy.data)};
    stet::offset end = 0;
    for (stet::event e : stet::attribute<stet::german>(stet::parse(all, stet::start::body)))
        if (e.side == stet::edge::span && e.end > end) end = e.end;
    return end == all.size;
}
static_assert(ends_with_its_text("Words, and\n\xE2\x80") && ends_with_its_text("Words, and\n\xC2"));
static_assert(ends_with_its_text("Words, and\n \xE2") && ends_with_its_text("Words, and\n- a\n\xE3\x80"));
static_assert(ends_with_its_text("A line of more than a hundred columns, as they come from the web, where no line is "
                                 "broken at all, and no end.\n\nWords, and\n\xE2\x80"));
static_assert(ends_with_its_text("Words, \"and") && ends_with_its_text("Words, \"") && ends_with_its_text("''"));
static_assert(ends_with_its_text("Words'") && ends_with_its_text("Words \xE2\x80\x9C") && ends_with_its_text("'\xE2"));
static_assert(ends_with_its_text("\xE2\x80\x94 Words, \xE2\x80\x94") && ends_with_its_text("> a\n> b \"c\xE2\x80"));
static_assert(ends_with_its_text("1. a\n2") && ends_with_its_text("1. a\n2. b\n3.") && ends_with_its_text("\xEF\xBB"));
static_assert(ends_with_its_text("\"Words\", sagte\xC2\xA0\"A\" \xE2\x80\x9E") && ends_with_its_text("BAKU (AP) \xE2\x80"));

static constexpr unsigned count(stet::start from, stet::kind what) {
    unsigned found = 0;
    auto article = stet::parse(sample, from);
    for (stet::event e; article.next(e);) found += e.what == what && e.side == stet::edge::begin;
    return article.done() ? found : 99;
}
static_assert(count(stet::start::article, stet::kind::headline) == 1);
static_assert(count(stet::start::body, stet::kind::headline) == 0);
static_assert(count(stet::start::body, stet::kind::heading) == 1);

static constexpr bool empty_range() {
    auto article = stet::parse("");
    return article.begin() == article.end();
}
static_assert(empty_range());

TEST_CASE("an iterator is at the end when nothing is left, and not before") {
    auto article = stet::parse(sample);
    auto at = article.begin();
    for (int i = 0; i < 4; ++i, ++at) CHECK_FALSE(at == article.end());
    CHECK(at->begin < sample.size);
    while (at != article.end()) ++at;
    CHECK(at == article.end());
    ++at;  // stays there
    CHECK(at == article.end());
}

TEST_CASE("of a text that is longer than offsets reach, no more is read than is needed") {
    const std::string text = "Tea\n\n" + std::string(1000, 'a');  // (no byte behind these is touched)
    auto article = stet::parse(stet::view(text.data(), ~size_t{0} / 2));
    stet::event e;
    CHECK(article.next(e));
    CHECK((e.what == stet::kind::headline && e.begin == 0));
}
