// SPDX-License-Identifier: MIT
#ifndef STET_LINE_HPP
#define STET_LINE_HPP
#include "block.hpp"

// line.hpp: how wide a line is, and the mark it begins with.

namespace stet {
namespace detail {

constexpr uint8_t mark_size_most = 32;  // bytes; what is longer is no mark

// The line mark at the front of a line: "## ", "> ", "- ", "12. ".
struct mark_at {
    constexpr mark_at() noexcept {}
    constexpr explicit mark_at(const view& text) noexcept { read(text); }

    line_mark mark = line_mark::none;
    uint8_t level = 0;    // how many "#" or ">"
    uint16_t number = 0;  // of a numbered item
    uint8_t size = 0;     // bytes, the blanks after it included; 0: no mark

    // Reads the mark at the front of a line. It needs a blank and a word after it; ">" needs
    // neither.
    //   Requires: `text` begins with the line's first byte that is not blank.
    constexpr void read(const view& text) noexcept {
        mark = line_mark::none;
        level = size = 0;
        number = 0;
        if (text.empty()) return;
        const size_t most = lesser<size_t>(text.size, mark_size_most);
        const uint8_t first = static_cast<uint8_t>(text[0]);
        if (is_ascii_letter(first)) return;
        line_mark kind_of_mark = line_mark::none;
        size_t i = 0;
        if (first == '#') {
            while (i < most && text[i] == '#') ++i;
            if (i <= 6) kind_of_mark = line_mark::hash;
            level = static_cast<uint8_t>(i);
        } else if (first == '>') {
            for (; i < most && (text[i] == '>' || is_ascii_blank(static_cast<uint8_t>(text[i])));
                 ++i)
                if (text[i] == '>') ++level;
            mark = line_mark::quoted;
            size = static_cast<uint8_t>(i);
            return;
        } else if (first == '-' || first == '*' || first == '+') {
            kind_of_mark = line_mark::bullet;
            i = 1;
        } else if (first >= '0' && first <= '9') {
            for (; i < most && i < 3 && text[i] >= '0' && text[i] <= '9'; ++i)
                number = static_cast<uint16_t>(number * 10 + (text[i] - '0'));
            if (i < most && (text[i] == '.' || text[i] == ')')) kind_of_mark = line_mark::number;
            ++i;
        } else if (first >= 0xC2) {
            const decoded point = decode(text.data, most);
            if (is_bullet(point.point)) kind_of_mark = line_mark::bullet;
            i = point.size;
        }
        const size_t words = i;
        while (i < most && is_ascii_blank(static_cast<uint8_t>(text[i]))) ++i;
        const bool word_after = i > words && i < most &&
                                last_line_end_size(text.data + i, most - i) == 0 &&
                                !is_margin(decode(text.data + i, most - i).point);
        if (kind_of_mark == line_mark::none || !word_after) {
            level = 0;
            number = 0;
            return;
        }
        mark = kind_of_mark;
        size = static_cast<uint8_t>(i);
    }
};

constexpr uint8_t widest = 100;  // columns; text is wrapped at 60 to 80

constexpr uint8_t add_columns(uint8_t have, size_t more) noexcept {
    return to_byte(have + more);
}

// A line as the layout sees it. It can be measured piece by piece.
struct line {
    constexpr line() noexcept {}
    constexpr explicit line(offset place) noexcept : begin(place), end(place) {}

    offset begin = 0;       // its first byte that is not blank
    offset end = 0;         // how far it is measured: its line end, when `complete`
    uint8_t indent = 0;     // columns before `begin`; stops at 255
    uint8_t columns = 0;    // from `begin`; stops at 255
    uint8_t doubles = 0;    // letters of two columns among them, as far as they are counted
    uint8_t first = 0;      // columns of its first word, after any ">"
    uint8_t quoted = 0;     // how many ">" it begins with
    bool complete = false;  // all of it is measured
    bool wide = false;      // over `widest` columns: no wrapped text has such lines
    bool worded = false;    // a word has begun: not blank
    bool broken = false;    // its first word has ended: it could be wrapped there

    constexpr unsigned width() const noexcept { return unsigned{indent} + columns; }
    constexpr unsigned letters() const noexcept { return unsigned{columns} - doubles; }

