// The tables of the document's objects. Private to this room.
#pragma once

#include "document/experiment.h"
#include "document/json_fields.h"

namespace ipclab {

struct Capacity {
    std::optional<std::uint64_t> bytes;
    std::optional<std::uint64_t> messages;
    bool unbounded = false;
    std::optional<std::uint64_t> limitBytes;
};

std::span<const Field<ProcessSpec>> processFields();
std::span<const Field<ResourceLimits>> limitFields();
std::span<const Field<Capacity>> capacityFields();
std::span<const Field<HostWire>> wireFields();
std::span<const Field<EndSpec>> endFields();
std::span<const Field<KeepAlive>> keepAliveFields();
std::span<const Field<LinkSpec>> tcpFields();  // among those of a link
std::span<const Field<LinkSpec>> linkFields();
std::span<const Field<SharedSpec>> sharedFields();
std::span<const Field<Step>> stepFields();
std::span<const Field<SafetyLimits>> safetyFields();
std::span<const Field<Experiment>> experimentFields();

// How a process of this program is made when the document does not say: a foreign command is always exec'd.
LaunchMethod defaultLaunch(std::string_view program);

}  // namespace ipclab
