// The files of a run for a report: data, charts, and one page that holds them all.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "plot/chart_export.h"
#include "results/run_data.h"

namespace ipclab {

struct FilesOptions {
    bool csv = true, json = true, trace = true, png = true, svg = true, pdf = true, html = true;
    int width = 900, height = 0;  // of one chart, in pixels; height 0: what suits it
    int scale = 2;                // pixels of a PNG for each of them
    bool dark = false;
    HostFacts host;
    std::vector<std::string> warnings;
    std::string startedAt;  // as utcNow() writes it
};

// Throws Failure when the folder cannot be made.
void makeFolder(const std::filesystem::path& folder);

// Of one chart, without title and caption.
PictureOptions pictureOf(const ChartPicture& picture, const FilesOptions& options);

// Needs a QApplication where a picture or the page is asked for. Throws Failure naming the file.
void writeResultFiles(const RunData& data, const std::filesystem::path& folder, const FilesOptions& options);

}  // namespace ipclab
