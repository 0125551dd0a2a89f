// The rules of validation.h by what they look at. A rule is about one part, or about the experiment as a whole; what
// else it looks at it asks of the Review, which can keep a list of that: a rule need not be asked again before
// something on its list has changed (document/revision.h). Private to this room.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/json_fields.h"
#include "document/validation.h"
#include "programs/program.h"

namespace ipclab {

// What a rule looks at: the parts of a name, or all of a kind, or the experiment without its parts.
enum class Look : std::uint8_t {
    Head,
    Processes,
    Links,
    Shared,
    Steps,
    ProcessNames,
    LinkNames,
    Process,       // the first of that name
    Link,          // likewise
    Reverse,       // the link that uses the object of the link of that name
    SharedOfName,  // the first of that name
    Ports,         // how many ends the process of that name has
};

struct Looked {
    Look at = Look::Head;
    std::string name{};
    auto operator<=>(const Looked&) const = default;
};

struct PortUse {
    int sends = 0;
    int receives = 0;
};

// The experiment with its names resolved, and the list of problems.
class Review {
public:
    Review(const Experiment& plan, const Machine& host);

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

    // The experiment, of which the rule looks at the head or at the lists it names, and at nothing else.
    [[nodiscard]] const Experiment& looking(std::initializer_list<Look> at) const;
    // nullptr when there is none of that name.
    [[nodiscard]] const ProcessSpec* process(std::string_view name) const;
    [[nodiscard]] const LinkSpec* link(std::string_view name) const;
    [[nodiscard]] const LinkSpec* reverse(std::string_view name) const;
    [[nodiscard]] const SharedSpec* shared(std::string_view name) const;
    // nullptr when the process or its program is unknown.
    [[nodiscard]] const ProgramInfo* programOf(std::string_view processName) const;
    [[nodiscard]] static const ProgramInfo* program(const ProcessSpec& spec);
    [[nodiscard]] bool hasForeignEnd(const LinkSpec& link) const;
    [[nodiscard]] PortUse ports(std::string_view process) const;
    [[nodiscard]] const std::vector<std::string_view>& processNames() const;
    [[nodiscard]] const std::vector<std::string_view>& linkNames() const;

    // Names or links are others than before: they are resolved anew.
    void resolve();
    // Where to keep what is looked at; nullptr: nowhere.
    void listLooks(std::set<Looked>* looks) { m_looks = looks; }

private:
    template <typename T>
    using ByName = std::unordered_map<std::string_view, const T*>;

    void add(std::string pointer, std::string message, Severity severity) {
        problems.push_back({std::move(pointer), 0, 0, std::move(message), severity});
    }
    void look(Look at, std::string_view name = {}) const {
        if (m_looks != nullptr) m_looks->insert({at, std::string(name)});
    }

    const Experiment& m_experiment;
    ByName<ProcessSpec> m_processes;
    ByName<LinkSpec> m_links, m_reverse;
    ByName<SharedSpec> m_shared;
    std::unordered_map<std::string_view, PortUse> m_ports;
    std::vector<std::string_view> m_processNames, m_linkNames;
    std::set<Looked>* m_looks = nullptr;
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

// About one part: pointers begin at it.
void reviewProcess(Review& review, const ProcessSpec& process);
void reviewLink(Review& review, const LinkSpec& link, const LinkRequest& spec);
void reviewRules(Review& review, const LinkSpec& link, const std::string& at);
void reviewLater(Review& review, const ProcessSpec& process, const std::string& at);
void reviewServing(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at);
// mechanism: nullptr where it is unknown.
void reviewServedLink(Review& review, const LinkSpec& link, const std::string& at, const Mechanism* mechanism);
void reviewTcp(Review& review, const LinkSpec& link, const std::string& at);
void reviewSharedObject(Review& review, const SharedSpec& shared);
void reviewStep(Review& review, const Step& step);

// About the experiment as a whole, or many parts at once: pointers begin at the document.
void reviewAnybody(Review& review);
void reviewStdio(Review& review);
void reviewQueueMemory(Review& review, const std::vector<LinkRequest>& specs);
void reviewUses(Review& review);
void reviewCourses(Review& review);
void reviewIdentity(Review& review);
void reviewEnding(Review& review);
void reviewLimits(Review& review);
void reviewSafety(Review& review);

}  // namespace ipclab
