// SPDX-License-Identifier: MIT
// The defaults keep their own rules; limits are a type, and a member that is not named stays. What
// each bound says happens one byte below it, at it and one above it, for the smallest limits there
// can be, the defaults and the largest. What a wrong limit says is in must_not_compile/.
#include "catch.hpp"
#include "harness.hpp"

struct kiosk : stet::default_limits {
    static constexpr size_t window = 2048;
};
static_assert(stet::detail::checked_limits<stet::default_limits>::ok);
static_assert(stet::detail::checked_limits<kiosk>::ok);
static_assert(kiosk::heading == stet::default_limits::heading && kiosk::window == 2048);
static_assert(sizeof(stet::reader<kiosk>) - sizeof(stet::reader<>) == 2048 - stet::default_limits::window);

// What is published is of these: the contract's 200 and 256 bytes, a heading of 106 letters of three bytes, and
// four quotations in one another.
static_assert(stet::default_limits::window == 1536 && stet::default_limits::heading == 320);
static_assert(stet::default_limits::next == 200 && stet::default_limits::run == 256 && stet::default_limits::depth == 4);
static_assert(stet::default_limits::before == 256 && stet::default_limits::after == 256);

namespace {

using stet::kind;

struct most : stet::default_limits {
    static constexpr size_t heading = 4096, next = 4096, run = 4096, depth = 15, before = 4096, after = 4096;
    static constexpr size_t window = 2 * (heading + next);
};

template <class Limits> kind first_kind(const std::string& text) { return harness::parse<Limits>(text)[0].event.what; }

template <class Limits> void heading_is_bounded() {  // a rule is furniture, unless it is so long
    const auto rule = [](size_t size) { return std::string(size, '-') + "\n\nWords, and words.\n"; };
    CHECK(first_kind<Limits>(rule(Limits::heading - 1)) == kind::furniture);
    CHECK(first_kind<Limits>(rule(Limits::heading)) == kind::furniture);
    CHECK(first_kind<Limits>(rule(Limits::heading + 1)) == kind::paragraph);
}

// How many events are told of these bytes when it is not known what follows.
template <class Limits> size_t told_of(const std::string& text) {
    static stet::reader<Limits> in;
    in.restart();
    in.feed(text);
    size_t events = 0;
    for (stet::event e; in.next(e);) ++events;
    return events;
}
template <class Limits> void next_is_bounded() {
    const auto followed = [](size_t size) { return "# Title" + std::string(size, '\n'); };
    CHECK(told_of<Limits>(followed(Limits::next - 1)) == 0);
    CHECK(told_of<Limits>(followed(Limits::next)) == 4);
    CHECK(told_of<Limits>(followed(Limits::next + 1)) == 4);
}

template <class Limits> std::vector<size_t> sizes_of_texts(size_t size) {
    std::vector<size_t> sizes;
    for (const harness::told& each : harness::parse<Limits>(std::string(size, 'a')))
        if (each.event.what == kind::text) sizes.push_back(each.text.size());
    return sizes;
}
template <class Limits> void run_is_bounded() {
    constexpr size_t run = Limits::run;
    CHECK(sizes_of_texts<Limits>(run - 1) == std::vector<size_t>{run - 1});
    CHECK(sizes_of_texts<Limits>(run) == std::vector<size_t>{run});
    CHECK(sizes_of_texts<Limits>(run + 1) == std::vector<size_t>{run, 1});
}

template <class Limits> size_t quotations_of(size_t marks) {
    std::string text = "Words, and";
    for (size_t i = 0; i < marks; ++i) text += i % 2 == 0 ? " \xE2\x80\x9C" "a" : " \xE2\x80\x98" "a";
    size_t quotations = 0;
    for (const harness::told& each : harness::parse<Limits>(text + " word.", stet::start::body))
        quotations += each.event.what == kind::quote && each.event.side == stet::edge::begin;
    return quotations;
}
template <class Limits> void depth_is_bounded() {
    CHECK(quotations_of<Limits>(Limits::depth - 1) == Limits::depth - 1);
    CHECK(quotations_of<Limits>(Limits::depth) == Limits::depth);
    CHECK(quotations_of<Limits>(Limits::depth + 1) == Limits::depth);
}

template <class Limits> std::string speaker_of(const std::string& text) {
    for (const harness::told& each : harness::attribute<stet::english, Limits>(text, stet::start::body))
        if (each.event.what == kind::speaker) return text.substr(each.event.begin, each.event.end - each.event.begin);
    return "";
}
// A name so long that its first letter stands so far from a mark: of words that are none too long.
std::string name_of(size_t distance) {
    std::string name(distance - 10, 'x');
    for (size_t i = 0; i < name.size(); i += 100) {
        name[i] = 'Q';
        if (i != 0 && i + 1 != name.size()) name[i - 1] = ' ';
    }
    return name;
}
// A name is seen as far as the window goes: its first word, or its last, is the last one seen.
template <class Limits> void before_is_bounded() {
    const auto speaker = [&](size_t distance) {
        return speaker_of<Limits>("Ann " + name_of(distance) + " said \"it is not for sale to anybody.\"\n");
    };
    for (const size_t seen : {Limits::before - 1, Limits::before}) CHECK(speaker(seen) == "Ann " + name_of(seen));
    CHECK(speaker(Limits::before + 1) == name_of(Limits::before + 1));
}
template <class Limits> void after_is_bounded() {
    const auto speaker = [&](size_t distance) {
        return speaker_of<Limits>("\"It is not for sale to anybody,\" said " + name_of(distance) + " Lee on the day.\n");
    };
    for (const size_t seen : {Limits::after - 1, Limits::after}) CHECK(speaker(seen) == name_of(seen) + " Lee");
    CHECK(speaker(Limits::after + 1) == name_of(Limits::after + 1));
}

template <class Limits> void window_is_bounded() {
    static stet::reader<Limits> in;
    const auto taken = [&](size_t size) {
        in.restart();
        return in.feed(std::string(size, 'a'));
    };
    CHECK(taken(Limits::window - 1) == Limits::window - 1);
    CHECK(taken(Limits::window) == Limits::window);
    CHECK(taken(Limits::window + 1) == Limits::window);
}

template <class Limits> void every_bound_holds() {
    heading_is_bounded<Limits>();
    next_is_bounded<Limits>();
    run_is_bounded<Limits>();
    depth_is_bounded<Limits>();
    before_is_bounded<Limits>();
    after_is_bounded<Limits>();
    window_is_bounded<Limits>();
}

}  // namespace

TEST_CASE("every bound holds one below, at and above it: the smallest limits") { every_bound_holds<harness::least_limits>(); }
TEST_CASE("every bound holds one below, at and above it: the defaults") { every_bound_holds<stet::default_limits>(); }
TEST_CASE("every bound holds one below, at and above it: the largest limits") { every_bound_holds<most>(); }
