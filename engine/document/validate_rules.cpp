// The rules of a link: what a mechanism, a number of processes or a foreign command cannot keep is refused here, with
// the reason, and not when it runs.
#include <algorithm>

#include "document/validation_rules.h"
#include "links/registry.h"

namespace ipclab {

namespace {

// Of a link that is no pair.
std::string sidesOf(const LinkSpec& link) {
    const Sentence toMany = link.senders.size() == 1 ? Sentence::OneToMany : Sentence::ManyToMany;
    return say(link.receivers.size() == 1 ? Sentence::ManyToOne : toMany,
               {{"senders", link.senders.size()}, {"receivers", link.receivers.size()}});
}

bool isPair(const LinkSpec& link) { return link.senders.size() == 1 && link.receivers.size() == 1; }

void reviewNaming(Review& review, const LinkSpec& link, const std::string& at) {
    if (link.naming == Naming::Direct && !isPair(link)) {
        review.error(at + "/naming", Sentence::DirectOfMany, {{"sides_why", sidesOf(link)}});
    }
    if (link.naming == Naming::Asymmetric && link.receivers.size() != 1) {
        review.error(at + "/naming", Sentence::AsymmetricOfMany, {{"sides_why", sidesOf(link)}});
    }
}

void reviewPolicy(Review& review, const LinkSpec& link, const std::string& at) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism != nullptr && mechanism->info().traits.everyReceiver && rulesOf(link).takesTurns()) {
        review.error(at + "/policy", Sentence::EveryReceiverGets, {{"mechanism", link.mechanism}});
    }
    if (link.policy == ReceivePolicy::TwoOnly && !isPair(link)) {
        review.error(at + "/policy", Sentence::TwoOnlyOfMany, {{"sides_why", sidesOf(link)}});
    }
}

void reviewCapacity(Review& review, const LinkSpec& link, const std::string& at, const LinkRules& rules) {
    if (link.unbounded && (link.capacityBytes || link.capacityMessages)) {
        review.error(at + "/capacity/unbounded", Sentence::UnboundedWithCapacity);
    }
    if (!link.unbounded && link.limitBytes) {
        review.error(at + "/capacity/limit_bytes", Sentence::OnlyUnboundedKeeps);
    }
    if (!rules.countsPlaces() || link.mechanism.empty()) return;
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.reliable) return;
    review.error(at + "/capacity/messages", Sentence::PlacesWouldBeLost, {{"mechanism", mechanism->info().id}});
}

// SIGIO is asked for of one descriptor, which is this end's own only where a link has two ends.
void reviewNotify(Review& review, const LinkSpec& link, const std::string& at) {
    const auto notified = [](const EndSpec& end) { return end.mode == EndMode::Notify; };
    if (std::ranges::any_of(link.senders, notified)) {
        review.error(at + "/from", Sentence::NotifyOfSender);
    }
    if (std::ranges::none_of(link.receivers, notified)) return;
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool signals = mechanism == nullptr || mechanism->info().traits.descriptors;
    if (signals && isPair(link)) return;
    if (signals) return review.error(at + "/to", Sentence::NotifyOfMany, {{"sides_why", sidesOf(link)}});
    review.error(at + "/to", Sentence::NotifyImpossible, {{"mechanism", mechanism->info().id}});
}

// Rules are kept by the ends of our own programs; a command makes its own calls.
void reviewForeign(Review& review, const LinkSpec& link, const std::string& at, const LinkRules& rules) {
    if (!review.hasForeignEnd(link)) return;
    const auto refuse = [&](bool asked, const char* field) {
        if (asked) review.error(at + field, Sentence::CommandKeepsNoRule);
    };
    refuse(rules.countsPlaces(), "/capacity/messages");
    refuse(link.unbounded, "/capacity/unbounded");
    refuse(link.policy == ReceivePolicy::OneAtATime || link.policy == ReceivePolicy::RoundRobin, "/policy");
    refuse(link.naming != Naming::Indirect, "/naming");
}

void reviewOwner(Review& review, const LinkSpec& link, const std::string& at) {
    if (link.owner.empty()) return;
    if (link.owner != kSystemOwner) {
        if (review.process(link.owner) != nullptr) return;
        return review.error(at + "/owner", withSuggestion(say(Sentence::NoOwner, {{"quoted", quote(link.owner)}}),
                                                          link.owner, review.processNames()));
    }
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.persistence != Persistence::Process) return;
    std::string others;
    for (const Mechanism* other : allMechanisms()) {
        if (other->info().traits.persistence == Persistence::Process) continue;
        others.append(others.empty() ? "" : ", ").append(other->info().id);
    }
    review.error(at + "/owner", Sentence::SystemCannotOwn, {{"mechanism", mechanism->info().id}, {"others", others}});
}

}  // namespace

void reviewRules(Review& review, const LinkSpec& link, const std::string& at) {
    const LinkRules rules = rulesOf(link);
    reviewNaming(review, link, at);
    reviewPolicy(review, link, at);
    reviewCapacity(review, link, at, rules);
    reviewNotify(review, link, at);
    reviewForeign(review, link, at, rules);
    reviewOwner(review, link, at);
}

}  // namespace ipclab
