// Servers and those who load them: whether they find one another, and whether this machine has room for all their
// connections.
#include <algorithm>

#include "document/validation_rules.h"
#include "links/registry.h"
#include "links/stream_sockets.h"
#include "programs/load_way.h"
#include "serving/registry.h"

namespace ipclab {

namespace {

// What such a process holds besides its connections.
constexpr std::uint64_t kOtherDescriptors = 64;

void reviewStrategy(Review& review, const ProcessSpec& process, const std::string& at) {
    const std::string id(strategyOf(process.parameters));
    const Strategy* strategy = findStrategy(id);
    if (strategy == nullptr) {
        std::vector<std::string_view> known;
        for (const Strategy* one : allStrategies()) known.push_back(one->info().id);
        return review.error(at + "/strategy",
                            withSuggestion(say(Sentence::NoStrategy, {{"quoted", quote(id)}}), id, known));
    }
    if (const Availability availability = strategy->availability(); !availability.available) {
        review.lacks(at + "/strategy", Sentence::StrategyNotAvailable,
                     {{"strategy", id}, {"why", availability.reason}});
    }
    const Concurrency concurrency = strategy->info().concurrency;
    const bool counts = concurrency == Concurrency::WorkerThreads || concurrency == Concurrency::Processes;
    if (process.parameters.workers && !counts)
        review.warn(at + "/workers", Sentence::WorkersUnused, {{"strategy", id}});
}

void reviewBacklog(Review& review, const ProcessSpec& process, const std::string& at) {
    const auto& asked = process.parameters.backlog;
    const auto& limit = review.machine.backlog;
    if (!asked || !limit || *asked <= *limit) return;
    review.warn(
        at + "/backlog", Sentence::BacklogCut,
        {{"backlog", *asked}, {"limit", *limit}, {"command", "sysctl net.core.somaxconn=" + std::to_string(*asked)}});
}

void reviewDescriptors(Review& review, std::string_view process, std::uint64_t connections, const std::string& at) {
    const std::uint64_t needed = connections + kOtherDescriptors;
    if (!review.machine.descriptors || needed <= *review.machine.descriptors) return;
    review.lacks(at, Sentence::DescriptorsTooFew,
                 {{"quoted", quote(process)},
                  {"needed", needed},
                  {"count", connections},
                  {"limit", *review.machine.descriptors},
                  {"command", "echo '* hard nofile 65536' | sudo tee /etc/security/limits.d/ipclab.conf"}});
}

void reviewPeers(Review& review, const std::vector<EndSpec>& ends, const std::vector<EndSpec>& others,
                 const std::string& at) {
    for (const EndSpec& end : ends) {
        const ProgramInfo* info = review.programOf(end.process);
        if (info == nullptr || info->peer.empty()) continue;
        for (const EndSpec& other : others) {
            const ProgramInfo* found = review.programOf(other.process);
            if (found == nullptr || found->id == info->peer) continue;
            review.error(at, Sentence::PeerIsAnother,
                         {{"quoted", quote(end.process)},
                          {"program", quote(info->id)},
                          {"peer", quote(info->peer)},
                          {"other", quote(other.process)}});
        }
    }
}

// A list of those whose servers take in connections, or get datagrams.
std::string servedOver(bool datagrams) {
    std::vector<std::string_view> ids;
    for (const Mechanism* one : allMechanisms()) {
        if (one->servedBy() != nullptr && one->servedBy()->datagrams() == datagrams) ids.push_back(one->info().id);
    }
    return listed(ids);
}

// What is about connections alone.
void reviewNoConnections(Review& review, const LinkSpec& link, const std::string& at) {
    const auto refuse = [&](const ProcessSpec& process, bool isSet, std::string_view field) {
        if (!isSet) return;
        review.error(at + "/mechanism", Sentence::DatagramsHaveNo,
                     {{"quoted", quote(process.name)},
                      {"field", quote(field)},
                      {"mechanism", link.mechanism},
                      {"others", servedOver(false)}});
    };
    for (const EndSpec& end : link.receivers) {
        const ProcessSpec* server = review.process(end.process);
        if (server == nullptr) continue;
        refuse(*server, server->parameters.backlog.has_value(), "backlog");
        refuse(*server, server->parameters.patienceNs.has_value(), "patience_s");
    }
    for (const EndSpec& end : link.senders) {
        const ProcessSpec* load = review.process(end.process);
        if (load == nullptr || load->parameters.way.empty()) continue;
        const std::string& way = load->parameters.way;
        const bool isKnown = std::ranges::find(kLoadWays, way) != kLoadWays.end();
        if (!isKnown || std::ranges::find(kDatagramWays, way) != kDatagramWays.end()) continue;
        review.error(at + "/mechanism", Sentence::DatagramsKnowNoWay,
                     {{"quoted", quote(load->name)},
                      {"way", quote(way)},
                      {"mechanism", link.mechanism},
                      {"ways", listed({kDatagramWays.begin(), kDatagramWays.end()})},
                      {"others", servedOver(false)}});
    }
}

// What is about datagrams alone.
void reviewNoDatagrams(Review& review, const LinkSpec& link, const std::string& at) {
    for (const EndSpec& end : link.senders) {
        const ProcessSpec* load = review.process(end.process);
        if (load == nullptr || !load->parameters.timeoutNs) continue;
        review.error(at + "/mechanism", Sentence::AnswersAreNotLost,
                     {{"quoted", quote(load->name)},
                      {"field", quote("timeout_ms")},
                      {"mechanism", link.mechanism},
                      {"others", servedOver(true)}});
    }
}

void reviewServedRules(Review& review, const LinkSpec& link, const std::string& at) {
    const auto refuse = [&](bool isSet, std::string_view pointer, std::string_view field) {
        if (isSet) review.error(at + std::string(pointer), Sentence::NoRuleOfServed, {{"field", quote(field)}});
    };
    refuse(link.capacityMessages || link.unbounded, "/capacity", "capacity");
    refuse(link.policy != ReceivePolicy::System, "/policy", "policy");
    refuse(link.naming != Naming::Indirect, "/naming", "naming");
    const auto callsOtherwise = [](const EndSpec& end) {
        return end.mode != EndMode::Blocking || end.timeoutNs || end.spinNs > 0;
    };
    refuse(std::ranges::any_of(link.senders, callsOtherwise), "/from", "mode");
    refuse(std::ranges::any_of(link.receivers, callsOtherwise), "/to", "mode");
    refuse(!link.reverseOf.empty() || review.reverse(link.name) != nullptr, "/reverse_of", "reverse_of");
}

// Of the server, for all who load it over this link.
void reviewDescriptorsOf(Review& review, const LinkSpec& link, std::uint64_t connections, const std::string& at) {
    const ProcessSpec* server = review.process(link.receivers.front().process);
    if (server == nullptr) return;
    const Strategy* strategy = findStrategy(strategyOf(server->parameters));
    const bool forks = strategy != nullptr && strategy->info().concurrency == Concurrency::ProcessAClient;
    if (!forks) reviewDescriptors(review, server->name, connections, at + "/to");
    if (strategy != nullptr && strategy->info().descriptorLimit != 0 &&
        connections + kOtherDescriptors > strategy->info().descriptorLimit) {
        review.warn(
            at + "/to", Sentence::BeyondStrategy,
            {{"strategy", strategy->info().id}, {"limit", strategy->info().descriptorLimit}, {"count", connections}});
    }
}

void reviewRoom(Review& review, const LinkSpec& link, const SocketFamily& family, const std::string& at) {
    std::uint64_t connections = 0;
    for (const EndSpec& end : link.senders) {
        const ProcessSpec* load = review.process(end.process);
        if (load != nullptr) connections += load->parameters.connections.value_or(1);
    }
    if (!family.datagrams()) reviewDescriptorsOf(review, link, connections, at);
    const auto& ports = review.machine.ephemeralPorts;
    if (family.domain() != AF_INET || !ports || connections <= *ports) return;
    review.lacks(at + "/from", Sentence::PortsTooFew,
                 {{"count", connections},
                  {"limit", *ports},
                  {"command", R"(sysctl net.ipv4.ip_local_port_range="1024 65535")"}});
}

}  // namespace

void reviewServing(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    if (!info.holdsConnections) return;
    if (info.receives.atMost != 0) {
        reviewStrategy(review, process, at);
        return reviewBacklog(review, process, at);
    }
    const std::uint32_t connections = process.parameters.connections.value_or(1);
    reviewDescriptors(review, process.name, connections, at + "/connections");
    if (process.parameters.active.value_or(0) <= connections) return;
    review.error(at + "/active", Sentence::MoreActiveThanThere,
                 {{"active", static_cast<std::uint64_t>(*process.parameters.active)}, {"count", connections}});
}

void reviewServedLink(Review& review, const LinkSpec& link, const std::string& at, const Mechanism* mechanism) {
    const auto holds = [&](const EndSpec& end) {
        const ProgramInfo* info = review.programOf(end.process);
        return info != nullptr && info->holdsConnections;
    };
    if (std::ranges::none_of(link.senders, holds) && std::ranges::none_of(link.receivers, holds)) return;
    reviewPeers(review, link.senders, link.receivers, at + "/to");
    reviewPeers(review, link.receivers, link.senders, at + "/from");
    reviewServedRules(review, link, at);
    if (link.wire) review.error(at + "/wire", Sentence::ServedHasNoWire);
    if (mechanism == nullptr) return;
    const SocketFamily* family = mechanism->servedBy();
    if (family == nullptr) {
        return review.error(at + "/mechanism", Sentence::NobodyListens,
                            {{"mechanism", link.mechanism}, {"others", servedOver(false) + ", " + servedOver(true)}});
    }
    family->datagrams() ? reviewNoConnections(review, link, at) : reviewNoDatagrams(review, link, at);
    if (link.receivers.size() > 1 && !family->isGroup())
        return review.error(at + "/to", Sentence::OneServer, {{"count", link.receivers.size()}});
    if (!link.receivers.empty()) reviewRoom(review, link, *family, at);
}

}  // namespace ipclab
