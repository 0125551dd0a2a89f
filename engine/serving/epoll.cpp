#include "serving/epoll.h"

#include <vector>

#include "core/error.h"

namespace ipclab {

Epoll::Epoll() : m_fd(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")) {}

void Epoll::add(int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts) {
    checkError(control(EPOLL_CTL_ADD, fd, events, data, counts), "epoll_ctl EPOLL_CTL_ADD");
}

void Epoll::modify(int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts) {
    checkError(control(EPOLL_CTL_MOD, fd, events, data, counts), "epoll_ctl EPOLL_CTL_MOD");
}

void Epoll::rearm(int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts) {
    const int error = control(EPOLL_CTL_MOD, fd, events, data, counts);
    if (error == ENOENT) return add(fd, events, data, counts);
    checkError(error, "epoll_ctl EPOLL_CTL_MOD");
}

int Epoll::control(int operation, int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts) {
    count(counts.waitCalls);
    epoll_event event{};
    event.events = events;
    event.data = data;
    return ::epoll_ctl(m_fd.get(), operation, fd, &event) == 0 ? 0 : errno;
}

namespace {

class EpollServer {
public:
    EpollServer(std::span<const Listener> listeners, ServingLoop& loop, const EpollServing& how)
        : m_loop(loop), m_how(how) {
        loop.listen(listeners,
                    [&](int fd) { m_epoll.add(fd, EPOLLIN | how.listenerFlags, epollData(fd), loop.counts()); });
    }

    // Read on first: what is closed by that has left the instance, and no event of it follows.
    void run() {
        while (m_loop.goOn()) {
            readOn();
            const int timeoutMs = m_unread.empty() ? m_loop.timeoutMs() : 0;
            const int ready = m_loop.wait(0, [&] {
                return ::epoll_wait(m_epoll.fd(), m_events.data(), static_cast<int>(m_events.size()), timeoutMs);
            });
            for (int i = 0; i < ready; ++i) serve(m_events[static_cast<std::size_t>(i)].data.fd);
        }
        m_loop.table().drain(m_loop.counts());
    }

private:
    void serve(int fd) {
        m_loop.serve(
            fd, [this](Conversation& conversation) { letGoOn(conversation); },
            [this](const Conversation& opened) { begin(opened); }, m_how.accepts);
    }

    // Edge-triggered both directions are asked for once; what is there already counts as having arrived.
    void begin(const Conversation& opened) {
        const std::uint32_t events = m_how.edge ? EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET : EPOLLIN;
        m_epoll.add(opened.fd(), events, epollData(opened.fd()), m_loop.counts());
    }

    // A descriptor that is closed leaves the instance by itself. Of edge-triggered ones there is no second event for
    // what was left unread: they are kept in mind here.
    void letGoOn(Conversation& conversation) {
        const bool byEdge = m_how.edge && !conversation.datagrams();
        const Step step = m_loop.proceed(conversation, byEdge ? kMostReads : 1);
        if (step == Step::Over) {
            m_loop.close(conversation);
        } else if (byEdge) {
            if (step == Step::More) m_unread.push_back(conversation.fd());
        } else {
            await(conversation, step == Step::Send ? Step::Send : Step::Receive);
        }
    }

    void await(Conversation& conversation, Step step) {
        if (conversation.awaited() == step) return;
        conversation.setAwaited(step);
        const std::uint32_t events = step == Step::Send ? EPOLLOUT : EPOLLIN;
        m_epoll.modify(conversation.fd(), events, epollData(conversation.fd()), m_loop.counts());
    }

    void readOn() {
        std::vector<int> unread;
        std::swap(unread, m_unread);
        for (const int fd : unread) {
            if (Conversation* conversation = m_loop.table().find(fd)) letGoOn(*conversation);
        }
    }

    ServingLoop& m_loop;
    EpollServing m_how;
    Epoll m_epoll;
    std::array<epoll_event, 128> m_events{};
    std::vector<int> m_unread;
};

}  // namespace

void serveByEpoll(std::span<const Listener> listeners, ServingLoop& loop, const EpollServing& how) {
    EpollServer(listeners, loop, how).run();
}

}  // namespace ipclab
