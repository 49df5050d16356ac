// SPDX-License-Identifier: MIT
// replay FILE_OR_FOLDER...: runs a fuzz target once over each file, with any compiler.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

size_t runs = 0;

void run(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string input{std::istreambuf_iterator<char>(file), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
    ++runs;
}

}  // namespace

int main(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        if (!std::filesystem::exists(arguments[i]))
            return std::cerr << "replay: " << arguments[i] << ": cannot be read at byte 0\n", 1;
        if (!std::filesystem::is_directory(arguments[i])) run(arguments[i]);
        else
            for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) run(entry.path());
    }
    std::cout << runs << " inputs replayed\n";
    return runs == 0 ? 1 : 0;
}
