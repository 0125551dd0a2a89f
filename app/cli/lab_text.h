// What the command line prints of an exercise that was run, and of what was handed in.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "exercises/lab_work.h"
#include "exercises/submission.h"

namespace ipclab {

// `language`: that of the exercise's texts and of reasons.
std::string labResultText(const Lab& lab, const LabWork& work, const LabResult& result, const std::string& language);
// "ipclab.lab-result/1"
nlohmann::ordered_json labResultJson(const Lab& lab, const LabWork& work, const LabResult& result,
                                     const std::string& language);

std::string gradesText(const std::vector<Graded>& all);
std::string gradesCsv(const std::vector<Graded>& all);
nlohmann::ordered_json gradesJson(const std::vector<Graded>& all);
// All programs of students, by step, for reading.
std::string sourcesText(const std::vector<Graded>& all);

}  // namespace ipclab
