#include "launcher/cost_report.h"

#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>

#include "document/json_values.h"
#include "observe/process_costs.h"
#include "programs/exec.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

void print(const Json& row) {
    const std::string text = row.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
}

void printCreation(const CreationCost& row) {
    print({{"kind", "creation"},
           {"method", id(row.method)},
           {"resident_bytes", row.residentBytes},
           {"samples_ns", row.samples},
           {"skipped", orNull(row.skipped)}});
}

void printSwitch(const SwitchCost& row) {
    print({{"kind", "switch"},
           {"between", row.threads ? "threads" : "processes"},
           {"place", row.place == SwitchPlace::SameCore ? "same" : "apart"},
           {"round_trips_ns", row.roundTrips},
           {"calls_ns", row.calls},
           {"skipped", orNull(row.skipped)}});
}

}  // namespace

int reportCosts(unsigned repeats, std::size_t group, const std::string& program) {
    const CostOptions options{.repeats = repeats, .program = program, .argument = std::string(kEndAtOnce)};
    try {
        measureCosts(group, options, printCreation, printSwitch);
    } catch (const std::exception& error) {
        print({{"kind", "failed"}, {"message", error.what()}});
        return 1;
    }
    return 0;
}

}  // namespace ipclab
