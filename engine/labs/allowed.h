// What a student may change of the experiment of a step: the settings it names, and nothing else.
#pragma once

#include <string>
#include <vector>

#include "labs/lab.h"

namespace ipclab {

// A setting that differs, with its values as JSON; empty: it is not there.
struct LabChange {
    std::string name, before, after;
    bool isPart = false;  // a process, a link, a shared object or a step that came or went
};
std::vector<LabChange> valuesChanged(const Experiment& start, const Experiment& now);

// A setting that differs, as `--set` names it: "producer.rate_per_s", "links.pipe.capacity.bytes", "duration_s". Of a
// part that came or went: "processes.extra".
std::vector<std::string> changesBetween(const Experiment& start, const Experiment& now);

// Does the step allow it? A name of mayChange stands for itself and all below it; `*` in it for any one name.
bool isAllowed(const LabStep& step, std::string_view change);

// What of `now` the step does not allow; empty: it is the experiment that was asked for. Where parts stand on the
// canvas is nobody's business.
std::vector<std::string> forbiddenChanges(const LabStep& step, const Experiment& start, const Experiment& now);

}  // namespace ipclab
