#include "figures.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace ipclab::test {

using Json = nlohmann::json;

namespace {

constexpr double kTickS = 0.01;  // of /proc's CPU times: sysconf(_SC_CLK_TCK) is 100

std::string show(double value) { return std::to_string(value); }

void requireAtMost(double small, double large, double slack, const std::string& what, Faults& faults) {
    if (!(small <= large + slack)) faults.push_back(what + ": " + show(small) + " above " + show(large));
}

void walk(const Json& value, const std::string& path, const auto& visit) {
    if (value.is_object()) {
        for (const auto& [key, member] : value.items()) walk(member, path + "/" + key, visit);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) walk(value[i], path + "/" + std::to_string(i), visit);
    } else {
        visit(value, path);
    }
}

// Times since the start may lie before it; the document and what programs tell as text are the user's own.
bool mayBeNegative(const std::string& path) {
    return path.ends_with("_s") || path.starts_with("/experiment") || path.find("/first_receives") != std::string::npos;
}

double number(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_number() ? object[key].get<double>() : NAN;
}

bool isKnown(const Json& object, const char* key) { return object.contains(key) && object[key].is_number(); }

std::string nameOf(const Json& object) { return object.value("name", std::string("?")); }

void percentileFaults(const Json& latency, const std::string& what, Faults& faults) {
    if (number(latency, "count") == 0) return;
    const char* before = nullptr;
    for (const char* key : {"p50", "p90", "p99", "p999", "max"}) {
        if (!isKnown(latency, key)) {
            faults.push_back(what + ": " + key + " is missing though messages were counted");
            continue;
        }
        if (before != nullptr)
            requireAtMost(number(latency, before), number(latency, key), 0, what + " " + key, faults);
        before = key;
    }
}

void depthFaults(const Json& link, Faults& faults) {
    const Json& depth = link["depth"];
    const std::string what = nameOf(link) + ": depth";
    if (isKnown(depth, "mean"))
        requireAtMost(number(depth, "mean"), number(depth, "max"), 1e-9, what + " mean", faults);
    if (!isKnown(depth, "capacity")) return;
    if (isKnown(depth, "system_max"))
        requireAtMost(number(depth, "system_max"), number(depth, "capacity"), 0, what + " of the system", faults);
    if (depth["unit"] == "messages" && isKnown(depth, "max"))
        requireAtMost(number(depth, "max"), number(depth, "capacity"), 0, what, faults);
}

// The larger of one part in a hundred and two milliseconds: a process of a moment is known to no better.
double lifetimeSlack(double lifetimeS) { return std::max(0.01 * lifetimeS, 0.002); }

// Between the moment the kernel's accounting takes of a switch and that of its record: a virtual machine's idle core
// has to be woken, which the kernel charges to whom it wakes (state_tracker.h): 9 us each, on a busy machine 23.
constexpr double kSwitchS = 40e-6;

// From one look into /proc to the next: on a busy machine the kernel's count of it may be one later.
constexpr double kLookS = 0.02;

bool isWhole(const Json& run) { return run["observer"]["lost_events"] == 0; }

std::map<std::string, double> secondsByState(const CsvRows& rows, const std::string& process, const std::string& pid) {
    std::map<std::string, double> sums;
    for (const auto& row : rows) {
        if (row.at("process") == process && row.at("pid") == pid)
            sums[row.at("state")] += std::stod(row.at("end_s")) - std::stod(row.at("start_s"));
    }
    return sums;
}

std::ptrdiff_t sliceCount(const CsvRows& rows, const std::string& process, const Json& pid) {
    return std::ranges::count_if(rows, [&](const auto& row) {
        return row.at("process") == process && row.at("pid") == pid.dump() && row.at("state") == "running";
    });
}

}  // namespace

CsvRows readCsv(const std::string& text) {
    std::vector<std::vector<std::string>> lines(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            lines.back().back() += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            lines.back().emplace_back();
        } else if (!quoted && c == '\n') {
            lines.push_back({""});
        } else if (quoted || c != '\r') {
            lines.back().back() += c;
        }
    }
    CsvRows rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].size() != lines[0].size()) continue;  // the empty one at the end
        auto& row = rows.emplace_back();
        for (std::size_t j = 0; j < lines[0].size(); ++j) row[lines[0][j]] = lines[i][j];
    }
    return rows;
}

