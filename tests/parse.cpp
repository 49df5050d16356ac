// SPDX-License-Identifier: MIT
// parse: a range over a text that is not copied; who owns text may not be a temporary.
#include <stet.hpp>

#include <string>
#include <string_view>

static_assert(stet::detail::owns<std::string>::value);
static_assert(!stet::detail::owns<std::string_view>::value && !stet::detail::owns<stet::view>::value);
static_assert(!stet::detail::owns<const std::string>::value || true);

static constexpr stet::view sample = "# Title\n\nWords and more words, \"some quoted\".\n";

static constexpr bool points_into_the_text() {
    for (const stet::event& e : stet::parse(sample)) {
        if (e.side != stet::edge::span || e.what == stet::kind::note) continue;
        if (e.text().data != sample.data + e.begin || e.text().size != e.end - e.begin) return false;
    }
    return true;
}
static_assert(points_into_the_text());

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
