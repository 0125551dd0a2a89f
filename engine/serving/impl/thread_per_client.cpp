// A thread a client: each connection gets a thread whose calls block (pthreads(7)), and its program reads as if there
// were no other.
#include <poll.h>

#include <list>
#include <mutex>
#include <thread>

#include "core/deadline.h"
#include "serving/blocking.h"
#include "serving/front_door.h"
#include "serving/worker_threads.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "thread-per-client",
    .name = TEXT("strategy", "a thread a client"),
    .note = TEXT("strategy",
                 "Each connection gets a thread whose calls block: the plainest program there is. Each costs a stack, "
                 "and every event a switch to another thread. Datagrams have no connection: the server answers them "
                 "itself."),
    .source = "pthreads(7)",
    .concurrency = Concurrency::ThreadAClient,
};

class ThreadPerClient {
public:
    ThreadPerClient(std::span<const Listener> listeners, Service& service, ServingControl& control)
        : m_control(control),
          m_table(service, control),
          m_loop(kInfo, service, control, m_table),
          m_door(listeners, m_loop) {}
    // Whatever ended run(): nobody is left in a call that blocks.
    ~ThreadPerClient() { endAll(); }
    ThreadPerClient(const ThreadPerClient&) = delete;
    ThreadPerClient& operator=(const ThreadPerClient&) = delete;

    void run() {
        while (m_loop.goOn()) {
            m_door.waitAndServe([this](UniqueFd fd) { hand(std::move(fd)); });
            joinFinished();
            m_threads.rethrow();
        }
    }

private:
    struct Client {
        Conversation* conversation = nullptr;
        std::jthread thread;
    };
    using Clients = std::list<Client>;

    void hand(UniqueFd fd) {
        setPatience(fd.get(), m_control.settings().idleNs);
        Conversation* conversation = m_table.open(std::move(fd), m_loop.counts());
        if (conversation == nullptr) return;
        const auto client = m_clients.insert(m_clients.end(), Client{conversation, {}});
        ServingCounts& counts = m_control.counts(++m_made);
        client->thread = m_threads.make([this, client, &counts] { serve(client, counts); });
        if (client->thread.joinable()) return;
        m_clients.erase(client);
        m_loop.acceptor().noteTurnedAway(conversation->fd(), TurnAway::NoThread, EAGAIN);
        m_table.close(*conversation, Ending::Stopped, m_loop.counts());
    }

    void serve(Clients::iterator client, ServingCounts& counts) {
        const Ending how = serveBlocking(*client->conversation, counts, [this] { return m_threads.ending(); });
        m_table.close(*client->conversation, how, counts);
        const std::scoped_lock lock(m_mutex);
        m_finished.push_back(client);
    }

    void joinFinished() {
        std::vector<Clients::iterator> finished;
        {
            const std::scoped_lock lock(m_mutex);
            std::swap(finished, m_finished);
        }
        for (const auto client : finished) m_clients.erase(client);  // joins
    }

    // Their calls return when nothing more can be received; those that cannot send either, a little later.
    void endAll() {
        constexpr int kPauseMs = 1;
        m_threads.tellToEnd();
        m_table.endInput();
        const Deadline deadline(m_control.settings().drainNs);
        joinFinished();
        while (!m_clients.empty() && !deadline.expired()) {
            ::poll(nullptr, 0, kPauseMs);
            joinFinished();
        }
        m_table.giveUpAll(Ending::Stopped);
        m_clients.clear();  // joins
        m_finished.clear();
        m_table.drain(m_loop.counts());
    }

    ServingControl& m_control;
    ConversationTable m_table;
    ServingLoop m_loop;
    FrontDoor m_door;
    WorkerThreads m_threads;
    std::mutex m_mutex;
    std::vector<Clients::iterator> m_finished;  // their threads are about to end
    Clients m_clients;
    unsigned m_made = 0;
};

class ThreadPerClientStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ThreadPerClient(listeners, service, control).run();
    }
};

}  // namespace

const Strategy& threadPerClientStrategy() {
    static const ThreadPerClientStrategy strategy;
    return strategy;
}

}  // namespace ipclab