Faults numberFaults(const Json& run) {
    Faults faults;
    walk(run, "", [&](const Json& value, const std::string& path) {
        if (!value.is_number()) return;
        const double figure = value.get<double>();
        if (!std::isfinite(figure)) faults.push_back(path + " is not finite");
        if (figure < 0 && !mayBeNegative(path)) faults.push_back(path + " is negative: " + show(figure));
    });
    return faults;
}

Faults eventFaults(const Json& run) {
    Faults faults;
    double before = -INFINITY;
    bool finished = false;
    for (const Json& event : run["events"]) {
        if (finished && event["what"] == "exited") faults.push_back("a process ends after everything has ended");
        finished = finished || event["what"] == "finished";
        const double t = event["t_s"].get<double>();
        if (t < before)
            faults.push_back("event \"" + event["what"].get<std::string>() + "\" at " + show(t) + " after one at " +
                             show(before));
        before = std::max(before, t);
        if (t > number(run, "duration_s") + 3600 || t < -3600)
            faults.push_back("event \"" + event["what"].get<std::string>() +
                             "\" is at no time of this run: " + show(t));
    }
    return faults;
}

Faults stateFaults(const Json& run) {
    Faults faults;
    for (const Json& process : run["processes"]) {
        if (!process["failure"].is_null() || run["observer"]["level"] == "off") continue;
        if (process["pid"].is_null()) continue;  // it starts later than the run lasted
        const std::string name = nameOf(process);
        const Json& states = process["state_s"];
        if (!isKnown(states, "running") || !isKnown(states, "ready") || !isKnown(states, "waiting")) {
            faults.push_back(name + ": its states are not known");
            continue;
        }
        const double lifetime = number(process, "lifetime_s");
        // Interrupts and the hypervisor take a core from who is on it.
        const double sum = number(states, "running") + number(states, "ready") + number(states, "waiting") +
                           number(process, "interrupted_s");
        if (isWhole(run) && std::abs(sum - lifetime) > lifetimeSlack(lifetime))
            faults.push_back(name + ": its states are " + show(sum) + " s of a life of " + show(lifetime));
        const double cpu = number(process["cpu_s"], "user") + number(process["cpu_s"], "system");
        // Of several threads, which may run at once, the process as a whole runs while any of them does.
        const Json& threads = process["thread_s"];
        const double running = threads.is_null() ? number(states, "running") : number(threads, "running");
        requireAtMost(cpu, running, kTickS + 0.02 * cpu, name + ": CPU time against running", faults);
    }
    return faults;
}

Faults taskFaults(const Json& run) {
    Faults faults;
    std::set<std::tuple<int, int, double>> seen;
    std::map<std::string, int> rows;
    for (const Json& task : run["tasks"]) {
        const int tid = task["tid"].is_null() ? 0 : task["tid"].get<int>();
        const double born = task["born_s"].is_null() ? 0 : task["born_s"].get<double>();
        if (!seen.emplace(task["pid"].get<int>(), tid, born).second)
            faults.push_back("task " + std::to_string(task["pid"].get<int>()) + " stands there twice");
        if (tid == 0 && task["process"].is_string()) ++rows[task["process"].get<std::string>()];
    }
    for (const Json& process : run["processes"]) {
        if (process["pid"].is_null() || run["observer"]["level"] == "off") continue;
        if (const int count = rows[nameOf(process)]; count != 1)
            faults.push_back(nameOf(process) + " has " + std::to_string(count) + " rows among the tasks");
    }
    return faults;
}

