// What the command line prints of an exercise that was run, and of what was handed in.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "exercises/lab_work.h"
#include "exercises/submission.h"

namespace ipclab {

std::string labResultText(const Lab& lab, const LabWork& work, const LabResult& result);
// "ipclab.lab-result/1"
nlohmann::ordered_json labResultJson(const Lab& lab, const LabWork& work, const LabResult& result);

std::string gradesText(const std::vector<Graded>& all);
std::string gradesCsv(const std::vector<Graded>& all);
nlohmann::ordered_json gradesJson(const std::vector<Graded>& all);
// All programs of students, by step, for reading.
std::string sourcesText(const std::vector<Graded>& all);
// All answers in words, by question, for reading.
std::string wordsText(const std::vector<Graded>& all);

}  // namespace ipclab
