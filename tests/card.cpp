// SPDX-License-Identifier: MIT
// The score card is what block.hpp relies on, whatever the fit makes of it.
#include "catch.hpp"
#include "harness.hpp"

using namespace stet::detail;

namespace {

constexpr bool is_sound() {
    if (card[0].what != on(fact::columns) || card[0].bound != 0) return false;
    for (const card_row& row : card)
        if ((row.what & 0x7Fu) >= evidence_count) return false;
    return true;
}
static_assert(is_sound(), "the first row must hold always, and all rows must test something");

// Rows of one number stand together, their bounds ascending.
constexpr bool is_in_order(const card_row* rows, size_t size) {
    bool tested[0x100] = {};
    for (size_t i = 1; i < size; ++i) {
        const card_row& before = rows[i - 1];
        tested[before.what] = true;
        if (rows[i].what == before.what ? rows[i].bound <= before.bound : tested[rows[i].what]) return false;
    }
    return true;
}
constexpr card_row parted[] = {{on(fact::words), 1, {}}, {on(fact::stops), 1, {}}, {on(fact::words), 2, {}}};
constexpr card_row falling[] = {{on(fact::words), 2, {}}, {on(fact::words), 1, {}}};
static_assert(is_in_order(card, card_size) && !is_in_order(parted, 3) && !is_in_order(falling, 2));

constexpr card_row three[] = {{on(fact::words), 1, {}}, {on(fact::words), 2, {}}, {is(fact::first), 1, {}}};
constexpr auto counted = count_card(three, 3);
static_assert(counted.groups == 2 && counted.count == 3);
static_assert(sizeof(card_names) / sizeof(card_names[0]) == card_size, "each row has its name");

// Whatever the numbers are, the packed card gives the sums that its rows give.
constexpr card_row far_apart[] = {{on(fact::words), 0, {127, -127, 0, 1, -1, 99, -99}},
                                  {on(fact::words), 1, {127, -127, 0, 1, -2, 7, -8}},
                                  {on(fact::words), 200, {8, -9, 0, 0, 0, 15, -16}},
                                  {is(fact::last), 0, {1, 2, 3, 4, 5, 6, 7}},
                                  {is(fact::last), 18, {7, 6, 5, 4, 3, 2, 100}},
                                  {is(fact::starts), 7, {-7, -6, -5, -4, -3, -2, -100}}};
template <class Packed> constexpr bool sums_are_exact(const Packed& packed_rows, const card_row* rows, size_t size) {
    for (unsigned number = 0; number < 256; number = number < 32 ? number + 1 : number + 28) {
        uint8_t numbers[evidence_count] = {};
        for (uint8_t& each : numbers) each = static_cast<uint8_t>(number);
        int wanted[card_columns] = {};
        for (size_t i = 0; i < size; ++i)
            for (size_t k = 0; k < card_columns && holds(rows[i], numbers[0]); ++k) wanted[k] += rows[i].points[k];
        const auto sums = sum_of(packed_rows, numbers);
        for (size_t k = 0; k < card_columns; ++k)
            if (sums[k] != wanted[k]) return false;
    }
    return true;
}
constexpr small_card<100, 3> in_32_bits(far_apart, 6);
constexpr large_card<6> in_64_bits(far_apart, 6);
static_assert(sums_are_exact(in_32_bits, far_apart, 6) && sums_are_exact(in_64_bits, far_apart, 6));

// The same, for the first number and the last one.
constexpr card_row at_the_ends[] = {{on(fact::columns), 0, {5, 4, 3, 2, 1, 0, -1}},
                                    {on(fact::columns), 1, {1, -2, 3, -4, 5, -6, 7}},
                                    {on(fact::columns), 255, {7, 7, 7, 7, -8, -8, -8}},
                                    {evidence_count - 1, 3, {-9, 8, -7, 6, -5, 4, -3}},
                                    {test_is, 2, {1, 1, 2, 2, 3, 3, 4}},
                                    {test_is | (evidence_count - 1), 4, {4, 3, 3, 2, 2, 1, 1}}};
constexpr small_card<100, 4> ends_in_32_bits(at_the_ends, 6);
constexpr large_card<6> ends_in_64_bits(at_the_ends, 6);
static_assert(sums_are_exact(ends_in_32_bits, at_the_ends, 6) && sums_are_exact(ends_in_64_bits, at_the_ends, 6));

TEST_CASE("the packed card has the sums of its rows, where flash is short and where it is not") {
    static constexpr small_card<400> small(card, card_size);
    static constexpr large_card<card_size> large(card, card_size);
    CHECK(sums_are_exact(small, card, card_size));
    CHECK(sums_are_exact(large, card, card_size));
    CHECK((sums_are_exact(in_32_bits, far_apart, 6) && sums_are_exact(in_64_bits, far_apart, 6)));
    CHECK((sums_are_exact(ends_in_32_bits, at_the_ends, 6) && sums_are_exact(ends_in_64_bits, at_the_ends, 6)));
}

TEST_CASE("a card that is packed at run time has the same sums, and as many words as were counted") {
    for (size_t size : {size_t{6}, card_size}) {
        const card_row* rows = size == 6 ? far_apart : card;
        auto small = std::make_unique<small_card<400>>(rows, size);
        auto large = std::make_unique<large_card<card_size>>(rows, size);
        CHECK(sums_are_exact(*small, rows, size));
        CHECK(sums_are_exact(*large, rows, size));
        CHECK(count_card(rows, size).count <= 400);
    }
}

TEST_CASE("what a row tests is a number, and how") {
    for (uint8_t i = 0; i < fact_count; ++i) {
        CHECK(on(static_cast<fact>(i)) == i);
        CHECK(is(static_cast<fact>(i)) == (i | test_is));
    }
    for (uint8_t i = 0; i < context_count; ++i) {
        CHECK(on(static_cast<context>(i)) == fact_count + i);
        CHECK(is(static_cast<context>(i)) == ((fact_count + i) | test_is));
    }
}

static_assert(holds(three[0], 1) && holds(three[0], 7) && !holds(three[0], 0), "at least");
static_assert(holds(three[2], 1) && !holds(three[2], 7) && !holds(three[2], 0), "is");

}  // namespace
