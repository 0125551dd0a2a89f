#include <array>
#include <charconv>
#include <cmath>

#include "core/sentences.h"
#include "labs/expression_node.h"

namespace ipclab {

namespace {

using NodePtr = std::shared_ptr<const LabExpression::Node>;

constexpr std::array<LabFunction, 16> kFunctions{{{"sum", 1, 0},
                                                  {"min", 1, 0},
                                                  {"max", 1, 0},
                                                  {"mean", 1, 0},
                                                  {"count", 1, 0},
                                                  {"distinct", 1, 0},
                                                  {"item", 2, 2},
                                                  {"known", 2, 2},
                                                  {"step", 2, 2},
                                                  {"abs", 1, 1},
                                                  {"floor", 1, 1},
                                                  {"ceil", 1, 1},
                                                  {"round", 1, 1},
                                                  {"sqrt", 1, 1},
                                                  {"log2", 1, 1},
                                                  {"if", 3, 3}}};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct Sign {
    std::string_view spelled;
    LabOperator what;
};
constexpr std::array kComparisons{Sign{"==", LabOperator::Equal},     Sign{"!=", LabOperator::Unequal},
                                  Sign{"<=", LabOperator::LessEqual}, Sign{">=", LabOperator::GreaterEqual},
                                  Sign{"<", LabOperator::Less},       Sign{">", LabOperator::Greater}};

// One for each level of binding, the loosest first.
class ExpressionParser {
public:
    explicit ExpressionParser(std::string_view text) : m_text(text) {}

    NodePtr whole() {
        NodePtr all = alternatives();
        skipSpace();
        if (m_at < m_text.size()) fail(m_at, say(Sentence::LabParseBehind));
        return all;
    }
    [[nodiscard]] const std::optional<LabExpression::Error>& error() const { return m_error; }

private:
    void fail(std::size_t at, std::string message) {
        if (!m_error) m_error = LabExpression::Error{at, std::move(message)};
        m_at = m_text.size();
    }
    void skipSpace() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t')) ++m_at;
    }
    bool take(std::string_view sign) {
        skipSpace();
        if (!m_text.substr(m_at).starts_with(sign)) return false;
        m_at += sign.size();
        return true;
    }
    bool takeWord(std::string_view word) {
        skipSpace();
        const auto rest = m_text.substr(m_at);
        const bool found = rest.starts_with(word) && (rest.size() == word.size() ||
                                                      (!isLetter(rest[word.size()]) && !isDigit(rest[word.size()])));
        if (found) m_at += word.size();
        return found;
    }
    NodePtr node(LabOperator what, std::size_t at, std::vector<NodePtr> parts) {
        return std::make_shared<LabExpression::Node>(LabExpression::Node{
            .what = what, .value = {}, .name = {}, .member = {}, .at = at, .parts = std::move(parts)});
    }

    NodePtr alternatives() {
        NodePtr left = conjunction();
        for (auto at = m_at; takeWord("or"); at = m_at) left = node(LabOperator::Or, at, {left, conjunction()});
        return left;
    }
    NodePtr conjunction() {
        NodePtr left = negation();
        for (auto at = m_at; takeWord("and"); at = m_at) left = node(LabOperator::And, at, {left, negation()});
        return left;
    }
    NodePtr negation() {
        skipSpace();
        const auto at = m_at;
        if (!takeWord("not")) return comparison();
        if (!deeper(at)) return nullptr;
        NodePtr part = negation();
        --m_depth;
        return node(LabOperator::Not, at, {std::move(part)});
    }
    NodePtr comparison() {
        NodePtr left = sum();
        skipSpace();
        const auto at = m_at;
        for (const auto& [spelled, what] : kComparisons) {
            if (take(spelled)) return node(what, at, {left, sum()});
        }
        if (take("=")) fail(at, say(Sentence::LabParseEquals));
        return left;
    }
    NodePtr sum() {
        NodePtr left = product();
        for (;;) {
            skipSpace();
            const auto at = m_at;
            if (take("+"))
                left = node(LabOperator::Plus, at, {left, product()});
            else if (take("-"))
                left = node(LabOperator::Minus, at, {left, product()});
            else
                return left;
        }
    }
    NodePtr product() {
        NodePtr left = signedValue();
        for (;;) {
            skipSpace();
            const auto at = m_at;
            if (take("*"))
                left = node(LabOperator::Times, at, {left, signedValue()});
            else if (take("/"))
                left = node(LabOperator::Divided, at, {left, signedValue()});
            else if (take("%"))
                left = node(LabOperator::Modulo, at, {left, signedValue()});
            else
                return left;
        }
    }
    NodePtr signedValue() {
        skipSpace();
        const auto at = m_at;
        if (!deeper(at)) return nullptr;
        NodePtr value;
        if (take("-")) {
            value = node(LabOperator::Negative, at, {signedValue()});
        } else {
            value = single();
            skipSpace();
            const auto sign = m_at;
            if (take("^")) value = node(LabOperator::Power, sign, {value, signedValue()});
        }
        --m_depth;
        return value;
    }
    // False: too deep, and that is said.
    bool deeper(std::size_t at) {
        if (++m_depth <= LabExpression::kMostDepth) return true;
        fail(at, say(Sentence::LabParseDeep, {{"count", LabExpression::kMostDepth}}));
        return false;
    }

