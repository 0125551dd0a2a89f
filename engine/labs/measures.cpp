#include "labs/measures.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "core/sentences.h"
#include "document/experiment_json.h"
#include "labs/measure_list.h"
#include "results/quantity.h"
#include "results/words.h"

namespace ipclab {

namespace {

LabUnknown unknown(std::string why) { return {std::move(why)}; }

LabScalar quantityOf(const Quantity& quantity, const RunData& run, const QuantityOf& of) {
    const auto value = quantity.get(run, of);
    if (!value) return unknown(say(Sentence::LabFigureUnknown, {{"quantity", quantity.id}, {"name", nameOf(run, of)}}));
    return asDouble(*value);
}

// All that the arguments name, of all kinds that have quantities; nothing where there is none of that name.
LabValue quantitiesOf(const MeasureWord& word, const LabQuestion& question, const RunData& run) {
    const auto* quantity = findQuantity(word.owner, question.member);
    assert(quantity != nullptr && "wrongWith() was asked before");
    if (word.owner == QuantityOwner::Run)
        return std::visit([](auto v) -> LabValue { return v; }, quantityOf(*quantity, run, {}));
    const bool all = !question.arguments.front().has_value();
    LabList found;
    for (const auto& of : ownersIn(run, word.owner)) {
        if (all || isNamed(of, question, run)) found.push_back(quantityOf(*quantity, run, of));
    }
    if (all) return found;
    if (found.empty()) return unknown(say(Sentence::LabNoneNamed, {{"asked", word.shown(question)}}));
    return std::visit([](const auto& v) -> LabValue { return v; }, found.front());
}

const ProcessData* processNamed(const LabQuestion& question, const RunData& run) {
    const auto* name = std::get_if<std::string>(&*question.arguments.front());
    for (const auto& process : run.processes) {
        if (name != nullptr && process.name == *name) return &process;
    }
    return nullptr;
}

LabValue exitOf(const ProcessData& process, const std::string& member) {
    if (!process.exit) return unknown(say(Sentence::LabNotSeenToEnd, {{"name", process.name}}));
    const auto& exit = *process.exit;
    if (member == "cause") return exit.cause;
    const auto& number = member == "code" ? exit.code : exit.signal;
    if (!number)
        return unknown(
            say(member == "code" ? Sentence::LabEndedBySignal : Sentence::LabEndedItself, {{"name", process.name}}));
    return static_cast<double>(*number);
}

LabValue timeIn(const ProcessData& process, const LabQuestion& question, const RunData& run) {
    const auto state = processStateOf(std::get<std::string>(*question.arguments[1]));
    if (process.intervalSource == StateSource::None || process.lane.empty()) {
        return unknown(say(Sentence::LabStatesUnseen, {{"name", process.name}}));
    }
    const auto until = process.endedNs != 0 ? std::max(process.endedNs, process.lane.lastTime())
                                            : std::max(run.endNs, process.lane.lastTime());
    return toSeconds(process.lane.totals(process.lane.firstTime(), until)[static_cast<std::size_t>(*state)]);
}

LabValue waited(const ProcessData& process, const LabQuestion& question) {
    const auto& word = std::get<std::string>(*question.arguments[1]);
    for (std::size_t reason = 0; reason < kWaitReasonCount; ++reason) {
        if (id(static_cast<WaitReason>(reason)) == word) return toSeconds(process.waits.ns[reason]);
    }
    assert(false && "wrongWith() was asked before");
    return unknown({});
}

// By who made whom, which recordings keep; tasks stand in the order they were born.
LabValue descendantsOf(const ProcessData& process, const std::string& member, const RunData& run) {
    if (run.observer.level == ObserveLevel::Off) return unknown(say(Sentence::LabDescendantsUnseen));
    std::set<std::int32_t> family{process.pid};
    double count = 0, alive = 0, zombieS = 0, reparented = 0;
    for (const auto& task : run.tasks) {
        if (task.isThread() || task.process || !family.contains(task.bornOf)) continue;
        family.insert(task.pid);
        ++count;
        if (task.isAlive()) ++alive;
        if (task.reapedNs > task.endedNs && task.endedNs != 0) zombieS += toSeconds(task.reapedNs - task.endedNs);
        if (task.parent != 0 && task.parent != task.bornOf) ++reparented;
    }
    if (member == "count") return count;
    if (member == "alive") return alive;
    return member == "zombie_s" ? zombieS : reparented;
}

LabScalar fieldOf(const RunEvent& event, const std::string& field, const RunData& run) {
    if (field == "t_s") return run.sinceStartS(event.atNs);
    const auto* data = event.find(field);
    if (data == nullptr) return unknown(say(Sentence::LabEventSilent, {{"event", event.id()}, {"field", field}}));
    if (const auto number = data->number()) return *number;
    if (const auto* flag = std::get_if<bool>(&data->variant())) return *flag;
    return spelled(*data);
}

}  // namespace

bool isMeantEvent(const RunEvent& event, const LabQuestion& question, const RunData& run) {
    const auto& asked = question.arguments;
    if (asked.size() >= 2 && asked[1]) {
        if (!event.process || LabScalar(run.processes.at(*event.process).name) != *asked[1]) return false;
    }
    for (std::size_t i = 2; i + 1 < asked.size(); i += 2) {
        if (fieldOf(event, std::get<std::string>(*asked[i]), run) != *asked[i + 1]) return false;
    }
    return true;
}

namespace {

LabValue eventsOf(const LabQuestion& question, const RunData& run) {
    const auto kind = eventKindOf(std::get<std::string>(*question.arguments.front()));
    LabList found;
    for (const auto& event : run.events) {
        if (event.kind != kind || !isMeantEvent(event, question, run)) continue;
        found.push_back(question.member.empty() ? LabScalar(true) : fieldOf(event, question.member, run));
    }
    return found;
}

// Nothing: there is none. An empty or a worded place in an array is an exception there and not merely absent.
std::optional<nlohmann::ordered_json> valueAt(const nlohmann::ordered_json& document, const std::string& pointer) {
    try {
        return document.at(nlohmann::ordered_json::json_pointer(pointer));
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

// The document as JSON, made when it is first asked for: judging asks for many settings of one run.
class DocumentOnce {
public:
    explicit DocumentOnce(const RunData& run) : m_run(run) {}
    const nlohmann::ordered_json& json() {
        if (!m_json) m_json = toJson(m_run.document);
        return *m_json;
    }

private:
    const RunData& m_run;
    std::optional<nlohmann::ordered_json> m_json;
};

LabValue settingOf(const LabQuestion& question, DocumentOnce& document) {
    const auto& pointer = std::get<std::string>(*question.arguments.front());
    const auto found = valueAt(document.json(), pointer);
    const auto value = found.value_or(nullptr);
    if (value.is_number()) return value.get<double>();
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_string()) return value.get<std::string>();
    if (value.is_array()) return static_cast<double>(value.size());
    return unknown(say(Sentence::LabNoSetting, {{"pointer", pointer}}));
}

LabValue documentCount(const std::string& member, const RunData& run) {
    if (member == "links") return static_cast<double>(run.document.links.size());
    return static_cast<double>(member == "processes" ? run.document.processes.size() : run.document.shared.size());
}

LabValue ofOneProcess(const LabQuestion& question, const RunData& run) {
    const auto* process = processNamed(question, run);
    if (process == nullptr) {
        return unknown(say(Sentence::LabNoneNamed, {{"asked", findMeasure(question.name)->shown(question)}}));
    }
    if (question.name == "exit") return exitOf(*process, question.member);
    if (question.name == "time_in") return timeIn(*process, question, run);
    if (question.name == "waited") return waited(*process, question);
    return descendantsOf(*process, question.member, run);
}

}  // namespace

bool isNameMember(std::string_view member) {
    constexpr std::array<std::string_view, 10> kNames{"pid",  "ppid",        "child_pid", "tid",  "parent",
                                                      "port", "second_port", "signal",    "code", "id"};
    return std::ranges::find(kNames, member) != kNames.end();
}

LabExpression::Answer measuresOf(const RunData& run) {
    return [&run, document = std::make_shared<DocumentOnce>(run)](const LabQuestion& question) -> LabValue {
        if (auto wrong = wrongWith(question)) return unknown(std::move(*wrong));
        const auto* word = findMeasure(question.name);
        switch (word->kind) {
            case MeasureKind::Quantities:
                return quantitiesOf(*word, question, run);
            case MeasureKind::OfOneProcess:
                return ofOneProcess(question, run);
            case MeasureKind::Events:
                return eventsOf(question, run);
            case MeasureKind::Setting:
                return settingOf(question, *document);
            case MeasureKind::Document:
                return documentCount(question.member, run);
        }
        return unknown({});
    };
}

}  // namespace ipclab
