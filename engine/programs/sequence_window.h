// Which sequence numbers of one producer a receiver has seen: tells a repeated message from one that came late.
// Numbers that were skipped are no finding by themselves: they may have gone to another receiver, or be lost,
// which only the totals of both sides can tell.
#pragma once

#include <array>
#include <cstdint>

namespace ipclab {

class SequenceWindow {
public:
    enum class Verdict : std::uint8_t { InOrder, Reordered, Duplicated };

    // The highest number seen, + 1.
    [[nodiscard]] std::uint64_t next() const { return m_next; }

    Verdict see(std::uint64_t sequence) {
        if (sequence >= m_next) {
            clear(m_next, sequence);
            mark(sequence);
            m_next = sequence + 1;
            return Verdict::InOrder;
        }
        // Older than the window: whether it is a repetition can no longer be known; late it is in any case.
        if (m_next - sequence > kWidth) return Verdict::Reordered;
        if (isMarked(sequence)) return Verdict::Duplicated;
        mark(sequence);
        return Verdict::Reordered;
    }

private:
    static constexpr std::uint64_t kWidth = 4096;

    void clear(std::uint64_t from, std::uint64_t to) {
        if (to - from >= kWidth) {
            m_bits.fill(0);
            return;
        }
        for (std::uint64_t at = from; at <= to; ++at) word(at) &= ~bit(at);
    }
    void mark(std::uint64_t sequence) { word(sequence) |= bit(sequence); }
    bool isMarked(std::uint64_t sequence) { return (word(sequence) & bit(sequence)) != 0; }
    std::uint64_t& word(std::uint64_t sequence) { return m_bits[(sequence % kWidth) / 64]; }
    static std::uint64_t bit(std::uint64_t sequence) { return std::uint64_t{1} << (sequence % 64); }

    std::uint64_t m_next = 0;
    std::array<std::uint64_t, kWidth / 64> m_bits{};
};

}  // namespace ipclab
