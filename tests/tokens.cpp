// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "harness.hpp"
