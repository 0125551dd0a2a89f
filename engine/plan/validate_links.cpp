#include <unistd.h>

#include <algorithm>
#include <set>

#include "links/queue_memory.h"
#include "links/registry.h"
#include "plan/layout.h"
#include "plan/limits.h"
#include "plan/validation_rules.h"
#include "sync/registry.h"

namespace ipclab {

namespace {

constexpr std::string_view kArrow = "→";

// All mechanisms for which the condition holds, by id.
std::vector<std::string_view> mechanismsWith(bool (*condition)(const Traits&)) {
    std::vector<std::string_view> ids;
    for (const Mechanism* mechanism : allMechanisms()) {
        if (condition(mechanism->info().traits)) ids.push_back(mechanism->info().id);
    }
    return ids;
}

std::string oneOf(const std::vector<std::string_view>& ids) {
    std::string text;
    for (const auto& id : ids) text.append(text.empty() ? "" : ", ").append(id);
    return text;
}

// A process name's characters, and arrows as in the names made from two of them.
bool isLinkName(std::string_view name) {
    if (name.empty() || name.size() > limits::kLinkNameBytes) return false;
    std::string plain(name);
    for (std::size_t at = plain.find(kArrow); at != plain.npos; at = plain.find(kArrow))
        plain.replace(at, kArrow.size(), "-");
    for (std::size_t at = 0; at < plain.size(); at += limits::kNameCharacters) {
        if (!isProcessName(std::string_view(plain).substr(at, limits::kNameCharacters))) return false;
    }
    return true;
}

void reviewName(Review& review, const LinkPlan& link, const std::string& at, std::set<std::string_view>& seen) {
    if (!isLinkName(link.name)) {
        review.error(at + "/name", "found " + quote(link.name) +
                                       ", expected letters (a-z, A-Z), digits, '-', '_', '.' "
                                       "or '→', at most " +
                                       std::to_string(limits::kLinkNameBytes) + " bytes. Rename it");
    } else if (!seen.insert(link.name).second) {
        review.error(at + "/name",
                     "a second link is named " + quote(link.name) + "; expected a name of its own. Give it a \"name\"");
    }
}

// --- ends -------------------------------------------------------------------------------------------------------

// One side of a link: its ends and how the document and people call it.
struct Side {
    const std::vector<EndSpec>& ends;
    std::string_view field;  // "from", "to"
    std::string_view noun;   // "senders", "receivers"
};

// A lone end is written without its array.
std::string endPointer(const Side& side, const std::string& at, std::size_t index) {
    const std::string pointer = at + "/" + std::string(side.field);
    return side.ends.size() == 1 ? pointer : pointer + "/" + std::to_string(index);
}

void reviewAttach(Review& review, const EndSpec& end, const ProgramInfo& info, const std::string& pointer) {
    if (!info.foreign) {
        if (end.attach == Attach::Auto) return;
        return review.warn(pointer + "/attach", "only a command is attached; " + quote(end.process) + " is a " +
                                                    std::string(info.id) + ". Remove it");
    }
    if (end.mode == EndMode::Blocking && !end.timeoutNs && end.spinNs == 0) return;
    review.warn(pointer, "mode, timeout_ms and spin_us do not reach a command: it makes its own calls. Remove them");
}

void reviewMode(Review& review, const EndSpec& end, const std::string& pointer, const Mechanism* mechanism) {
    if (end.mode == EndMode::Poll && mechanism != nullptr && !mechanism->info().traits.pollable) {
        review.error(pointer + "/mode",
                     "found \"poll\", and " + std::string(mechanism->info().id) +
                         " has no descriptor that poll(2) could wait for. Choose \"blocking\" or "
                         "\"nonblocking\", or use one of: " +
                         oneOf(mechanismsWith([](const Traits& traits) { return traits.pollable; })));
    }
    if (end.mode == EndMode::Blocking) return;
    if (end.timeoutNs) {
        review.warn(pointer + "/timeout_ms", "only a call that blocks has a timeout: this one is not used. Remove it");
    }
    if (end.spinNs > 0) {
        review.warn(pointer + "/spin_us", "only a call that blocks spins before it sleeps. Remove it");
    }
}

// Why an end cannot say this, when the mechanism has no such thing.
void reviewTrait(Review& review, const std::string& pointer, const Mechanism& mechanism, std::string_view what,
                 bool (*has)(const Traits&)) {
    if (has(mechanism.info().traits)) return;
    review.error(pointer, "messages of " + std::string(mechanism.info().id) + " have no " + std::string(what) +
                              ". Remove it, or use one of: " + oneOf(mechanismsWith(has)));
}

void reviewPriority(Review& review, const EndSpec& end, bool sends, const std::string& pointer,
                    const Mechanism& mechanism) {
    if (!end.priority) return;
    const std::string at = pointer + "/priority";
    if (!sends) return review.error(at, "a receiver has no priority: the senders say it. Move it to \"from\"");
    reviewTrait(review, at, mechanism, "priority", [](const Traits& t) { return t.ordering == Ordering::Priority; });
    const long levels = ::sysconf(_SC_MQ_PRIO_MAX);
    if (levels <= 0 || *end.priority < static_cast<unsigned long>(levels)) return;
    review.error(at, "found " + std::to_string(*end.priority) + ", and this system has the priorities 0 to " +
                         std::to_string(levels - 1) + " (MQ_PRIO_MAX). Lower it");
}

void reviewType(Review& review, const EndSpec& end, bool sends, const std::string& pointer,
                const Mechanism& mechanism) {
    if (!end.type) return;
    reviewTrait(review, pointer + "/type", mechanism, "type", [](const Traits& t) { return t.types; });
    if (!sends || *end.type >= 1) return;
    review.error(pointer + "/type", "found " + std::to_string(*end.type) +
                                        ", expected at least 1: only a receiver chooses by 0 or below. Raise it");
}

void reviewEnd(Review& review, const EndSpec& end, bool sends, const std::string& pointer, const Mechanism* mechanism) {
    if (review.process(end.process) == nullptr) {
        return review.error(
            pointer, "there is no process " + quote(end.process) + suggestion(end.process, review.processNames()));
    }
    reviewMode(review, end, pointer, mechanism);
    if (mechanism != nullptr) {
        reviewPriority(review, end, sends, pointer, *mechanism);
        reviewType(review, end, sends, pointer, *mechanism);
    }
    const ProgramInfo* info = review.programOf(end.process);
    if (info == nullptr) return;
    reviewAttach(review, end, *info, pointer);
    const auto isUsable = [](const Traits& traits) { return traits.descriptors || traits.named; };
    if (!info->foreign || mechanism == nullptr || isUsable(mechanism->info().traits)) return;
    const auto others = mechanismsWith(isUsable);
    review.error(
        pointer,
        "the command " + quote(end.process) + " cannot use " + std::string(mechanism->info().id) +
            ": its ends are no descriptors that a foreign program could read and write, and it has no name to be "
            "found by. Use one of: " + oneOf(others));
}

void reviewSide(Review& review, const Side& side, const std::string& at, const Mechanism* mechanism) {
    if (side.ends.empty()) {
        review.error(at + "/" + std::string(side.field),
                     "found no " + std::string(side.noun) + ", expected at least one. Name a process");
    }
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < side.ends.size(); ++i) {
        const std::string pointer = endPointer(side, at, i);
        if (!seen.insert(side.ends[i].process).second) {
            review.error(pointer, quote(side.ends[i].process) + " is named twice on this side. Remove one of them");
        }
        reviewEnd(review, side.ends[i], side.field == "from", pointer, mechanism);
    }
}

// --- what the mechanism can do ----------------------------------------------------------------------------------

void reviewMany(Review& review, const Side& side, const std::string& at, bool allowed, const Mechanism& mechanism,
                bool (*condition)(const Traits&)) {
    if (allowed || side.ends.size() < 2) return;
    review.error(at + "/" + std::string(side.field),
                 "found " + std::to_string(side.ends.size()) + " " + std::string(side.noun) + ", and " +
                     std::string(mechanism.info().id) +
                     " takes one. Name one, or use one of: " + oneOf(mechanismsWith(condition)));
}

std::string refusalPointer(const LinkPlan& link, const std::string& at) {
    if (link.capacityBytes && link.capacityMessages) return at + "/capacity";
    if (link.capacityBytes) return at + "/capacity/bytes";
    return at + (link.capacityMessages ? "/capacity/messages" : "/mechanism");
}

// False: nothing more can be said of the mechanism.
bool reviewSync(Review& review, const LinkPlan& link, const std::string& at, const Mechanism& mechanism) {
    if (link.sync.empty()) return true;
    const std::string id(mechanism.info().id);
    if (mechanism.info().family != Family::SharedMemory) {
        std::vector<std::string_view> memories;
        for (const Mechanism* other : allMechanisms()) {
            if (other->info().family == Family::SharedMemory) memories.push_back(other->info().id);
        }
        review.error(
            at + "/sync",
            "the system synchronises the ends of " + id +
                "; only those of shared memory do it themselves. Remove \"sync\", or use one of: " + oneOf(memories));
        return false;
    }
    if (findPrimitive(link.sync) != nullptr) return true;
    std::vector<std::string_view> known;
    for (const Primitive* primitive : allPrimitives()) known.push_back(primitive->info().id);
    review.error(at + "/sync",
                 "there is no primitive of synchronisation " + quote(link.sync) + suggestion(link.sync, known));
    return false;
}

void reviewMechanism(Review& review, const LinkPlan& link, const LinkSpec& spec, const std::string& at,
                     const Mechanism& mechanism) {
    const Availability availability = mechanism.availability();
    if (!availability.available) {
        return review.lacks(at + "/mechanism", std::string(mechanism.info().id) +
                                                   " is not available on this machine: " + availability.reason);
    }
    const Traits& traits = mechanism.info().traits;
    reviewMany(review, {link.senders, "from", "senders"}, at, traits.manySenders, mechanism,
               [](const Traits& other) { return other.manySenders; });
    reviewMany(review, {link.receivers, "to", "receivers"}, at, traits.manyReceivers, mechanism,
               [](const Traits& other) { return other.manyReceivers; });
    if (!reviewSync(review, link, at, mechanism)) return;
    const Refusal refusal = mechanism.refusal(spec);
    if (refusal.empty()) return;
    if (refusal.ofMachine) return review.lacks(refusalPointer(link, at), refusal);
    review.error(refusalPointer(link, at), refusal);
}

// --- two directions of one object --------------------------------------------------------------------------------

bool isLone(const LinkPlan& link) { return link.senders.size() == 1 && link.receivers.size() == 1; }

// Why the two cannot be one object; empty: they can.
std::string pairObstacle(const LinkPlan& back, const LinkPlan& forth) {
    if (!forth.reverseOf.empty()) return quote(forth.name) + " is itself the reverse of another link. Name that one";
    if (forth.mechanism != back.mechanism) {
        return quote(forth.name) + " is a " + forth.mechanism + ", and this is a " + back.mechanism +
               "; expected one mechanism for both. Change one of them";
    }
    if (!isLone(forth) || !isLone(back)) return "an object used both ways has one sender and one receiver each way";
    if (forth.senders[0].process != back.receivers[0].process ||
        forth.receivers[0].process != back.senders[0].process) {
        return "expected the ends of " + quote(forth.name) + " exchanged: from " + quote(forth.receivers[0].process) +
               " to " + quote(forth.senders[0].process);
    }
    return {};
}

bool carriesBothWays(const Traits& traits) { return traits.direction != Direction::OneWay; }

void reviewReverse(Review& review, const LinkPlan& link, const std::string& at, const Mechanism* mechanism) {
    if (link.reverseOf.empty()) {
        if (link.duplex != Duplex::Half) return;
        return review.error(at + "/duplex",
                            "only two directions of one object can take turns. Give the link that goes "
                            "back a \"reverse_of\", and this field");
    }
    const auto& links = review.experiment.links;
    const LinkPlan* forth = findLink(review.experiment, link.reverseOf);
    if (forth == nullptr) {
        std::vector<std::string_view> names;
        for (const LinkPlan& other : links) names.push_back(other.name);
        return review.error(at + "/reverse_of",
                            "there is no link " + quote(link.reverseOf) + suggestion(link.reverseOf, names));
    }
    if (forth == &link) return review.error(at + "/reverse_of", "a link cannot be the reverse of itself");
    if (reverseLink(review.experiment, *forth) != &link) {
        return review.error(at + "/reverse_of", quote(forth->name) + " has a reverse already. Remove one of the two");
    }
    if (link.duplex == Duplex::Half && hasForeignEnd(review.experiment, link)) {
        review.error(at + "/duplex", "a command takes no turns: it makes its own calls. Remove this field");
    }
    const std::string obstacle = pairObstacle(link, *forth);
    if (!obstacle.empty()) review.error(at + "/reverse_of", obstacle);
    if (mechanism != nullptr && !carriesBothWays(mechanism->info().traits)) {
        review.error(at + "/reverse_of", "one " + link.mechanism +
                                             " carries one direction. Remove this field: two of them carry both. Or "
                                             "use one of: " +
                                             oneOf(mechanismsWith(carriesBothWays)));
    }
    if (link.capacityBytes || link.capacityMessages) {
        review.error(at + "/capacity", "the object is that of " + quote(forth->name) + ". Give the capacity there");
    }
    if (!link.owner.empty()) {
        review.error(at + "/owner", "the object is that of " + quote(forth->name) + ". Name its owner there");
    }
}

void reviewLink(Review& review, const LinkPlan& link, const LinkSpec& spec, const std::string& at) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr) {
        review.error(at + "/mechanism",
                     "there is no mechanism " + quote(link.mechanism) +
                         suggestion(link.mechanism, mechanismsWith([](const Traits&) { return true; })));
    }
    reviewSide(review, {link.senders, "from", "senders"}, at, mechanism);
    reviewSide(review, {link.receivers, "to", "receivers"}, at, mechanism);
    if (mechanism != nullptr) reviewMechanism(review, link, spec, at, *mechanism);
    reviewRules(review, link, at);
    reviewReverse(review, link, at, mechanism);
}

