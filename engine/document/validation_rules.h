// The rules of validation.h by what they look at. Private to this room.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_fields.h"
#include "document/validation.h"
#include "programs/program.h"

namespace ipclab {

// The experiment with its names resolved, and the list of problems.
class Review {
public:
    Review(const Experiment& plan, const Machine& host);

    const Experiment& experiment;
    const Machine& machine;
    std::vector<Problem> problems;

    // What is said is one of core/sentences.def, or made of several of them.
    using Values = std::initializer_list<SentenceValue>;
    void error(std::string pointer, Sentence what, Values values = {}) { error(std::move(pointer), say(what, values)); }
    void warn(std::string pointer, Sentence what, Values values = {}) { warn(std::move(pointer), say(what, values)); }
    void lacks(std::string pointer, Sentence what, Values values = {}) { lacks(std::move(pointer), say(what, values)); }
    void error(std::string pointer, std::string said) { add(std::move(pointer), std::move(said), Severity::Error); }
    void warn(std::string pointer, std::string said) { add(std::move(pointer), std::move(said), Severity::Warning); }
    void lacks(std::string pointer, std::string said) {
        add(std::move(pointer), std::move(said), Severity::MachineLacks);
    }
    void error(std::string, const char*) = delete;
    void warn(std::string, const char*) = delete;
    void lacks(std::string, const char*) = delete;

    // nullptr when there is none of that name.
    [[nodiscard]] const ProcessSpec* process(std::string_view name) const;
    // nullptr when the process or its program is unknown.
    [[nodiscard]] const ProgramInfo* programOf(std::string_view processName) const;
    [[nodiscard]] const ProgramInfo* program(const ProcessSpec& spec) const;
    [[nodiscard]] const std::vector<std::string_view>& processNames() const { return m_names; }

private:
    void add(std::string pointer, std::string message, Severity severity) {
        problems.push_back({std::move(pointer), 0, 0, std::move(message), severity});
    }

    std::map<std::string_view, const ProcessSpec*> m_byName;
    std::vector<std::string_view> m_names;
};

inline std::string elementPointer(std::string_view list, std::size_t index) {
    return "/" + std::string(list) + "/" + std::to_string(index);
}

// Is there anything that ends this run: a duration, a count, a command, a step?
bool canEnd(const Review& review);

// `there is no process "cosumer"; did you mean …`
std::string noProcess(const Review& review, std::string_view name);

// Processors that are to be used, at this place; remedy: what to use instead.
void reviewCpus(Review& review, const std::vector<unsigned>& cpus, const std::string& at, const std::string& remedy);

void reviewProcesses(Review& review);
void reviewLinks(Review& review);
void reviewRules(Review& review, const LinkPlan& link, const std::string& at);
void reviewShared(Review& review);
void reviewSteps(Review& review);
void reviewWhole(Review& review);

}  // namespace ipclab
