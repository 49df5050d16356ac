// SPDX-License-Identifier: MIT
// What a block is.
#include "catch.hpp"
#include "harness.hpp"

#include <cstring>
#include <initializer_list>
#include <map>
#include <string>

namespace {

using namespace stet::detail;
using stet::kind;
using stet::line_mark;
using stet::view;

constexpr stet::candidate made_of(view block, view next = {}, line_mark mark = line_mark::none) {
    stet::candidate found{};
    found.block = block;
    found.mark = mark;
    found.lines = 1;
    found.next = next;
    found.next_line = next.size;
    found.next_whole = next.size != 0;
    return found;
}

// Tells what a block is, and remembers it.
constexpr kind tell(stet::block_rules& rules, const stet::candidate& found) {
    const auto seen = rules.measure(found);
    const kind is = rules.classify(seen);
    rules.begin(seen, is);
    rules.end(found.block.size,
              found.block.size == 0 ? 0 : static_cast<uint8_t>(found.block[found.block.size - 1]));
    return is;
}

constexpr kind first_kind(view block, view next = {}, line_mark mark = line_mark::none,
                          bool body = false) {
    stet::block_rules rules{};
    if (body) rules.restart(true);
    return tell(rules, made_of(block, next, mark));
}

constexpr view running =
    "The visit, the first by a sitting vice-president, is seen as a sign of deepening ties "
    "between the two countries after the launch of a peace initiative.";

constexpr view more =
    "Officials said on Monday that they would look into the matter, which has troubled growers in "
    "the "
    "north for years; none of them expects a quick answer from the capital.";

static_assert(first_kind("Prime minister resigns after weeks of protest", running) ==
              kind::headline);
static_assert(first_kind("Prime minister resigns after weeks of protest", running, line_mark::none,
                         true) != kind::headline);
static_assert(first_kind(running, running) == kind::paragraph, "running text is no headline");
static_assert(first_kind("Tea", running, line_mark::hash) == kind::headline);
static_assert(first_kind("Tea", running, line_mark::hash, true) == kind::heading);
static_assert(first_kind("Tea", running, line_mark::quoted) == kind::block_quote);
static_assert(first_kind("Tea", running, line_mark::bullet) == kind::list_item);
static_assert(first_kind("* * *", running) == kind::furniture &&
              first_kind("--", running) != kind::furniture);

constexpr bool is_long_paragraph() {
    stet::candidate found = made_of(running);
    found.is_long = true;
    stet::block_rules rules{};
    return tell(rules, found) == kind::paragraph;
}
static_assert(is_long_paragraph());

constexpr bool headline_only_once() {
    stet::block_rules rules{};
    return tell(rules, made_of("# Tea", running, line_mark::hash)) == kind::headline &&
           tell(rules, made_of("# Milk", running, line_mark::hash)) == kind::heading;
}
static_assert(headline_only_once());

// "JD Vance visits Baku" behind the headline is the deck, and late on the page furniture.
constexpr bool slug_comes_back() {
    stet::block_rules rules{};
    if (tell(rules, made_of("Vice-president's visit to Baku: partnership and new pledges",
                            "JD Vance visits Baku")) != kind::headline)
        return false;
    if (tell(rules, made_of("JD Vance visits Baku", running)) != kind::deck) return false;
    for (int i = 0; i < 4; ++i)
        if (tell(rules, made_of(running, running)) != kind::paragraph) return false;
    return tell(rules, made_of("JD Vance visits Baku2")) == kind::furniture;
}
static_assert(slug_comes_back());

constexpr bool numbers_count() {
    stet::block_rules rules{};
    tell(rules, made_of("Tea in four steps", running));
    tell(rules, made_of(running, "1. Boil water."));
    for (uint16_t i = 1; i <= 3; ++i) {
        stet::candidate found = made_of("Boil water.", "2. Wait a little.", line_mark::number);
        found.number = i;
        if (tell(rules, found) != kind::list_item) return false;
    }
    return true;
}
static_assert(numbers_count(), "numbers that count are a list");

// A number that stands alone makes a list item of a short line only, unless it is 1.
constexpr kind behind_text(view block, uint16_t number, bool is_long = false, view next = {}) {
    stet::block_rules rules{};
    tell(rules, made_of("Tea in four steps", running));
    tell(rules, made_of(running, block));
    stet::candidate found = made_of(block, next, line_mark::number);
    found.number = number;
    found.is_long = is_long;
    return tell(rules, found);
}
static_assert(behind_text(more, 7) == kind::paragraph && behind_text(more, 7, true) == kind::paragraph);
static_assert(behind_text(more, 1, true) == kind::list_item);
static_assert(behind_text(more, 7, false, "8. Wait a little.") == kind::list_item);

static_assert(first_kind("Advertisement -", running, line_mark::bullet) == kind::furniture);

// Lines of one sort end with letters both, be they of a script without case.
constexpr bool are_kin(view before, view block, view next) {
    stet::block_rules rules{};
    rules.begin(rules.measure(made_of(before, block)), kind::caption);
    rules.end(before.size, decode_last(before.data, before.size));
    const stet::evidence seen = rules.measure(made_of(block, next));
    return seen.numbers[on(context::before_kin)] != 0 && seen.numbers[on(context::next_kin)] != 0;
}
constexpr view ends_small = "A cup of tea", ends_capital = "A cup of TEA", ends_uncased = "A cup of \xE6\x9D\xB1",
               ends_figure = "A cup of 123", ends_sign = "A cup of te.";
static_assert(are_kin(ends_small, ends_uncased, ends_capital) && are_kin(ends_capital, ends_small, ends_uncased));
static_assert(are_kin(ends_uncased, ends_capital, ends_small) && are_kin(ends_figure, ends_figure, ends_figure));
static_assert(!are_kin(ends_small, ends_figure, ends_small) && !are_kin(ends_uncased, ends_sign, ends_uncased));

static_assert(first_kind("- Advertisement", running, line_mark::bullet) == kind::list_item);

// Where a list item may stand without a mark.
constexpr bool may_list(view before, view block, view next, bool marked = false) {
    stet::block_rules rules{};
    tell(rules, made_of("Tea in four steps", running));
    if (marked) tell(rules, made_of("Boil water", before, line_mark::bullet));
    tell(rules, made_of(before, block));
    return rules.measure(made_of(block, next)).list_due;
}
static_assert(may_list("It takes these:", "a kettle", running) && !may_list(running, "a kettle", running));
static_assert(may_list(running, "a kettle", "two cups") && may_list("two cups", "a kettle", running));
static_assert(!may_list("It takes these:", "a kettle", running, true));
constexpr bool announces_a_run(view second) {
    stet::block_rules rules{};
    tell(rules, made_of("It takes these, and all of them within reach:", "a kettle"));
    tell(rules, made_of("a kettle with a lid and a handle", second));
    tell(rules, made_of(second, "tea"));
    return rules.measure(made_of("tea", running)).list_due;
}
static_assert(announces_a_run("two cups that fit in one another") && !announces_a_run("That is all there is to it."));

// Classifiers of a user's own: one that asks block_rules and knows better, and one that owes it
// nothing.
struct no_decks : stet::block_rules {
    using block_rules::block_rules;
    constexpr kind classify(const stet::evidence& seen) const noexcept {
        const kind is = block_rules::classify(seen);
        return is == kind::deck ? kind::paragraph : is;
    }
};
struct by_size {
    constexpr by_size() noexcept {}
    constexpr explicit by_size(stet::offset) noexcept {}
    constexpr size_t measure(const stet::candidate& found) noexcept { return found.block.size; }
    constexpr kind classify(size_t size) const noexcept {
        return size < 10 ? kind::heading : kind::paragraph;
    }
    constexpr void begin(size_t, kind) noexcept {}
    constexpr void end(size_t, stet::code_point) noexcept {}
    constexpr void restart(bool) noexcept {}
};

// It is shown the next block always, also behind running text; block_rules ask for it.
struct by_next : by_size {
    using by_size::by_size;
    constexpr size_t measure(const stet::candidate& found) noexcept { return found.next.size; }
    constexpr kind classify(size_t next) const noexcept { return next == 0 ? kind::heading : kind::paragraph; }
};

struct of_the_page : by_size {
    using by_size::by_size;
    constexpr kind classify(size_t) const noexcept { return kind::furniture; }
};

struct by_blank_lines : by_size {
    using by_size::by_size;
    constexpr size_t measure(const stet::candidate& found) noexcept { return found.blank_before; }
    constexpr kind classify(size_t lines) const noexcept {
        constexpr kind kinds[] = {kind::paragraph, kind::list_item, kind::caption, kind::furniture};
        return kinds[lines];
    }
};

struct long_furniture : by_size {
    using by_size::by_size;
    constexpr kind classify(size_t size) const noexcept { return size < 10 ? kind::heading : kind::furniture; }
};

constexpr view with_deck =
    "Vice-president's visit to Baku: partnership and new pledges\n"
    "JD Vance visits Baku\n"
    "The visit, the first by a sitting vice-president, is seen as a sign of deepening ties "
    "between the two countries after the launch of a peace initiative.\n";

template <class Blocks> constexpr size_t count(view text, kind wanted) {
    size_t found = 0;
    for (stet::event e : stet::parse<stet::default_limits, stet::quotations<>, Blocks>(text))
        if (e.side == stet::edge::begin && e.what == wanted) ++found;
    return found;
}

// What the rows say adds up to what the card decides.
constexpr bool rows_add_up() {
    stet::block_rules rules{};
    const auto seen = rules.measure(made_of("Prime minister resigns after weeks of protest", running));
    int sum = 0;
    for (size_t row = 0; row < rules.row_count; ++row)
        if (rules.speaks(row, seen)) sum += rules.row_points(row, rules.column_count - 1);
    return !seen.decided && rules.column_kind(rules.column_count - 1) == kind::headline && sum > 0 &&
           rules.counts(rules.column_count - 1, seen) && rules.row_name(0)[0] == 'c' &&
           rules.classify(seen) == kind::headline;
}
static_assert(rows_add_up());

// So many columns of plain words, with this at their end.
std::string plain_text(size_t columns, char last = 'e') {
    std::string made;
    while (made.size() < columns) made += "tide ";
    made.resize(columns - 1);
    return made + last;
}

// Rules that have seen some blocks, and what they measure of one more.
struct asked {
    stet::block_rules rules{};

