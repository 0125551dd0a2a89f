// A fuzz target without libFuzzer: every file of the folders given is an input, and so is a fixed number of inputs made
// from them, the same in each run. What an input breaks is written to ./crash-input.
//
//   ipclab_fuzz_NAME [--cases N] [--seed N] FOLDER|FILE…
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <span>
#include <vector>

#include "target.h"

namespace {

constexpr std::size_t kMostBytes = 1U << 16;
constexpr unsigned kHangsAfterS = 60;

std::mt19937_64 theRandom;
std::string theInput;

std::size_t below(std::size_t bound) { return bound == 0 ? 0 : theRandom() % bound; }

void writeInput(int signal) {
    const int fd = ::open("crash-input", O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    const bool written = ::write(fd, theInput.data(), theInput.size()) >= 0;
    const char text[] = "the input is in ./crash-input\n";
    if (!written || ::write(STDERR_FILENO, text, sizeof text - 1) < 0) ::_exit(1);
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void run(std::string input) {
    theInput = std::move(input);
    ::alarm(kHangsAfterS);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(theInput.data()), theInput.size());
    ::alarm(0);
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// In an order that is the same everywhere.
std::vector<std::string> inputsIn(std::span<char*> paths) {
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path path : paths) {
        if (!std::filesystem::is_directory(path)) {
            files.push_back(path);
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::vector<std::string> inputs;
    for (const auto& file : files) inputs.push_back(contentOf(file));
    return inputs;
}

std::string mutated(std::string input) {
    const std::size_t sizeBytes = std::min(input.size(), kMostBytes);
    input.resize(kMostBytes);
    const auto seed = static_cast<unsigned>(theRandom());
    input.resize(LLVMFuzzerCustomMutator(reinterpret_cast<std::uint8_t*>(input.data()), sizeBytes, kMostBytes, seed));
    return input;
}

int wrongUsage() {
    std::fputs("usage: ipclab_fuzz_NAME [--cases N] [--seed N] FOLDER|FILE...\n", stderr);
    return 2;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes) {
    std::string bytes(reinterpret_cast<const char*>(data), sizeBytes);
    const std::size_t at = below(bytes.size());
    switch (bytes.empty() ? 0 : below(5)) {
        case 1:
            bytes[at] = static_cast<char>(theRandom());
            break;
        case 2:
            bytes.erase(at, 1 + below(20));
            break;
        case 3:
            bytes.insert(at, bytes.substr(below(bytes.size()), below(40)));
            break;
        case 4:
            bytes[at] = "{}[]\",:0-e\\'=*./"[below(16)];
            break;
        default:
            bytes.insert(at, 1 + below(3), static_cast<char>(theRandom()));
    }
    bytes.resize(std::min(bytes.size(), maxBytes));
    std::memcpy(data, bytes.data(), bytes.size());
    return bytes.size();
}

int main(int argc, char** argv) {
    std::size_t cases = 0;
    std::span<char*> rest(argv + 1, static_cast<std::size_t>(argc - 1));
    for (; rest.size() > 1 && rest[0][0] == '-'; rest = rest.subspan(2)) {
        const std::string_view option = rest[0];
        const auto number = std::strtoull(rest[1], nullptr, 10);
        if (option == "--cases") {
            cases = number;
        } else if (option == "--seed") {
            theRandom.seed(number);
        } else {
            return wrongUsage();
        }
    }
    if (rest.empty()) return wrongUsage();
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGALRM}) ::signal(signal, writeInput);
    const std::vector<std::string> inputs = inputsIn(rest);
    for (const std::string& input : inputs) run(input);
    for (std::size_t i = 0; i < cases; ++i) {
        std::string input = inputs.empty() ? std::string() : inputs[below(inputs.size())];
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) input = mutated(std::move(input));
        run(std::move(input));
    }
    std::printf("%zu seeds, %zu made inputs\n", inputs.size(), cases);
    return 0;
}
