// What every thread or process that waits for connections does between two waits: counts what woke it, takes
// connections in, lets them go on and closes them. A strategy is this and a way to wait. One thread; several loops may
// share one table.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "serving/acceptor.h"
#include "serving/conversation_table.h"
#include "serving/strategy.h"

namespace ipclab {

// How many reads one connection gets before others have their turn.
inline constexpr unsigned kMostReads = 64;

// What is looked at between two waits: all that is asked of the server (ServingControl::checkPoint), which may make it
// sleep, or only whether it is to stop.
enum class Look : std::uint8_t { AtAll, AtStopAlone };

class ServingLoop {
public:
    // waiter: 0 for the thread that called serve(), which asks the control's checkPoint() and ends who is silent for
    // too long; the others have numbers of their own.
    ServingLoop(const StrategyInfo& info, Service& service, ServingControl& control, ConversationTable& table,
                unsigned waiter = 0);
    ServingLoop(const ServingLoop&) = delete;
    ServingLoop& operator=(const ServingLoop&) = delete;

    [[nodiscard]] ServingCounts& counts() { return m_counts; }
    [[nodiscard]] Acceptor& acceptor() { return m_acceptor; }
    [[nodiscard]] ConversationTable& table() { return m_table; }
    [[nodiscard]] const ServingControl& control() const { return m_control; }

    // Before every wait. False: the server stops.
    bool goOn(Look look = Look::AtAll);
    // How many of the connections goOn() has ended, each of which is ready now.
    [[nodiscard]] unsigned givenUp() const { return m_givenUp; }
    // The table is this loop's to look after though it is not the first: of a process of its own.
    void lookAfterTable() { m_looksAfterTable = true; }

    // How long the wait may last.
    [[nodiscard]] Nanoseconds timeoutNs() const;
    [[nodiscard]] int timeoutMs() const { return static_cast<int>((timeoutNs() + 999'999) / 1'000'000); }
    // Makes the call that waits: it returns how many have something, 0 or -1 with EINTR when nothing has. Returns that
    // number, never negative. looked: how many descriptors the call looks at; calls: how many system calls it is.
    // Throws std::system_error.
    template <typename Call>
    int wait(std::uint64_t looked, Call call, unsigned calls = 1) {
        beforeWait(looked, calls);
        return afterWait(call());
    }
    // Something that was reported turned out not to be in vain.
    void noteMoved() { m_moved = true; }

    // From now on these are this loop's listeners, non-blocking; datagrams that arrive at one are a conversation. Each
    // that is to be waited for goes to `watch`. Throws std::system_error.
    template <typename Watch>
    void listen(std::span<const Listener> listeners, Watch watch) {
        for (const Listener& listener : listeners) {
            if (takeListener(listener)) watch(listener.fd);
        }
    }
    // Something was reported of that descriptor: its conversation goes to `letGoOn`; at a listener of this loop at most
    // so many are accepted, and each goes to `opened`. Where it is neither, the event was of a connection that has been
    // closed since: nothing is done, and a wake-up for it alone counts as spurious. Where its number is another's by
    // now, that one has a look in vain.
    template <typename LetGoOn, typename Opened>
    void serve(int fd, LetGoOn letGoOn, Opened opened, unsigned most = ~0U) {
        if (Conversation* conversation = m_table.find(fd)) {
            letGoOn(*conversation);
        } else if (isListener(fd)) {
            acceptFrom(fd, opened, most);
        }
    }

    // The next connection of those that wait there, if any.
    UniqueFd acceptOne(int listener);
    // Accepts what waits there, at most so many, and hands each to `opened`.
    template <typename Opened>
    void acceptFrom(int listener, Opened opened, unsigned most = ~0U) {
        for (unsigned i = 0; i < most; ++i) {
            UniqueFd fd = acceptOne(listener);
            if (!fd) return;
            if (Conversation* conversation = m_table.open(std::move(fd), m_counts)) opened(*conversation);
        }
    }
    // Lets it go on without waiting. Over: the caller forgets it and calls close().
    Step proceed(Conversation& conversation, unsigned mostReads);
    void close(Conversation& conversation) { m_table.close(conversation, Ending::Finished, m_counts); }

private:
    void beforeWait(std::uint64_t looked, unsigned calls);
    int afterWait(int ready);
    bool takeListener(const Listener& listener);
    [[nodiscard]] bool isListener(int fd) const;

    ServingControl& m_control;
    ServingCounts& m_counts;
    ConversationTable& m_table;
    unsigned m_waiter;
    bool m_looksAfterTable;
    Acceptor m_acceptor;
    std::vector<int> m_listeners;  // for connections
    unsigned m_givenUp = 0;
    bool m_woken = false;
    bool m_moved = false;
};

// Listening sockets are non-blocking: what woke the server may be gone when it accepts (accept(2)). Throws
// std::system_error.
void setNonBlocking(int fd, bool on);
inline void makeNonBlocking(int fd) { setNonBlocking(fd, true); }

}  // namespace ipclab
