// SPDX-License-Identifier: MIT
// How lines join into blocks: the sentences of layout.hpp. "|" stands where a block ends.
#include "catch.hpp"
#include "harness.hpp"

static std::string blocks(const std::string& text) {
    std::string result;
    for (const harness::told& each : harness::parse(text, stet::start::body)) {
        if (each.event.what == stet::kind::soft_break) result += ' ';
        else result += each.text;
        if (each.event.side == stet::edge::end && stet::is_block(each.event.what)) result += '|';
    }
    return result;
}

static const std::string wrapped =
    "The council met on Monday evening to hear what the engineers had to say\n"
    "about the bridge, and it did not like what it heard from them at all.\n"
    "\n"
    "Nobody spoke for a while after that, and then everybody spoke at once\n"
    "until the lights went out.\n";

TEST_CASE("a blank line ends a block, and so does one that has only a mark of quoting") {
    CHECK(blocks("One.\n\nTwo.\n \t\nThree.") == "One.|Two.|Three.|");
    CHECK(blocks("> One.\n>\n> Two.") == "> One.|>|> Two.|");
}

TEST_CASE("lines that were wrapped are joined, when the next word would not have fitted") {
    const std::string told = blocks(wrapped);
    CHECK(std::count(told.begin(), told.end(), '|') == 2);
    CHECK(blocks(wrapped + "\nYours,\nA. Reader\n").find("Yours,|A. Reader|") != std::string::npos);
}

TEST_CASE("two short lines are one headline in a wrapped text and two blocks in a dense one") {
    const std::string title = "Rain over the hills of the north brings the worst floods in forty\nyears\n";
    CHECK(blocks(title + "\n" + wrapped).substr(0, 72) == "Rain over the hills of the north brings the worst floods in forty years|");
    const std::string lines(150, 'a');
    CHECK(blocks(title + "B " + lines + "\n").find("forty|years|") != std::string::npos);
}

TEST_CASE("a wide line ends its block and is never joined") {
    const std::string wide = "Words " + std::string(120, 'a');
    CHECK(blocks(wide + "\nshort\n" + wide) == wide + "|short|" + wide + "|");
}

TEST_CASE("line marks end the block before them") {
    CHECK(blocks("# A\nb\n## C\n- d\n- e\n1. f\n2. g\n> h") == "# A|b|## C|- d|- e|1. f|2. g|> h|");
    CHECK(blocks("> one\n> two\nthree") .find("three|") != std::string::npos);
}

TEST_CASE("of list items only a hyphen, and a number that is not 1, may go on with a sentence") {
    const std::string before = wrapped + "\nThe council met on Monday evening to hear what all the engineers had of";
    CHECK(blocks(before + "\n- the bridge.\n").find("had of - the bridge.|") != std::string::npos);
    CHECK(blocks(before + "\n2) the bridge.\n").find("had of 2) the bridge.|") != std::string::npos);
    CHECK(blocks(before + "\n1) the bridge.\n").find("had of|1) the bridge.|") != std::string::npos);
    CHECK(blocks(before + "\n* the bridge.\n").find("had of|* the bridge.|") != std::string::npos);
    CHECK(blocks(before + "\n\xE2\x80\xA2 the bridge.\n").find("had of|\xE2\x80\xA2 the bridge.|") != std::string::npos);
}

TEST_CASE("one column more or less of indentation ends no block") {
    const std::string one = "The council met on Monday evening to hear what all the engineers had of\n";
    const std::string last = "the bridge.\n";
    for (const char* indents : {"000", "001", "010", "011", "100", "101", "110", "111"}) {
        std::string text = wrapped + "\n";
        for (int i = 0; i < 3; ++i) text += (indents[i] == '1' ? " " : "") + (i < 2 ? one : last);
        INFO(text);
        const std::string told = blocks(text);
        CHECK(std::count(told.begin(), told.end(), '|') == 3);
    }
}

TEST_CASE("a rule stands alone") {
    CHECK(blocks("One\n---\nTwo\n===\n") == "One|---|Two|===|");
}

TEST_CASE("a list item goes on where it hangs, and a deeper line begins a block") {
    const std::string item =
        "* The council met on Monday evening to hear what the engineers had to say\n"
        "  about the bridge, and it did not like it.\n\n";
    CHECK(blocks(wrapped + "\n" + item).find("had to say about the bridge, and it did not like it.|") != std::string::npos);
    const std::string told = blocks(wrapped + "\nThey said this about the matter on the next day, when all had slept on it,\n    and this.\n");
    CHECK(told.find("slept on it,|") != std::string::npos);
}

TEST_CASE("a margin that all lines have means nothing") {
    std::string margin;
    for (size_t i = 0, begin = 0; i <= wrapped.size(); ++i)
        if (i == wrapped.size() || wrapped[i] == '\n') {
            margin += (i > begin ? "    " : "") + wrapped.substr(begin, i - begin) + '\n';
            begin = i + 1;
        }
    CHECK(blocks(margin) == blocks(wrapped));
}

