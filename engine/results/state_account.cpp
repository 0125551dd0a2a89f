#include "results/state_account.h"

#include <algorithm>

namespace ipclab {

namespace {

void tellRecords(const StateSums& sums, ProcessData& process) {
    process.stateSource = StateSource::SwitchRecords;
    process.runningS = toSeconds(sums.runningNs);
    process.readyS = toSeconds(sums.readyNs);
    process.waitingS = toSeconds(sums.waitingNs);
    process.interruptedS = 0;
}

// By the records it waited that long: woken, and not yet on a core, it was ready.
Nanoseconds waitedNs(const StateSums& sums, Nanoseconds readyNs) {
    return sums.waitingNs - std::clamp<Nanoseconds>(readyNs - sums.readyNs, 0, sums.waitingNs);
}

// Of its whole life: one that was not followed from the beginning, or not to the end, has waited outside of them.
bool areWhole(const StateSums& sums, Nanoseconds livedNs) {
    constexpr Nanoseconds kShort = 2'000'000;
    const Nanoseconds told = sums.runningNs + sums.readyNs + sums.waitingNs;
    return sums.unknownNs == 0 && told >= livedNs - std::max(livedNs / 50, kShort);
}

Nanoseconds runDelayOf(const StateAccount& account) {
    return std::max<Nanoseconds>(account.kernel->runDelay() + account.kernel->overcounted - overcounted(account), 0);
}

bool outlivesItsRecord(const StateAccount& account, const ProcessData& process) {
    // Of every switch the kernel and the records have a moment of their own.
    constexpr Nanoseconds kOfASwitch = 20'000, kShort = 500'000;
    if (!account.kernel || account.kernel->several || process.bornNs == 0 || process.endedNs == 0) return false;
    if (account.reapedNs <= process.endedNs) return false;
    const Nanoseconds ran = account.kernel->running, ready = runDelayOf(account);
    if (ran + ready > process.endedNs - process.bornNs + kShort) return true;
    if (!account.records || account.records->unknownNs > 0) return false;
    const StateSums& records = *account.records;
    const auto switches = static_cast<Nanoseconds>(process.voluntarySwitches + process.involuntarySwitches);
    const Nanoseconds slack = switches * kOfASwitch + kShort;
    return ran > records.runningNs + slack || ready > records.readyNs + records.estimatedNs + slack;
}

}  // namespace

// Whoever has looked more closely knows of more.
Nanoseconds overcounted(const StateAccount& account) {
    if (!account.kernel || account.kernel->several) return 0;
    return std::max(account.kernel->overcounted, account.records ? account.records->overcountedNs : 0);
}

void tellStates(const StateAccount& account, ProcessData& process) {
    const auto& [atNs, kernel, openReadyNs, records, reapedNs] = account;
    if (outlivesItsRecord(account, process)) process.endedNs = reapedNs;
    if (records) {
        process.switchingS = toSeconds(records->switchingNs);
        process.switchesTo = records->switches;
    }
    if (!kernel) {
        if (records) tellRecords(*records, process);
        return;
    }
    Nanoseconds runningNs = kernel->running, readyNs = runDelayOf(account) + openReadyNs;
    process.threads = ThreadTimes{toSeconds(runningNs), toSeconds(readyNs), !kernel->several};
    if (kernel->several && records) return tellRecords(*records, process);
    const Nanoseconds endNs = process.endedNs != 0 ? process.endedNs : atNs;
    const Nanoseconds livedNs = process.bornNs != 0 ? std::max<Nanoseconds>(endNs - process.bornNs, 0) : 0;
    if (kernel->several) {
        runningNs = std::min(runningNs, livedNs);
        readyNs = std::min(readyNs, livedNs - runningNs);
    }
    const Nanoseconds restNs = std::max<Nanoseconds>(livedNs - runningNs - readyNs, 0);
    const bool waitsKnown = records && areWhole(*records, livedNs);
    const Nanoseconds waitingNs = waitsKnown ? std::min(waitedNs(*records, readyNs), restNs) : restNs;
    process.stateSource = StateSource::Accounting;
    process.runningS = toSeconds(runningNs);
    process.readyS = toSeconds(readyNs);
    process.waitingS = toSeconds(waitingNs);
    process.interruptedS = toSeconds(restNs - waitingNs);
}

}  // namespace ipclab
