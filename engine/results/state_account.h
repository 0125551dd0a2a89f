// The state totals of one process, from what the kernel's accounting and the switch records say of it: a pure function,
// so that live figures and final ones are the same figures.
#pragma once

#include <optional>

#include "results/run_data.h"
#include "results/samples.h"

namespace ipclab {

struct StateAccount {
    Nanoseconds atNs = 0;  // until then, of one that lives
    std::optional<ProcessAccount> kernel{};
    Nanoseconds openReadyNs = 0;
    std::optional<StateSums> records{};
    Nanoseconds reapedNs = 0;  // 0: it was not

    // Neither says anything.
    [[nodiscard]] bool isSilent() const { return !kernel && !records; }
};

// How much of the kernel's run delay was left out: more than it can have been ready (observe/process_account.h).
Nanoseconds overcounted(const StateAccount& account);

// Running and ready are the kernel's own sums, and waiting is the rest of its lifetime. Of a process with several
// threads those are sums over threads: there the states of the process as a whole come from the switch records, and
// without these the sums are cut to its lifetime, as if its threads had taken turns.
//
// Since Linux 6.16 a process gives its memory back after its exit record, on its core or ready for one. Where the
// kernel has counted what does not fit before that record, its lifetime goes on until it was reaped.
void tellStates(const StateAccount& account, ProcessData& process);

}  // namespace ipclab
