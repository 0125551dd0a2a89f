// What was known of a run at a moment, of what is known of it at its end. Private to recordings.
#pragma once

#include "results/run_data.h"

namespace ipclab {

// Everything that happened after `atNs` is taken out of `data`, and totals with it: those of that moment are not among
// it. The events stay; they are in order. Lanes, series and queues must not be there yet.
void takeBackTo(Nanoseconds atNs, RunData& data);

// Once the lanes are there: what each process and task was doing, and why it waited.
void tellStatesBy(Nanoseconds atNs, RunData& data);

}  // namespace ipclab
