// SPDX-License-Identifier: MIT
// spans [--chunk BYTES] [--out DIR] [--german | --no-attribution] FILE...: an article's structure as tab-separated
// lines with byte offsets. "-" is standard input; --chunk reads through the smallest window there is.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <stet/std.hpp>
#include <string>
struct smallest_window : stet::default_limits { static constexpr size_t window = 2 * (heading + next); };
struct line { std::string head, speaker, cue, shape; };
using lines = std::multimap<std::pair<stet::offset, stet::kind>, line>;  // in order of their begin
static void add(lines& found, line*& quote, const stet::event& e) {
    const std::string place = '\t' + std::to_string(e.begin) + '\t' + std::to_string(e.end);
    const auto put = [&](line each) { found.insert({{e.begin, e.what}, each}); };
    if (e.what == stet::kind::note) put({"# note" + place + '\t' + stet::name(e.reason), "", "", ""});
    const auto quoted = [&] { return "quote" + place + '\t' + stet::name(e.quoted); };
    if (e.what == stet::kind::attribution) (quote = &found.find({e.begin, stet::kind::quote})->second)->head = quoted();
    if (e.what == stet::kind::speaker) quote->speaker = place, quote->shape = std::string("\t") + stet::name(e.shape) + '\t' + stet::name(e.evidence);
    if (e.what == stet::kind::cue) quote->cue = place;
    if (e.side == stet::edge::end && stet::is_block(e.what)) put({stet::name(e.what) + place, "", "", ""});
    if (e.what == stet::kind::quote && e.side == stet::edge::end && !e.nested) put({quoted(), "\t-1\t-1", "\t-1\t-1", "\t-\t-"});
}
static stet::reader<smallest_window> in;
template <class Source> static void tell(Source&& source, stet::view text, size_t chunk, lines& found) {
    line* quote = nullptr;  // that facts are told about
    for (; !source.done(); text = text.sub(chunk == 0 ? 0 : in.feed(text.sub(0, chunk)), text.size)) {
        if (text.empty()) in.finish();
        for (stet::event e; source.next(e);) add(found, quote, e);
    }
}
static bool fail(const std::string& why) { return std::cerr << "spans: " << why << '\n', false; }
static bool spans(const std::string& name, size_t chunk, const std::string& folder, const std::map<std::string, std::string>& given) {
    std::ifstream file(name, std::ios::binary);
    std::istream& from = name == "-" ? std::cin : file;
    std::string text;
    for (char some[4096]; from.read(some, sizeof some), from.gcount() != 0;) text.append(some, size_t(from.gcount()));
    if (from.bad() || (&from == &file && !file.is_open())) return fail(name + ": not read from byte " + std::to_string(text.size()));
    lines found = (in.restart(), lines());
    const auto with = [&](auto&& all, auto&& pieces) { chunk == 0 ? tell(all, text, 0, found) : tell(pieces, text, chunk, found); };
    using stet::attribute, stet::german, stet::parse;
    if (given.count("--no-attribution")) with(parse(text), in);
    else if (given.count("--german")) with(attribute<german>(parse(text)), attribute<german>(in));
    else with(attribute(parse(text)), attribute(in));
    const auto path = std::filesystem::path(folder) / (std::filesystem::path(name).stem() += ".tsv");
    std::ofstream file_out(folder.empty() ? "" : path, std::ios::binary);
    std::ostream& out = folder.empty() ? std::cout : file_out;
    for (const auto& [place, each] : found) out << each.head << each.speaker << each.cue << each.shape << '\n';
    return out.flush() ? true : fail(path.string() + ": cannot be written");
}
int main(int count, char** arguments) {
    int at = 1;
    std::map<std::string, std::string> given;
    for (std::string name; at < count && (name = arguments[at]).substr(0, 2) == "--"; ++at)
        given[name] = (name == "--chunk" || name == "--out") && at + 1 < count ? arguments[++at] : "";
    bool good = at < count || fail("usage: spans [--chunk BYTES] [--out DIR] [--german | --no-attribution] FILE...");
    const size_t chunk = std::strtoul(given["--chunk"].c_str(), nullptr, 10);
    for (; at < count; ++at) good = spans(arguments[at], chunk, given["--out"], given) && good;
    return good ? 0 : 1;
}
