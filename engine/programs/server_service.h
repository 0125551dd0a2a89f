// What the server of the laboratory answers (serving/served.h): every client first shows the nonce of the link, then
// each of its requests, a message (links/message.h), is checked, counted, executed and answered by one of the same size
// that carries the request's number and times. Whoever does anything else is hung up on, with a reason.
#pragma once

#include <unistd.h>

#include <optional>
#include <string>
#include <vector>

#include "links/message.h"
#include "programs/hang_ups.h"
#include "programs/worker_context.h"
#include "serving/served.h"

namespace ipclab {

class ServerService;

// Told apart from bytes that are no message at all.
bool announcesTooMuch(const MessageHeader& header, std::uint32_t most);

// A connection. Requests are answered in the memory they came into, so that one buffer is all it costs; who does not
// read his answers finds that nothing more is read of him.
class ServedClient final : public Served {
public:
    ServedClient(ServerService& service, int fd);

    std::span<std::byte> room() override;
    Verdict received(std::size_t sizeBytes, const Origin* from) override;
    void inputEnded() override;
    std::span<const std::byte> toSend() override;
    Verdict sent(std::size_t sizeBytes) override;
    [[nodiscard]] bool mayRest() const override { return m_greeted && m_filled == 0; }

    void noteEnd(int error) { m_connection.noteEnd(error); }
    // Why it is hung up on when nothing has moved for too long, or its service said so.
    [[nodiscard]] std::optional<HangUp> reason(bool idle) const;
    // Who it is, as the kernel tells it.
    [[nodiscard]] std::string peerText() const;

private:
    bool greet();
    // False: it is to be hung up on.
    bool answerNext();
    void answer(std::span<std::byte> message);
    [[nodiscard]] std::span<std::byte> unread() {
        return std::span(m_buffer).subspan(m_answered, m_filled - m_answered);
    }

    ServerService& m_service;
    int m_fd;
    Connection m_connection;
    // Answers, then what has come and is not answered yet, then room.
    std::vector<std::byte> m_buffer;
    std::size_t m_sent = 0, m_answered = 0, m_filled = 0;
    std::size_t m_needed = sizeof(SocketNonce);  // bytes behind m_answered until there is something to do
    std::uint64_t m_next = 0;                    // one past the newest request's number
    bool m_greeted = false;
    std::optional<HangUp> m_why;
};

class ServerService : public Service {
public:
    ServerService(const WorkerContext& worker, const HeldEnd& end, HangUpCounts& hangUps);

    std::unique_ptr<Served> opened(int fd) override { return std::make_unique<ServedClient>(*this, fd); }
    void ended(Served& served, int fd, Ending how, int error) override;
    void turnedAway(TurnAway why, int fd, int value) override;

    [[nodiscard]] const HeldEnd& end() const { return m_end; }
    [[nodiscard]] HangUps& hangUps() { return m_hangUps; }
    // In the server's own process, not in one that was forked for its clients: there a descriptor means what it says.
    [[nodiscard]] bool isServersOwn() const { return ::getpid() == m_pid; }

    // A request that is intact, at that place of its connection's order.
    void execute(const MessageHeader& request, std::uint64_t& next, ConnectionSlot* connection) const;
    void noteCorrupted() const;
    [[nodiscard]] std::uint32_t process() const { return m_worker.plan().process; }
    // Does it come from one who sends on this link?
    [[nodiscard]] bool knows(const MessageHeader& request) const;

private:
    void work() const;

    const WorkerContext& m_worker;
    const HeldEnd& m_end;
    HangUps m_hangUps;
    pid_t m_pid = ::getpid();
    std::vector<std::uint32_t> m_places;  // by process: its place among the senders of this link, or kNoIndex
    std::vector<const EndpointSlot*> m_senders;
};

}  // namespace ipclab
