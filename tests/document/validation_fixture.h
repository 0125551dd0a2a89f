// Documents to be judged on a small machine of our choosing, and what is expected of the judgement.
#pragma once

#include <gmock/gmock.h>

#include "document/validation.h"
#include "documents.h"

namespace ipclab::test {

inline Machine smallMachine() { return {{0, 1}, 0, std::nullopt, std::nullopt, "/usr/bin:/bin"}; }

inline std::vector<Problem> check(const Experiment& experiment) { return validate(experiment, smallMachine()); }

inline void expectProblem(const std::vector<Problem>& problems, const std::string& pointer, Severity severity,
                          const std::string& words) {
    const bool found = std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
        return problem.pointer == pointer && problem.severity == severity &&
               problem.message.find(words) != problem.message.npos;
    });
    EXPECT_TRUE(found) << pointer << ": " << words << ", problems:" << listed(problems);
}

inline void expectError(const Experiment& experiment, const std::string& pointer, const std::string& words) {
    expectProblem(check(experiment), pointer, Severity::Error, words);
}
inline void expectWarning(const Experiment& experiment, const std::string& pointer, const std::string& words) {
    expectProblem(check(experiment), pointer, Severity::Warning, words);
}
inline void expectLacks(const Experiment& experiment, const std::string& pointer, const std::string& words) {
    expectProblem(check(experiment), pointer, Severity::MachineLacks, words);
}

inline ProcessSpec process(std::string name, std::string program) {
    ProcessSpec spec;
    spec.name = std::move(name);
    spec.program = std::move(program);
    return spec;
}

inline ProcessSpec command(std::string name, std::vector<std::string> argv) {
    ProcessSpec spec = process(std::move(name), "command");
    spec.launch = LaunchMethod::Exec;
    spec.command = std::move(argv);
    return spec;
}

inline EndSpec end(std::string process) {
    EndSpec spec;
    spec.process = std::move(process);
    return spec;
}

inline LinkSpec link(const std::string& mechanism, const std::string& from, const std::string& to) {
    LinkSpec plan;
    plan.name = defaultLinkName(from, to);
    plan.mechanism = mechanism;
    plan.senders = {end(from)};
    plan.receivers = {end(to)};
    return plan;
}

inline Step step(Nanoseconds atSeconds, const std::string& process, StepAction action) {
    Step result;
    result.atNs = atSeconds * kNsPerSecond;
    result.process = process;
    result.action = action;
    return result;
}

inline Experiment pair() {
    Experiment experiment;
    experiment.durationNs = 5 * kNsPerSecond;
    experiment.processes = {process("producer", "producer"), process("consumer", "consumer")};
    experiment.links = {link("pipe", "producer", "consumer")};
    return experiment;
}

inline Experiment commands(const std::string& mechanism) {
    Experiment experiment;
    experiment.processes = {command("cat", {"cat"}), command("wc", {"wc", "-c"})};
    experiment.links = {link(mechanism, "cat", "wc")};
    return experiment;
}

}  // namespace ipclab::test
