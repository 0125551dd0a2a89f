// The states a process can be in, as an operating-systems course names them: one set of words, letters and
// order for lanes, nodes, tables, exports and JSON. Runnable is what sampling /proc can tell: the letter R of
// /proc/PID/stat is "ready or running" (proc(5)); only switch records tell the two apart. Two more appear in lanes
// alone: ReadyEstimated is the part of a wait in which, by the kernel's run delay, it had been woken, where that sum is
// known but not how it is spread over the waits; Switching is a processor between two processes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ipclab {

enum class ProcessState : std::uint8_t {
    New,
    Ready,
    Running,
    Waiting,
    Stopped,
    Zombie,
    Terminated,
    Runnable,
    ReadyEstimated,
    Switching
};

inline constexpr std::size_t kProcessStateCount = 10;

struct ProcessStateName {
    std::string_view id;  // as in JSON
    char letter;          // as drawn
};

inline constexpr std::array<ProcessStateName, kProcessStateCount> kProcessStateNames{{
    {"new", 'N'},
    {"ready", 'R'},
    {"running", 'X'},
    {"waiting", 'W'},
    {"stopped", 'T'},
    {"zombie", 'Z'},
    {"terminated", '-'},
    {"runnable", 'r'},
    {"ready-estimated", 'e'},
    {"switching", 'S'},
}};

constexpr std::string_view stateId(ProcessState state) {
    return kProcessStateNames[static_cast<std::size_t>(state)].id;
}
constexpr char stateLetter(ProcessState state) { return kProcessStateNames[static_cast<std::size_t>(state)].letter; }

}  // namespace ipclab
