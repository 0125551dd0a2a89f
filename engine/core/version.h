// The version of the program, for files it writes and `--version`.
#pragma once

#include <string_view>

namespace ipclab {

std::string_view programVersion();

}  // namespace ipclab
