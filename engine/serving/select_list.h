// What select(2) and pselect(2) share: bitmaps of descriptors, of which the kernel looks at every bit up to the highest
// set, and which end at FD_SETSIZE, 1,024, whatever limit the process has.
#pragma once

#include <sys/select.h>

#include "serving/serving_loop.h"

namespace ipclab {

class SelectList {
public:
    // Throws std::system_error where a listener's descriptor is beyond FD_SETSIZE.
    SelectList(ServingLoop& loop, std::span<const Listener> listeners);

    // One more than the highest descriptor: how many bits a call looks at.
    [[nodiscard]] int limit() const { return m_highest + 1; }
    // Copies for the call, which writes into them what is ready.
    [[nodiscard]] fd_set& readable() { return m_readyToRead = m_toRead; }
    [[nodiscard]] fd_set& writable() { return m_readyToWrite = m_toWrite; }
    void serve();

private:
    void add(int fd);
    void serve(Conversation& conversation);

    ServingLoop& m_loop;
    fd_set m_toRead{}, m_toWrite{};
    fd_set m_readyToRead{}, m_readyToWrite{};
    int m_highest = -1;
};

// The call that waits.
class SelectCall {
public:
    virtual ~SelectCall() = default;
    virtual bool goOn(ServingLoop& loop) { return loop.goOn(); }
    // As select(2) returns.
    virtual int wait(SelectList& list, Nanoseconds timeoutNs) = 0;
};

void serveBySelect(const StrategyInfo& info, std::span<const Listener> listeners, Service& service,
                   ServingControl& control, SelectCall& call);

}  // namespace ipclab
