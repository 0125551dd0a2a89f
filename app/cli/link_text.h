// The links of a run in its result for people (result_text.h): tables, and sentences below them.
#pragma once

#include <string>

#include "results/run_data.h"

namespace ipclab {

// What there is to say of one thing, below a table.
std::string lineOf(const std::string& name, const std::string& sentence);

std::string linksText(const RunData& data);
std::string queuesText(const RunData& data);
std::string costsText(const RunData& data);
std::string integrityText(const RunData& data);
std::string rateTimesText(const RunData& data);
std::string timesText(const RunData& data);

}  // namespace ipclab
