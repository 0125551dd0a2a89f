// What every thread or process that waits for connections does between two waits: counts what woke it, takes
// connections in, lets them go on, closes those on which nothing moves, and in the end answers what has arrived. A
// strategy is this and a way to wait. One thread.
#pragma once

#include <time.h>

#include <functional>
#include <memory>
#include <vector>

#include "serving/acceptor.h"
#include "serving/conversation.h"
#include "serving/strategy.h"

namespace ipclab {

// How many reads one connection gets before others have their turn.
inline constexpr unsigned kMostReads = 64;

class ServingLoop {
public:
    // waiter: 0 for the thread that called serve(), which asks the control's checkPoint(); the others have numbers of
    // their own.
    ServingLoop(const StrategyInfo& info, Service& service, ServingControl& control, unsigned waiter = 0,
                bool blocking = false);
    ~ServingLoop();
    ServingLoop(const ServingLoop&) = delete;
    ServingLoop& operator=(const ServingLoop&) = delete;

    [[nodiscard]] ServingCounts& counts() { return m_counts; }
    [[nodiscard]] Acceptor& acceptor() { return m_acceptor; }
    [[nodiscard]] Service& service() { return m_service; }
    [[nodiscard]] const ServingControl& control() const { return m_control; }

    // Before every wait. Closes who was silent for too long; `forgotten` is told of each before its descriptor goes.
    // False: the server stops.
    bool goOn(const std::function<void(int fd)>& forgotten = {});
    // How long the wait may last.
    [[nodiscard]] Nanoseconds timeoutNs() const;
    [[nodiscard]] int timeoutMs() const { return static_cast<int>((timeoutNs() + 999'999) / 1'000'000); }
    // Makes the call that waits: it returns how many have something, 0 or -1 with EINTR when nothing has. Returns that
    // number, never negative. looked: how many descriptors the call looks at. Throws std::system_error.
    template <typename Call>
    int wait(std::uint64_t looked, Call call) {
        beforeWait(looked);
        return afterWait(call());
    }
    // Something that was reported turned out not to be in vain.
    void noteMoved() { m_moved = true; }

    // Accepts what waits there, at most so many, and hands each to `opened`. A connection the service refuses is
    // closed.
    void acceptFrom(int listener, const std::function<void(Conversation&)>& opened, unsigned most = ~0U);
    // Serves a datagram listener.
    Conversation* openDatagrams(int fd);
    // nullptr: the service refuses it.
    Conversation* open(UniqueFd fd);
    [[nodiscard]] Conversation* find(int fd) const;
    // Lets it go on, closing it where it is over. `forgotten` as above.
    Step proceed(Conversation& conversation, unsigned mostReads, const std::function<void(int fd)>& forgotten = {});
    void close(Conversation& conversation, Ending how);
    template <typename Visit>
    void each(Visit visit) {
        for (std::size_t fd = 0; fd < m_conversations.size(); ++fd) {
            if (m_conversations[fd]) visit(*m_conversations[fd]);
        }
    }

    // The server stops: what has arrived is answered, then all are closed.
    void drain();

private:
    void beforeWait(std::uint64_t looked);
    int afterWait(int ready);
    void closeQuiet(const std::function<void(int fd)>& forgotten);
    Conversation* add(std::unique_ptr<Conversation> conversation);
    bool letAllGoOn();

    Service& m_service;
    ServingControl& m_control;
    ServingCounts& m_counts;
    unsigned m_waiter;
    Acceptor m_acceptor;
    std::vector<std::unique_ptr<Conversation>> m_conversations;  // by descriptor
    Nanoseconds m_nextLookNs = 0;
    bool m_woken = false;
    bool m_moved = false;
};

// For accept4(2) to return at once. Throws std::system_error.
void makeNonBlocking(int fd);

}  // namespace ipclab
