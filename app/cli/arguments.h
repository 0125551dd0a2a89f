// The command line as data. Parsing says everything about wrong usage itself; what an argument means on this machine
// (is there such a file, such a preset) is for the commands to find out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/report_arguments.h"
#include "document/experiment.h"
#include "runs/bench.h"
#include "runs/waiting_run.h"
#include "sweep/axis.h"

namespace ipclab {

struct WindowArguments {
    std::string file;  // empty: none
    // A picture of the window made by the program itself (window/window_main.h).
    std::string screenshot, theme, language, size;
    double runSeconds = 0;
    std::string inspect;
    int select = -1;
    bool stopped = false;
};

struct RunArguments {
    std::string document;  // a file or the id of a preset
    std::vector<std::string> settings;
    std::optional<double> durationS;
    std::optional<std::string> observe;
    std::filesystem::path record, exportTo;  // empty: not asked for
    bool calibrate = false;
    bool json = false;
    bool all = false;  // every figure below the result
};

struct BenchArguments {
    BenchOptions options;
    std::filesystem::path exportTo;
    bool json = false;
};

struct CostsArguments {
    unsigned repeats = 40;
    std::filesystem::path exportTo;
    bool json = false;
};

struct WaitingArguments {
    WaitingOptions options;
    std::filesystem::path exportTo;
    bool json = false;
};

struct SweepArguments {
    std::string document;  // a file or the id of a preset; empty: what --resume names
    std::vector<SweepAxis> axes;
    std::vector<std::string> settings;
    std::optional<double> durationS;
    std::optional<std::string> observe;
    std::optional<unsigned> repeats;
    std::vector<std::string> figures;  // empty: the usual ones
    std::string baseline;              // empty: none
    bool again = false;
    std::filesystem::path resume, exportTo;
    bool json = false;
};

struct ClaimsArguments {
    std::vector<std::string> ids;  // empty: all
    unsigned repeats = 7;
    bool list = false;
    bool json = false;
};

struct ListArguments {
    std::string what;  // mechanisms, strategies, programs, quantities, presets, labs
    bool json = false;
};

struct ShowArguments {
    std::string id;
};

struct CheckArguments {
    std::string file;
};

struct ExportArguments {
    std::filesystem::path recording, to;
    std::vector<std::string> formats;
    std::optional<int> width, height;  // pixels
    std::optional<int> scale;
    bool dark = false;
};

struct LabArguments {
    std::string id;                        // of an exercise, or a folder or archive of one
    bool isCheck = false, isNew = false;   // for authors
    std::vector<std::string> settings;     // STEP:POINTER=VALUE
    std::vector<std::string> predictions;  // ID=NUMBER[,NUMBER]
    std::string solution;                  // of those the author supplied; empty: none
    std::string student;
    unsigned runs = 3;  // of each solution, to check
    std::filesystem::path report;
    std::string language = "en";  // of the report inside
    bool json = false;
};

struct GradeArguments {
    std::filesystem::path folder;
    std::vector<std::filesystem::path> labs;  // exercises that do not come along
    bool csv = false, json = false;
};

struct DoctorArguments {
    bool json = false;
};

using Arguments = std::variant<WindowArguments, RunArguments, BenchArguments, CostsArguments, WaitingArguments,
                               SweepArguments, ClaimsArguments, ListArguments, ShowArguments, CheckArguments,
                               ExportArguments, ReportArguments, LabArguments, GradeArguments,
                               DoctorArguments>;

struct Parsed {
    std::optional<Arguments> arguments;  // absent: the rest says what to print and how to exit
    int status = 0;
    std::string output;  // help or version, for standard output
    std::string error;   // for standard error
};

// Qt's own options (-platform, -style …) are left to Qt.
Parsed parseArguments(const std::vector<std::string>& words);

}  // namespace ipclab
