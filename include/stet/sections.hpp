// SPDX-License-Identifier: MIT
#ifndef STET_SECTIONS_HPP
#define STET_SECTIONS_HPP
#include "dateline.hpp"

// sections.hpp: which sections are open. A heading ends every open section of its level or a
// deeper one and opens its own; levels are those of "#", 1 to 6, and a bare heading has 2,
// the headline being the first. Furniture ends them all, unless the next line begins with "#", is
// longer than what is seen of it, or ends a sentence or with a colon, as running text does, a
// closing mark looked through. A section ends with its last block.

namespace stet {
namespace detail {

constexpr uint8_t deepest_level = 6;
constexpr uint8_t bare_heading_level = 2;

struct open_section {
    constexpr open_section() noexcept {}
    constexpr explicit open_section(offset place) noexcept : begin(place) {}

    offset begin = 0;
    uint16_t index = 0;
    uint8_t level = 0;
};

class sections {
public:
    constexpr sections() noexcept {}
    constexpr explicit sections(offset at) noexcept
        : open_{open_section(at), open_section(at), open_section(at),
                open_section(at), open_section(at), open_section(at)} {}

    constexpr void open(offset begin, uint8_t level) noexcept {
        if (count_ != 0xFFFF) ++count_;
        open_section& top = open_[depth_];
        top.begin = begin;
        top.index = count_;
        top.level = level;
        ++depth_;
    }

    // Must a section be ended before one of this level begins? Levels on the stack rise, so
    // that it never holds more than `deepest_level`.
    constexpr bool ends_before(uint8_t level) const noexcept {
        return depth_ != 0 && open_[depth_ - 1].level >= level;
    }
    constexpr const open_section& innermost() const noexcept { return open_[depth_ - 1]; }
    constexpr void pop() noexcept { --depth_; }
    constexpr void restart() noexcept { count_ = depth_ = 0; }

private:
    uint16_t count_ = 0;
    uint8_t depth_ = 0;
    open_section open_[deepest_level];
};

}  // namespace detail
}  // namespace stet

#endif  // STET_SECTIONS_HPP
