// SPDX-License-Identifier: MIT
#ifndef STET_STD_HPP
#define STET_STD_HPP
#include "attribution.hpp"

#include <istream>      // read()
#include <iterator>     // input_iterator_tag
#include <ostream>      // operator<<
#include <string_view>  // to_string_view()

// std.hpp: bridges to the standard library, for hosts. Nothing else includes it, and the
// single header does not hold it.

namespace stet {

inline std::string_view to_string_view(view text) noexcept {
    return {text.data, detail::readable(text)};
}

inline std::ostream& operator<<(std::ostream& out, view text) {
    return out.write(text.data, static_cast<std::streamsize>(detail::readable(text)));
}
inline std::ostream& operator<<(std::ostream& out, kind what) { return out << name(what); }
inline std::ostream& operator<<(std::ostream& out, note_reason reason) {
    return out << name(reason);
}
inline std::ostream& operator<<(std::ostream& out, quote_class quoted) {
    return out << name(quoted);
}

// Events of anything that has next(event&), for the standard algorithms.
template <class Source> class event_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = event;
    using difference_type = std::ptrdiff_t;
    using pointer = const event*;
    using reference = const event&;

    event_iterator() = default;  // the end
    explicit event_iterator(Source& from) : from_(&from) { ++*this; }
    reference operator*() const { return event_; }
    pointer operator->() const { return &event_; }
    event_iterator& operator++() {
        if (from_ != nullptr && !from_->next(event_)) from_ = nullptr;
        return *this;
    }
    void operator++(int) { ++*this; }
    bool operator==(const event_iterator& other) const { return from_ == other.from_; }
    bool operator!=(const event_iterator& other) const { return from_ != other.from_; }

private:
    Source* from_ = nullptr;
    event event_{};
};

// Reads a stream to its end and hands every event to `take`.
//   Requires: a reader that is not finished: of one that is, restart() first.
//   Gives:    false when the stream was not read to its end: it failed or was not opened, or the
//             reader takes no more, being finished or at 4 GiB - 1. What came before is told.
template <class Limits, class Quotes, class Blocks, class Take>
bool read(std::istream& from, reader<Limits, Quotes, Blocks>& in, Take take) {
    event e;
    while (!in.done()) {
        const space room = in.prepare();
        if (room.size != 0) {
            from.read(room.data, static_cast<std::streamsize>(room.size));
            in.commit(static_cast<size_t>(from.gcount()));
            if (from.gcount() == 0) in.finish();
        }
        while (in.next(e)) take(e);
    }
    return !from.bad() && from.eof();
}

}  // namespace stet

#endif  // STET_STD_HPP
