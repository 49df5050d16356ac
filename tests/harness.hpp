// SPDX-License-Identifier: MIT
// harness.hpp: what the tests share: texts in blocks of exactly their size, events as lines
// of text, the laws that hold for every trace, and the golden files.
#ifndef STET_TESTS_HARNESS_HPP
#define STET_TESTS_HARNESS_HPP

#include <stet.hpp>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace harness {

// Calls a function that is constexpr when the program runs, whatever the compiler makes of it.
template <class Result> Result at_run_time(Result (*make)() noexcept) {
    Result (*volatile called)() noexcept = make;
    return called();
}

// The smallest limits there can be: everything that is bounded is met in texts of a line.
struct tiny_limits : stet::default_limits {
    static constexpr size_t heading = 24;
    static constexpr size_t next = 16;
    static constexpr size_t run = 16;
    static constexpr size_t window = 2 * (heading + next);
    static constexpr size_t depth = 2;
};

// What the small texts are made of that are walked through one by one.
inline const std::vector<std::string> few_symbols = {
    "a", "B", " ", "\n", "\r", ".", "\"", "'", "-", "\xE2\x80\x9C", "\xE2", "\xFF",
    "\xE2\x80\x99", "\xE2\x80\x98", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9E",
};

// default_limits in the smallest window they allow.
struct small_window : stet::default_limits {
    static constexpr size_t window = 2 * (heading + next);
};

// A copy without a terminator, so that reading one byte too many is seen by a sanitizer.
class exact {
public:
    explicit exact(std::string_view text)
        : bytes_(std::make_unique<char[]>(text.size())), size_(text.size()) {
        if (size_ != 0) std::memcpy(bytes_.get(), text.data(), size_);
    }
    stet::view view() const { return {bytes_.get(), size_}; }

private:
    std::unique_ptr<char[]> bytes_;
    size_t size_;
};

// An event with its own copy of its text.
struct told {
    stet::event event;
    std::string text;

    explicit told(const stet::event& e) : event(e), text(e.text().data ? e.text().data : "", e.text().size) {
        event.data = nullptr;
    }
};

inline bool operator==(const told& left, const told& right) {
    const stet::event& a = left.event;
    const stet::event& b = right.event;
    return a.what == b.what && a.side == b.side && a.level == b.level && a.reason == b.reason &&
           a.quoted == b.quoted && a.shape == b.shape && a.evidence == b.evidence &&
           a.nested == b.nested && a.continued == b.continued && a.unclosed == b.unclosed &&
           a.whole == b.whole && a.index == b.index && a.begin == b.begin && a.end == b.end &&
           left.text == right.text;
}
inline bool operator!=(const told& left, const told& right) { return !(left == right); }

using trace = std::vector<told>;

// One line an event; the form of the golden files.
inline std::string line_of(const stet::event& e) {
    std::ostringstream out;
    out << (e.side == stet::edge::begin ? '+' : e.side == stet::edge::end ? '-' : ' ');
    out << stet::name(e.what) << ' ' << e.begin;
    if (e.side != stet::edge::begin) out << ' ' << e.end;
    if (e.index != 0) out << " index=" << e.index;
    if (e.level != 0) out << " level=" << int(e.level);
    if (e.nested) out << " nested";
    if (e.continued) out << " continued";
    if (e.unclosed) out << " unclosed";
    if (e.whole) out << " whole";
    if (e.quoted != stet::quote_class::none) out << ' ' << stet::name(e.quoted);
    if (e.reason != stet::note_reason::none) out << ' ' << stet::name(e.reason);
    return out.str();
}
inline std::string lines_of(const trace& events) {
    std::string lines;
    for (const told& each : events) lines += line_of(each.event) + '\n';
    return lines;
}

template <class Limits = stet::default_limits>
trace parse(std::string_view text, stet::start from = stet::start::article) {
    const exact copy(text);
    trace events;
    for (stet::event e : stet::parse<Limits>(copy.view(), from)) events.emplace_back(e);
    return events;
}

