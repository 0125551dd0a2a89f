// What a machine must have for an exercise: "mechanism:posix-mq", "observe:exact", "right:real-time", "cpus:2",
// "tool:cc".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/machine.h"

namespace ipclab {

// Is it of a form that can be looked for?
bool isKnownNeed(std::string_view need);

struct MissingNeed {
    std::string need, why;  // why: what to do about it, where that is known
};
// What of them this machine does not have: the exercise is skipped then, with these reasons, and never failed.
// `exactObservation`: whether switch records are allowed here (observe/).
std::vector<MissingNeed> missingNeeds(const std::vector<std::string>& needs, const Machine& machine,
                                      bool exactObservation, const std::string& whyNotExact);

}  // namespace ipclab
