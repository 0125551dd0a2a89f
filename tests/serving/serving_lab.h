// A server under test: an echo service for framed requests, run by a strategy in a process of its own, which has no end
// of its clients, and clients that block. What it counts lies in memory that it shares.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "serving/registry.h"

namespace ipclab::test {

// A request: its length without this word, then so many bytes. It is answered by itself.
using FrameLength = std::uint32_t;
inline constexpr FrameLength kLongestFrame = 200'000;

struct LabCounts {
    std::atomic<std::uint64_t> opened, requests;
    std::atomic<std::uint64_t> ended[5];       // by Ending
    std::atomic<std::uint64_t> turnedAway[4];  // by TurnAway
    std::atomic<std::uint64_t> awayWhileOpen;  // of those, whose descriptor could still be asked
    std::atomic<int> lastError, lastValue;
    std::atomic<std::uint32_t> stop, paused, looks;
    std::atomic<std::uint64_t> pauseAt;  // it pauses by itself after so many requests; 0: it does not
    std::array<char, 512> failure;       // what went wrong in the server, or what it left behind
    ServingCounts counts[64];

    [[nodiscard]] std::uint64_t endings(Ending how) const { return ended[static_cast<int>(how)]; }
    [[nodiscard]] std::uint64_t away(TurnAway why) const { return turnedAway[static_cast<int>(why)]; }
    [[nodiscard]] std::uint64_t endedInAll() const { return ended[0] + ended[1] + ended[2] + ended[3] + ended[4]; }
};

enum class Family : std::uint8_t { Tcp, UnixStream, UnixPacket, Udp, UnixDatagram };
[[nodiscard]] bool isDatagrams(Family family);

class Lab {
public:
    // The listener is there at once.
    Lab(const Strategy& strategy, Family family, ServingSettings settings = {});
    // Stops it; fails the test for what is left.
    ~Lab();
    Lab(const Lab&) = delete;
    Lab& operator=(const Lab&) = delete;

    // prepare: what the server's process does first.
    void start(const std::function<void()>& prepare = {});
    // Returns once the server has ended. Fails the test if it does not, has thrown or has left anything behind.
    void stop();
    // Returns once the server has ended by itself, with what it threw. Fails the test if it does not end.
    [[nodiscard]] std::string failure();
    // Paused: returns once it is, where the strategy's first thread serves; others serve on meanwhile.
    void setPaused(bool paused);

    [[nodiscard]] LabCounts& counts() { return *m_counts; }
    [[nodiscard]] ServingTotals totals() const { return readTotals(m_counts->counts); }
    // A connected client whose calls end after half a minute.
    [[nodiscard]] UniqueFd connect() const;
    [[nodiscard]] int listener() const { return m_listener.get(); }
    [[nodiscard]] pid_t server() const { return m_server; }

private:
    void serve();
    // Fails the test if it does not end, or leaves any connection behind.
    void awaitEnd();

    const Strategy& m_strategy;
    Family m_family;
    ServingSettings m_settings;
    SharedMapping m_memory;
    LabCounts* m_counts;
    UniqueFd m_listener;
    sockaddr_storage m_address{};
    socklen_t m_addressBytes = 0;
    pid_t m_server = 0;
};

// Of a parametrised test.
[[nodiscard]] std::string strategyName(const ::testing::TestParamInfo<const Strategy*>& info);

// Waits until it is so, half a minute at most.
[[nodiscard]] bool eventually(const std::function<bool()>& so);

[[nodiscard]] std::string frameOf(std::size_t payloadBytes, unsigned seed);
void sendAll(int fd, const std::string& bytes);
// Exactly so many bytes, less at the end of the stream or after an error.
[[nodiscard]] std::string receiveExactly(int fd, std::size_t bytes);
// Sends the frame and gets the same back.
[[nodiscard]] bool isEchoed(int fd, const std::string& frame);
// The other side has closed the connection.
[[nodiscard]] bool sawEnd(int fd);

}  // namespace ipclab::test
