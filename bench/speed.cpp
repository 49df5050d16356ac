// SPDX-License-Identifier: MIT
// speed [--largest] [OPTION OF GOOGLE BENCHMARK]...: the speed of stet, and of what it is
// compared with, over the same text in the same run. compare.py runs it and makes a table of it.
//
//     stet/WAY, stet+speakers/WAY          the main text, whole, in pieces, by put()
//     layout/..., script/...               whole; scripts are generated
//     family/...                           whole; texts that make a parser work hard
//     growth/SIZE                          an article of that size, streamed; and its memory
//
// With "+speakers" before the slash: who said it, too.
#include "speed.hpp"

#include "families.hpp"
#include "ways.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstring>
#include <iostream>
#include <memory>
#include <utility>

namespace bench {

void add(const std::string& name, std::function<const corpus&()> texts,
         std::function<size_t(const std::string&)> pass) {
    benchmark::RegisterBenchmark(name.c_str(), [texts, pass](benchmark::State& state) {
        const corpus& all = texts();
        for (auto step : state) {
            static_cast<void>(step);
            size_t number = 0;
            try {
                for (; number < all.articles.size(); ++number) {
                    size_t sum = pass(all.articles[number]);
                    benchmark::DoNotOptimize(sum);
                }
            } catch (const std::exception& error) {
                const std::string file = number < all.files.size()
                                             ? all.files[number]
                                             : "article " + std::to_string(number);
                state.SkipWithError((file + ": " + error.what()).c_str());
                break;
            }
        }
        state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                                static_cast<int64_t>(all.bytes));
    });
}

namespace {

// Both with and without who said it.
template <class Lexicon = stet::english>
void add_both(const std::string& group, const std::string& name, const way& how,
              const std::function<const corpus&()>& texts) {
    add(group + "/" + name, texts,
        [how](const std::string& text) { return read<void>(text, how); });
    add(group + "+speakers/" + name, texts,
        [how](const std::string& text) { return read<Lexicon>(text, how); });
}

// A corpus that is made when it is first asked for, and kept.
std::function<const corpus&()> once(const std::function<corpus()>& make) {
    auto kept = std::make_shared<corpus>();
    return [kept, make]() -> const corpus& {
        if (kept->articles.empty()) *kept = make();
        return *kept;
    };
}

void add_stet() {
    for (auto [name, how] : {std::pair<const char*, way>{"whole", {}},
                             {"64KB", {way::feed, 1 << 16}},
                             {"4KB", {way::feed, 1 << 12}},
                             {"64B", {way::feed, 64}},
                             {"1B", {way::feed, 1}},
                             {"put", {way::put, 0}}})
        add_both("stet", name, how, main_corpus);
    for (std::string layout : {"dense", "spaced", "wrapped"})
        add_both("layout", layout, {}, once([layout] { return laid_out(main_corpus(), layout); }));
    for (const script& is : scripts) {
        const auto texts = once([&is] { return generated(is, 2 << 20); });
        if (is.name == std::string("german"))
            add_both<stet::german>("script", is.name, {}, texts);
        else
            add_both("script", is.name, {}, texts);
    }
    for (const harness::family& each : harness::families)
        add_both(
            "family", each.name, {}, once([&each] {
                return finished({{}, {harness::repeated(each.unit, 1 << 16)}, 0, {}}, each.name);
            }));
}

// ---- growth ----

// Streams an article of `size` bytes, the articles of the corpus again and again from number
// `next` on, in pieces of 4 KB: the text itself is never in memory.
template <class Source>
size_t stream(size_t size, size_t& next, stet::reader<>& in, Source& told) {
    const std::vector<std::string>& articles = main_corpus().articles;
    size_t sum = 0;
    while (size != 0) {
        const std::string& article = articles[next++ % articles.size()];
        const size_t part = std::min(size, article.size());
        sum += pull_pieces({article.data(), part}, {way::feed, 4096}, in, told);
        size -= part;
    }
    in.finish();
    return sum + pull(told);
}

void add_growth(bool speakers, const std::string& name, size_t size) {
    const std::string full = (speakers ? "growth+speakers/" : "growth/") + name;
    benchmark::RegisterBenchmark(full.c_str(), [=](benchmark::State& state) {
        static stet::reader<> in;
        size_t next = 0;
        for (auto step : state) {
            static_cast<void>(step);
            in.restart();
            size_t sum = 0;
            if (speakers) {
                auto told = stet::attribute(in);
                sum = stream(size, next, in, told);
            } else {
                sum = stream(size, next, in, in);
            }
            benchmark::DoNotOptimize(sum);
        }
        state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                                static_cast<int64_t>(size));
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        state.counters["peak_kB"] = static_cast<double>(used.ru_maxrss);
    });
}

}  // namespace
}  // namespace bench

int main(int count, char** arguments) {
    bool largest = false;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(arguments[i], "--largest") != 0) continue;
        largest = true;
        std::copy(arguments + i + 1, arguments + count, arguments + i);
        --count;
    }
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
#ifdef __AVX2__
    if (!__builtin_cpu_supports("avx2"))
        return std::cerr << "speed: byte 0: this machine has no AVX2\n", 1;
#endif
    try {
        benchmark::AddCustomContext("corpus", bench::main_corpus().about);
    } catch (const std::exception& error) {
        return std::cerr << "speed: " << error.what() << '\n', 1;
    }
    bench::add_stet();
    benchmark::AddCustomContext("others", bench::add_others());
    benchmark::AddCustomContext("compiler", STET_COMPILER);
    for (bool speakers : {false, true}) {
        bench::add_growth(speakers, "1KB", 1 << 10);
        bench::add_growth(speakers, "1MB", 1 << 20);
        bench::add_growth(speakers, "64MB", 64 << 20);
        if (largest) bench::add_growth(speakers, "1GB", 1 << 30);
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
