#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/batch_loop.h"
#include "cli/claims_text.h"
#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/interrupts.h"
#include "cli/machine_check.h"
#include "cli/progress.h"
#include "export/result_json.h"
#include "runs/claims/claim_plan.h"
#include "runs/launcher_path.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

Json listJson() {
    Json list = Json::array();
    for (const Claim* claim : allClaims()) {
        list.push_back({{"id", claim->id},
                        {"statement", claim->statement},
                        {"method", claim->method},
                        {"why", claim->explanation}});
    }
    return list;
}

// In the order of the register, each once.
std::vector<const Claim*> chosenClaims(const std::vector<std::string>& ids) {
    std::vector<const Claim*> chosen;
    for (const Claim* claim : allClaims()) {
        if (ids.empty() || std::ranges::find(ids, claim->id) != ids.end()) chosen.push_back(claim);
    }
    return chosen;
}

void show(const ClaimPlan& plan) {
    if (plan.current() == nullptr) return;
    showProgress("measuring " + std::string(plan.current()->id) + ", " + std::to_string(plan.done()) + " of " +
                 std::to_string(plan.all()) + " measurements");
}

void measure(ClaimPlan& plan) {
    Batch batch(plan);
    runInLoop(batch, [&] { show(plan); });
}

// Nothing of what was asked for has a figure.
bool allLack(const std::vector<ClaimResult>& results) {
    return !results.empty() && std::ranges::all_of(results, &ClaimResult::lacks);
}

bool anyFailed(const std::vector<ClaimResult>& results) {
    return std::ranges::any_of(results, [](const ClaimResult& it) { return !it.problem.empty(); });
}

}  // namespace

int claimsCommand(const ClaimsArguments& arguments) {
    if (arguments.list) {
        std::cout << (arguments.json ? jsonText(listJson()) + '\n' : claimListText());
        return kDone;
    }
    const auto application = makeApplication(false);
    if (findLauncher().isEmpty() || findWorker().isEmpty())
        throw Failure(kFailed, "ipclab-launcher or ipclab-worker is missing: build or install again");
    ClaimPlan plan(chosenClaims(arguments.ids), arguments.repeats);
    const MachineCheck machine;
    measure(plan);
    const HostFacts host = readHostFacts();
    if (arguments.json) {
        Json json = claimsJson(plan.results(), arguments.repeats, host);
        machine.addTo(json);
        std::cout << jsonText(json) << '\n';
    } else {
        std::cout << claimsText(plan.results(), host);
    }
    if (plan.current() != nullptr) return kInterrupted;
    if (allLack(plan.results())) throw Failure(kMachineLacks, plan.results().front().doubt);
    if (anyFailed(plan.results())) throw Failure(kFailed, "not every claim could be measured to its end");
    return kDone;
}

}  // namespace ipclab
