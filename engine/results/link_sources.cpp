#include "results/link_sources.h"

#include <algorithm>

#include "core/sentences.h"
#include "links/registry.h"

namespace ipclab {

namespace {

std::string commandAt(const RunData& data, const LinkData& link, PortRole role) {
    for (const PortData& port : link.ports) {
        if (port.role != role || port.process >= data.processes.size()) continue;
        if (data.processes[port.process].foreign) return data.processes[port.process].name;
    }
    return {};
}

FigureSource unknown(UnknownWhy why, std::string process) { return {SourceKind::NotKnown, why, std::move(process)}; }

bool isAlone(const RunData& data, const LinkData& link, PortRole role) {
    const auto portsOf = [&](std::uint32_t process) {
        std::ptrdiff_t count = 0;
        for (const LinkData& each : data.links) {
            count += std::ranges::count_if(
                each.ports, [&](const PortData& port) { return port.process == process && port.role == role; });
        }
        return count;
    };
    return std::ranges::count(link.ports, role, &PortData::role) == 1 &&
           std::ranges::any_of(link.ports,
                               [&](const PortData& port) { return port.role == role && portsOf(port.process) == 1; });
}

}  // namespace

FigureSource messagesSource(const RunData& data, const LinkData& link) {
    if (!link.foreignReceiver) {
        if (link.messagesKnown()) return {};
        return unknown(UnknownWhy::NoMessages, commandAt(data, link, PortRole::Sender));
    }
    if (!link.foreignSender) return {SourceKind::BySender, UnknownWhy::None, commandAt(data, link, PortRole::Receiver)};
    return unknown(UnknownWhy::NobodyCounts, commandAt(data, link, PortRole::Sender));
}

FigureSource bytesSource(const RunData& data, const LinkData& link) {
    if (!link.foreignReceiver) return {};
    if (!link.foreignSender) return {SourceKind::BySender, UnknownWhy::None, commandAt(data, link, PortRole::Receiver)};
    const std::string command = commandAt(data, link, PortRole::Sender);
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism != nullptr && !mechanism->info().traits.descriptors) return unknown(UnknownWhy::NotByIo, command);
    const bool single = std::ranges::count(link.ports, PortRole::Sender, &PortData::role) == 1 &&
                        std::ranges::count(link.ports, PortRole::Receiver, &PortData::role) == 1;
    if (!single || (!isAlone(data, link, PortRole::Sender) && !isAlone(data, link, PortRole::Receiver)))
        return unknown(UnknownWhy::SeveralLinks, command);
    if (data.startNs != 0 && !link.flowKnown && data.endNs != 0) return unknown(UnknownWhy::NotReadable, command);
    return {SourceKind::ByProcIo, UnknownWhy::None, command};
}

FigureSource latencySource(const RunData& data, const LinkData& link) {
    if (link.foreignReceiver) return unknown(UnknownWhy::ReceiverSilent, commandAt(data, link, PortRole::Receiver));
    if (!link.foreignSender || link.latency.count > 0) return {};
    return unknown(link.messagesKnown() ? UnknownWhy::NoStamps : UnknownWhy::NoMessages,
                   commandAt(data, link, PortRole::Sender));
}

std::string inWords(const FigureSource& source) {
    switch (source.kind) {
        case SourceKind::Counted:
            return say(Sentence::Counted);
        case SourceKind::BySender:
            return say(Sentence::CountedBySender);
        case SourceKind::ByProcIo:
            return say(Sentence::CountedByProcIo);
        case SourceKind::NotKnown:
            break;
    }
    switch (source.why) {
        case UnknownWhy::NoMessages:
            return say(Sentence::NoMessagesWritten, {{"process", source.process}});
        case UnknownWhy::NobodyCounts:
            return say(Sentence::NobodyCounts);
        case UnknownWhy::ReceiverSilent:
            return say(Sentence::ReceiverSilent, {{"process", source.process}});
        case UnknownWhy::SeveralLinks:
            return say(Sentence::SeveralLinks);
        case UnknownWhy::NotByIo:
            return say(Sentence::NotByIo);
        case UnknownWhy::NotReadable:
            return say(Sentence::IoUnreadable);
        case UnknownWhy::NoStamps:
            return say(Sentence::NoStamps);
        case UnknownWhy::None:
            break;
    }
    return say(Sentence::NotKnown);
}

}  // namespace ipclab
