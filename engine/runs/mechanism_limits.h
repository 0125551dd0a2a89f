// What this system gives a link of a mechanism when nothing is asked for, and the longest message it would carry: asked
// of the system by making such a link and taking it down again, never copied from a manual.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "links/mechanism.h"
#include "runs/mechanism_access.h"

namespace ipclab {

struct MechanismLimits {
    LinkProperties given;                              // with messages of kProbeMessageBytes, or the longest if shorter
    std::optional<std::uint64_t> largestMessageBytes;  // the longest that is not refused; header included
    bool largestIsOurs = false;          // it is the bound of a document: the mechanism has none of its own below that
    std::optional<LinkAccess> access{};  // of the link that was made
    std::string problem;                 // why nothing was given; empty: it was
};

inline constexpr std::uint32_t kProbeMessageBytes = 4096;

// Creates and removes one object of the mechanism. Any thread; may take a few milliseconds. Throws nothing.
MechanismLimits askLimits(const Mechanism& mechanism);

}  // namespace ipclab
