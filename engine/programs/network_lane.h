// One direction of a network (network.cpp): what it has taken from one link and has still to send on its pair, and what
// chance does to it. Of every message the same five numbers are drawn, whatever becomes of it, so that the seed decides
// what happens to the n-th message of a direction, however the processes are scheduled.
//
// Over a link that carries messages one is lost, comes twice, or is overtaken. In a byte stream nothing may be missing:
// a lost message there comes as late as the earliest repetition of TCP, and all behind it wait (head-of-line blocking);
// copies and another order a stream does not let through, so none are made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "programs/ports.h"
#include "programs/random.h"

namespace ipclab {

class NetworkLane {
public:
    NetworkLane(InPort& in, OutPort& out, std::uint64_t seed)
        : m_in(in), m_out(out), m_isStream(out.isByteStream()), m_random(seed) {}

    // Did anything come? Takes what has arrived, as far as there is room to keep it.
    bool take(const NetworkConditions& conditions, Nanoseconds now);
    // Did anything go? Sends what is due; everything, where it is not to be kept any longer.
    bool send(Nanoseconds now, bool atOnce);
    // Nothing will come any more and everything has gone, or nobody is left to receive: closes both ends.
    void closeIfOver();
    void close();

    [[nodiscard]] bool isOpen() const { return m_in.isOpen(); }
    // Whose message may be waited for: nullptr when there is no room, or none will come.
    [[nodiscard]] InPort* awaited() const { return m_over || isFull() ? nullptr : &m_in; }
    // Where room may be waited for: nullptr when that is not what keeps it.
    [[nodiscard]] const OutPort* blocked() const { return m_blocked ? &m_out : nullptr; }
    // When the next message is due; 0: there is none, or there is no room for it.
    [[nodiscard]] Nanoseconds dueNs() const {
        return m_held.empty() || m_blocked ? 0 : std::get<0>(m_held.begin()->first);
    }

    [[nodiscard]] std::uint32_t link() const { return m_out.link(); }
    [[nodiscard]] NetworkCounts counts() const { return readCounts(m_out.network()); }

private:
    // When it is due, its number in the order of arrival, whether it is a copy.
    using Key = std::tuple<Nanoseconds, std::uint64_t, bool>;
    struct Held {
        std::vector<std::byte> message;
        Nanoseconds copyAfterNs = -1;  // sent once more so long after it; negative: not
    };
    struct Draws {
        double loss, duplicate, reorder, jitter, copyJitter;
    };

    [[nodiscard]] bool isFull() const { return m_held.size() >= kMostHeld || m_heldBytes >= kMostHeldBytes; }
    Draws draw();
    void keep(const NetworkConditions& conditions, Nanoseconds now);
    void keepInStream(const Draws& draws, const NetworkConditions& conditions, Nanoseconds now);
    void keepAlone(const Draws& draws, const NetworkConditions& conditions, Nanoseconds now);
    void insert(const Key& key, Held held, bool isDelayed);
    void letOvertake(Nanoseconds nextDueNs);
    void sent(const Key& key, const Held& held, Nanoseconds now);

    static constexpr std::size_t kMostHeld = 1U << 16;
    static constexpr std::size_t kMostHeldBytes = 64U << 20;

    InPort& m_in;
    OutPort& m_out;
    bool m_isStream;
    Random m_random;
    std::map<Key, Held> m_held;
    std::size_t m_heldBytes = 0;
    std::optional<Key> m_parked;  // waits for the next one to overtake it
    Nanoseconds m_streamDueNs = 0;
    std::uint64_t m_number = 0;    // of the next message
    std::uint64_t m_sentUpTo = 0;  // the highest number sent, + 1
    bool m_over = false;           // nobody is left to send
    bool m_abandoned = false;      // nobody is left to receive
    bool m_blocked = false;        // what is due finds no room
};

}  // namespace ipclab
