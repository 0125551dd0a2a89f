// Small documents for the tests of the plan room, and what is said about them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "document/experiment_json.h"

namespace ipclab::test {

// A sound document whose lines the tests know by number.
inline const std::string kSound = R"({
  "schema": "ipclab.experiment/1",
  "duration_s": 5,
  "processes": [
    { "name": "producer", "program": "producer", "rate_per_s": 100 },
    { "name": "consumer", "program": "consumer" }
  ],
  "links": [
    { "mechanism": "pipe", "from": "producer", "to": "consumer" }
  ],
  "steps": [
    { "at_s": 1, "process": "consumer", "do": "pause" }
  ]
}
)";

// Two processes that share a counter.
inline const std::string kSharing = R"({
  "schema": "ipclab.experiment/1",
  "processes": [
    { "name": "a", "program": "increment", "count": 100 },
    { "name": "b", "program": "increment", "count": 100 }
  ],
  "shared": [
    { "name": "counter", "kind": "counter", "sync": "futex", "processes": ["a", "b"] }
  ]
}
)";

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == text.npos) throw std::logic_error("the document has no " + std::string(from));
    return text.replace(at, from.size(), to);
}

inline std::string listed(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) text += "\n  " + formatProblem("file", problem);
    return text.empty() ? " none" : text;
}

inline Experiment read(const std::string& text) {
    ReadResult result = readExperiment(text, "test.ipclab.json");
    EXPECT_TRUE(result.experiment) << "problems:" << listed(result.problems);
    return result.experiment.value_or(Experiment{});
}

inline Experiment sound() { return read(kSound); }

inline std::string fileText(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::vector<std::filesystem::path> presetFiles() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(IPCLAB_RESOURCES "/presets")) {
        if (entry.path().string().ends_with(".ipclab.json")) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace ipclab::test
