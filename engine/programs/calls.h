// The calls of a client, recorded in its slot of the shared segment (core/call_slot.h): its messages over one link are
// requests, each of which it waits to see answered. One call at a time; one thread.
#pragma once

#include "programs/worker_context.h"

namespace ipclab {

class Calls {
public:
    Calls(WorkerContext& worker, OutPort& requests, InPort& answers)
        : m_worker(worker), m_requests(requests), m_answers(answers) {}

    // Sends one request and waits for its answer, whatever interrupts. times as in OutPort::send. False: the run is
    // stopping, or nobody is left to answer.
    bool callFully(const SendTimes& times);

private:
    WorkerContext& m_worker;
    OutPort& m_requests;
    InPort& m_answers;
};

}  // namespace ipclab
