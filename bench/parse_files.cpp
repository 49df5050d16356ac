// SPDX-License-Identifier: MIT
// parse_files ROUNDS FILE...: reads the files, then parses all of them so many times. For
// instructions.py, which counts what a round takes.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stet.hpp>
#include <string>
#include <vector>

int main(int count, char** arguments) {
    std::vector<std::string> texts;
    size_t bytes = 0;
    for (int i = 2; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        if (!file) return std::cerr << "parse_files: " << arguments[i] << ": cannot be read at byte 0\n", 1;
        bytes += texts.back().size();
    }
    size_t events = 0;
    for (long round = count > 1 ? std::strtol(arguments[1], nullptr, 10) : 0; round > 0; --round)
        for (const std::string& text : texts)
            for (const stet::event& e : stet::parse(text)) events += e.begin <= e.end;
    std::cout << bytes << " bytes, " << events << " events\n";
}
