// Small measurements of what the system does, made directly by its calls: what the claims of row R8 need beyond runs
// (runs/claims/claim.h). Each is made in a process of its own with one thread and little memory (ipclab-worker
// --probe), which it may pin, fork, fill and limit as it likes.
//
// A probe is one function, which stands in a file of impl/ beside its like, and one line in probes.def. It tells each
// figure as soon as it is known, under a name of its own; those that are repeated are told once a repeat, and what is
// compared is measured in turns, so that a disturbance meets all of it alike.
#pragma once

#include <functional>
#include <span>
#include <stdexcept>
#include <string_view>

namespace ipclab {

using TellFigure = std::function<void(std::string_view figure, double value)>;

// What this machine has not got, and how to get it.
struct MachineLacks : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Probe {
    std::string_view id;
    // Throws std::system_error, MachineLacks.
    void (*measure)(unsigned repeats, const TellFigure& tell);
};

std::span<const Probe> allProbes();
// nullptr when there is none of that id.
const Probe* findProbe(std::string_view id);

}  // namespace ipclab
