// JSON as a person would lay it out: what fits on a line stands on one (a process, a link, a step), the rest is
// indented by two.
#pragma once

#include <string>

#include "document/json_text.h"

namespace ipclab {

// Ends with a newline. Invalid UTF-8 in a string is replaced. Expects a tree of bounded depth (it recurses).
std::string layOut(const Json& document);

}  // namespace ipclab
