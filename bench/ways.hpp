// SPDX-License-Identifier: MIT
// ways.hpp: the ways to have an article read: whole, in pieces, byte by byte; each with who
// said it (a Lexicon) or without (void).
#ifndef STET_BENCH_WAYS_HPP
#define STET_BENCH_WAYS_HPP

#include <stet.hpp>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace bench {

struct way {
    enum { whole, feed, put } by = whole;
    size_t piece = 0;  // bytes; of feed
};

// "whole", "put" or the size of a piece in bytes.
inline way way_named(const std::string& name) {
    if (name == "whole") return {way::whole, 0};
    if (name == "put") return {way::put, 0};
    char* end = nullptr;
    const size_t piece = std::strtoul(name.c_str(), &end, 10);
    if (piece == 0 || *end != 0)
        throw std::runtime_error(name + ": byte 0: neither whole, put nor a size in bytes");
    return {way::feed, piece};
}

// Takes every event there is; the sum keeps the compiler from leaving any out.
template <class Source>
size_t pull(Source& from) {
    size_t sum = 0;
    for (stet::event e; from.next(e);) sum += e.end + static_cast<size_t>(e.what);
    return sum;
}

// Gives a text to a reader; `told` is the reader or a layer over it. The article goes on.
template <class Reader, class Source>
size_t pull_pieces(const stet::view& text, const way& how, Reader& in, Source& told) {
    size_t sum = 0;
    if (how.by == way::put) {
        for (char one : text) {
            while (!in.put(one)) sum += pull(told);
            sum += pull(told);
        }
    } else {
        for (size_t at = 0; at < text.size; at += how.piece) {
            const stet::view piece = text.sub(at, at + how.piece);
            for (size_t given = 0; given < piece.size;) {
                given += in.feed(piece.sub(given, piece.size));
                sum += pull(told);
            }
        }
    }
    return sum;
}

// Reads one article. Gives a sum over its events.
template <class Lexicon>
size_t read(const stet::view& text, const way& how) {
    constexpr bool speakers = !std::is_void_v<Lexicon>;
    if (how.by == way::whole) {
        if constexpr (speakers) {
            auto told = stet::attribute<Lexicon>(stet::parse(text));
            return pull(told);
        } else {
            auto told = stet::parse(text);
            return pull(told);
        }
    }
    static stet::reader<> in;
    in.restart();
    if constexpr (speakers) {
        auto told = stet::attribute<Lexicon>(in);
        const size_t sum = pull_pieces(text, how, in, told);
        in.finish();
        return sum + pull(told);
    } else {
        const size_t sum = pull_pieces(text, how, in, in);
        in.finish();
        return sum + pull(in);
    }
}

}  // namespace bench

#endif  // STET_BENCH_WAYS_HPP
