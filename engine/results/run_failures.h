// What makes a run a failed one: a process that could not be made, a program of ours that failed, a command that must
// succeed and did not. What an experiment does on purpose is none: a signal that a step, a person or the stopping of
// the run has sent, a limit that was given, an end that is the program's subject.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/run_data.h"

namespace ipclab {

struct ProcessFailure {
    std::uint32_t process = 0;
    std::string text;  // a sentence without its end, for people: process "wc" ended with exit 1, and must succeed
};

// In the order of the processes.
std::vector<ProcessFailure> failuresOf(const RunData& data);

// Of one line on its standard error, by the process that wrote it: the last ones are kept with it.
void keepLastWords(const RunEvent& event, RunData& data);

}  // namespace ipclab
