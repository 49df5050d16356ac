// SPDX-License-Identifier: MIT
// The machine beside the model: two implementations of one contract, of which the second was
// written without a look at the first. They must tell the same of the golden texts, of every
// small text and of long strings of odd symbols.
#include "catch.hpp"
#include "harness.hpp"
#include "model.hpp"

namespace {

bool is_alike(const harness::trace& machine, const std::vector<stet::event>& model) {
    if (machine.size() != model.size()) return false;
    for (size_t i = 0; i < model.size(); ++i)
        if (machine[i] != harness::told(model[i])) return false;
    return true;
}

std::string lines_of(const std::vector<stet::event>& events) {
    std::string lines;
    for (const stet::event& each : events) lines += harness::line_of(each) + '\n';
    return lines;
}

template <class Limits> void compare(const std::string& text, stet::start from, size_t& seen) {
    ++seen;
    const harness::trace machine = harness::parse<Limits>(text, from);
    const std::vector<stet::event> model = model::parse<Limits>(text, from);
    if (is_alike(machine, model)) return;
    INFO(text);
    CHECK(harness::lines_of(machine) == lines_of(model));
}

// A case of quotations/*.txt without its labels.
std::string unlabelled(const std::string& line) {
    const std::vector<std::pair<std::string, std::string>> labels = {
        {"\xE2\x9F\xA6+", ""}, {"\xE2\x9F\xA6", ""}, {"\xE2\x9F\xA7", ""}, {"\xC2\xB6", "\n\n"}};
    std::string text;
    for (size_t i = 0; i < line.size();) {
        const auto found = std::find_if(labels.begin(), labels.end(), [&](const auto& label) {
            return line.compare(i, label.first.size(), label.first) == 0;
        });
        text += found != labels.end() ? found->second : std::string(1, line[i]);
        i += found != labels.end() ? found->first.size() : 1;
    }
    return text;
}

const std::vector<std::string> alphabet = {
    "a", "B", "s", "1", " ", "\n", ".", ",", "\"", "'", "-", ">", "#", "\xE2\x80\x9C", "\xE2\x80\x9D",
    "\xE2\x80\x99", "\xE2\x80\x98", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9E", "\xE2\x80\x94", "\xE2", "\xFF",
};

void compare_all(const std::vector<std::string>& symbols, stet::start from, const std::string& text, size_t more,
                 size_t& seen) {
    compare<harness::tiny_limits>(text, from, seen);
    if (more == 0) return;
    for (const std::string& symbol : symbols) compare_all(symbols, from, text + symbol, more - 1, seen);
}

// From the article's start on, and in a block that is longer than is looked ahead.
void compare_few_symbols(size_t most, size_t& seen) {
    for (const std::string& first : {std::string(), std::string(harness::tiny_limits::heading + 1, 'a') + ' '})
        compare_all(harness::few_symbols, stet::start::article, first, most, seen);
}

}  // namespace

TEST_CASE("model and machine tell the same of every golden text") {
    size_t seen = 0;
    for (const harness::golden& file : harness::golden_files()) {
        for (stet::start from : {stet::start::article, stet::start::body}) {
            compare<stet::default_limits>(file.text, from, seen);
            compare<harness::tiny_limits>(file.text, from, seen);
        }
    }
}

TEST_CASE("model and machine tell the same of every golden quotation") {
    size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(STET_SOURCE_DIR "/tests/quotations")) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            const std::string text = unlabelled(line);
            compare<stet::default_limits>(text, stet::start::body, seen);
            compare<harness::tiny_limits>(text, stet::start::body, seen);
        }
    }
    CHECK(seen > 800);
}

TEST_CASE("model and machine tell the same of what the fuzzers found worth keeping") {
    size_t seen = 0;
    for (const std::string& text : harness::fuzz_corpus()) {
        for (stet::start from : {stet::start::article, stet::start::body}) {
            compare<stet::default_limits>(text, from, seen);
            compare<harness::tiny_limits>(text, from, seen);
        }
    }
}

