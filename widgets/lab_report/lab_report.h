// What a student has done with an exercise, as a report for people: each step with what was asked, what was predicted
// and what was measured, the verdicts with their numbers, what they changed and wrote, the experiment and the charts of
// a run, the answers in words. It goes beside the recordings into what is handed in; whoever grades never reads it.
#pragma once

#include <vector>

#include "exercises/archive.h"
#include "exercises/lab_work.h"
#include "report/report.h"

namespace ipclab {

struct LabReportSubject {
    const Lab& lab;
    const LabWork& work;
    const LabResult& result;
};

// Needs a QApplication. GUI thread.
Report reportOfLab(const LabReportSubject& subject, const QString& language);

// report.html and report.pdf.
std::vector<ArchiveEntry> labReportFiles(const LabReportSubject& subject, const QString& language);

}  // namespace ipclab
