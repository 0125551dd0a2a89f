// A process as it is added: of a program, with fields that let one see something at once.
#pragma once

#include <optional>
#include <string_view>

#include "document/experiment.h"

namespace ipclab {

// Named as its program; what it is called in a document, paste() makes free. Nothing: there is no such program.
std::optional<ProcessSpec> newProcess(std::string_view programId);

}  // namespace ipclab