    asked& title() {
        CHECK(tell(rules, made_of("Rain over the hills", running, line_mark::hash)) == kind::headline);
        return *this;
    }
    asked& body() {
        rules.restart(true);
        return *this;
    }
    asked& then(const std::string& block, line_mark mark = line_mark::none, uint16_t number = 0) {
        stet::candidate found = made_of(view(block), running, mark);
        found.number = number;
        tell(rules, found);
        return *this;
    }
    asked& called(kind is) {
        rules.begin(rules.measure(made_of("Tea and milk", running)), is);
        rules.end(12, 'k');
        return *this;
    }
    stet::evidence measured_of(const std::string& block, const std::string& next = {}) {
        return rules.measure(made_of(view(block), view(next)));
    }
    unsigned number(context what, const std::string& block, const std::string& next = {}) {
        return measured_of(block, next).numbers[on(what)];
    }
    // One that is not seen to its end.
    unsigned number_begun(context what, const std::string& block, const std::string& next) {
        stet::candidate found = made_of(view(block), view(next));
        found.next_whole = false;
        return rules.measure(found).numbers[on(what)];
    }
    glyph sign(context what, const std::string& block, const std::string& next = {}) {
        return static_cast<glyph>(number(what, block, next));
    }
};

TEST_CASE("what is counted of the blocks before is what one counts by hand") {
    using c = context;
    for (const c what : {c::place, c::body, c::before_size, c::before_open, c::before_colon, c::before_question, c::before_alike,
                         c::before_start, c::mean, c::run, c::gap, c::repeated, c::counting, c::marked, c::announced, c::before_kin})
        CHECK(asked().number(what, "Tea and milk") == 0);
    CHECK(asked().sign(c::before_last, "Tea") == glyph::nothing);
    CHECK((asked().then("Tea").number(c::place, "Tea") == 1 && asked().then("Tea").then("Milk").number(c::place, "Tea") == 2));
    CHECK((asked().then(plain_text(150)).number(c::body, "Tea") == 0 && asked().then(plain_text(151)).number(c::body, "Tea") == 1));
    CHECK((asked().then(plain_text(47)).number(c::before_size, "Tea") == 11 && asked().then(plain_text(48)).number(c::before_size, "Tea") == 12));
    const auto behind = [](const char* before, c what) { return asked().then(before).number(what, "Tea and milk"); };
    CHECK((behind("The price of tea", c::before_open) == 1 && behind("The price of tea.", c::before_open) == 0));
    CHECK((behind("The price of tea:", c::before_open) == 0 && behind("The price of tea?", c::before_open) == 0));
    CHECK((behind("The price of tea:", c::before_colon) == 1 && behind("The price of tea?", c::before_colon) == 0));
    CHECK((behind("The price of tea:", c::before_question) == 0 && behind("The price of tea?", c::before_question) == 1));
    CHECK((asked().then("Tea?").sign(c::before_last, "Tea") == glyph::question && asked().then("TEA").sign(c::before_last, "a") == glyph::upper));
    CHECK((behind("Who pays", c::before_starts) == number_of(word_is::ask) && behind("1945", c::before_starts) == 0));
    CHECK((behind("TEA is up", c::before_start) == 1 && behind("Milk is up", c::before_start) == 0));
    CHECK((asked().then("1945").number(c::before_start, "1946") == 0 && asked().then("Tea").number(c::before_start, "1946") == 0));
    // As long, within a quarter.
    asked forty;
    forty.then(plain_text(40));
    CHECK((forty.number(c::before_alike, plain_text(30)) == 1 && forty.number(c::before_alike, plain_text(29)) == 0));
    CHECK((forty.number(c::before_alike, plain_text(53)) == 1 && forty.number(c::before_alike, plain_text(54)) == 0));
    // The mean takes an eighth of each later block, and no more than 1000 bytes of any.
    CHECK((asked().then(plain_text(100)).number(c::mean, "Tea") == 25 && asked().then(plain_text(100)).then(plain_text(180)).number(c::mean, "Tea") == 27));
    CHECK(asked().then(plain_text(3000)).then("Tea").number(c::mean, "Tea") == 218);
    // Runs of short blocks without an end sign, and other blocks since.
    asked run;
    run.then("One short line").then("Another one");
    CHECK((run.number(c::run, "A third") == 2 && run.number(c::run, "A third.") == 0 && run.number(c::run, "A third:") == 0));
    CHECK((run.number(c::run, plain_text(100)) == 2 && run.number(c::run, plain_text(101)) == 0 && run.number(c::gap, "A third") == 0));
    CHECK((run.then("It ends.").number(c::run, "A third") == 0 && run.number(c::gap, "A third") == 1));
    CHECK((run.then("Again.").number(c::gap, "A third") == 2 && run.then("Tea").number(c::gap, "A third") == 0 && run.number(c::run, "A third") == 1));
    CHECK((asked().then(plain_text(100)).number(c::run, "A third") == 1 && asked().then(plain_text(101)).number(c::run, "A third") == 0));
    CHECK((asked().then(plain_text(100)).number(c::gap, "A third") == 0 && asked().then(plain_text(101)).number(c::gap, "A third") == 1));
    // The last eight blocks are remembered, and short lines only.
    asked again;
    again.then("Share the tea 5");
    CHECK((again.number(c::repeated, "SHARE THE TEA, 5") == 1 && again.number(c::repeated, "Share the tea 6") == 0));
    for (int i = 0; i < 7; ++i) again.then("Block " + std::to_string(i));
    CHECK((again.number(c::repeated, "Share the tea 5") == 1 && again.then("Tea").number(c::repeated, "Share the tea 5") == 0));
    CHECK((asked().then(plain_text(100)).number(c::repeated, plain_text(100)) == 1 && asked().then(plain_text(104)).number(c::repeated, plain_text(104)) == 0));
    CHECK(asked().then("...").number(c::repeated, "...") == 0);
    CHECK((asked().then("3 cups").number(c::counting, "4 cups") == 1 && asked().then("3 cups").number(c::counting, "5 cups") == 0));
    CHECK((asked().then("3 cups").number(c::counting, "3 cups") == 0 && asked().then("Cups").number(c::counting, "1 cup") == 0));
    stet::candidate third = made_of("cups", running, line_mark::number);
    third.number = 3;
    asked one_two;
    CHECK(one_two.then("cups", line_mark::number, 2).rules.measure(third).numbers[on(c::counting)] == 1);
    CHECK((one_two.rules.measure(third).numbers[on(c::numbered)] == 1 && one_two.number(c::numbered, "3 cups") == 0));
    CHECK((asked().then("Boil", line_mark::bullet).number(c::marked, "Tea") == 1 && asked().then("Boil").number(c::marked, "Tea") == 0));
    CHECK((asked().then("It takes:").number(c::announced, "Tea") == 1 && asked().then("It takes:").then("a cup").number(c::announced, "Tea") == 1));
    CHECK((asked().then("It takes:").then("A cup.").number(c::announced, "Tea") == 0 && asked().then("It takes").number(c::announced, "Tea") == 0));
    // The like: as long, with the like at both ends.
    const auto kin = [](const char* before, const char* block) { return asked().then(before).number(c::before_kin, block); };
    CHECK((kin("Tea rises", "Milk fell") == 1 && kin("Tea RISES", "Milk fell") == 1 && kin("Tea rises.", "Milk fell.") == 1));
    CHECK((kin("tea rises", "Milk fell") == 0 && kin("Tea rises.", "Milk fell") == 0 && kin("Tea", "Milk fell") == 0 && kin("Tea rise2", "Milk fell") == 0));
    CHECK((asked().then("Rain over the hills").number(c::before_shares, "Rain in May") == 1 && asked().then("Rain").number(c::before_shares, "Tea") == 0));
    CHECK(asked().then("Rain over the hills").number(c::before_shares, "Over hills and rain") == 3);
    CHECK((asked().title().then("Tea").number(c::title_shares, "Hills again") == 1 && asked().title().then("Hills").number(c::title_shares, "Tea") == 0));
}

TEST_CASE("what is counted of the next block is what one counts by hand") {
    using c = context;
    for (const c what : {c::next_columns, c::next_words, c::next_digits, c::next_whole, c::next_twice, c::next_four, c::next_open, c::next_stop,
                         c::next_alike, c::next_same, c::next_more, c::next_size, c::next_kin, c::next_shares, c::next_ends_word})
        CHECK(asked().number(what, "Tea and milk") == 0);
    const auto next = [](c what, const char* line) { return asked().number(what, "Tea and milk", line); };
    CHECK((next(c::next_columns, "Who paid 12 euros?") == 18 && next(c::next_words, "Who paid 12 euros?") == 4 && next(c::next_digits, "Who paid 12 euros?") == 2));
    CHECK((next(c::next_size, "Who paid 12 euros?") == 4 && next(c::next_whole, "Who paid 12 euros?") == 1));
    CHECK((next(c::next_starts, "Who paid 12 euros?") == number_of(word_is::ask) && next(c::next_first, "Who paid?") == number_of(glyph::upper)));
    CHECK((next(c::next_last, "Who paid?") == number_of(glyph::question) && next(c::next_last, "\"Who paid?\"") == number_of(glyph::question)));
    CHECK((next(c::next_open, "Who paid") == 1 && next(c::next_open, "Who paid?") == 0 && next(c::next_open, "Who paid:") == 0));
    CHECK((next(c::next_stop, "Who paid") == 0 && next(c::next_stop, "Who paid.") == 1 && next(c::next_stop, "Who paid:") == 1));
    CHECK((next(c::next_ends_word, "Who paid") == 1 && next(c::next_ends_word, "WHO PAID") == 1 && next(c::next_ends_word, "Who paid 12") == 0));
    CHECK((next(c::next_ends_word, "\xD8\xA8\xD8\xA7\xD8\xA8") == 1 && next(c::next_ends_word, "Who paid.") == 0));
    for (const c what : {c::next_whole, c::next_open, c::next_stop, c::next_alike, c::next_kin, c::next_ends_word}) {
        CHECK(asked().number_begun(what, "Tea and milk", "Who paid her") == 0);
        CHECK(asked().number(what, "Tea and milk", "Who paid her") == (what == c::next_stop ? 0u : 1u));
    }
    // By how much it is wider or longer.
    const auto sized = [](c what, size_t here, size_t next_size) { return asked().number(what, plain_text(here), plain_text(next_size)); };
    CHECK((sized(c::next_twice, 20, 40) == 1 && sized(c::next_twice, 20, 39) == 0 && sized(c::next_twice, 50, 61) == 1 && sized(c::next_twice, 50, 60) == 0));
    CHECK((sized(c::next_four, 10, 40) == 1 && sized(c::next_four, 10, 39) == 0));
    CHECK((sized(c::next_alike, 30, 40) == 1 && sized(c::next_alike, 30, 41) == 0 && sized(c::next_alike, 40, 30) == 1 && sized(c::next_alike, 40, 29) == 0));
    CHECK((sized(c::next_alike, 60, 60) == 1 && sized(c::next_alike, 61, 61) == 0));
    CHECK((sized(c::next_same, 100, 150) == 1 && sized(c::next_same, 100, 151) == 0 && sized(c::next_same, 150, 100) == 1 && sized(c::next_same, 151, 100) == 0));
    CHECK((sized(c::next_same, 61, 61) == 1 && sized(c::next_same, 60, 60) == 0 && asked().number_begun(c::next_same, plain_text(100), plain_text(100)) == 0));
    CHECK((sized(c::next_more, 100, 151) == 1 && sized(c::next_more, 100, 150) == 0));
    stet::candidate wrapped = made_of("Tea and milk", "Who paid\nfor the tea");
    wrapped.next_line = 8;
    asked rules;
    CHECK((rules.rules.measure(wrapped).numbers[on(c::next_columns)] == 61 && rules.rules.measure(wrapped).numbers[on(c::next_words)] == 2));
    // The like, and words that both have.
    const auto kin = [](const char* block, const char* line) { return asked().number(c::next_kin, block, line); };
    CHECK((kin("Tea rises", "Milk fell") == 1 && kin("Tea rises", "Milk FELL") == 1 && kin("Tea rises.", "Milk falls.") == 1));
    CHECK((kin("Tea rises", "milk fell") == 0 && kin("Tea rises", "Milk fell.") == 0 && kin("Tea rises", "Tea") == 0 && kin("Tea rises", "Milk fel2") == 0));
    CHECK((asked().number(c::next_shares, "Rain over the hills", "Over hills and rain") == 3 && asked().number(c::next_shares, "Rain", "Tea") == 0));
}

TEST_CASE("what is counted of a line's capitals and dates is what one counts by hand") {
    using c = context;
    const auto of = [](c what, const char* line) { return asked().number(what, line, "Who paid"); };
    CHECK((of(c::titled, "Ann of") == 1 && of(c::titled, "Ann Lee of tea") == 1 && of(c::titled, "Ann of tea") == 0 && of(c::titled, "Ann") == 0));
    CHECK((of(c::names, "Ann Lee") == 1 && of(c::names, "Ann Lee of tea") == 1 && of(c::names, "Ann Lee of seas") == 0 && of(c::names, "Ann of tea") == 0));
    CHECK((of(c::one_capital, "Ann of tea") == 1 && of(c::one_capital, "Ann Lee of tea") == 0 && of(c::one_capital, "an ear of tea") == 0 && of(c::one_capital, "Ann") == 0));
    CHECK((of(c::ends_word, "The tea") == 1 && of(c::ends_word, "TEA") == 1 && of(c::ends_word, "\xD8\xA8\xD8\xA7\xD8\xA8") == 1));
    CHECK((of(c::ends_word, "The tea.") == 0 && of(c::ends_word, "Tea 12") == 0));
    CHECK((of(c::mostly_shouted, "TEA UP now") == 1 && of(c::mostly_shouted, "TEA now") == 0 && of(c::mostly_shouted, "Tea up now") == 0));
    CHECK((of(c::dated, "5 May") == 1 && of(c::dated, "5 tea") == 0 && of(c::dated, "May") == 0 && of(c::dated, "the 5 cups of May") == 1));
    CHECK((of(c::all_dated, "5 May") == 1 && of(c::all_dated, "5 of May") == 1 && of(c::all_dated, "5 May cups") == 0 && of(c::all_dated, "May") == 0));
    CHECK((of(c::all_dated, "5 photo") == 0 && of(c::all_dated, "5 share") == 0 && of(c::all_dated, "5 by") == 0));
    CHECK((of(c::all_dated, "5 photo by") == 0 && of(c::all_dated, "5 photo share") == 0 && of(c::all_dated, "5 share by") == 0));
}

TEST_CASE("a line may be a byline, a list item, furniture or a deck where the sentences say so") {
    // A byline: a word of its trade, or digits and a word of dates, or a capital and no small word of over three letters.
    const auto byline = [](const char* line) { return asked().title().measured_of(line, "Who paid").byline_due; };
    CHECK((byline("written up by somebody") && byline("our staff over there") && byline("reuters over there") && byline("write to ann@post")));
    CHECK((byline("updated over there 9:30") && byline("Ann of the sea")));
    CHECK_FALSE(byline("the river rose 12 inches"));
    CHECK_FALSE(byline("the river rose on monday"));
    CHECK_FALSE(byline("Ann of the seas"));
    CHECK_FALSE(byline("ann of the sea"));
    // An item without a mark: behind a colon, or beside a line as long; nowhere where there were marks.
    CHECK((may_list("It takes these:", "a kettle", running) && !may_list(running, "a kettle", running)));
    CHECK((may_list(running, "a kettle", "two cups") && may_list("two cups", "a kettle", running)));
    CHECK((!may_list("It takes these:", "a kettle", running, true) && !may_list("two cups", "a kettle", "one can", true)));
    CHECK((announces_a_run("two cups that fit in one another") && !announces_a_run("That is all there is to it.")));
    // Furniture: no more than two sentences, and a long sentence has a word or a sign of the page.
    const auto furniture = [](const std::string& line) { return asked().measured_of(line, "Who paid").furniture_due; };
    CHECK((furniture("The tea is cold") && furniture("One tea. The milk is cold") && !furniture("One tea. The milk. The cup is cold")));
    CHECK((furniture(plain_text(80, '.')) && !furniture(plain_text(81, '.')) && furniture(plain_text(81))));
    CHECK((furniture("Share " + plain_text(81, '.')) && furniture("> " + plain_text(81, '.')) && furniture("@ann " + plain_text(81, '.')) &&
           furniture("tea/milk " + plain_text(81, '.'))));
    // Directly behind the headline it has one, too, or digits.
    const auto under_title = [](const char* line) { return asked().title().measured_of(line, "Who paid").furniture_due; };
    CHECK((!under_title("The tea is cold") && under_title("The tea is cold 12") && under_title("Share the tea") && under_title("tea > milk")));
    CHECK((under_title("tea of @ann") && under_title("tea/milk") && asked().title().called(kind::byline).measured_of("The tea is cold", "Who paid").furniture_due));
    // A deck: something stands behind it, and it is no sentence as long as that.
    const auto deck = [](const std::string& line, const std::string& next) { return asked().title().measured_of(line, next).deck_due; };
    CHECK((deck("The tea is cold", "Who paid") && !deck("The tea is cold", "") && !asked().body().measured_of("The tea is cold", "Who paid").deck_due));
    CHECK((!deck(plain_text(100, '.'), plain_text(100, '.')) && deck(plain_text(100, '.'), plain_text(160, '.')) && deck(plain_text(100), plain_text(100, '.'))));
    // In place of a heading, directly behind the headline, with three words and no mark.
    const auto subtitle = [](const char* line) { return asked().title().measured_of(line, "Who paid").subtitle; };
    CHECK((subtitle("Nobody was hurt") && !subtitle("Nobody hurt") && !asked().title().called(kind::byline).measured_of("Nobody was hurt", "Who paid").subtitle));
    stet::candidate numbered = made_of("Nobody was hurt", "Who paid", line_mark::number);
    CHECK_FALSE(asked().title().rules.measure(numbered).subtitle);
    const auto sentences = [](const char* line) { return asked().measured_of(line, "Who paid").sentences; };
    CHECK((sentences("The tea is cold") == 0 && sentences("The tea is cold.") == 1 && sentences("The tea is cold. The milk is not.") == 2));
}

TEST_CASE("a headline is due until the fourth byline or the like, or any other block; decks for three blocks") {
    const auto due = [](std::initializer_list<kind> before) {
        asked rules;
        for (kind each : before) rules.called(each);
        return rules.measured_of("The tea is cold", "Who paid").headline_due;
    };
    CHECK((due({}) && due({kind::byline}) && due({kind::byline, kind::timestamp, kind::furniture})));
    CHECK_FALSE(due({kind::byline, kind::timestamp, kind::furniture, kind::byline}));
    for (const kind is : {kind::headline, kind::paragraph, kind::caption, kind::heading, kind::list_item, kind::block_quote, kind::deck})
        CHECK_FALSE(due({is}));
    const auto deck_due = [](std::initializer_list<kind> before) {
        asked rules;
        for (kind each : before) rules.called(each);
        return rules.measured_of("The tea is cold", "Who paid").deck_due;
    };
    CHECK((!deck_due({}) && deck_due({kind::headline}) && deck_due({kind::headline, kind::byline, kind::timestamp, kind::furniture, kind::timestamp, kind::byline})));
    CHECK((deck_due({kind::headline, kind::byline, kind::heading, kind::heading}) && !deck_due({kind::headline, kind::byline, kind::heading, kind::heading, kind::heading})));
    CHECK((!deck_due({kind::headline, kind::deck}) && !deck_due({kind::headline, kind::paragraph})));
}

TEST_CASE("what a rule in front of the card decides, at the edges of its bounds") {
    const auto decided = [](asked rules, const std::string& line, const std::string& next = "Who paid") {
        const auto seen = rules.rules.measure(made_of(view(line), view(next)));
        return seen.decided ? std::string(stet::name(seen.is)) : "no";
    };
    const asked fresh, titled = asked().title(), begun = asked().body(), running_on = asked().title().then(plain_text(300, '.'));
    // Running text: sentence 3.
    CHECK((decided(running_on, plain_text(81, '.')) == "paragraph" && decided(running_on, plain_text(80, '.')) == "no"));
    CHECK((decided(running_on, plain_text(161)) == "paragraph" && decided(running_on, plain_text(160)) == "no"));
    CHECK((decided(running_on, plain_text(151, '?')) == "paragraph" && decided(running_on, plain_text(150, '?')) == "no"));
    CHECK((decided(begun, plain_text(151, '.')) == "paragraph" && decided(begun, plain_text(150, '.')) == "no"));
    CHECK((decided(titled, plain_text(300, '.')) == "no" && decided(fresh, plain_text(300, '.')) == "no"));
    CHECK(decided(running_on, "\xC2\xA9 " + plain_text(200, '.')) != "paragraph");
    // Dates and times: sentence 5.
    CHECK((decided(running_on, "5 March 2024 10:30 Monday Monday Monday Monday Monday Monday") == "timestamp"));
    CHECK((decided(running_on, "15 March 2024 10:30 Monday Monday Monday Monday Monday Monday") == "no"));
    CHECK((decided(running_on, "9:30 Uhr") == "timestamp" && decided(running_on, "2024-06-03") == "timestamp" && decided(running_on, "2024-06") == "timestamp"));
    CHECK((decided(running_on, "2024") == "no" && decided(running_on, "123456") == "no" && decided(running_on, "9:30 by Ann") == "no" && decided(running_on, "9:30 cups") == "no"));
    // Of the page: sentence 4.
    CHECK((decided(running_on, "Read more " + plain_text(70)) == "furniture" && decided(running_on, "Read more " + plain_text(71)) == "no"));
    CHECK((decided(fresh, "Read more tea") == "no" && decided(begun, "Read more tea") == "furniture"));
    CHECK((decided(running_on, "\xC2\xA9 2024 Coastal Press") == "furniture" && decided(running_on, "\xC2\xA9 One tea. The milk. The cup") == "no"));
    // The headline again, from the fifth block on; a line without words says nothing again.
    asked four = running_on;
    four.then(plain_text(300, '.'));
    CHECK(decided(four, "Rain over the hills 2") == "no");
    four.then(plain_text(300, '.'));
    CHECK((decided(four, "Rain over the hills 2") == "furniture" && decided(four, "Rain on the hills") == "no"));
    asked deck;
    deck.title();
    const auto second = deck.measured_of("Nobody was hurt in it", "Who paid");
    deck.rules.begin(second, kind::deck);
    deck.rules.end(21, 't');
    for (int i = 0; i < 3; ++i) deck.then(plain_text(300, '.'));
    CHECK((decided(deck, "Nobody was hurt in it 2") == "furniture" && decided(deck, "Nobody was there") == "no"));
    asked no_title = begun;
    for (int i = 0; i < 5; ++i) no_title.then(plain_text(300, '.'));
    CHECK((decided(no_title, "1949") == "no" && decided(no_title, "+ +") == "no"));
    CHECK((begins_with_copyright(view("\xC2\xA9", 2)) && !begins_with_copyright(view("\xC2\xA9", 1)) && !begins_with_copyright(view("\xC2\xAA", 2))));
    // What nothing follows: sentence 6.
    CHECK((decided(fresh, "Tea", "") == "headline" && decided(fresh, "Tea.", "") == "no" && decided(begun, "Tea", "") == "no"));
    // Numbers: sentence 1.
    const auto numbered = [](asked rules, uint16_t number, const std::string& line, const std::string& next = "Who paid") {
        stet::candidate found = made_of(view(line), view(next), line_mark::number);
        found.number = number;
        const auto seen = rules.rules.measure(found);
        CHECK(seen.numbered);
        return seen.decided ? std::string(stet::name(seen.is)) : "no";
    };
    CHECK((numbered(running_on, 7, plain_text(81, '.')) == "paragraph" && numbered(running_on, 7, plain_text(80, '.')) == "no"));
    CHECK((numbered(running_on, 7, plain_text(81)) == "no" && numbered(running_on, 1, plain_text(81, '.')) == "no"));
    CHECK((numbered(running_on, 7, "Boil", "8. Wait") == "list_item" && numbered(running_on, 7, "Boil", "9. Wait") == "no" && numbered(running_on, 7, "Boil", "7. Wait") == "no"));
    CHECK((numbered(asked(running_on).then("Boil", line_mark::number, 6), 7, plain_text(81, '.')) == "list_item"));
    // Marks.
    stet::candidate indented = made_of("Tea", running);
    indented.indent = 3;
    CHECK(asked(running_on).rules.measure(indented).is == kind::block_quote);
    indented.indent = 2;
    CHECK_FALSE(asked(running_on).rules.measure(indented).decided);
    stet::candidate long_item = made_of("Advertisement -", running, line_mark::bullet);
    CHECK(asked(running_on).rules.measure(long_item).is == kind::furniture);
    long_item.is_long = true;
    CHECK(asked(running_on).rules.measure(long_item).is == kind::list_item);
}

// Points that a card of our own gives.
struct given_points {
    int of[card_columns];
};
struct given_sums {
    int of[card_columns];
    constexpr int operator[](size_t column) const { return of[column]; }
};
constexpr given_sums sum_of(const given_points& given, const uint8_t*) {
    given_sums made{};
    for (size_t k = 0; k < card_columns; ++k) made.of[k] = given.of[k];
    return made;
}

TEST_CASE("the kind with the most points wins, if it has what it needs and may be it") {
    const int8_t needs[card_columns] = {0, 14, 0, 49, 0, 25, 0};  // heading, list item, caption, furniture, byline, deck, headline
    const auto best = [&](given_points points, auto set) {
        uint8_t numbers[evidence_count] = {};
        stet::evidence seen(numbers, 0, false);
        seen.deck_due = seen.byline_due = seen.list_due = seen.furniture_due = true;
        set(seen);
        return std::string(stet::name(highest(points, needs, seen)));
    };
    const auto all = [](stet::evidence&) {};
    CHECK((best({{0, 0, 0, 0, 0, 0, 9}}, all) == "paragraph" && best({{-1, -1, -1, -1, -1, -1, 9}}, all) == "paragraph"));
    CHECK((best({{1, 0, 0, 0, 0, 0, 9}}, all) == "heading" && best({{0, 0, 1, 0, 0, 0, 9}}, all) == "caption" && best({{0, 0, 1, 0, 2, 0, 0}}, all) == "byline"));
    CHECK((best({{3, 0, 3, 0, 3, 0, 0}}, all) == "heading" && best({{3, 0, 4, 0, 3, 0, 0}}, all) == "caption"));  // the first of the best
    CHECK((best({{0, 14, 0, 0, 0, 0, 0}}, all) == "list_item" && best({{0, 13, 0, 0, 0, 0, 0}}, all) == "paragraph" && best({{12, 13, 0, 0, 0, 0, 0}}, all) == "paragraph"));
    CHECK((best({{0, 0, 0, 49, 0, 0, 0}}, all) == "furniture" && best({{0, 0, 0, 48, 0, 0, 0}}, all) == "paragraph"));
    // What it may not be: the next best.
    const given_points many{{1, 16, 2, 50, 60, 70, 0}};
    CHECK((best(many, [](stet::evidence& seen) { seen.sentences = 2; }) == "deck" && best(many, [](stet::evidence& seen) { seen.deck_due = false; }) == "byline"));
    CHECK(best(many, [](stet::evidence& seen) { seen.deck_due = seen.byline_due = false; }) == "furniture");
    CHECK(best(many, [](stet::evidence& seen) { seen.deck_due = seen.byline_due = seen.furniture_due = false; }) == "list_item");
    CHECK(best(many, [](stet::evidence& seen) { seen.deck_due = seen.byline_due = seen.furniture_due = seen.list_due = false; }) == "caption");
    // A deck of two sentences needs its points, one of one sentence half of them.
    const auto deck_of = [&](int points, uint8_t sentences) {
        return best({{0, 0, 0, 0, 0, points, 0}}, [=](stet::evidence& seen) { seen.sentences = sentences; });
    };
    CHECK((deck_of(25, 2) == "deck" && deck_of(24, 2) == "paragraph" && deck_of(12, 1) == "deck" && deck_of(11, 1) == "paragraph" && deck_of(1, 0) == "deck"));
    // A headline that is due, and what a heading is there and directly behind it.
    const auto due = [](stet::evidence& seen) { seen.headline_due = true; };
    CHECK((best({{0, 0, 0, 0, 0, 0, 1}}, due) == "headline" && best({{0, 0, 5, 0, 0, 0, 1}}, due) == "headline" && best({{0, 0, 5, 0, 0, 0, 0}}, due) == "caption"));
    CHECK((best({{1, 0, 0, 0, 0, 0, 0}}, due) == "headline" && best({{1, 0, 0, 0, 0, 0, 0}}, [](stet::evidence& seen) { seen.subtitle = true; }) == "deck"));
    // A number: a list item or a heading.
    const auto numbered = [](stet::evidence& seen) { seen.numbered = true; };
    CHECK((best({{0, 14, 99, 99, 99, 99, 0}}, numbered) == "list_item" && best({{15, 14, 99, 99, 99, 99, 0}}, numbered) == "heading"));
    CHECK((best({{-9, -5, 3, 0, 0, 0, 0}}, numbered) == "list_item" && best({{4, 3, 9, 0, 0, 0, 0}}, numbered) == "heading"));
}

}  // namespace

