// Resident memory, CPU time and whether it is stopped, of the processes of the document, ten times a second: what /proc
// alone has.
#pragma once

#include <map>

#include "observe/process_account.h"
#include "sampling/pid_index.h"
#include "results/samples.h"

namespace ipclab {

class ProcTable {
public:
    struct Reading {
        std::optional<PidStat> stat;
        std::optional<ProcessAccount> account;
        Nanoseconds openReadyNs = 0;  // ready now for so long, which is not in the account yet
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
            Readers& readers = m_readers.try_emplace(pid, pid).first->second;
            const Nanoseconds statNs = monotonicNow();
            const auto stat = readers.process.stat();
            const auto account = stat ? readers.account.read(readers.process, *stat, statNs) : std::nullopt;
            const bool couldRun = stat && stat->state == 'R';
            const Nanoseconds openReadyNs = account ? readers.ready.see(couldRun, *account, now) : 0;
            fn(pid, index, Reading{stat, account, openReadyNs, &readers.process});
        }
    }

    static void fill(ProcessSample& sample, const Reading& reading);

private:
    static constexpr Nanoseconds kEveryNs = kNsPerSecond / 10;

    struct Readers {
        explicit Readers(pid_t pid) : process(pid) {}
        ProcessReader process;
        AccountReader account;
        OpenReady ready;
    };
    std::map<pid_t, Readers> m_readers;
    Nanoseconds m_nextNs = 0;
};

}  // namespace ipclab