TEST_CASE("model and machine tell the same of a line with more digits, and a block with longer words, than are counted") {
    size_t seen = 0;
    for (const std::string& text : {std::string(300, '7'), "Tea " + std::string(300, '7') + " and milk.\n", std::string(310, 'a') + "\nb\n"})
        for (stet::start from : {stet::start::article, stet::start::body}) compare<stet::default_limits>(text, from, seen);
    CHECK(seen == 6);
}

TEST_CASE("model and machine tell the same where a line of a block is wide that began narrow, and where blanks stand between a quotation and a dash") {
    const std::string line = "It has been raining since Monday night, and the river stands";
    std::string wide = "here";
    while (wide.size() < 130) wide += " and there";
    size_t seen = 0;
    for (const std::string& text :
         {line + "\nhigh.\n\n" + line + '\n' + wide + "\n\n" + line + "\nhigh.\n",
          std::string("\xE2\x80\x94" "Dijo \xC2\xABhola\xC2\xBB \xE2\x80\x94" "respondi\xC3\xB3 ella.\n"), line + "\nhigh.\n>\n> " + line + "\n> high.\n"})
        for (stet::start from : {stet::start::article, stet::start::body}) {
            compare<stet::default_limits>(text, from, seen);
            compare<harness::tiny_limits>(text, from, seen);
        }
    CHECK(seen == 12);
}

TEST_CASE("model and machine tell the same where a block is narrower than the one before it, and a list item between them") {
    const auto columns = [](size_t wanted) {
        std::string line = "It";
        while (line.size() + 5 <= wanted) line += " rain";
        return line + std::string(wanted - line.size(), 's');
    };
    size_t seen = 0;
    for (size_t last = 36; last < 56; ++last) {
        const std::string text = columns(72) + "\nand wind.\n- tea\n" + columns(55) + '\n' + columns(53) + '\n' + columns(last) +
                                 "\nrain again.\n- tea\n";
        compare<stet::default_limits>(text, stet::start::body, seen);
    }
    CHECK(seen == 20);
}

TEST_CASE("model and machine tell the same of a short line before one as wide as a full one, a column more and less") {
    const auto columns = [](size_t wanted) {
        std::string line = "It";
        while (line.size() + 5 <= wanted) line += " rain";
        return line + std::string(wanted - line.size(), 's');
    };
    size_t seen = 0;
    for (const std::string line : {"Tea", "Tea at noon", "Photo: Ann", "Ann Lee", "Rain over the hills", "What now?",
                                   "It rained.", "Read this", "Tea, and a little milk with it, on Monday",
                                   "tea at noon", "Rain Over The Hills of Lund", "It rained, he said:"})
        for (size_t wide = 52; wide <= 56; ++wide)
            for (const std::string more : {"rain.", "rain", "rain again, and wind from the sea.\nand wind"}) {
                const std::string full = columns(72) + "\nand wind.\n";
                const std::string next = columns(wide) + '\n' + more;
                const std::string text = full + '\n' + full + '\n' + line + "\n\n" + next + "\n\n" + full;
                compare<stet::default_limits>(text, stet::start::body, seen);
                compare<stet::default_limits>(text, stet::start::article, seen);
            }
    CHECK(seen == 12 * 5 * 3 * 2);
}

