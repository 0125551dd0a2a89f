// Dates: one zone everywhere, and written with it.
#pragma once

#include <string>
#include <string_view>

namespace ipclab {

std::string utcNow();  // ISO 8601: 2026-11-25T21:34:05Z
// For people: "2026-11-25 21:34:05 UTC". What is not of that form stays as it is.
std::string dateText(std::string_view iso);

}  // namespace ipclab
