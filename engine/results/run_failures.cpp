#include "results/run_failures.h"

#include <signal.h>

#include <cstring>
#include <set>

#include "core/sentences.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::size_t kLastWords = 12;  // lines

std::string signalText(int signal) {
    const char* name = ::sigabbrev_np(signal);
    return name == nullptr ? "signal " + std::to_string(signal) : "SIG" + std::string(name);
}

// Whom the run itself has ended, or let end for a reason that stands among its events.
struct Excused {
    std::set<std::uint32_t> signalled;  // it was sent a signal: by a step, a person, or at the stopping of the run
    std::set<std::uint32_t> abandoned;  // the lock it needs stays taken for ever
    Nanoseconds stoppingNs = 0;         // 0: the run ended by itself
};

Excused excusedIn(const RunData& data) {
    Excused excused;
    for (const RunEvent& event : data.events) {
        if (event.kind == EventKind::Stopping && excused.stoppingNs == 0) excused.stoppingNs = event.atNs;
        if (!event.process) continue;
        if (event.kind == EventKind::Signal && event.integer("signal") != SIGCONT)
            excused.signalled.insert(*event.process);
        if (event.kind == EventKind::LockAbandoned) excused.abandoned.insert(*event.process);
    }
    return excused;
}

// By whether it must succeed, or failed at its work, and by whether it has said something at last.
constexpr Sentence kExits[2][2] = {{Sentence::EndedWithExit, Sentence::EndedWithExitSaying},
                                   {Sentence::MustSucceedExit, Sentence::MustSucceedExitSaying}};
constexpr Sentence kSignals[2][2] = {{Sentence::EndedBySignal, Sentence::EndedBySignalSaying},
                                     {Sentence::MustSucceedSignal, Sentence::MustSucceedSignalSaying}};
constexpr Sentence kFailures[2][2] = {{Sentence::ProcessNotLaunched, Sentence::ProcessNotLaunchedSaying},
                                      {Sentence::ProcessFailed, Sentence::ProcessFailedSaying}};

std::string endOf(const ProcessData& process, bool mustSucceed) {
    const bool says = !process.lastWords.empty();
    const std::string words = says ? process.lastWords.back() : std::string();
    if (process.exit->code)
        return say(kExits[mustSucceed][says],
                   {{"process", process.name}, {"code", *process.exit->code}, {"words", words}});
    return say(kSignals[mustSucceed][says],
               {{"process", process.name}, {"signal", signalText(process.exit->signal.value_or(0))}, {"words", words}});
}

std::string failureAtWork(const ProcessData& process) {
    const bool says = !process.lastWords.empty();
    return say(kFailures[process.failedAtWork][says], {{"process", process.name},
                                                       {"why", process.failure},
                                                       {"words", says ? process.lastWords.back() : std::string()}});
}

// Why it is a failure; empty: it is none.
std::string failureOf(const RunData& data, std::uint32_t index, const Excused& excused) {
    const ProcessData& process = data.processes[index];
    if (!process.failure.empty()) return failureAtWork(process);
    if (!process.exit || !process.exit->cause.empty()) return {};
    const ExitStatus& exit = *process.exit;
    if (!exit.signal && exit.code.value_or(0) == 0) return {};
    if (excused.signalled.contains(index) || excused.abandoned.contains(index)) return {};
    if (exit.signal && excused.stoppingNs != 0 && process.endedNs >= excused.stoppingNs) return {};
    if (process.foreign) {
        const bool must = index < data.experiment.processes.size() && data.experiment.processes[index].mustSucceed;
        return must ? endOf(process, true) : std::string();
    }
    const Program* program = findProgram(process.program);
    return program != nullptr && program->info().endsOnPurpose ? std::string() : endOf(process, false);
}

}  // namespace

std::vector<ProcessFailure> failuresOf(const RunData& data) {
    std::vector<ProcessFailure> failures;
    const Excused excused = excusedIn(data);
    for (std::uint32_t i = 0; i < data.processes.size(); ++i) {
        std::string why = failureOf(data, i, excused);
        if (!why.empty()) failures.push_back({i, std::move(why)});
    }
    return failures;
}

void keepLastWords(const RunEvent& event, RunData& data) {
    if (event.kind != EventKind::Output || !event.process || event.text("stream") != "stderr") return;
    std::string line = event.text("text");
    if (line.find_first_not_of(" \t") == line.npos) return;
    auto& words = data.processes[*event.process].lastWords;
    words.push_back(std::move(line));
    if (words.size() > kLastWords) words.pop_front();
}

}  // namespace ipclab
