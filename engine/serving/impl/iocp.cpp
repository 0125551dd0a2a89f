// The completion port of Windows, as a model (serving/completion_port.h): threads begin calls and take completions; no
// more of them run at once than there are processors, however many there are.
#include <thread>

#include "serving/completion_port.h"
#include "serving/serving_loop.h"
#include "serving/worker_threads.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "iocp",
    .name = TEXT("strategy", "I/O completion port"),
    .note = TEXT("strategy",
                 "Threads begin calls and take what has been completed. However many there are, no more run at once "
                 "than the port allows: here, one a processor."),
    .source = "GetQueuedCompletionStatus, CreateIoCompletionPort",
    .concurrency = Concurrency::WorkerThreads,
    .models = TEXT("strategy", "I/O completion ports of Windows"),
};

class PortServer {
public:
    PortServer(std::span<const Listener> listeners, Service& service, ServingControl& control)
        : m_listeners(listeners.begin(), listeners.end()),
          m_service(service),
          m_control(control),
          m_table(service, control),
          m_acceptor(service, control.counts(0), kInfo.descriptorLimit),
          m_port(std::max(1U, std::jthread::hardware_concurrency())) {}

    void run() {
        ServingLoop first(kInfo, m_service, m_control, m_table);
        for (Listener& listener : m_listeners) begin(listener, first);
        {
            WorkerThreads threads;
            for (unsigned i = 1; i < m_control.settings().waiters; ++i) {
                threads.start([this, &threads, i] {
                    ServingLoop loop(kInfo, m_service, m_control, m_table, i);
                    CompletionPort::Runner runner(m_port);
                    while (loop.goOn() && !threads.ending()) takeOne(runner, loop, loop.timeoutNs());
                });
            }
            CompletionPort::Runner runner(m_port);
            while (first.goOn()) {
                takeOne(runner, first, first.timeoutNs());
                threads.rethrow();
            }
        }
        takeRest(first);
        m_table.drain(first.counts());
    }

private:
    // What has been completed and taken by nobody.
    void takeRest(ServingLoop& loop) {
        const Deadline deadline(m_control.settings().drainNs);
        CompletionPort::Runner runner(m_port);
        while (!deadline.expired() && takeOne(runner, loop, 0)) {
        }
    }

    void begin(Listener& listener, ServingLoop& loop) {
        makeNonBlocking(listener.fd);
        if (!listener.datagrams) {
            beginAccept(listener, loop);
        } else if (Conversation* datagrams = m_table.openDatagrams(listener.fd, loop.counts())) {
            beginStep(*datagrams, Step::Receive, loop);
        }
    }

    // One thread at a time makes attempts: the acceptor is used by no other.
    void beginAccept(Listener& listener, ServingLoop& loop) {
        const auto attempt = [this, fd = listener.fd](ServingCounts&) -> ssize_t {
            bool turnedAway = false;
            UniqueFd accepted = m_acceptor.accept(fd, turnedAway);
            return accepted ? accepted.release() : -EAGAIN;
        };
        m_port.begin(listener.fd, EPOLLIN, &listener, attempt, loop.counts());
    }

    void beginStep(Conversation& conversation, Step step, ServingLoop& loop) {
        conversation.setAwaited(step);
        const auto attempt = [one = &conversation](ServingCounts& counts) {
            return one->tryStep(one->awaited(), MSG_DONTWAIT, counts);
        };
        m_port.begin(conversation.fd(), step == Step::Send ? EPOLLOUT : EPOLLIN, &conversation, attempt, loop.counts());
    }

    bool takeOne(CompletionPort::Runner& runner, ServingLoop& loop, Nanoseconds timeoutNs) {
        std::optional<Completion> completion;
        const auto take = [&] {
            completion = runner.next(timeoutNs, loop.counts());
            return completion ? 1 : 0;
        };
        if (loop.wait(0, take, 0) == 0) return false;
        loop.noteMoved();
        loop.counts().mostRunning.store(m_port.mostRunning(), std::memory_order_relaxed);
        for (Listener& listener : m_listeners) {
            if (completion->key == &listener) {
                accepted(listener, static_cast<int>(completion->result), loop);
                return true;
            }
        }
        auto& conversation = *static_cast<Conversation*>(completion->key);
        conversation.done(conversation.awaited(), completion->result, loop.counts());
        goOn(conversation, loop);
        return true;
    }

    void accepted(Listener& listener, int fd, ServingLoop& loop) {
        beginAccept(listener, loop);
        Conversation* conversation = m_table.open(UniqueFd(fd), loop.counts());
        if (conversation != nullptr) beginStep(*conversation, Step::Receive, loop);
    }

    // What can be sent at once is not waited for.
    void goOn(Conversation& conversation, ServingLoop& loop) {
        for (;;) {
            const Step step = conversation.next();
            if (step == Step::Over) return loop.close(conversation);
            if (step == Step::Receive) return beginStep(conversation, step, loop);
            const ssize_t result = conversation.tryStep(step, MSG_DONTWAIT, loop.counts());
            if (result == -EAGAIN) return beginStep(conversation, step, loop);
            conversation.done(step, result, loop.counts());
        }
    }

    std::vector<Listener> m_listeners;
    Service& m_service;
    ServingControl& m_control;
    ConversationTable m_table;
    Acceptor m_acceptor;
    CompletionPort m_port;
};

class IocpStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        PortServer(listeners, service, control).run();
    }
};

}  // namespace

const Strategy& iocpStrategy() {
    static const IocpStrategy strategy;
    return strategy;
}

}  // namespace ipclab
