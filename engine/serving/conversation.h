// One served connection, or one datagram socket: whose turn it is, and the calls that read and write it. A request is
// answered before the next one is read. One thread at a time, but for giveUp(), mayRest() and
// addQuietLook().
#pragma once

#include <sys/types.h>

#include <atomic>
#include <memory>
#include <span>
#include <thread>

#include "serving/counts.h"
#include "serving/served.h"

namespace ipclab {

enum class Step : std::uint8_t {
    Receive,      // goes on once something has arrived
    Send,         // goes on once there is room to send
    More,         // as many reads as were allowed: there may be more to read at once
    Interrupted,  // a call that may block was, by a signal
    Over,         // to be closed
};

class Conversation {
public:
    // datagrams: the descriptor is a listener's and is not closed at the end; else it is owned.
    Conversation(int fd, bool datagrams, std::unique_ptr<Served> served);
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] bool datagrams() const { return m_datagrams; }

    // Reads at most so often, answers and sends. Blocks only where the flags, for recv(2) and send(2), allow it; with a
    // blocking descriptor and SO_RCVTIMEO what is not ready by then is told as Receive or Send.
    Step proceed(unsigned mostReads, int flags, ServingCounts& counts);
    // Has any byte or its end come or gone since this was asked last?
    [[nodiscard]] bool moved();

    // The same piecemeal, for whoever has the calls made by others: what to do now, with what, and what came of it
    // (a size, or -errno).
    [[nodiscard]] Step next() const;
    [[nodiscard]] std::span<std::byte> room() const { return m_served->room(); }
    [[nodiscard]] std::span<const std::byte> toSend() const { return m_served->toSend(); }
    [[nodiscard]] Origin& origin() { return m_origin; }
    [[nodiscard]] ssize_t tryStep(Step step, int flags, ServingCounts& counts);
    void done(Step step, ssize_t result, ServingCounts& counts);

    // Where the next step may be another thread's: handOver() when the call that asks for it has returned, takeOver()
    // by the thread that was told, which may be a little earlier. It waits for that: nobody closes a descriptor that
    // another thread is in a call with.
    void handOver() { m_handedOver.store(true, std::memory_order_release); }
    void takeOver() {
        while (!m_handedOver.exchange(false, std::memory_order_acquire)) std::this_thread::yield();
    }

    // What a strategy has told the system to wait for; its own note.
    [[nodiscard]] Step awaited() const { return m_awaited; }
    void setAwaited(Step step) { m_awaited = step; }

    // It may be silent for as long as it likes (Served::mayRest). Any thread.
    [[nodiscard]] bool mayRest() const { return m_mayRest.load(std::memory_order_relaxed); }
    // One more look at which nothing had moved; how many those are in a row. Any thread.
    unsigned addQuietLook() { return 1 + m_quietLooks.fetch_add(1, std::memory_order_relaxed); }
    // Ends it for that reason: whoever waits for the connection is woken by its end, and closes it (shutdown(2)). Any
    // thread that keeps the descriptor from being closed meanwhile (ConversationTable).
    void giveUp(Ending why);
    // Tells the service how it ended, and closes the descriptor. how: unless it was over before, or
    // was given up; Stopped wins over the end of what came.
    void close(Service& service, Ending how, ServingCounts& counts);

private:
    ssize_t receiveOnce(int flags);
    ssize_t sendOnce(int flags);
    void received(ssize_t result);
    void sent(ssize_t result, ServingCounts& counts);
    void end(Ending how, int error);

    int m_fd;
    bool m_datagrams;
    bool m_inputOver = false;
    bool m_closing = false;  // nothing more is read
    bool m_failed = false;
    bool m_moved = false;
    Ending m_ending = Ending::Finished;
    int m_error = 0;
    Step m_awaited = Step::Receive;
    std::atomic<bool> m_handedOver{false};
    std::atomic<bool> m_mayRest;
    std::atomic<unsigned> m_quietLooks{0};
    std::atomic<Ending> m_givenUp{Ending::Finished};  // Finished: it was not
    Origin m_origin;
    std::unique_ptr<Served> m_served;
};

}  // namespace ipclab
