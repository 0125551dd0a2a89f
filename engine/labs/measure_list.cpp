#include "labs/measure_list.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/sentences.h"
#include "document/suggestion.h"
#include "labs/expression_node.h"
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
        const auto wrong = question.member.empty() ? say(Sentence::LabMemberMissing, {{"word", word.name}})
                                                   : say(Sentence::LabMemberUnknown,
                                                         {{"name", quote(question.member)}, {"word", word.name}});
        return withSuggestion(wrong, question.member, known);
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
        return say(Sentence::LabHasNoMembers, {{"word", word.name}});
    }
    if (std::find(word.members.begin(), word.members.end(), question.member) != word.members.end()) return {};
    return unknownOne({word.members.begin(), word.members.end()});
}

const std::string* textAt(const LabQuestion& question, std::size_t index) {
    if (index >= question.arguments.size() || !question.arguments[index]) return nullptr;
    return std::get_if<std::string>(&*question.arguments[index]);
}

std::string noField(const std::string& event, const std::string& field) {
    return say(Sentence::LabEventNoField, {{"event", quote(event)}, {"field", quote(field)}});
}

std::optional<std::string> wrongEvent(const LabQuestion& question) {
    const auto* kind = textAt(question, 0);
    if (kind == nullptr) return say(Sentence::LabEventTakesKind);
    if (eventKindOf(*kind) == EventKind::Unknown) {
        std::vector<std::string_view> known;
        for (const auto& info : allEventKinds()) known.push_back(info.id);
        return withSuggestion(say(Sentence::LabNoEvent, {{"event", quote(*kind)}}), *kind, known);
    }
    if (question.arguments.size() > 2 && question.arguments.size() % 2 != 0) {
        return say(Sentence::LabEventTakesPairs);
    }
    for (std::size_t i = 2; i < question.arguments.size(); i += 2) {
        const auto* field = textAt(question, i);
        if (field == nullptr || !hasField(eventKindOf(*kind), *field)) {
            return noField(*kind, field != nullptr ? *field : "");
        }
        if (!question.arguments[i + 1]) return say(Sentence::LabFieldIsNoStar);
    }
    const bool known =
        question.member.empty() || question.member == "t_s" || hasField(eventKindOf(*kind), question.member);
    if (!known) return noField(*kind, question.member);
    return {};
}

bool isWaitReason(std::string_view word) {
    for (std::size_t reason = 0; reason < kWaitReasonCount; ++reason) {
        if (id(static_cast<WaitReason>(reason)) == word) return true;
    }
    return false;
}

std::optional<std::string> wrongOfProcess(const LabQuestion& question) {
    if (textAt(question, 0) == nullptr) return say(Sentence::LabTakesProcess, {{"word", question.name}});
    if (question.arguments.size() == 1) return {};
    const auto* word = textAt(question, 1);
    if (question.name == "time_in" && (word == nullptr || !processStateOf(*word))) {
        return say(Sentence::LabTakesState);
    }
    if (question.name == "waited" && (word == nullptr || !isWaitReason(*word))) {
        return say(Sentence::LabTakesReason);
    }
    return {};
}

std::optional<std::string> wrongPointer(const LabQuestion& question) {
    const auto* pointer = textAt(question, 0);
    try {
        if (pointer != nullptr) return (void)nlohmann::json::json_pointer(*pointer), std::nullopt;
    } catch (const nlohmann::json::exception&) {
    }
    return say(Sentence::LabTakesPointer);
}

template <typename Parts>
std::optional<std::string> notAmong(const Parts& parts, const std::string& name, Sentence none) {
    std::vector<std::string_view> known;
    for (const auto& part : parts) known.push_back(part.name);
    if (std::find(known.begin(), known.end(), name) != known.end()) return {};
    return withSuggestion(say(none, {{"name", quote(name)}}), name, known);
}

std::optional<std::string> wrongName(const MeasureWord& word, const LabQuestion& question, const Experiment& document) {
    const auto index = word.kind == Events ? 1U : 0U;
    const auto* name = textAt(question, index);
    if (name == nullptr || word.kind == Setting) return {};
    if (word.kind == Quantities && word.owner == QuantityOwner::Shared) {
        return notAmong(document.shared, *name, Sentence::LabNoShared);
    }
    if (word.kind == Quantities && word.owner != QuantityOwner::Process)
        return notAmong(document.links, *name, Sentence::LabNoLink);
    return notAmong(document.processes, *name, Sentence::LabNoProcess);
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
        return withSuggestion(say(Sentence::LabNoWord, {{"name", quote(question.name)}}), question.name, known);
    }
    const auto count = question.arguments.size();
    if (count < word->least || count > word->most) {
        return wrongCount(word->name, word->least, word->most, count);
    }
    auto wrong = wrongMember(*word, question);
    if (!wrong && word->kind == Events) wrong = wrongEvent(question);
    if (!wrong && word->kind == OfOneProcess) wrong = wrongOfProcess(question);
    if (!wrong && word->kind == Setting) wrong = wrongPointer(question);
    if (!wrong && document != nullptr) wrong = wrongName(*word, question, *document);
    return wrong;
}

}  // namespace ipclab
