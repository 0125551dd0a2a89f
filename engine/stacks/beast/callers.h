// The connections of a server over TCP: who has come, who has shown that he belongs here, who has gone. Strangers may
// come too, as many as like; they are held for a while and then hung up on, and never have more than a few buffers.
#pragma once

#include <poll.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "links/connection.h"
#include "stacks/beast/wire.h"

namespace ipclab {

// One of them, in the server's own terms.
struct Caller {
    explicit Caller(std::unique_ptr<Wire> made) : wire(std::move(made)) {}
    virtual ~Caller() = default;

    BufferedWire wire;
    Connection connection;  // its record
    bool known = false;     // has shown the token
    bool leaving = false;   // what is left is written, then it is closed
    Nanoseconds sinceNs = monotonicNow();
};

// Takes in who connects, until all that are expected have come and shown the token.
class Door {
public:
    Door(UniqueFd listener, unsigned expected);

    // Those waiting to be let in, which send without delay.
    [[nodiscard]] std::vector<UniqueFd> arrivals();
    [[nodiscard]] bool isOpen() const { return static_cast<bool>(m_listener); }
    void noteKnown();
    [[nodiscard]] int fd() const { return m_listener.get(); }
    [[nodiscard]] std::uint64_t systemCalls() const { return m_systemCalls; }

private:
    UniqueFd m_listener;
    unsigned m_missing;
    std::uint64_t m_systemCalls = 0;
};

inline constexpr std::size_t kMostStrangers = 32;
inline constexpr Nanoseconds kStrangerNs = 10 * kNsPerSecond;  // to show the token

// The part of a server that is the same for all: who is asked next, who is dropped.
class CallerList {
public:
    CallerList(UniqueFd listener, const StackPlace& place)
        : m_door(std::move(listener), place.clients), m_pool(place.connections) {}

    template <typename MakeCaller>
    void admit(MakeCaller make) {
        if (std::exchange(m_allCameNow, false)) dropStrangers();
        if (!m_door.isOpen()) return;
        for (UniqueFd& socket : m_door.arrivals()) {
            m_callers.push_back(make(std::move(socket)));
            m_callers.back()->connection = Connection(m_pool);
        }
        dropStrangers();
    }
    // Each in turn, beginning behind the one that gave the last message, until one of them gives something else than
    // Later; those that are gone are dropped.
    template <typename Step>
    StackStep each(Step step) {
        for (std::size_t tried = 0, count = m_callers.size(); tried < count; ++tried) {
            if (m_next >= m_callers.size()) m_next = 0;
            const StackStep got = step(*m_callers[m_next]);
            if (got == StackStep::Later) {
                ++m_next;
            } else if (got == StackStep::Gone || got == StackStep::Corrupt) {
                drop(m_next);
            } else {
                if (got == StackStep::Done) ++m_next;
                return got;
            }
        }
        return StackStep::Later;
    }

    void noteKnown(Caller& caller);
    // The only one there is and will be: a wait for it is a wait for all.
    [[nodiscard]] bool isOne() const { return !m_door.isOpen() && m_callers.size() == 1; }
    [[nodiscard]] bool has(const Caller* caller) const;
    [[nodiscard]] bool empty() const { return m_callers.empty(); }
    [[nodiscard]] bool allCame() const { return !m_door.isOpen(); }
    [[nodiscard]] std::uint64_t refused() const { return m_refused; }
    [[nodiscard]] std::uint64_t systemCalls() const;

    WaitResult wait(StackWait what, Nanoseconds atMostNs);
    // Done: nothing is left to be written to anybody.
    StackStep flush();

private:
    void drop(std::size_t index);
    void dropStrangers();

    Door m_door;
    ConnectionPool m_pool;
    std::vector<std::unique_ptr<Caller>> m_callers;
    bool m_allCameNow = false;  // and nobody else belongs here
    std::size_t m_next = 0;
    std::uint64_t m_refused = 0;
    std::uint64_t m_systemCalls = 0;  // its own, and of those who have gone
    std::vector<pollfd> m_entries;
};

}  // namespace ipclab
