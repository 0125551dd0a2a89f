#include "launcher/link_table.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "launcher/queued_messages.h"
#include "links/registry.h"
#include "programs/ports.h"
#include "programs/registry.h"

namespace ipclab {

using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

const EndSpec& endOf(const LinkSpec& link, const PortPlace& place) {
    return place.role == PortRole::Sender ? link.senders[place.indexInLink] : link.receivers[place.indexInLink];
}

bool isOpen(const EndpointSlot& slot) {
    return slot.state.load(std::memory_order_acquire) == static_cast<std::uint32_t>(EndpointState::Open);
}

}  // namespace

LinkTable::LinkTable(const Experiment& experiment, const Segment& segment)
    : m_experiment(experiment),
      m_segment(segment),
      m_places(ipclab::portsOf(experiment)),
      m_specs(linkSpecs(experiment)),
      m_lostPlaces(experiment.links.size()),
      m_probed(experiment.links.size()) {
    for (const LinkSpec& plan : experiment.links) m_rules.push_back(rulesOf(plan));
    m_firstPort.assign(experiment.links.size() + 1, static_cast<std::uint32_t>(m_places.size()));
    m_portsOf.resize(experiment.processes.size());
    for (auto i = static_cast<std::uint32_t>(m_places.size()); i-- > 0;) m_firstPort[m_places[i].link] = i;
    for (std::size_t l = experiment.links.size(); l-- > 0;)
        m_firstPort[l] = std::min(m_firstPort[l], m_firstPort[l + 1]);
    for (std::uint32_t i = 0; i < m_places.size(); ++i) m_portsOf[m_places[i].process].push_back(i);
    for (std::uint32_t i = 0; i < experiment.processes.size(); ++i) {
        if (experiment.processes[i].startsLater) m_later.insert(i);
    }
}

void LinkTable::create(RunDirectory& names, const std::function<void(std::size_t, const Link&)>& onMade) {
    for (std::size_t i = 0; i < m_experiment.links.size(); ++i) {
        const LinkSpec& plan = m_experiment.links[i];
        m_objects.emplace_back();
        if (!plan.reverseOf.empty()) continue;
        const Mechanism* mechanism = findMechanism(plan.mechanism);
        if (mechanism == nullptr) throwErrno(EINVAL, "there is no mechanism \"" + plan.mechanism + '"');
        m_objects.back() = mechanism->create(m_specs[i], names);
    }
    for (const auto& object : m_objects) m_links.push_back(object.get());
    pairUp();
    for (std::size_t i = 0; i < m_links.size(); ++i) onMade(i, *m_links[i]);
}

void LinkTable::pairUp() {
    const auto& plans = m_experiment.links;
    for (std::size_t back = 0; back < plans.size(); ++back) {
        if (plans[back].reverseOf.empty()) continue;
        const LinkSpec* other = findLink(m_experiment, plans[back].reverseOf);
        const auto forth = other == nullptr ? back : static_cast<std::size_t>(other - plans.data());
        if (m_objects[forth]) m_links[back] = m_objects[forth]->reverse();
        if (m_links[back] == nullptr) throwErrno(EINVAL, "link \"" + plans[back].name + "\" has no object");
        const bool inTurn = plans[back].duplex == Duplex::Half;
        m_pairs.push_back({forth, back, inTurn ? std::make_unique<TurnTaking>() : nullptr});
    }
}

void LinkTable::releaseEnds() {
    const auto isAwaited = [this](std::size_t link) {
        const auto [first, end] = portRange(static_cast<std::uint32_t>(link));
        return std::any_of(m_places.begin() + first, m_places.begin() + end,
                           [this](const PortPlace& place) { return m_later.contains(place.process); });
    };
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        if (m_objects[i] && !isAwaited(i)) m_objects[i]->releaseEnds();
    }
    for (const Pair& pair : m_pairs) {
        if (pair.turns) pair.turns->releaseEnds();
    }
}

void LinkTable::join(std::uint32_t process) {
    for (const std::uint32_t port : m_portsOf[process]) {
        m_segment.endpoints()[port].state.store(static_cast<std::uint32_t>(EndpointState::Unopened),
                                                memory_order_release);
    }
}

void LinkTable::joined(std::uint32_t process) {
    if (m_later.erase(process) > 0) releaseEnds();
}

