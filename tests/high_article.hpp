// SPDX-License-Identifier: MIT
// high_article.hpp: an article whose last byte has the last offset there is. No test needs four
// gigabytes: the machine starts high up. (Of C's library alone, for portability/trace_hash.cpp.)
#ifndef STET_TESTS_HIGH_ARTICLE_HPP
#define STET_TESTS_HIGH_ARTICLE_HPP

#include <stet.hpp>

namespace harness {

template <class Limits> class high_article {
public:
    using limits = Limits;

    // Requires: the text stays where it is.
    explicit high_article(const stet::view& text) : first_(last - static_cast<stet::offset>(text.size)) {
        machine_.restart(stet::start::article, first_);
        in_.data = text.data;
        in_.base = in_.end = first_;
    }
    static constexpr stet::offset last = 0xFFFFFFFF;
    stet::offset first() const { return first_; }

    void arrive(size_t more) { in_.end += static_cast<stet::offset>(more); }
    void finish(bool too_long) {
        in_.closed = true;
        in_.too_long = too_long;
    }
    bool next(stet::event& e) { return !machine_.still_waits(in_) && machine_.next(in_, e); }
    bool done() const { return machine_.done(); }

private:
    stet::offset first_;
    stet::detail::input in_;
    stet::detail::machine<Limits, stet::quotations<Limits>, stet::block_rules> machine_;
};

}  // namespace harness

#endif  // STET_TESTS_HIGH_ARTICLE_HPP
