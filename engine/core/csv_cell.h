// Text as one cell of a CSV file (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace ipclab {

// Quoted where it has to be. What a spreadsheet would take for a formula (it begins with = + - @ or a tab) gets an
// apostrophe before it: names and outputs come from outside. For text alone: a number may be negative.
std::string csvCell(std::string_view text);

}  // namespace ipclab