    // Starts over, with nothing measured.
    constexpr void start(offset place, uint8_t indented) noexcept {
        begin = end = place;
        indent = indented;
        columns = doubles = first = quoted = 0;
        complete = wide = worded = broken = false;
    }

    // Becomes the other line, member by member: a struct copy would call memcpy.
    constexpr void become(const line& other) noexcept {
        begin = other.begin;
        end = other.end;
        indent = other.indent;
        columns = other.columns;
        doubles = other.doubles;
        first = other.first;
        quoted = other.quoted;
        complete = other.complete;
        wide = other.wide;
        worded = other.worded;
        broken = other.broken;
    }

    // Measures on, up to the line end or until the line is wide.
    //   Requires: the bytes that follow `end`; `all`: the line ends with them at the latest.
    //   Cost:     reads each byte once.
    constexpr void measure(const char* bytes_at, size_t size, bool all) noexcept {
        size_t i = 0;
        while (i < size && !wide) {
            if (worded && !is_flash_short) {  // (180 bytes on a Cortex-M0+)
                const size_t plain_bytes = measure_ascii(bytes_at + i, size - i);
                i += plain_bytes;
                end += static_cast<offset>(plain_bytes);
                if (i == size || wide) break;
            }
            const uint8_t took = measure_one(bytes_at + i, size - i, all);
            if (took == 0) break;
            end += took;
            i += took;
        }
        complete = !wide && (all || last_line_end_size(bytes_at + i, size - i) != 0);
    }

private:
    // The short way over words and blanks of ASCII, which are one column each.
    constexpr size_t measure_ascii(const char* at, size_t size) noexcept {
        size_t i = 0;
        if (!broken) {
            while (i < size && at[i] != ' ' && !scan::odd_bytes::matters(at[i])) ++i;
            first = add_columns(first, i);
            if (i == size || at[i] != ' ') {
                columns = add_columns(columns, i);
                return i;
            }
            broken = true;
        }
        const size_t before = i;
        const size_t room = columns + before > widest ? before : widest + 1u - columns;
        i = scan::first_that_may<scan::odd_bytes>(at, i, lesser(size, room));
        columns = add_columns(columns, i);
        wide = columns > widest;
        return i;
    }

    // Gives how many bytes it took; 0 at a line end or where a code point is cut short.
    constexpr uint8_t measure_one(const char* at, size_t size, bool all) noexcept {
        const uint8_t one = static_cast<uint8_t>(at[0]);
        const bool in_margin = begin == end;
        uint8_t took = 1;
        uint8_t more = 1;
        bool blank = is_ascii_blank(one);
        bool noted = false;
        if (one < 0x80) {
            if (one == '\n' || one == '\r') return 0;
            noted = (one < ' ' && !blank) || one == 0x7F;
            more = !noted;
        } else {
            if ((all ? last_line_end_size(at, size) : line_end_size(at, size)) != 0) return 0;
            const decoded point = decode(at, size);
            if (point.form == decoded::cut && !all) return 0;
            took = point.form == decoded::cut ? static_cast<uint8_t>(size) : point.size;
            if (point.form == decoded::well) {
                more = columns_of(point.point);
                blank = !worded && is_margin(point.point);
            }
            noted = in_margin && (point.form != decoded::well || is_noted(point.point));
        }
        if (in_margin && (noted || blank)) begin = end + took;
        if (noted) return took;
        if (!worded && blank) {
            uint8_t& side = quoted == 0 ? indent : columns;
            side = add_columns(side, more);
        } else if (!worded && one == '>') {
            quoted = add_columns(quoted, 1);
            columns = add_columns(columns, 1);
        } else if (worded || more != 0) {
            add_word(more, blank);
        }
        return took;
    }

    constexpr void add_word(uint8_t more, bool blank) noexcept {
        worded = true;
        if (!broken && !blank && (more == 1 || first == 0)) first = add_columns(first, more);
        if (blank || more == 2) broken = true;
        columns = add_columns(columns, more);
        if (more == 2) doubles = add_columns(doubles, 1);
        wide = broken && columns > widest;
    }
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LINE_HPP
