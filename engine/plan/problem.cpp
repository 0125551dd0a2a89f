#include "plan/problem.h"

#include <algorithm>

namespace ipclab {

std::optional<Severity> worst(const std::vector<Problem>& problems) {
    std::optional<Severity> result;
    for (const Problem& problem : problems) {
        if (!result || problem.severity < *result) result = problem.severity;
    }
    return result;
}

int exitStatus(const std::vector<Problem>& problems) {
    const auto severity = worst(problems);
    if (severity == Severity::Error) return 2;
    return severity == Severity::MachineLacks ? 3 : 0;
}

void limitProblems(std::vector<Problem>& problems, std::size_t most) {
    if (problems.size() <= most) return;
    const auto graver = [](const Problem& a, const Problem& b) { return a.severity < b.severity; };
    std::stable_sort(problems.begin(), problems.end(), graver);
    const std::string left = std::to_string(problems.size() - most);
    const Severity severity = problems[most].severity;
    problems.resize(most);
    problems.push_back({"", 0, 0, left + " or more further problems are not listed. Mend these first", severity});
}

std::string formatProblem(std::string_view fileName, const Problem& problem) {
    std::string text(fileName);
    if (problem.line != 0) text += ":" + std::to_string(problem.line);
    if (!text.empty()) text += ": ";
    text += problem.pointer.empty() ? "(document)" : problem.pointer;
    text += problem.severity == Severity::Warning ? ": warning: " : ": ";
    return text + problem.message;
}

}  // namespace ipclab
