// What the command line prints of an exercise that was run.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "exercises/lab_work.h"

namespace ipclab {

// As results and grades have it in JSON.
std::string_view outcomeId(LabOutcome outcome);

// `language`: that of the exercise's texts; the rest is in the language that is set (report/report_language.h).
std::string labResultText(const Lab& lab, const LabWork& work, const LabResult& result, const std::string& language);
// "ipclab.lab-result/1"
nlohmann::ordered_json labResultJson(const Lab& lab, const LabWork& work, const LabResult& result,
                                     const std::string& language);

}  // namespace ipclab