TEST_CASE("parse and reader take a classifier of the user's own") {
    CHECK(count<stet::block_rules>(with_deck, kind::deck) == 1);
    CHECK(count<no_decks>(with_deck, kind::deck) == 0);
    CHECK(count<by_size>("Tea\nMilk and honey\n", kind::heading) == 1);
    CHECK(count<by_next>(with_deck, kind::heading) == 1);
    const std::string words(400, 'a');  // longer than is looked ahead
    CHECK(count<by_size>(words, kind::paragraph) == 1);
    CHECK(count<of_the_page>(words, kind::furniture) == 1);
    // It is told how many blank lines stand before a block.
    const std::string lines = "One\nTwo\n\nThree\n\n\nFour\nFive\n\n\n\nSix\n";
    CHECK((count<by_blank_lines>(lines, kind::paragraph) == 3 && count<by_blank_lines>(lines, kind::list_item) == 1));
    CHECK((count<by_blank_lines>(lines, kind::caption) == 1 && count<by_blank_lines>(lines, kind::furniture) == 1));
    // Behind furniture that is longer than is looked ahead anything may follow: it ends no section.
    size_t end = 0;
    const std::string page = "Tea\n" + words + '\n';
    for (stet::event e : stet::parse<stet::default_limits, stet::quotations<>, long_furniture>(page))
        if (e.side == stet::edge::end && e.what == kind::section) end = e.end;
    CHECK(end == page.size() - 1);
    static stet::reader<stet::default_limits, stet::quotations<>, no_decks> in;
    in.restart();
    size_t decks = 0, paragraphs = 0;
    for (view rest = with_deck; !in.done();) {
        rest = rest.sub(in.feed(rest), rest.size);
        if (rest.empty()) in.finish();
        for (stet::event e; in.next(e);) {
            decks += e.side == stet::edge::begin && e.what == kind::deck;
            paragraphs += e.side == stet::edge::begin && e.what == kind::paragraph;
        }
    }
    CHECK(decks == 0);
    CHECK(paragraphs == count<no_decks>(with_deck, kind::paragraph));
}

