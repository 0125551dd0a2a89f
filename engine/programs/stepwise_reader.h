// A reader that takes a few bytes at a time of what another process sends at once, and how it is told of them
// (epoll(7)): level-triggered for as long as something is there, edge-triggered once an arrival. What an edge-triggered
// reader leaves waits in the kernel, and nobody will be woken for it.
#pragma once

#include <sys/types.h>

#include <cstdint>

#include "core/unique_fd.h"
#include "programs/worker_context.h"

namespace ipclab {

enum class Trigger : std::uint8_t { Level, Edge, EdgeDrained };

class StepwiseReader {
public:
    static constexpr std::uint32_t kArrivalBytes = 100;

    // Forks the sender. Throws std::system_error.
    StepwiseReader(WorkerContext& worker, Trigger trigger, std::uint32_t stepBytes);
    // Ends it.
    ~StepwiseReader();
    StepwiseReader(const StepwiseReader&) = delete;
    StepwiseReader& operator=(const StepwiseReader&) = delete;

    // Waits until the next arrival is due. False: the run is stopping.
    bool waitUntilDue();
    // Has the sender send, reads as it is told to, and tells what came of it.
    void letArrive();
    void tellAll(std::string_view trigger, std::uint64_t arrivals) const;

private:
    bool waitOnce();
    std::uint32_t readAsTold();
    [[nodiscard]] std::uint32_t left() const;

    WorkerContext& m_worker;
    Trigger m_trigger;
    std::uint32_t m_stepBytes;
    UniqueFd m_here, m_there, m_epoll;
    UniqueFd m_asked, m_ask;
    pid_t m_sender = -1;
    std::uint64_t m_arrivedBytes = 0, m_readBytes = 0, m_wakeUps = 0, m_reads = 0;
};

}  // namespace ipclab
