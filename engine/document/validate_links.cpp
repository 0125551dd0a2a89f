#include <unistd.h>

#include <algorithm>
#include <set>

#include "document/limits.h"
#include "document/validation_rules.h"
#include "links/queue_memory.h"
#include "links/registry.h"
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

void reviewName(Review& review, const LinkSpec& link, const std::string& at) {
    if (!isLinkName(link.name)) {
        review.error(at + "/name", Sentence::LinkNameWrong,
                     {{"quoted", quote(link.name)}, {"most", limits::kLinkNameBytes}});
    } else if (review.link(link.name) != &link) {
        review.error(at + "/name", Sentence::SecondLink, {{"quoted", quote(link.name)}});
    }
}

// --- ends -------------------------------------------------------------------------------------------------------

// One side of a link: its ends and how the document and people call it.
struct Side {
    const std::vector<EndSpec>& ends;
    std::string_view field;  // "from", "to"
};

// A lone end is written without its array.
std::string endPointer(const Side& side, const std::string& at, std::size_t index) {
    const std::string pointer = at + "/" + std::string(side.field);
    return side.ends.size() == 1 ? pointer : pointer + "/" + std::to_string(index);
}

void reviewAttach(Review& review, const EndSpec& end, const ProgramInfo& info, const std::string& pointer) {
    if (!info.foreign) {
        if (end.attach == Attach::Auto) return;
        return review.warn(pointer + "/attach", Sentence::OnlyCommandAttached,
                           {{"quoted", quote(end.process)}, {"program", info.id}});
    }
    if (end.mode == EndMode::Blocking && !end.timeoutNs && end.spinNs == 0) return;
    review.warn(pointer, Sentence::CommandCallsItself);
}

void reviewMode(Review& review, const EndSpec& end, const std::string& pointer, const Mechanism* mechanism) {
    if (end.mode == EndMode::Poll && mechanism != nullptr && !mechanism->info().traits.pollable) {
        review.error(pointer + "/mode", Sentence::NotPollable,
                     {{"mechanism", mechanism->info().id},
                      {"others", oneOf(mechanismsWith([](const Traits& traits) { return traits.pollable; }))}});
    }
    if (end.mode == EndMode::Blocking) return;
    if (end.timeoutNs) {
        review.warn(pointer + "/timeout_ms", Sentence::TimeoutUnused);
    }
    if (end.spinNs > 0) {
        review.warn(pointer + "/spin_us", Sentence::SpinUnused);
    }
}

// Why an end cannot say this, when the mechanism has no such thing.
void reviewTrait(Review& review, const std::string& pointer, const Mechanism& mechanism, Sentence otherwise,
                 bool (*has)(const Traits&)) {
    if (has(mechanism.info().traits)) return;
    review.error(pointer, otherwise, {{"mechanism", mechanism.info().id}, {"others", oneOf(mechanismsWith(has))}});
}

void reviewPriority(Review& review, const EndSpec& end, bool sends, const std::string& pointer,
                    const Mechanism& mechanism) {
    if (!end.priority) return;
    const std::string at = pointer + "/priority";
    if (!sends) return review.error(at, Sentence::ReceiverHasNoPriority);
    reviewTrait(review, at, mechanism, Sentence::MessagesHaveNoPriority,
                [](const Traits& t) { return t.ordering == Ordering::Priority; });
    const long levels = ::sysconf(_SC_MQ_PRIO_MAX);
    if (levels <= 0 || *end.priority < static_cast<unsigned long>(levels)) return;
    review.error(at, Sentence::PriorityTooHigh, {{"priority", *end.priority}, {"highest", levels - 1}});
}

void reviewType(Review& review, const EndSpec& end, bool sends, const std::string& pointer,
                const Mechanism& mechanism) {
    if (!end.type) return;
    reviewTrait(review, pointer + "/type", mechanism, Sentence::MessagesHaveNoType,
                [](const Traits& t) { return t.types; });
    if (!sends || *end.type >= 1) return;
    review.error(pointer + "/type", Sentence::SenderTypeTooLow, {{"type", *end.type}});
}

void reviewLaunch(Review& review, const ProcessSpec& process, const std::string& pointer, const Mechanism& mechanism) {
    if (!mechanism.info().traits.execOnly || process.launch != LaunchMethod::Fork) return;
    review.error(pointer, Sentence::ExecOnly, {{"quoted", quote(process.name)}, {"mechanism", mechanism.info().id}});
}

void reviewEnd(Review& review, const EndSpec& end, bool sends, const std::string& pointer, const Mechanism* mechanism) {
    if (review.process(end.process) == nullptr) return review.error(pointer, noProcess(review, end.process));
    reviewMode(review, end, pointer, mechanism);
    if (mechanism != nullptr) {
        reviewLaunch(review, *review.process(end.process), pointer, *mechanism);
        reviewPriority(review, end, sends, pointer, *mechanism);
        reviewType(review, end, sends, pointer, *mechanism);
    }
    const ProgramInfo* info = review.programOf(end.process);
    if (info == nullptr) return;
    reviewAttach(review, end, *info, pointer);
    const auto isUsable = [](const Traits& traits) { return traits.descriptors || traits.named; };
    if (!info->foreign || mechanism == nullptr || isUsable(mechanism->info().traits)) return;
    review.error(pointer, Sentence::CommandCannotUse,
                 {{"quoted", quote(end.process)},
                  {"mechanism", mechanism->info().id},
                  {"others", oneOf(mechanismsWith(isUsable))}});
}

