#include <iostream>

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/failure.h"
#include "core/utf8.h"
#include "document/experiment_json.h"
#include "document/suggestion.h"
#include "runs/presets.h"

namespace ipclab {

int showCommand(const ShowArguments& arguments) {
    const auto text = presetText(arguments.id);
    if (!text) {
        const std::vector<Preset> presets = allPresets();
        std::vector<std::string_view> ids;
        for (const Preset& preset : presets) ids.push_back(preset.id);
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

int labCommand(const LabArguments& arguments) {
    throw Failure(kWrongUsage, "there is no exercise " + quote(arguments.id) + "; this version brings none");
}

}  // namespace ipclab
