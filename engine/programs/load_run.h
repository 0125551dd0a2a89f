// A process loads a server: opens its connections, all at once or at a rate, waits for all of them by epoll(7), and has
// those that are active ask, each one request at a time. Requests of an open load are due at times of their own,
// whatever the server manages: one for which no connection is free goes out late, and its time counts from when it was
// due. Over datagrams an answer is waited for no longer than the document says, since it may have been lost.
#pragma once

#include <deque>
#include <vector>

#include "programs/answer_deadlines.h"
#include "programs/load_connection.h"
#include "programs/load_way.h"
#include "programs/worker_context.h"

namespace ipclab {

class LoadRun {
public:
    LoadRun(WorkerContext& worker, const HeldEnd& end);
    // Until the run stops, the count is reached, or no connection is left.
    void run();

private:
    using State = LoadConnection::State;

    struct Client {
        explicit Client(LoadShared& shared) : connection(shared) {}
        LoadConnection connection;
        std::uint32_t watched = 0;  // the events that are waited for; 0: none yet
        bool opened = false;
        bool awaiting = false;  // an answer
    };

    // --- opening
    void openDue();
    bool openOne(std::size_t index);
    void reopenDue();
    [[nodiscard]] Nanoseconds nextOpenNs() const;
    [[nodiscard]] bool isOpening() const { return m_begun < m_clients.size() || m_connecting > 0; }
    void noteConnected();
    // --- asking
    void askDue();
    bool askOver(std::size_t index, Nanoseconds dueNs);
    void noteAnswer(Client& client);
    EndpointSlot& serverOf(std::uint32_t process) const;
    void giveUpOverdue();
    void giveUp(std::size_t index);
    [[nodiscard]] bool isActive(std::size_t index) const { return index < m_active; }
    [[nodiscard]] bool isDone() const;
    // --- what comes
    void wait();
    void handle(std::size_t index, std::uint32_t events);
    void readFrom(std::size_t index);
    void begin(std::size_t index);
    void beginBy(std::size_t index);
    void afterAnswer(std::size_t index);
    void flood(LoadConnection& connection);
    void watch(std::size_t index);
    void noteOver(std::size_t index);
    void noteUnreachable(int error);
    [[nodiscard]] Nanoseconds timeoutNs() const;
    // --- the end
    void finish();
    void tellEnd() const;
    [[nodiscard]] bool serversGone() const { return m_end.datagrams() && m_end.peers().receiversGone(); }

    WorkerContext& m_worker;
    const HeldEnd& m_end;
    std::vector<EndpointSlot*> m_servers;
    LoadShared m_shared;
    LoadWay m_way;
    UniqueFd m_epoll;
    std::vector<Client> m_clients;
    std::size_t m_active;
    double m_connectRate;
    Nanoseconds m_startNs = 0, m_retryNs = 0;
    std::size_t m_begun = 0, m_connecting = 0, m_alive = 0, m_awaiting = 0, m_opened = 0;
    bool m_told = false;                                      // that all are connected, or have failed
    std::deque<std::size_t> m_free;                           // connections that may ask
    std::deque<std::pair<std::size_t, Nanoseconds>> m_again;  // of churn: which to open anew, and when
    std::uint64_t m_opens = 0;                                // begun, anew as well
    Nanoseconds m_pendingNs = -1;  // when the request that finds no connection was due; -1: there is none
    std::uint64_t m_asked = 0, m_answered = 0, m_givenUp = 0;
    std::uint64_t m_closed = 0, m_reset = 0, m_refused = 0;
    AnswerDeadlines m_deadlines;  // of datagrams
    bool m_unreachable = false;   // a datagram has come back
};

}  // namespace ipclab
