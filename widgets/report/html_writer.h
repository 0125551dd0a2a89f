// A report as one HTML file that stands alone: no script, nothing from outside, everything from outside escaped. It is
// well-formed XML as well, and prints as the PDF does.
#pragma once

#include <QByteArray>

#include "report/report.h"
#include "report/report_plan.h"

namespace ipclab {

// paper: what it is printed on. GUI thread.
QByteArray htmlOf(const Report& report, Paper paper = Paper::A4);

}  // namespace ipclab
