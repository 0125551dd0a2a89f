// One call taken apart: a client and a server over any link of remote calls, whose stubs note each step they take
// (core/call_trace.h). Each tells its own, after the call, so that telling is in none of them.
#include "core/call_trace.h"
#include "programs/calls.h"
#include "programs/registry.h"
#include "programs/worker_plan.h"

namespace ipclab {

namespace {

constexpr std::string_view kPortAsked = TEXT("word", "asked-for-port");
constexpr std::string_view kPortKnown = TEXT("word", "known-port");
constexpr std::size_t kMostStepBytes = 400;  // shown of each; with the names of its fields it fits in one fact

void tellSteps(const WorkerContext& worker, std::string_view side, std::uint64_t call) {
    for (const NotedStep& step : CallTrace::take()) {
        const auto shown = std::span(step.bytes).first(std::min(step.bytes.size(), kMostStepBytes));
        worker.tell("call-step", {{"side", side},
                                  {"call", call},
                                  {"step", nameOf(step.step)},
                                  {"begin_ns", step.beginNs},
                                  {"end_ns", step.endNs},
                                  {"took_ns", step.endNs - step.beginNs},
                                  {"size_bytes", step.bytes.size()},
                                  {"bytes_hex", shown},
                                  FactValue::longText("marks", step.marks)});
    }
}

class CallStepsClient : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "call-steps-client",
            .name = TEXT("program", "Client, step by step"),
            .summary = TEXT("program",
                            "Calls over a link of remote calls and tells every step its stub takes, with its bytes."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesCount = true,
            .ways = {kPortAsked, kPortKnown},
            .tells = true,
            .calls = true,
            .needsStacks = true};
        return info;
    }

    void prepare(const WorkerPlan& plan) const override {
        CallTrace::start();
        if (plan.parameters.way == kPortKnown) CallTrace::usePortsAsKnown();
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        Calls calls(worker, worker.outs().front(), worker.ins().front());
        std::uint64_t asked = 0;
        while (!worker.countReached(asked) && worker.waitForTurn()) {
            if (!calls.callFully(worker.intendedNs())) return 0;
            tellSteps(worker, TEXT("fact", "client"), asked++);
            worker.countIteration();
        }
        return 0;
    }
};

class CallStepsServer : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "call-steps-server",
            .name = TEXT("program", "Server, step by step"),
            .summary = TEXT("program",
                            "Answers calls over a link of remote calls and tells every step its stub takes, with its "
                            "bytes."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesWork = true,
            .tells = true,
            .executes = true,
            .needsStacks = true};
        return info;
    }

    void prepare(const WorkerPlan&) const override { CallTrace::start(); }

    int run(WorkerContext& worker) const override {
        InPort& in = worker.ins().front();
        std::uint64_t answered = 0;
        while (worker.receiveFully(in)) {
            const StepTimer executes(CallStep::Execute);
            in.noteExecuted();
            worker.work();
            executes.done();
            const SendTimes asked = SendTimes::carrying(in.stamp());
            if (!worker.passOn(worker.outs().front(), static_cast<std::uint32_t>(in.message().size()), asked)) return 0;
            tellSteps(worker, TEXT("fact", "server"), answered++);
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& callStepsClientProgram() {
    static const CallStepsClient program;
    return program;
}

const Program& callStepsServerProgram() {
    static const CallStepsServer program;
    return program;
}

}  // namespace ipclab
