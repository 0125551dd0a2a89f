// All rules of the validation in the order in which their problems are told, and how one is asked. Private to this
// room.
#pragma once

#include <array>

#include "document/parts.h"
#include "document/validation_rules.h"

namespace ipclab {

enum class Rule : std::uint8_t {
    Anybody,
    Process,
    Link,
    Stdio,
    QueueMemory,
    Shared,
    Uses,
    Step,
    Courses,
    Identity,
    Ending,
    Limits,
    Safety,
};
inline constexpr std::size_t kRules = static_cast<std::size_t>(Rule::Safety) + 1;

// The kind of part it is about, asked of each; None: it is asked once.
Part::Kind kindOf(Rule rule);

// How many parts of the kind there are.
std::size_t countOf(const Experiment& experiment, Part::Kind kind);

// Of the part at the index, for rules that are about one. The problems' pointers begin at it, else at the document.
void ask(Review& review, Rule rule, const Experiment& experiment, const std::vector<LinkRequest>& specs,
         std::size_t index);

// Where a part is in the document: "/links/3"; empty for the whole.
std::string partPointer(Part::Kind kind, std::size_t index);

}  // namespace ipclab
