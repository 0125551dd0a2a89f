// The events and warnings of a run as they come, from whoever learns of them; the events go into the data in the order
// of time (event_order.h).
#pragma once

#include <string>

#include "results/event_order.h"

namespace ipclab {

class RunLog {
public:
    explicit RunLog(RunData& data) : m_data(data) {}

    void add(RunEvent event) { m_order.add(std::move(event)); }
    // As a warning of the result and as an event of this moment.
    void warn(const std::string& text) {
        m_data.warnings.push_back(text);
        add({.atNs = monotonicNow(), .kind = EventKind::Warning, .values = {{"text", text}}});
    }
    // What was put straight into the data.
    void collect() { m_order.collect(m_data.events); }
    void settle(Nanoseconds untilNs) { m_order.settle(untilNs, m_data.events); }

private:
    RunData& m_data;
    EventOrder m_order;
};

}  // namespace ipclab
