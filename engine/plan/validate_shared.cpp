#include <set>

#include "plan/validation_rules.h"
#include "programs/registry.h"
#include "sync/registry.h"

namespace ipclab {

namespace {

std::vector<std::string_view> primitiveIds() {
    std::vector<std::string_view> ids;
    for (const Primitive* primitive : allPrimitives()) ids.push_back(primitive->info().id);
    return ids;
}

std::string_view kindId(SharedKind kind) {
    constexpr std::array<std::string_view, 3> ids{"counter", "hand-off", "barrier"};
    return ids.at(static_cast<std::size_t>(kind));
}

std::string_view programOfKind(SharedKind kind) {
    for (const Program* program : allPrograms()) {
        if (program->info().shares == kind) return program->info().id;
    }
    return {};
}

void reviewName(Review& review, const SharedSpec& shared, const std::string& at, std::set<std::string_view>& seen) {
    if (!isProcessName(shared.name)) {
        review.error(at + "/name", "found " + quote(shared.name) +
                                       ", expected 1 to 32 letters (a-z, A-Z), digits, '-', '_' or '.'. Rename it");
    } else if (!seen.insert(shared.name).second) {
        review.error(at + "/name", "a second shared object is named " + quote(shared.name) +
                                       "; expected a name of its own. Rename one of them");
    }
}

void reviewSync(Review& review, const SharedSpec& shared, const std::string& at) {
    const Primitive* primitive = findPrimitive(shared.sync);
    if (primitive == nullptr) {
        return review.error(at + "/sync", "there is no primitive of synchronisation " + quote(shared.sync) +
                                              suggestion(shared.sync, primitiveIds()));
    }
    if (shared.kind == SharedKind::HandOff && !primitive->info().excludes()) {
        review.error(at + "/sync",
                     "a token cannot be passed with \"" + shared.sync +
                         "\": nobody would wait for it. Use one that can be waited for, such as \"futex\"");
    }
}

void reviewWindow(Review& review, const SharedSpec& shared, const std::string& at) {
    if (shared.windowNs == 0 || shared.kind == SharedKind::Counter) return;
    review.warn(at + "/window_us", "only a counter has a window between load and store; this is a " +
                                       std::string(kindId(shared.kind)) + ". Remove it");
}

void reviewParty(Review& review, const SharedSpec& shared, const std::string& name, const std::string& at) {
    if (review.process(name) == nullptr) {
        return review.error(at, "there is no process " + quote(name) + suggestion(name, review.processNames()));
    }
    const ProgramInfo* info = review.programOf(name);
    if (info == nullptr || info->shares == shared.kind) return;
    review.error(at, quote(name) + " runs the program " + std::string(info->id) + ", which does not work on a " +
                         std::string(kindId(shared.kind)) + ". Give it the program \"" +
                         std::string(programOfKind(shared.kind)) + "\", or take it out of this list");
}

void reviewParties(Review& review, const SharedSpec& shared, const std::string& at) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < shared.processes.size(); ++i) {
        const std::string pointer = at + "/processes/" + std::to_string(i);
        reviewParty(review, shared, shared.processes[i], pointer);
        if (seen.insert(shared.processes[i]).second) continue;
        review.error(pointer, quote(shared.processes[i]) + " is named twice. Remove one of them");
    }
    if (shared.kind == SharedKind::Counter || shared.processes.size() >= 2) return;
    review.error(at + "/processes", "found " + std::to_string(shared.processes.size()) +
                                        " process, expected at least 2: a " + std::string(kindId(shared.kind)) +
                                        " is between several. Name another one");
}

// A program that works on a shared object has exactly one.
void reviewUses(Review& review) {
    std::map<std::string_view, std::size_t> uses;
    for (const SharedSpec& shared : review.experiment.shared) {
        for (const std::string& name : shared.processes) ++uses[name];
    }
    const auto& processes = review.experiment.processes;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        const ProgramInfo* info = review.program(processes[i]);
        if (info == nullptr || !info->shares || review.process(processes[i].name) != &processes[i]) continue;
        const std::size_t have = uses[processes[i].name];
        if (have == 1) continue;
        review.error(elementPointer("processes", i),
                     quote(processes[i].name) + " (" + processes[i].program + ") works on one shared object of kind " +
                         std::string(kindId(*info->shares)) + ", and " + std::to_string(have) +
                         " name it. Name it in the \"processes\" of one object of \"shared\"");
    }
}

}  // namespace

void reviewShared(Review& review) {
    const auto& shared = review.experiment.shared;
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < shared.size(); ++i) {
        const std::string at = elementPointer("shared", i);
        reviewName(review, shared[i], at, names);
        reviewSync(review, shared[i], at);
        reviewWindow(review, shared[i], at);
        reviewParties(review, shared[i], at);
    }
    reviewUses(review);
}

}  // namespace ipclab
