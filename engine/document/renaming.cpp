#include "document/renaming.h"

#include <algorithm>

#include "document/experiment_json.h"

namespace ipclab {
namespace {

std::string nameByEnds(const LinkSpec& link) {
    if (link.senders.empty() || link.receivers.empty()) return {};
    return defaultLinkName(link.senders.front().process, link.receivers.front().process);
}

bool isMeant(const auto& list, std::uint32_t index) {
    const auto first = std::ranges::find(list, list[index].name, &std::decay_t<decltype(list[index])>::name);
    return first == list.begin() + index;
}

void renameLink(Experiment& experiment, std::uint32_t index, const std::string& name) {
    const bool meant = isMeant(experiment.links, index);
    const std::string former = std::exchange(experiment.links[index].name, name);
    if (!meant || former.empty()) return;
    for (LinkSpec& link : experiment.links) {
        if (link.reverseOf == former) link.reverseOf = name;
    }
    for (Step& step : experiment.steps) {
        if (step.link == former) step.link = name;
    }
}

// Called by other ends than before, where it was called by its ends.
void callByEnds(Experiment& experiment, std::uint32_t index, const std::string& formerly) {
    const LinkSpec& link = experiment.links[index];
    const std::string now = nameByEnds(link);
    if (link.name != formerly || now.empty() || now == formerly) return;
    if (std::ranges::find(experiment.links, now, &LinkSpec::name) == experiment.links.end())
        renameLink(experiment, index, now);
}

void renameProcess(Experiment& experiment, std::uint32_t index, const std::string& name) {
    const bool meant = isMeant(experiment.processes, index);
    const std::string former = std::exchange(experiment.processes[index].name, name);
    if (!meant || former == name) return;
    const auto rename = [&](std::string& where) {
        if (where == former) where = name;
    };
    for (std::uint32_t i = 0; i < experiment.links.size(); ++i) {
        LinkSpec& link = experiment.links[i];
        const std::string called = nameByEnds(link);
        for (EndSpec& end : link.senders) rename(end.process);
        for (EndSpec& end : link.receivers) rename(end.process);
        if (former != kSystemOwner) rename(link.owner);
        callByEnds(experiment, i, called);
    }
    for (SharedSpec& shared : experiment.shared) std::ranges::for_each(shared.processes, rename);
    for (Step& step : experiment.steps) rename(step.process);
}

}  // namespace

void follow(Experiment& experiment, Part::Kind kind, std::uint32_t index, const std::string& name) {
    if (kind == Part::Kind::Process) renameProcess(experiment, index, name);
    if (kind == Part::Kind::Link) renameLink(experiment, index, name);
    if (kind == Part::Kind::Shared) experiment.shared[index].name = name;
}

void replaceLink(Experiment& experiment, std::uint32_t index, LinkSpec link) {
    const std::string called = nameByEnds(experiment.links[index]);
    experiment.links[index] = std::move(link);
    callByEnds(experiment, index, called);
}

}  // namespace ipclab