// Feeds a reader and takes the events of a source over it; `size_of(i)` gives the size of piece
// number i. Every piece is a block of exactly its size.
template <class Reader, class Source, class SizeOf>
trace fed(Reader& in, Source& source, std::string_view text, const SizeOf& size_of) {
    trace events;
    stet::event e;
    size_t piece_number = 0;
    while (!text.empty()) {
        const size_t size = std::min<size_t>(size_of(piece_number++), text.size());
        const exact piece(text.substr(0, size));
        text.remove_prefix(size);
        size_t given = 0;
        while (given < size) {
            const size_t before = events.size();
            const size_t taken = in.feed(piece.view().sub(given, size));
            given += taken;
            while (source.next(e)) events.emplace_back(e);
            if (taken == 0 && before == events.size()) throw std::logic_error("the reader is stuck");
        }
    }
    in.finish();
    while (source.next(e)) events.emplace_back(e);
    if (!source.done()) throw std::logic_error("not done after finish()");
    return events;
}
template <class Limits, class SizeOf>
trace read(std::string_view text, const SizeOf& size_of, stet::start from = stet::start::article) {
    static stet::reader<Limits> in;
    in.restart(from);
    return fed(in, in, text, size_of);
}
template <class Limits>
trace read(std::string_view text, size_t piece_size) {
    return read<Limits>(text, [=](size_t) { return piece_size; });
}

// With the layer that says who said it.
template <class Lexicon, class Limits = stet::default_limits>
trace attribute(std::string_view text, stet::start from) {
    const exact copy(text);
    trace events;
    for (stet::event e : stet::attribute<Lexicon>(stet::parse<Limits>(copy.view(), from))) events.emplace_back(e);
    return events;
}
template <class Lexicon, class Limits, class SizeOf>
trace attribute_in_pieces(std::string_view text, const SizeOf& size_of, stet::start from) {
    static stet::reader<Limits> in;
    in.restart(from);
    auto layer = stet::attribute<Lexicon>(in);
    return fed(in, layer, text, size_of);
}

inline bool is_fact(const stet::event& e) {
    return e.what == stet::kind::attribution || e.what == stet::kind::speaker || e.what == stet::kind::cue;
}
inline trace without_facts(const trace& events) {
    trace rest;
    for (const told& each : events)
        if (!is_fact(each.event)) rest.push_back(each);
    return rest;
}

// What stands at the front of some bytes: a code point, or an ill-formed subpart of that size.
struct decoded {
    uint32_t point;
    size_t size;
    bool well;
};
// By the rows of table 3-7 of the Unicode Standard; not by stet's own decoder, which a fault may
// have changed. An ill-formed subpart is as long as it begins a row (table 3-8), else one byte.
inline decoded decode(std::string_view text) {
    struct row {
        unsigned char first, last, low, high, more;
    };
    constexpr row rows[] = {
        {0x00, 0x7F, 0, 0, 0},       {0xC2, 0xDF, 0x80, 0xBF, 1}, {0xE0, 0xE0, 0xA0, 0xBF, 2},
        {0xE1, 0xEC, 0x80, 0xBF, 2}, {0xED, 0xED, 0x80, 0x9F, 2}, {0xEE, 0xEF, 0x80, 0xBF, 2},
        {0xF0, 0xF0, 0x90, 0xBF, 3}, {0xF1, 0xF3, 0x80, 0xBF, 3}, {0xF4, 0xF4, 0x80, 0x8F, 3},
    };
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
    for (const row& each : rows) {
        if (byte(0) < each.first || byte(0) > each.last) continue;
        uint32_t point = each.more == 0 ? byte(0) : byte(0) & (0x3Fu >> each.more);
        for (size_t k = 1; k <= each.more; ++k) {
            const unsigned char low = k == 1 ? each.low : 0x80;
            const unsigned char high = k == 1 ? each.high : 0xBF;
            if (k == text.size() || byte(k) < low || byte(k) > high) return {0, k, false};
            point = point << 6 | (byte(k) & 0x3Fu);
        }
        return {point, each.more + 1u, true};
    }
    return {0, 1, false};
}
inline bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const decoded at = decode(text);
        if (!at.well) return false;
        text.remove_prefix(at.size);
    }
    return true;
}

