// Where a server that gives each connection away waits: poll(2) on its listeners alone. Datagrams it answers itself.
#pragma once

#include <poll.h>

#include <vector>

#include "serving/serving_loop.h"

namespace ipclab {

class FrontDoor {
public:
    // Makes the listeners non-blocking. Throws std::system_error.
    FrontDoor(std::span<const Listener> listeners, ServingLoop& loop);

    // One wait, at most a slice; each connection that has come goes to `hand`.
    template <typename Hand>
    void waitAndServe(Hand hand) {
        if (m_loop.wait(m_entries.size(), [&] { return wait(); }) == 0) return;
        for (const pollfd& entry : m_entries) {
            if (entry.revents == 0) continue;
            if (Conversation* datagrams = m_loop.table().find(entry.fd)) {
                m_loop.proceed(*datagrams, kMostReads);
                continue;
            }
            while (UniqueFd fd = m_loop.acceptOne(entry.fd)) hand(std::move(fd));
        }
    }

private:
    int wait() { return ::poll(m_entries.data(), m_entries.size(), m_loop.timeoutMs()); }

    ServingLoop& m_loop;
    std::vector<pollfd> m_entries;
};

}  // namespace ipclab
