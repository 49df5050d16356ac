// SPDX-License-Identifier: MIT
// Law 8: all of stet runs in a constant expression. The example article, section by section.
#include "catch.hpp"
#include "harness.hpp"

namespace {

constexpr char article[] = {
#include "article_bytes.inc"
};
constexpr stet::view text = {article, sizeof article};

// What is expected of a stretch of the article, as the lines of its trace that are not spans.
struct expected {
    stet::kind what;
    stet::offset begin, end;
};

// Are these the blocks and quotations of the article, from the first to the last of them?
//   The text before `from` is left out, so that each check stays below the compilers' limit.
template <size_t Size>
constexpr bool told_from(stet::offset from, stet::offset to, const expected (&wanted)[Size]) {
    size_t at = 0;
    const stet::start start = from == 0 ? stet::start::article : stet::start::body;
    for (stet::event e : stet::parse(text.sub(from, to), start)) {
        const bool counts = stet::is_block(e.what) || e.what == stet::kind::quote;
        if (e.side != stet::edge::end || !counts) continue;
        if (at == Size || wanted[at].what != e.what || wanted[at].begin != e.begin + from ||
            wanted[at].end != e.end + from)
            return false;
        ++at;
    }
    return at == Size;
}

using stet::kind;

static_assert(told_from(0, 528, {{kind::headline, 0, 74}, {kind::deck, 75, 95}, {kind::paragraph, 96, 322},
                                 {kind::paragraph, 323, 528}}));
static_assert(told_from(529, 1561, {{kind::heading, 529, 573}, {kind::paragraph, 574, 855},
                                    {kind::paragraph, 856, 972}, {kind::paragraph, 973, 1227},
                                    {kind::paragraph, 1228, 1386}, {kind::paragraph, 1387, 1561}}));
static_assert(told_from(1562, 2398, {{kind::heading, 1562, 1598}, {kind::paragraph, 1599, 1842},
                                     {kind::quote, 1892, 1918}, {kind::paragraph, 1843, 2140},
                                     {kind::paragraph, 2141, 2398}}));
static_assert(told_from(2399, 3024, {{kind::paragraph, 2399, 2551}, {kind::paragraph, 2552, 2773},
                                     {kind::paragraph, 2774, 3024}}));
static_assert(told_from(3025, 4085, {{kind::heading, 3025, 3071}, {kind::paragraph, 3072, 3385},
                                     {kind::paragraph, 3386, 3527}, {kind::quote, 3593, 3649},
                                     {kind::paragraph, 3528, 3815}, {kind::paragraph, 3816, 4085}}));
static_assert(told_from(4086, 4989, {{kind::heading, 4086, 4129}, {kind::quote, 4244, 4267},
                                     {kind::quote, 4292, 4314}, {kind::paragraph, 4130, 4315},
                                     {kind::paragraph, 4316, 4482}, {kind::quote, 4483, 4623},
                                     {kind::paragraph, 4483, 4623}, {kind::paragraph, 4624, 4710},
                                     {kind::quote, 4836, 4898}, {kind::paragraph, 4711, 4989}}));
static_assert(told_from(4990, 5252, {{kind::heading, 4990, 5000}, {kind::paragraph, 5001, 5135},
                                     {kind::paragraph, 5136, 5252}}));

// A byte at a time, in a constant expression too.
constexpr unsigned quotations_by_put(stet::view piece) {
    stet::reader<> in;
    stet::event e;
    unsigned count = 0;
    for (char one : piece) {
        in.put(one);
        while (in.next(e)) count += e.what == kind::quote && e.side == stet::edge::end;
    }
    in.finish();
    while (in.next(e)) count += e.what == kind::quote && e.side == stet::edge::end;
    return in.done() ? count : 100;
}
static_assert(quotations_by_put(text.sub(4130, 4315)) == 2);

}  // namespace

TEST_CASE("the array is the article, byte for byte") {
    const std::string file = harness::read_file(std::string(STET_SOURCE_DIR) + "/examples/article.txt");
    CHECK(std::string(text.data, text.size) == file);
}

TEST_CASE("the whole article is told, its last line being furniture in no section") {
    const expected last = {kind::furniture, 5253, 5273};
    size_t sections_ended = 0;
    bool seen = false;
    for (stet::event e : stet::parse(text)) {
        sections_ended += e.what == kind::section && e.side == stet::edge::end;
        if (e.what != last.what || e.side != stet::edge::end) continue;
        seen = e.begin == last.begin && e.end == last.end && sections_ended == 5;
    }
    CHECK(seen);
}