// Breaks a text after every so many letters.
static std::string wrapped_by_letters(const std::string& text, size_t letters) {
    std::string result;
    size_t count = 0;
    for (char one : text) {
        if ((one & 0xC0) != 0x80 && count++ == letters) {
            result += '\n';
            count = 1;
        }
        result += one;
    }
    return result + '\n';
}

// So many times U+99C5.
static std::string wide(size_t count) {
    std::string result;
    while (count-- != 0) result += "\xE9\xA7\x85";
    return result;
}

TEST_CASE("text that is wrapped by letters is joined where a line has fewer columns") {
    const std::string plain = wide(60);
    const std::string mixed = wide(5) + " Data-Centric Innovation Day " + wide(12) + "IoT Sensor Network" + wide(16);
    const std::string text = wrapped_by_letters(plain, 34) + "\n" + wrapped_by_letters(mixed, 34);
    const std::string told = blocks(text);
    CHECK(std::count(told.begin(), told.end(), '|') == 2);
    // A line that is not full ends its block, and lines of different length are blocks.
    CHECK(blocks(text + "\n" + wide(4) + "\n" + wide(8) + "\n").find(wide(4) + "|" + wide(8) + "|") != std::string::npos);
    CHECK(blocks(wide(34) + "\n" + wide(17) + "\n") == wide(34) + "|" + wide(17) + "|");
}

TEST_CASE("a letter beyond ASCII ends no sentence: what goes on behind it is no list item") {
    const std::string letter = "\xD0\xBE";  // 1 column
    std::string line;
    for (int i = 0; i < 10; ++i) line += letter + letter + letter + letter + letter + letter + ' ';
    const std::string words = line + letter + '\n' + line + letter;
    const auto blocks = [](const std::string& text) {
        std::string kinds;
        for (const harness::told& each : harness::parse(text, stet::start::body))
            if (each.event.side == stet::edge::begin) kinds += std::string(stet::name(each.event.what)) + ' ';
        return kinds;
    };
    CHECK(blocks(words + "\n- " + line + "\n") == "paragraph ");
    CHECK(blocks(words + ".\n- " + line + "\n") == "paragraph list_item ");
}

TEST_CASE("a sentence or an announcement ends with these signs of ASCII, and no others") {
    std::string ends;
    for (stet::code_point one = 0; one < 0x80; ++one)
        if (stet::detail::ends_something(one)) ends += static_cast<char>(one);
    CHECK(ends == "!.:;?");
}

TEST_CASE("a digit of any script ends no sentence") {
    CHECK_FALSE(stet::detail::ends_something(0x0663));  // Arabic-Indic three
    CHECK_FALSE(stet::detail::ends_something(0x043E));
    CHECK(stet::detail::ends_something(0x3002));
    CHECK(stet::detail::ends_something(0x80));  // (whatever is no letter and no digit)
    CHECK(stet::detail::ends_something(0xBF));
}

// In a constant, a byte read behind the last one is an error: each of these is as long as it says.
template <size_t Size> static constexpr bool is_blank_behind(const char (&rest)[Size]) {
    stet::detail::layout widths(0);
    stet::detail::open_block block;
    block.lines = 1;
    stet::detail::line wide(0);
    wide.wide = wide.worded = true;
    constexpr char next[] = {'\n', 'a'};
    if (widths.joins<stet::default_limits>(block, wide, 'a', {next, 2}, 0, false)) return false;  // dense, since then
    return !widths.widths_matter<stet::default_limits>(block, {rest, Size}) &&
           widths.now() == stet::detail::text_layout::spaced;
}
constexpr char nothing_behind[] = {'\n'}, blank_behind[] = {'\n', ' '}, line_end_behind[] = {'\n', '>', '\r'},
               cut_behind[] = {'\n', ' ', '\xE2', '\x80'}, word_behind[] = {'\n', 'a'};
static_assert(is_blank_behind(nothing_behind) && is_blank_behind(blank_behind) && is_blank_behind(line_end_behind));
static_assert(is_blank_behind(cut_behind) && !is_blank_behind(word_behind));

template <size_t Size> static constexpr bool joins(const char (&rest)[Size], stet::code_point last_point = 'a') {
    stet::detail::layout widths(0);
    stet::detail::open_block block;
    block.lines = 1;
    stet::detail::line last(0);
    last.columns = 70;
    last.worded = last.broken = last.complete = true;
    return widths.joins<stet::default_limits>(block, last, last_point, {rest, Size}, 0, true);
}
constexpr char rule_next[] = {'\n', ' ', '-', '-', '-'}, letter_next[] = {'\n', ' ', 'a'},
               cut_next[] = {'\n', ' ', '\xC3'}, accent_next[] = {'\n', '\xC3', '\xA9'},
               item_next[] = {'\n', '-', ' ', 'a'};
