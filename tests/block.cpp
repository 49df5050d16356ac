// SPDX-License-Identifier: MIT
// What a block is.
#include "catch.hpp"
#include "harness.hpp"

#include <map>

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

}  // namespace

TEST_CASE("parse and reader take a classifier of the user's own") {
    CHECK(count<stet::block_rules>(with_deck, kind::deck) == 1);
    CHECK(count<no_decks>(with_deck, kind::deck) == 0);
    CHECK(count<by_size>("Tea\nMilk and honey\n", kind::heading) == 1);
    CHECK(count<by_next>(with_deck, kind::heading) == 1);
    const std::string words(400, 'a');  // longer than is looked ahead
    CHECK(count<by_size>(words, kind::paragraph) == 1);
    CHECK(count<of_the_page>(words, kind::furniture) == 1);
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

TEST_CASE("zeroed storage is a ready classifier") {
    alignas(stet::block_rules) unsigned char zeros[sizeof(stet::block_rules)] = {};
    stet::block_rules fresh{};
    CHECK(std::memcmp(zeros, &fresh, sizeof fresh) == 0);
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
