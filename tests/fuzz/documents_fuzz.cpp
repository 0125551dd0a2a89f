// Experiment documents from anywhere: whatever the text is, reading answers; what is accepted is written and read again
// as the same, is validated while it is edited as it is at once, and goes to the launcher whole. So is a text that is
// pasted.
#include <algorithm>

#include "document/document.h"
#include "document/experiment_json.h"
#include "document/fragment_text.h"
#include "document/groups.h"
#include "document/revision.h"
#include "document/validation.h"
#include "json_mutator.h"
#include "links/registry.h"
#include "protocol/launch_order.h"

namespace ipclab::fuzz {
namespace {

const char* const kName = "fuzz.ipclab.json";

const Vocabulary& vocabulary() {
    static const Vocabulary kWords = [] {
        Vocabulary words;
        for (const FieldGroup& group : documentFields()) {
            for (const std::string_view field : group.fields) words.keys.emplace_back(field);
        }
        for (const Mechanism* mechanism : allMechanisms()) words.words.emplace_back(mechanism->info().id);
        for (const char* word : {"producer", "consumer", "relay",    "client", "server", "command", "a",     "b",
                                 "fork",     "exec",     "spawn",    "vfork",  "set",    "kill",    "pause", "start",
                                 "exact",    "sampled",  "indirect", "direct", "system", "fifo",    "futex", "poll"})
            words.words.emplace_back(word);
        return words;
    }();
    return kWords;
}

void checkProblems(const std::vector<Problem>& problems, std::string_view text) {
    for (const Problem& problem : problems) {
        demand(problem.line > 0 && problem.column > 0, "a problem has a place: " + problem.message, text);
        demand(!problem.message.empty() && !formatProblem("f", problem).empty(), "a problem has a message", text);
    }
}

void checkAccepted(const Experiment& experiment) {
    const std::string written = writeExperiment(experiment);
    const ReadResult again = readExperiment(written, kName);
    demand(again.experiment.has_value(), "what was written is read again", written);
    demand(*again.experiment == experiment, "what was written is the same", written);
    const LaunchOrder order = launchOrderFromJson(toJsonText(LaunchOrder{.experiment = experiment, .token = "0"}));
    demand(order.experiment == experiment, "the launcher gets the same", written);
    const Document document(experiment);
    demand(Revision(document).problems() == validate(experiment), "edited it is validated as it is at once", written);
    demand(processCount(experiment) <= 100'000, "a document runs no more processes than may be");
}

void checkFragment(std::string_view text) {
    const ReadFragment read = readFragment(text);
    checkProblems(read.problems, text);
    const std::string written = writeFragment(read.fragment);
    if (!read.problems.empty() || written.size() < 8) return;  // {}
    const ReadFragment again = readFragment(written);
    demand(again.problems.empty(), "a fragment that was written is read again", text);
    const Document empty;
    Document pasted;
    pasted.apply(paste(empty, read.fragment));
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab;
    using namespace ipclab::fuzz;
    const std::string_view text = fuzz::textOf(data, sizeBytes);
    const ReadResult read = readExperiment(text, kName);
    demand(read.experiment || exitStatus(read.problems) == 2, "what is refused is told why", text);
    checkProblems(read.problems, text);
    if (read.experiment) checkAccepted(*read.experiment);
    checkFragment(text);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    return intoBuffer(mutatedJson(textOf(data, sizeBytes), vocabulary(), maxBytes, choice), data, maxBytes);
}
