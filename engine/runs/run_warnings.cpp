#include "runs/run_warnings.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "runs/link_sources.h"
#include "runs/words.h"

namespace ipclab {

namespace {

constexpr double kForeignShare = 0.10;
constexpr double kStolenShare = 0.02;

std::string percent(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.0f%%", share * 100);
    return text.data();
}

void addLinkWarnings(const RunData& data, const LinkData& link, std::vector<std::string>& warnings) {
    // What is not known is null, with its reason.
    if (!link.counted) {
        std::string sentence = "link \"" + link.name + "\": an end is a foreign command; messages " +
                               inWords(messagesSource(data, link)) + ", bytes " + inWords(bytesSource(data, link));
        warnings.push_back(std::move(sentence));
    }
    if (link.lost + link.duplicated + link.reordered + link.corrupted > 0 && link.messagesKnown()) {
        warnings.push_back("link \"" + link.name + "\": " + std::to_string(link.lost) + " messages lost, " +
                           std::to_string(link.duplicated) + " duplicated, " + std::to_string(link.reordered) +
                           " reordered, " + std::to_string(link.corrupted) + " corrupted");
    }
}

// Where nearly all of the run passed without a message, its rate says nothing about the run.
void addBurstWarning(const RunData& data, const LinkData& link, std::vector<std::string>& warnings) {
    constexpr double kBurstShare = 0.1;
    if (!link.flowsInMessages()) return;
    const double activeS = link.moments.activeS();
    if (!link.moments.messagesPerSecond() || activeS >= kBurstShare * data.durationS()) return;
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(),
                  "\": %llu messages within %.3f ms of %.1f s: its throughput is that of a burst",
                  static_cast<unsigned long long>(link.moments.messages), activeS * 1e3, data.durationS());
    warnings.push_back("link \"" + link.name + text.data());
}

void addSharedWarnings(const SharedData& shared, std::vector<std::string>& warnings) {
    const std::string name = "shared \"" + shared.name + "\": ";
    if (shared.kind == SharedKind::Counter && shared.lost() > 0) {
        warnings.push_back(name + std::to_string(shared.lost()) + " of " + std::to_string(shared.figures.allRounds()) +
                           " updates were lost: others stored between a load and its store");
    }
    if (shared.kind == SharedKind::Barrier && shared.figures.early > 0) {
        warnings.push_back(name + std::to_string(shared.figures.early) +
                           " times a process was past the barrier before all had arrived");
    }
}

// Run says why while it goes on; a document read back from elsewhere may not have it.
bool saysSo(const std::vector<std::string>& warnings, const std::string& reason) {
    return !reason.empty() && std::ranges::any_of(warnings, [&](const std::string& text) {
        return text.find(reason) != std::string::npos;
    });
}

void addObserverWarnings(const ObserverFacts& observer, std::vector<std::string>& warnings) {
    if (observer.level != observer.asked && !saysSo(warnings, observer.reason)) {
        warnings.push_back("process states were observed \"" + std::string(id(observer.level)) + "\" instead of \"" +
                           std::string(id(observer.asked)) + "\"" +
                           (observer.reason.empty() ? "" : ": " + observer.reason));
    }
    if (observer.lostEvents > 0) {
        warnings.push_back(std::to_string(observer.lostEvents) +
                           " switch records were lost: the states of those moments are unknown");
    }
    if (observer.droppedSamples > 0) {
        warnings.push_back(std::to_string(observer.droppedSamples) +
                           " samples were dropped because this program was too slow to take them");
    }
}

double selfCpuS() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::optional<CpuTimes> allCpus() {
    const auto times = readCpuTimes();
    return times && !times->empty() ? std::optional(times->front()) : std::nullopt;
}

}  // namespace

std::vector<std::string> resultWarnings(const RunData& data) {
    std::vector<std::string> warnings = data.warnings;
    for (const LinkData& link : data.links) {
        addLinkWarnings(data, link, warnings);
        addBurstWarning(data, link, warnings);
    }
    for (const SharedData& shared : data.shared) addSharedWarnings(shared, warnings);
    addObserverWarnings(data.observer, warnings);
    // Run says some of this itself; the same sentence twice helps nobody.
    std::vector<std::string> once;
    for (std::string& text : warnings) {
        if (std::ranges::find(once, text) == once.end()) once.push_back(std::move(text));
    }
    return once;
}

MachineLoad::MachineLoad() : m_before(allCpus()), m_startNs(monotonicNow()), m_selfBeforeS(selfCpuS()) {}

std::optional<std::string> MachineLoad::disturbance(double ownCpuS) const {
    const auto after = allCpus();
    if (!m_before || !after) return std::nullopt;
    const double ownS = ownCpuS + selfCpuS() - m_selfBeforeS;
    return disturbanceText({.durationS = toSeconds(monotonicNow() - m_startNs),
                            .foreignCpuS = toSeconds(after->busy() - m_before->busy()) - ownS,
                            .stolenS = toSeconds(after->steal - m_before->steal)});
}

std::optional<std::string> disturbanceText(const LoadFigures& figures) {
    if (figures.durationS <= 0) return std::nullopt;
    const double foreign = std::max(0.0, figures.foreignCpuS) / figures.durationS;
    const double stolen = std::max(0.0, figures.stolenS) / figures.durationS;
    if (foreign < kForeignShare && stolen < kStolenShare) return std::nullopt;
    return "the machine disturbed this run: other processes used " + percent(foreign) +
           " of a CPU, the hypervisor took " + percent(stolen) + " of one";
}

double cpuSecondsOf(const RunData& data) {
    double seconds = 0;
    for (const ProcessData& process : data.processes) {
        seconds += process.userS + process.systemS + process.descendants.userS + process.descendants.systemS;
    }
    return seconds;
}

}  // namespace ipclab
