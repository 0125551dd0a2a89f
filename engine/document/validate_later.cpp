// Processes that do not start with the run: whoever is there must not depend on them, and must let them in.
#include <algorithm>

#include "document/validation_rules.h"
#include "links/registry.h"

namespace ipclab {

namespace {

std::string joinable() {
    std::vector<std::string_view> ids;
    for (const Mechanism* mechanism : allMechanisms()) {
        if (mechanism->info().traits.joins) ids.push_back(mechanism->info().id);
    }
    return listed(ids);
}

bool hasEndOf(const std::vector<EndSpec>& ends, const std::string& process) {
    return std::ranges::find(ends, process, &EndSpec::process) != ends.end();
}

void reviewLaterLink(Review& review, const LinkSpec& link, const std::string& process, const std::string& at) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism != nullptr && !mechanism->info().traits.joins) {
        review.error(at, Sentence::LaterCannotJoin,
                     {{"mechanism", link.mechanism}, {"link", quote(link.name)}, {"known", joinable()}});
    }
    const auto isLater = [&](const EndSpec& end) {
        const ProcessSpec* spec = review.process(end.process);
        return spec != nullptr && spec->startsLater;
    };
    for (const bool sends : {true, false}) {
        const std::vector<EndSpec>& ends = sends ? link.senders : link.receivers;
        if (!hasEndOf(ends, process) || !std::ranges::all_of(ends, isLater)) continue;
        review.error(at, sends ? Sentence::LaterSenders : Sentence::LaterReceivers, {{"link", quote(link.name)}});
    }
}

}  // namespace

void reviewLater(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!process.startsLater) return;
    const std::string here = at + "/starts_later";
    if (process.launch == LaunchMethod::QProcess) review.error(here, Sentence::LaterOfWindow);
    const Experiment& all = review.looking({Look::Processes, Look::Links, Look::Shared});
    if (std::ranges::all_of(all.processes, &ProcessSpec::startsLater)) review.error(here, Sentence::LaterEverybody);
    for (const LinkSpec& link : all.links) {
        if (hasEndOf(link.senders, process.name) || hasEndOf(link.receivers, process.name))
            reviewLaterLink(review, link, process.name, here);
    }
    for (const SharedSpec& shared : all.shared) {
        if (std::ranges::find(shared.processes, process.name) != shared.processes.end())
            review.error(here, Sentence::LaterWithShared, {{"object", shared.name}});
    }
}

}  // namespace ipclab
