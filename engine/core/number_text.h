// A number as text for files, details of events and labels that are read back.
#pragma once

#include <string>

namespace ipclab {

// A dot before decimals, no more digits than it takes, at most so many significant ones (1 to 17; with 17 the same
// number is read back). Empty for NaN and infinities.
std::string numberText(double value, int significantDigits);

// Of numbers in the details of events.
inline constexpr int kDetailDigits = 10;

}  // namespace ipclab
