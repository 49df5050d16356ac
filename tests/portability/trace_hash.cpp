// SPDX-License-Identifier: MIT
// trace_hash FILE...: one number for all that is told of these texts: by parse, by a reader byte
// by byte, and with the layer in both languages. It is the same for every compiler, machine and
// order of bytes; same_everywhere.py compares it. (C's input and output, so that a sanitizer that
// has to know the whole library can be used, too.)
#include "../high_article.hpp"

#include <cstdio>
#include <vector>

namespace {

struct small : stet::default_limits {
    static constexpr size_t heading = 40;
    static constexpr size_t next = 24;
    static constexpr size_t run = 20;
    static constexpr size_t before = 60;
    static constexpr size_t after = 50;
    static constexpr size_t window = 2 * (heading + next);
};

class trace_hash {
public:
    void add(uint32_t number) {
        for (int i = 0; i < 4; ++i, number >>= 8) hash_ = (hash_ ^ (number & 0xFF)) * 0x100000001B3u;
    }
    void add(const stet::event& e) {
        ++events_;
        add(uint32_t(e.what) | uint32_t(e.side) << 8 | uint32_t(e.level) << 16 | uint32_t(e.reason) << 24);
        add(uint32_t(e.quoted) | uint32_t(e.shape) << 8 | uint32_t(e.evidence) << 16 | uint32_t(e.nested) << 24 |
            uint32_t(e.continued) << 25 | uint32_t(e.unclosed) << 26 | uint32_t(e.whole) << 27);
        add(e.index);
        add(e.begin);
        add(e.end);
        for (char one : e.text()) add(static_cast<uint8_t>(one));
    }
    template <class Source> void add_all(Source&& source) {
        for (stet::event e; source.next(e);) add(e);
    }
    void print() const { std::printf("%016llx %lu events\n", static_cast<unsigned long long>(hash_), events_); }

private:
    uint64_t hash_ = 0xCBF29CE484222325u;
    unsigned long events_ = 0;
};

template <class Limits, class Lexicon> void tell(const stet::view& text, trace_hash& hash) {
    hash.add_all(stet::parse<Limits>(text));
    hash.add_all(stet::attribute<Lexicon>(stet::parse<Limits>(text, stet::start::body)));
    static stet::reader<Limits> in;
    in.restart();
    auto layer = stet::attribute<Lexicon>(in);
    for (size_t i = 0; i < text.size;) {
        i += in.put(text[i]);
        hash.add_all(layer);
    }
    in.finish();
    hash.add_all(layer);
    harness::high_article<Limits> high(text);
    auto high_layer = stet::attribute<Lexicon>(high);
    for (size_t i = 0; i < text.size; ++i) {
        high.arrive(1);
        hash.add_all(high_layer);
    }
    high.finish(false);
    hash.add_all(high_layer);
}

bool read(const char* name, std::vector<char>& text) {
    text.clear();
    std::FILE* file = std::fopen(name, "rb");
    if (file == nullptr) return false;
    for (int one; (one = std::fgetc(file)) != EOF;) text.push_back(static_cast<char>(one));
    std::fclose(file);
    text.shrink_to_fit();
    return true;
}

}  // namespace

int main(int count, char** names) {
    trace_hash hash;
    std::vector<char> text;
    for (int i = 1; i < count; ++i) {
        if (!read(names[i], text)) return std::fprintf(stderr, "trace_hash: %s: cannot be read\n", names[i]), 1;
        tell<stet::default_limits, stet::english>(text, hash);
        tell<small, stet::german>(text, hash);
    }
    hash.print();
    return count > 1 ? 0 : 1;
}
