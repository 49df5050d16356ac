// SPDX-License-Identifier: MIT
// The score card is what block.hpp relies on, whatever the fit makes of it.
#include <stet.hpp>

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
static_assert(card_groups(three, 3).count == 2 && card_groups(three, 3).ends[0] == 2 &&
              card_groups(three, 3).ends[1] == 3);
static_assert(packed.groups.ends[packed.groups.count - 1] == card_size);
static_assert(sizeof(card_names) / sizeof(card_names[0]) == card_size, "each row has its name");

constexpr card_row far_apart[] = {{on(fact::words), 1, {127, -127, 0, 1, -1, 99, -99}},
                                  {on(fact::words), 2, {127, -127, 0, 1, -2, 99, -99}}};
constexpr bool sums_are_exact() {
    const packed_card<2> rows(far_apart, 2);
    card_sums sums(rows.points[0]);
    for (int i = 1; i < 200; ++i) sums.add(rows.points[i % 2]);
    const int wanted[] = {25400, -25400, 0, 200, -300, 19800, -19800};
    for (size_t k = 0; k < card_columns; ++k)
        if (sums[k] != wanted[k]) return false;
    return true;
}
static_assert(sums_are_exact());

static_assert(holds(three[0], 1) && holds(three[0], 7) && !holds(three[0], 0), "at least");
static_assert(holds(three[2], 1) && !holds(three[2], 7) && !holds(three[2], 0), "is");

}  // namespace
