// Resident memory, CPU time and whether it is stopped, of the processes of the document, ten times a second: what /proc
// alone has.
#pragma once

#include <map>

#include "observe/process_reader.h"
#include "runs/pid_index.h"
#include "runs/samples.h"

namespace ipclab {

class ProcTable {
public:
    struct Reading {
        std::optional<PidStat> stat;
        std::optional<SchedStat> schedule;
        ProcessReader* reader = nullptr;
    };

    // fn(pid, index, Reading) for every process that lives, when it is time.
    template <typename Fn>
    void read(const PidIndex& pids, Nanoseconds now, Fn fn) {
        if (now < m_nextNs) return;
        m_nextNs = now + kEveryNs;
        for (const auto& [pid, index] : pids.all()) {
            if (pids.isDone(index)) {
                m_readers.erase(pid);
                continue;
            }
            ProcessReader& reader = m_readers.try_emplace(pid, pid).first->second;
            fn(pid, index, Reading{reader.stat(), reader.schedStat(), &reader});
        }
    }

    static void fill(ProcessSample& sample, const Reading& reading);

private:
    static constexpr Nanoseconds kEveryNs = kNsPerSecond / 10;

    std::map<pid_t, ProcessReader> m_readers;
    Nanoseconds m_nextNs = 0;
};

}  // namespace ipclab
