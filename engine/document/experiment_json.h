// The experiment document, `*.ipclab.json`: text to struct and back. Reading is strict (an unknown field is an
// error: a typing mistake must not silently run another experiment) and tells every problem at once, each with its
// line, JSON pointer, what was found, what was expected and what to do. At most 4 MiB of UTF-8, a byte order mark
// allowed. The format is described in resources/schema/ipclab.experiment-1.schema.json.
//
// Any thread. Bad text is never an exception.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "document/experiment.h"
#include "document/problem.h"

namespace ipclab {

inline constexpr std::string_view kExperimentSchema = "ipclab.experiment/1";

struct ReadResult {
    // Present when the text could be read as an experiment, even if it cannot run: the window opens it and shows
    // the problems where they belong. Run it only when exitStatus(problems) is 0.
    std::optional<Experiment> experiment;
    std::vector<Problem> problems;
};

// Reads, applies the settings (as --set takes them, document/setting.h), validates for this machine. The file's name
// gives the id of a document without one: first.ipclab.json is "first". Links without a name get "from→to".
ReadResult readExperiment(std::string_view text, std::string_view fileName, std::span<const std::string> settings = {});

// In the order of the schema; what has its default value is left out.
nlohmann::ordered_json toJson(const Experiment& experiment);

// One process alone, for a child that is told who it is. Reading throws std::runtime_error when it is none.
nlohmann::ordered_json toJson(const ProcessSpec& process);
ProcessSpec processFromJson(const nlohmann::ordered_json& json);

// As a file: indented by two, short arrays and objects of plain values on one line, a newline at the end.
std::string writeExperiment(const Experiment& experiment);

// "producer→consumer": what a link is called that was given no name.
std::string defaultLinkName(std::string_view sender, std::string_view receiver);
bool hasDefaultName(const LinkSpec& link);

// The fields the reader knows, per kind of object as the schema names them ("experiment", "process", …).
struct FieldGroup {
    std::string_view object;
    std::vector<std::string_view> fields;
    std::vector<std::string_view> required;
};
std::vector<FieldGroup> documentFields();

}  // namespace ipclab
