// What the window hands the launcher at its start, as JSON in an inherited memfd: the experiment itself and how to
// carry it out.
#pragma once

#include <string>
#include <string_view>

#include "core/clock.h"
#include "document/experiment.h"

namespace ipclab {

struct LaunchOrder {
    Experiment experiment;
    bool switchEvents = false;     // open them for the window
    Nanoseconds probeEveryNs = 0;  // ask the system for queue depths; 0: never
    Nanoseconds askForNs = 2 * kNsPerSecond;
    Nanoseconds terminateForNs = kNsPerSecond / 2;
    std::string token;  // of the run, core/run_directory.h
    bool bare = false;  // bare loops over the links instead of the programs: the reference of a benchmark
};

std::string toJsonText(const LaunchOrder& order);

// Throws std::exception when the text is none.
LaunchOrder launchOrderFromJson(std::string_view text);

}  // namespace ipclab
