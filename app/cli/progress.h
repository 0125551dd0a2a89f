// One line on the terminal that says how far a run is. Only where standard error is a terminal.
#pragma once

#include <string>

#include "results/run_data.h"

namespace ipclab {

bool progressIsVisible();
void showProgress(const std::string& title, const RunData& data);
void showProgress(const std::string& line);
void clearProgress();

// The line without what moves the cursor, at most `width` columns.
std::string progressText(const std::string& title, const RunData& data, std::size_t width);

}  // namespace ipclab
