// The blocks of a report as atoms of the flow, from the left margin, so wide.
#pragma once

#include <vector>

#include "report/page_flow.h"
#include "report/report.h"

namespace ipclab {

struct PageRoom {
    double width = 0, height = 0;  // of what is printed on
};

std::vector<FlowAtom> titleAtoms(const Report& report, const PageRoom& room);
std::vector<FlowAtom> sectionAtoms(const ReportSection& section, int number, const PageRoom& room);

}  // namespace ipclab
