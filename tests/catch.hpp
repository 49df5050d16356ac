// SPDX-License-Identifier: MIT
// catch.hpp: Catch2, version 2 or 3, whichever is installed.
#ifndef STET_TESTS_CATCH_HPP
#define STET_TESTS_CATCH_HPP

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif  // STET_TESTS_CATCH_HPP
