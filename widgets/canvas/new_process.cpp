#include "canvas/new_process.h"

#include <algorithm>

#include "programs/registry.h"

namespace ipclab {
namespace {

// Slow enough to see single messages, fast enough to see that something moves.
constexpr double kRatePerSecond = 1000;

}  // namespace

std::optional<ProcessSpec> newProcess(std::string_view programId) {
    const Program* program = findProgram(programId);
    if (program == nullptr) return std::nullopt;
    const ProgramInfo& info = program->info();
    ProcessSpec process;
    process.name = process.program = info.id;
    if (info.foreign) {
        process.launch = LaunchMethod::Exec;
        process.command = {"cat"};  // from standard input to standard output, until another is named
    }
    if (info.needsStacks) process.launch = LaunchMethod::Exec;
    const bool begins = info.usesRate && info.sends.atLeast > 0 && !info.carries;
    if (begins && info.receives.atLeast == 0) process.settings.ratePerSecond = kRatePerSecond;
    process.settings.messageBytes = std::max(process.settings.messageBytes, info.leastMessageBytes);
    return process;
}

}  // namespace ipclab
