#include "protocol/layout.h"

#include <algorithm>
#include <utility>

#include "links/registry.h"
#include "sync/registry.h"

namespace ipclab {

namespace {

// Of an end that holds thousands of connections so many are recorded one by one, and all of them counted: slots are
// read again and again, and results and recordings hold them all.
constexpr std::uint32_t kMostRecorded = 1024;
// At a receiver, for those who connect and are turned away.
constexpr std::uint32_t kStrangers = 4;

// How many its program opens itself; absent: it does not.
std::optional<std::uint64_t> heldConnections(const Experiment& experiment, const LinkSpec& link,
                                             const PortPlace& place) {
    if (!holdsConnections(experiment, place.process)) return std::nullopt;
    if (place.role == PortRole::Sender) return experiment.processes[place.process].parameters.connections.value_or(1);
    return connectionsTo(experiment, link) + kStrangers;
}

// How many connections of an end are recorded at once: one for each of those at the other side, and at a receiver some
// for strangers who connect and are turned away. The document says how many processes there are; more of them find no
// slot and are counted alone.
std::uint32_t connectionsOf(const Experiment& experiment, const LinkSpec& link, const PortPlace& place) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr) return 0;
    if (const auto held = heldConnections(experiment, link, place))
        return static_cast<std::uint32_t>(std::min<std::uint64_t>(*held, kMostRecorded));
    if (!mechanism->info().traits.connections) return 0;
    const bool both = !link.reverseOf.empty();
    if (both || place.role == PortRole::Sender)
        return static_cast<std::uint32_t>(std::max<std::size_t>(1, link.receivers.size()));
    return static_cast<std::uint32_t>(link.senders.size()) + kStrangers;
}

bool mayHandOutCopies(const LinkSpec& link) {
    const Primitive* primitive = findPrimitive(link.sync);
    return link.receivers.size() > 1 && primitive != nullptr && !primitive->info().excludes();
}

template <typename List>
std::uint32_t sizeOf(const List& list) {
    return static_cast<std::uint32_t>(list.size());
}

// So many of a kind of slot, behind those that were handed out before.
std::uint32_t take(std::uint32_t& taken, std::size_t count) {
    return std::exchange(taken, taken + static_cast<std::uint32_t>(count));
}

// Hands out the slots of the links and their endpoints, in their order; counts is then how many there are.
class Slots {
public:
    Slots(const Experiment& experiment, std::vector<PortPlace> places)
        : m_experiment(experiment), m_places(std::move(places)) {
        counts = {.processes = sizeOf(experiment.processes),
                  .links = sizeOf(experiment.links),
                  .endpoints = sizeOf(m_places),
                  .shared = sizeOf(experiment.shared)};
        for (const PortPlace& place : m_places) m_endpoints.push_back(endpointAt(place));
        std::uint32_t endpoint = 0;
        for (const LinkSpec& link : experiment.links) m_links.push_back(linkAt(link, endpoint));
    }

    void write(const Segment& segment) const {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            const OfLink& of = m_links[i];
            LinkSlot& slot = segment.links()[i];
            slot.firstEndpoint = of.firstEndpoint;
            slot.endpoints = of.endpoints;
            slot.firstLatency = of.firstLatency;
            slot.latencies = of.latencies;
        }
        for (std::size_t i = 0; i < m_endpoints.size(); ++i) write(m_places[i], segment.endpoints()[i], m_endpoints[i]);
    }

    SegmentCounts counts;

private:
    struct OfLink {
        std::uint32_t firstEndpoint = 0, endpoints = 0, firstLatency = 0, latencies = 0, sightings = kNoIndex;
    };
    struct OfEndpoint {
        std::uint32_t deliveries = kNoIndex, firstReceives = kNoIndex, caller = kNoIndex;
        std::uint32_t firstConnection = kNoIndex, connections = 0;
    };

    OfLink linkAt(const LinkSpec& link, std::uint32_t& endpoint) {
        OfLink of;
        of.endpoints = sizeOf(link.senders) + sizeOf(link.receivers);
        of.firstEndpoint = take(endpoint, of.endpoints);
        of.latencies = std::min(sizeOf(link.receivers), kLatenciesPerLink);
        of.firstLatency = take(counts.latencies, of.latencies);
        if (mayHandOutCopies(link)) of.sightings = take(counts.deliveries, link.senders.size() * kSightings);
        return of;
    }

    OfEndpoint endpointAt(const PortPlace& place) {
        const LinkSpec& link = m_experiment.links[place.link];
        OfEndpoint of;
        of.connections = connectionsOf(m_experiment, link, place);
        if (of.connections > 0) of.firstConnection = take(counts.connections, of.connections);
        if (place.role == PortRole::Receiver) {
            of.deliveries = deliveriesAt(link);
            of.firstReceives = take(counts.firstReceives, 1);
        } else if (isCaller(m_experiment, place.process)) {
            of.caller = take(counts.callers, 1);
        }
        return of;
    }

    // A receiver has one count for each sender, in cache lines of their own.
    std::uint32_t deliveriesAt(const LinkSpec& link) {
        constexpr std::size_t kMostPerLink = 1U << 16;
        constexpr std::size_t kPerLine = kCacheLine / sizeof(std::uint64_t);
        if (link.senders.empty() || link.senders.size() * link.receivers.size() > kMostPerLink) return kNoIndex;
        return take(counts.deliveries, (link.senders.size() + kPerLine - 1) / kPerLine * kPerLine);
    }

    void write(const PortPlace& place, EndpointSlot& slot, const OfEndpoint& of) const {
        const OfLink& link = m_links[place.link];
        const bool receives = place.role == PortRole::Receiver;
        slot.process = place.process;
        slot.link = place.link;
        slot.role = place.role;
        slot.deliveries = of.deliveries;
        slot.sightings = receives ? link.sightings : kNoIndex;
        slot.latency = receives ? link.firstLatency + place.indexInLink % link.latencies : kNoIndex;
        slot.latencyShared = m_experiment.links[place.link].receivers.size() > link.latencies ? 1 : 0;
        slot.firstReceives = of.firstReceives;
        slot.caller = of.caller;
        slot.network.isNetwork = !receives && isCarrier(m_experiment, place.process) ? 1 : 0;
        slot.firstConnection = of.firstConnection;
        slot.connections = of.connections;
        // Whoever is not there yet is waited for by nobody.
        if (m_experiment.processes[place.process].startsLater)
            slot.state = static_cast<std::uint32_t>(EndpointState::Closed);
    }

    const Experiment& m_experiment;
    std::vector<PortPlace> m_places;
    std::vector<OfEndpoint> m_endpoints;
    std::vector<OfLink> m_links;
};

}  // namespace

Segment makeSegment(const Experiment& experiment) {
    const Slots places(experiment, portsOf(experiment));
    Segment segment = Segment::create(places.counts);
    places.write(segment);
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
        control.network.store(settings.network);
    }
    return segment;
}

}  // namespace ipclab
