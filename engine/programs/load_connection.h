// One connection of a process that loads a server: opening it without waiting, showing the nonce, one request at a time
// and its answer. Over datagrams a socket of its own, whose every datagram begins with the nonce; what comes there and
// is not the answer that is waited for is passed over. Never blocks; whoever has many of them waits for all at once.
// One thread.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "links/message.h"
#include "programs/held_end.h"
#include "programs/load_calls.h"

namespace ipclab {

// What the connections of one process have in common.
struct LoadShared {
    const HeldEnd& end;
    LoadCalls calls;                // its requests
    std::uint32_t process;          // its number, which they carry
    std::uint64_t systemCalls = 0;  // made by all connections
    std::uint64_t nextRequest = 0;  // the number of the next one
    SocketAddress server{};

    // Of datagrams.
    std::vector<std::byte> datagram{};   // room for the longest one
    std::set<std::uint64_t> givenUp{};   // requests that are no longer waited for; the newest kGivenUpKept
    std::uint64_t late = 0, copies = 0;  // answers to them; to such that had been answered
    std::uint64_t strangers = 0;         // that did not show the nonce
};
// More than can be on their way: a socket's buffers hold some hundred datagrams.
inline constexpr std::size_t kGivenUpKept = 1U << 16;

class LoadConnection {
public:
    enum class State : std::uint8_t { NotYet, Connecting, Open, Over };

    explicit LoadConnection(LoadShared& shared) : m_shared(&shared) {}

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int fd() const { return m_fd.get(); }
    // The errno that ended it; 0: the other side closed it, or it was closed here.
    [[nodiscard]] int error() const { return m_error; }
    [[nodiscard]] bool isAwaiting() const { return m_awaiting; }
    // The answer has been taken.
    void noteAnswered(Nanoseconds now) { m_shared->calls.answer(m_number, m_isRecorded, now); }
    // It is not waited for.
    void forgetAnswer() {
        m_awaiting = false;
        m_shared->calls.giveUp(m_number, m_isRecorded);
    }
    // It was not answered in time: whatever comes yet is late.
    void giveUpAnswer();
    // The request that is, or was last, waited for, and the process that has answered it.
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] std::uint32_t answeredBy() const { return m_answeredBy; }
    [[nodiscard]] bool wasOpen() const { return m_wasOpen; }
    [[nodiscard]] bool isClosedHere() const { return m_closedHere; }
    // Bytes that found no room yet: it goes on when there is some.
    [[nodiscard]] bool isWriting() const { return m_written < m_out.size(); }

    // False: the server's queue of connections is full and would have to be waited for (connect(2), UNIX sockets). Try
    // again later. Throws std::system_error where no socket can be made.
    bool connect();
    // Connecting, and there is room to send: it is connected, or has failed. Shows the nonce, unless it keeps still.
    void finishConnecting(bool greets);
    // False: nothing of it could be sent, or it is over. dueNs: 0, whenever it is sent.
    bool request(std::uint32_t sizeBytes, Nanoseconds dueNs);
    // Puts bytes of any kind behind what is still to be written; of datagrams, into one of their own. False: it is
    // over.
    bool put(std::span<const std::byte> bytes);
    // False: it is over.
    bool writeOn();
    // An answer that is whole and right; nothing: not yet, or it is over (see state()).
    enum class Got : std::uint8_t { Nothing, Answer };
    Got readOn();
    // Takes what comes and throws it away; to see the end of the stream.
    void readAway();

    [[nodiscard]] Nanoseconds sentNs() const { return m_sentNs; }
    [[nodiscard]] Nanoseconds dueNs() const { return m_dueNs; }

    void shutDownSending();
    // reset: RST instead of FIN (SO_LINGER of 0, tcp(7)).
    void close(bool reset = false);

private:
    void end(int error);
    ssize_t sendSome(std::span<const std::byte> bytes);
    void prepare(std::uint32_t sizeBytes, Nanoseconds dueNs);
    [[nodiscard]] std::size_t nonceBytes() const { return m_shared->end.datagrams() ? sizeof(SocketNonce) : 0; }
    Got takeAnswer(const MessageHeader& header);
    Got readDatagrams();
    Got takeDatagram(std::span<const std::byte> datagram);

    LoadShared* m_shared;
    State m_state = State::NotYet;
    UniqueFd m_fd;
    Connection m_connection;
    int m_error = 0;
    bool m_awaiting = false, m_closedHere = false, m_wasOpen = false;
    std::uint64_t m_number = 0;
    std::uint32_t m_answeredBy = 0;
    bool m_isRecorded = false;
    Nanoseconds m_sentNs = 0, m_dueNs = 0;
    std::vector<std::byte> m_out, m_in;
    std::size_t m_written = 0, m_read = 0;
    bool m_isPrepared = false;  // what is in m_out was a request
};

}  // namespace ipclab
