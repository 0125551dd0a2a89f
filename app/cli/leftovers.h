// What runs with a dead owner have left behind: looked at, not removed. The sweep (core/run_directory.h) removes it
// at the start of the next run.
#pragma once

#include <string>
#include <vector>

namespace ipclab {

struct Leftover {
    std::string run;   // its folder
    unsigned objects;  // names in its journal, some of which may be gone already
};

std::vector<Leftover> findLeftovers();

}  // namespace ipclab
