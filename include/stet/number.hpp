// SPDX-License-Identifier: MIT
#ifndef STET_NUMBER_HPP
#define STET_NUMBER_HPP
#include "config.hpp"

// number.hpp: numbers that stay within their bounds.

namespace stet {
namespace detail {

template <class Number> constexpr Number lesser(Number one, Number other) noexcept {
    return one < other ? one : other;
}

template <class Number> constexpr Number greater(Number one, Number other) noexcept {
    return other < one ? one : other;
}

// By how much the one is more than the other; 0 if it is not.
template <class Number> constexpr Number excess(Number one, Number other) noexcept {
    return one - lesser(one, other);
}

// The number, or the most that a byte can say.
constexpr uint8_t to_byte(size_t number) noexcept {
    return static_cast<uint8_t>(lesser<size_t>(number, 0xFF));
}

// One more, as far as a byte can say.
constexpr void count_up(uint8_t& number) noexcept { number = to_byte(number + size_t{1}); }

}  // namespace detail
}  // namespace stet

#endif  // STET_NUMBER_HPP
