// SPDX-License-Identifier: MIT
#ifndef STET_CONFIG_HPP
#define STET_CONFIG_HPP

#include <stddef.h>  // size_t
#include <stdint.h>  // uint8_t, uint16_t, uint32_t

// config.hpp: the version, the one assertion, and what is known of the compiler.
// Nothing here has to be set by a user. (scan.hpp has the other `#if`: vectors.)

#define STET_VERSION_MAJOR 0
#define STET_VERSION_MINOR 1
#define STET_VERSION_PATCH 0

// Guards stet's own beliefs in its own tests; it is never an assumption made to the
// optimiser. By default the condition is compiled and not run.
#ifndef STET_ASSERT
#define STET_ASSERT(condition) static_cast<void>(sizeof(condition))
#endif

#if !defined(__cplusplus) || (__cplusplus < 201703L && !defined(_MSVC_LANG))
#error "stet needs C++17: compile with -std=c++17 or later"
#endif

#endif  // STET_CONFIG_HPP
