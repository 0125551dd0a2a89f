#include "bridge/wire_facts.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "programs/facts.h"

namespace ipclab {
namespace {

std::vector<std::byte> bytesOf(const RunEvent& event, const char* field) {
    return bytesOfHex(event.text(field)).value_or(std::vector<std::byte>());
}

template <typename Number>
Number numberOf(const RunEvent& event, const char* field) {
    return static_cast<Number>(event.integer(field).value_or(0));
}

// "4 record mark;4 call id": one after the other. What is of no length is a remark.
void readMarks(std::string_view marks, MarkedBytes& into, std::string& remark) {
    std::size_t at = 0;
    while (!marks.empty()) {
        const std::string_view mark = marks.substr(0, marks.find(';'));
        marks.remove_prefix(std::min(mark.size() + 1, marks.size()));
        std::size_t length = 0;
        const auto read = std::from_chars(mark.data(), mark.data() + mark.size(), length);
        const auto named = static_cast<std::size_t>(read.ptr - mark.data()) + 1;
        if (read.ec != std::errc() || named > mark.size()) return;
        const std::string name(mark.substr(named));
        if (length == 0) {
            remark = name;
        } else {
            into.ranges.push_back({name, at, length});
        }
        at += length;
    }
}

TakenStep stepOf(const RunEvent& event) {
    TakenStep step;
    step.server = event.text("side") == "server";
    step.step = event.text("step");
    step.beginNs = numberOf<Nanoseconds>(event, "begin_ns");
    step.endNs = numberOf<Nanoseconds>(event, "end_ns");
    step.sizeBytes = numberOf<std::uint64_t>(event, "size_bytes");
    step.content.bytes = bytesOf(event, "bytes_hex");
    readMarks(event.text("marks"), step.content, step.remark);
    return step;
}

// Both ends of the links that carry requests.
std::vector<CallPair> pairsOf(const RunData& run) {
    std::vector<CallPair> pairs;
    const auto placeOf = [&](const std::string& name) {
        const auto& processes = run.experiment.processes;
        const auto found = std::ranges::find(processes, name, &ProcessSpec::name);
        return static_cast<std::uint32_t>(found - processes.begin());
    };
    for (const LinkSpec& link : run.experiment.links) {
        if (!link.reverseOf.empty() || link.senders.size() != 1 || link.receivers.size() != 1) continue;
        pairs.push_back({placeOf(link.senders[0].process), placeOf(link.receivers[0].process), {}});
    }
    return pairs;
}

using StepsByCall = std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<TakenStep>>;

void addCalls(CallPair& pair, StepsByCall& steps) {
    for (auto& [key, ofClient] : steps) {
        const auto ofServer = steps.find({pair.server, key.second});
        if (key.first != pair.client || ofServer == steps.end()) continue;
        TakenCall call{key.second, ofClient};
        call.steps.insert(call.steps.end(), ofServer->second.begin(), ofServer->second.end());
        std::ranges::stable_sort(call.steps, {}, &TakenStep::beginNs);
        pair.calls.push_back(std::move(call));
    }
}

}  // namespace

std::optional<std::size_t> MarkedBytes::rangeAt(std::size_t offset) const {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (offset >= ranges[i].offset && offset - ranges[i].offset < ranges[i].length) return i;
    }
    return std::nullopt;
}

std::vector<WrittenForm> writtenForms(const RunData& run) {
    std::vector<WrittenForm> forms;
    const auto formOf = [&](const RunEvent& event) -> WrittenForm& {
        const std::string id = event.text("form");
        const auto found = std::ranges::find(forms, id, &WrittenForm::form);
        if (found != forms.end()) return *found;
        forms.emplace_back().form = id;
        return forms.back();
    };
    for (const RunEvent& event : run.events) {
        if (event.kind == EventKind::Represented) {
            WrittenForm& form = formOf(event);
            form.sizeBytes = numberOf<std::uint64_t>(event, "size_bytes");
            form.encodeNs = numberOf<Nanoseconds>(event, "encode_ns");
            form.decodeNs = numberOf<Nanoseconds>(event, "decode_ns");
            form.content = {bytesOf(event, "bytes"), {}};
        } else if (event.kind == EventKind::RepresentedField) {
            formOf(event).content.ranges.push_back({event.text("field"), numberOf<std::size_t>(event, "offset"),
                                                    numberOf<std::size_t>(event, "length"), event.text("value")});
        } else if (event.kind == EventKind::FormMissing) {
            formOf(event).package = event.text("package");
        }
    }
    return forms;
}

std::vector<MisreadNumber> misreadNumbers(const RunData& run) {
    std::map<std::string, MisreadNumber> byField;
    std::vector<std::string> order;
    for (const RunEvent& event : run.events) {
        if (event.kind != EventKind::Misread) continue;
        const std::string field = event.text("field");
        if (!byField.contains(field)) order.push_back(field);
        byField[field] = {field, event.text("written"), event.text("read"), event.text("bytes")};
    }
    std::vector<MisreadNumber> numbers;
    for (const std::string& field : order) numbers.push_back(byField[field]);
    return numbers;
}

std::vector<CallPair> callPairs(const RunData& run) {
    std::vector<CallPair> pairs = pairsOf(run);
    StepsByCall steps;
    for (const RunEvent& event : run.events) {
        if (event.kind != EventKind::CallStepTaken || !event.process) continue;
        steps[{*event.process, numberOf<std::uint64_t>(event, "call")}].push_back(stepOf(event));
    }
    for (CallPair& pair : pairs) addCalls(pair, steps);
    std::erase_if(pairs, [](const CallPair& pair) { return pair.calls.empty(); });
    return pairs;
}

}  // namespace ipclab
