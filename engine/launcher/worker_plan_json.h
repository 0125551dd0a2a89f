// A WorkerPlan as JSON: how an exec'd worker gets it, through an inherited memfd.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "launcher/spawn.h"
#include "programs/worker_plan.h"

namespace ipclab {

std::string toJsonText(const WorkerPlan& plan);

// Throws std::exception when the text is not a worker plan.
WorkerPlan workerPlanFromJson(std::string_view text);

// What a child gets that was not prepared between its birth and its exec (launch methods spawn, vfork, qprocess) and
// has to do so itself. A worker plan with a little more: workerPlanFromJson reads it too.
struct StartPlan {
    ProcessSpec spec;
    ChildPlan child;  // its spec is null: use the one above
    int outputFd = -1, errorFd = -1;

    // Descriptors that came under other numbers than the plan has: {old, new}.
    void renumber(const std::vector<std::pair<int, int>>& numbers);
};

std::string toJsonText(const ChildPlan& plan, int outputFd, int errorFd);
// Nothing when the text is a worker plan alone. Throws like workerPlanFromJson.
std::optional<StartPlan> startPlanFromJson(std::string_view text);

}  // namespace ipclab