void reviewSide(Review& review, const Side& side, const std::string& at, const Mechanism* mechanism) {
    if (side.ends.empty()) {
        review.error(at + "/" + std::string(side.field),
                     side.field == "from" ? Sentence::NoSenders : Sentence::NoReceivers);
    }
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < side.ends.size(); ++i) {
        const std::string pointer = endPointer(side, at, i);
        if (!seen.insert(side.ends[i].process).second) {
            review.error(pointer, Sentence::TwiceOnThisSide, {{"quoted", quote(side.ends[i].process)}});
        }
        reviewEnd(review, side.ends[i], side.field == "from", pointer, mechanism);
    }
}

// --- what the mechanism can do ----------------------------------------------------------------------------------

void reviewMany(Review& review, const Side& side, const std::string& at, bool allowed, const Mechanism& mechanism,
                bool (*condition)(const Traits&)) {
    if (allowed || side.ends.size() < 2) return;
    review.error(at + "/" + std::string(side.field),
                 side.field == "from" ? Sentence::TakesOneSender : Sentence::TakesOneReceiver,
                 {{"count", side.ends.size()},
                  {"mechanism", mechanism.info().id},
                  {"others", oneOf(mechanismsWith(condition))}});
}

bool hasWire(const Traits& traits) { return traits.wire; }

std::string refusalPointer(const LinkSpec& link, const std::string& at) {
    if (link.wire && !link.capacityMessages) return at + "/wire";
    if (link.capacityBytes && link.capacityMessages) return at + "/capacity";
    if (link.capacityBytes) return at + "/capacity/bytes";
    return at + (link.capacityMessages ? "/capacity/messages" : "/mechanism");
}

// False: nothing more can be said of the mechanism.
bool reviewSync(Review& review, const LinkSpec& link, const std::string& at, const Mechanism& mechanism) {
    if (link.sync.empty()) return true;
    if (mechanism.info().family != Family::SharedMemory) {
        std::vector<std::string_view> memories;
        for (const Mechanism* other : allMechanisms()) {
            if (other->info().family == Family::SharedMemory) memories.push_back(other->info().id);
        }
        review.error(at + "/sync", Sentence::SystemSynchronises,
                     {{"mechanism", mechanism.info().id}, {"others", oneOf(memories)}});
        return false;
    }
    if (findPrimitive(link.sync) != nullptr) return true;
    std::vector<std::string_view> known;
    for (const Primitive* primitive : allPrimitives()) known.push_back(primitive->info().id);
    review.error(at + "/sync",
                 withSuggestion(say(Sentence::NoPrimitive, {{"quoted", quote(link.sync)}}), link.sync, known));
    return false;
}

void reviewMechanism(Review& review, const LinkSpec& link, const LinkRequest& spec, const std::string& at,
                     const Mechanism& mechanism) {
    const Availability availability = mechanism.availability();
    if (!availability.available) {
        return review.lacks(at + "/mechanism", Sentence::NotAvailable,
                            {{"mechanism", mechanism.info().id}, {"why", availability.reason}});
    }
    const Traits& traits = mechanism.info().traits;
    reviewMany(review, {link.senders, "from"}, at, traits.manySenders, mechanism,
               [](const Traits& other) { return other.manySenders; });
    reviewMany(review, {link.receivers, "to"}, at, traits.manyReceivers, mechanism,
               [](const Traits& other) { return other.manyReceivers; });
    if (!reviewSync(review, link, at, mechanism)) return;
    if (link.wire && !hasWire(traits)) {
        return review.error(at + "/wire", Sentence::HasNoWire,
                            {{"mechanism", mechanism.info().id}, {"others", oneOf(mechanismsWith(hasWire))}});
    }
    const Refusal refusal = mechanism.refusal(spec);
    if (refusal.empty()) return;
    if (refusal.ofMachine) return review.lacks(refusalPointer(link, at), refusal);
    review.error(refusalPointer(link, at), refusal);
}

// --- two directions of one object --------------------------------------------------------------------------------

bool isLone(const LinkSpec& link) { return link.senders.size() == 1 && link.receivers.size() == 1; }

