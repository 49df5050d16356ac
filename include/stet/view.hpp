// SPDX-License-Identifier: MIT
#ifndef STET_VIEW_HPP
#define STET_VIEW_HPP
#include "number.hpp"

// view.hpp: bytes that somebody else owns, and where they stand in the article.

namespace stet {

// A distance in bytes from the first byte of the article, a byte order mark included.
// 32 bits: an article ends at 4 GiB - 1 (see note_reason::too_long).
using offset = uint32_t;

namespace detail {
template <class Type> Type& declared() noexcept;  // for decltype only

// count_to<3>::type is indices<0, 1, 2>: to set an array element by element. (By halves, which
// the compiler makes in a few steps.)
template <size_t... Each> struct indices {};
template <class Left, class Right> struct one_after_the_other;
template <size_t... Left, size_t... Right>
struct one_after_the_other<indices<Left...>, indices<Right...>> {
    using type = indices<Left..., (sizeof...(Left) + Right)...>;
};
template <size_t Count> struct count_to {
    using type = typename one_after_the_other<typename count_to<Count / 2>::type,
                                              typename count_to<Count - Count / 2>::type>::type;
};
template <> struct count_to<0> { using type = indices<>; };
template <> struct count_to<1> { using type = indices<0>; };

}  // namespace detail

struct view;
namespace detail {
constexpr size_t readable(const view& text) noexcept;
}

// `size` bytes at `data`, not owned, not terminated. Made from anything that has data()
// and size(): std::string, std::string_view, std::vector<char>, an array of your own.
// Behind a null pointer there are no bytes to read, whatever `size` says.
struct view {
    const char* data = nullptr;
    size_t size = 0;

    constexpr view() noexcept {}
    constexpr view(const char* bytes, size_t count) noexcept : data(bytes), size(count) {}

    // A string literal, or an array of char: all of it but one closing NUL.
    template <size_t Size>
    constexpr view(const char (&array)[Size]) noexcept
        : data(array), size(array[Size - 1] == '\0' ? Size - 1 : Size) {}

    template <class Text,
              class = decltype(static_cast<const char*>(detail::declared<const Text>().data())),
              class = decltype(static_cast<size_t>(detail::declared<const Text>().size()))>
    constexpr view(const Text& text) noexcept : data(text.data()), size(text.size()) {}

    constexpr const char* begin() const noexcept { return data; }
    constexpr const char* end() const noexcept { return data + detail::readable(*this); }
    constexpr bool empty() const noexcept { return size == 0; }
    constexpr char operator[](size_t index) const noexcept { return data[index]; }

    // The bytes from `first` up to `last`, for an event's offsets in the whole text.
    //   Gives: what of that range lies inside the view.
    constexpr view sub(size_t first, size_t last) const noexcept {
        last = detail::lesser(last, detail::readable(*this));
        first = detail::lesser(first, last);
        return {data + first, last - first};
    }
};

namespace detail {

// How many bytes can be read: behind a null pointer there are none, whatever the size.
constexpr size_t readable(const view& text) noexcept {
    return text.data == nullptr ? 0 : text.size;
}

}  // namespace detail

constexpr bool operator==(const view& left, const view& right) noexcept {
    const size_t size = detail::readable(left);
    if (size != detail::readable(right)) return false;
    for (size_t i = 0; i < size; ++i)
        if (left.data[i] != right.data[i]) return false;
    return true;
}
constexpr bool operator!=(const view& left, const view& right) noexcept { return !(left == right); }

}  // namespace stet

#endif  // STET_VIEW_HPP
