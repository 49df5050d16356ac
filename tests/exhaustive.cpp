// SPDX-License-Identifier: MIT
// Law 1 over all small texts: every text of up to five symbols in every chunking; laws 2 and
// 3 on each of them.
#include "catch.hpp"
#include "harness.hpp"

namespace {

const std::vector<std::string> alphabet = {
    "a", "B", " ", "\n", "\r", ".", "\"", "'", "-", "\xE2\x80\x9C", "\xE2", "\xFF",
};

// What an event says, without its text, which lies in different places.
struct print {
    uint64_t first, second;
};
bool operator!=(print left, print right) {
    return left.first != right.first || left.second != right.second;
}
print print_of(const stet::event& e) {
    const uint64_t flags = uint64_t(e.nested) | uint64_t(e.continued) << 1 | uint64_t(e.unclosed) << 2 |
                           uint64_t(e.whole) << 3;
    return {uint64_t(e.begin) << 32 | e.end,
            uint64_t(e.what) | uint64_t(e.side) << 8 | uint64_t(e.level) << 16 | uint64_t(e.reason) << 24 |
                uint64_t(e.quoted) << 32 | flags << 40 | uint64_t(e.index) << 48};
}

// The pieces of a text: bit i of `cuts` says that a piece ends after byte i.
bool told_alike(const std::string& text, unsigned cuts, const print* whole, size_t count) {
    static stet::reader<harness::tiny_limits> in;
    in.restart();
    stet::event e;
    size_t next = 0;
    const auto take = [&] {
        while (in.next(e)) {
            if (next == count || print_of(e) != whole[next]) return false;
            if (e.what == stet::kind::text && text.compare(e.begin, e.end - e.begin, e.text().data, e.text().size) != 0)
                return false;
            ++next;
        }
        return true;
    };
    size_t from = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if ((cuts >> i & 1) == 0 && i + 1 != text.size()) continue;
        if (in.feed({text.data() + from, i + 1 - from}) != i + 1 - from || !take()) return false;
        from = i + 1;
    }
    in.finish();
    return take() && next == count && in.done();
}

}  // namespace

TEST_CASE("every text of up to five symbols is told the same in every chunking", "[exhaustive]") {
    size_t texts = 0;
    size_t chunkings = 0;
    std::vector<size_t> symbols;
    for (size_t length = 0; length <= 5; ++length) {
        symbols.assign(length, 0);
        for (;;) {
            std::string text;
            for (size_t symbol : symbols) text += alphabet[symbol];
            print whole[64];
            size_t count = 0;
            const harness::exact copy(text);
            for (stet::event e : stet::parse<harness::tiny_limits>(copy.view())) whole[count++] = print_of(e);
            REQUIRE(count < 64);
            ++texts;
            const unsigned every = text.size() < 2 ? 1u : 1u << (text.size() - 1);
            for (unsigned cuts = 0; cuts < every; ++cuts, ++chunkings) {
                if (told_alike(text, cuts, whole, count)) continue;
                INFO("cuts " << cuts << " of: " << text);
                FAIL("told differently");
            }
            if (texts % 7 == 0) {
                const harness::trace events = harness::parse<harness::tiny_limits>(text);
                if (harness::broken_law(text, events, harness::tiny_limits::run) != "") {
                    INFO(text << '\n' << harness::lines_of(events));
                    REQUIRE(harness::broken_law(text, events, harness::tiny_limits::run) == "");
                }
            }
            size_t at = 0;
            while (at < length && ++symbols[at] == alphabet.size()) symbols[at++] = 0;
            if (at == length) break;
        }
    }
    CHECK(texts == 1 + 12 + 144 + 1728 + 20736 + 248832);
    WARN(texts << " texts, " << chunkings << " chunkings");
}