TEST_CASE("a line that is only a date or time is a timestamp, in many languages") {
    const char* lines[] = {
        "March 5, 2024",
        "5 March 2024, 10:30 GMT",
        "Updated 3:45 PM EST, Tue March 5, 2024",
        "Published: 12 Nov 2019",
        "2024-03-05 10:30",
        "05.03.2024, 10:30 Uhr",
        "Stand: 28.04.2023 17:23 Uhr",
        "Dienstag, 5. M\xC3\xA4rz 2024",
        "5 de marzo de 2024",
        "Publi\xC3\xA9 le 5 mars 2024 \xC3\xA0 10h30",
        "5 marzo 2024",
        "5 de mar\xC3\xA7o de 2024 \xC3\xA0s 10h30",
        "5 maart 2024",
        "5 marca 2024, godz. 10:30",
        "Publicerad 5 mars 2024 kl. 10:30",
        "5 Mart 2024",
        "5 \xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0 2024 \xD0\xB3.",  // ru
        "2024\xE5\xB9\xB4"
        "3\xE6\x9C\x88"
        "5\xE6\x97\xA5 10:30",                                 // ja
        "2024\xEB\x85\x84 3\xEC\x9B\x94 5\xEC\x9D\xBC 10:30",  // ko
    };
    for (const char* line : lines) {
        CAPTURE(line);
        stet::block_rules rules{};
        tell(rules, made_of("Prime minister resigns after weeks of protest",
                            view(line, std::strlen(line))));
        CHECK(stet::name(tell(rules, made_of(view(line, std::strlen(line)), running))) ==
              std::string("timestamp"));
    }
}

