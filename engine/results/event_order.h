// Events in the order of time, though they come in another: the launcher's messages, the samples and what steers the
// run meet here, each a little late. An event waits until whatever is older has had time to come, and then goes into
// the data, where nothing moves any more: who reads the list as it grows sees each once.
#pragma once

#include <cassert>
#include <vector>

#include "results/run_data.h"

namespace ipclab {

class EventOrder {
public:
    // How long an older event may still come.
    static constexpr Nanoseconds kPatienceNs = kNsPerSecond / 5;

    void add(RunEvent event) {
        assert(isFact(event.kind) || isDeclared(event));  // what a child tells may be anything
        m_waiting.push_back(std::move(event));
    }
    // Takes back what others have put straight into the list since the last call.
    void collect(std::vector<RunEvent>& events);
    // Hands on what happened up to then.
    void settle(Nanoseconds untilNs, std::vector<RunEvent>& events);

private:
    std::vector<RunEvent> m_waiting;
    std::size_t m_settled = 0;
};

// What came later still than that stands behind younger ones: the whole list by time.
std::vector<const RunEvent*> inTimeOrder(const std::vector<RunEvent>& events);

}  // namespace ipclab
