// SPDX-License-Identifier: MIT
// outline FILE: what a person wants to see of an article: its headline, its sections with
// their number of paragraphs, and the quotations under the section they stand in.
#include <cstdio>
#include <fstream>
#include <stet.hpp>
#include <string>

namespace {

struct part {
    std::string title = "(lead)";
    unsigned paragraphs = 0;
    std::string quotations;
};

void print(const part& section) {
    if (section.paragraphs == 0 && section.quotations.empty() && section.title == "(lead)") return;
    std::printf("\n%s, %u paragraph%s\n%s", section.title.c_str(), section.paragraphs,
                section.paragraphs == 1 ? "" : "s", section.quotations.c_str());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return std::fputs("outline: give it one file\n", stderr), 1;
    std::ifstream file(arguments[1], std::ios::binary);
    std::string text;
    for (char some[4096]; file.read(some, sizeof some), file.gcount() != 0;) text.append(some, size_t(file.gcount()));
    if (!file.is_open() || file.bad())
        return std::fprintf(stderr, "outline: %s: cannot be read at byte %zu\n", arguments[1], text.size()), 1;

    part section;
    std::string block;  // the text of the block so far, on one line
    for (stet::event e : stet::parse(text)) {
        const std::string all = text.substr(e.begin, e.end - e.begin);
        if (e.side == stet::edge::begin && stet::is_block(e.what)) block.clear();
        if (e.what == stet::kind::text) block.append(e.text().data, e.text().size);
        if (e.what == stet::kind::soft_break) block += ' ';
        if (e.side != stet::edge::end) continue;
        if (e.what == stet::kind::headline) std::printf("%s\n", block.c_str());
        if (e.what == stet::kind::deck || e.what == stet::kind::byline) std::printf("  %s\n", block.c_str());
        if (e.what == stet::kind::paragraph) ++section.paragraphs;
        if (e.what == stet::kind::quote && !e.nested) section.quotations += "  " + all + '\n';
        if (e.what == stet::kind::heading) {
            print(section);
            section = {block, 0, ""};
        }
    }
    print(section);
}
