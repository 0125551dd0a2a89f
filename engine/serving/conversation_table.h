// The conversations of a server, by descriptor. Several threads may add and remove; a conversation itself belongs to
// the thread that serves it, which alone removes it.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "core/unique_fd.h"
#include "serving/conversation.h"
#include "serving/strategy.h"

namespace ipclab {

class ConversationTable {
public:
    ConversationTable(Service& service, const ServingControl& control) : m_service(service), m_control(control) {}
    // What is still open then, as after an exception, ends as stopped.
    ~ConversationTable();
    ConversationTable(const ConversationTable&) = delete;
    ConversationTable& operator=(const ConversationTable&) = delete;

    // nullptr: the service refuses it, and it is closed.
    Conversation* open(UniqueFd fd, ServingCounts& counts);
    Conversation* openDatagrams(int fd, ServingCounts& counts);
    void close(Conversation& conversation, Ending how, ServingCounts& counts);

    // Where one thread alone uses the table: nullptr where there is none of that descriptor.
    [[nodiscard]] Conversation* find(int fd) const {
        const auto place = static_cast<std::size_t>(fd);
        return fd >= 0 && place < m_byFd.size() ? m_byFd[place].get() : nullptr;
    }
    // Where one thread alone uses the table: all there are; `visit` may close the one it is given, and open none.
    template <typename Visit>
    void each(Visit visit) {
        for (std::unique_ptr<Conversation>& conversation : m_byFd) {
            if (conversation) visit(*conversation);
        }
    }

    // Ends those on which nothing has moved for longer than the settings allow, when it is time to look. Returns how
    // many. One thread.
    unsigned giveUpQuiet();
    // When that is next to be done; 0: never.
    [[nodiscard]] Nanoseconds nextLookNs() const { return m_nextLookNs; }
    void giveUpAll(Ending why);
    // Nothing more is received from any of them: whoever waits for that returns (shutdown(2), SHUT_RD).
    void endInput();

    // Where one thread alone uses the table, and the server stops: what has arrived is answered, then all are closed.
    void drain(ServingCounts& counts);

private:
    Conversation* add(int fd, bool datagrams, ServingCounts& counts);
    bool letAllGoOn(ServingCounts& counts);

    Service& m_service;
    const ServingControl& m_control;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Conversation>> m_byFd;
    Nanoseconds m_nextLookNs = nextLook();

    [[nodiscard]] Nanoseconds nextLook() const;
};

}  // namespace ipclab
