// All programs, from the explicit list in programs.def.
#pragma once

#include <span>
#include <string_view>

#include "programs/program.h"

namespace ipclab {

std::span<const Program* const> allPrograms();

// nullptr when there is none of that id.
const Program* findProgram(std::string_view programId);

}  // namespace ipclab