TEST_CASE("a line with more than a date is no timestamp") {
    for (const char* line : {"March 5, 2024: what happened at the border",
                             "The meeting was on March 5", "2024", "12"}) {
        CAPTURE(line);
        stet::block_rules rules{};
        tell(rules, made_of("Prime minister resigns after weeks of protest", running));
        const std::string is =
            stet::name(tell(rules, made_of(view(line, std::strlen(line)), running)));
        if (std::string(line) == "2024") continue;  // a year alone may be either
        CHECK(is != "timestamp");
    }
}

TEST_CASE("a byline stands under the headline") {
    for (const char* line : {"By Ann Lee", "Von Anna Schmidt und Karl Maier", "Par Jean Dupont",
                             "Por Ana Garc\xC3\xAD"
                             "a",
                             "Ann Lee, Reuters"}) {
        CAPTURE(line);
        stet::block_rules rules{};
        tell(rules, made_of("Prime minister resigns after weeks of protest",
                            view(line, std::strlen(line))));
        CHECK(stet::name(tell(rules, made_of(view(line, std::strlen(line)), running))) ==
              std::string("byline"));
    }
}

TEST_CASE("credits are captions, and invitations furniture") {
    stet::block_rules rules{};
    tell(rules, made_of("Prime minister resigns after weeks of protest", running));
    tell(rules, made_of("It came after a year of rising prices. Nobody had expected it, least of "
                        "all his party, whose "
                        "members had backed him in the vote of March.",
                        more));
    tell(rules, made_of(more, running));
    CHECK(tell(rules, made_of("Protesters in the capital on Monday. Photo: Ann Lee/AFP",
                              running)) == kind::caption);
    CHECK(tell(rules, made_of(running, more)) == kind::paragraph);
    CHECK(tell(rules, made_of("Read more: Tea prices rise again", running)) == kind::furniture);
    CHECK(tell(rules, made_of(more, running)) == kind::paragraph);
    CHECK(tell(rules, made_of("A precedent in the capital", running)) == kind::heading);
}

