#include "labs/expression.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>
#include <set>

#include "core/sentences.h"
#include "labs/expression_node.h"

namespace ipclab {

namespace {

using Node = LabExpression::Node;

// What the expression makes of figures that are known.
LabUnknown unreckoned(Sentence why, std::initializer_list<SentenceValue> values = {}) {
    return {say(why, values), true};
}

LabValue widened(const LabScalar& scalar) {
    return std::visit([](const auto& value) -> LabValue { return value; }, scalar);
}

LabScalar scalarOf(const LabValue& value) {
    return std::visit(
        [](const auto& held) -> LabScalar {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, LabList>) {
                return unreckoned(Sentence::LabListWasOne);
            } else {
                return held;
            }
        },
        value);
}

LabScalar finite(double number) {
    if (!std::isfinite(number)) return unreckoned(Sentence::LabNotFinite);
    return number;
}

LabScalar calculated(LabOperator what, double left, double right) {
    switch (what) {
        case LabOperator::Plus:
            return finite(left + right);
        case LabOperator::Minus:
            return finite(left - right);
        case LabOperator::Times:
            return finite(left * right);
        case LabOperator::Divided:
            if (right == 0) return unreckoned(Sentence::LabByZero);
            return finite(left / right);
        case LabOperator::Modulo:
            if (right == 0) return unreckoned(Sentence::LabByZero);
            return finite(std::fmod(left, right));
        case LabOperator::Power:
            return finite(std::pow(left, right));
        case LabOperator::Less:
            return left < right;
        case LabOperator::LessEqual:
            return left <= right;
        case LabOperator::Greater:
            return left > right;
        case LabOperator::GreaterEqual:
            return left >= right;
        default:
            assert(false && "no calculation");
            return LabUnknown{};
    }
}

LabScalar compared(LabOperator what, const LabScalar& left, const LabScalar& right) {
    if (left.index() != right.index()) return unreckoned(Sentence::LabOtherKinds);
    return (left == right) == (what == LabOperator::Equal);
}

// Of known values: by their kinds, then by what they are.
struct LabOrder {
    bool operator()(const LabScalar& a, const LabScalar& b) const {
        if (a.index() != b.index()) return a.index() < b.index();
        if (const auto* number = std::get_if<double>(&a)) return *number < std::get<double>(b);
        if (const auto* truth = std::get_if<bool>(&a)) return !*truth && std::get<bool>(b);
        const auto* text = std::get_if<std::string>(&a);
        return text != nullptr && *text < std::get<std::string>(b);
    }
};

class LabEvaluation {
public:
    LabEvaluation(const LabExpression::Answer& answer, const LabExpression::Elsewhere& elsewhere)
        : m_answer(answer), m_elsewhere(elsewhere) {}

    LabValue value(const Node& node) const {
        switch (node.what) {
            case LabOperator::Value:
                return widened(node.value);
            case LabOperator::Question:
                return asked(node);
            case LabOperator::Function:
                return function(node);
            default:
                return widened(scalar(node));
        }
    }

private:
    LabScalar one(const Node& node) const { return scalarOf(value(node)); }

    LabScalar scalar(const Node& node) const {
        const LabScalar left = one(*node.parts.front());
        if (std::holds_alternative<LabUnknown>(left)) return left;
        if (node.what == LabOperator::Negative || node.what == LabOperator::Not) return inverted(node.what, left);
        if (node.what == LabOperator::And || node.what == LabOperator::Or) return joined(node, left);
        const LabScalar right = one(*node.parts.back());
        if (std::holds_alternative<LabUnknown>(right)) return right;
        if (node.what == LabOperator::Equal || node.what == LabOperator::Unequal) {
            return compared(node.what, left, right);
        }
        const auto *a = std::get_if<double>(&left), *b = std::get_if<double>(&right);
        if (a == nullptr || b == nullptr) return unreckoned(Sentence::LabNoNumber);
        return calculated(node.what, *a, *b);
    }

    static LabScalar inverted(LabOperator what, const LabScalar& of) {
        if (const auto* truth = std::get_if<bool>(&of); truth != nullptr && what == LabOperator::Not) return !*truth;
        if (const auto* number = std::get_if<double>(&of); number != nullptr && what == LabOperator::Negative) {
            return -*number;
        }
        return unreckoned(what == LabOperator::Not ? Sentence::LabNoTruth : Sentence::LabNoNumber);
    }

    // The right side is asked only where it decides.
    LabScalar joined(const Node& node, const LabScalar& left) const {
        const auto* first = std::get_if<bool>(&left);
        if (first != nullptr && *first == (node.what == LabOperator::Or)) return *first;
        const LabScalar right = first != nullptr ? one(*node.parts.back()) : left;
        if (std::holds_alternative<bool>(right) || std::holds_alternative<LabUnknown>(right)) return right;
        return unreckoned(Sentence::LabNoTruth);
    }

