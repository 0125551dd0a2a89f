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

// What is waited for: listeners and conversations alike.
class PollList {
public:
    PollList(ServingLoop& loop, std::span<const Listener> listeners) : m_loop(loop) {
        loop.listen(listeners, [this](int fd) { add(fd); });
    }

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    int wait() { return ::poll(m_entries.data(), m_entries.size(), m_loop.timeoutMs()); }

    // From the end: what is added meanwhile comes after, and what takes the place of one forgotten was looked at.
    void serve() {
        for (std::size_t i = m_entries.size(); i-- > 0;) {
            if (m_entries[i].revents == 0) continue;
            m_loop.serve(
                m_entries[i].fd, [&](Conversation& conversation) { serve(conversation, i); },
                [this](const Conversation& opened) { add(opened.fd()); });
        }
    }

private:
    void add(int fd) { m_entries.push_back({fd, POLLIN, 0}); }

    void serve(Conversation& conversation, std::size_t place) {
        const Step step = m_loop.proceed(conversation, 1);
        m_entries[place].events = step == Step::Send ? POLLOUT : POLLIN;
        if (step != Step::Over) return;
        m_entries[place] = m_entries.back();
        m_entries.pop_back();
        m_loop.close(conversation);
    }

    ServingLoop& m_loop;
    std::vector<pollfd> m_entries;
};

class PollStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        PollList list(loop, listeners);
        while (loop.goOn()) {
            if (loop.wait(list.size(), [&] { return list.wait(); }) > 0) list.serve();
        }
        table.drain(loop.counts());
    }
};

}  // namespace

const Strategy& pollStrategy() {
    static const PollStrategy strategy;
    return strategy;
}

}  // namespace ipclab
