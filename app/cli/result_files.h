// The files of a run for a report: data, charts, and one page that holds them all.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "runs/run_data.h"

namespace ipclab {

struct FilesOptions {
    bool csv = true, json = true, png = true, svg = true, pdf = true, html = true;
    int width = 900, height = 360;  // of one chart, in CSS pixels
    bool dark = false;
    HostFacts host;
    std::vector<std::string> warnings;
    std::string date;  // of the run; empty: now
};

// Throws Failure when the folder cannot be made.
void makeFolder(const std::filesystem::path& folder);

// Needs a QApplication where a picture or the page is asked for. Throws Failure naming the file.
void writeResultFiles(const RunData& data, const std::filesystem::path& folder, const FilesOptions& options);

}  // namespace ipclab
