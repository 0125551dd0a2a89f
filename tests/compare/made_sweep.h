// A sweep with figures that were not measured, for pictures and tables of it.
#pragma once

#include <string>
#include <vector>

#include "sweep/sweep_slice.h"

namespace ipclab::test {

inline constexpr const char* kTwoProcesses = R"({"schema": "ipclab.experiment/1", "name": "two",
    "processes": [{"name": "producer", "program": "producer", "message_bytes": 64},
                  {"name": "consumer", "program": "consumer"}],
    "links": [{"mechanism": "pipe", "from": "producer", "to": "consumer"}], "duration_s": 0.05, "observe": "off"})";

// Of messages a second and the latency of the link; rates: of each cell in turn.
inline Sweep madeSweep(const std::vector<const char*>& axes, const std::vector<std::vector<double>>& rates,
                       unsigned repeats = 6) {
    SweepOptions options{
        .document = kTwoProcesses, .fileName = "two.ipclab.json", .settings = {}, .axes = {}, .repeats = repeats};
    for (const char* axis : axes) options.axes.push_back(parseAxis(axis).axis);
    Sweep sweep(options);
    const std::size_t rate = sweep.placeOf({QuantityOwner::Link, {}, "messages_per_s"});
    const std::size_t latency = sweep.placeOf({QuantityOwner::Link, "producer→consumer", "latency_p99_ns"});
    for (std::size_t cell = 0; cell < rates.size() && cell < sweep.cells().size(); ++cell) {
        for (const double value : rates[cell])
            sweep.cell(cell).samples.push_back({.attempt = 1,
                                                .takenAt = "now",
                                                .disturbance = {},
                                                .figures = {{rate, value}, {latency, 1e9 / value}}});
    }
    return sweep;
}

inline std::vector<double> around(double value) {
    return {value, value * 1.01, value * 1.02, value * 1.03, value * 1.04, value * 1.05};
}

}  // namespace ipclab::test
