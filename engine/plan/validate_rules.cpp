// The rules of a link: what a mechanism, a number of processes or a foreign command cannot keep is refused here, with
// the reason, and not when it runs.
#include <algorithm>

#include "links/registry.h"
#include "plan/layout.h"
#include "plan/validation_rules.h"

namespace ipclab {

namespace {

std::string several(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string sidesOf(const LinkPlan& link) {
    return several(link.senders.size(), "sender", "senders") + " and " +
           several(link.receivers.size(), "receiver", "receivers");
}

bool isPair(const LinkPlan& link) { return link.senders.size() == 1 && link.receivers.size() == 1; }

void reviewNaming(Review& review, const LinkPlan& link, const std::string& at) {
    if (link.naming == Naming::Direct && !isPair(link)) {
        review.error(at + "/naming", "found \"direct\" with " + sidesOf(link) +
                                         ": where both name each other a link is between exactly two processes. "
                                         "Make a link for each pair, or choose \"asymmetric\" or \"indirect\"");
    }
    if (link.naming == Naming::Asymmetric && link.receivers.size() != 1) {
        review.error(at + "/naming", "found \"asymmetric\" with " + sidesOf(link) +
                                         ": the senders name one receiver. Name one, or choose \"indirect\"");
    }
}

void reviewPolicy(Review& review, const LinkPlan& link, const std::string& at) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism != nullptr && mechanism->info().traits.everyReceiver && rulesOf(link).takesTurns()) {
        review.error(at + "/policy", "every receiver of a " + link.mechanism +
                                         " gets every message: there is none to choose. Remove it, or choose a "
                                         "mechanism whose messages go to one receiver (unix-datagram, posix-mq)");
    }
    if (link.policy == ReceivePolicy::TwoOnly && !isPair(link)) {
        review.error(at + "/policy", "found \"two-only\" with " + sidesOf(link) +
                                         ": such a link belongs to two processes. Make a link for each pair, or choose "
                                         "\"system\", \"one-at-a-time\" or \"round-robin\"");
    }
}

void reviewCapacity(Review& review, const LinkPlan& link, const std::string& at, const LinkRules& rules) {
    if (link.unbounded && (link.capacityBytes || link.capacityMessages)) {
        review.error(at + "/capacity/unbounded",
                     "an unbounded link has no capacity in bytes or messages. Remove one of them");
    }
    if (!link.unbounded && link.limitBytes) {
        review.error(at + "/capacity/limit_bytes",
                     "only an unbounded link keeps messages in its sender. Add \"unbounded\": true, or remove it");
    }
    if (!rules.countsPlaces() || link.mechanism.empty()) return;
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.reliable) return;
    review.error(at + "/capacity/messages", std::string(mechanism->info().id) +
                                                " loses messages, and with each its place would be lost for ever. "
                                                "Remove the capacity in messages, or choose a reliable mechanism");
}

// SIGIO is asked for of one descriptor, which is this end's own only where a link has two ends.
void reviewNotify(Review& review, const LinkPlan& link, const std::string& at) {
    const auto notified = [](const EndSpec& end) { return end.mode == EndMode::Notify; };
    if (std::ranges::any_of(link.senders, notified)) {
        review.error(at + "/from",
                     "a sender asked for \"notify\": only a receiver is told when something arrives. Use "
                     "\"poll\" or \"nonblocking\"");
    }
    if (std::ranges::none_of(link.receivers, notified)) return;
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool signals = mechanism == nullptr || mechanism->info().traits.descriptors;
    if (signals && isPair(link)) return;
    review.error(at + "/to", signals
                                 ? "\"notify\" is for a link between two processes, and this one has " + sidesOf(link)
                                 : std::string(mechanism->info().id) +
                                       " has no descriptor that SIGIO could be asked for. Use a byte stream, such as "
                                       "pipe or unix-stream");
}

// Rules are kept by the ends of our own programs; a command makes its own calls.
void reviewForeign(Review& review, const LinkPlan& link, const std::string& at, const LinkRules& rules) {
    if (!hasForeignEnd(review.experiment, link)) return;
    const auto refuse = [&](bool asked, const char* field) {
        if (asked) {
            review.error(at + field,
                         "an end of this link is a command, which makes its own calls and keeps no such rule. Remove "
                         "it, or use programs of ipclab on both sides");
        }
    };
    refuse(rules.countsPlaces(), "/capacity/messages");
    refuse(link.unbounded, "/capacity/unbounded");
    refuse(link.policy == ReceivePolicy::OneAtATime || link.policy == ReceivePolicy::RoundRobin, "/policy");
    refuse(link.naming != Naming::Indirect, "/naming");
}

void reviewOwner(Review& review, const LinkPlan& link, const std::string& at) {
    if (link.owner.empty()) return;
    if (link.owner != kSystemOwner) {
        if (review.process(link.owner) != nullptr) return;
        return review.error(at + "/owner", "there is no process " + quote(link.owner) + ", and it is not \"system\"" +
                                               suggestion(link.owner, review.processNames()));
    }
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.persistence != Persistence::Process) return;
    std::string others;
    for (const Mechanism* other : allMechanisms()) {
        if (other->info().traits.persistence == Persistence::Process) continue;
        others.append(others.empty() ? "" : ", ").append(other->info().id);
    }
    review.error(at + "/owner",
                 "the system keeps no " + std::string(mechanism->info().id) +
                     " that no process holds: it cannot own one. Name a process, or use one of: " + others);
}

}  // namespace

void reviewRules(Review& review, const LinkPlan& link, const std::string& at) {
    const LinkRules rules = rulesOf(link);
    reviewNaming(review, link, at);
    reviewPolicy(review, link, at);
    reviewCapacity(review, link, at, rules);
    reviewNotify(review, link, at);
    reviewForeign(review, link, at, rules);
    reviewOwner(review, link, at);
}

}  // namespace ipclab
