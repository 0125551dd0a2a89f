#include "labs/measure_list.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "document/suggestion.h"
#include "labs/measures.h"
#include "results/events.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 3> kOfExit{"code", "signal", "cause"};
constexpr std::array<std::string_view, 4> kOfDescendants{"count", "alive", "zombie_s", "reparented"};
constexpr std::array<std::string_view, 3> kOfDocument{"processes", "links", "shared"};

using enum MeasureKind;
constexpr std::array kWords{
    MeasureWord{"process", Quantities, 1, 1, {}, QuantityOwner::Process},
    MeasureWord{"link", Quantities, 1, 1, {}, QuantityOwner::Link},
    MeasureWord{"shared", Quantities, 1, 1, {}, QuantityOwner::Shared},
    MeasureWord{"end", Quantities, 2, 2, {}, QuantityOwner::End},
    MeasureWord{"cpu", Quantities, 1, 1, {}, QuantityOwner::Processor},
    MeasureWord{"run", Quantities, 0, 0, {}, QuantityOwner::Run},
    MeasureWord{"exit", OfOneProcess, 1, 1, kOfExit},
    MeasureWord{"time_in", OfOneProcess, 2, 2, {}},
    MeasureWord{"waited", OfOneProcess, 2, 2, {}},
    MeasureWord{"descendants", OfOneProcess, 1, 1, kOfDescendants},
    MeasureWord{"event", Events, 1, 6, {}},
    MeasureWord{"setting", Setting, 1, 1, {}},
    MeasureWord{"document", Document, 0, 0, kOfDocument},
};

std::optional<std::string> wrongMember(const MeasureWord& word, const LabQuestion& question) {
    const auto unknownOne = [&](const std::vector<std::string_view>& known) {
        return withSuggestion(question.member.empty()
                                  ? "behind " + std::string(word.name) + "(…) a name is missing"
                                  : quote(question.member) + " is nothing of " + std::string(word.name),
                              question.member, known);
    };
    if (word.kind == Quantities) {
        if (findQuantity(word.owner, question.member) != nullptr) return {};
        std::vector<std::string_view> known;
        for (const auto& quantity : quantitiesOf(word.owner)) known.push_back(quantity.id);
        return unknownOne(known);
    }
    if (word.kind == Events) return {};
    if (word.members.empty()) {
        if (question.member.empty()) return {};
        return std::string(word.name) + "(…) is a value: nothing follows it with a dot";
    }
    if (std::find(word.members.begin(), word.members.end(), question.member) != word.members.end()) return {};
    return unknownOne({word.members.begin(), word.members.end()});
}

const std::string* textAt(const LabQuestion& question, std::size_t index) {
    if (index >= question.arguments.size() || !question.arguments[index]) return nullptr;
    return std::get_if<std::string>(&*question.arguments[index]);
}

std::optional<std::string> wrongEvent(const LabQuestion& question) {
    const auto* kind = textAt(question, 0);
    if (kind == nullptr) return "event() takes the id of a kind of event, in quotes";
    if (eventKindOf(*kind) == EventKind::Unknown) {
        std::vector<std::string_view> known;
        for (const auto& info : allEventKinds()) known.push_back(info.id);
        return withSuggestion("there is no event " + quote(*kind), *kind, known);
    }
    if (question.arguments.size() > 2 && question.arguments.size() % 2 != 0) {
        return "behind the process event() takes pairs: the name of a field and what it has to be";
    }
    for (std::size_t i = 2; i < question.arguments.size(); i += 2) {
        const auto* field = textAt(question, i);
        if (field == nullptr || !hasField(eventKindOf(*kind), *field)) {
            return "an event " + quote(*kind) + " has no field " + quote(field != nullptr ? *field : "");
        }
        if (!question.arguments[i + 1]) return "* stands for names; a field has to be something";
    }
    const bool known =
        question.member.empty() || question.member == "t_s" || hasField(eventKindOf(*kind), question.member);
    if (!known) return "an event " + quote(*kind) + " has no field " + quote(question.member);
    return {};
}

bool isWaitReason(std::string_view word) {
    for (std::size_t reason = 0; reason < kWaitReasonCount; ++reason) {
        if (id(static_cast<WaitReason>(reason)) == word) return true;
    }
    return false;
}

