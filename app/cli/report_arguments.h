// What `ipclab report` is told, and its options.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ipclab {

struct ReportArguments {
    std::filesystem::path file, to;
    std::string templateId;             // empty: the usual one of a run, of a sweep
    std::vector<std::string> sections;  // empty: those of the template
    std::string language = "en";
    bool letter = false;
    std::filesystem::path notes;  // empty: those beside the file
    std::optional<std::string> title, author, date, question;
    std::string baseline;  // of a sweep; empty: the first value of its first axis
};

void addReportOptions(CLI::App& app, ReportArguments& arguments);

}  // namespace ipclab
