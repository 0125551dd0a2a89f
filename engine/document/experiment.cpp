#include "document/experiment.h"

#include <limits.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "document/link_specs.h"
#include "links/message.h"
#include "links/registry.h"
#include "programs/registry.h"
#include "serving/registry.h"

namespace ipclab {

namespace {

// Relays, echoes and commands pass on what they get: they have no size of their own.
bool choosesSize(const ProcessSpec& process) {
    const Program* program = findProgram(process.program);
    return program == nullptr || program->info().usesMessageBytes;
}

// What it writes into each of its messages has to have room.
std::uint32_t leastSize(const ProcessSpec& process) {
    const Program* program = findProgram(process.program);
    return program == nullptr ? 0 : program->info().leastMessageBytes;
}

// A command that gets none from others makes its own.
bool makesOwn(const Experiment& experiment, const ProcessSpec& process) {
    const Program* program = findProgram(process.program);
    const auto isIt = [&](const EndSpec& end) { return end.process == process.name; };
    return program != nullptr && program->info().foreign &&
           std::ranges::none_of(experiment.links,
                                [&](const LinkSpec& link) { return std::ranges::any_of(link.receivers, isIt); });
}

// Follows messages from those who make them, the largest first: the first size that reaches a link is its largest,
// and every link and relay is visited once, circles included.
class MessageSizes {
public:
    explicit MessageSizes(const Experiment& experiment) : m_links(experiment.links), m_sizes(m_links.size(), 0) {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            for (const EndSpec& end : m_links[i].senders) m_sendsOn[end.process].push_back(i);
        }
        for (const auto& [size, process] : makers(experiment)) follow(process, size);
    }

    [[nodiscard]] std::uint32_t of(std::size_t link) const { return std::max(m_sizes[link], kMinMessageBytes); }

private:
    using Maker = std::pair<std::uint32_t, std::string_view>;

    std::vector<Maker> makers(const Experiment& experiment) {
        std::map<std::string_view, std::uint32_t> largest;
        for (const ProcessSpec& process : experiment.processes) {
            if (choosesSize(process) || makesOwn(experiment, process))
                largest.emplace(process.name, std::max(process.settings.messageBytes, leastSize(process)));
        }
        for (const Step& step : experiment.steps) {
            const auto maker = largest.find(step.process);
            if (maker != largest.end()) maker->second = std::max(maker->second, step.messageBytes.value_or(0));
        }
        std::vector<Maker> sorted;
        for (const auto& [process, size] : largest) {
            sorted.emplace_back(size, process);
            m_visited.insert(process);
        }
        std::sort(sorted.rbegin(), sorted.rend());
        return sorted;
    }

    void follow(std::string_view process, std::uint32_t size) {
        std::vector<std::string_view> open{process};
        while (!open.empty()) {
            const std::string_view sender = open.back();
            open.pop_back();
            for (const std::size_t link : m_sendsOn[sender]) passOn(link, size, open);
        }
    }

    void passOn(std::size_t link, std::uint32_t size, std::vector<std::string_view>& open) {
        if (m_sizes[link] != 0) return;
        m_sizes[link] = size;
        for (const EndSpec& end : m_links[link].receivers) {
            if (m_visited.insert(end.process).second) open.emplace_back(end.process);
        }
    }

    const std::vector<LinkSpec>& m_links;
    std::vector<std::uint32_t> m_sizes;
    std::map<std::string_view, std::vector<std::size_t>> m_sendsOn;
    std::set<std::string_view> m_visited;
};

// How far the message size may be raised while the run goes on. On a byte stream room costs a buffer and nothing
// else; where messages have slots it would make every slot larger, so there the size is what the document says.
// With several senders a pipe writes up to PIPE_BUF without a lock, and keeps to that.
std::uint32_t headroomBytes(const LinkSpec& link) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.boundaries != Boundaries::Bytes) return 0;
    return link.senders.size() > 1 ? PIPE_BUF : 64U << 10;
}

// Does the object itself hold so many messages and no more?
bool countsMessages(const LinkSpec& link) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    return mechanism != nullptr && mechanism->info().traits.capacity == CapacityKind::Messages;
}

