// A link over queued real-time signals: what its ends share beside the signals, and a message put together from them.
#pragma once

#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/event_count.h"
#include "core/shared_mapping.h"
#include "links/message.h"
#include "links/wiring.h"

namespace ipclab {

inline constexpr std::size_t kSignalBytes = 8;  // the payload of one (sigval)
inline constexpr std::uint32_t kMostMessageBytes = 2048;
static_assert(sizeof(sigval) == kSignalBytes, "a payload is a pointer's size");

inline std::size_t signalsOf(std::size_t sizeBytes) { return (sizeBytes + kSignalBytes - 1) / kSignalBytes; }

// Mapped by all ends. Zero-filled at first.
struct Mailbox {
    std::atomic<std::int32_t> receiver;            // its process id once it can be sent to; 0: not yet; -1: gone
    EventCount changed;                            // senders sleep on it: the receiver came, took something, or went
    alignas(64) std::atomic<std::uint64_t> sent;   // messages begun, by all senders
    alignas(64) std::atomic<std::uint64_t> taken;  // messages put together; written by the receiver
};

// What both ends take from the wiring.
struct SignalWiring {
    explicit SignalWiring(const EndWiring& wiring)
        : mapping(adoptDescriptor(wiredDescriptor(wiring, 0)).get(), sizeof(Mailbox)),
          signal(static_cast<int>(wiredNumber(wiring, 0))),
          maxMessageBytes(wiredNumber(wiring, 1)),
          capacity(wiredNumber(wiring, 2)) {}
    [[nodiscard]] Mailbox& mailbox() const { return *static_cast<Mailbox*>(mapping.data()); }

    SharedMapping mapping;
    int signal;
    std::uint64_t maxMessageBytes;
    std::uint64_t capacity;  // messages; 0: what the system allows
};

// What has come from one sender of the message it is sending.
class PartialMessage {
public:
    // True: the message is whole, or is none.
    bool add(std::uint64_t payload) {
        if (m_bytes.empty()) m_wantBytes = readSize(payload);
        const auto* bytes = reinterpret_cast<const std::byte*>(&payload);
        m_bytes.insert(m_bytes.end(), bytes, bytes + sizeof payload);
        return m_bytes.size() >= m_wantBytes;
    }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] std::size_t signalsMissing() const { return signalsOf(m_wantBytes - m_bytes.size()); }
    [[nodiscard]] std::vector<std::byte> take() {
        m_bytes.resize(std::min(m_bytes.size(), m_wantBytes));
        return std::exchange(m_bytes, {});
    }

private:
    // The first payload holds magic and size (links/message.h); zero where it is no beginning.
    static std::size_t readSize(std::uint64_t payload) {
        MessageHeader header{};
        std::memcpy(&header, &payload, sizeof payload);
        const bool sound = header.sizeBytes >= kMinMessageBytes && header.sizeBytes <= kMostMessageBytes;
        return sound ? header.sizeBytes : 0;
    }

    std::vector<std::byte> m_bytes;
    std::size_t m_wantBytes = 0;
};

// How many signals of a link may be queued to one receiver. The limit counts all programs of a user, and timers need
// room in it too: a receiver lowers its own to half of it.
inline rlimit signalLimit() {
    rlimit limit{};
    check(::getrlimit(RLIMIT_SIGPENDING, &limit), "getrlimit RLIMIT_SIGPENDING");
    if (limit.rlim_max != RLIM_INFINITY) limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max / 2);
    return limit;
}

}  // namespace ipclab
