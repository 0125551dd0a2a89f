#include "recording/total_tables.h"

#include <algorithm>
#include <array>

#include "recording/total_values.h"

namespace ipclab {

namespace {

template <auto First, auto... Rest>
auto& member(auto& owner) {
    if constexpr (sizeof...(Rest) == 0) {
        return owner.*First;
    } else {
        return member<Rest...>(owner.*First);
    }
}

// What is not known stays as it was, but where that can be said.
template <class T>
void takeKnown(const TotalValue& value, T& into) {
    if (!std::holds_alternative<std::monostate>(value)) take(value, into);
}
template <class T>
void takeKnown(const TotalValue& value, std::optional<T>& into) {
    take(value, into);
}

template <class Owner, auto... Path>
constexpr Total<Owner> total(std::string_view name, std::string_view meaning) {
    return {name, meaning, [](const Owner& owner) { return valueOf(member<Path...>(owner)); },
            [](Owner& owner, const TotalValue& value) { takeKnown(value, member<Path...>(owner)); }};
}

// Of the threads of a process all is known or nothing; a flag alone is nothing.
template <auto Member>
constexpr Total<ProcessData> threads(std::string_view name, std::string_view meaning) {
    return {
        name, meaning,
        [](const ProcessData& process) { return process.threads ? valueOf((*process.threads).*Member) : TotalValue(); },
        [](ProcessData& process, const TotalValue& value) {
            if (std::holds_alternative<std::monostate>(value)) return;
            if (!process.threads && std::is_same_v<decltype(Member), bool ThreadTimes::*>) return;
            if (!process.threads) process.threads.emplace();
            take(value, (*process.threads).*Member);
        }};
}

template <auto Member>
constexpr Total<PortData> ofConnections(std::string_view name, std::string_view meaning) {
    return {name, meaning,
            [](const PortData& port) {
                return port.hasConnections ? valueOf(port.connectionTotals.*Member) : TotalValue();
            },
            [](PortData& port, const TotalValue& value) {
                if (std::holds_alternative<std::monostate>(value)) return;
                port.hasConnections = true;
                take(value, port.connectionTotals.*Member);
            }};
}

// What a server's figures a request are divided from; how many requests that are is a quantity itself.
template <ServingFigure Figure>
constexpr Total<PortData> steady(std::string_view name, std::string_view meaning) {
    return {name, meaning,
            [](const PortData& port) { return port.serves ? valueOf(entryOf(port.serving, Figure)) : TotalValue(); },
            [](PortData& port, const TotalValue& value) { takeKnown(value, entryOf(port.serving, Figure)); }};
}

template <auto... Path>
constexpr Total<LinkData> ofCalls(std::string_view name, std::string_view meaning) {
    return {name, meaning,
            [](const LinkData& link) { return link.calls ? valueOf(member<Path...>(*link.calls)) : TotalValue(); },
            [](LinkData& link, const TotalValue& value) {
                if (std::holds_alternative<std::monostate>(value)) return;
                if (!link.calls) link.calls.emplace();
                take(value, member<Path...>(*link.calls));
            }};
}

template <auto Member>
constexpr Total<LinkData> ofNetworks(std::string_view name, std::string_view meaning) {
    return {name, meaning,
            [](const LinkData& link) { return link.network ? valueOf((*link.network).*Member) : TotalValue(); },
            [](LinkData& link, const TotalValue& value) {
                if (std::holds_alternative<std::monostate>(value)) return;
                if (!link.network) link.network.emplace();
                take(value, (*link.network).*Member);
            }};
}

constexpr TotalValue (*kWaitSamples)(const ProcessData&) = [](const ProcessData& process) {
    std::vector<std::uint64_t> counts{process.waits.allSamples};
    counts.insert(counts.end(), process.waits.samples.begin(), process.waits.samples.end());
    return valueOf(counts);
};
constexpr void (*kSetWaitSamples)(ProcessData&, const TotalValue&) = [](ProcessData& process, const TotalValue& value) {
    std::array<std::uint64_t, kWaitReasonCount + 1> counts{};
    take(value, counts);
    process.waits.allSamples = counts.front();
    std::copy(counts.begin() + 1, counts.end(), process.waits.samples.begin());
};

}  // namespace

std::span<const Total<RunData>> totalsOf(const RunData* /*of these*/) {
    using O = ObserverFacts;
    using S = SafetyFacts;
    constexpr auto kObserver = &RunData::observer;
    constexpr auto kSafety = &RunData::safety;
    static constexpr auto all = std::to_array<Total<RunData>>({
        total<RunData, kObserver, &O::lostEvents>("lost_events", "switch records the kernel dropped"),
        total<RunData, kObserver, &O::droppedSamples>("dropped_samples", "samples this program was too slow to take"),
        total<RunData, kObserver, &O::samplerCpuS>("sampler_cpu_s", "CPU time the sampling thread itself used"),
        total<RunData, kObserver, &O::lostWakes>("lost_wakes", "wake-up records the kernel dropped"),
        total<RunData, kObserver, &O::switchesTimed>("switches_timed", "0: nobody recorded how long switches took"),
        total<RunData, kSafety, &S::processes>("limit_processes", "processes the run may have; 0: it has not begun"),
        total<RunData, kSafety, &S::memoryBytes>("limit_memory_bytes", "memory they may have"),
        total<RunData, kSafety, &S::group>("limit_group", "the control group that holds them; empty: none"),
        total<RunData, kSafety, &S::groupProblem>("limit_group_problem", "why there is none"),
        total<RunData, kSafety, &S::userProcesses>("limit_user_processes", "processes the user may have, or NULL"),
        total<RunData, kSafety, &S::realTime>("limit_real_time", "1: what runs in real time is limited"),
        total<RunData, kSafety, &S::endedBy>("limit_ended_by", "what the run had too much of; empty: nothing"),
        total<RunData, kSafety, &S::found>("limit_found", "how much that was"),
        total<RunData, kSafety, &S::limit>("limit_met", "and how much it might have"),
        total<RunData, kSafety, &S::why>("limit_why", "why that limit is lower than asked for"),
    });
    return all;
}

std::span<const Total<ProcessData>> totalsOf(const ProcessData* /*of these*/) {
    using P = ProcessData;
    constexpr auto kBelow = &P::descendants;
    using D = DescendantsUsage;
    static constexpr auto all = std::to_array<Total<P>>({
        total<P, &P::stateSource>("state_source",
                                  "where running_s, ready_s and waiting_s come from: none, sampled (/proc), "
                                  "switch-records (perf), or schedstat: the kernel's own accounting"),
        total<P, &P::runningS>("running_s", "time on a CPU"),
        total<P, &P::readyS>("ready_s", "time it waited for a CPU"),
        total<P, &P::waitingS>("waiting_s", "time it waited for anything else"),
        total<P, &P::interruptedS>("interrupted_s",
                                   "on its core, but interrupts or the hypervisor had it: in none of the states"),
        threads<&ThreadTimes::runningS>("thread_running_s",
                                        "sum over all its threads, by the kernel's accounting; NULL: not known"),
        threads<&ThreadTimes::readyS>("thread_ready_s", "likewise"),
        threads<&ThreadTimes::complete>("thread_ready_complete",
                                        "0: thread_ready_s is missing what ended threads spent after they were last "
                                        "looked at"),
        total<P, &P::switchingS>("switching_s",
                                 "of the time its threads ran: switches to them directly from another thread, in all"),
        total<P, &P::switchesTo>("switches_to", "how many those were"),
        total<P, &P::userS>("user_s", "CPU time of its own in its program, without that of descendants"),
        total<P, &P::systemS>("system_s", "CPU time of its own in the kernel on its behalf"),
        total<P, &P::cpuTimesKnown>("cpu_times_known", "0: nobody has told user_s and system_s"),
        total<P, &P::voluntarySwitches>("voluntary_switches", "times it gave up the CPU, to wait"),
        total<P, &P::involuntarySwitches>("involuntary_switches", "times the CPU was taken from it"),
        total<P, &P::switchesKnown>("switches_known", "0: nobody has told those two"),
        total<P, &P::maxResidentBytes>("max_resident_bytes", "of its own program (VmHWM); 0: not known"),
        total<P, &P::largestResidentBytes>("largest_resident_bytes",
                                           "the largest of it, its descendants and the programs it was before "
                                           "(ru_maxrss), or NULL"),
        total<P, kBelow, &D::userS>("descendant_user_s", "CPU time of descendants it has waited for, beside its own"),
        total<P, kBelow, &D::systemS>("descendant_system_s", "likewise, in the kernel"),
        total<P, kBelow, &D::voluntarySwitches>("descendant_voluntary",
                                                "context switches of those, or NULL where nobody told them"),
        total<P, kBelow, &D::involuntarySwitches>("descendant_involuntary",
                                                  "times the CPU was taken from those, or NULL"),
        total<P, &P::iterations>("iterations", "units of the program's own work done"),
        {"wait_samples",
         "how many samples there were of it, and how many found it waiting for each reason, as interval.reason: JSON",
         kWaitSamples, kSetWaitSamples},
        total<P, &P::waits, &WaitTotals::ns>("wait_ns", "how long it waited for each reason, likewise"),
        total<P, &P::waitsFor>("waits_for",
                               "how many samples there were, and what it waited for: [reason, link or with lock the "
                               "shared object, in how many, in how many of those for others too], JSON"),
        total<P, &P::paused>("paused", "1: it was told to pause, by the experiment or by hand"),
        total<P, &P::scheduling, &SchedulingNow::nice>("nice", "its nice value in effect"),
        total<P, &P::scheduling, &SchedulingNow::cpus>("cpus", "the CPUs it may run on, JSON; []: any"),
        total<P, &P::settings, &ProgramSettings::ratePerSecond>("rate_per_s",
                                                                "what it keeps to, as set last; 0: no pace"),
        total<P, &P::settings, &ProgramSettings::messageBytes>("message_bytes", "of what it sends, as set last"),
        total<P, &P::settings, &ProgramSettings::workNs>("work_ns", "its computation for each message, as set last"),
    });
    return all;
}

std::span<const Total<LinkData>> totalsOf(const LinkData* /*of these*/) {
    using L = LinkData;
    using Q = LatencyPercentiles;
    using M = Moments;
    using C = CallTotals;
    static constexpr auto all = std::to_array<Total<L>>({
        total<L, &L::sent>("sent", "messages, as the senders count"),
        total<L, &L::received>("received", "messages, as the receivers count"),
        total<L, &L::bytes>("bytes", "received; where a command receives: sent, or by /proc/PID/io"),
        total<L, &L::flowKnown>("flow_known", "1: between two commands, and /proc/PID/io told its bytes"),
        total<L, &L::lost>("lost", "messages sent that never arrived"),
        total<L, &L::duplicated>("duplicated", "messages that arrived more than once"),
        total<L, &L::reordered>("reordered", "messages that arrived after a later one of the same sender"),
        total<L, &L::corrupted>("corrupted", "messages whose bytes were not those sent"),
        total<L, &L::depthMean>("depth_mean", "messages sent and not yet received, mean over time"),
        total<L, &L::depthMax>("depth_max", "messages sent and not yet received, the most seen"),
        total<L, &L::systemDepthMax>("system_depth_max", "the most the system said was queued; NULL: it does not say"),
        total<L, &L::latency, &Q::p50>("latency_p50_ns",
                                       "response time: from when a message was due to be sent until it was received"),
        total<L, &L::latency, &Q::p90>("latency_p90_ns", "90 % were no slower"),
        total<L, &L::latency, &Q::p99>("latency_p99_ns", "99 % were no slower"),
        total<L, &L::latency, &Q::p999>("latency_p999_ns", "99.9 % were no slower"),
        total<L, &L::latency, &Q::max>("latency_max_ns", "the slowest"),
        total<L, &L::latency, &Q::count>("latency_count", "how many messages these are of; 0: no latency is known"),
        total<L, &L::transit, &Q::p50>("transit_p50_ns", "transit time: from when it was really sent"),
        total<L, &L::transit, &Q::p90>("transit_p90_ns", "as transit_p50_ns: 90 % were no slower"),
        total<L, &L::transit, &Q::p99>("transit_p99_ns", "as transit_p50_ns: 99 % were no slower"),
        total<L, &L::transit, &Q::p999>("transit_p999_ns", "as transit_p50_ns: 99.9 % were no slower"),
        total<L, &L::transit, &Q::max>("transit_max_ns", "as transit_p50_ns: the slowest"),
        total<L, &L::transit, &Q::count>("transit_count", "how many messages these are of"),
        total<L, &L::paced>("paced", "messages that said when they were due; 0: both times are the same"),
        total<L, &L::firstMessageNs>("first_message_ns",
                                     "how long the first message was under way; NULL: none arrived, or not known"),
        ofNetworks<&NetworkCounts::taken>("network_taken",
                                          "messages that networks took to pass them on here; NULL: no sender is one"),
        ofNetworks<&NetworkCounts::dropped>("network_dropped", "of those, dropped on purpose"),
        ofNetworks<&NetworkCounts::repeated>("network_repeated", "sent once more on purpose"),
        ofNetworks<&NetworkCounts::delayed>("network_delayed", "kept for a time on purpose"),
        ofNetworks<&NetworkCounts::reordered>("network_reordered", "sent after one that was taken later"),
        ofNetworks<&NetworkCounts::heldBack>("network_held_back", "of a byte stream, held back behind another"),
        ofCalls<&CallsData::totals, &C::issued>("calls_issued", "by all callers; NULL: none of its senders calls"),
        ofCalls<&CallsData::totals, &C::answered>("calls_answered", "of those"),
        ofCalls<&CallsData::totals, &C::requests>("calls_requests", "messages sent for them"),
        ofCalls<&CallsData::totals, &C::givenUp>("calls_given_up", "calls without an answer that is still waited for"),
        ofCalls<&CallsData::totals, &C::executed>("calls_executed", "how often they were executed, all together"),
        ofCalls<&CallsData::totals, &C::byExecutions>("calls_by_executions",
                                                      "calls executed never, once, twice, more often, JSON"),
        ofCalls<&CallsData::executionsKnown>("calls_executions_known", "0: nobody tells how often they were executed"),
        ofCalls<&CallsData::newest>("newest_calls",
                                    "[process, id, issued, executed, answered, executions] of each caller's, JSON"),
        total<L, &L::moments, &M::firstNs>("first_received_ns", "when the first message was received; 0: none was"),
        total<L, &L::moments, &M::lastNs>("last_received_ns",
                                          "when the newest timed message was received: throughput is taken in between"),
        total<L, &L::moments, &M::messages>("timed_messages", "received up to and with that one"),
        total<L, &L::moments, &M::bytes>("timed_bytes", "likewise"),
        total<L, &L::moments, &M::fromStart>("rate_from_start",
                                             "1: first_received_ns is the start of the run, no message"),
    });
    return all;
}

std::span<const Total<PortData>> totalsOf(const PortData* /*of these*/) {
    using P = PortData;
    using C = ConnectionTotals;
    static constexpr auto all = std::to_array<Total<P>>({
        total<P, &P::messages>("messages", "sent or received here"),
        total<P, &P::bytes>("bytes", "sent or received here"),
        total<P, &P::systemCalls>("system_calls", "made to send or receive"),
        total<P, &P::wouldBlock>("would_block", "times a message could not be moved at once"),
        total<P, &P::blockedS>("blocked_s", "time spent waiting in calls"),
        total<P, &P::fromSenders>("from_senders",
                                  "of a receiver: messages by sender of the link, in their order, JSON"),
        total<P, &P::calls>("first_receives",
                            "of a receiver: [called, returned, completed] of its first receives, ns, JSON"),
        ofConnections<&C::begun>("connections_begun", "connections there were; NULL: its mechanism has none"),
        ofConnections<&C::opened>("connections_opened", "of those, made"),
        ofConnections<&C::ended>("connections_ended", "of those, that have ended"),
        ofConnections<&C::refused>("connections_refused", "of those, refused"),
        ofConnections<&C::reset>("connections_reset", "of those, reset by the other side"),
        ofConnections<&C::unrecorded>("connections_unrecorded", "beyond those there was room for"),
        total<P, &P::connections>("connections", "the recorded ones (total_lists.h), JSON"),
        steady<ServingFigure::SteadyCpuNs>("steady_cpu_ns",
                                           "of a server: CPU time between its first request and its newest, with that "
                                           "of processes it has forked; serving_steady_requests says how many it is "
                                           "of; NULL: it is no server"),
        steady<ServingFigure::SteadyCalls>("steady_calls", "system calls of that time, likewise"),
        steady<ServingFigure::SteadyWakeUps>("steady_wake_ups", "wake-ups of that time, likewise"),
        steady<ServingFigure::SteadyLooked>("steady_looked", "descriptors looked at in that time, likewise"),
    });
    return all;
}

std::span<const Total<SharedData>> totalsOf(const SharedData* /*of these*/) {
    using S = SharedData;
    using F = SharedFigures;
    using Q = LatencyPercentiles;
    static constexpr auto all = std::to_array<Total<S>>({
        total<S, &S::figures, &F::value>("value", "of a counter; what its parties' rounds are above it was lost"),
        total<S, &S::figures, &F::early>("early",
                                         "barrier: passed before all had arrived; hand-off: had the token out of turn"),
        total<S, &S::figures, &F::lockWaits>("lock_waits", "times its lock was found taken"),
        total<S, &S::figures, &F::survived>("survived",
                                            "times the lock was taken over from a holder who had died, and told so"),
        total<S, &S::figures, &F::holder>("holder", "the process that held the lock, or NULL"),
        total<S, &S::holderDied>("holder_died", "the process that died holding the lock, or NULL"),
        total<S, &S::waits, &Q::p50>("wait_p50_ns",
                                     "hand-off: from passing on to running; barrier: waiting there; counter: for the "
                                     "lock"),
        total<S, &S::waits, &Q::p90>("wait_p90_ns", "as wait_p50_ns: 90 % were no longer"),
        total<S, &S::waits, &Q::p99>("wait_p99_ns", "as wait_p50_ns: 99 % were no longer"),
        total<S, &S::waits, &Q::p999>("wait_p999_ns", "as wait_p50_ns: 99.9 % were no longer"),
        total<S, &S::waits, &Q::max>("wait_max_ns", "as wait_p50_ns: the longest"),
        total<S, &S::waits, &Q::count>("wait_count", "how many waits these are of"),
    });
    return all;
}

std::span<const Total<Party>> totalsOf(const Party* /*of these*/) {
    static constexpr auto all = std::to_array<Total<Party>>({
        total<Party, &Party::rounds>("rounds", "increments stored, tokens passed on, or phases arrived at"),
        total<Party, &Party::waitedS>("waited_s", "time it waited there"),
    });
    return all;
}

std::span<const Total<CpuData>> totalsOf(const CpuData* /*of these*/) {
    static constexpr auto all = std::to_array<Total<CpuData>>({
        total<CpuData, &CpuData::switches>("switches", "directly from one thread of the run to another"),
        total<CpuData, &CpuData::switchingNs>("switching_ns", "how long those took"),
    });
    return all;
}

}  // namespace ipclab
