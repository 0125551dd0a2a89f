// The ends of an experiment's links: who has them, and what is said of a link by who is at its ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/shared_counters.h"
#include "document/experiment.h"

namespace ipclab {

struct PortPlace {
    std::uint32_t process = 0;
    std::uint32_t link = 0;
    PortRole role = PortRole::Sender;
    unsigned indexInLink = 0;  // among the link's ends of the same role
};

// In the order of the links; of each first the senders, then the receivers. Expects a valid experiment.
std::vector<PortPlace> portsOf(const Experiment& experiment);

std::optional<std::uint32_t> processIndex(const Experiment& experiment, std::string_view name);

// Is this link's other side, or this side, a foreign command, so that messages cannot be counted on both?
bool hasForeignEnd(const Experiment& experiment, const LinkSpec& link);
bool hasForeignSender(const Experiment& experiment, const LinkSpec& link);
bool hasForeignReceiver(const Experiment& experiment, const LinkSpec& link);
// Are all of its ends foreign, so that nobody counts anything?
bool isBetweenCommands(const Experiment& experiment, const LinkSpec& link);

// Is what it sends a request that it sees answered (programs/program.h)?
bool isCaller(const Experiment& experiment, std::uint32_t process);
// Does a sender make calls over this link, and do all its receivers tell how often they execute one? Of a network: those
// it passes on to.
bool hasCaller(const Experiment& experiment, const LinkSpec& link);
bool allExecute(const Experiment& experiment, const LinkSpec& link);

// Is it a network, which passes on messages of others? Is one a sender of the link?
bool isCarrier(const Experiment& experiment, std::uint32_t process);
bool hasCarrier(const Experiment& experiment, const LinkSpec& link);

// Does its program open the connections of its ends itself (programs/program.h)?
bool holdsConnections(const Experiment& experiment, std::uint32_t process);

// How many messages one time stamp stands for on this link.
std::uint32_t effectiveStampEvery(const LinkSpec& link);

}  // namespace ipclab
