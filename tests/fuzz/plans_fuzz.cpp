// What the launcher and the workers are told in their memfds: launch orders, worker plans, start plans. None is more
// than what was meant for it, or an exception; what is accepted comes out the same.
#include "json_mutator.h"
#include "launcher/worker_plan_json.h"
#include "links/registry.h"
#include "protocol/launch_order.h"

namespace ipclab::fuzz {
namespace {

const Vocabulary& vocabulary() {
    static const Vocabulary kWords = [] {
        Vocabulary words{{"start", "shared", "ports", "process", "experiment", "token", "attach", "names"},
                         {"pipe", "fifo", "producer", "consumer", "relay", "futex", "poll"}};
        for (const Mechanism* mechanism : allMechanisms()) words.words.emplace_back(mechanism->info().id);
        return words;
    }();
    return kWords;
}

template <typename Read, typename Write>
void checkPlan(std::string_view text, Read read, Write write) {
    std::string written;
    try {
        written = write(read(text));
    } catch (const std::exception&) {
        return;  // refused
    }
    demand(write(read(written)) == written, "what was accepted comes out the same", written);
}

std::string startPlanText(const std::optional<StartPlan>& plan) {
    if (!plan) return {};
    ChildPlan child = plan->child;
    child.spec = &plan->spec;
    return toJsonText(child, plan->outputFd, plan->errorFd);
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab;
    using namespace ipclab::fuzz;
    const std::string_view text = fuzz::textOf(data, sizeBytes);
    checkPlan(text, launchOrderFromJson, [](const LaunchOrder& order) { return toJsonText(order); });
    checkPlan(text, workerPlanFromJson, [](const WorkerPlan& plan) { return toJsonText(plan); });
    checkPlan(
        text, [](std::string_view each) { return each.empty() ? std::nullopt : startPlanFromJson(each); },
        startPlanText);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    return intoBuffer(mutatedJson(textOf(data, sizeBytes), vocabulary(), maxBytes, choice), data, maxBytes);
}
