#include "results/deadlocks.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

std::string nameOf(std::uint32_t process, const RunData& data) {
    return process < data.processes.size() ? data.processes[process].name : std::string();
}

std::string idOf(WaitReason reason) {
    switch (reason) {
        case WaitReason::Full:
            return "full";
        case WaitReason::Empty:
            return "empty";
        default:
            return "lock";
    }
}

std::string objectOf(const WaitEdge& edge, const RunData& data) {
    if (edge.reason == WaitReason::Lock)
        return edge.link < data.shared.size() ? data.shared[edge.link].name : std::string();
    return edge.link < data.links.size() ? data.links[edge.link].name : std::string();
}

std::vector<std::string> namesOf(const std::vector<std::uint32_t>& processes, const RunData& data) {
    std::vector<std::string> names;
    for (const std::uint32_t process : processes) names.push_back(nameOf(process, data));
    return names;
}

const std::string* detail(const RunEvent& event, std::string_view name) {
    for (const auto& [key, value] : event.details) {
        if (key == name) return &value;
    }
    return nullptr;
}

// Details hold text; a list is a JSON array in it.
std::string listText(const std::vector<std::string>& names) {
    return Json(names).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<std::string> listOf(const RunEvent& event, std::string_view name) {
    const std::string* text = detail(event, name);
    const Json json = text != nullptr ? Json::parse(*text, nullptr, false) : Json();
    std::vector<std::string> names;
    if (!json.is_array()) return names;
    for (const Json& each : json) names.push_back(each.is_string() ? each.get<std::string>() : std::string());
    return names;
}

}  // namespace

DeadlockWait namedWait(const WaitEdge& edge, const RunData& data) {
    return {nameOf(edge.process, data), nameOf(edge.waitsFor, data), objectOf(edge, data), idOf(edge.reason)};
}

std::string inWords(const DeadlockWait& wait) {
    const std::string who = wait.process + " waits for " + wait.waitsFor + ": ";
    if (wait.because != "lock") return who + wait.link + " is " + wait.because;
    return who + (wait.link.empty() ? "it holds the lock" : "it holds the lock of " + wait.link);
}

RunEvent deadlockEvent(Nanoseconds atNs, const DeadlockWatch::Found& found, const RunData& data) {
    const Deadlock& deadlock = found.deadlock;
    std::string words;
    std::vector<std::string> waits;
    for (const WaitEdge& edge : deadlock.cycle) {
        const DeadlockWait wait = namedWait(edge, data);
        words += (words.empty() ? "" : "; ") + inWords(wait);
        for (const std::string& part : {wait.process, wait.waitsFor, wait.link, wait.because}) waits.push_back(part);
    }
    RunEvent event{.atNs = atNs, .process = deadlock.members.front(), .what = kDeadlockEvent};
    event.details = {{"cycle", words},
                     {"members", listText(namesOf(deadlock.members, data))},
                     {"behind", listText(namesOf(deadlock.behind, data))},
                     {"waits", listText(waits)},
                     {"since_ns", std::to_string(found.sinceNs)}};
    return event;
}

std::optional<ToldDeadlock> toldDeadlock(const RunEvent& event) {
    if (event.what != kDeadlockEvent) return std::nullopt;
    ToldDeadlock told{.atNs = event.atNs,
                      .sinceNs = event.atNs,
                      .members = listOf(event, "members"),
                      .behind = listOf(event, "behind"),
                      .cycle = {}};
    if (const std::string* since = detail(event, "since_ns")) {
        std::from_chars(since->data(), since->data() + since->size(), told.sinceNs);
    }
    const std::vector<std::string> waits = listOf(event, "waits");
    for (std::size_t i = 0; i + 3 < waits.size(); i += 4) {
        told.cycle.push_back({waits[i], waits[i + 1], waits[i + 2], waits[i + 3]});
    }
    if (told.members.empty()) return std::nullopt;
    return told;
}

std::vector<ToldDeadlock> deadlocksOf(const RunData& data) {
    std::vector<ToldDeadlock> all;
    for (const RunEvent& event : data.events) {
        if (auto told = toldDeadlock(event)) all.push_back(*std::move(told));
    }
    return all;
}

}  // namespace ipclab
