// What libFuzzer asks of a target, and gives it. In builds without libFuzzer replay_main.cpp does both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" {
// One input: whatever it is, it returns. Returns 0.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes);
// Another input like this one, in its place; returns its size.
std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes, unsigned seed);
// The same, done without knowing what the bytes are.
std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes);
}

namespace ipclab::fuzz {

inline std::string_view textOf(const std::uint8_t* data, std::size_t sizeBytes) {
    return {reinterpret_cast<const char*>(data), sizeBytes};
}

// What holds for every input. Where it does not, the input is a finding.
inline void demand(bool holds, std::string_view what, std::string_view of = {}) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n%s\n", std::string(what).c_str(), std::string(of).c_str());
    std::abort();
}

}  // namespace ipclab::fuzz