// Behind a quotation in a block that is longer than is looked ahead, the last line may go on, or end with the mark.
TEST_CASE("model and machine tell the same where signs and blanks stand behind a long quotation") {
    const std::string line = "It has been raining since Monday night, and the river stands";
    size_t seen = 0;
    const std::vector<std::pair<std::string, std::string>> marks = {
        {"\"", "\""}, {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"He: \xC2\xAB", "\xC2\xBB"}, {"He: \"", "\""}, {"''", "''"}};
    for (const auto& [mark, closing] : marks)
        for (const std::string sign : {"", ".", ",", ";", "\xE3\x80\x82", "\xE3\x80\x83", ":", ".,"})
            for (const size_t blanks : {0, 1, 6, 7, 8, 9})
                for (const std::string behind : {"", "\n\nTea\n", "\n- tea\n", "\ntea\n"}) {
                    std::string text = line + "\nhigh.\n\n" + mark;
                    for (int i = 0; i < 6; ++i) text += line + '\n';
                    text += "until the dam has been opened and the water goes ";
                    for (const std::string last : {"up", "up!"}) {
                        const std::string all = text + last + closing + sign + std::string(blanks, ' ') + behind;
                        compare<stet::default_limits>(all, stet::start::body, seen);
                        compare<harness::tiny_limits>(all, stet::start::body, seen);
                    }
                }
    for (const std::string opening : {"\xE2\x80\x9E", "\xE2\x80\x9A", "\xE3\x80\x8C"})
        for (const std::string behind : {"", "\n\nTea\n", "\n- tea\n", "\ntea\n"}) {
            std::string text = line + "\nhigh.\n\n";
            for (int i = 0; i < 6; ++i) text += line + '\n';
            text += "until the dam has been opened and the water goes " + opening + behind;
            compare<stet::default_limits>(text, stet::start::body, seen);
            compare<harness::tiny_limits>(text, stet::start::body, seen);
        }
    CHECK(seen == 3864);
}

// The next line is not seen to its end, a block is.
struct near_sighted : stet::default_limits {
    static constexpr size_t next = 16;
};

TEST_CASE("model and machine tell the same where a line ends inside a code point, or a word is as long as is looked ahead") {
    const std::string line = "It has been raining since Monday night, and the river stands";
    size_t seen = 0;
    for (size_t columns = 40; columns < 50; ++columns)
        for (const std::string cut : {"", "\xE2", "\xE2\x80", "\xF0\x9F\x98"}) {
            const std::string text =
                line + "\nhigh.\n\n" + line.substr(0, columns - 2) + "ss" + cut + "\na dam\n\nTea\n";
            compare<stet::default_limits>(text, stet::start::body, seen);
            compare<harness::tiny_limits>(text, stet::start::body, seen);
            compare<near_sighted>(text, stet::start::body, seen);
        }
    for (size_t size = 318; size < 324; ++size) {
        const std::string text = line + ' ' + line + ".\n\n" + std::string(size, 'a') + "\nb\n";
        compare<stet::default_limits>(text, stet::start::body, seen);
    }
    CHECK(seen == 126);
}

TEST_CASE("model and machine tell the same of what is no word on a line of its own, in a dense text") {
    const std::string line = "It has been raining since Monday night, and the river stands";
    size_t seen = 0;
    for (const std::string nothing : {"", " ", ">", "> >", "\x08", "\x7F", "\xC2\xAD", "\xE2\x80\x8B", "\xC2\x80", "\xFF", "a"}) {
        const std::string text = line + ' ' + line + "\nand so on\n" + nothing + '\n' + line + "\nhigh.\n\n" + line + "\nhigh.\n";
        compare<stet::default_limits>(text, stet::start::body, seen);
        compare<harness::tiny_limits>(text, stet::start::body, seen);
    }
    CHECK(seen == 22);
}

