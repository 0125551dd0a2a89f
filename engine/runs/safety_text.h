#pragma once

#include <QString>

#include "results/run_data.h"

namespace ipclab {

// Which limit ended a run, and how to raise it, as a sentence in the language of the program. Expects one that a limit
// has ended (SafetyFacts::endedBy).
QString safetyText(const SafetyFacts& safety);

}  // namespace ipclab
