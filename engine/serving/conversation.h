// One served connection, or one datagram socket: whose turn it is, and the calls that read and write it. A request is
// answered before the next one is read. One thread at a time.
#pragma once

#include <sys/types.h>

#include <memory>
#include <span>

#include "serving/counts.h"
#include "serving/served.h"

namespace ipclab {

enum class Step : std::uint8_t {
    Receive,  // goes on once something has arrived
    Send,     // goes on once there is room to send
    More,     // as many reads as were allowed: there may be more to read at once
    Over,     // to be closed
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
    void received(ssize_t result);
    void sent(ssize_t result, ServingCounts& counts);

    // One more look at which nothing had moved; how many those are in a row. 0: it may rest.
    unsigned addQuietLook() { return m_served->mayRest() ? m_quietLooks = 0 : ++m_quietLooks; }
    // Closes the descriptor; how it ended unless it already had.
    void close(Service& service, Ending how, ServingCounts& counts);

private:
    ssize_t receiveOnce(int flags);
    ssize_t sendOnce(int flags);
    void end(Ending how, int error);

    int m_fd;
    bool m_datagrams;
    bool m_inputOver = false;
    bool m_closing = false;
    bool m_over = false;
    bool m_moved = false;
    Ending m_ending = Ending::Finished;
    int m_error = 0;
    unsigned m_quietLooks = 0;
    Origin m_origin;
    std::unique_ptr<Served> m_served;
};

}  // namespace ipclab
