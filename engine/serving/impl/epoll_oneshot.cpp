// epoll(7) with EPOLLONESHOT: several threads wait in one instance, and a connection that is reported to one of them is
// reported to nobody until that thread asks for it again.
#include "serving/epoll.h"
#include "serving/worker_threads.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "epoll-oneshot",
    .name = TEXT("strategy", "epoll, EPOLLONESHOT"),
    .note = TEXT("strategy",
                 "Several threads wait for all connections together. One that is ready is told to one thread, and is "
                 "silent until that thread asks for it again: a system call more an event, and no lock of its own."),
    .source = "epoll_ctl(2)",
    .concurrency = Concurrency::WorkerThreads,
};

// Told apart by what the event carries: a conversation, or nothing, which is a listener.
class OneshotServer {
public:
    OneshotServer(std::span<const Listener> listeners, Service& service, ServingControl& control)
        : m_listeners(listeners), m_service(service), m_control(control), m_table(service, control) {
        for (const Listener& listener : listeners) {
            makeNonBlocking(listener.fd);
            ServingCounts& counts = control.counts(0);
            if (!listener.datagrams) {
                m_epoll.add(listener.fd, EPOLLIN | EPOLLONESHOT, {}, counts);
            } else if (Conversation* all = m_table.openDatagrams(listener.fd, counts)) {
                m_epoll.add(listener.fd, EPOLLIN | EPOLLONESHOT, epollData(all), counts);
                all->handOver();
            }
        }
    }

    void run() {
        ServingLoop first(kInfo, m_service, m_control, m_table);
        {
            WorkerThreads threads;
            for (unsigned i = 1; i < m_control.settings().waiters; ++i)
                threads.start([this, &threads, i] {
                    ServingLoop loop(kInfo, m_service, m_control, m_table, i);
                    while (loop.goOn() && !threads.ending()) waitAndServe(loop);
                });
            while (first.goOn()) {
                waitAndServe(first);
                threads.rethrow();
            }
        }
        m_table.drain(first.counts());
    }

private:
    static epoll_data_t epollData(Conversation* conversation) {
        epoll_data_t data{};
        data.ptr = conversation;
        return data;
    }

    // One event at a time: what a thread has taken nobody else can serve.
    void waitAndServe(ServingLoop& loop) {
        epoll_event event{};
        if (loop.wait(0, [&] { return ::epoll_wait(m_epoll.fd(), &event, 1, loop.timeoutMs()); }) == 0) return;
        if (event.data.ptr == nullptr) {
            acceptAll(loop);
        } else {
            serve(*static_cast<Conversation*>(event.data.ptr), loop);
        }
    }

    void acceptAll(ServingLoop& loop) {
        for (const Listener& listener : m_listeners) {
            if (listener.datagrams) continue;
            loop.acceptFrom(listener.fd, [&](Conversation& opened) {
                m_epoll.add(opened.fd(), EPOLLIN | EPOLLONESHOT, epollData(&opened), loop.counts());
                opened.handOver();
            });
            m_epoll.modify(listener.fd, EPOLLIN | EPOLLONESHOT, {}, loop.counts());
        }
    }

    void serve(Conversation& conversation, ServingLoop& loop) {
        conversation.takeOver();
        const Step step = loop.proceed(conversation, 1);
        if (step == Step::Over) {
            loop.close(conversation);
            return;
        }
        const std::uint32_t direction = step == Step::Send ? EPOLLOUT : EPOLLIN;
        m_epoll.modify(conversation.fd(), direction | EPOLLONESHOT, epollData(&conversation), loop.counts());
        conversation.handOver();
    }

    std::span<const Listener> m_listeners;
    Service& m_service;
    ServingControl& m_control;
    ConversationTable m_table;
    Epoll m_epoll;
};

class EpollOneshotStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        OneshotServer(listeners, service, control).run();
    }
};

}  // namespace

const Strategy& epollOneshotStrategy() {
    static const EpollOneshotStrategy strategy;
    return strategy;
}

}  // namespace ipclab