// Why the two cannot be one object; empty: they can.
std::string pairObstacle(const LinkSpec& back, const LinkSpec& forth) {
    if (!forth.reverseOf.empty()) return say(Sentence::IsItselfReverse, {{"quoted", quote(forth.name)}});
    if (forth.mechanism != back.mechanism) {
        return say(Sentence::TwoMechanisms,
                   {{"quoted", quote(forth.name)}, {"forth", forth.mechanism}, {"back", back.mechanism}});
    }
    if (!isLone(forth) || !isLone(back)) return say(Sentence::BothWaysOneEach);
    if (forth.senders[0].process != back.receivers[0].process ||
        forth.receivers[0].process != back.senders[0].process) {
        return say(Sentence::EndsNotExchanged, {{"quoted", quote(forth.name)},
                                                {"from", quote(forth.receivers[0].process)},
                                                {"to", quote(forth.senders[0].process)}});
    }
    return {};
}

bool carriesBothWays(const Traits& traits) { return traits.direction != Direction::OneWay; }

void reviewReverse(Review& review, const LinkSpec& link, const std::string& at, const Mechanism* mechanism) {
    if (link.reverseOf.empty()) {
        if (link.duplex == Duplex::Half) review.error(at + "/duplex", Sentence::OnlyReverseTakesTurns);
        return;
    }
    const LinkSpec* forth = review.link(link.reverseOf);
    if (forth == nullptr) {
        const std::string what = say(Sentence::NoLink, {{"quoted", quote(link.reverseOf)}});
        return review.error(at + "/reverse_of", withSuggestion(what, link.reverseOf, review.linkNames()));
    }
    if (forth == &link) return review.error(at + "/reverse_of", Sentence::ReverseOfItself);
    if (review.reverse(forth->name) != &link) {
        return review.error(at + "/reverse_of", Sentence::HasReverseAlready, {{"quoted", quote(forth->name)}});
    }
    if (link.duplex == Duplex::Half && review.hasForeignEnd(link)) {
        review.error(at + "/duplex", Sentence::CommandTakesNoTurns);
    }
    const std::string obstacle = pairObstacle(link, *forth);
    if (!obstacle.empty()) review.error(at + "/reverse_of", obstacle);
    if (mechanism != nullptr && !carriesBothWays(mechanism->info().traits)) {
        review.error(at + "/reverse_of", Sentence::CarriesOneDirection,
                     {{"mechanism", link.mechanism}, {"others", oneOf(mechanismsWith(carriesBothWays))}});
    }
    if (link.capacityBytes || link.capacityMessages) {
        review.error(at + "/capacity", Sentence::CapacityIsThere, {{"quoted", quote(forth->name)}});
    }
    if (!link.owner.empty()) {
        review.error(at + "/owner", Sentence::OwnerIsThere, {{"quoted", quote(forth->name)}});
    }
}

}  // namespace

void reviewLink(Review& review, const LinkSpec& link, const LinkRequest& spec) {
    const std::string at;
    reviewName(review, link, at);
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr) {
        review.error(at + "/mechanism",
                     withSuggestion(say(Sentence::NoMechanism, {{"quoted", quote(link.mechanism)}}), link.mechanism,
                                    mechanismsWith([](const Traits&) { return true; })));
    }
    reviewSide(review, {link.senders, "from"}, at, mechanism);
    reviewSide(review, {link.receivers, "to"}, at, mechanism);
    if (mechanism != nullptr) reviewMechanism(review, link, spec, at, *mechanism);
    reviewRules(review, link, at);
    reviewServedLink(review, link, at, mechanism);
    reviewTcp(review, link, at);
    reviewReverse(review, link, at, mechanism);
}

// --- commands and their two standard streams --------------------------------------------------------------------

void reviewStdio(Review& review) {
    std::map<std::pair<std::string_view, std::string_view>, std::string> taken;
    const auto& links = review.looking({Look::Links}).links;
    for (std::size_t i = 0; i < links.size(); ++i) {
        for (const Side& side : {Side{links[i].senders, "from"}, Side{links[i].receivers, "to"}}) {
            for (std::size_t end = 0; end < side.ends.size(); ++end) {
                if (side.ends[end].attach != Attach::Stdio) continue;
                const std::string pointer = endPointer(side, elementPointer("links", i), end) + "/attach";
                const auto [first, fresh] = taken.try_emplace({side.ends[end].process, side.field}, pointer);
                if (fresh) continue;
                review.error(pointer, side.field == "from" ? Sentence::OutputTaken : Sentence::InputTaken,
                             {{"quoted", quote(side.ends[end].process)}, {"place", first->second}});
            }
        }
    }
}

// --- message queues together ------------------------------------------------------------------------------------

void reviewQueueMemory(Review& review, const std::vector<LinkRequest>& specs) {
    const auto& links = review.looking({Look::Links}).links;
    const std::uint64_t limit = queueMemoryLimit();
    std::uint64_t bytes = 0;
    std::size_t queues = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].mechanism != "posix-mq" || !links[i].reverseOf.empty()) continue;
        const std::uint64_t own = queueMemoryBytes(specs[i]);
        bytes += std::min(own, ~bytes);
        // One that is too large alone has been told of already.
        if (++queues < 2 || own > limit || bytes <= limit) continue;
        return review.lacks(refusalPointer(links[i], elementPointer("links", i)), Sentence::QueuesTogether,
                            {{"bytes", bytes}, {"limit", limit}});
    }
}

}  // namespace ipclab
