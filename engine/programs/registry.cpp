#include "programs/registry.h"

#include <array>

namespace ipclab {

#define PROGRAM(function) const Program& function();
#include "programs/programs.def"
#undef PROGRAM

std::span<const Program* const> allPrograms() {
    static const auto all = std::to_array<const Program*>({
#define PROGRAM(function) &function(),
#include "programs/programs.def"
#undef PROGRAM
    });
    return all;
}

const Program* findProgram(std::string_view programId) {
    for (const Program* program : allPrograms()) {
        if (program->info().id == programId) return program;
    }
    return nullptr;
}

}  // namespace ipclab