EndWiring LinkTable::wiringOf(const PortPlace& place) const {
    const bool sends = place.role == PortRole::Sender;
    EndWiring wiring = sends ? m_links[place.link]->senderWiring(place.indexInLink)
                             : m_links[place.link]->receiverWiring(place.indexInLink);
    for (const Pair& pair : m_pairs) {
        if (!pair.turns || (place.link != pair.forth && place.link != pair.back)) continue;
        const unsigned side = place.link == pair.back ? 1 : 0;
        return sends ? pair.turns->wiredSender(std::move(wiring), side)
                     : pair.turns->wiredReceiver(std::move(wiring), side);
    }
    return wiring;
}

std::vector<PortPlan> LinkTable::portsOfProcess(std::uint32_t process) const {
    std::vector<PortPlan> ports;
    for (const std::uint32_t i : m_portsOf[process]) {
        const PortPlace& place = m_places[i];
        const LinkSpec& link = m_experiment.links[place.link];
        const EndSpec& end = endOf(link, place);
        const bool sends = place.role == PortRole::Sender;
        PortPlan port;
        port.slot = i;
        port.link = place.link;
        port.role = place.role;
        port.mechanism = link.mechanism;
        port.wiring = wiringOf(place);
        port.rules = m_rules[place.link];
        const Program* program = findProgram(m_experiment.processes[process].program);
        const bool waitsOutside = program != nullptr && program->info().waitsOutside;
        port.polls = end.mode == EndMode::Poll && !waitsOutside;
        port.notified = end.mode == EndMode::Notify && !waitsOutside;
        const bool neverWaits =
            waitsOutside || end.mode != EndMode::Blocking || (sends && port.rules.buffering == Buffering::Unbounded);
        port.options = {.mode = neverWaits ? Blocking::NonBlocking : Blocking::Blocking,
                        .timeoutNs = end.timeoutNs.value_or(-1),
                        .spinNs = end.spinNs,
                        .maxMessageBytes = m_specs[place.link].maxMessageBytes,
                        .priority = end.priority.value_or(0),
                        .type = end.type.value_or(0)};
        port.stampEvery = effectiveStampEvery(link);
        port.relayed = !sends && hasCarrier(m_experiment, link);
        port.foreignPeer = !sends && hasForeignSender(m_experiment, link);
        ports.push_back(std::move(port));
    }
    return ports;
}

Attach LinkTable::attachOf(std::uint32_t port) const {
    const PortPlace& place = m_places[port];
    return endOf(m_experiment.links[place.link], place).attach;
}

void LinkTable::openForeign(std::uint32_t process, const std::vector<int>& fds) {
    std::size_t next = 0;
    for (const std::uint32_t i : m_portsOf[process]) {
        EndpointSlot& slot = m_segment.endpoints()[i];
        slot.fd.store(fds[next++] + 1, memory_order_relaxed);
        slot.state.store(static_cast<std::uint32_t>(EndpointState::Open), memory_order_release);
    }
}

std::vector<LinkOwnerEnded> LinkTable::processGone(std::uint32_t process) {
    for (const std::uint32_t i : m_portsOf[process]) portGone(i);
    std::vector<LinkOwnerEnded> ended;
    for (std::uint32_t i = 0; i < m_links.size(); ++i) {
        if (auto link = afterOwner(i, process)) ended.push_back(std::move(*link));
    }
    return ended;
}

void LinkTable::portGone(std::uint32_t port) {
    const std::uint32_t link = m_places[port].link;
    EndpointSlot& slot = m_segment.endpoints()[port];
    slot.state.store(static_cast<std::uint32_t>(EndpointState::Closed), memory_order_release);
    m_segment.connectionPool(slot).endAll();
    giveBackAfterDeath(m_segment, port, m_rules[link]);
    if (link >= m_links.size() || m_links[link] == nullptr) return;
    m_links[link]->wakeAll();
    noteDepth(link);
}

// A link that the system owns is told of once, when its last sender has gone: what is in it is still there.
std::optional<LinkOwnerEnded> LinkTable::afterOwner(std::uint32_t link, std::uint32_t process) {
    const LinkSpec& plan = m_experiment.links[link];
    if (plan.owner.empty() || m_links[link] == nullptr) return std::nullopt;
    const bool remains = plan.owner == kSystemOwner;
    const bool ends = remains ? isSender(link, process) && SegmentPeers(m_segment, link).sendersGone()
                              : processIndex(m_experiment, plan.owner) == process;
    if (!ends) return std::nullopt;
    LinkOwnerEnded ended;
    ended.link = link;
    ended.process = process;
    ended.remains = remains;
    ended.atNs = monotonicNow();
    if (const auto depth = depthOf(link)) {
        ended.queued = depth->queued;
        ended.unit = depth->unit == DepthUnit::Bytes ? "bytes" : "messages";
    }
    if (!remains) {
        removeObject(link);
    }
    return ended;
}

