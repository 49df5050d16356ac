// SPDX-License-Identifier: MIT
#ifndef STET_READER_HPP
#define STET_READER_HPP
#include "parse.hpp"

// reader.hpp: an article that arrives in pieces. The reader owns a window of Limits::window
// bytes and nothing else: no heap, no pointers to your buffers. Zero-initialised storage is
// a ready reader; a static one lands in .bss. How the text is cut has no influence on events.
//
//     static stet::reader<> in;
//     for (;;) {
//         stet::space w = in.prepare();
//         int n = uart_read(w.data, w.size);          // 0: nothing yet
//         if (n < 0) in.finish(); else in.commit(size_t(n));
//         for (stet::event e; in.next(e);) show(e);
//         if (in.done()) break;
//     }

namespace stet {

// Room for bytes.
struct space {
    char* data = nullptr;
    size_t size = 0;
};

template <class Limits = default_limits, class Quotes = quotations<Limits>,
          class Blocks = block_rules>
class reader {
    static_assert(detail::checked_limits<Limits>::ok, "stet: see the message above");

public:
    using limits = Limits;

    constexpr reader() noexcept {}
    constexpr explicit reader(start from) noexcept { restart(from); }
    reader(const reader&) = delete;
    reader& operator=(const reader&) = delete;

    // Makes room and gives the free end of the window.
    //   Gives:    {data, size}, valid until the next call on this reader. The size is 0 when the
    //             window is full and more than heading + next bytes of it wait for next() (which
    //             says false when there are no more), after finish(), and at 4 GiB - 1; else at
    //             least 1.
    //   Cost:     moves a byte once on average, however few events are taken between two calls.
    constexpr space prepare() noexcept {
        if (closed_) return {};
        if (used_ == Limits::window) make_room();
        limit_ = used_ + detail::lesser(free_room(), left());
        return {window_ + used_, free_room()};
    }

    // Takes bytes that were written to what prepare() gave; without it, those that lie there.
    //   Gives:    false, and takes none, when there is not that much room, and after finish().
    constexpr bool commit(size_t size) noexcept {
        if (closed_ || size > free_room()) return false;
        Limits::steps(size);
        if (size > left()) {
            too_long_ = true;
            finish();
        }
        used_ += detail::lesser(size, left());
        return true;
    }

    // Copies as much of a piece as there is room for.
    //   Gives:    how many bytes were taken; take events and give the rest again. It is 0 after
    //             finish(), and for a null view, which is an empty piece.
    constexpr size_t feed(const view& piece) noexcept {
        const space room = prepare();
        const size_t size = detail::lesser(detail::readable(piece), room.size);
        detail::copy(piece.data, room.data, size);
        return commit(size) ? size : 0;
    }

    // Takes one byte. False: there is no room before events are taken, or it is finished.
    constexpr bool put(char one) noexcept {
        if (used_ < limit_) {
            Limits::steps(1);
            window_[used_++] = one;
            return true;
        }
        const space room = prepare();
        if (room.size == 0) return false;
        room.data[0] = one;
        return commit(1);
    }

    // Says that nothing follows. Events that waited for more come out now. Once is enough; what
    // is given after it is not taken, until restart().
    constexpr void finish() noexcept {
        closed_ = true;
        limit_ = 0;
    }

    // Tells the next event. Its text() is valid until the next call on this reader.
    //   Gives:    false when it takes more bytes, or when done(), however often it is asked.
    constexpr bool next(event& e) noexcept {
        const offset size = static_cast<offset>(used_);
        if (!closed_ && machine_.needs_past(base_ + size)) return false;
        const detail::input in(window_, base_, size, closed_, too_long_);
        return !machine_.still_waits(in) && machine_.next(in, e);
    }

    // Is the article told, to its last event?
    constexpr bool done() const noexcept { return machine_.done(); }

    // Forgets everything and begins a new article, wherever the last one was. (What
    // attribute() made over this reader has a restart() that does this, too: call that one.)
    constexpr void restart(start from = start::article) noexcept {
        machine_.restart(from);
        used_ = limit_ = 0;
        base_ = 0;
        closed_ = too_long_ = false;
    }

private:
    static constexpr offset most_offset = 0xFFFFFFFF;

    // How many more bytes have an offset.
    constexpr size_t left() const noexcept {
        return static_cast<size_t>(most_offset - base_) - used_;
    }

    // The free end of the window; of a text too long, one byte more than fits: it ends the article.
    constexpr size_t free_room() const noexcept {
        const size_t free = Limits::window - used_;
        return free <= left() ? free : left() + 1;
    }

    constexpr void make_room() noexcept {
        const size_t gone = machine_.keep() - base_;
        if (used_ - gone > Limits::heading + Limits::next) return;  // or much moves for little room
        Limits::steps(used_ - gone);
        detail::copy(window_ + gone, window_, used_ - gone);
        used_ -= gone;
        base_ += static_cast<offset>(gone);
    }

    // (What put() looks at is first: see machine.hpp.)
    bool closed_ = false;
    bool too_long_ = false;
    size_t used_ = 0;
    size_t limit_ = 0;  // put() takes bytes up to here; what prepare() has found
    offset base_ = 0;
    detail::machine<Limits, Quotes, Blocks> machine_;
    char window_[Limits::window] = {};
};

}  // namespace stet

#endif  // STET_READER_HPP