std::optional<std::string> wrongOfProcess(const LabQuestion& question) {
    if (textAt(question, 0) == nullptr) return question.name + "() takes the name of a process, in quotes";
    if (question.arguments.size() == 1) return {};
    const auto* word = textAt(question, 1);
    if (question.name == "time_in" && (word == nullptr || !processStateOf(*word))) {
        return "time_in() takes a state as its second value: \"running\", \"ready\", \"waiting\" …";
    }
    if (question.name == "waited" && (word == nullptr || !isWaitReason(*word))) {
        return "waited() takes a reason as its second value, such as \"full\" or \"empty\"";
    }
    return {};
}

std::optional<std::string> wrongPointer(const LabQuestion& question) {
    const auto* pointer = textAt(question, 0);
    try {
        if (pointer != nullptr) return (void)nlohmann::json::json_pointer(*pointer), std::nullopt;
    } catch (const nlohmann::json::exception&) {
    }
    return "setting() takes a JSON pointer, such as \"/links/0/capacity\"";
}

template <typename Parts>
std::optional<std::string> notAmong(const Parts& parts, const std::string& name, std::string_view what) {
    std::vector<std::string_view> known;
    for (const auto& part : parts) known.push_back(part.name);
    if (std::find(known.begin(), known.end(), name) != known.end()) return {};
    return withSuggestion("no " + std::string(what) + " of the experiment is called " + quote(name), name, known);
}

std::optional<std::string> wrongName(const MeasureWord& word, const LabQuestion& question, const Experiment& document) {
    const auto index = word.kind == Events ? 1U : 0U;
    const auto* name = textAt(question, index);
    if (name == nullptr || word.kind == Setting) return {};
    if (word.kind == Quantities && word.owner == QuantityOwner::Shared) {
        return notAmong(document.shared, *name, "shared object");
    }
    if (word.kind == Quantities && word.owner != QuantityOwner::Process) return notAmong(document.links, *name, "link");
    return notAmong(document.processes, *name, "process");
}

}  // namespace

std::string MeasureWord::shown(const LabQuestion& question) const {
    std::string text = std::string(name) + "(";
    for (const auto& argument : question.arguments) {
        if (text.back() != '(') text += ", ";
        if (!argument)
            text += "*";
        else if (const auto* words = std::get_if<std::string>(&*argument))
            text += quote(*words);
        else
            text += labValueText(std::visit([](const auto& v) -> LabValue { return v; }, *argument));
    }
    return text + ")";
}

std::span<const MeasureWord> measureWords() { return kWords; }

const MeasureWord* findMeasure(std::string_view name) {
    const auto found = std::find_if(kWords.begin(), kWords.end(), [&](const auto& word) { return word.name == name; });
    return found != kWords.end() ? &*found : nullptr;
}

bool isNamed(const QuantityOf& of, const LabQuestion& question, const RunData& run) {
    const auto& argument = question.arguments.front();
    const auto number = [](const std::optional<LabScalar>& value, std::uint32_t is) {
        return !value || *value == LabScalar(static_cast<double>(is));
    };
    if (of.owner == QuantityOwner::Processor) return number(argument, of.index);
    if (of.owner == QuantityOwner::End) {
        return *argument == LabScalar(run.links.at(of.index).name) && number(question.arguments.at(1), of.place);
    }
    return *argument == LabScalar(nameOf(run, of));
}

std::optional<std::string> wrongWith(const LabQuestion& question, const Experiment* document) {
    const auto* word = findMeasure(question.name);
    if (word == nullptr) {
        std::vector<std::string_view> known;
        for (const auto& each : kWords) known.push_back(each.name);
        return withSuggestion("nothing is called " + quote(question.name), question.name, known);
    }
    const auto count = question.arguments.size();
    if (count < word->least || count > word->most) {
        return std::string(word->name) + "() takes " + std::to_string(word->least) +
               (word->most != word->least ? " or " + std::to_string(word->most) : "") + " values, not " +
               std::to_string(count);
    }
    auto wrong = wrongMember(*word, question);
    if (!wrong && word->kind == Events) wrong = wrongEvent(question);
    if (!wrong && word->kind == OfOneProcess) wrong = wrongOfProcess(question);
    if (!wrong && word->kind == Setting) wrong = wrongPointer(question);
    if (!wrong && document != nullptr) wrong = wrongName(*word, question, *document);
    return wrong;
}

}  // namespace ipclab
