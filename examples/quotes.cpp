// SPDX-License-Identifier: MIT
// quotes FILE...: for each quotation who said it, how, and the words; "?" where that is not known.
#include <fstream>
#include <iostream>
#include <stet/attribution.hpp>
#include <string>

static void show(const std::string& text) {
    const auto words = [&](const stet::event& e) { return text.substr(e.begin, e.end - e.begin); };
    std::string quotation, who, how;
    const auto line = [&] {
        if (!quotation.empty()) std::cout << who << '\t' << how << '\t' << quotation << '\n';
    };
    for (stet::event e : stet::attribute(stet::parse(text))) {
        if (e.what == stet::kind::attribution) {
            line();
            quotation = words(e);
            who = e.quoted == stet::quote_class::direct ? "?" : "-";  // "-": nobody's words
            how = who;
        }
        if (e.what == stet::kind::speaker) who = words(e);
        if (e.what == stet::kind::cue) how = words(e);
    }
    line();
}

int main(int count, char** names) {
    bool good = count > 1;
    for (int i = 1; i < count; ++i) {
        std::ifstream file(names[i], std::ios::binary);
        std::string text;
        for (char some[4096]; file.read(some, sizeof some), file.gcount() != 0;) text.append(some, size_t(file.gcount()));
        if (!file.is_open() || file.bad()) {
            std::cerr << "quotes: " << names[i] << ": cannot be read at byte " << text.size() << '\n';
            good = false;
        }
        show(text);
    }
    if (count == 1) std::cerr << "usage: quotes FILE...\n";
    return good ? 0 : 1;
}
