// SPDX-License-Identifier: MIT
// The test program's main, which Catch2 2 makes from a macro and Catch2 3 brings along.
#if !__has_include(<catch2/catch_test_macros.hpp>)
#define CATCH_CONFIG_MAIN
#endif
#include "catch.hpp"
