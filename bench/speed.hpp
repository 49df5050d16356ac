// SPDX-License-Identifier: MIT
// speed.hpp: what speed.cpp and others.cpp share.
#ifndef STET_BENCH_SPEED_HPP
#define STET_BENCH_SPEED_HPP

#include "corpus.hpp"

#include <functional>
#include <string>

namespace bench {

// Registers a benchmark that goes over all articles in each iteration. `texts` gives the corpus,
// and is called when the benchmark is run; `pass` reads one article and gives any number.
void add(const std::string& name, std::function<const corpus&()> texts,
         std::function<size_t(const std::string&)> pass);

// Registers what stet is compared with.
//   Gives: its names and versions, and what is missing.
std::string add_others();

}  // namespace bench

#endif  // STET_BENCH_SPEED_HPP
