// A process a client, as the first servers had it: each connection is handed to a child forked for it (fork(2)), whose
// calls block.
#include <poll.h>

#include <vector>

#include "serving/blocking.h"
#include "serving/child_processes.h"
#include "serving/front_door.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "process-per-client",
    .name = TEXT("strategy", "a process a client"),
    .note = TEXT("strategy",
                 "Each connection gets a child forked for it, whose calls block. What one of them breaks the others do "
                 "not feel; each costs a fork and the memory of a process. Datagrams have no connection: the server "
                 "answers them itself."),
    .source = "fork(2)",
    .concurrency = Concurrency::ProcessAClient,
};

class ProcessPerClient {
public:
    ProcessPerClient(std::span<const Listener> listeners, Service& service, ServingControl& control)
        : m_listeners(listeners),
          m_service(service),
          m_control(control),
          m_table(service, control),
          m_loop(kInfo, service, control, m_table),
          m_door(listeners, m_loop) {}
    // Whatever ended run(): those that it did not end are with the children.
    ~ProcessPerClient() { m_loop.counts().watched.fetch_sub(m_children.size(), std::memory_order_relaxed); }
    ProcessPerClient(const ProcessPerClient&) = delete;
    ProcessPerClient& operator=(const ProcessPerClient&) = delete;

    void run() {
        while (m_loop.goOn()) {
            m_door.waitAndServe([this](UniqueFd fd) { hand(std::move(fd)); });
            while (m_children.reapOne()) m_loop.counts().watched.fetch_sub(1, std::memory_order_relaxed);
        }
        m_table.drain(m_loop.counts());
        m_loop.counts().watched.fetch_sub(m_children.size(), std::memory_order_relaxed);
        m_children.stopAll(m_control.settings().drainNs);
    }

private:
    void hand(UniqueFd fd) {
        ServingCounts& counts = m_control.counts(++m_clients);
        const pid_t child = m_children.start([&] {
            for (const Listener& listener : m_listeners) ::close(listener.fd);
            m_service.forked();
            serve(std::move(fd), counts);
        });
        if (child < 0) {
            m_loop.acceptor().turnAway(std::move(fd), TurnAway::NoProcess, errno);
            return;
        }
        count(m_loop.counts().watched);
        count(m_loop.counts().ioCalls);  // the parent closes its copy
    }

    void serve(UniqueFd fd, ServingCounts& counts) {
        setPatience(fd.get(), m_control.settings().idleNs);
        std::unique_ptr<Served> served = m_service.opened(fd.get());
        if (served == nullptr) return;
        Conversation conversation(fd.release(), false, std::move(served));
        const Ending how = serveBlocking(conversation, counts, [this] { return m_control.isStopping(); });
        conversation.close(m_service, how, counts);
    }

    std::span<const Listener> m_listeners;
    Service& m_service;
    ServingControl& m_control;
    ConversationTable m_table;  // of datagram sockets
    ServingLoop m_loop;
    FrontDoor m_door;
    ChildProcesses m_children;
    unsigned m_clients = 0;
};

class ProcessPerClientStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ProcessPerClient(listeners, service, control).run();
    }
};

}  // namespace

const Strategy& processPerClientStrategy() {
    static const ProcessPerClientStrategy strategy;
    return strategy;
}

}  // namespace ipclab