    LabValue asked(const Node& node) const {
        LabQuestion question{.name = node.name, .arguments = {}, .member = node.member, .at = node.at};
        for (const auto& part : node.parts) {
            if (part->what == LabOperator::All) {
                question.arguments.emplace_back();
                continue;
            }
            LabScalar argument = one(*part);
            if (const auto* unknown = std::get_if<LabUnknown>(&argument)) return *unknown;
            question.arguments.emplace_back(std::move(argument));
        }
        return m_answer(question);
    }

    LabValue function(const Node& node) const {
        if (node.name == "if") return chosen(node);
        if (node.name == "known") return known(node);
        if (node.name == "step") return elsewhere(node);
        if (node.name == "item") return widened(item(node));
        LabList all;
        for (const auto& part : node.parts) add(value(*part), all);
        if (const auto* unknown = firstUnknown(all)) return *unknown;
        if (node.name == "count") return static_cast<double>(all.size());
        if (node.name == "distinct") return different(all);
        return widened(ofNumbers(node.name, all));
    }

    LabValue chosen(const Node& node) const {
        const LabScalar condition = one(*node.parts[0]);
        const auto* truth = std::get_if<bool>(&condition);
        if (truth != nullptr) return value(*node.parts[*truth ? 1 : 2]);
        if (const auto* unknown = std::get_if<LabUnknown>(&condition)) return *unknown;
        return unreckoned(Sentence::LabNoTruth);
    }

    LabValue known(const Node& node) const {
        LabValue found = value(*node.parts[0]);
        const auto* list = std::get_if<LabList>(&found);
        const bool isUnknown =
            list != nullptr ? firstUnknown(*list) != nullptr : std::holds_alternative<LabUnknown>(found);
        return isUnknown ? value(*node.parts[1]) : found;
    }

    LabValue elsewhere(const Node& node) const {
        const auto& step = std::get<std::string>(node.parts[0]->value);
        const auto answer = m_elsewhere ? m_elsewhere(step) : LabExpression::Answer();
        if (!answer) return LabUnknown{say(Sentence::LabStepNotRun, {{"id", step}})};
        return LabEvaluation(answer, m_elsewhere).value(*node.parts[1]);
    }

    static void add(const LabValue& value, LabList& to) {
        if (const auto* list = std::get_if<LabList>(&value))
            to.insert(to.end(), list->begin(), list->end());
        else
            to.push_back(scalarOf(value));
    }

    static const LabUnknown* firstUnknown(const LabList& all) {
        for (const auto& each : all) {
            if (const auto* unknown = std::get_if<LabUnknown>(&each)) return unknown;
        }
        return nullptr;
    }

    // In the order in which they come first; nothing in it is unknown.
    static LabList different(const LabList& all) {
        LabList found;
        std::set<LabScalar, LabOrder> met;
        for (const auto& each : all) {
            if (met.insert(each).second) found.push_back(each);
        }
        return found;
    }

    // Of a list, by its number from 1.
    LabScalar item(const Node& node) const {
        LabList all;
        add(value(*node.parts[0]), all);
        LabScalar at = one(*node.parts[1]);
        if (std::holds_alternative<LabUnknown>(at)) return at;
        const auto* number = std::get_if<double>(&at);
        if (number == nullptr) return unreckoned(Sentence::LabNoNumber);
        if (*number == std::floor(*number) && *number >= 1 && *number <= static_cast<double>(all.size())) {
            return all[static_cast<std::size_t>(*number) - 1];
        }
        if (all.size() == 1 && std::holds_alternative<LabUnknown>(all.front())) return all.front();
        return unreckoned(Sentence::LabNoItem, {{"count", all.size()}, {"number", labValueText(*number)}});
    }

    static LabScalar ofNumbers(std::string_view name, const LabList& all) {
        std::vector<double> numbers;
        for (const auto& each : all) {
            const auto* number = std::get_if<double>(&each);
            if (number == nullptr) return unreckoned(Sentence::LabNoNumber);
            numbers.push_back(*number);
        }
        const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
        if (name == "sum") return finite(sum);
        if (numbers.empty()) return unreckoned(Sentence::LabOfNothing, {{"function", name}});
        if (name == "mean") return finite(sum / static_cast<double>(numbers.size()));
        if (name == "min") return *std::min_element(numbers.begin(), numbers.end());
        if (name == "max") return *std::max_element(numbers.begin(), numbers.end());
        return ofOne(name, numbers.front());
    }
    static LabScalar ofOne(std::string_view name, double number) {
        if (name == "abs") return std::abs(number);
        if (name == "floor") return std::floor(number);
        if (name == "ceil") return std::ceil(number);
        if (name == "round") return std::round(number);
        if (name == "sqrt") return finite(std::sqrt(number));
        return finite(std::log2(number));
    }

