// SPDX-License-Identifier: MIT
// Law 6: the steps a byte are bounded for any input and any chunking: 8, and 15 in what a search has
// made against that. A step is any read, move or comparison of an input byte; Limits::steps counts
// them, of a register the bytes up to the one that is looked for. (scan.cpp bounds how much more is
// loaded.)
#include "catch.hpp"
#include "families.hpp"
#include "harness.hpp"

namespace {

using harness::counting;
using harness::steps_taken;
using harness::families;
using harness::family;
using harness::repeated;

template <class Limits> double whole_text(std::string_view text) {
    steps_taken = 0;
    auto all = stet::parse<counting<Limits>>(text);
    for (stet::event e; all.next(e);) {}
    return double(steps_taken) / double(text.size());
}

template <class Limits, class Lexicon> double with_speakers(std::string_view text) {
    steps_taken = 0;
    auto all = stet::attribute<Lexicon>(stet::parse<counting<Limits>>(text));
    for (stet::event e; all.next(e);) {}
    return double(steps_taken) / double(text.size());
}

template <class Limits> double speakers_byte_by_byte(std::string_view text) {
    static stet::reader<counting<Limits>> in;
    in.restart();
    auto all = stet::attribute(in);
    steps_taken = 0;
    stet::event e;
    for (char one : text) {
        while (!in.put(one)) all.next(e);
        while (all.next(e)) {}
    }
    in.finish();
    while (all.next(e)) {}
    return double(steps_taken) / double(text.size());
}

template <class Limits> double byte_by_byte(std::string_view text) {
    static stet::reader<counting<Limits>> in;
    in.restart();
    steps_taken = 0;
    stet::event e;
    for (char one : text) {
        while (!in.put(one)) in.next(e);
        while (in.next(e)) {}
    }
    in.finish();
    while (in.next(e)) {}
    return double(steps_taken) / double(text.size());
}

// Pieces of 64 bytes, and one event between two: the window is full most of the time.
template <class Limits> double one_event_a_piece(std::string_view text) {
    static stet::reader<counting<Limits>> in;
    in.restart();
    auto all = stet::attribute(in);
    steps_taken = 0;
    harness::fed(in, all, text, [](size_t) { return size_t{64}; }, 1);
    return double(steps_taken) / double(text.size());
}

constexpr double (*ways[])(std::string_view) = {
    whole_text<stet::default_limits>,
    byte_by_byte<harness::small_window>,
    with_speakers<stet::default_limits, stet::english>,
    with_speakers<stet::default_limits, stet::german>,
    speakers_byte_by_byte<harness::small_window>,
};

}  // namespace

TEST_CASE("the steps a byte are bounded and flat for pathological texts", "[long]") {
    double worst = 0;
    std::string worst_name;
    for (const family& each : families) {
        INFO(each.name);
        const std::string text = repeated(each.unit, 1 << 14);
        const std::string longer = repeated(each.unit, 1 << 16);
        for (auto measured : ways) {
            const double steps = measured(text);
            const double more = measured(longer);
            CHECK(more <= 8);
            CHECK(more <= steps * 1.05 + 0.01);
            CHECK(steps >= 1);  // or nothing is counted
            if (more > worst) {
                worst = more;
                worst_name = each.name;
            }
        }
    }
    WARN("most steps a byte: " << worst << ", " << worst_name << "; of " << families.size() << " families");
}

// (No proof that there is nothing worse.)
TEST_CASE("texts that a search has made against the steps take no more than 15 a byte", "[long]") {
    double worst = 0;
    for (const std::string& unit : harness::searched) {
        INFO("number " << &unit - harness::searched.data());
        const std::string text = repeated(unit, 1 << 14);
        const std::string longer = repeated(unit, 1 << 16);
        for (auto measured : ways) {
            const double more = measured(longer);
            CHECK(more <= 15);
            CHECK(more <= measured(text) * 1.05 + 0.01);
            worst = std::max(worst, more);
        }
    }
    CHECK(worst > 8);
    WARN("searched for: " << worst << " in " << harness::searched.size());
}

