// SPDX-License-Identifier: MIT
#ifndef STET_LOOKBACK_HPP
#define STET_LOOKBACK_HPP
#include "lexicon.hpp"

// lookback.hpp: the last bytes of a block that nobody has read. Most text stands near no
// quotation, and its words are never read; when an opening mark comes, those before it are.
//
// A ring of bytes. What stands between texts (a line end, a note) is filled up, so that a byte's
// place in the ring tells its offset.

namespace stet {
namespace detail {

template <class Limits> class lookback {
    // (One more than is asked for tells whether a word begins with the first.)
    static constexpr size_t most = Limits::before + 1;

public:
    constexpr lookback() noexcept {}
    constexpr explicit lookback(offset at) noexcept : end_(at), ring_(ring::made()) {}

    // Nothing is kept; the next text begins at this place or behind it.
    constexpr void restart(offset place) noexcept {
        head_ = size_ = 0;
        end_ = place;
        cut_ = false;
    }

    // Is only the end kept of what was given?
    constexpr bool is_cut() const noexcept { return cut_; }
    constexpr offset begin() const noexcept { return end_ - size_; }

    // The last byte that is kept; 0 where none is.
    constexpr uint8_t last() const noexcept {
        return size_ == 0 ? uint8_t{0} : static_cast<uint8_t>(ring_.bytes[head_ - 1u]);
    }

    // Keeps a text, or the last bytes of it.
    //   Requires: it begins where the last one ended or behind it.
    //   Cost:     a step for each byte that is kept.
    constexpr void keep(const view& text, offset begin) noexcept {
        if (size_ != 0) fill(begin - end_);
        const size_t left_out = excess<size_t>(text.size, most);
        if (left_out != 0) cut_ = true;
        copy_in(text.data + left_out, text.size - left_out);
        end_ = begin + static_cast<offset>(text.size);
    }

    // Gives all that is kept to `read(view, offset)`, in three pieces at most, none of which cuts a
    // code point, and keeps nothing. Of text that was cut, the word is left out that was cut
    // with it.
    template <class Read> constexpr void give(const Read& read) noexcept {
        const size_t at = head_ >= size_ ? size_t{head_} - size_ : head_ + most - size_;
        const size_t first = lesser<size_t>(size_, most - at);
        const size_t left_out = cut_ ? words_begin(at, first) : 0;
        const size_t begun = first < size_ ? begun_at_end() : 0;
        size_t done = give_piece(read, at, left_out, first - begun);
        if (begun != 0 && done == first - begun) {
            const char lead = ring_.bytes[most - begun];
            char joined[4] = {lead, lead, lead, lead};
            const size_t size = announced_size(static_cast<uint8_t>(lead));
            for (size_t i = 1; i < size; ++i)
                joined[i] = i < begun ? ring_.bytes[most - begun + i] : ring_.bytes[i - begun];
            read(view{joined, size}, begin() + static_cast<offset>(done));
            done += size;
        }
        give_piece(read, at - most, done, size_);  // (behind the ring's end its begin)
        restart(end_);
    }

private:
    // The bytes; not cleared but in constants, for that would call memset.
    union ring {
        constexpr ring() noexcept : bytes{} {}
        constexpr explicit ring(char one) noexcept : none(one) {}
        static constexpr ring made() noexcept {
            if (__builtin_is_constant_evaluated()) return ring();
            return ring('\0');
        }
        char none;
        char bytes[most];
    };

    // Gives the bytes from `from` up to `to`, the first of all being at `at`. Returns what is done.
    template <class Read>
    constexpr size_t give_piece(const Read& read, size_t at, size_t from,
                                size_t to) const noexcept {
        if (from >= to) return from;
        read(view{ring_.bytes + (at + from), to - from}, begin() + static_cast<offset>(from));
        return to;
    }

    // How many of the ring's last bytes belong to a code point that goes on at its begin. (Where
    // fewer are kept, what stands before them is whole.)
    constexpr size_t begun_at_end() const noexcept {
        size_t size = 1;
        while (size < 4 && is_follower(static_cast<uint8_t>(ring_.bytes[most - size]))) ++size;
        const uint8_t lead = static_cast<uint8_t>(ring_.bytes[most - size]);
        return announced_size(lead) > size ? size : 0;
    }

    // The bytes before the first blank or comma.
    constexpr size_t words_begin(size_t at, size_t first) const noexcept {
        for (size_t i = 0; i < size_; ++i) {
            const char one = ring_.bytes[i < first ? at + i : i - first];
            if (one == ',' || is_ascii_blank(static_cast<uint8_t>(one))) return i;
        }
        return size_;
    }

    // What stands between two texts, a line end or a note, reads like a blank.
    constexpr void fill(size_t size) noexcept {
        for (size_t left = lesser(size, most); left > 0; --left) copy_in(" ", 1);
    }

    constexpr void copy_in(const char* from, size_t size) noexcept {
        const size_t first = lesser<size_t>(size, most - head_);
        copy(from, ring_.bytes + head_, first);
        copy(from + first, ring_.bytes, size - first);
        Limits::steps(size);
        const bool wraps = head_ + size > most;
        head_ = static_cast<uint16_t>(wraps ? size - first : head_ + size);
        if (size_ + size > most) cut_ = true;
        size_ = static_cast<uint16_t>(lesser<size_t>(size_ + size, most));
    }

    uint16_t head_ = 0;  // where the next byte goes, or behind the ring's end; 0 when none is kept
    uint16_t size_ = 0;
    bool cut_ = false;
    offset end_ = 0;
    ring ring_;
};

}  // namespace detail
}  // namespace stet

#endif  // STET_LOOKBACK_HPP
