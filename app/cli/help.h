// The texts of --help: what each command is for, with examples that work. Kept apart from the parsing so that they
// can be read as what they are.
#pragma once

namespace ipclab::help {

extern const char* const kProgram;
extern const char* const kProgramFooter;
extern const char* const kRun;
extern const char* const kRunFooter;
extern const char* const kBench;
extern const char* const kBenchFooter;
extern const char* const kCosts;
extern const char* const kCostsFooter;
extern const char* const kWaiting;
extern const char* const kWaitingFooter;
extern const char* const kSweep;
extern const char* const kSweepFooter;
extern const char* const kClaims;
extern const char* const kClaimsFooter;
extern const char* const kList;
extern const char* const kListFooter;
extern const char* const kShow;
extern const char* const kShowFooter;
extern const char* const kCheck;
extern const char* const kCheckFooter;
extern const char* const kExport;
extern const char* const kExportFooter;
extern const char* const kReport;
extern const char* const kReportFooter;
extern const char* const kLab;
extern const char* const kLabFooter;
extern const char* const kGrade;
extern const char* const kGradeFooter;
extern const char* const kDoctor;
extern const char* const kDoctorFooter;

}  // namespace ipclab::help
