// The commands, one file each. Each prints its result to standard output and returns the exit status, or throws
// Failure. run, bench, costs, waiting, sweep, claims, export, lab and report
// need the event loop, which they make themselves.
#pragma once

#include "cli/arguments.h"

namespace ipclab {

int runCommand(const RunArguments& arguments);
int benchCommand(const BenchArguments& arguments);
int costsCommand(const CostsArguments& arguments);
int waitingCommand(const WaitingArguments& arguments);
int sweepCommand(const SweepArguments& arguments);
int claimsCommand(const ClaimsArguments& arguments);
int listCommand(const ListArguments& arguments);
int showCommand(const ShowArguments& arguments);
int checkCommand(const CheckArguments& arguments);
int exportCommand(const ExportArguments& arguments);
int reportCommand(const ReportArguments& arguments);
int labCommand(const LabArguments& arguments);
int labCheckCommand(const LabArguments& arguments);  // what an author asks of an exercise
int labNewCommand(const LabArguments& arguments);
int gradeCommand(const GradeArguments& arguments);
int doctorCommand(const DoctorArguments& arguments);

// Any of them; prints what a Failure says to standard error. Expects that it is not the window that is wanted.
int execute(const Arguments& arguments);

}  // namespace ipclab
