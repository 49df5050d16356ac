// SPDX-License-Identifier: MIT
// The version is a version; STET_ASSERT compiles its condition and does not run it.
#include <stet.hpp>

static_assert(STET_VERSION_MAJOR >= 0 && STET_VERSION_MINOR >= 0 && STET_VERSION_PATCH >= 0);

static constexpr bool untouched_by_an_assertion() {
    bool run = false;
    STET_ASSERT(run = true);
    return !run;
}
static_assert(untouched_by_an_assertion());
