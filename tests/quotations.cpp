// SPDX-License-Identifier: MIT
// Golden cases of quotations, one a line in quotations/*.txt, labelled before the program was
// run: U+27E6 and U+27E7 stand around a quotation with its marks, U+27E6 and "+" before one that
// is continued, U+00B6 between paragraphs. What has no U+27E7 ends with its paragraph. A line that begins with
// "?" is told wrong, and known to be. And the delimiters of all locales of CLDR.
#include "catch.hpp"
#include "harness.hpp"

namespace {

struct span {
    size_t begin, end;
    bool nested, continued;
};
bool operator==(const span& left, const span& right) {
    return left.begin == right.begin && left.end == right.end && left.nested == right.nested &&
           left.continued == right.continued;
}
using spans = std::vector<span>;

struct golden_case {
    std::string text;
    spans quotations;
};

bool take(std::string_view& line, std::string_view sign) {
    if (line.substr(0, sign.size()) != sign) return false;
    line.remove_prefix(sign.size());
    return true;
}

golden_case read(std::string_view line) {
    golden_case made;
    std::vector<size_t> open;
    const auto close = [&] {
        made.quotations[open.back()].end = made.text.size();
        open.pop_back();
    };
    while (!line.empty()) {
        if (take(line, "\xE2\x9F\xA6")) {
            const bool continued = take(line, "+");
            made.quotations.push_back({made.text.size(), 0, !open.empty(), continued});
            open.push_back(made.quotations.size() - 1);
        } else if (take(line, "\xE2\x9F\xA7")) {
            close();
        } else if (take(line, "\xC2\xB6")) {
            while (!open.empty()) close();
            made.text += "\n\n";
        } else {
            made.text += line[0];
            line.remove_prefix(1);
        }
    }
    while (!open.empty()) close();
    return made;
}

spans spans_of(const harness::trace& events) {
    spans found;
    std::vector<size_t> open;
    for (const harness::told& each : events) {
        const stet::event& e = each.event;
        if (e.what != stet::kind::quote) continue;
        if (e.side == stet::edge::begin) {
            open.push_back(found.size());
            found.push_back({e.begin, 0, e.nested, e.continued});
        } else {
            found[open.back()].end = e.end;
            open.pop_back();
        }
    }
    return found;
}

std::string shown(const std::string& text, const spans& quotations) {
    std::string result;
    for (size_t i = 0; i <= text.size(); ++i) {
        for (const span& each : quotations) result += each.end == i ? "]" : "";
        for (const span& each : quotations) result += each.begin == i ? each.continued ? "[+" : "[" : "";
        if (i < text.size()) result += text[i];
    }
    return result;
}

std::string told(const std::string& text) {
    return shown(text, spans_of(harness::parse(text, stet::start::body)));
}

}  // namespace

TEST_CASE("golden quotations of every family of marks are found") {
    const std::filesystem::path folder = STET_SOURCE_DIR "/tests/quotations";
    size_t cases = 0;
    size_t misses = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream in(entry.path());
        size_t in_file = 0;
        for (std::string line; std::getline(in, line);) {
            if (line.empty() || line[0] == '#') continue;
            const bool miss = line[0] == '?';
            const golden_case golden = read(miss ? line.substr(2) : line);
            const harness::trace events = harness::parse(golden.text, stet::start::body);
            INFO(entry.path().filename().string() << ": " << line);
            if (miss)
                CHECK_FALSE(spans_of(events) == golden.quotations);
            else
                CHECK(shown(golden.text, spans_of(events)) == shown(golden.text, golden.quotations));
            CHECK(harness::broken_law(golden.text, events, stet::default_limits::run) == "");
            for (size_t piece : {size_t{1}, size_t{7}})
                CHECK(harness::read<harness::small_window>(golden.text, [=](size_t) { return piece; }, stet::start::body) == events);
            // Behind more words than are looked ahead, marks are decided as the bytes come.
            const std::string behind_words = std::string(330, 'a') + ' ' + golden.text;
            const harness::trace late = harness::parse(behind_words);
            for (size_t piece : {size_t{1}, size_t{7}}) CHECK(harness::read<harness::small_window>(behind_words, piece) == late);
            ++cases;
            ++in_file;
            misses += miss;
        }
        INFO(entry.path().filename().string());
        CHECK(in_file >= 12);
    }
    CHECK(cases >= 400);
    CHECK(misses * 50 < cases);
}

TEST_CASE("the delimiters of every locale of CLDR are found, alone and inside one another") {
    std::ifstream in(STET_SOURCE_DIR "/tests/quotations/cldr.tsv");
    size_t locales = 0;
    for (std::string line; std::getline(in, line);) {
        if (line[0] == '#') continue;
        std::string begin, end, alternate_begin, alternate_end, names;
        std::istringstream columns(line);
        std::getline(columns, begin, '\t');
        std::getline(columns, end, '\t');
        std::getline(columns, alternate_begin, '\t');
        std::getline(columns, alternate_end, '\t');
        std::getline(columns, names);
        const size_t count = static_cast<size_t>(std::count(names.begin(), names.end(), ' ')) + 1;
        if (names == "st-LS st") continue;  // U+201C closed by an apostrophe
        INFO(names);
        const std::string outer = begin + "Nu vin," + end, inner = alternate_begin + "nu vin" + alternate_end;
        CHECK(told("El a spus: " + outer + " la ora trei.") == "El a spus: [" + outer + "] la ora trei.");
        CHECK(told("El a spus: " + inner + " la ora trei.") == "El a spus: [" + inner + "] la ora trei.");
        CHECK(told("El a spus: " + begin + "Mi-au zis " + inner + " ieri." + end + " Pe urma.") ==
              "El a spus: [" + begin + "Mi-au zis [" + inner + "] ieri." + end + "] Pe urma.");
        CHECK(told(outer + " a spus el. " + begin + "Da." + end) ==
              "[" + outer + "] a spus el. [" + begin + "Da." + end + "]");
        locales += count;
    }
    CHECK(locales == 764);
}
