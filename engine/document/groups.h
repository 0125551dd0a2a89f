// Several equal processes, said once in a document: "copies". What runs has each of them by itself, with a name and
// ends of its own; what is checked is what would run, told at the places of the document.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "document/problem.h"

namespace ipclab {

[[nodiscard]] bool hasGroups(const Experiment& document);
// How many processes it runs.
[[nodiscard]] std::size_t processCount(const Experiment& document);

// "worker-2"; number counts from 1.
std::string memberName(const std::string& group, std::uint32_t number);

// Every process by itself: a group's members stand where it stood, and so do their ends, their places in shared objects
// and their steps. The same where there are no groups.
[[nodiscard]] Experiment expanded(const Experiment& document);
// The ids of expanded(): those of a group's members are its own.
[[nodiscard]] PartIds expandedIds(const Experiment& document, const PartIds& ids);

// What was found in expanded(), at the places of the document; what is true of each member is said once.
[[nodiscard]] std::vector<Problem> inDocument(const Experiment& document, std::vector<Problem> problems);

// The members become processes of their own, of which the first is the part that the group was.
Edit ungroup(const Document& document, PartId process);

}  // namespace ipclab
