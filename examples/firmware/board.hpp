// SPDX-License-Identifier: MIT
// board.hpp: what a board and an application know of each other, and nothing else.
#ifndef BOARD_HPP
#define BOARD_HPP
#include <stddef.h>

extern "C" {
// Of the application, called by the board.
void take(char one);  // a byte of the article has come
bool finish();        // nothing follows; false: something is wrong
// Of the board, called by the application.
void write(const char* data, size_t size);
}

// Where the line has no end of its own, this byte is it (EOT).
constexpr char end_of_transmission = 4;

#endif  // BOARD_HPP
