// SPDX-License-Identifier: MIT
// The defaults keep their own rules; limits are a type, and a member that is not named stays.
// What a wrong limit says is in must_not_compile/.
#include <stet.hpp>

struct kiosk : stet::default_limits {
    static constexpr size_t window = 2048;
};
static_assert(stet::detail::checked_limits<stet::default_limits>::ok);
static_assert(stet::detail::checked_limits<kiosk>::ok);
static_assert(kiosk::heading == stet::default_limits::heading && kiosk::window == 2048);
static_assert(sizeof(stet::reader<kiosk>) - sizeof(stet::reader<>) == 2048 - stet::default_limits::window);

// Sized for scripts of three bytes: a heading of 100 letters is within it.
static_assert(stet::default_limits::heading >= 300);