// A line of block/hard_cases.txt, where it stands in its text, and what it is.
struct hard_line {
    std::string text, is;
    size_t begin;
};

// The texts of block/hard_cases.txt, a block a line, with their hard lines.
struct hard_text {
    std::string name, text;
    std::vector<hard_line> lines;
};
std::vector<hard_text> hard_texts() {
    std::ifstream in(STET_SOURCE_DIR "/tests/block/hard_cases.txt");
    std::vector<hard_text> made;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (line[0] == '=') {
            made.push_back({line.substr(2), "", {}});
            continue;
        }
        const size_t blank = line.find(' ', 2);
        hard_text& to = made.back();
        const std::string text = line.substr(blank + 1);
        if (line[0] == '*') to.lines.push_back({text, line.substr(2, blank - 2), to.text.size()});
        to.text += text + '\n';
    }
    return made;
}

// What is told of the block that begins there.
std::string kind_at(const harness::trace& events, size_t begin) {
    for (const harness::told& each : events)
        if (each.event.side == stet::edge::begin && each.event.begin == begin &&
            stet::is_block(each.event.what))
            return stet::name(each.event.what);
    return "no block";
}

TEST_CASE("hard lines are told as they are labelled, but for the known misses") {
    // A miss is listed as the language and the line, and what is told in place of what it is.
    std::map<std::string, std::string> misses;
    std::ifstream in(STET_SOURCE_DIR "/tests/block/known_misses.tsv");
    for (std::string line, is; std::getline(in, line, '\t') && std::getline(in, is);) misses[line] = is;
    size_t count = 0;
    for (const hard_text& of : hard_texts()) {
        const auto events = harness::parse(of.text);
        for (const hard_line& line : of.lines) {
            ++count;
            INFO(of.name << '\n' << line.text << "\nis a " << line.is);
            const auto miss = misses.find(of.name.substr(0, of.name.find(':')) + ": " + line.text);
            if (miss == misses.end()) {
                CHECK(kind_at(events, line.begin) == line.is);
            } else {
                CHECK(kind_at(events, line.begin) == miss->second);
                CHECK(line.is != miss->second);  // else it is right: take it out of the list
                misses.erase(miss);
            }
        }
    }
    CHECK(count >= 60);
    CHECK(misses.size() == 0);  // each names a hard line
}

