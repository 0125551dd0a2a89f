#include "document/problem.h"

#include <algorithm>

#include "core/sentences.h"
#include "core/utf8.h"

namespace ipclab {

namespace {

constexpr std::size_t kLongestPointer = 200;
constexpr std::size_t kLongestMessage = 4000;  // of ours; what it quotes is shorter

}  // namespace

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
    std::string left = say(Sentence::FurtherProblems, {{"count", problems.size() - most}});
    const Severity severity = problems[most].severity;
    problems.resize(most);
    problems.push_back({"", 0, 0, std::move(left), severity});
}

// One line, whatever stood in the document or is the name of the file.
std::string formatProblem(std::string_view fileName, const Problem& problem) {
    std::string text = printable(fileName);
    if (problem.line != 0) text += ":" + std::to_string(problem.line);
    if (!text.empty()) text += ": ";
    text += problem.pointer.empty() ? "(document)" : printable(excerpt(problem.pointer, kLongestPointer));
    text += problem.severity == Severity::Warning ? ": warning: " : ": ";
    return text + printable(excerpt(problem.message, kLongestMessage));
}

}  // namespace ipclab
