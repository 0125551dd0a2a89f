// What a student has done with an exercise: predictions, experiments as they were left, runs, answers in words, hints.
// The window keeps it between days, and it is what is handed in.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "exercises/own_program.h"
#include "labs/verdict.h"

namespace ipclab {

struct LabStepWork {
    std::string document;  // as a file; empty: not begun
    std::vector<std::filesystem::path> recordings;
    std::optional<OwnProgram> program{};
    bool operator==(const LabStepWork&) const = default;
};

struct LabWork {
    std::string lab{};  // its id
    unsigned version = 1;
    std::string fingerprint{};  // exercises/library.h
    std::string student{};      // as they call themselves; may be empty
    LabAnswers predictions{};
    std::map<std::string, std::string> words{};  // by the question's id
    std::set<std::string> hints{};               // ids of the checks whose hint was read
    std::map<std::string, LabStepWork> steps{};  // by id
    bool operator==(const LabWork&) const = default;
};

// Everything but the recordings themselves. Reading throws std::runtime_error: what in it cannot be.
nlohmann::ordered_json toJson(const LabWork& work);
LabWork labWorkFromJson(const nlohmann::ordered_json& json);

// Of an answer in words.
inline constexpr std::size_t kMostAnswerBytes = 64U << 10;

// Ids of the questions that are not answered, or not in as many words as are asked for.
std::vector<std::string> unanswered(const Lab& lab, const LabWork& work);

struct LabResult {
    std::vector<LabStepVerdict> steps;                     // in the order of the exercise
    std::vector<std::vector<std::filesystem::path>> runs;  // of each step the recordings that count, by trial
    double points = 0, most = 0;  // points: less a tenth of a check's for its hint, where hints cost
    bool complete = false;        // every check was judged, and every question of reflection answered
};
// From the recordings, which are read again. A recording that cannot be read counts as none, and `problems` says so.
LabResult judgeWork(const Lab& lab, const LabWork& work, std::vector<std::string>& problems);

}  // namespace ipclab
