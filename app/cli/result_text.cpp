#include "cli/result_text.h"

#include <signal.h>
#include <string.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "cli/line_wording.h"
#include "cli/link_text.h"
#include "cli/quantities.h"
#include "cli/text_table.h"
#include "export/transitions_json.h"
#include "results/deadlocks.h"
#include "results/event_order.h"
#include "results/event_text.h"
#include "results/run_failures.h"
#include "results/words.h"
#include "runs/presets.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;
std::string costText(const std::optional<ObserverCost>& cost) {
    if (!cost) return {};
    const auto percent = [](double ratio) { return share(ratio, 1); };
    return "observed it does " + percent(cost->ratio) + " of what it does unobserved (" + percent(cost->low) + " to " +
           percent(cost->high) + ")\n" +
           (cost->paced ? "  a program keeps to a given rate: what observing takes hides in its pauses\n" : "");
}

std::string observerText(const RunData& data) {
    const ObserverFacts& observer = data.observer;
    if (observer.level == ObserveLevel::Off) return "states not observed";
    if (observer.level == ObserveLevel::Sampled) return "states sampled";
    return "states exact, " + grouped(observer.lostEvents) + " records lost";
}

// Where the times in the states come from; the sources are few, and most often one.
std::string sourcesText(const RunData& data) {
    std::map<StateSource, std::string> names;
    for (const ProcessData& p : data.processes) {
        std::string& list = names[p.stateSource];
        list += (list.empty() ? "" : ", ") + printable(p.name);
    }
    names.erase(StateSource::None);
    std::string text;
    for (const auto& [source, list] : names)
        text += (text.empty() ? "  times in the states: " : "; ") + std::string(id(source)) +
                (names.size() > 1 ? " (" + list + ")" : "");
    return text.empty() ? text : wrapped(text, 4) + '\n';
}

// What a context switch costs, where processes of the run followed one another on a processor.
std::string switchingText(const RunData& data) {
    const SwitchingTotals all = data.switching();
    if (all.switches == 0) return {};
    std::string text = "  " + grouped(all.switches) + " switches directly from one process to another took " +
                       duration(all.seconds) + ", " + duration(all.meanNs() * 1e-9) + " each\n";
    for (const auto& [number, cpu] : data.cpus) {
        const double seconds = toSeconds(cpu.switchingNs);
        if (seconds > 0.01 * data.durationS())
            text += "  CPU " + std::to_string(number) + ": " + share(seconds, data.durationS()) +
                    " of the time switching\n";
    }
    return text;
}

std::string headText(const RunData& data, const HostFacts& host) {
    return printable(titleOf(data.experiment)) + '\n' + duration(data.durationS()) + " · " + observerText(data) + '\n' +
           costText(data.observer.cost) + hostText(host) + '\n';
}

std::string stateShare(const ProcessData& p, double part) {
    if (p.stateSource == StateSource::None) return std::string(kDash);
    return share(part, p.runningS + p.readyS + p.waitingS);
}

std::string processesText(const RunData& data) {
    TextTable table({{"process", Align::Left},
                     {"running"},
                     {"ready"},
                     {"waiting"},
                     {"user"},
                     {"system"},
                     {"switch"},
                     {"memory"},
                     {"end", Align::Left}});
    for (const ProcessData& p : data.processes) {
        table.add(
            {printable(p.name), stateShare(p, p.runningS), stateShare(p, p.readyS), stateShare(p, p.waitingS),
             duration(p.userS), duration(p.systemS),
             quantity(static_cast<double>(p.voluntarySwitches + p.involuntarySwitches), ""),
             p.maxResidentBytes == 0 ? std::string(kDash) : quantity(static_cast<double>(p.maxResidentBytes), "B"),
             endText(p)});
    }
    return table.text();
}

std::string arcTitle(Transition arc) {
    std::string title(arcOf(arc).id);
    std::ranges::replace(title, '_', '-');
    return title;
}

