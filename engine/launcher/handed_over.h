// What a program of the launcher's side is given as it is started: numbers on its command line, and a text in a file.
#pragma once

#include <array>
#include <string>

namespace ipclab {

// The first words as numbers from 0 on. False: there are fewer, or one is none.
bool takeNumbers(int argc, char** argv, std::array<int, 4>& numbers);

// From its beginning, wherever the descriptor stands. `name` is for the message where that fails.
std::string wholeText(int fd, const std::string& name);

}  // namespace ipclab
