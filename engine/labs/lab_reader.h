// The text of an exercise to a Lab and back to its author's mistakes: all at once, each with its file, line, JSON
// pointer, what was found and what was expected.
//
// Any thread. Bad text is never an exception. At most 4 MiB of JSON and 1 MiB of each language.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/problem.h"
#include "labs/lab.h"

namespace ipclab {

// What a folder of an exercise holds: lab.json, en.md, ko.md, and C files. A file that is not there is empty.
struct LabTexts {
    std::string json;
    std::map<std::string, std::string> markdown;   // by language
    std::map<std::string, std::string> sources{};  // by the file's name
};

// An experiment of the library; nothing: there is none of that id.
using LabPresets = std::function<std::optional<Experiment>(std::string_view id)>;

struct LabProblem {
    std::string file;  // "lab.json", "ko.md"
    Problem problem;
};

struct LabReadResult {
    std::optional<Lab> lab;  // present where there is no error
    std::vector<LabProblem> problems;
    [[nodiscard]] bool isSound() const { return lab.has_value(); }
};

// Presets are put into their steps. For an author also what only checking the whole tells is a problem: a text that is
// missing in a language, a check that no wrong solution fails.
LabReadResult readLab(const LabTexts& texts, const LabPresets& presets, bool forAuthor = false);

// "# id" and what follows, up to the next; what stands before the first belongs to none.
std::map<std::string, std::string> labSections(std::string_view markdown);

// The experiment a step starts with: its own, or the last one of a step before it. Null: there is none yet.
const Experiment* experimentOf(const Lab& lab, const LabStep& step);

}  // namespace ipclab
