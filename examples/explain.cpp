// SPDX-License-Identifier: MIT
// explain FILE: why each block is what it is called. Under each block stands the kind and, where
// the score card decided, each row that spoke with its points, and the sums. "rule" marks what
// a rule in front of the card decided. A classifier of your own is put in the same way.
#include <cstdio>
#include <fstream>
#include <stet.hpp>
#include <string>

namespace {

// As block_rules, but it says what it does. The machine needs the five members of block_rules.
class explained : public stet::block_rules {
public:
    using block_rules::block_rules;

    stet::evidence measure(const stet::candidate& found) noexcept {
        block_ = found.block;
        return block_rules::measure(found);
    }

    stet::kind classify(const stet::evidence& seen) const noexcept {
        const stet::kind is = block_rules::classify(seen);
        std::printf("%s  %.*s\n", stet::name(is), int(block_.sub(0, shown).size), block_.data);
        if (seen.decided) std::printf("    rule\n");
        int sums[column_count] = {};
        for (size_t row = 0; row < row_count && !seen.decided; ++row) {
            if (!speaks(row, seen)) continue;
            std::printf("    %-30s", row_name(row));
            for (size_t k = 0; k < column_count; ++k) {
                const int points = row_points(row, k);
                sums[k] += points;
                if (points != 0 && counts(k, seen)) std::printf(" %s %+d", stet::name(column_kind(k)), points);
            }
            std::printf("\n");
        }
        if (!seen.decided) std::printf("    %-30s", "sum");
        for (size_t k = 0; k < column_count && !seen.decided; ++k)
            if (counts(k, seen)) std::printf(" %s %d", stet::name(column_kind(k)), sums[k]);
        return std::printf(seen.decided ? "\n" : "\n\n"), is;
    }

private:
    static constexpr size_t shown = 60;  // bytes of the block
    stet::view block_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return std::fputs("explain: give it one file\n", stderr), 1;
    std::ifstream file(arguments[1], std::ios::binary);
    std::string text;
    for (char some[4096]; file.read(some, sizeof some), file.gcount() != 0;) text.append(some, size_t(file.gcount()));
    if (!file.is_open() || file.bad())
        return std::fprintf(stderr, "explain: %s: cannot be read at byte %zu\n", arguments[1], text.size()), 1;
    for (stet::event e : stet::parse<stet::default_limits, stet::quotations<>, explained>(text)) static_cast<void>(e);
}
