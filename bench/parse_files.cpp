// SPDX-License-Identifier: MIT
// parse_files ROUNDS WAY SPEAKERS FILE...: reads the files (without any: the text of corpus.hpp),
// then parses all of them so many times. WAY is whole, put or the bytes of a piece; SPEAKERS is
// yes or no. For instructions.py, which counts what a round takes.
#include "corpus.hpp"
#include "ways.hpp"

#include <iostream>

int main(int count, char** arguments) {
    if (count < 4) return std::cerr << "parse_files ROUNDS WAY SPEAKERS FILE...\n", 1;
    std::vector<std::string> texts;
    bench::way how;
    try {
        how = bench::way_named(arguments[2]);
        for (int i = 4; i < count; ++i) texts.push_back(bench::file_text(arguments[i]));
        if (count == 4) texts = bench::main_corpus().articles;
    } catch (const std::exception& error) {
        return std::cerr << "parse_files: " << error.what() << '\n', 1;
    }
    const bool speakers = arguments[3] == std::string("yes");
    size_t bytes = 0, sum = 0;
    for (const std::string& text : texts) bytes += text.size();
    for (long round = std::strtol(arguments[1], nullptr, 10); round > 0; --round)
        for (const std::string& text : texts)
            sum += speakers ? bench::read<stet::english>(text, how) : bench::read<void>(text, how);
    std::cout << bytes << " bytes, " << sum << " summed up\n";
}
