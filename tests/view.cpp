// SPDX-License-Identifier: MIT
// A view is made of whatever has data() and size(), and of arrays; sub() stays inside.
#include "catch.hpp"

#include <stet.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using stet::view;

static_assert(view("abc").size == 3);  // without the closing NUL
static constexpr char bare[] = {'a', 'b'};
static_assert(view(bare).size == 2);
static_assert(view(std::string_view("abcd")).size == 4);
static_assert(view{}.empty() && view{}.data == nullptr);

constexpr view null(nullptr, 3);
static_assert(null.begin() == null.end() && null == view{} && null.sub(1, 2).size == 0);
static_assert(null != view("abc") && null.sub(1, 2).data == nullptr, "whatever the size says");

static_assert(view("abc") == view("abc") && view("abc") != view("abd") && view("ab") != view("abc"));
static_assert(view("abc") != view("bbc") && view("a") != view("b") && view("") == view(""));
static_assert(view("abcdef").sub(2, 4) == view("cd"));
static_assert(view("abcdef").sub(4, 99) == view("ef"));
static_assert(view("abcdef").sub(9, 99).empty());
static_assert(view("abcdef").sub(4, 2).empty());
static_assert(view("abc")[1] == 'b' && *view("abc").begin() == 'a' && view("abc").end()[-1] == 'c');

static_assert(std::is_convertible_v<std::string, view>);
static_assert(std::is_convertible_v<std::vector<char>, view>);
static_assert(!std::is_convertible_v<std::vector<int>, view>);
static_assert(!std::is_convertible_v<int, view>);

TEST_CASE("views are the same when their bytes are, and sub() stays inside, whatever is asked") {
    const std::string text = "abcdef";
    for (size_t first = 0; first < 9; ++first)
        for (size_t last = 0; last < 9; ++last) {
            const size_t begin = std::min(first, text.size());
            const std::string wanted = last > first ? text.substr(begin, last - first) : "";
            const view part = view(text).sub(first, last);
            CHECK(std::string(part.begin(), part.end()) == wanted);
            CHECK(part == view(wanted));
            CHECK((part != view("cd")) == (wanted != "cd"));
        }
    CHECK(view("abc").size == 3);
    const char unended[] = {'a', 'b'};
    CHECK(view(unended).size == 2);
}
