// SPDX-License-Identifier: MIT
// wasm.cpp: a WebAssembly module that imports nothing. Whoever runs it calls take() for each byte, then finish(),
// and reads what was printed at printed(), printed_size() bytes, whenever it likes.
#include "board.hpp"

#define EXPORTED(name) __attribute__((export_name(name)))

static char output[4096];
static size_t output_size;

void write(const char* data, size_t size) {
    for (size_t i = 0; i < size && output_size < sizeof output; ++i) output[output_size++] = data[i];
}

EXPORTED("take") void take_exported(char one) { take(one); }
EXPORTED("finish") bool finish_exported() { return finish(); }
EXPORTED("printed") const char* printed() { return output; }
EXPORTED("printed_size") size_t printed_size() {
    const size_t size = output_size;
    output_size = 0;
    return size;
}
