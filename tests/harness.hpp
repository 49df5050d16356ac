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

// Small limits: everything that is bounded is met in texts of a line.
struct tiny_limits : stet::default_limits {
    static constexpr size_t heading = 24;
    static constexpr size_t next = 16;
    static constexpr size_t run = 16;
    static constexpr size_t window = 2 * (heading + next);
    static constexpr size_t depth = 2;
};

// The smallest limits there can be.
struct least_limits : stet::default_limits {
    static constexpr size_t heading = 16, next = 16, run = 16, depth = 1, before = 16, after = 16;
    static constexpr size_t window = 2 * (heading + next);
};

// Those where more is seen behind a block than of it.
struct far_sighted : least_limits {
    static constexpr size_t next = 200;
    static constexpr size_t window = 2 * (heading + next);
};

// Limits that count the steps of all that is parsed with them.
inline size_t steps_taken = 0;
template <class Limits = stet::default_limits> struct counting : Limits {
    static void steps(size_t count) { steps_taken += count; }
};

// What the small texts are made of that are walked through one by one.
inline const std::vector<std::string> few_symbols = {
    "a", "B", " ", "\n", "\r", ".", "\"", "'", "-", "\xE2\x80\x9C", "\xE2", "\xFF",
    "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x98", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9E",
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

// The same of a literal, for constant expressions: in them a byte too many is an error.
template <size_t Size> struct exact_literal {
    char bytes[Size - 1] = {};

    constexpr explicit exact_literal(const char (&text)[Size]) noexcept {
        for (size_t i = 0; i < Size - 1; ++i) bytes[i] = text[i];
    }
    constexpr const char* data() const noexcept { return bytes; }
    constexpr size_t size() const noexcept { return Size - 1; }
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
    auto source = stet::parse<Limits>(copy.view(), from);
    for (stet::event e : source) events.emplace_back(e);
    if (!source.done()) throw std::logic_error("not done at the text's end");
    return events;
}

// Feeds a reader and takes the events of a source over it, all that are ready or `at_once` at
// most; `size_of(i)` gives the size of piece number i. Every piece is a block of exactly its size.
template <class Reader, class Source, class SizeOf>
trace fed(Reader& in, Source& source, std::string_view text, const SizeOf& size_of,
          size_t at_once = std::string_view::npos) {
    trace events;
    stet::event e;
    size_t piece_number = 0;
    while (!text.empty()) {
        const size_t size = std::min<size_t>(size_of(piece_number++), text.size());
        const exact piece(text.substr(0, size));
        text.remove_prefix(size);
        size_t given = 0;
        bool stood = false;
        while (given < size) {
            const size_t before = events.size();
            const size_t taken = in.feed(piece.view().sub(given, size));
            given += taken;
            while (events.size() - before < at_once && source.next(e)) events.emplace_back(e);
            // (What next() passes over without an event makes room, too.)
            const bool stands = taken == 0 && before == events.size();
            if (stands && stood) throw std::logic_error("the reader is stuck");
            stood = stands;
        }
    }
    in.finish();
    while (source.next(e)) events.emplace_back(e);
    if (!source.done()) throw std::logic_error("not done after finish()");
    return events;
}
template <class Limits, class SizeOf>
trace read(std::string_view text, const SizeOf& size_of, stet::start from = stet::start::article,
           size_t at_once = std::string_view::npos) {
    static stet::reader<Limits> in;
    in.restart(from);
    return fed(in, in, text, size_of, at_once);
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
trace attribute_in_pieces(std::string_view text, const SizeOf& size_of, stet::start from,
                          size_t at_once = std::string_view::npos) {
    static stet::reader<Limits> in;
    in.restart(from);
    auto layer = stet::attribute<Lexicon>(in);
    return fed(in, layer, text, size_of, at_once);
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

// What the contract's table of input says of a code point; not by stet's own tables, either.
inline bool is_line_end(uint32_t point) {
    return point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
}
inline bool is_control(uint32_t point) {
    return (point < 0x20 || (point >= 0x7F && point <= 0x9F)) && point != '\t' && !is_line_end(point);
}
inline bool is_bidi(uint32_t point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}
inline bool is_blank(uint32_t point) {
    return is_line_end(point) || point == ' ' || point == '\t' || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200B) || point == 0x202F || point == 0x205F || point == 0x3000 ||
           point == 0xFEFF;
}

// Laws 2 and 3, and what events are by the contract's tables, one event after the other.
class laws {
public:
    laws(std::string_view text, size_t run) : text_(text), run_(run) {}

    // What is wrong with the next event, or nullptr.
    const char* broken_by(const told& each) {
        const stet::event& e = each.event;
        if (e.begin > e.end || e.end > text_.size()) return "offsets outside of the text";
        if (says_too_much(e)) return "says what its kind has not";
        const bool is_span = e.side == stet::edge::span;
        if (is_span != (e.what > stet::kind::quote)) return "a span that should begin and end, or the other way round";
        const bool has_text = is_span && e.what != stet::kind::note;
        if (each.text != (has_text ? text_.substr(e.begin, e.end - e.begin) : "")) return "text() is another text";
        if (cut_off_ && !(e.side == stet::edge::end || e.reason == stet::note_reason::unclosed))
            return "goes on behind its end at 4 GiB";
        const bool needs_heading = last_.what == stet::kind::section && last_.side == stet::edge::begin;
        if (needs_heading != (e.what == stet::kind::heading && e.side == stet::edge::begin) ||
            (needs_heading && (e.begin != last_.begin || e.level != last_.level)))
            return "a section that does not begin with its heading";
        const bool was_left_open = last_.reason == stet::note_reason::unclosed;
        if (was_left_open != e.unclosed) return "a quotation left open without its note";
        const char* wrong = is_span ? span(e) : e.side == stet::edge::begin ? begin(e) : end(e);
        last_ = e;
        return wrong;
    }
    const char* broken_by_the_end() const {
        if (!open_.empty()) return "never ended";
        return is_gap(at_, text_.size()) ? nullptr : "lost at the end";
    }

private:
    // (Of what has a begin and an end, whether both say the same is seen at the end.)
    static bool says_too_much(const stet::event& e) {
        using stet::kind;
        const bool is_quote = e.what == kind::quote;
        const bool is_end = e.side == stet::edge::end;
        return is_fact(e) || (e.level != 0) != (e.what == kind::section || e.what == kind::heading) || e.level > 6 ||
               (e.index != 0) != (e.what == kind::section) ||
               (e.reason != stet::note_reason::none) != (e.what == kind::note) ||
               (e.quoted != stet::quote_class::none) != (is_quote && is_end) ||
               ((e.nested || e.continued) && !is_quote) || ((e.unclosed || e.whole) && !(is_quote && is_end)) ||
               e.shape != stet::speaker_shape::none || e.evidence != stet::speaker_evidence::none;
    }

    const char* begin(const stet::event& e) {
        if (e.begin != e.end) return "a begin has no extent";
        if (stet::is_block(e.what)) {
            if (in_block_) return "a block in a block";
            if (!is_gap(at_, e.begin)) return "lost between blocks";
            if (ended_level_ != 0 && e.what != stet::kind::heading && (e.what != stet::kind::furniture || !open_.empty()))
                return "its section has ended too early";
            in_block_ = true;
            ended_level_ = 0;
            at_ = e.begin;
        } else if (e.what == stet::kind::section) {
            if (in_block_) return "a section in a block";
            if (!open_.empty() && open_.back().level >= e.level) return "a section in one that is no higher";
            if (ended_level_ != 0 && ended_level_ < e.level) return "the section before has ended too early";
            if (sections_ != 0xFFFF) ++sections_;
            if (e.index != sections_) return "sections are not counted";
        } else {
            if (!in_block_ || e.begin != at_) return "begins where it should not";
            const bool is_nested = open_.back().what == stet::kind::quote;
            if (e.what == stet::kind::quote && e.nested != is_nested) return "nested, and is not, or the other way round";
        }
        open_.push_back(e);
        return nullptr;
    }

    const char* end(const stet::event& e) {
        if (open_.empty() || open_.back().what != e.what || open_.back().begin != e.begin) return "ends what is not open";
        if (open_.back().level != e.level || open_.back().nested != e.nested || open_.back().continued != e.continued ||
            open_.back().index != e.index)
            return "its end says other things than its begin";
        open_.pop_back();
        if (e.what == stet::kind::section) {
            if (e.end != block_end_) return "a section does not end with its last block";
            ended_level_ = e.level;  // (inner ones end first)
            return nullptr;
        }
        if (e.end != at_) return "its extent is not tiled";
        if (stet::is_block(e.what)) {
            in_block_ = false;
            block_end_ = e.end;
        }
        return nullptr;
    }

    const char* span(const stet::event& e) {
        if (in_block_ ? e.begin != at_ : e.what != stet::kind::note || e.begin < at_) return "a gap or an overlap";
        if (!in_block_ && !is_gap(at_, e.begin)) return "lost before a note";
        at_ = e.end;
        const std::string_view bytes = text_.substr(e.begin, e.end - e.begin);
        if (e.what == stet::kind::note) return note(e, bytes);
        if (bytes.empty()) return "an empty span";
        if (e.what == stet::kind::text && bytes.size() > run_) return "too long";
        size_t line_ends = 0;
        for (size_t i = 0; i < bytes.size();) {
            const decoded one = decode(bytes.substr(i));
            if (!one.well) return "no UTF-8";
            if (is_control(one.point) || is_bidi(one.point)) return "not told as a note";
            line_ends += is_line_end(one.point) && !(one.point == '\n' && i != 0 && bytes[i - 1] == '\r');
            i += one.size;
        }
        if (line_ends != (e.what == stet::kind::soft_break)) return "line ends that should not be there, or none";
        return e.what != stet::kind::soft_break || is_gap(e.begin, e.end) ? nullptr : "words in a line end";
    }

    // Does it cover what it says, all of that and nothing else?
    const char* note(const stet::event& e, std::string_view bytes) {
        const decoded first = e.begin < text_.size() ? decode(text_.substr(e.begin)) : decoded{0, 0, true};
        const bool is_one = first.size == bytes.size();
        bool right = bytes.empty();  // unclosed, too_long
        switch (e.reason) {
        case stet::note_reason::ill_formed: right = !first.well && is_one; break;
        case stet::note_reason::bidi: right = first.well && is_bidi(first.point) && is_one; break;
        case stet::note_reason::utf16: right = e.begin == 0 && (bytes == "\xFF\xFE" || bytes == "\xFE\xFF"); break;
        case stet::note_reason::control:
            right = !bytes.empty() && (last_.reason != stet::note_reason::control || last_.end != e.begin);
            for (size_t i = 0; right && i < bytes.size();) {
                const decoded one = decode(bytes.substr(i));
                right = one.well && is_control(one.point);
                i += one.size;
            }
            break;
        case stet::note_reason::too_long: cut_off_ = true; break;
        default: break;
        }
        return right ? nullptr : "a note of something else";
    }

    bool is_gap(size_t first, size_t last) const {  // white space, and nothing else
        while (first < last) {
            const decoded one = decode(text_.substr(first, last - first));
            if (!one.well || !is_blank(one.point)) return false;
            first += one.size;
        }
        return true;
    }

    std::string_view text_;
    size_t run_;
    std::vector<stet::event> open_;
    stet::event last_;
    size_t at_ = 0;            // everything before it is covered
    size_t block_end_ = 0;     // of the last block
    uint16_t sections_ = 0;
    uint8_t ended_level_ = 0;  // of the section that ended since the last block
    bool in_block_ = false;
    bool cut_off_ = false;
};

// Gives what is wrong by the laws above, or nothing.
inline std::string broken_law(std::string_view text, const trace& events, size_t run) {
    laws all(text, run);
    for (const told& each : events)
        if (const char* wrong = all.broken_by(each)) return std::string(wrong) + ": " + line_of(each.event);
    const char* wrong = all.broken_by_the_end();
    return wrong != nullptr ? wrong : "";
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