// The state diagram as a table; the two arcs of stopping only where somebody went along them.
std::string transitionsText(const RunData& data) {
    if (data.observer.level == ObserveLevel::Sampled)
        return "  changes of state are not counted: that takes the kernel's switch records (--observe exact)\n";
    std::vector<std::optional<TransitionCounts>> counts;
    TransitionCounts all;
    for (const ProcessData& process : data.processes) {
        counts.push_back(transitionsOf(process, data));
        if (counts.back()) all += *counts.back();
    }
    if (all == TransitionCounts{}) return {};
    std::vector<Transition> shown;
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const auto arc = static_cast<Transition>(i);
        if ((arc != Transition::Stop && arc != Transition::Continue) || all[arc] > 0) shown.push_back(arc);
    }
    std::vector<TextTable::Column> columns{{"arcs", Align::Left}};
    for (const Transition arc : shown) columns.push_back({arcTitle(arc)});
    TextTable table(columns);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        std::vector<std::string> row{printable(data.processes[i].name)};
        for (const Transition arc : shown) row.push_back(counts[i] ? grouped((*counts[i])[arc]) : std::string(kDash));
        table.add(row);
    }
    std::string text = table.text();
    if (all.notSeen() > 0) text += "  changes of state that were not seen: " + grouped(all.notSeen()) + '\n';
    if (!data.observer.wakesSeen)
        text += "  a wake-up is counted when the process runs again: its moment has no record\n";
    return text;
}

// What each waited for, as far as that is known: an interval has a reason when a sample fell into it.
std::string waitsText(const RunData& data) {
    TextTable table({{"process", Align::Left}, {"waits for", Align::Left}, {"known"}, {"of samples"}});
    bool any = false;
    for (const ProcessData& p : data.processes) {
        for (std::size_t i = 1; i < p.waits.ns.size(); ++i) {
            constexpr double kLeast = 0.005;
            const double seconds = toSeconds(p.waits.ns[i]);
            if (p.waits.share(i) < kLeast && seconds < kLeast * data.durationS()) continue;
            table.add({printable(p.name), std::string(id(static_cast<WaitReason>(i))), duration(seconds),
                       share(p.waits.share(i), 1)});
            any = true;
        }
    }
    return any ? table.text() : std::string();
}

// Of what a process has waited for: its own figures are in the table above.
std::string descendantsText(const RunData& data) {
    std::string text;
    for (const ProcessData& p : data.processes) {
        const double seconds = p.descendants.userS + p.descendants.systemS;
        if (seconds < 0.0005) continue;
        text +=
            "  " + printable(p.name) + ": its descendants used " + duration(seconds) + " of CPU time beside its own\n";
    }
    return text;
}

std::string sharedText(const RunData& data) {
    TextTable table({{"shared", Align::Left},
                     {"kind", Align::Left},
                     {"by", Align::Left},
                     {"rounds"},
                     {"lock waits"},
                     {"p50"},
                     {"p99"},
                     {"max"}});
    for (const SharedData& shared : data.shared) {
        const auto wait = [&](Nanoseconds value) {
            return shared.waits.count == 0 ? std::string(kDash) : duration(toSeconds(value));
        };
        table.add({printable(shared.name), std::string(id(shared.kind)), shared.sync,
                   quantity(static_cast<double>(shared.figures.allRounds()), ""),
                   quantity(static_cast<double>(shared.figures.lockWaits), ""), wait(shared.waits.p50),
                   wait(shared.waits.p99), wait(shared.waits.max)});
    }
    return table.text();
}

// What the object is there to show, as a sentence.
std::string evidenceOf(const SharedData& shared) {
    const SharedFigures& figures = shared.figures;
    switch (shared.kind) {
        case SharedKind::Counter:
            return grouped(figures.allRounds()) + " updates made, the counter stands at " + grouped(figures.value) +
                   ", lost " + grouped(shared.lost());
        case SharedKind::HandOff:
            return "the token was passed on " + grouped(figures.allRounds()) + " times, out of turn " +
                   grouped(figures.early);
        case SharedKind::Barrier:
            return "all arrived at " + grouped(figures.fewestRounds()) +
                   " phases; passed before the last had arrived: " + grouped(figures.early);
    }
    return {};
}

std::string sharedSentences(const RunData& data) {
    std::string text;
    for (const SharedData& shared : data.shared) {
        std::string sentence = evidenceOf(shared);
        if (shared.holderDied) {
            sentence += "; " + printable(data.processes[*shared.holderDied].name) + " died holding the lock, ";
            sentence += shared.figures.survived > 0 ? "which the next one was told" : "which nobody was told by it";
        }
        text += lineOf(shared.name, sentence);
    }
    return text;
}