LinkRequest specOf(const LinkSpec& link, std::uint32_t maxMessageBytes) {
    LinkRequest spec;
    spec.name = link.name;
    spec.senders = static_cast<unsigned>(link.senders.size());
    spec.receivers = static_cast<unsigned>(link.receivers.size());
    spec.maxMessageBytes = std::max(maxMessageBytes, headroomBytes(link));
    spec.capacityBytes = link.capacityBytes;
    spec.sync = link.sync;
    spec.wire = link.wire;
    spec.tcp = link.tcp;
    if (rulesOf(link).buffering == Buffering::Mechanism) spec.capacityMessages = link.capacityMessages;
    if (std::ranges::any_of(link.senders, [](const EndSpec& end) { return end.priority.has_value(); })) {
        for (const EndSpec& end : link.senders) spec.priorities.push_back(end.priority.value_or(0));
    }
    return spec;
}

// Of the processes that serve, by name.
using Servers = std::map<std::string_view, const ProcessSpec*>;

Servers serversOf(const Experiment& experiment) {
    Servers servers;
    for (const ProcessSpec& process : experiment.processes) {
        const Program* program = findProgram(process.program);
        if (program != nullptr && program->info().holdsConnections && program->info().receives.atMost != 0)
            servers.emplace(process.name, &process);
    }
    return servers;
}

void noteServer(const Servers& servers, const LinkSpec& link, LinkRequest& spec) {
    const auto server = link.receivers.empty() ? servers.end() : servers.find(link.receivers.front().process);
    if (server == servers.end()) return;
    spec.served = true;
    spec.backlog = server->second->parameters.backlog;
}

// Threads and processes that servers make: for each of the clients that connect, or a number of them.
std::uint64_t waitersOf(const ProcessSpec& server, std::uint64_t clients) {
    const Strategy* strategy = findStrategy(strategyOf(server.parameters));
    if (strategy == nullptr) return 0;
    switch (strategy->info().concurrency) {
        case Concurrency::OneThread:
            return 0;
        case Concurrency::ThreadAClient:
        case Concurrency::ProcessAClient:
            return clients;
        case Concurrency::WorkerThreads:
        case Concurrency::Processes:
            return server.parameters.workers.value_or(ServingSettings{}.waiters);
    }
    return 0;
}

std::uint64_t plannedWaiters(const Experiment& experiment) {
    const Servers servers = serversOf(experiment);
    std::uint64_t count = 0;
    for (const LinkSpec& link : experiment.links) {
        if (servers.empty() || link.receivers.empty()) continue;
        const Mechanism* mechanism = findMechanism(link.mechanism);
        const bool connects = mechanism != nullptr && mechanism->info().traits.connections;
        const std::uint64_t clients = connects ? connectionsTo(experiment, link) : 0;
        for (const EndSpec& end : link.receivers) {
            const auto server = servers.find(end.process);
            if (server != servers.end()) count += waitersOf(*server->second, clients);
        }
    }
    return count;
}

}  // namespace

std::uint64_t connectionsTo(const Experiment& experiment, const LinkSpec& link) {
    std::uint64_t count = 0;
    for (const EndSpec& end : link.senders) {
        const auto load = std::ranges::find(experiment.processes, end.process, &ProcessSpec::name);
        if (load != experiment.processes.end()) count += load->parameters.connections.value_or(1);
    }
    return count;
}

std::uint32_t largestMessageBytes(const Experiment& experiment, const LinkSpec& link) {
    const auto& links = experiment.links;
    const auto same = std::find_if(links.begin(), links.end(), [&](const auto& other) { return &other == &link; });
    if (same != links.end()) return MessageSizes(experiment).of(static_cast<std::size_t>(same - links.begin()));
    Experiment with = experiment;  // a link that is not part of it yet, as the window draws one
    with.links.push_back(link);
    return MessageSizes(with).of(links.size());
}

std::uint64_t plannedProcesses(const Experiment& experiment) {
    std::uint64_t count = plannedWaiters(experiment);
    for (const ProcessSpec& process : experiment.processes) {
        count += std::uint64_t{1} << std::min<std::uint32_t>(process.parameters.forks.value_or(0), 32);
        count += process.parameters.threads.value_or(0);
    }
    return count;
}

