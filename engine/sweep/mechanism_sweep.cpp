#include "sweep/mechanism_sweep.h"

#include "document/experiment_json.h"
#include "links/registry.h"

namespace ipclab {

namespace {

SweepAxis mechanismAxis(const BenchOptions& options) {
    SweepAxis axis{.path = kMechanismPath, .values = options.mechanisms};
    for (const Mechanism* mechanism : allMechanisms()) {
        const std::string id(mechanism->info().id);
        if (options.mechanisms.empty()) axis.values.push_back(id);
        if (!mechanism->info().traits.execOnly) continue;
        if (options.launch == LaunchMethod::Fork) axis.with[id].emplace_back("processes.*.launch=exec");
        // The answer to a call is its response.
        if (options.pattern == Pattern::PingPong) axis.with[id].emplace_back("/links/1/reverse_of=client→echo");
    }
    std::erase_if(axis.with,
                  [&](const auto& with) { return std::ranges::find(axis.values, with.first) == axis.values.end(); });
    return axis;
}

}  // namespace

SweepOptions mechanismSweep(const BenchOptions& options, const std::vector<Pin>& pins) {
    BenchOptions one = options;
    one.mechanisms = {"pipe"};
    one.sizesBytes = {64};
    one.pin = Pin::Free;
    Experiment experiment = benchRows(one).front().experiment;
    experiment.id = id(options.pattern);
    experiment.name = {
        {"en", options.pattern == Pattern::OneWay ? "Mechanisms, one way" : "Mechanisms, there and back"}};
    SweepAxis sizes{.path = kMessageSizePath, .values = {}}, places{.path = "pin", .values = {}};
    for (const std::uint32_t size : options.sizesBytes) sizes.values.push_back(std::to_string(size));
    for (const Pin pin : pins) places.values.emplace_back(id(pin));
    std::vector<SweepAxis> axes{mechanismAxis(options), sizes, places};
    if (options.reference) axes.push_back({.path = "loop", .values = {"ipclab", "bare"}});
    return {.document = writeExperiment(experiment),
            .fileName = std::string(id(options.pattern)),
            .settings = {},
            .axes = std::move(axes),
            .repeats = options.repeats};
}

std::optional<Pattern> patternNamed(std::string_view name) {
    for (const Pattern pattern : {Pattern::OneWay, Pattern::PingPong}) {
        if (id(pattern) == name) return pattern;
    }
    return std::nullopt;
}

std::vector<std::string_view> figuresOf(Pattern pattern) {
    if (pattern == Pattern::OneWay) return {"messages_per_s", "bytes_per_s"};
    return {"echo→client/messages_per_s", "echo→client/latency_p50_ns"};
}

}  // namespace ipclab
