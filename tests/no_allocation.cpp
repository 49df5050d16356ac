// SPDX-License-Identifier: MIT
// Law 4: nothing is allocated. The global operator new counts while a text is told.
#include "catch.hpp"
#include "harness.hpp"

#include <cstdlib>
#include <new>

namespace {
size_t allocations = 0;
}

void* operator new(size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
void* operator new(size_t size) {
    if (void* memory = operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc();
}
// Not inlined: GCC would see free() called on what operator new gave, and warn.
__attribute__((noinline)) void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { operator delete(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }

TEST_CASE("nothing is allocated while an article is told") {
    const std::string text = harness::read_file(std::string(STET_SOURCE_DIR) + "/examples/article.txt");
    static stet::reader<> in;
    size_t events = 0;
    const size_t before = allocations;
    for (stet::event e : stet::parse(text)) events += e.begin <= e.end;
    stet::event e;
    for (char one : text) {
        in.put(one);
        while (in.next(e)) ++events;
    }
    in.finish();
    while (in.next(e)) ++events;
    const size_t after = allocations;
    ::operator delete(::operator new(1));  // the count counts
    const size_t counted = allocations;
    CHECK(after == before);
    CHECK(counted == after + 1);
    CHECK(events > 200);
}
