// A WorkerPlan as JSON: how an exec'd worker gets it, through an inherited memfd.
#pragma once

#include <string>
#include <string_view>

#include "programs/worker_plan.h"

namespace ipclab {

std::string toJsonText(const WorkerPlan& plan);

// Throws std::exception when the text is not a worker plan.
WorkerPlan workerPlanFromJson(std::string_view text);

}  // namespace ipclab