// Laws 2 and 3. Gives what is wrong, or nothing.
inline std::string broken_law(std::string_view text, const trace& events, size_t run) {
    std::vector<stet::event> open;
    size_t at = 0;  // everything before it is covered
    bool in_block = false;
    const auto wrong = [](const char* what, const stet::event& e) {
        return std::string(what) + ": " + line_of(e);
    };
    const auto is_gap = [&](size_t first, size_t last) {  // white space, and nothing else
        static const std::vector<std::string> blanks = {
            " ", "\t", "\n", "\r", "\xC2\x85", "\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\xA8", "\xE2\x80\xA9",
            "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8B"};
        while (first < last) {
            const std::string_view rest = text.substr(first, last - first);
            const bool space = rest.substr(0, 2) == "\xE2\x80" && rest.size() > 2 &&
                               uint8_t(rest[2]) >= 0x80 && uint8_t(rest[2]) <= 0x8A;
            const auto found = std::find_if(blanks.begin(), blanks.end(), [&](const std::string& one) {
                return rest.substr(0, one.size()) == one;
            });
            if (found == blanks.end() && !space) return false;
            first += space ? 3 : found->size();
        }
        return true;
    };
    for (const told& each : events) {
        const stet::event& e = each.event;
        if (e.begin > e.end || e.end > text.size()) return wrong("offsets outside of the text", e);
        if (e.side == stet::edge::begin) {
            if (e.begin != e.end) return wrong("a begin has no extent", e);
            if (stet::is_block(e.what)) {
                if (in_block) return wrong("a block in a block", e);
                if (!is_gap(at, e.begin)) return wrong("lost between blocks", e);
                in_block = true;
                at = e.begin;
            } else if (e.what == stet::kind::section ? in_block : e.begin != at) {
                return wrong("begins where it should not", e);
            }
            open.push_back(e);
        } else if (e.side == stet::edge::end) {
            if (open.empty() || open.back().what != e.what || open.back().begin != e.begin)
                return wrong("ends what is not open", e);
            if (open.back().level != e.level || open.back().nested != e.nested ||
                open.back().continued != e.continued || open.back().index != e.index)
                return wrong("its end says other things than its begin", e);
            open.pop_back();
            if (e.what != stet::kind::section && e.end != at) return wrong("its extent is not tiled", e);
            if (stet::is_block(e.what)) in_block = false;
            if (e.what == stet::kind::section && (in_block || e.end > at)) return wrong("ends too late", e);
        } else {
            if (in_block ? e.begin != at : e.what != stet::kind::note || e.begin < at)
                return wrong("a gap or an overlap", e);
            if (!in_block && !is_gap(at, e.begin)) return wrong("lost before a note", e);
            at = e.end;
            const bool zero = e.reason == stet::note_reason::unclosed || e.reason == stet::note_reason::too_long;
            if ((e.begin == e.end) != zero) return wrong("an empty span", e);
            if (e.what == stet::kind::note) continue;
            if (each.text != text.substr(e.begin, e.end - e.begin)) return wrong("text() is another text", e);
            if (e.what == stet::kind::text && (each.text.size() > run || !is_utf8(each.text)))
                return wrong("too long or no UTF-8", e);
        }
    }
    if (!open.empty()) return wrong("never ended", open.back());
    if (!is_gap(at, text.size())) return "lost at the end";
    return "";
}

