#include "labs/expression.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numeric>

#include "core/sentences.h"
#include "labs/expression_node.h"

namespace ipclab {

namespace {

using Node = LabExpression::Node;

LabValue widened(const LabScalar& scalar) {
    return std::visit([](const auto& value) -> LabValue { return value; }, scalar);
}

LabScalar scalarOf(const LabValue& value) {
    return std::visit(
        [](const auto& held) -> LabScalar {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, LabList>) {
                return LabUnknown{say(Sentence::LabListWasOne)};
            } else {
                return held;
            }
        },
        value);
}

LabScalar finite(double number) {
    if (!std::isfinite(number)) return LabUnknown{say(Sentence::LabNotFinite)};
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
            if (right == 0) return LabUnknown{say(Sentence::LabByZero)};
            return finite(left / right);
        case LabOperator::Modulo:
            if (right == 0) return LabUnknown{say(Sentence::LabByZero)};
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
    if (left.index() != right.index()) return LabUnknown{say(Sentence::LabOtherKinds)};
    return (left == right) == (what == LabOperator::Equal);
}

class LabEvaluation {
public:
    explicit LabEvaluation(const LabExpression::Answer& answer) : m_answer(answer) {}

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
        if (a == nullptr || b == nullptr) return LabUnknown{say(Sentence::LabNoNumber)};
        return calculated(node.what, *a, *b);
    }

    static LabScalar inverted(LabOperator what, const LabScalar& of) {
        if (const auto* truth = std::get_if<bool>(&of); truth != nullptr && what == LabOperator::Not) return !*truth;
        if (const auto* number = std::get_if<double>(&of); number != nullptr && what == LabOperator::Negative) {
            return -*number;
        }
        return LabUnknown{say(what == LabOperator::Not ? Sentence::LabNoTruth : Sentence::LabNoNumber)};
    }

    // The right side is asked only where it decides.
    LabScalar joined(const Node& node, const LabScalar& left) const {
        const auto* first = std::get_if<bool>(&left);
        if (first != nullptr && *first == (node.what == LabOperator::Or)) return *first;
        const LabScalar right = first != nullptr ? one(*node.parts.back()) : left;
        if (std::holds_alternative<bool>(right) || std::holds_alternative<LabUnknown>(right)) return right;
        return LabUnknown{say(Sentence::LabNoTruth)};
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
        if (node.name == "if") {
            const LabScalar condition = one(*node.parts[0]);
            const auto* truth = std::get_if<bool>(&condition);
            if (truth != nullptr) return value(*node.parts[*truth ? 1 : 2]);
            if (const auto* unknown = std::get_if<LabUnknown>(&condition)) return *unknown;
            return LabUnknown{say(Sentence::LabNoTruth)};
        }
        LabList all;
        for (const auto& part : node.parts) {
            const LabValue found = value(*part);
            if (const auto* list = std::get_if<LabList>(&found))
                all.insert(all.end(), list->begin(), list->end());
            else
                all.push_back(scalarOf(found));
        }
        for (const auto& each : all) {
            if (const auto* unknown = std::get_if<LabUnknown>(&each)) return *unknown;
        }
        if (node.name == "count") return static_cast<double>(all.size());
        return widened(ofNumbers(node.name, all));
    }

    static LabScalar ofNumbers(std::string_view name, const LabList& all) {
        std::vector<double> numbers;
        for (const auto& each : all) {
            const auto* number = std::get_if<double>(&each);
            if (number == nullptr) return LabUnknown{say(Sentence::LabNoNumber)};
            numbers.push_back(*number);
        }
        const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
        if (name == "sum") return finite(sum);
        if (numbers.empty()) return LabUnknown{say(Sentence::LabOfNothing, {{"function", name}})};
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
};

// False: something in it is known only when it is evaluated.
bool isWritten(const Node& part) { return part.what == LabOperator::Value || part.what == LabOperator::All; }

// Nothing: an argument is reckoned, and not written out.
std::optional<LabQuestion> questionAt(const Node& node) {
    if (node.what != LabOperator::Question ||
        !std::all_of(node.parts.begin(), node.parts.end(), [](const auto& part) { return isWritten(*part); })) {
        return {};
    }
    LabQuestion question{.name = node.name, .arguments = {}, .member = node.member, .at = node.at};
    for (const auto& part : node.parts) {
        if (part->what == LabOperator::All)
            question.arguments.emplace_back();
        else
            question.arguments.emplace_back(part->value);
    }
    return question;
}

void gather(const Node& node, std::vector<LabQuestion>& into) {
    if (auto question = questionAt(node)) into.push_back(*std::move(question));
    for (const auto& part : node.parts) gather(*part, into);
}

bool isTheSame(const LabExpression::Asked& a, const LabExpression::Asked& b) {
    return a.function == b.function && a.question.name == b.question.name && a.question.member == b.question.member &&
           a.question.arguments == b.question.arguments;
}

void gatherAsked(const std::shared_ptr<const Node>& node, std::vector<LabExpression::Asked>& into) {
    const bool isOfOne = node->what == LabOperator::Function && node->parts.size() == 1;
    auto question = questionAt(isOfOne ? *node->parts.front() : *node);
    if (!question) {
        for (const auto& part : node->parts) gatherAsked(part, into);
        return;
    }
    LabExpression::Asked asked{*std::move(question), isOfOne ? node->name : std::string(), node};
    if (std::none_of(into.begin(), into.end(), [&](const auto& each) { return isTheSame(each, asked); })) {
        into.push_back(std::move(asked));
    }
}

std::string numberWords(double number) {
    std::array<char, 64> text{};
    const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
    const auto end =
        whole ? std::to_chars(text.data(), text.data() + text.size(), static_cast<long long>(number)).ptr
              : std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 6).ptr;
    return {text.data(), end};
}

std::string scalarText(const LabScalar& scalar) {
    if (const auto* number = std::get_if<double>(&scalar)) return numberWords(*number);
    if (const auto* truth = std::get_if<bool>(&scalar)) return *truth ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
    return "–";
}

}  // namespace

std::string labValueText(const LabValue& value) {
    const auto* list = std::get_if<LabList>(&value);
    if (list == nullptr) return scalarText(scalarOf(value));
    std::string text;
    for (const auto& each : *list) text += (text.empty() ? "" : ", ") + scalarText(each);
    return text;
}

LabValue LabExpression::evaluate(const Answer& answer) const { return LabEvaluation(answer).value(*m_root); }

LabValue LabExpression::Asked::evaluate(const Answer& answer) const { return LabEvaluation(answer).value(*node); }

std::vector<LabExpression::Asked> LabExpression::asked() const {
    std::vector<Asked> all;
    gatherAsked(m_root, all);
    return all;
}

std::vector<LabQuestion> LabExpression::questions() const {
    std::vector<LabQuestion> all;
    gather(*m_root, all);
    return all;
}

}  // namespace ipclab
