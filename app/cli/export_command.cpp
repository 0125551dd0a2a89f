#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/result_files.h"
#include "core/utf8.h"
#include "recording/recording.h"
#include "results/run_warnings.h"

namespace ipclab {

namespace {

Recording load(const std::filesystem::path& path) {
    try {
        return loadRecording(path);
    } catch (const std::runtime_error& error) {
        throw Failure(kWrongUsage, error.what());
    }
}

FilesOptions filesOptions(const ExportArguments& arguments) {
    FilesOptions options;
    const bool sized = arguments.width || arguments.height;
    options.width = arguments.width.value_or(options.width);
    options.height = arguments.height.value_or(0);
    options.scale = arguments.scale.value_or(sized ? 1 : options.scale);
    options.dark = arguments.dark;
    if (arguments.formats.empty()) return options;
    const auto wanted = [&](const char* format) {
        return std::ranges::find(arguments.formats, format) != arguments.formats.end();
    };
    options.csv = wanted("csv");
    options.json = wanted("json");
    options.png = wanted("png");
    options.svg = wanted("svg");
    options.pdf = wanted("pdf");
    options.html = wanted("html");
    options.trace = wanted("trace");
    return options;
}

}  // namespace

int exportCommand(const ExportArguments& arguments) {
    FilesOptions options = filesOptions(arguments);
    const bool pictures = options.png || options.svg || options.pdf || options.html;
    const auto application = makeApplication(pictures);
    const Recording recording = load(arguments.recording);
    options.host = recording.host;
    options.startedAt = recording.recordedAt;
    options.warnings = resultWarnings(recording.data);
    if (!recording.complete) {
        std::cerr << "ipclab: " << printable(arguments.recording.string())
                  << ": the recording was cut off before the run had "
                     "ended; what it holds is written\n";
    }
    writeResultFiles(recording.data, arguments.to, options);
    return kDone;
}

}  // namespace ipclab