// The laws of facts: each outermost quotation gets its attribution once, in order, before its
// block ends; a speaker follows its attribution and a cue its speaker; their extents stand in what
// has been told and cut no code point; what is not carried over stands in the block of the
// quotation, no farther from it than Limits say.
template <class Limits = stet::default_limits>
std::string broken_facts(std::string_view text, const trace& events) {
    using stet::kind;
    std::vector<stet::event> waiting;  // quotations without their attribution
    kind before = kind::text;
    stet::event about, who;            // the last attribution and the last speaker
    size_t block = 0;                  // where this one begins
    size_t place = 0;                  // told up to here
    const auto cuts = [&](size_t at) {  // a well-formed code point in two?
        for (size_t back = 1; back < 4 && back <= at; ++back) {
            const decoded whole = decode(text.substr(at - back));
            if (whole.well && whole.size > back) return true;
        }
        return false;
    };
    for (const told& each : events) {
        const stet::event& e = each.event;
        const std::string line = line_of(e);
        const bool begins = e.side == stet::edge::begin;
        const bool ends = e.side == stet::edge::end;
        if (e.what == kind::attribution) {
            if (waiting.empty() || waiting[0].begin != e.begin || waiting[0].end != e.end) return "about no quotation: " + line;
            if (e.quoted == stet::quote_class::none) return "no class: " + line;
            waiting.erase(waiting.begin());
            about = e;
        }
        if (e.what == kind::speaker && before != kind::attribution) return "a speaker of nothing: " + line;
        if (e.what == kind::cue && before != kind::speaker) return "a cue of nothing: " + line;
        if (e.what == kind::speaker || e.what == kind::cue) {
            if (e.what == kind::speaker) who = e;
            if (e.begin >= e.end) return "no extent: " + line;
            if (e.end > place) return "not yet told: " + line;
            const bool is_carried = who.evidence == stet::speaker_evidence::carried;
            if (!is_carried && e.begin < block) return "in another block: " + line;
            if (!is_carried && (e.begin + Limits::before < about.begin || e.end > about.end + Limits::after))
                return "farther away than is looked: " + line;
            if (cuts(e.begin) || cuts(e.end)) return "cuts a code point: " + line;
        }
        if (e.what == kind::speaker && (e.shape == stet::speaker_shape::none || e.evidence == stet::speaker_evidence::none))
            return "no shape or evidence: " + line;
        if (is_fact(e) && !each.text.empty()) return "a fact with text: " + line;
        if (!is_fact(e) && !ends) place = e.end;
        if (e.what == kind::quote && ends && !e.nested) waiting.push_back(e);
        if (stet::is_block(e.what) && begins) block = e.begin;
        if (stet::is_block(e.what) && ends && !waiting.empty()) return "not told before its block's end: " + line;
        before = e.what;
    }
    return waiting.empty() ? "" : "never told";
}

struct golden {
    std::string name;
    std::string text;
    std::string events;
};

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

// The golden texts, and the example article beside its own trace.
inline std::vector<golden> golden_files() {
    const std::filesystem::path root = STET_SOURCE_DIR;
    std::vector<golden> files;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/golden")) {
        if (entry.path().extension() != ".events") continue;
        std::filesystem::path text = entry.path();
        text.replace_extension(".txt");
        if (!std::filesystem::exists(text)) text = root / "examples/article.txt";
        files.push_back({entry.path().stem().string(), read_file(text), read_file(entry.path())});
    }
    std::sort(files.begin(), files.end(), [](const golden& a, const golden& b) { return a.name < b.name; });
    return files;
}

// What the fuzzers found worth keeping, without the byte that says how it is cut.
inline std::vector<std::string> fuzz_corpus() {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(STET_SOURCE_DIR "/fuzz/corpus")) {
        const std::string input = read_file(entry.path());
        if (!input.empty()) texts.push_back(input.substr(1));
    }
    std::sort(texts.begin(), texts.end());
    if (texts.size() < 1000) throw std::runtime_error("fuzz/corpus is not whole");
    return texts;
}

}  // namespace harness

#endif  // STET_TESTS_HARNESS_HPP