// (A byte is moved once at most, and in the other ways less often.)
TEST_CASE("events that are taken one by one take no more than a step a byte more", "[long]") {
    double worst = 0;
    const auto most_of = [&](const std::string& unit) {
        const std::string text = repeated(unit, 1 << 16);
        const double drained = speakers_byte_by_byte<harness::small_window>(text);
        for (auto measured : {one_event_a_piece<stet::default_limits>, one_event_a_piece<harness::small_window>}) {
            const double steps = measured(text);
            CHECK(steps <= drained + 1);
            worst = std::max(worst, steps);
        }
    };
    for (const family& each : families) {
        INFO(each.name);
        most_of(each.unit);
    }
    WARN("one by one: " << worst << " in the families");
    for (const std::string& unit : harness::searched) most_of(unit);
    CHECK(worst <= 15);
}

TEST_CASE("no two families repeat to the same text, and no two have one name") {
    constexpr size_t size = 1 << 14;
    std::vector<std::string> texts, names;
    for (const family& each : families) {
        texts.push_back(repeated(each.unit, size).substr(0, size));
        names.push_back(each.name);
    }
    for (size_t i = 0; i < families.size(); ++i) {
        const auto here = static_cast<std::ptrdiff_t>(i);
        for (const auto* all : {&texts, &names}) {
            const auto same = std::find(all->begin(), all->begin() + here, (*all)[i]) - all->begin();
            INFO(families[i].name << " and " << families[size_t(same)].name);
            CHECK(same == here);
        }
    }
}

// Long enough for any sum that grows with the text to show: a test of its own, labelled slow. All
// families up to half a megabyte, the hardest twelve up to four, and what a search has made up to one.
TEST_CASE("the steps a byte stay the same when the text doubles, and doubles again", "[.linear]") {
    const auto flat = [](auto measured, const std::string& text, double most = 8) {
        const std::string_view all(text);
        const double steps[] = {measured(all.substr(0, text.size() / 4)), measured(all.substr(0, text.size() / 2)),
                                measured(all)};
        INFO(text.size() << " bytes: " << steps[0] << ", " << steps[1] << ", " << steps[2] << " steps a byte");
        CHECK(steps[2] <= most);
        CHECK(steps[1] <= steps[0] * 1.003 + 0.01);
        CHECK(steps[2] <= steps[1] * 1.003 + 0.01);
        return steps[2];
    };
    std::vector<std::pair<double, const family*>> by_steps;
    for (const family& each : families) {
        INFO(each.name);
        by_steps.emplace_back(flat(with_speakers<stet::default_limits, stet::english>, repeated(each.unit, 1 << 19)),
                              &each);
        flat(speakers_byte_by_byte<harness::small_window>, repeated(each.unit, 1 << 16));
    }
    std::sort(by_steps.rbegin(), by_steps.rend());
    by_steps.resize(12);
    for (const auto& [steps, each] : by_steps) {
        INFO(each->name);
        flat(with_speakers<stet::default_limits, stet::english>, repeated(each->unit, 1 << 22));
        flat(speakers_byte_by_byte<harness::small_window>, repeated(each->unit, 1 << 22));
    }
    for (const std::string& unit : harness::searched) {
        INFO("number " << &unit - harness::searched.data());
        flat(with_speakers<stet::default_limits, stet::english>, repeated(unit, 1 << 20), 15);
        flat(speakers_byte_by_byte<harness::small_window>, repeated(unit, 1 << 18), 15);
    }
}

TEST_CASE("the golden texts take at most 8 steps a byte") {
    for (const harness::golden& file : harness::golden_files()) {
        if (file.text.size() < 400) continue;  // the look-ahead has no length to be shared by
        INFO(file.name);
        CHECK(whole_text<stet::default_limits>(file.text) <= 8);
        CHECK(byte_by_byte<harness::small_window>(file.text) <= 8);
        CHECK(with_speakers<stet::default_limits, stet::english>(file.text) <= 8);
        CHECK(with_speakers<stet::default_limits, stet::german>(file.text) <= 8);
    }
}