static_assert(!joins(rule_next) && joins(letter_next) && !joins(cut_next) && joins(accent_next));
static_assert(!joins(item_next, '.') && !joins(item_next, 0x2026));

TEST_CASE("sentence 8: one letter of two columns makes a line one of letters, if the next has just as many") {
    const std::string line = "abcdefghijklmnopqrstuvwx" + wide(1);  // 25 letters
    CHECK(blocks(line + "\n" + line + "\n") == line + " " + line + "|");
    CHECK(blocks(line.substr(1) + "\n" + line.substr(1) + "\n") == line.substr(1) + "|" + line.substr(1) + "|");
    const std::string plain = "abcdefghijklmnopqrstuvwxy";
    CHECK(blocks(plain + "\n" + plain + "\n") == plain + "|" + plain + "|");
}

TEST_CASE("sentence 7: letters are counted of a line that has one of two columns, of no other") {
    const std::string word = "interdepartmental", line = "They said no more of it, and all went " + wide(1);  // 39 letters
    const std::string as_long = word + " went to town as they said", text = wrapped.substr(0, wrapped.find("\n\n") + 1);
    CHECK(blocks(text + line + "\n" + as_long.substr(0, 38) + "\nand\n").find("town as and|") == std::string::npos);
    const std::string told = blocks(text + line + "\n" + as_long + "\nand\n");
    CHECK(told.find("they said and|") != std::string::npos);
}

// A line of so many columns that begins with a word of so many letters.
static std::string columns(size_t wanted, size_t first) {
    std::string line(first, 'a');
    while (line.size() + 4 < wanted) line += " and";
    return line.size() + 1 < wanted ? line + ' ' + std::string(wanted - line.size() - 1, 'b')
                                    : line + std::string(wanted - line.size(), 's');
}

TEST_CASE("sentence 8: each bound of what is wrapped, where nothing is known of the text") {
    const struct {
        size_t last, next, next_word, third, third_word;
        bool joins;
    } rows[] = {
        {60, 55, 8, 58, 9, true},
        {50, 55, 8, 54, 5, true},    // 50 columns itself
        {49, 55, 8, 54, 5, false},
        {52, 60, 8, 40, 9, true},    // the next word reaches past the next line,
        {51, 60, 8, 40, 9, false},
        {52, 55, 8, 60, 9, true},    // and past the third
        {51, 55, 8, 60, 9, false},
        {58, 50, 8, 58, 8, true},    // the line after it has 50 columns, too;
        {56, 49, 8, 56, 9, false},
        {58, 52, 8, 62, 10, true},   // the third one's first word reaches past the third line,
        {58, 52, 8, 62, 9, false},
        {58, 52, 8, 40, 6, true},    // and past the first
        {58, 52, 8, 40, 5, false},
    };
    for (const auto& row : rows) {
        const std::string last = columns(row.last, 3);
        const std::string text = last + '\n' + columns(row.next, row.next_word) + '\n' +
                                 columns(row.third, row.third_word) + "\nand so on\n";
        INFO(text);
        CHECK((blocks(text).compare(0, last.size() + 1, last + (row.joins ? ' ' : '|')) == 0));
    }
}

TEST_CASE("sentence 7: a line has as many letters as one that was wrapped by letters, or up to two less") {
    const std::string text = wrapped_by_letters(wide(60), 34) + "\n";
    for (size_t letters = 28; letters <= 34; ++letters) {
        const std::string line = columns(letters - 1, 3) + wide(1);
        INFO(letters);
        const std::string told = blocks(text + line + '\n' + wide(1) + "\n");
        CHECK((told.find(line + (letters >= 32 ? ' ' : '|')) != std::string::npos));
    }
}

TEST_CASE("a restarted reader knows no line of the article before, wherever that was left") {
    static stet::reader<> in;
    stet::event e;
    // (The third line of one begins where the second one of the other does.)
    const std::string three = columns(50, 3) + "\n" + columns(50, 9) + "\n" + columns(58, 9) + "\nand so on\n";
    std::string two = columns(19, 3);
    while (two.size() < 101) two += "\xC3\xA9";
    two += "\nB" + columns(20, 2);
    const std::string other = columns(55, 3) + "\n" + columns(52, 9) + "\nand so on";
    for (const std::string& before : {three + three, wrapped + "\n- " + columns(60, 9) + "\n" + columns(70, 5)})
        for (const std::string& after : {std::string("a"), std::string(" a"), std::string("a\nb"), other, two, wrapped})
            for (size_t size = 0; size <= before.size(); ++size)
                for (bool finished : {false, true}) {
                    in.restart(stet::start::body);
                    REQUIRE(in.feed(stet::view(before).sub(0, size)) == size);
                    if (finished) in.finish();
                    while (in.next(e)) {}
                    in.restart(stet::start::body);
                    REQUIRE(in.feed(after) == after.size());
                    in.finish();
                    harness::trace told;
                    while (in.next(e)) told.emplace_back(e);
                    REQUIRE(told == harness::parse(after, stet::start::body));
                }
}