    const LabExpression::Answer& m_answer;
    const LabExpression::Elsewhere& m_elsewhere;
};

// False: something in it is known only when it is evaluated.
bool isWritten(const Node& part) { return part.what == LabOperator::Value || part.what == LabOperator::All; }

// Nothing: an argument is reckoned, and not written out.
std::optional<LabQuestion> questionAt(const Node& node, const std::string& step) {
    if (node.what != LabOperator::Question ||
        !std::all_of(node.parts.begin(), node.parts.end(), [](const auto& part) { return isWritten(*part); })) {
        return {};
    }
    LabQuestion question{.name = node.name, .arguments = {}, .member = node.member, .step = step, .at = node.at};
    for (const auto& part : node.parts) {
        if (part->what == LabOperator::All)
            question.arguments.emplace_back();
        else
            question.arguments.emplace_back(part->value);
    }
    return question;
}

// Of which step its parts ask.
const std::string& stepWithin(const Node& node, const std::string& step) {
    const bool isElsewhere = node.what == LabOperator::Function && node.name == "step";
    return isElsewhere ? std::get<std::string>(node.parts[0]->value) : step;
}

void gather(const Node& node, const std::string& step, std::vector<LabQuestion>& into) {
    if (auto question = questionAt(node, step)) into.push_back(*std::move(question));
    for (const auto& part : node.parts) gather(*part, stepWithin(node, step), into);
}

bool isTheSame(const LabExpression::Asked& a, const LabExpression::Asked& b) {
    return a.function == b.function && a.question.name == b.question.name && a.question.member == b.question.member &&
           a.question.step == b.question.step &&
           a.question.arguments == b.question.arguments;
}

void gatherAsked(const std::shared_ptr<const Node>& node, const std::string& step,
                 std::vector<LabExpression::Asked>& into) {
    const bool isOfOne = node->what == LabOperator::Function && node->parts.size() == 1;
    auto question = questionAt(isOfOne ? *node->parts.front() : *node, step);
    if (!question) {
        for (const auto& part : node->parts) gatherAsked(part, stepWithin(*node, step), into);
        return;
    }
    LabExpression::Asked asked{*std::move(question), isOfOne ? node->name : std::string(), node};
    if (std::none_of(into.begin(), into.end(), [&](const auto& each) { return isTheSame(each, asked); })) {
        into.push_back(std::move(asked));
    }
}

// Behind functions that choose among values and change none.
bool givesMember(const Node& node, bool (*isSo)(std::string_view)) {
    if (node.what == LabOperator::Question) return isSo(node.member);
    if (node.what != LabOperator::Function) return false;
    constexpr std::array<std::string_view, 4> kOfAll{"max", "min", "known", "distinct"};
    const auto isAt = [&](std::size_t i) { return i < node.parts.size() && givesMember(*node.parts[i], isSo); };
    if (node.name == "item") return isAt(0);
    if (node.name == "step") return isAt(1);
    if (node.name == "if") return isAt(1) || isAt(2);
    if (std::ranges::find(kOfAll, node.name) == kOfAll.end()) return false;
    return std::ranges::any_of(node.parts, [&](const auto& part) { return givesMember(*part, isSo); });
}

}  // namespace

LabValue LabExpression::evaluate(const Answer& answer, const Elsewhere& elsewhere) const {
    return LabEvaluation(answer, elsewhere).value(*m_root);
}

LabValue LabExpression::Asked::evaluate(const Answer& answer, const Elsewhere& elsewhere) const {
    const auto there = question.step.empty() || !elsewhere ? Answer() : elsewhere(question.step);
    if (question.step.empty()) return LabEvaluation(answer, elsewhere).value(*node);
    if (!there) return LabUnknown{say(Sentence::LabStepNotRun, {{"id", question.step}})};
    return LabEvaluation(there, elsewhere).value(*node);
}

std::vector<LabExpression::Asked> LabExpression::asked() const {
    std::vector<Asked> all;
    gatherAsked(m_root, {}, all);
    return all;
}

bool LabExpression::gives(bool (*isSo)(std::string_view member)) const { return givesMember(*m_root, isSo); }

std::vector<LabQuestion> LabExpression::questions() const {
    std::vector<LabQuestion> all;
    gather(*m_root, {}, all);
    return all;
}

}  // namespace ipclab
