// poll(2): the whole list of descriptors goes into the kernel at every wait, and each of them is looked at there.
#include <poll.h>

#include <vector>

#include "serving/serving_loop.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "poll",
    .name = TEXT("strategy", "poll"),
    .note = TEXT("strategy",
                 "One thread hands its whole list of descriptors to the kernel at every wait. The list has no limit, "
                 "but every wait looks at all of it."),
    .source = "poll(2)",
};

// What is waited for: listeners and conversations alike, told apart by whether the loop knows a conversation of that
// descriptor.
class PollList {
public:
    PollList(ServingLoop& loop, std::span<const Listener> listeners) : m_loop(loop) {
        for (const Listener& listener : listeners) {
            makeNonBlocking(listener.fd);
            if (!listener.datagrams || m_loop.openDatagrams(listener.fd) != nullptr) add(listener.fd);
        }
    }

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    int wait() { return ::poll(m_entries.data(), m_entries.size(), m_loop.timeoutMs()); }

    void forget(int fd) {
        const std::size_t place = m_places[static_cast<std::size_t>(fd)];
        m_places[static_cast<std::size_t>(m_entries.back().fd)] = place;
        m_entries[place] = m_entries.back();
        m_entries.pop_back();
    }

    // From the end: what is added meanwhile comes after, and what takes the place of one forgotten was looked at.
    void serve() {
        for (std::size_t i = m_entries.size(); i-- > 0;) {
            if (m_entries[i].revents == 0) continue;
            const int fd = m_entries[i].fd;
            if (Conversation* conversation = m_loop.find(fd)) {
                const Step step = m_loop.proceed(*conversation, 1, [this](int gone) { forget(gone); });
                if (step != Step::Over) m_entries[i].events = step == Step::Send ? POLLOUT : POLLIN;
            } else {
                m_loop.acceptFrom(fd, [this](const Conversation& opened) { add(opened.fd()); });
            }
        }
    }

private:
    void add(int fd) {
        const auto number = static_cast<std::size_t>(fd);
        if (number >= m_places.size()) m_places.resize(2 * number + 1);
        m_places[number] = m_entries.size();
        m_entries.push_back({fd, POLLIN, 0});
    }

    ServingLoop& m_loop;
    std::vector<pollfd> m_entries;
    std::vector<std::size_t> m_places;  // of each descriptor
};

class PollStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ServingLoop loop(kInfo, service, control);
        PollList list(loop, listeners);
        while (loop.goOn([&](int fd) { list.forget(fd); })) {
            if (loop.wait(list.size(), [&] { return list.wait(); }) > 0) list.serve();
        }
        loop.drain();
    }
};

}  // namespace

const Strategy& pollStrategy() {
    static const PollStrategy strategy;
    return strategy;
}

}  // namespace ipclab
