// SPDX-License-Identifier: MIT
// host.cpp: the board that is no board: standard input and output.
#include <stdio.h>
#include "board.hpp"

void write(const char* data, size_t size) { fwrite(data, 1, size, stdout); }

int main() {
    for (int one; (one = getchar()) != EOF && one != end_of_transmission;) take(static_cast<char>(one));
    if (!ferror(stdin)) return finish() ? 0 : 1;
    fputs("outline: standard input cannot be read\n", stderr);
    return 1;
}