// Each of them was once told in two ways; found by fuzz/model.cpp.
TEST_CASE("model and machine tell the same at the edges of what is looked at") {
    const std::vector<std::string> texts = {
        // A line of ">" has one word behind them, whatever blank stands between: it is not wide.
        ">>>>\xE2\x80\xAF" + std::string(95, '>') + " e" + std::string(9, '>') + "\n>>>>\xE2\n\n",
        // U+3000 behind ">" is a blank of two columns, no letter.
        "> \xE3\x80\x80" "e\"\"\"\"\"\"\"\x93\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x93\x93\"&\xA1\n"
        ">--\x93\x93\x93\x93\x93\x93\x93\x93\x93\x93\x93\x80\"\"\"\"&\"\"\"\"\xA1",
        // Limits::run cuts blanks from the word before them: the next line is looked for behind these.
        ", gA\xFF\xFF~\xFEPCI \xD0               d                     \nd",
        // What may be the beginning of a code point, where no more is seen, is not seen.
        "#cc\xFC\xFF\x81\x81\x81\x81 sgi''''''';'\x9B'''''''\x99\xF7\xEC\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF'''\x81\x81'\r"
        "\xFF\n\nW \xC2" "cc\xC2\xF2\xF2\xF2\xF2\xF2\xF2\xF2\xF2\xF2'\x81\x81'''''''\x99\r\x13"
        "c\x01" "c\xC2\xF2\xF2\xF2\xF2\xF2\xF2\xF2\xF2\xF2\x81",
        // Nor is it at the article's end: the next line ends with a full stop, as text does.
        "^a\nRead\n.\xE7",
        // A mark that closed is no apostrophe, with a sign of direction behind it neither.
        "'\xFE'\xE2\x80\xAE\xE2\x80\x9C",
        // A rule is one as far as it is looked at.
        "\t---" + std::string(22, '\t') + std::string(13, '"') + "@#\xBF\xAA" "8U\xFF\xFF\xFFkl\n\xA9\n\n",
        // What stands behind a mark is looked for behind signs of no width, as far as marks are.
        "\"\xFE'\"\xD7\xE6" "a\xFF\xFF\xFF\"\xE2\x80\x8D\xD7\"\xE2\x80\x8D\xD7",
        // A dash inside of a word is a part of it, in a dateline.
        "B\xE2\x80\x95" "A\xE2\x80\x94 .",
        // The end of a line that is longer than is looked ahead is seen with the blanks before it.
        "\xE2\x80\x94 Wo\xF2" "ds\xF2\x01" + std::string(18, '\t'),
        // Blanks behind a sign of no width at a line's beginning are of its indentation, no letters.
        std::string(45, '\t') + "Getty\xE3\x80\x81" "ages.\n-sident ## \n\nTea\n\n\t\t\xC2\xAD\t\t\t\t\t\t\xFF\xFF\xFE\xFD\t\t\n\t6d\n\n",
        // A blank behind a line mark that is not seen as a whole may be a word.
        "*" + std::string(22, '\t') + "\xEF\xBB\xBF",
        // The lines of a block quote may be indented as they like.
        "> A line of a block quote that is as long as a line may be,\n   > and more of it.\n",
        // A mark of the outermost quotation ends a search, also behind one that it did not end.
        "'n''''a'?'''",
        // What may be a line end, but is cut short by the article's end, is none: this line has 56 bytes.
        "\xE2\x80\x94" "Aaa\xFE\xFF" "aaaaaaaaa:aaiaqaa \xE2\x80\x94" "a\xD0 \xE2\x80\x94\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B"
        "dijo ella\xE2\x80\x80\x8B\xE2\x80",
    };
    size_t seen = 0;
    for (const std::string& text : texts)
        for (stet::start from : {stet::start::article, stet::start::body}) {
            compare<stet::default_limits>(text, from, seen);
            compare<harness::tiny_limits>(text, from, seen);
        }
    CHECK(seen == 4 * texts.size());
}

TEST_CASE("model and machine tell the same of every text of up to four symbols", "[long]") {
    size_t seen = 0;
    compare_all(alphabet, stet::start::body, "", 4, seen);
    CHECK(seen == 1 + 23 + 529 + 12167 + 279841);
}

// With exhaustive.cpp, where all pieces are told as the whole text is, this is every small text in
// every chunking as the contract has it.
TEST_CASE("model and machine tell the same of every text of up to five of few symbols", "[exhaustive]") {
    size_t seen = 0;
    compare_few_symbols(5, seen);
    CHECK(seen == 2 * (1 + 18 + 324 + 5832 + 104976 + 1889568));
}

TEST_CASE("model and machine tell the same of every text of up to six of few symbols", "[.][model_six]") {
    size_t seen = 0;
    compare_few_symbols(6, seen);
    WARN(seen << " texts");
}

