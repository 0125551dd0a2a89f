// One end of a link in a child of a test: what it is to do, as plain data that reaches a fork'd child by memory and
// an exec'd one as text, and the board in shared memory on which it writes what happened.
#pragma once

#include <array>
#include <atomic>
#include <string>

#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "links/mechanism.h"

namespace ipclab::test {

inline constexpr unsigned kMostEnds = 8;
inline constexpr unsigned kMostProducers = 4;
inline constexpr std::uint64_t kMostMessages = 1U << 15;

enum class EndState : std::uint32_t { Unopened, Open, Closed };

// Written by the child of that number, `state` also by the parent once it is dead, `hold` by the parent.
struct alignas(64) EndRow {
    std::atomic<std::uint32_t> state;
    std::atomic<std::uint32_t> hold;   // futex: 1 keeps the child waiting once its end is open
    std::atomic<std::uint64_t> calls;  // begun
    std::atomic<std::uint64_t> done;   // messages sent, or received whole
    std::atomic<std::uint64_t> wouldBlock, timedOut, interrupted, peerClosed, tooLong, truncated, corrupt;
    std::atomic<std::uint64_t> notIntact, repeated, disordered, wrongSize;
    std::atomic<std::uint64_t> systemCalls;
    std::array<char, 256> error;
};

struct Board {
    std::atomic<std::uint32_t> stop;  // 1: end at the next interruption
    std::uint32_t senders, receivers;
    std::array<EndRow, kMostEnds> ends;
    std::array<std::array<std::atomic<std::uint64_t>, kMostMessages / 64>, kMostProducers> seen;

    [[nodiscard]] bool allClosed(unsigned from, unsigned count) const;
    // Returns whether it was set before.
    bool markSeen(unsigned producer, std::uint64_t sequence);
    [[nodiscard]] std::uint64_t seenOf(unsigned producer) const;
};

class SharedBoard {
public:
    static SharedBoard create(unsigned senders, unsigned receivers);
    static SharedBoard attach(int fd);
    [[nodiscard]] Board* operator->() const { return static_cast<Board*>(m_mapping.data()); }
    [[nodiscard]] Board& operator*() const { return *operator->(); }
    [[nodiscard]] int fd() const { return m_fd.get(); }

private:
    UniqueFd m_fd;
    SharedMapping m_mapping;
};

class BoardPeers final : public Peers {
public:
    explicit BoardPeers(const Board& board) : m_board(board) {}
    bool sendersGone() const override { return m_board.allClosed(0, m_board.senders); }
    bool receiversGone() const override { return m_board.allClosed(m_board.senders, m_board.receivers); }

private:
    const Board& m_board;
};

struct EndJob {
    std::string mechanism;
    bool sends = true;
    unsigned row = 0;                 // on the board; of a sender also the producer's number
    std::uint64_t count = 0;          // messages; of a receiver 0: until the link ends
    std::uint32_t sizeBytes = 0;      // of every message, or the least …
    std::uint32_t sizeUpToBytes = 0;  // … where sizes are drawn up to this
    std::uint64_t seed = 1;
    EndOptions options;
    EndWiring wiring;

    [[nodiscard]] std::uint32_t sizeOf(std::uint64_t sequence) const;
    [[nodiscard]] std::string toText() const;
    static EndJob fromText(const std::string& text);
};

// In the child; returns its exit code. A watchdog ends a child that hangs.
int runEndJob(const EndJob& job, Board& board);

}  // namespace ipclab::test