TEST_CASE("what the card says row by row adds up to what it decides by") {
    size_t seen_by_card = 0;
    for (view line : {view("Tea rises again in price"), running, view("Photo: Ann Lee"), view("By Ann Lee"), view("Read more"),
                      view("1. Milk and honey"), view("Milk and honey for all of them")}) {
        stet::block_rules rules{};
        tell(rules, made_of("Rain over the hills", running));
        auto block = made_of(line, running, line[0] == 'M' ? line_mark::number : line_mark::none);
        block.number = 3;
        const auto seen = rules.measure(block);
        const auto sums = sum_of(packed, seen.numbers);
        if (seen.decided) continue;
        ++seen_by_card;
        for (size_t column = 0; column < stet::block_rules::column_count; ++column) {
            int sum = 0;
            for (size_t row = 0; row < stet::block_rules::row_count; ++row) {
                CHECK(*stet::block_rules::row_name(row) != '\0');
                if (stet::block_rules::speaks(row, seen)) sum += stet::block_rules::row_points(row, column);
            }
            CHECK(sum == sums[column]);
            if (rules.classify(seen) == stet::block_rules::column_kind(column)) CHECK(stet::block_rules::counts(column, seen));
            if (stet::block_rules::column_kind(column) == kind::headline) CHECK(stet::block_rules::counts(column, seen) == seen.headline_due);
        }
    }
    CHECK(seen_by_card >= 3);
}

TEST_CASE("rules that are started again are as new") {
    stet::block_rules used{};
    for (int i = 0; i < 20; ++i)
        tell(used, made_of(i % 3 == 0 ? view("Tea and milk") : running, running));
    used.restart(false);
    stet::block_rules fresh{};
    for (view line : {view("Tea rises again in price"), running, view("Milk"), running,
                      view("Photo: Lee"), running})
        CHECK(tell(used, made_of(line, running)) == tell(fresh, made_of(line, running)));
    used.restart(false);
    auto second = made_of(running, running, line_mark::number);  // no number went before it
    second.number = 2;
    second.is_long = true;
    CHECK(tell(used, second) == kind::paragraph);
}

