// What tells whether two texts or files are the same, to the last byte.
#pragma once

#include <string>
#include <string_view>

namespace ipclab {

std::string sha256(std::string_view bytes);  // in hexadecimal

}  // namespace ipclab
