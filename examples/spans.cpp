// SPDX-License-Identifier: MIT
// spans [--chunk BYTES] [--out DIR] FILE...: an article's structure as tab-separated lines
// with byte offsets. "-" is standard input; --chunk reads through the smallest window there is.
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
    std::string text;
    for (char some[4096]; from.read(some, sizeof some), from.gcount() != 0;) text.append(some, size_t(from.gcount()));
    if (from.bad() || (name != "-" && !file.is_open()))
        return std::cerr << "spans: " << name << ": cannot be read at byte " << text.size() << '\n', false;
    lines found;
    for (stet::event e : stet::parse(chunk == 0 ? stet::view(text) : stet::view())) add(found, e);
    static stet::reader<smallest_window> in;
    in.restart();
    for (stet::view rest = text; chunk != 0 && !in.done();) {
        const size_t taken = in.feed(rest.sub(0, chunk));
        rest = rest.sub(taken, rest.size);
        if (rest.empty()) in.finish();
        for (stet::event e; in.next(e);) add(found, e);
    }
    const std::string path = (std::filesystem::path(folder) / std::filesystem::path(name).stem()).string() + ".tsv";
    std::ofstream file_out(folder.empty() ? "" : path, std::ios::binary);
    std::ostream& out = folder.empty() ? std::cout : file_out;
    for (const auto& [begin, line] : found) out << line << '\n';
    return out.flush() ? true : (std::cerr << "spans: " << path << ": cannot be written\n", false);
}
int main(int count, char** arguments) {
    size_t chunk = 0;
    std::string folder;
    int at = 1;
    for (std::string value; at + 1 < count; at += 2) {
        value = arguments[at + 1];
        if (arguments[at] == std::string("--out")) folder = value;
        else if (arguments[at] != std::string("--chunk")) break;
        else if ((chunk = std::strtoul(value.c_str(), nullptr, 10)) == 0) at = count;  // not a size
    }
    bool good = at < count || (std::cerr << "usage: spans [--chunk BYTES] [--out DIR] FILE...\n", false);
    for (; at < count; ++at) good = spans(arguments[at], chunk, folder) && good;
    return good ? 0 : 1;
}
