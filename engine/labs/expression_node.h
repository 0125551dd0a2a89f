// The tree of an expression. Private to the room.
#pragma once

#include <span>

#include "labs/expression.h"

namespace ipclab {

enum class LabOperator : unsigned char {
    Value,
    All,
    Question,
    Function,
    Negative,
    Not,
    Plus,
    Minus,
    Times,
    Divided,
    Modulo,
    Power,
    Equal,
    Unequal,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or
};

struct LabExpression::Node {
    LabOperator what = LabOperator::Value;
    LabScalar value{};         // of a Value
    std::string name, member;  // of a Question or Function
    std::size_t at = 0;
    std::vector<std::shared_ptr<const Node>> parts{};
};

// The functions there are, and how many values they take; most 0: any number.
struct LabFunction {
    std::string_view name;
    std::size_t least, most;
};
std::span<const LabFunction> labFunctions();
const LabFunction* findLabFunction(std::string_view name);

// What is said of one that was given so many values; most 0: any number.
std::string wrongCount(std::string_view function, std::size_t least, std::size_t most, std::size_t count);

}  // namespace ipclab
