// SPDX-License-Identifier: MIT
// Law 1 over all small texts: every text of up to five symbols in every chunking, told by a
// machine; laws 2 and 3 on each of them. Every seventh is also read by a reader, byte by byte.
// (That the whole text is told as it should be is seen in model.cpp.)
//
// The chunkings of a text of n bytes are the 2^(n-1) paths from its beginning to its end. They
// are not walked one by one: what a machine tells from a place on depends on its state there and
// on nothing else, so that paths which meet in the same state at the same place, having told
// the same, are walked on once. Texts with a common beginning share its paths.
#include "catch.hpp"
#include "harness.hpp"

namespace {

using limits = harness::tiny_limits;
using machine = stet::detail::machine<limits, stet::quotations<limits>, stet::block_rules>;

// A machine that has seen the text up to a place, and a fingerprint of what it has told.
struct walker {
    machine at;
    uint64_t told;

    bool operator==(const walker& other) const {
        return told == other.told && std::memcmp(&at, &other.at, sizeof at) == 0;
    }
};

uint64_t mixed(uint64_t hash, uint64_t more) { return (hash ^ more) * 0x9E3779B97F4A7C15u ^ (hash >> 29); }

// What is done to an event before it is looked at: nothing, but where the check is checked.
using alteration = void (*)(stet::event&);
void as_told(stet::event&) {}

// The longest text: what fills the look-ahead, and five symbols.
constexpr size_t most_bytes = limits::heading + 2 + 3 * 5;

// Takes all events that are ready. Bytes that the machine no longer keeps are gone, as they are
// in a reader: marks stand in their place, and behind the text.
void drain(walker& one, const char* text, size_t size, bool closed, alteration alter = as_told) {
    char window[3 * most_bytes];
    std::memset(window, '"', sizeof window);
    char* const kept = window + most_bytes;
    const size_t gone = std::min<size_t>(one.at.keep(), size);  // (which a fault may exceed)
    std::memcpy(kept, text + gone, size - gone);
    const stet::detail::input in(kept, static_cast<stet::offset>(gone), static_cast<stet::offset>(size - gone), closed, false);
    stet::event e;
    while ((in.closed || !one.at.needs_past(in.end)) && !one.at.still_waits(in) && one.at.next(in, e)) {
        alter(e);
        const uint64_t flags = uint64_t(e.nested) | uint64_t(e.continued) << 1 | uint64_t(e.unclosed) << 2 |
                               uint64_t(e.whole) << 3 | uint64_t(e.data == nullptr || e.data == in.at(e.begin)) << 4;
        one.told = mixed(one.told, uint64_t(e.begin) << 32 | e.end);
        one.told = mixed(one.told, uint64_t(e.what) | uint64_t(e.side) << 8 | uint64_t(e.level) << 16 |
                                       uint64_t(e.reason) << 24 | uint64_t(e.quoted) << 32 | flags << 40 |
                                       uint64_t(e.index) << 48);
    }
}

class all_texts {
public:
    // All texts that begin with this one, which is not cut, and go on with so many symbols. What
    // pieces tell before the text's end is altered.
    all_texts(const std::string& first, size_t most_symbols, alteration alter = as_told)
        : most_symbols_(most_symbols), alter_(alter) {
        for (char byte : first) text_[size_++] = byte;
        first_ = size_;
        walker start{machine(stet::start::article, 0), 0};
        drain(start, text_, size_, false);
        walkers_[size_].push_back(start);
    }

    // Appends each symbol to the text, walks there on every path, and goes on from there.
    void extend(size_t symbols = 0) {
        if (!wrong.empty()) return;
        check();
        if (symbols == most_symbols_) return;
        const size_t size = size_;
        for (const std::string& symbol : harness::few_symbols) {
            for (char byte : symbol) add(byte);
            extend(symbols + 1);
            size_ = size;
        }
    }

