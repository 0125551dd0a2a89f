#include <set>

#include "document/validation_rules.h"
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

void reviewName(Review& review, const SharedSpec& shared, const std::string& at) {
    if (!isProcessName(shared.name)) {
        review.error(at + "/name", Sentence::SharedNameWrong, {{"quoted", quote(shared.name)}});
    } else if (review.shared(shared.name) != &shared) {
        review.error(at + "/name", Sentence::SecondShared, {{"quoted", quote(shared.name)}});
    }
}

void reviewSync(Review& review, const SharedSpec& shared, const std::string& at) {
    const Primitive* primitive = findPrimitive(shared.sync);
    if (primitive == nullptr) {
        return review.error(at + "/sync", withSuggestion(say(Sentence::NoPrimitive, {{"quoted", quote(shared.sync)}}),
                                                         shared.sync, primitiveIds()));
    }
    if (shared.kind == SharedKind::HandOff && !primitive->info().excludes()) {
        review.error(at + "/sync", Sentence::TokenNeedsWait, {{"sync", shared.sync}});
    }
}

void reviewWindow(Review& review, const SharedSpec& shared, const std::string& at) {
    if (shared.windowNs == 0 || shared.kind == SharedKind::Counter) return;
    review.warn(at + "/window_us", Sentence::OnlyCounterWindow, {{"kind", kindId(shared.kind)}});
}

void reviewParty(Review& review, const SharedSpec& shared, const std::string& name, const std::string& at) {
    if (review.process(name) == nullptr) {
        return review.error(at, noProcess(review, name));
    }
    const ProgramInfo* info = review.programOf(name);
    if (info == nullptr || info->shares == shared.kind) return;
    review.error(at, Sentence::WrongProgramForShared,
                 {{"quoted", quote(name)},
                  {"program", info->id},
                  {"kind", kindId(shared.kind)},
                  {"wanted", programOfKind(shared.kind)}});
}

void reviewParties(Review& review, const SharedSpec& shared, const std::string& at) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < shared.processes.size(); ++i) {
        const std::string pointer = at + "/processes/" + std::to_string(i);
        reviewParty(review, shared, shared.processes[i], pointer);
        if (seen.insert(shared.processes[i]).second) continue;
        review.error(pointer, Sentence::PartyTwice, {{"quoted", quote(shared.processes[i])}});
    }
    if (shared.kind == SharedKind::Counter || shared.processes.size() >= 2) return;
    review.error(at + "/processes", Sentence::TooFewParties,
                 {{"count", shared.processes.size()}, {"kind", kindId(shared.kind)}});
}

}  // namespace

// A program that works on a shared object has exactly one.
void reviewUses(Review& review) {
    std::map<std::string_view, std::size_t> uses;
    const Experiment& experiment = review.looking({Look::Processes, Look::Shared});
    for (const SharedSpec& shared : experiment.shared) {
        for (const std::string& name : shared.processes) ++uses[name];
    }
    const auto& processes = experiment.processes;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        const ProgramInfo* info = Review::program(processes[i]);
        if (info == nullptr || !info->shares || review.process(processes[i].name) != &processes[i]) continue;
        const std::size_t have = uses[processes[i].name];
        if (have == 1) continue;
        review.error(elementPointer("processes", i), Sentence::SharesOneObject,
                     {{"quoted", quote(processes[i].name)},
                      {"program", processes[i].program},
                      {"kind", kindId(*info->shares)},
                      {"count", have}});
    }
}

void reviewSharedObject(Review& review, const SharedSpec& shared) {
    reviewName(review, shared, "");
    reviewSync(review, shared, "");
    reviewWindow(review, shared, "");
    reviewParties(review, shared, "");
}

}  // namespace ipclab