// So many strings of up to `most` pieces, the i-th one of pieces_of(i), at random but the same ones in every run.
// Gives how many were compared.
template <class Pieces> static size_t compare_strings(size_t count, uint32_t state, size_t most, Pieces pieces_of) {
    const auto next = [&](size_t below) { return ((state = state * 1664525u + 1013904223u) >> 8) % below; };
    size_t seen = 0;
    for (size_t i = 0; i < count; ++i) {
        const std::vector<std::string>& from = pieces_of(i);
        std::string text;
        for (size_t k = next(most) + 1; k != 0; --k) text += from[next(from.size())];
        const stet::start start = next(2) == 0 ? stet::start::article : stet::start::body;
        if (i % 2 == 0) compare<stet::default_limits>(text, start, seen);
        else if (i % 4 == 1) compare<harness::tiny_limits>(text, start, seen);
        else if (i % 8 == 3) compare<harness::least_limits>(text, start, seen);
        else compare<harness::far_sighted>(text, start, seen);
    }
    return seen;
}

// Symbols, words and lines.
TEST_CASE("model and machine tell the same of long strings of symbols") {
    const std::vector<std::string> more = {
        "the ", "Word ", "said", "\t", "? ", ":", ";", "(", ")", "\n\n", "> ", "* ", "1. ", "- ", "''", "\xE2\x80\x93 ",
        "/", "\xE3\x80\x8C", "\xE3\x80\x8D", "\xE2\x80\xA6", "\xC3\xA9", "\xE6\x97\xA5"};
    const std::vector<std::string> lines = {
        "The council met on Monday to decide how much the new bridge over the\n",
        "river may cost and who among the towns of the valley will pay\n",
        "for it, \"she said\" to them all, and went, and wanted\n",
        "  Work is to begin in the spring, once the water has gone down\n", "for it.\n", "\n", "Tea at noon\n",
        "- the old ferry\n", "> quoted, and as long as the others are, all of fifty columns\n", "## The cost\n",
        "A line of more than a hundred columns, as they come from the web, where no line is ever broken at all.\n",
        "\xE2\x80\x9CWe have waited twenty years for this bridge,\xE2\x80\x9D she said.\n"};
    std::vector<std::string> symbols = alphabet;
    symbols.insert(symbols.end(), more.begin(), more.end());
    const auto from = [&](size_t i) -> const std::vector<std::string>& { return i % 4 == 0 ? lines : symbols; };
    CHECK(compare_strings(40000, 20, 12, from) == 40000);
}

// What has no width or much of it, behind and between what decides: line ends of every kind, marks, datelines, labels.
TEST_CASE("model and machine tell the same where signs are far apart or have no width") {
    const std::vector<std::string> pieces = {
        "\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xCC\x81", "\xE2\x80\xAE", "\x07", "\xFF", "\xC2", " ", "\t", "\t\t\t",
        "\xC2\xA0", "\xE3\x80\x80", std::string(40, ' '), std::string(60, ' '), "\n", "\r\n", "\n\n", "\xE2\x80\xA8", "\n> ",
        "> ", "\n\xC2\xAD", "\n\xC2\xAD> ", "- ", "* ", "* * *", "1. ", "# ", "---", "word", "said so.", " a ",
        std::string(56, 'a'), " the mill stood by the river and was old", "\xE4\xB8\x80", "Ann Lee: ", "He said: ",
        "LONDON (AP) - ", "Mary\xE2\x80\x99s 5\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\"", "'", "\xE2\x80\x98", "\xE2\x80\x99",
        "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x94 ", "\xE2\x80\xA6", ".", "!", "?", ",", ":", "\xEF\xBC\x8C", "\xE3\x80\x82"};
    CHECK(compare_strings(40000, 11, 15, [&](size_t) -> const std::vector<std::string>& { return pieces; }) == 40000);
}

