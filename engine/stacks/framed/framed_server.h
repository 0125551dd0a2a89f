// A server over framed connections (framed_socket.h): one process, one thread, any number of clients, each of whom has
// to show the token of the link in his stack's own way. Until then he may send no more than a small frame and has
// little time. Once all clients have come nobody else is let in.
#pragma once

#include <memory>
#include <vector>

#include "stacks/framed/framed_socket.h"

namespace ipclab {

class FramedServer : public StackServer {
public:
    FramedServer(const StackPlace& place, UniqueFd listener, Framing framing);

    [[nodiscard]] StackStep next(std::span<const std::byte>& request, StackPatience patience) final;
    [[nodiscard]] WaitResult wait(StackWait what, Nanoseconds atMostNs) final;
    [[nodiscard]] bool ended(bool sendersGone) final;
    [[nodiscard]] StackStep flush() final;
    [[nodiscard]] std::uint64_t systemCalls() const final;
    [[nodiscard]] std::uint64_t refused() const final { return m_refused; }

protected:
    struct Caller {
        FramedSocket socket;
        Nanoseconds sinceNs = 0;
        bool known = false;   // has shown the token
        bool client = false;  // and is one of those that will send
    };
    // Handled: it was no message, and has been answered. Bad: the connection is of no use.
    enum class Taken : std::uint8_t { Request, Handled, Bad };

    // What a frame is. The request is valid as long as the frame, or until the next call.
    virtual Taken take(Caller& from, std::span<const std::byte> frame, std::span<const std::byte>& request) = 0;

    [[nodiscard]] const StackPlace& place() const { return m_place; }
    // A second door to the same server.
    void listenAlso(UniqueFd listener) { m_listeners.push_back(std::move(listener)); }
    // He has shown the token. A client: he will send, others only ask where.
    void admit(Caller& caller, bool client);
    // False: the connection is of no use any more.
    [[nodiscard]] static bool reply(Caller& to, std::span<const std::byte> frame, bool noted = false);
    // Who sent the request that was given last; nullptr: has gone since.
    [[nodiscard]] Caller* asked() { return m_asked; }

private:
    [[nodiscard]] StackStep takeFrom(Caller& caller, std::span<const std::byte>& request, StackPatience patience);
    [[nodiscard]] bool isComplete() const { return m_come == m_place.clients; }
    [[nodiscard]] WaitResult waitForAny(short events, Nanoseconds atMostNs);
    // The one that waits longest; nullptr: there is none.
    [[nodiscard]] Caller* firstStranger() const;
    void accept();
    void dropSilent();
    void drop(Caller& caller);

    StackPlace m_place;
    Framing m_framing;
    std::vector<UniqueFd> m_listeners;  // none once all have come
    std::vector<std::unique_ptr<Caller>> m_callers;
    std::vector<pollfd> m_polled;
    Caller* m_asked = nullptr;
    std::size_t m_turn = 0;  // with whom to begin, so that none is passed over for ever
    unsigned m_come = 0;
    std::uint64_t m_refused = 0;
    std::uint64_t m_systemCalls = 0;  // its own, and those of connections that have ended
};

}  // namespace ipclab
