#include <iostream>

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/failure.h"
#include "core/utf8.h"
#include "document/experiment_json.h"
#include "document/suggestion.h"
#include "exercises/library.h"
#include "runs/presets.h"

namespace ipclab {

int showCommand(const ShowArguments& arguments) {
    auto text = presetText(arguments.id);
    if (const auto lab = text ? std::nullopt : embeddedLab(arguments.id)) text = lab->json;
    if (!text) {
        const std::vector<Preset> presets = allPresets();
        std::vector<std::string_view> ids;
        const std::vector<std::string> labs = allLabIds();
        for (const Preset& preset : presets) ids.push_back(preset.id);
        ids.insert(ids.end(), labs.begin(), labs.end());
        throw Failure(kWrongUsage,
                      withSuggestion("there is no preset or lab " + quote(arguments.id), arguments.id, ids));
    }
    std::cout << *text;
    return kDone;
}

// Problems are the result here, yet messages for people: on standard error like those of `run`.
int checkCommand(const CheckArguments& arguments) {
    const Document document = findDocument(arguments.file);
    const ReadResult read = readExperiment(document.text, document.fileName);
    for (const Problem& problem : read.problems) std::cerr << formatProblem(document.fileName, problem) << '\n';
    const int status = exitStatus(read.problems);
    if (status != kDone) return status;
    const Experiment& experiment = *read.experiment;
    std::cout << printable(document.fileName) << ": valid; " << experiment.processes.size() << " processes, "
              << experiment.links.size() << " links, " << experiment.steps.size() << " steps; it can run here\n";
    return kDone;
}

}  // namespace ipclab