// What is rare: marks of order, rules, blanks of no width, notes inside of words and between lines, numbers that go on,
// letters of two columns; and in pieces, which must tell the same.
TEST_CASE("model and machine tell the same of strings of rare symbols and of rare lines, and pieces of these do") {
    const std::string wide = "\xE9\xA7\x85\xE9\xA7\x85\xE9\xA7\x85\xE9\xA7\x85\xE9\xA7\x85\xE9\xA7\x85\xE9\xA7\x85\xE9\xA7\x85";
    const std::vector<std::string> rare = {
        "\xEF\xBB\xBF", "\xEF\xBB", "\xE2\x80\x8B", "\x01", "\x7F", "\xE2\x80\xAE", "+ ", "####### ", "\r", "\r\n", "\n", "\n\n",
        "\xE3\x80\x82", "! ", "---\n", "***", "\xC2\xA0", "2. ", "3) ", "4. ", "- ", "\t", "\xE3\x80\x80", "\xE2\x80\x94 ", "\xE2\x80\x94",
        "a", "Word ", "words", ". ", "? ", "; ", "\"", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x98", "\xC3\xA9",
        "\xD0\xB0", wide, "10", "> ", "\xE2\x80\xA6", "\xC2\xBF", "\xE4\xB8\x80\xC3", "\xE2\x80\xA9", "    ", "(", "        "};
    const std::vector<std::string> lines = {
        "The council met on Monday to decide how much the new bridge over the\n", "river may cost and who among the towns of the valley will pay\n",
        "for it, she said to them all, and went, and wanted\n", "\xE2\x80\x94No lo s\xC3\xA9, que el puente nuevo de la ciudad va a ser muy \xE2\x80\x94\n", "\n", "\t\n",
        "  Work is to begin in the spring, once the water has gone down\n", "    and not before that time, as they all know from the years\n", "---\n",
        "12. The bridge is old, and it was old when the railway came to the town of Hull and of Goole.\n", "13. Tea\n", "1. Tea\n", "> quoted words of the council\n",
        "not quoted\n", "\xE2\x80\x94 Tea and milk \xE2\x80\x94 said Ann\n", "BAKU, Azerbaijan (AP) - The bridge \"of sighs\" is shut.\n", "Read more: the old ferry\n",
        "\xC2\xA9 2026 The Hull Mail\n", "Is it so that the bridge over the river of the town, which is old, will be shut to all who want to go over it?\n",
        wide + wide + wide + wide + "\n", wide + wide + "\n", wide + wide + wide + wide + " Tea!\n", "\"Two\"\x01\xE2\x80\x8B\n", "\"Three\"        .\n", "\"Four\"\xE3\x80\x82\n", "\r"};
    uint32_t state = 7;
    const auto next = [&](size_t count) { return ((state = state * 1664525u + 1013904223u) >> 8) % count; };
    size_t seen = 0;
    for (size_t i = 0; i < 30000; ++i) {
        std::string text;
        if (i % 5 == 1) text = std::string(330, 'a') + ' ';
        for (size_t k = next(9) + 1; k != 0; --k) text += i % 2 == 0 ? rare[next(rare.size())] : lines[next(lines.size())];
        if (i % 7 == 1) text.pop_back();
        const stet::start start = next(2) == 0 ? stet::start::article : stet::start::body;
        const size_t piece = next(9) + 1;
        const auto size = [=](size_t) { return piece; };
        if (i % 3 != 0) {
            compare<stet::default_limits>(text, start, seen);
            CHECK(harness::read<harness::small_window>(text, size, start) == harness::parse(text, start));
        } else {
            compare<harness::tiny_limits>(text, start, seen);
            CHECK(harness::read<harness::tiny_limits>(text, size, start) == harness::parse<harness::tiny_limits>(text, start));
        }
    }
    CHECK(seen == 30000);
}

// The comparison can fail: each event is altered once, and the difference is seen.
TEST_CASE("a model that tells one event otherwise is seen") {
    const std::string text = "# Tea\n\n\"No,\" she said.\n\n> It \xFF was late.\n";
    const harness::trace machine = harness::parse(text);
    const std::vector<stet::event> events = model::parse<stet::default_limits>(text);
    CHECK(is_alike(machine, events));
    for (size_t i = 0; i < events.size(); ++i) {
        std::vector<stet::event> longer = events, other = events, fewer = events;
        ++longer[i].end;
        other[i].what = other[i].what == stet::kind::text ? stet::kind::marker : stet::kind::text;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK_FALSE(is_alike(machine, longer));
        CHECK_FALSE(is_alike(machine, other));
        CHECK_FALSE(is_alike(machine, fewer));
    }
}
