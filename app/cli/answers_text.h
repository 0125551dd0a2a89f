// The answers in words of all that was handed in, by question, for a teacher to read.
#pragma once

#include <string>
#include <vector>

#include "exercises/submission.h"

namespace ipclab {

// The student, as they call themselves, and the file; printable.
std::string whoOf(const Graded& of);
// Each question as the student read it, below it who answered what, and who did not.
std::string answersSheet(const std::vector<Graded>& all, const LabFinder& labs, const std::string& language);
// A line for each answer.
std::string answersCsv(const std::vector<Graded>& all);

}  // namespace ipclab
