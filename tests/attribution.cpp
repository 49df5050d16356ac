// SPDX-License-Identifier: MIT
// Who said it: cases that a journalist can read (tests/attribution/*.txt), the laws with the
// layer on, and what it costs.
#include "catch.hpp"
#include "harness.hpp"

namespace {

using stet::edge;
using stet::kind;

template <class Lexicon, class Limits = stet::default_limits>
harness::trace told_whole(std::string_view text) {
    const harness::exact copy(text);
    harness::trace events;
    for (stet::event e : stet::attribute<Lexicon>(stet::parse<Limits>(copy.view(), stet::start::body)))
        events.emplace_back(e);
    return events;
}

// Through a reader, in pieces; each piece is a block of exactly its size.
template <class Lexicon, class Limits, class SizeOf>
harness::trace told_in_pieces(std::string_view text, SizeOf size_of) {
    static stet::reader<Limits> in;
    in.restart(stet::start::body);
    auto layer = stet::attribute<Lexicon>(in);
    harness::trace events;
    stet::event e;
    for (size_t number = 0; !text.empty(); ++number) {
        const size_t size = std::min<size_t>(size_of(number), text.size());
        const harness::exact piece(text.substr(0, size));
        text.remove_prefix(size);
        for (size_t given = 0; given < size;) {
            given += in.feed(piece.view().sub(given, size));
            while (layer.next(e)) events.emplace_back(e);
        }
    }
    in.finish();
    while (layer.next(e)) events.emplace_back(e);
    if (!layer.done()) throw std::logic_error("the layer is not done after finish()");
    return events;
}

bool is_fact(const stet::event& e) {
    return e.what == kind::attribution || e.what == kind::speaker || e.what == kind::cue;
}

// One block of tests/attribution/*.txt.
struct example {
    std::string file;
    std::string text;   // without the signs
    std::string who, how, shape;  // expected of its last quotation; empty: not asked
    char mark = ' ';    // '!' no speaker, '~' unattributed, '=' direct
};

std::string cleaned(const std::string& line, example& into) {
    std::string text;
    for (size_t i = 0; i < line.size(); ++i) {
        const char open = line[i];
        const size_t close = open == '{' ? line.find('}', i) : open == '<' ? line.find('>', i) : std::string::npos;
        if (close == std::string::npos) {
            text += open;
            continue;
        }
        std::string inside = line.substr(i + 1, close - i - 1);
        if (open == '{') {
            const size_t bar = inside.find('|');
            if (bar != std::string::npos) into.shape = inside.substr(bar + 1);
            inside = inside.substr(0, bar);
            into.who = inside;
        } else {
            into.how = inside;
        }
        text += inside;
        i = close;
    }
    return text;
}

std::vector<example> examples() {
    std::vector<example> found;
    std::vector<std::filesystem::path> files;
    const std::filesystem::path root = STET_SOURCE_DIR;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/attribution")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& path : files) {
        std::istringstream lines(harness::read_file(path) + "\n");
        example next;
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty() && line[0] == '#') continue;
            if (line.empty()) {
                next.file = path.filename().string();
                if (!next.text.empty()) found.push_back(next);
                next = example();
                continue;
            }
            if (next.text.empty() && std::string("!~=").find(line[0]) != std::string::npos) {
                next.mark = line[0];
                line = line.substr(2);
            }
            next.text += cleaned(line, next) + '\n';
        }
    }
    return found;
}

bool is_german(const example& each) { return each.file.find(".de.") != std::string::npos; }

harness::trace told(const example& each) {
    return is_german(each) ? told_whole<stet::german>(each.text) : told_whole<stet::english>(each.text);
}

// What is wrong with what is said of the last quotation; empty: nothing.
std::string wrong_with(const example& each) {
    std::string who, how, shape;
    stet::quote_class quoted = stet::quote_class::none;
    for (const harness::told& one : told(each)) {
        const stet::event& e = one.event;
        const std::string words = each.text.substr(e.begin, e.end - e.begin);
        if (e.what == kind::attribution) who.clear(), how.clear(), shape.clear(), quoted = e.quoted;
        if (e.what == kind::speaker) who = words, shape = stet::name(e.shape);
        if (e.what == kind::cue) how = words;
    }
    const std::string said = "{" + who + "|" + shape + "} <" + how + "> " + stet::name(quoted);
    if (quoted == stet::quote_class::none) return "no attribution";
    if (each.mark == '~' && quoted != stet::quote_class::unattributed) return said;
    if (each.mark == '=' && quoted != stet::quote_class::direct) return said;
    if (each.mark == '!' && !who.empty()) return said;
    if (each.mark == ' ' && (who != each.who || quoted != stet::quote_class::direct)) return said;
    if (!each.how.empty() && how != each.how) return said;
    if (!each.shape.empty() && shape != each.shape) return said;
    return "";
}

}  // namespace

TEST_CASE("the cases of every rule, English and German") {
    const std::vector<example> all = examples();
    CHECK(all.size() > 140);
    for (const example& each : all) {
        INFO(each.file << ": " << each.text);
        CHECK(wrong_with(each) == "");
    }
}
