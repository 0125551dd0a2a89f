// Random choices of one mutation, and what is put back into libFuzzer's buffer.
#pragma once

#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "target.h"

namespace ipclab::fuzz {

class Choice {
public:
    explicit Choice(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_random() % bound; }
    bool oneIn(std::size_t n) { return below(n) == 0; }
    template <typename List>
    const auto& of(const List& list) {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 m_random;
};

// Bytes changed without knowing what they are.
std::string mutatedBytes(std::string_view text, std::size_t maxBytes);

// Cut where it is too long.
std::size_t intoBuffer(const std::string& text, std::uint8_t* data, std::size_t maxBytes);

std::vector<std::string> linesOf(std::string_view text);
std::string joinedLines(std::span<const std::string> lines);

// One line added, removed, repeated or exchanged with another; of `fresh` what a new one may be.
void mutateLines(std::vector<std::string>& lines, std::span<const std::string> fresh, Choice& choice);

}  // namespace ipclab::fuzz
