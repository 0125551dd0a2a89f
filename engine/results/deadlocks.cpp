#include "results/deadlocks.h"

#include "core/text.h"

namespace ipclab {

namespace {

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

TextList namesOf(const std::vector<std::uint32_t>& processes, const RunData& data) {
    TextList names;
    for (const std::uint32_t process : processes) names.push_back(nameOf(process, data));
    return names;
}

}  // namespace

DeadlockWait namedWait(const WaitEdge& edge, const RunData& data) {
    return {nameOf(edge.process, data), nameOf(edge.waitsFor, data), objectOf(edge, data), idOf(edge.reason)};
}

std::string inWords(const DeadlockWait& wait, const Wording& wording) {
    std::string_view sentence = TEXT("event", "{process} waits for {other}: it holds the lock of {link}");
    if (wait.link.empty()) sentence = TEXT("event", "{process} waits for {other}: it holds the lock");
    if (wait.because == "full") sentence = TEXT("event", "{process} waits for {other}: {link} is full");
    if (wait.because == "empty") sentence = TEXT("event", "{process} waits for {other}: {link} is empty");
    return fillTyped(wording.text("event", sentence), wording, [&](std::string_view name) {
        return TypedValue{FieldType::Text, name == "process" ? wait.process
                                           : name == "other" ? wait.waitsFor
                                                             : wait.link};
    });
}

RunEvent deadlockEvent(Nanoseconds atNs, const DeadlockWatch::Found& found, const RunData& data) {
    const Deadlock& deadlock = found.deadlock;
    std::string words;
    TextList waits;
    for (const WaitEdge& edge : deadlock.cycle) {
        const DeadlockWait wait = namedWait(edge, data);
        words += (words.empty() ? "" : "; ") + inWords(wait);
        for (const std::string& part : {wait.process, wait.waitsFor, wait.link, wait.because}) waits.push_back(part);
    }
    return {.atNs = atNs,
            .process = deadlock.members.front(),
            .kind = EventKind::Deadlock,
            .values = {{"cycle", words},
                       {"members", namesOf(deadlock.members, data)},
                       {"behind", namesOf(deadlock.behind, data)},
                       {"waits", waits},
                       {"since_ns", found.sinceNs}}};
}

std::optional<ToldDeadlock> toldDeadlock(const RunEvent& event) {
    if (event.kind != EventKind::Deadlock) return std::nullopt;
    ToldDeadlock told{.atNs = event.atNs,
                      .sinceNs = event.integer("since_ns").value_or(event.atNs),
                      .members = event.texts("members"),
                      .behind = event.texts("behind"),
                      .cycle = {}};
    const TextList waits = event.texts("waits");
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
