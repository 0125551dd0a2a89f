// What the command line prints of what was handed in, in the language that is set (report/report_language.h); the names
// in CSV and JSON are always the same.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "exercises/submission.h"

namespace ipclab {

std::string gradesText(const std::vector<Graded>& all);
std::string gradesCsv(const std::vector<Graded>& all);
nlohmann::ordered_json gradesJson(const std::vector<Graded>& all);
// All programs of students, by step, for reading.
std::string sourcesText(const std::vector<Graded>& all);

}  // namespace ipclab
