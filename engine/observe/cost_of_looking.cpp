#include "observe/cost_of_looking.h"

#include <unistd.h>

#include "observe/sampled_states.h"

namespace ipclab {
namespace {

constexpr int kLooks = 200;

}  // namespace

Nanoseconds costOfLooking() {
    SampledStates states;
    states.watch(::getppid());
    states.sample();  // opens what the others read again
    const SampledProcess* parent = states.find(::getppid());
    if (parent == nullptr || parent->gone) return 0;
    const Nanoseconds begun = monotonicNow();
    for (int i = 0; i < kLooks; ++i) {
        states.sample();
        states.clearClosed();
    }
    return (monotonicNow() - begun) / kLooks;
}

}  // namespace ipclab