    size_t texts = 0;
    size_t steps = 0;   // walked, from one place to a later one
    std::string wrong;  // with the first text that is told wrong

private:
    // One more byte: from every place before it, a piece may end behind it.
    void add(char byte) {
        text_[size_] = byte;
        ++size_;
        auto& here = walkers_[size_];
        here.clear();
        for (size_t from = first_; from < size_; ++from) {
            for (const walker& each : walkers_[from]) {
                walker next = each;
                drain(next, text_, size_, false, alter_);
                ++steps;
                if (std::find(here.begin(), here.end(), next) == here.end()) here.push_back(next);
            }
        }
    }

    void check() {
        ++texts;
        walker whole = walkers_[first_][0];
        drain(whole, text_, size_, true);
        bool alike = whole.at.done();
        for (walker each : walkers_[size_]) {
            drain(each, text_, size_, true);
            alike = alike && each.at.done() && each.told == whole.told;
        }
        const std::string_view text(text_, size_);
        const harness::trace events = harness::parse<limits>(text);
        const std::string broken = harness::broken_law(text, events, limits::run);
        const bool is_read = texts % 7 == 0;
        if (!alike) wrong = "told differently in some chunking";
        else if (broken != "") wrong = broken;
        else if (is_read && harness::read<limits>(text, size_t{1}) != events) wrong = "a reader tells it differently";
        else return;
        wrong += ": " + std::string(text) + '\n' + harness::lines_of(events);
    }

    size_t most_symbols_;
    alteration alter_;
    char text_[most_bytes] = {};
    size_t size_ = 0;
    size_t first_ = 0;
    std::vector<walker> walkers_[most_bytes + 1];
};

}  // namespace

TEST_CASE("every text of up to five symbols is told the same in every chunking", "[exhaustive]") {
    // From the article's start on, where all of it is in the look-ahead; and in a block that is
    // longer than that, where it is told as it comes.
    for (const std::string& first : {std::string(), std::string(limits::heading + 1, 'a') + ' '}) {
        all_texts every(first, 5);
        every.extend();
        CHECK(every.wrong == "");
        CHECK(every.texts == 1 + 18 + 324 + 5832 + 104976 + 1889568);
        WARN(every.texts << " texts behind " << first.size() << " bytes, " << every.steps
                         << " steps of their chunkings");
    }
}

TEST_CASE("the check of every chunking can fail: pieces that tell anything otherwise are seen") {
    const std::vector<alteration> alterations = {
        [](stet::event& e) { ++e.begin; },
        [](stet::event& e) { ++e.end; },
        [](stet::event& e) { e.what = e.what == stet::kind::note ? stet::kind::text : stet::kind::note; },
        [](stet::event& e) { e.side = e.side == stet::edge::span ? stet::edge::begin : stet::edge::span; },
        [](stet::event& e) { ++e.level; },
        [](stet::event& e) { ++e.index; },
        [](stet::event& e) { e.reason = e.reason == stet::note_reason::none ? stet::note_reason::bidi : stet::note_reason::none; },
        [](stet::event& e) { e.quoted = e.quoted == stet::quote_class::none ? stet::quote_class::direct : stet::quote_class::none; },
        [](stet::event& e) { e.nested = !e.nested; },
        [](stet::event& e) { e.continued = !e.continued; },
        [](stet::event& e) { e.unclosed = !e.unclosed; },
        [](stet::event& e) { e.whole = !e.whole; },
        [](stet::event& e) { e.data = e.data == nullptr ? "" : e.data + 1; },
    };
    // In front there is nothing; a note is told at once. In a block that is long, so is a quotation.
    for (const std::string& first : {std::string(), std::string(limits::heading + 1, 'a') + ' '}) {
        all_texts right(first, 2);
        right.extend();
        CHECK(right.wrong == "");
        for (size_t i = 0; i < alterations.size(); ++i) {
            all_texts every(first, 2, alterations[i]);
            every.extend();
            INFO("alteration " << i << " behind " << first.size() << " bytes");
            CHECK(every.wrong != "");
        }
    }
}