    NodePtr single() {
        skipSpace();
        const auto at = m_at;
        if (at == m_text.size()) return fail(at, say(Sentence::LabParseNothing)), nullptr;
        if (take("(")) {
            NodePtr inside = alternatives();
            if (!take(")")) fail(m_at, say(Sentence::LabParseBracket));
            return inside;
        }
        if (m_text[at] == '"') return text();
        if (isDigit(m_text[at]) || m_text[at] == '.') return number();
        if (isLetter(m_text[at])) return named();
        return fail(at, say(Sentence::LabParseValue)), nullptr;
    }
    NodePtr constant(LabScalar value, std::size_t at) {
        return std::make_shared<LabExpression::Node>(LabExpression::Node{
            .what = LabOperator::Value, .value = std::move(value), .name = {}, .member = {}, .at = at, .parts = {}});
    }
    NodePtr text() {
        const auto at = m_at++;
        std::string value;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) ++m_at;
            value += m_text[m_at++];
        }
        if (m_at == m_text.size()) return fail(at, say(Sentence::LabParseQuote)), nullptr;
        ++m_at;
        return constant(std::move(value), at);
    }
    NodePtr number() {
        const auto at = m_at;
        double value = 0;
        const auto rest = m_text.substr(at);
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (error != std::errc() || !std::isfinite(value)) return fail(at, say(Sentence::LabParseNumber)), nullptr;
        m_at += static_cast<std::size_t>(end - rest.data());
        return constant(value, at);
    }
    std::string word() {
        const auto at = m_at;
        while (m_at < m_text.size() && (isLetter(m_text[m_at]) || isDigit(m_text[m_at]))) ++m_at;
        return std::string(m_text.substr(at, m_at - at));
    }
    NodePtr named() {
        const auto at = m_at;
        std::string name = word();
        if (name == "true" || name == "false") return constant(name == "true", at);
        LabExpression::Node found{
            .what = LabOperator::Question, .value = {}, .name = std::move(name), .member = {}, .at = at, .parts = {}};
        if (take("(")) arguments(found);
        if (const auto* function = findLabFunction(found.name)) return call(*function, std::move(found));
        skipSpace();
        if (m_at + 1 < m_text.size() && m_text[m_at] == '.' && isLetter(m_text[m_at + 1])) {
            ++m_at;
            found.member = word();
        }
        return std::make_shared<LabExpression::Node>(std::move(found));
    }
    void arguments(LabExpression::Node& of) {
        if (take(")")) return;
        do {
            skipSpace();
            const auto at = m_at;
            const bool all = take("*");
            of.parts.push_back(all ? node(LabOperator::All, at, {}) : alternatives());
        } while (!m_error && take(","));
        if (!take(")")) fail(m_at, say(Sentence::LabParseComma));
    }
    NodePtr call(const LabFunction& function, LabExpression::Node found) {
        found.what = LabOperator::Function;
        const auto count = found.parts.size();
        if (count < function.least || (function.most != 0 && count > function.most)) {
            return fail(found.at, wrongCount(function.name, function.least, function.most, count)), nullptr;
        }
        for (const auto& part : found.parts) {
            if (part && part->what == LabOperator::All) return fail(part->at, say(Sentence::LabParseStar)), nullptr;
        }
        if (function.name == "step" && found.parts[0] && !isStepId(*found.parts[0])) {
            return fail(found.parts[0]->at, say(Sentence::LabParseStep)), nullptr;
        }
        return std::make_shared<LabExpression::Node>(std::move(found));
    }
    static bool isStepId(const LabExpression::Node& node) {
        return node.what == LabOperator::Value && std::holds_alternative<std::string>(node.value);
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_depth = 0;
    std::optional<LabExpression::Error> m_error;
};

}  // namespace

std::string wrongCount(std::string_view function, std::size_t least, std::size_t most, std::size_t count) {
    const auto sentence = most == 0       ? Sentence::LabTakesOrMore
                          : most == least ? Sentence::LabTakes
                                          : Sentence::LabTakesBetween;
    return say(sentence, {{"function", function}, {"least", least}, {"most", most}, {"count", count}});
}

std::span<const LabFunction> labFunctions() { return kFunctions; }

const LabFunction* findLabFunction(std::string_view name) {
    for (const auto& function : kFunctions) {
        if (function.name == name) return &function;
    }
    return nullptr;
}

std::variant<LabExpression, LabExpression::Error> LabExpression::parse(std::string_view text) {
    if (text.size() > kMostBytes) {
        return Error{kMostBytes, say(Sentence::LabParseLong, {{"count", kMostBytes}})};
    }
    ExpressionParser parser(text);
    auto root = parser.whole();
    if (parser.error()) return *parser.error();
    LabExpression expression;
    expression.m_text = text;
    expression.m_root = std::move(root);
    return expression;
}

}  // namespace ipclab