NetworkConditions Step::applied(NetworkConditions to) const {
    to.loss = loss.value_or(to.loss);
    to.duplicate = duplicate.value_or(to.duplicate);
    to.reorder = reorder.value_or(to.reorder);
    to.delayNs = delayNs.value_or(to.delayNs);
    to.jitterNs = jitterNs.value_or(to.jitterNs);
    return to;
}

LinkRules rulesOf(const LinkSpec& link) {
    LinkRules rules{.policy = link.policy, .naming = link.naming};
    if (link.unbounded) {
        rules.buffering = Buffering::Unbounded;
        rules.limitBytes = link.limitBytes.value_or(kUnboundedLimitBytes);
    } else if (link.capacityMessages == 0) {
        rules.buffering = Buffering::Rendezvous;
    } else if (link.capacityMessages && !countsMessages(link)) {
        rules.buffering = Buffering::Bounded;
        rules.places = *link.capacityMessages;
    }
    return rules;
}

const LinkSpec* findLink(const Experiment& experiment, const std::string& name) {
    if (name.empty()) return nullptr;
    const auto found = std::ranges::find(experiment.links, name, &LinkSpec::name);
    return found == experiment.links.end() ? nullptr : &*found;
}

const LinkSpec* reverseLink(const Experiment& experiment, const LinkSpec& link) {
    const auto found = std::ranges::find(experiment.links, link.name, &LinkSpec::reverseOf);
    return link.name.empty() || found == experiment.links.end() ? nullptr : &*found;
}

LinkRequest requestedSpec(const Experiment& experiment, const LinkSpec& link) {
    LinkRequest spec = linkSpec(experiment, link);
    spec.maxMessageBytes = largestMessageBytes(experiment, link);
    spec.capacityMessages = link.capacityMessages;
    return spec;
}

// Two directions of one object have the same limits.
LinkRequest linkSpec(const Experiment& experiment, const LinkSpec& link) {
    const LinkSpec* back = reverseLink(experiment, link);
    const LinkSpec* forth = back != nullptr ? nullptr : findLink(experiment, link.reverseOf);
    const LinkSpec* other = back != nullptr ? back : forth;
    std::uint32_t largest = largestMessageBytes(experiment, link);
    if (other != nullptr) largest = std::max(largest, largestMessageBytes(experiment, *other));
    LinkRequest spec = specOf(link, largest);
    spec.duplex = other != nullptr;
    noteServer(serversOf(experiment), link, spec);
    if (forth != nullptr) spec.tcp = forth->tcp;
    return spec;
}

std::vector<LinkRequest> linkSpecs(const Experiment& experiment) {
    const MessageSizes sizes(experiment);
    std::vector<LinkRequest> specs;
    const Servers servers = serversOf(experiment);
    for (std::size_t i = 0; i < experiment.links.size(); ++i) {
        specs.push_back(specOf(experiment.links[i], sizes.of(i)));
        noteServer(servers, experiment.links[i], specs.back());
    }
    for (std::size_t i = 0; i < experiment.links.size(); ++i) {
        const LinkSpec* forth = findLink(experiment, experiment.links[i].reverseOf);
        if (forth == nullptr) continue;
        LinkRequest& other = specs[static_cast<std::size_t>(forth - experiment.links.data())];
        specs[i].maxMessageBytes = other.maxMessageBytes = std::max(specs[i].maxMessageBytes, other.maxMessageBytes);
        specs[i].duplex = other.duplex = true;
        specs[i].tcp = other.tcp;
    }
    return specs;
}

std::vector<LinkRequest> requestedSpecs(const Experiment& experiment) {
    const MessageSizes sizes(experiment);
    std::vector<LinkRequest> specs = linkSpecs(experiment);
    for (std::size_t i = 0; i < specs.size(); ++i) {
        specs[i].maxMessageBytes = sizes.of(i);
        specs[i].capacityMessages = experiment.links[i].capacityMessages;
    }
    return specs;
}

}  // namespace ipclab
