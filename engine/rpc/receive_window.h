// What a reliable receiver knows of what has come: which number it hands on next, and which of those behind it are here
// already. Copies are filtered out.
#pragma once

#include <cstdint>

#include "rpc/acknowledgement.h"

namespace ipclab {

class ReceiveWindow {
public:
    // keepsEarly: what comes before its turn is kept; else it is thrown away and has to come again.
    explicit ReceiveWindow(bool keepsEarly) : m_keepsEarly(keepsEarly) {}

    enum class Verdict : std::uint8_t {
        Next,    // handed on, with those behind it that were here
        Early,   // kept
        Copy,    // it was here
        Thrown,  // away: too early
    };
    Verdict take(std::uint64_t number);

    // What it has handed on: all below, each once and in order.
    [[nodiscard]] std::uint64_t next() const { return m_next; }
    // How many numbers up to the highest seen have not come.
    [[nodiscard]] std::uint64_t missing() const;
    [[nodiscard]] Acknowledgement acknowledgement(const DataPart& of) const;

    static constexpr std::uint64_t kEarly = 64;

private:
    bool m_keepsEarly;
    std::uint64_t m_next = 0;
    std::uint64_t m_early = 0;  // bit i: m_next + 1 + i is here
    std::uint64_t m_seenUpTo = 0;
};

}  // namespace ipclab