std::string deadlocksText(const RunData& data) {
    std::string text;
    for (const ToldDeadlock& deadlock : deadlocksOf(data)) {
        std::string names;
        for (const std::string& name : deadlock.members) names += (names.empty() ? "" : ", ") + printable(name);
        text +=
            "  deadlock since " + duration(data.sinceStartS(deadlock.sinceNs)) + ": " + wrapped(names, 4, 50) + '\n';
        for (const DeadlockWait& wait : deadlock.cycle) text += "    " + wrapped(printable(inWords(wait)), 6) + '\n';
        for (const std::string& name : deadlock.behind) text += "    " + printable(name) + " waits behind them\n";
    }
    return text;
}

// What the processes have told of themselves, and whom the memory budget has ended, in the order it happened.
std::string factsText(const RunData& data) {
    constexpr std::size_t kMostInstructions = 32;
    std::string text;
    std::size_t instructions = 0;
    for (const RunEvent* each : inTimeOrder(data.events)) {
        const RunEvent& event = *each;
        if (event.kind == EventKind::Instruction && ++instructions > kMostInstructions) continue;
        if ((!isFact(event.kind) && event.kind != EventKind::BudgetKill) || !event.process) continue;
        std::array<char, 32> time{};
        std::snprintf(time.data(), time.size(), "%9.3f s  ", data.sinceStartS(event.atNs));
        text +=
            time.data() +
            wrapped(printable(data.processes[*event.process].name) + ": " + eventText(event, data, lineWording()), 13) +
            '\n';
    }
    if (instructions > kMostInstructions)
        text += "  " + grouped(instructions - kMostInstructions) + " more instructions: see --json\n";
    return text;
}

std::string causesText(const RunData& data) {
    std::string text;
    for (const ProcessData& process : data.processes) {
        if (!process.exit || process.exit->cause.empty()) continue;
        text += "  " + printable(process.name) + " was ended by " + endText(process) + ": " +
                causeText(*process.exit, lineWording()) + '\n';
    }
    return text;
}

// What makes the run a failed one, and what those said at last whose end was no good one.
std::string failuresText(const RunData& data) {
    std::string text;
    for (const ProcessFailure& failure : failuresOf(data)) text += "  ! " + wrapped(printable(failure.text), 4) + '\n';
    for (const ProcessData& process : data.processes) {
        const bool well = process.failure.empty() && process.exit && process.exit->code == 0;
        if (well || process.lastWords.empty()) continue;
        text += "  " + printable(process.name) + " (" + endText(process) + ") said at last:\n";
        for (const std::string& line : process.lastWords) text += "    | " + printable(line) + '\n';
    }
    return text;
}

}  // namespace

std::string hostText(const HostFacts& host) {
    return "Linux " + host.kernel + " · " + std::to_string(host.cpusOnline) + " × " + host.cpuModel +
           (host.virtualized ? " · virtual" : "");
}

std::string endText(const ProcessData& process) {
    if (!process.failure.empty() && !process.failedAtWork) return "not launched";
    if (!process.exit) return process.pid == 0 ? "not launched" : process.endedNs == 0 ? "alive" : "unknown";
    if (process.exit->code) return "exit " + std::to_string(*process.exit->code);
    const char* name = ::sigabbrev_np(process.exit->signal.value_or(0));
    return name == nullptr ? "signal " + std::to_string(process.exit->signal.value_or(0)) : std::string("SIG") + name;
}

std::string warningsText(const std::vector<std::string>& warnings) {
    std::string text;
    for (const std::string& warning : warnings) text += "  ! " + wrapped(printable(warning), 4, 76) + '\n';
    return text;
}

std::string titleOf(const Experiment& experiment) {
    const auto name = textIn(experiment.name, "en");
    return std::string(name.empty() ? experiment.id : name);
}

std::string resultText(const RunData& data, const HostFacts& host, const std::vector<std::string>& warnings) {
    std::string text = headText(data, host) + '\n' + processesText(data) + sourcesText(data) + switchingText(data);
    if (const std::string waits = waitsText(data); !waits.empty()) text += '\n' + waits;
    if (const std::string changes = transitionsText(data); !changes.empty()) text += '\n' + changes;
    if (!data.links.empty()) text += '\n' + linksText(data) + '\n' + queuesText(data) + '\n' + costsText(data);
    if (!data.shared.empty()) text += '\n' + sharedText(data);
    for (const std::string& part :
         {descendantsText(data), factsText(data), causesText(data), deadlocksText(data), integrityText(data),
          rateTimesText(data) + timesText(data), sharedSentences(data), failuresText(data), warningsText(warnings)}) {
        if (!part.empty()) text += '\n' + part;
    }
    return text;
}

}  // namespace ipclab
