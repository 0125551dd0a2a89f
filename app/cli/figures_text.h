// Every figure of a run, one after the other, as text: whatever has quantities (results/quantity.h), and "all" where those of several make one.
#pragma once

#include <string>

#include "results/quantity.h"

namespace ipclab {

std::string allFiguresText(const RunData& data);

}  // namespace ipclab