Faults linkFaults(const Json& run) {
    Faults faults;
    for (const Json& link : run["links"]) {
        const std::string name = nameOf(link);
        percentileFaults(link["latency_ns"], name + ": latency", faults);
        depthFaults(link, faults);
        if (!isKnown(link, "received") || !isKnown(link, "expected")) continue;
        const double once = number(link, "received") - number(link, "duplicated");
        requireAtMost(once + number(link, "lost"), number(link, "expected"), 0, name + ": received and lost", faults);
        // What a network has sent once more is none of those that are expected.
        const bool repeats = link.contains("network") && isKnown(link["network"], "repeated");
        const double copies = repeats ? number(link["network"], "repeated") : 0;
        requireAtMost(number(link, "sent") - copies, number(link, "expected"), 0, name + ": sent", faults);
    }
    for (const Json& shared : run["shared"]) {
        for (const char* key : {"wait_ns", "hand_off_ns"}) {
            if (!shared[key].is_null()) percentileFaults(shared[key], nameOf(shared) + ": " + key, faults);
        }
    }
    return faults;
}

Faults processorFaults(const Json& run) {
    Faults faults;
    double last = 0;
    for (const Json& process : run["processes"]) last = std::max(last, number(process, "lifetime_s"));
    for (const Json& cpu : run["cpus"]) {
        requireAtMost(number(cpu, "running_s"), std::max(last, number(run, "duration_s")), 0.5,
                      "processor " + cpu["cpu"].dump() + " was busy", faults);
    }
    return faults;
}

Faults exitFaults(const Json& run, int exitStatus) {
    const bool failed =
        std::ranges::any_of(run["processes"], [](const Json& process) { return !process["failure"].is_null(); });
    if (failed && exitStatus == 0) return {"a process failed, and the run did not"};
    return {};
}

Faults statesCsvFaults(const Json& run, const CsvRows& rows) {
    Faults faults;
    const bool sampled = run["observer"]["level"] != "exact";
    for (const Json& process : run["processes"]) {
        const std::string name = nameOf(process);
        if (process["pid"].is_null() || sampled || !isWhole(run)) continue;
        auto sums = secondsByState(rows, name, std::to_string(process["pid"].get<int>()));
        const double lifetime = number(process, "lifetime_s");
        const double waiting = sums["waiting"] + sums["stopped"], ready = sums["ready"] + sums["new"];
        // Of what is marked as estimated all or nothing may have been ready; of every switch the kernel's accounting
        // and its record have a moment of their own; and of the time on a core interrupts had a part.
        const double estimated = sums["ready-estimated"];
        const double ofSwitches = kSwitchS * static_cast<double>(sliceCount(rows, name, process["pid"]));
        const double interrupted = number(process, "interrupted_s");
        const auto within = [&](const char* state, double least, double most) {
            const double json = number(process["state_s"], state), slack = 2 * lifetimeSlack(lifetime) + kLookS;
            if (json < least - slack || json > most + slack)
                faults.push_back(name + ": " + state + " " + show(least) + " to " + show(most) + " s in states.csv, " +
                                 show(json) + " in JSON");
        };
        // What came after its exit record has no record.
        double unknown = lifetime;
        for (const auto& [state, seconds] : sums) unknown -= seconds;
        const double more = ofSwitches + std::max(unknown, 0.0);
        within("running", sums["running"] - interrupted - ofSwitches, sums["running"] + more);
        within("ready", ready - ofSwitches, ready + estimated + more);
        within("waiting", waiting - ofSwitches, waiting + estimated + more);
    }
    std::map<std::string, std::vector<std::pair<double, double>>> busy;
    for (const auto& row : rows) {
        if (row.at("state") == "running" && !sampled && !row.at("cpu").empty())
            busy[row.at("cpu")].emplace_back(std::stod(row.at("start_s")), std::stod(row.at("end_s")));
    }
    for (auto& [cpu, intervals] : busy) {
        std::ranges::sort(intervals);
        for (std::size_t i = 1; i < intervals.size(); ++i) {
            if (intervals[i].first < intervals[i - 1].second - 1e-9)
                faults.push_back("processor " + cpu + " ran two at " + show(intervals[i].first));
        }
    }
    return faults;
}

Faults eventsCsvFaults(const Json& run, const CsvRows& rows) {
    if (rows.size() != run["events"].size())
        return {std::to_string(rows.size()) + " events in events.csv, " + std::to_string(run["events"].size()) +
                " in JSON"};
    Faults faults;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].at("what") != run["events"][i]["what"].get<std::string>())
            faults.push_back("event " + std::to_string(i) + " is another in events.csv");
    }
    return faults;
}

}  // namespace ipclab::test
