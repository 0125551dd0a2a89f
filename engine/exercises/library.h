// The exercises this program brings along (embedded, :/ipclab/labs/<id>/), and those of a folder or a zip archive of
// one. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "labs/lab_reader.h"

namespace ipclab {

// What a list tells of one; nothing of it is judged.
struct LabHead {
    std::string id;
    LocalText title, objective;
    std::vector<std::string> rows;
    unsigned minutes = 0;
};
// Of one that may be broken: then it is called by its id.
LabHead labHeadOf(const std::string& id, const LabTexts& texts);
// Of a folder or a zip archive, of which lab.json alone is read. Throws std::runtime_error.
LabHead labHeadAt(const std::filesystem::path& path);
// Of those that come along, in the order to show them: by row of the curriculum, then by id. Read once.
const std::vector<LabHead>& allLabHeads();
std::vector<std::string> allLabIds();
// Their texts; nothing: there is none of that id.
std::optional<LabTexts> embeddedLab(std::string_view id);

// lab.json, en.md, ko.md and C files of a folder, or of a zip archive (exercises/archive.h). Throws std::runtime_error: what
// could not be read, and why.
LabTexts labTextsAt(const std::filesystem::path& path);

// The experiments of the library, for readLab().
LabPresets libraryPresets();

// What says that two exercises are the same, to the last letter: SHA-256 of their texts, in hexadecimal.
std::string fingerprint(const LabTexts& texts);

}  // namespace ipclab
