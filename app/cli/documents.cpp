#include "cli/documents.h"

#include <filesystem>
#include <iostream>

#include "cli/failure.h"
#include "core/utf8.h"
#include "core/whole_file.h"
#include "document/experiment_json.h"
#include "document/limits.h"
#include "document/suggestion.h"
#include "runs/presets.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds kPatience{10};  // with a pipe that is silent

bool looksLikeFile(const std::string& name) { return name.find_first_of("./") != std::string::npos; }

std::string nearestPreset(const std::string& name) {
    const std::vector<Preset> presets = allPresets();
    std::vector<std::string_view> ids;
    for (const Preset& preset : presets) ids.push_back(preset.id);
    const std::string_view near = closest(name, ids);
    return near.empty() ? "; `ipclab list presets` prints the presets"
                        : "; did you mean \"" + std::string(near) + "\"?";
}

}  // namespace

std::string readFile(const std::string& path) {
    std::string text;
    try {
        text = readWholeFile(path, limits::kFileBytes + 1, kPatience);  // one more than allowed: the reader says so
    } catch (const std::runtime_error& error) {
        throw Failure(kWrongUsage, printable(path) + ": " + error.what());
    }
    if (text.starts_with("SQLite format 3")) {
        const std::string shown = printable(path);
        throw Failure(kWrongUsage, shown + ": this is a recording, not an experiment; `ipclab export " + shown +
                                       " --to DIR` writes what is in it, experiment.ipclab.json included");
    }
    return text;
}

Document findDocument(const std::string& name) {
    if (!looksLikeFile(name)) {
        if (auto text = presetText(name)) return {*std::move(text), name + ".ipclab.json"};
        std::error_code error;
        if (!fs::exists(name, error)) {
            throw Failure(kWrongUsage, "there is no preset and no file " + quote(name) + nearestPreset(name));
        }
    }
    return {readFile(name), name};
}

Experiment readRunnable(const Document& document, std::span<const std::string> settings) {
    ReadResult read = readExperiment(document.text, document.fileName, settings);
    for (const Problem& problem : read.problems) std::cerr << formatProblem(document.fileName, problem) << '\n';
    const int status = exitStatus(read.problems);
    if (status != kDone) throw Failure(status, "");
    if (!read.experiment) throw Failure(kWrongUsage, document.fileName + ": this is no experiment");
    return *std::move(read.experiment);
}

}  // namespace ipclab
