#include "protocol/layout.h"

#include <algorithm>

#include "sync/registry.h"

namespace ipclab {

namespace {

// Where the counts of each port begin, and behind the last one how many there are in all. Receivers have one for each
// sender, in cache lines of their own.
std::vector<std::uint32_t> deliveriesOf(const Experiment& experiment, const std::vector<PortPlace>& places) {
    constexpr std::size_t kMostPerLink = 1U << 16;
    constexpr std::size_t kPerLine = kCacheLine / sizeof(std::uint64_t);
    std::vector<std::uint32_t> begins{0};
    for (const PortPlace& place : places) {
        const LinkPlan& link = experiment.links[place.link];
        const bool counts =
            place.role == PortRole::Receiver && link.senders.size() * link.receivers.size() <= kMostPerLink;
        const std::size_t room = counts ? (link.senders.size() + kPerLine - 1) / kPerLine * kPerLine : 0;
        begins.push_back(begins.back() + static_cast<std::uint32_t>(room));
    }
    return begins;
}

bool mayHandOutCopies(const LinkPlan& link) {
    const Primitive* primitive = findPrimitive(link.sync);
    return link.receivers.size() > 1 && primitive != nullptr && !primitive->info().excludes();
}

// By link; the words lie behind those of the deliveries, `end` moves behind them.
std::vector<std::uint32_t> sightingsOf(const Experiment& experiment, std::uint32_t& end) {
    std::vector<std::uint32_t> begins;
    for (const LinkPlan& link : experiment.links) {
        const bool keeps = mayHandOutCopies(link);
        begins.push_back(keeps ? end : kNoIndex);
        if (keeps) end += static_cast<std::uint32_t>(link.senders.size() * kSightings);
    }
    return begins;
}

}  // namespace

Segment makeSegment(const Experiment& experiment) {
    const std::vector<PortPlace> places = portsOf(experiment);
    const std::vector<std::uint32_t> deliveries = deliveriesOf(experiment, places);
    std::uint32_t words = deliveries.back();
    const std::vector<std::uint32_t> sightings = sightingsOf(experiment, words);
    Segment segment = Segment::create(
        {static_cast<std::uint32_t>(experiment.processes.size()), static_cast<std::uint32_t>(experiment.links.size()),
         static_cast<std::uint32_t>(places.size()), words, static_cast<std::uint32_t>(experiment.shared.size())});
    for (std::size_t i = 0; i < places.size(); ++i) {
        PortSlot& slot = segment.ports()[i];
        slot.process = places[i].process;
        slot.link = places[i].link;
        slot.role = places[i].role;
        slot.deliveries = deliveries[i] != deliveries[i + 1] ? deliveries[i] : kNoIndex;
        slot.sightings = slot.role == PortRole::Receiver ? sightings[slot.link] : kNoIndex;
    }
    for (std::size_t i = 0; i < experiment.links.size(); ++i) {
        const LinkRules rules = rulesOf(experiment.links[i]);
        if (rules.buffering == Buffering::Bounded) {
            segment.gates()[i].places = static_cast<std::int64_t>(rules.places);
        }
    }
    for (std::size_t i = 0; i < experiment.shared.size(); ++i) {
        segment.shared()[i].kind = experiment.shared[i].kind;
        segment.shared()[i].parties = static_cast<std::uint32_t>(experiment.shared[i].processes.size());
    }
    for (std::size_t i = 0; i < experiment.processes.size(); ++i) {
        const ProgramSettings& settings = experiment.processes[i].settings;
        ControlSlot& control = segment.controls()[i];
        control.ratePerSecond = settings.ratePerSecond;
        control.workNs = settings.workNs;
        control.messageBytes = settings.messageBytes;
    }
    return segment;
}

}  // namespace ipclab