void LinkTable::removeObject(std::uint32_t link) {
    const auto close = [this](std::size_t gone) {
        m_links[gone] = nullptr;
        m_segment.links()[gone].systemDepthAtNs.store(0, memory_order_relaxed);
        closeGate(m_segment.gates()[gone]);
    };
    m_objects[link].reset();
    close(link);
    for (const Pair& pair : m_pairs) {
        if (pair.forth == link) close(pair.back);
    }
}

bool LinkTable::isSender(std::uint32_t link, std::uint32_t process) const {
    return std::ranges::any_of(m_places, [&](const PortPlace& place) {
        return place.link == link && place.process == process && place.role == PortRole::Sender;
    });
}

bool LinkTable::waitsForNobody(std::uint32_t process) const {
    return std::ranges::any_of(m_portsOf[process], [&](std::uint32_t port) {
        const PortPlace& place = m_places[port];
        if (m_segment.gates()[place.link].gone.load(memory_order_relaxed) != 0) return true;
        return allClosed(place.link, place.role == PortRole::Sender ? PortRole::Receiver : PortRole::Sender);
    });
}

bool LinkTable::allClosed(std::uint32_t link, PortRole role) const {
    const auto [first, end] = portRange(link);
    for (std::uint32_t i = first; i < end; ++i) {
        const auto state = m_segment.endpoints()[i].state.load(std::memory_order_acquire);
        if (m_places[i].role == role && state != static_cast<std::uint32_t>(EndpointState::Closed)) return false;
    }
    return true;
}

const DepthProbe& LinkTable::probeOf(std::uint32_t process, pid_t pid) {
    const auto found = m_probes.find(process);
    if (found != m_probes.end() && found->second.pid() == pid) return found->second;
    return m_probes.insert_or_assign(process, DepthProbe(pid)).first->second;
}

std::optional<Depth> LinkTable::depthByDescriptors(std::uint32_t link) {
    std::optional<Depth> depth;
    std::set<std::pair<bool, std::uint64_t>> seen;
    const auto [first, end] = portRange(link);
    for (std::uint32_t i = first; i < end; ++i) {
        const EndpointSlot& slot = m_segment.endpoints()[i];
        const int fd = slot.fd.load(memory_order_relaxed) - 1;
        if (fd < 0 || !isOpen(slot)) continue;
        const pid_t pid = m_segment.processes()[m_places[i].process].pid.load(memory_order_relaxed);
        DepthReading reading = probeOf(m_places[i].process, pid).read(fd);
        if (!reading.ok()) continue;
        if (reading.listensOn != 0) m_listening.read(reading.listensOn, reading.probed);
        noteProbed(link, m_places[i].role, reading);
        // A pipe has one queue, whichever end is asked.
        if (reading.kind == QueueKind::Pipe) return Depth{reading.readableBytes.value_or(0), reading.capacityBytes};
        const bool receives = m_places[i].role == PortRole::Receiver;
        // A UNIX stream socket's is the receiver's queue again; of datagrams only the sender's is known.
        const bool sendQueueCounts = reading.kind == QueueKind::Tcp || reading.kind == QueueKind::UnixDatagram;
        const auto queued = receives ? reading.readableBytes : sendQueueCounts ? reading.unsentBytes : std::nullopt;
        if (!queued || !seen.insert({receives, reading.inode}).second) continue;
        depth = Depth{depth.value_or(Depth{}).queued + *queued, std::nullopt};
    }
    return depth;
}

// What a descriptor that is closed by now told last counts on.
void LinkTable::noteProbed(std::uint32_t link, PortRole role, const DepthReading& reading) {
    if (std::ranges::none_of(reading.probed, [](const auto& figure) { return figure.has_value(); })) return;
    ProbedFigures& known = m_probed[link][{role, reading.inode}];
    for (std::size_t i = 0; i < kProbedFigures; ++i) {
        if (reading.probed[i]) known[i] = reading.probed[i];
    }
    ProbedFigures all;
    for (const auto& [socket, told] : m_probed[link])
        addProbed(told, socket.first == PortRole::Sender ? ProbedAt::Senders : ProbedAt::Receivers, all);
    m_segment.links()[link].probed.store(all);
}

