// SPDX-License-Identifier: MIT
// spans [--chunk N] [--out DIR] FILE...: an article's structure as tab-separated lines with
// byte offsets. "-" is standard input; --chunk N reads through the smallest window there is.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <stet/std.hpp>
#include <string>

struct smallest_window : stet::default_limits {
    static constexpr size_t window = 2 * (heading + next);
};
using lines = std::multimap<stet::offset, std::string>;  // in order of their begin

static void add(lines& found, const stet::event& e) {
    const std::string place = '\t' + std::to_string(e.begin) + '\t' + std::to_string(e.end);
    if (e.what == stet::kind::note) found.emplace(e.begin, "# note" + place + '\t' + stet::name(e.reason));
    if (e.side != stet::edge::end) return;
    if (stet::is_block(e.what)) found.emplace_hint(found.lower_bound(e.begin), e.begin, stet::name(e.what) + place);
    if (e.what == stet::kind::quote && !e.nested)
        found.emplace(e.begin, "quote" + place + '\t' + stet::name(e.quoted) + "\t-1\t-1\t-1\t-1\t-");
}
static bool spans(const std::string& name, size_t chunk, const std::string& folder) {
    std::ifstream file(name, std::ios::binary);
    std::istream& from = name == "-" ? std::cin : file;
    const std::string text{std::istreambuf_iterator<char>(from), {}};
    if (from.bad() || (name != "-" && (!file.is_open() || std::filesystem::is_directory(name))))
        return std::cerr << "spans: " << name << ": cannot be read at byte " << text.size() << '\n', false;
    lines found;
    static stet::reader<smallest_window> in;
    in.restart();
    if (chunk == 0)
        for (stet::event e : stet::parse(text)) add(found, e);
    for (stet::view rest = text; chunk != 0 && !in.done();) {
        const size_t taken = in.feed(rest.sub(0, chunk));
        rest = rest.sub(taken, rest.size);
        if (rest.empty()) in.finish();
        for (stet::event e; in.next(e);) add(found, e);
    }
    const auto path = std::filesystem::path(folder) / std::filesystem::path(name).stem();
    std::ofstream out_file(folder.empty() ? "" : path.string() + ".tsv", std::ios::binary);
    std::ostream& out = folder.empty() ? std::cout : out_file;
    for (const auto& [begin, line] : found) out << line << '\n';
    return out.flush() ? true : (std::cerr << "spans: " << path.string() << ".tsv: cannot be written\n", false);
}
int main(int count, char** arguments) {
    size_t chunk = 0;
    std::string folder;
    int at = 1;
    for (; at + 1 < count; at += 2) {
        if (std::string(arguments[at]) == "--chunk") chunk = std::strtoul(arguments[at + 1], nullptr, 10);
        else if (std::string(arguments[at]) == "--out") folder = arguments[at + 1];
        else break;
    }
    bool good = at < count || (std::cerr << "usage: spans [--chunk N] [--out DIR] FILE...\n", false);
    for (; at < count; ++at) good = spans(arguments[at], chunk, folder) && good;
    return good ? 0 : 1;
}
