// What it costs to make a process or a thread, and to switch from one to another, measured by doing it many times.
//
// Creating: from the call until the parent knows that the child has ended (which did nothing), so that the whole of
// what the kernel does is in it. What fork(2) costs grows with the parent's resident pages, whose tables it copies;
// vfork(2), posix_spawn(3) and a thread share them. Those that start a program (exec) all start the same one.
// Switching: two that pass a byte to and fro by pipes, each time blocking; what the four calls cost is measured in one
// process that passes it to itself, and taken off. A round trip has two switches.
//
// Call in a process of its own that has one thread and little memory (ipclab-worker --costs): it forks, allocates and
// pins itself. Throws std::system_error.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"

namespace ipclab {

enum class CreationMethod : std::uint8_t { Thread, Vfork, Fork, ForkExec, VforkExec, Spawn };
inline constexpr CreationMethod kCreationMethods[] = {CreationMethod::Thread, CreationMethod::Vfork,
                                                      CreationMethod::Fork,   CreationMethod::VforkExec,
                                                      CreationMethod::Spawn,  CreationMethod::ForkExec};
[[nodiscard]] std::string_view id(CreationMethod method);  // "thread", "vfork", "fork", "fork-exec" …
[[nodiscard]] bool startsProgram(CreationMethod method);

struct CreationCost {
    CreationMethod method = CreationMethod::Fork;
    std::uint64_t residentBytes = 0;   // of the parent, as /proc tells it, not as it was asked for
    std::vector<Nanoseconds> samples;  // one creation each; empty with a reason
    std::string skipped;
};

enum class SwitchPlace : std::uint8_t { SameCore, OtherCore };
struct SwitchCost {
    bool threads = false;  // of one process; false: two processes
    SwitchPlace place = SwitchPlace::SameCore;
    std::vector<Nanoseconds> roundTrips;  // mean of a batch each
    std::vector<Nanoseconds> calls;       // the same calls without a switch, mean of a batch each
    std::string skipped;
};

// What is measured together, in turns, so that a disturbance meets all of it alike: the methods of creating at one size
// of the parent; then each kind of switching for itself.
inline constexpr std::array<std::uint64_t, 4> kCostResidentBytes{1U << 20, 16U << 20, 64U << 20, 256U << 20};
inline constexpr std::size_t kCostGroups = kCostResidentBytes.size() + 4;

struct CostOptions {
    unsigned repeats = 40;
    std::string program, argument;  // what the methods with exec start: ends at once
};

// Rows as they are measured. Of a size for which this machine has not four times the free memory they are skipped with
// the reason. Expects a group below kCostGroups.
void measureCosts(std::size_t group, const CostOptions& options,
                  const std::function<void(const CreationCost&)>& tellCreation,
                  const std::function<void(const SwitchCost&)>& tellSwitch);

}  // namespace ipclab