// Of all its receivers' sockets.
std::optional<std::uint64_t> LinkTable::dropsOf(std::uint32_t link) {
    std::optional<std::uint64_t> drops;
    std::set<std::uint64_t> seen;
    const auto [first, end] = portRange(link);
    for (std::uint32_t i = first; i < end; ++i) {
        const EndpointSlot& slot = m_segment.endpoints()[i];
        if (m_places[i].role != PortRole::Receiver) continue;
        const int fd = slot.fd.load(memory_order_relaxed) - 1;
        if (fd < 0 || !isOpen(slot)) return std::nullopt;
        const pid_t pid = m_segment.processes()[m_places[i].process].pid.load(memory_order_relaxed);
        const DepthReading reading = probeOf(m_places[i].process, pid).read(fd);
        if (!reading.ok() || !reading.drops) return std::nullopt;
        if (seen.insert(reading.inode).second) drops = drops.value_or(0) + *reading.drops;
    }
    return drops;
}

void LinkTable::countQueued(std::uint32_t link) {
    const LinkSpec& plan = m_experiment.links[link];
    const Mechanism* mechanism = findMechanism(plan.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.reliable) return;
    const std::uint64_t copies = mechanism->info().traits.everyReceiver ? plan.receivers.size() : 1;
    // With its receivers a queue is gone.
    const auto queued = allClosed(link, PortRole::Receiver)
                            ? std::optional<std::uint64_t>(0)
                            : queuedMessages(m_segment, link, copies, [&] { return dropsOf(link); });
    m_segment.links()[link].messagesQueued.store(queued ? *queued + 1 : 0, memory_order_relaxed);
}

// The object's own answer, else that of the descriptors of the ends that are open.
std::optional<Depth> LinkTable::depthOf(std::uint32_t link) {
    const auto own = m_links[link]->depth();
    return own ? own : depthByDescriptors(link);
}

void LinkTable::findLostPlaces(Nanoseconds now) {
    for (std::uint32_t i = 0; i < m_links.size(); ++i) {
        m_lostPlaces[i].look(m_segment, i, m_rules[i], now);
    }
}

// What waits to be received over each connection, of the first ones: an answer costs the kernel a few microseconds, and
// a server has many.
void LinkTable::probeConnections(std::uint32_t link) {
    constexpr std::size_t kMostProbed = 64;
    std::size_t probed = 0;
    for (const EndpointSlot& endpoint : m_segment.endpointsOf(link)) {
        if (endpoint.role != PortRole::Receiver || !isOpen(endpoint)) continue;
        const pid_t pid = m_segment.processes()[endpoint.process].pid.load(memory_order_relaxed);
        for (ConnectionSlot& slot : m_segment.connectionsOf(endpoint)) {
            const int fd = slot.descriptor.load(memory_order_relaxed) - 1;
            if (fd < 0) continue;
            if (++probed > kMostProbed) return;
            const DepthReading reading = probeOf(endpoint.process, pid).read(fd);
            const auto bytes = reading.ok() ? reading.readableBytes : std::nullopt;
            slot.waitingBytes.store(bytes ? *bytes + 1 : 0, memory_order_relaxed);
        }
    }
}

void LinkTable::probeDepths() {
    constexpr Nanoseconds kBetweenConnectionsNs = kNsPerSecond / 5;
    const Nanoseconds now = monotonicNow();
    const bool connectionsToo = now - m_connectionsProbedNs >= kBetweenConnectionsNs;
    if (connectionsToo) m_connectionsProbedNs = now;
    for (std::uint32_t i = 0; i < m_links.size(); ++i) {
        if (m_links[i] == nullptr) continue;
        countQueued(i);
        if (connectionsToo) probeConnections(i);
        noteDepth(i);
    }
}

void LinkTable::noteDepth(std::uint32_t link) {
    LinkSlot& slot = m_segment.links()[link];
    const auto depth = depthOf(link);
    if (!depth) return slot.systemDepthAtNs.store(0, memory_order_relaxed);  // who could tell is gone
    slot.systemDepth.store(depth->queued, memory_order_relaxed);
    if (depth->queued > slot.systemDepthMax.load(memory_order_relaxed)) {
        slot.systemDepthMax.store(depth->queued, memory_order_relaxed);
    }
    slot.systemCapacity.store(depth->capacity.value_or(0), memory_order_relaxed);
    slot.depthUnit.store(static_cast<std::uint32_t>(depth->unit), memory_order_relaxed);
    slot.systemDepthAtNs.store(monotonicNow(), memory_order_relaxed);
}

}  // namespace ipclab
