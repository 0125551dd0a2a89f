// Signal-driven I/O (fcntl(2), F_SETSIG): each descriptor sends a real-time signal that carries its number when it
// becomes ready, and the server takes the signals from their queue (sigwaitinfo(2)). Where the queue is full the kernel
// sends SIGIO instead, which says only that something was lost: everything is looked at then.
#include <fcntl.h>
#include <signal.h>

#include <utility>
#include <vector>

#include "core/error.h"
#include "serving/serving_loop.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "sigio",
    .name = TEXT("strategy", "signal-driven (SIGIO)"),
    .note = TEXT("strategy",
                 "Each descriptor sends a real-time signal with its number when something happens to it; the server "
                 "takes one signal at a time from the queue. Where the queue overflows (RLIMIT_SIGPENDING) SIGIO comes "
                 "instead, and the server looks at everything."),
    .source = "fcntl(2)",
    .edge = true,
};

// Blocked while it lives, so that they queue; what is still queued in the end is taken out.
class IoSignals {
public:
    IoSignals() {
        ::sigemptyset(&m_set);
        ::sigaddset(&m_set, m_ready);
        ::sigaddset(&m_set, SIGIO);
        ::pthread_sigmask(SIG_BLOCK, &m_set, &m_before);
    }
    ~IoSignals() {
        siginfo_t info{};
        while (take(info, 0) > 0) {
        }
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    IoSignals(const IoSignals&) = delete;
    IoSignals& operator=(const IoSignals&) = delete;

    // The signal's number; -1 with EINTR where none came in time.
    int take(siginfo_t& info, Nanoseconds timeoutNs) const {
        const timespec timeout = toTimespec(timeoutNs);
        const int signal = ::sigtimedwait(&m_set, &info, &timeout);
        if (signal < 0 && errno == EAGAIN) errno = EINTR;
        return signal;
    }

    // Signals go to the calling thread alone (F_OWNER_TID).
    void ask(int fd, ServingCounts& counts) const {
        count(counts.waitCalls, 4);
        const f_owner_ex owner{F_OWNER_TID, ::gettid()};
        check(::fcntl(fd, F_SETOWN_EX, &owner), "fcntl F_SETOWN_EX");
        check(::fcntl(fd, F_SETSIG, m_ready), "fcntl F_SETSIG");
        setAsync(fd, O_ASYNC);
    }
    static void askNoMore(int fd) { setAsync(fd, 0); }

private:
    static void setAsync(int fd, int flag) {
        const int flags = check(::fcntl(fd, F_GETFL), "fcntl F_GETFL");
        check(::fcntl(fd, F_SETFL, (flags & ~O_ASYNC) | flag), "fcntl O_ASYNC");
    }

    const int m_ready = SIGRTMAX;  // links of signals use others (links/impl/signal.cpp)
    sigset_t m_set{}, m_before{};
};

class SigioServer {
public:
    SigioServer(std::span<const Listener> listeners, ServingLoop& loop) : m_listeners(listeners), m_loop(loop) {
        loop.listen(listeners, [&](int fd) { m_signals.ask(fd, loop.counts()); });
    }
    ~SigioServer() {
        for (const Listener& listener : m_listeners) IoSignals::askNoMore(listener.fd);
    }
    SigioServer(const SigioServer&) = delete;
    SigioServer& operator=(const SigioServer&) = delete;

    // What came before the signals were asked for sends none.
    void run() {
        acceptAll();
        m_loop.table().each([this](Conversation& datagrams) {
            if (datagrams.datagrams()) letGoOn(datagrams);
        });
        while (m_loop.goOn()) {
            if (m_loop.givenUp() > 0) lookAtAll();  // the kernel sends no signal for the server's own shutdown(2)
            readOn();
            siginfo_t info{};
            int signal = 0;
            const Nanoseconds timeoutNs = m_unread.empty() ? m_loop.timeoutNs() : 0;
            const int ready = m_loop.wait(0, [&] {
                signal = m_signals.take(info, timeoutNs);
                return signal < 0 ? -1 : 1;
            });
            if (ready == 0) {
                acceptAll();
            } else if (signal == SIGIO) {
                count(m_loop.counts().overflows);
                lookAtAll();
            } else {
                serve(info.si_fd);
            }
        }
        m_loop.table().drain(m_loop.counts());
    }

private:
    // Of some the signal was lost.
    void lookAtAll() {
        acceptAll();
        std::uint64_t looked = 0;
        m_loop.table().each([&](Conversation& conversation) {
            ++looked;
            letGoOn(conversation);
        });
        count(m_loop.counts().looked, looked);
    }

    void acceptAll() {
        for (const Listener& listener : m_listeners) {
            if (!listener.datagrams) accept(listener.fd);
        }
    }

    void accept(int listener) {
        m_loop.acceptFrom(listener, [this](Conversation& opened) { begin(opened); });
    }

    void begin(Conversation& opened) {
        m_signals.ask(opened.fd(), m_loop.counts());
        letGoOn(opened);
    }

    // A signal may be about a descriptor that was closed since.
    void serve(int fd) {
        m_loop.serve(
            fd, [this](Conversation& conversation) { letGoOn(conversation); },
            [this](Conversation& opened) { begin(opened); });
    }

    void letGoOn(Conversation& conversation) {
        const Step step = m_loop.proceed(conversation, kMostReads);
        if (step == Step::More) m_unread.push_back(conversation.fd());
        if (step == Step::Over) m_loop.close(conversation);
    }

    void readOn() {
        std::vector<int> unread;
        std::swap(unread, m_unread);
        for (const int fd : unread) {
            if (Conversation* conversation = m_loop.table().find(fd)) letGoOn(*conversation);
        }
    }

    std::span<const Listener> m_listeners;
    ServingLoop& m_loop;
    IoSignals m_signals;
    std::vector<int> m_unread;
};

class SigioStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        SigioServer(listeners, loop).run();
    }
};

}  // namespace

const Strategy& sigioStrategy() {
    static const SigioStrategy strategy;
    return strategy;
}

}  // namespace ipclab
