// The experiments this program brings along: embedded documents, :/ipclab/presets/<id>.ipclab.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/experiment.h"

namespace ipclab {

struct Preset {
    std::string id;
    std::optional<std::string> row;  // of the curriculum
    LocalText name;
    LocalText summary;
};

// In the order to show them: "first", then by row of the curriculum, then by id. Any thread.
std::vector<Preset> allPresets();

// The document itself; nothing when there is none of that id.
std::optional<std::string> presetText(std::string_view presetId);

// The text in that language, else in English, else in any.
std::string_view textIn(const LocalText& text, std::string_view language);

}  // namespace ipclab
