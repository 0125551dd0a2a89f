// kqueue(2) of the BSDs, as a model (serving/kqueue.h): a connection is a filter for reading, and one for writing that
// is switched on while it has something to send.
#include "serving/kqueue.h"

#include <array>

#include "core/error.h"
#include "serving/serving_loop.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "kqueue",
    .name = TEXT("strategy", "kqueue"),
    .note = TEXT("strategy",
                 "One thread and one queue for descriptors, timers, signals, children and events of its own, in the "
                 "terms of kevent: ident, filter, flags, fflags, data, udata. Each event says how many bytes wait, "
                 "which costs the model a system call."),
    .source = "kqueue(2)",
    .models = TEXT("strategy", "kqueue of the BSDs and macOS"),
};

class KqueueServer {
public:
    KqueueServer(std::span<const Listener> listeners, ServingLoop& loop) : m_loop(loop) {
        loop.listen(listeners, [&](int fd) { change(fd, Filter::Read, kEvAdd, loop.table().find(fd)); });
    }

    void run() {
        std::array<Kevent, 128> events{};
        while (m_loop.goOn()) {
            const std::uint64_t before = m_queue.systemCalls();
            const int ready = m_loop.wait(
                0, [&] { return m_queue.kevent({}, events, m_loop.timeoutNs()); }, 0);
            for (int i = 0; i < ready; ++i) serve(events[static_cast<std::size_t>(i)]);
            count(m_loop.counts().waitCalls, m_queue.systemCalls() - before);
        }
        m_loop.table().drain(m_loop.counts());
    }

private:
    void change(int fd, Filter filter, std::uint16_t flags, Conversation* conversation) {
        const Kevent one{static_cast<std::uint64_t>(fd), filter, flags, 0, 0, conversation};
        if (m_queue.kevent({&one, 1}, {}, 0) < 0) throwErrno(errno, "kevent");
    }

    // Both filters of a connection may be ready, and the first may have closed it: found by its descriptor anew.
    void serve(const Kevent& event) {
        m_loop.serve(
            static_cast<int>(event.ident), [this](Conversation& conversation) { letGoOn(conversation); },
            [this](Conversation& opened) {
                change(opened.fd(), Filter::Read, kEvAdd, &opened);
                change(opened.fd(), Filter::Write, kEvAdd | kEvDisable, &opened);
            });
    }

    void letGoOn(Conversation& conversation) {
        const Step step = m_loop.proceed(conversation, 1);
        const int fd = conversation.fd();
        if (step == Step::Over) {
            if (!conversation.datagrams()) {
                change(fd, Filter::Write, kEvDelete, nullptr);
                change(fd, Filter::Read, kEvDelete, nullptr);
            }
            m_loop.close(conversation);
            return;
        }
        const Step awaited = step == Step::Send ? Step::Send : Step::Receive;
        if (conversation.awaited() == awaited) return;
        conversation.setAwaited(awaited);
        const bool sends = awaited == Step::Send;
        change(fd, Filter::Write, sends ? kEvEnable : kEvDisable, &conversation);
        change(fd, Filter::Read, sends ? kEvDisable : kEvEnable, &conversation);
    }

    ServingLoop& m_loop;
    Kqueue m_queue;
};

class KqueueStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        KqueueServer(listeners, loop).run();
    }
};

}  // namespace

const Strategy& kqueueStrategy() {
    static const KqueueStrategy strategy;
    return strategy;
}

}  // namespace ipclab
