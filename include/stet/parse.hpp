// SPDX-License-Identifier: MIT
#ifndef STET_PARSE_HPP
#define STET_PARSE_HPP
#include "machine.hpp"

// parse.hpp: an article that is in memory. Nothing is copied; events point into the text.
//
//     for (stet::event e : stet::parse(text)) { ... }

namespace stet {
namespace detail {

template <class Type> struct plain { using type = Type; static constexpr bool is_lvalue = false; };
template <class Type>
struct plain<Type&> {
    using type = Type;
    static constexpr bool is_lvalue = true;
};
template <class Type>
struct plain<const Type> {
    using type = Type;
    static constexpr bool is_lvalue = false;
};

template <class Type> struct is_mutable { static constexpr bool value = false; };
template <> struct is_mutable<char*> { static constexpr bool value = true; };

template <bool Condition> struct enable_when {};
template <> struct enable_when<true> { using type = int; };

// A type whose bytes can be changed through it, but not through it when it is const, owns
// them: std::string does, std::string_view and std::span do not.
template <class Text, class = void> struct owns { static constexpr bool value = false; };
template <class Text>
struct owns<Text, decltype(static_cast<void>(declared<Text>().data()))> {
    static constexpr bool value =
        is_mutable<decltype(declared<Text>().data())>::value &&
        !is_mutable<decltype(declared<const Text>().data())>::value;
};

// Goes over the events of a source once.
template <class Source> class pull_iterator {
public:
    constexpr pull_iterator() noexcept {}
    constexpr explicit pull_iterator(Source* owner) noexcept : owner_(owner) { ++*this; }
    constexpr const event& operator*() const noexcept { return event_; }
    constexpr const event* operator->() const noexcept { return &event_; }
    constexpr pull_iterator& operator++() noexcept {
        if (owner_ != nullptr && !owner_->next(event_)) owner_ = nullptr;
        return *this;
    }
    constexpr bool operator!=(const pull_iterator& other) const noexcept {
        return owner_ != other.owner_;
    }
    constexpr bool operator==(const pull_iterator& other) const noexcept {
        return owner_ == other.owner_;
    }

private:
    Source* owner_ = nullptr;
    event event_;
};

}  // namespace detail

// The events of a text in memory: a range to go over once, or next() by hand.
template <class Limits = default_limits, class Quotes = quotations<Limits>,
          class Blocks = block_rules>
class article {
public:
    using limits = Limits;

    using iterator = detail::pull_iterator<article>;

    // Requires: the text stays where it is as long as its events are used.
    constexpr explicit article(const view& text, start from = start::article) noexcept
        : in_(text.data, 0, static_cast<offset>(detail::lesser(detail::readable(text), most)), true,
              detail::readable(text) > most),
          machine_(from, in_.base),
          from_(from) {}

    // The same article, from its beginning. (Made in place: a copy would call memcpy.)
    constexpr article again() const noexcept { return article(in_, from_); }

    // Gives:    false when the article is told, however often it is asked.
    // Cost:     at most 8 steps for every byte of the text, over all calls; 12 in one that a search
    //           has made against that.
    constexpr bool next(event& e) noexcept { return machine_.next(in_, e); }
    constexpr bool done() const noexcept { return machine_.done(); }

    constexpr iterator begin() noexcept { return iterator(this); }
    constexpr iterator end() noexcept { return iterator(); }

private:
    static constexpr size_t most = static_cast<size_t>(0xFFFFFFFF);  // bytes that have an offset

    constexpr article(const detail::input& text, start from) noexcept
        : in_(text.data, text.base, text.end, text.closed, text.too_long),
          machine_(from, text.base),
          from_(from) {}

    detail::input in_;
    detail::machine<Limits, Quotes, Blocks> machine_;
    start from_;
};

// Reads an article in memory.
//   Requires: the text stays where it is as long as the range and its events are used. A null view
//             is an empty article, whatever its size; what is past 4 GiB - 1 is not read, and a
//             note says so.
template <class Limits = default_limits, class Quotes = quotations<Limits>,
          class Blocks = block_rules>
constexpr article<Limits, Quotes, Blocks> parse(const view& text,
                                                start from = start::article) noexcept {
    return article<Limits, Quotes, Blocks>(text, from);
}

// A temporary that owns its text would be gone before its events are used: give it a name.
template <
    class Limits = default_limits, class Quotes = quotations<Limits>, class Blocks = block_rules,
    class Text,
    typename detail::enable_when<!detail::plain<Text>::is_lvalue &&
                                 detail::owns<typename detail::plain<Text>::type>::value>::type = 0>
constexpr article<Limits, Quotes, Blocks> parse(Text&& owning_temporary,
                                                start from = start::article) noexcept = delete;

}  // namespace stet

#endif  // STET_PARSE_HPP
