// "Did you mean …": the known word closest to an unknown one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// In double quotes; control characters escaped, invalid UTF-8 replaced, and cut after 60 characters.
std::string quote(std::string_view text);

// Empty when nothing is close enough to be what was meant.
std::string_view closest(std::string_view word, const std::vector<std::string_view>& known);

// `pipe, fifo, tcp`: as many as a person can take in.
std::string listed(const std::vector<std::string_view>& known);

// `…; did you mean "pipe"? Known: pipe, fifo, tcp` behind what is wrong, or without the question when nothing is close.
std::string withSuggestion(const std::string& what, std::string_view word, const std::vector<std::string_view>& known);

}  // namespace ipclab