TEST_CASE("rules that are started again remember no word") {
    std::string words;  // with each mark there is
    for (int i = 0; i < 1000; ++i) words += std::string{"word"} + static_cast<char>('a' + i % 26) + static_cast<char>('a' + i / 26) + ' ';
    asked used;
    used.title().then("Who wrote these words").rules.restart(false);
    CHECK((used.number(context::before_shares, words) == 0 && used.number(context::title_shares, words) == 0));
    CHECK((asked().title().number(context::title_shares, words + "rain") >= 1));
}

TEST_CASE("the next block is looked at where it matters, and a heading's words are remembered") {
    const auto looks = [](const char* block, line_mark mark = line_mark::none) {
        asked rules;
        rules.title().then(plain_text(300, '.'));
        int times = 0;
        stet::candidate found = made_of(view(block, std::strlen(block)), running, mark);
        rules.rules.measure(found, [&](const stet::candidate&) { ++times; });
        return times;
    };
    CHECK((looks("Tea and milk") == 1 && looks("* * *") == 1 && looks(plain_text(200, '.').c_str()) == 0));
    CHECK((looks("Tea", line_mark::hash) == 0 && looks("Tea", line_mark::quoted) == 0));
    CHECK(asked().title().then("Rain over tea", line_mark::hash).number(context::before_shares, "Rain in May") == 1);
}

TEST_CASE("zeroed storage is a ready classifier") {
    alignas(stet::block_rules) unsigned char storage[sizeof(stet::block_rules)] = {};
    stet::block_rules fresh{};
    CHECK(std::memcmp(storage, &fresh, sizeof fresh) == 0);
}

TEST_CASE("any bytes are measured, read exactly, and called something") {
    uint32_t state = 7;
    for (int round_of = 0; round_of < 3000; ++round_of) {
        std::string text;
        state = state * 1664525u + 1013904223u;
        const size_t size = (state >> 9) % 90;
        for (size_t i = 0; i < size; ++i) {
            state = state * 1664525u + 1013904223u;
            const uint8_t one = static_cast<uint8_t>(state >> 24);
            text.push_back(static_cast<char>((state >> 8 & 3) == 0 ? one : 0x20 + (one & 0x5F)));
        }
        const harness::exact here(text), next(text);
        stet::block_rules rules{};
        CHECK(stet::is_block(tell(rules, made_of(here.view(), next.view()))));
    }
}

TEST_CASE("from the fifth block on a line that says the headline again is furniture") {
    const auto kind_again = [](int paragraphs) {
        std::string text = "# Rain over the hills of Lund\n\n";
        for (int i = 0; i < paragraphs; ++i)
            text += "The river rose by a metre in the night, and the people of the town went to the old bridge.\n\n";
        const auto begin = stet::offset(text.size());
        text += "Rain over the hills of Lund\n\nThe water went down again on Monday, and the bridge is open to all.\n";
        for (const harness::told& each : harness::parse(text))
            if (each.event.begin == begin && stet::is_block(each.event.what)) return each.event.what;
        return kind::timestamp;
    };
    CHECK(kind_again(2) != kind::furniture);
    CHECK(kind_again(3) == kind::furniture);
    CHECK(kind_again(4) == kind::furniture);
}

TEST_CASE("what a long line or a numbered one is, at the edges of the rules") {
    const auto kinds = [](const std::string& text) {
        std::string found;
        for (const harness::told& each : harness::parse(text, stet::start::body))
            if (each.event.side == stet::edge::begin && stet::is_block(each.event.what)) found += std::string(stet::name(each.event.what)) + ' ';
        return found;
    };
    std::string words;
    while (words.size() < 400) words += "the river rose by a metre in the night and ";
    const std::string sentence = "The river rose by a metre in the night, and the people of the town went to the old bridge to see it.\n";
    // An item longer than the look-ahead counts on from the one before, or is a paragraph.
    CHECK(kinds("1. Tea\n\n2. " + words + ".\n") == "list_item list_item ");
    CHECK(kinds(sentence + "\n3. " + words + ".\n") == "paragraph paragraph ");
    CHECK(kinds("1. Tea\n\n2. Milk\n\n4. " + words + ".\n") == "list_item list_item paragraph ");
    // A number before a sentence as long as a paragraph, with no neighbour that counts, begins no item.
    CHECK(kinds(sentence + "\n42. " + sentence.substr(0, 99) + " " + sentence + "\n" + sentence) == "paragraph paragraph paragraph ");
    CHECK(end_of(view("", size_t{0})) == glyph::nothing);
    CHECK(end_of("\"") == glyph::quote);
    CHECK(end_of("\xE2\x80\x9D") == glyph::quote);
}

TEST_CASE("what a line of numbers, of the page, a question and a long next block say") {
    stet::block_rules rules{};
    tell(rules, made_of("Tea in four steps", running));
    tell(rules, made_of(running, running));
    stet::candidate item = made_of("Boil water", "Wait a little", line_mark::number);
    item.number = 7;
    const auto numbered = rules.measure(item);
    CHECK((numbered.numbered && rules.counts(1, numbered) && !rules.counts(2, numbered)));
    const std::string page = "Read more of what the people of the town have said about tea and milk in all these years";
    CHECK_FALSE(rules.measure(made_of({page.data(), page.size()}, running)).decided);
    std::string question = "Does anybody";
    while (question.size() < 151) question += " at all";
    question += '?';
    CHECK((question.size() <= 160 && rules.measure(made_of({question.data(), question.size()}, running)).decided));
    const std::string next(2000, 'a');
    const auto before_long = rules.measure(made_of("Boil water", {next.data(), next.size()}));
    CHECK(before_long.numbers[stet::detail::on(stet::detail::context::next_size)] == 0xFF);
}

TEST_CASE("a line that is the first of its text repeats none, whatever its fingerprint") {
    uint16_t found = 0;  // one of which it is 0, then one of which it is 1
    for (int number = 0; found < 2 && number < 2000000; ++number) {
        const std::string line = "Tea " + std::to_string(number);
        uint8_t facts[fact_count];
        if (line_walk(facts, view(line)).line_print() != found) continue;
        ++found;
        INFO(line);
        stet::block_rules rules{};
        const auto repeats = [&] { return int{rules.measure(made_of(view(line))).numbers[on(context::repeated)]}; };
        CHECK(repeats() == 0);
        rules.begin(rules.measure(made_of("Milk")), kind::caption);
        rules.end(4, 'k');
        rules.restart(false);
        CHECK(repeats() == 0);
    }
    CHECK(found == 2);
}

TEST_CASE("sentence 4: a line beside the headline is said again, also where a line without words stood between them") {
    for (const char* between : {"", "* * *", "..."}) {
        stet::block_rules rules{};
        tell(rules, made_of("Vice-president's visit to Baku: partnership and new pledges", "By Ann Lee"));
        tell(rules, made_of("By Ann Lee", running));
        if (*between != 0) {
            const auto seen = rules.measure(made_of(view(between, std::strlen(between)), running));
            rules.begin(seen, kind::furniture);
            rules.end(3, '.');
        }
        for (int i = 0; i < 4; ++i) tell(rules, made_of(running, running));
        INFO(between);
        CHECK(tell(rules, made_of("By Ann Lee", running)) == kind::furniture);
    }
}
