// The small language in which exercises say what is asked of a run and what is right: `sum(link(*).received)`,
// `process("child").exit_code == 0`, `2 ^ prediction("forks")`. Nothing in it does anything; it has no loops and no
// names of its own, and what it may ask for is the vocabulary of who evaluates it (labs/measures.h).
//
//   1.5  "text"  true  false            values
//   + - * / % ^  == != < <= > >=        of numbers; == and != of texts and truths as well
//   and  or  not  ( )                   of truths
//   sum min max mean count              of a list, or of several values
//   abs floor ceil round sqrt log2      of a number
//   distinct item                       the different values of a list; item(list, 1): its first
//   if(a, b, c)                         b where a is true, else c
//   known(a, b)                         a, or b where a is not known
//   step("one", a)                      a, asked of the run of an earlier step
//   name(arguments)  name(arguments).member   what the vocabulary gives; `*` stands for every name
//
// A value that is not known makes everything unknown that depends on it: no figure is made of a missing one.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ipclab {

struct LabUnknown {
    std::string why;          // a sentence; the first reason met
    bool isReckoned = false;  // of the expression itself: said to its author, and to nobody who reads the verdict
    bool operator==(const LabUnknown&) const = default;
};
using LabScalar = std::variant<LabUnknown, double, bool, std::string>;
using LabList = std::vector<LabScalar>;
using LabValue = std::variant<LabUnknown, double, bool, std::string, LabList>;

// As people read it: 3, 0.25, true, a text as it is, `3, 4, 5`; nothing known: an en dash.
std::string labValueText(const LabValue& value);
// As messages say it: whole numbers whole and in groups, others with three significant digits: 65,536, 0.3, 12.5.
std::string labFigureText(const LabValue& value);

// What is asked of the vocabulary. An argument that is `*` is absent.
struct LabQuestion {
    std::string name;
    std::vector<std::optional<LabScalar>> arguments;
    std::string member;  // empty: none
    std::string step{};  // of an earlier step; empty: of its own
    std::size_t at = 0;  // where it stands in the expression, in bytes
};

class LabExpression {
public:
    struct Node;
    // Longer or deeper ones are refused.
    static constexpr std::size_t kMostBytes = 2'000;
    static constexpr std::size_t kMostDepth = 40;

    struct Error {
        std::size_t at = 0;  // in bytes from 0
        std::string message;
    };
    // Never throws; exactly one of the two results.
    static std::variant<LabExpression, Error> parse(std::string_view text);

    using Answer = std::function<LabValue(const LabQuestion&)>;
    // Who answers of an earlier step; empty: it was not run.
    using Elsewhere = std::function<Answer(const std::string& step)>;
    [[nodiscard]] LabValue evaluate(const Answer& answer, const Elsewhere& elsewhere = {}) const;

    // All that it asks whose arguments are written out (values or `*`), in the order of the text: to be checked before
    // anything runs.
    [[nodiscard]] std::vector<LabQuestion> questions() const;
    // Each of them by itself, with the function it is directly in: count(event("exited")). What was asked to tell the
    // value; none twice.
    struct Asked {
        LabQuestion question;
        std::string function;  // empty: it is in none
        [[nodiscard]] LabValue evaluate(const Answer& answer, const Elsewhere& elsewhere = {}) const;
        std::shared_ptr<const Node> node;
    };
    [[nodiscard]] std::vector<Asked> asked() const;
    // Is its value one of a member of which that is so, or one chosen of several such? What is reckoned is not.
    [[nodiscard]] bool gives(bool (*isSo)(std::string_view member)) const;
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    LabExpression() = default;
    std::string m_text;
    std::shared_ptr<const Node> m_root;  // never changed: copies share it
};

}  // namespace ipclab