// --- commands and their two standard streams --------------------------------------------------------------------

void reviewStdio(Review& review) {
    std::map<std::pair<std::string_view, std::string_view>, std::string> taken;
    const auto& links = review.experiment.links;
    for (std::size_t i = 0; i < links.size(); ++i) {
        for (const Side& side : {Side{links[i].senders, "from", "output"}, Side{links[i].receivers, "to", "input"}}) {
            for (std::size_t end = 0; end < side.ends.size(); ++end) {
                if (side.ends[end].attach != Attach::Stdio) continue;
                const std::string pointer = endPointer(side, elementPointer("links", i), end) + "/attach";
                const auto [first, fresh] = taken.try_emplace({side.ends[end].process, side.noun}, pointer);
                if (fresh) continue;
                review.error(pointer, "the standard " + std::string(side.noun) + " of " +
                                          quote(side.ends[end].process) + " is taken already by " + first->second +
                                          R"(. Use "descriptor" here)");
            }
        }
    }
}

// --- message queues together ------------------------------------------------------------------------------------

void reviewQueueMemory(Review& review, const std::vector<LinkSpec>& specs) {
    const auto& links = review.experiment.links;
    const std::uint64_t limit = queueMemoryLimit();
    std::uint64_t bytes = 0;
    std::size_t queues = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].mechanism != "posix-mq" || !links[i].reverseOf.empty()) continue;
        const std::uint64_t own = queueMemoryBytes(specs[i]);
        bytes += std::min(own, ~bytes);
        // One that is too large alone has been told of already.
        if (++queues < 2 || own > limit || bytes <= limit) continue;
        return review.lacks(refusalPointer(links[i], elementPointer("links", i)),
                            "with the message queues before it this one makes " + std::to_string(bytes) +
                                " bytes, above this process's limit for all of them (RLIMIT_MSGQUEUE, " +
                                std::to_string(limit) +
                                "). Lower their capacity or message size, or raise the limit: "
                                "ulimit -q " +
                                std::to_string(bytes));
    }
}

}  // namespace

void reviewLinks(Review& review) {
    const auto& links = review.experiment.links;
    const auto specs = linkSpecs(review.experiment);
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::string at = elementPointer("links", i);
        reviewName(review, links[i], at, names);
        reviewLink(review, links[i], specs[i], at);
    }
    reviewStdio(review);
    reviewQueueMemory(review, specs);
}

}  // namespace ipclab
