// A table on paper: columns as wide as what stands in them, smaller type where that is too wide, and lines within cells
// where it still is. Its head stands again at the top of each page it goes on on.
#pragma once

#include <vector>

#include "report/page_flow.h"
#include "report/report.h"

namespace ipclab {

std::vector<FlowAtom> rowsOf(const ReportTable& table, double width, double pageHeight);
// Two columns without a head: what, and its value.
std::vector<FlowAtom> rowsOf(const ReportFacts& facts, double width, double pageHeight);

}  // namespace ipclab
