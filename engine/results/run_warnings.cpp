#include "results/run_warnings.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/sentences.h"
#include "results/link_sources.h"
#include "results/link_totals.h"
#include "results/words.h"

namespace ipclab {

namespace {

// Of ticks of 10 ms on every CPU less time says nothing.
constexpr double kLeastS = 0.1;

std::string fixed(double value, int digits) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string percent(double share) { return fixed(share * 100, 0) + '%'; }

void addLinkWarnings(const RunData& data, const LinkData& link, std::vector<std::string>& warnings) {
    // What is not known is null, with its reason.
    if (!link.counted) {
        warnings.push_back(say(Sentence::ForeignEnd, {{"link", link.name},
                                                      {"messages_why", inWords(messagesSource(data, link))},
                                                      {"bytes_why", inWords(bytesSource(data, link))}}));
    }
    if (link.lost + link.duplicated + link.reordered + link.corrupted > 0 && link.messagesKnown()) {
        warnings.push_back(say(Sentence::MessageFaults, {{"link", link.name},
                                                         {"lost", link.lost},
                                                         {"duplicated", link.duplicated},
                                                         {"reordered", link.reordered},
                                                         {"corrupted", link.corrupted}}));
    }
}

void addBurstWarning(const RunData& data, const LinkData& link, std::vector<std::string>& warnings) {
    const auto activeS = burstS(data, link);
    if (!activeS) return;
    warnings.push_back(say(Sentence::Burst, {{"link", link.name},
                                             {"count", link.moments.messages},
                                             {"active_ms", fixed(*activeS * 1e3, 3)},
                                             {"duration_s", fixed(data.durationS(), 1)}}));
}

void addSharedWarnings(const SharedData& shared, std::vector<std::string>& warnings) {
    if (shared.kind == SharedKind::Counter && shared.lost() > 0) {
        warnings.push_back(
            say(Sentence::UpdatesLost,
                {{"object", shared.name}, {"all", shared.figures.allRounds()}, {"lost", shared.lost()}}));
    }
    if (shared.kind == SharedKind::Barrier && shared.figures.early > 0) {
        warnings.push_back(
            sayCount(shared.figures.early, Sentence::OneEarly, Sentence::Early, {{"object", shared.name}}));
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
        warnings.push_back(
            say(observer.reason.empty() ? Sentence::ObservedOtherwise : Sentence::ObservedOtherwiseWhy,
                {{"level", id(observer.level)}, {"asked", id(observer.asked)}, {"why", observer.reason}}));
    }
    if (observer.lostEvents > 0)
        warnings.push_back(sayCount(observer.lostEvents, Sentence::OneRecordLost, Sentence::RecordsLost));
    if (observer.droppedSamples > 0)
        warnings.push_back(sayCount(observer.droppedSamples, Sentence::OneSampleDropped, Sentence::SamplesDropped));
}

// Of this program, or of the children it has waited for and those they had waited for: a launcher with its run.
double cpuSecondsOfSelf(__rusage_who who) {
    rusage usage{};
    ::getrusage(who, &usage);
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

MachineLoad::MachineLoad()
    : m_before(allCpus()),
      m_loadsBefore(readLoadAverages()),
      m_startNs(monotonicNow()),
      m_selfBeforeS(cpuSecondsOfSelf(RUSAGE_SELF)),
      m_childrenBeforeS(cpuSecondsOfSelf(RUSAGE_CHILDREN)) {}

std::optional<LoadFigures> MachineLoad::figures(double ownCpuS) const {
    const auto after = allCpus();
    const double durationS = toSeconds(monotonicNow() - m_startNs);
    if (!m_before || !after || durationS < kLeastS) return std::nullopt;
    const double childrenS = cpuSecondsOfSelf(RUSAGE_CHILDREN) - m_childrenBeforeS;
    const double ownS = std::max(ownCpuS, childrenS) + cpuSecondsOfSelf(RUSAGE_SELF) - m_selfBeforeS;
    return LoadFigures{.durationS = durationS,
                       .foreignCpuS = std::max(0.0, toSeconds(after->busy() - m_before->busy()) - ownS),
                       .stolenS = std::max(0.0, toSeconds(after->steal - m_before->steal))};
}

std::optional<std::string> MachineLoad::disturbance(double ownCpuS) const {
    const auto load = figures(ownCpuS);
    return load ? disturbanceText(*load) : std::nullopt;
}

MachineUse MachineLoad::useBeside(double ownCpuS) const {
    MachineUse use;
    const auto loads = readLoadAverages();
    if (m_loadsBefore) use.loadStart = m_loadsBefore->front();
    if (loads) use.loadEnd = loads->front();
    if (const auto load = figures(ownCpuS)) {
        use.othersCpuS = load->foreignCpuS;
        use.stolenCpuS = load->stolenS;
    }
    return use;
}

std::optional<std::string> disturbanceText(const LoadFigures& figures) {
    if (figures.durationS <= 0) return std::nullopt;
    const double foreign = std::max(0.0, figures.foreignCpuS) / figures.durationS;
    const double stolen = std::max(0.0, figures.stolenS) / figures.durationS;
    if (foreign < kDisturbingCpus && stolen < kDisturbingSteal) return std::nullopt;
    return say(Sentence::Disturbed, {{"others", percent(foreign)}, {"stolen", percent(stolen)}});
}

double cpuSecondsOf(const RunData& data) {
    double seconds = 0;
    for (const ProcessData& process : data.processes) {
        seconds += process.userS + process.systemS + process.descendants.userS + process.descendants.systemS;
    }
    return seconds;
}

}  // namespace ipclab
