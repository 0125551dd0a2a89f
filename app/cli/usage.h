// What is said of a command line that is wrong, and which of its words are Qt's.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace ipclab {

// Those before the first word that is no option: a command takes none of Qt's.
std::vector<std::string> withoutQtOptions(const std::vector<std::string>& words);

std::string usageError(const CLI::App& root, const CLI::ParseError& error);
// Where the word, taken for a file to open, is more likely a command that was mistyped; empty: it is none.
std::string mistypedCommand(const CLI::App& root, const std::string& word);

}  // namespace ipclab
