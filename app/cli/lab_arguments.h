// What `ipclab lab` and `ipclab grade` are told, and their options.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ipclab {

struct LabArguments {
    std::string id;                        // of an exercise, or a folder or archive of one
    bool isCheck = false, isNew = false;   // for authors
    std::vector<std::string> settings;     // STEP:POINTER=VALUE
    std::vector<std::string> predictions;  // ID=NUMBER[,NUMBER]
    std::vector<std::string> words;        // ID=TEXT, ID=@FILE
    std::vector<std::string> programs;     // STEP:FILE
    std::string starter;                   // print that of this step, and do nothing else
    std::string solution;                  // of those the author supplied; empty: none
    std::string student;
    std::string newId;  // of a new exercise; empty: made of the folder's name
    unsigned runs = 3;  // of each solution, to check
    std::filesystem::path report;
    std::string language = "en";  // of what is said of it, and of the report
    bool json = false;
};

struct GradeArguments {
    std::filesystem::path folder;
    std::vector<std::filesystem::path> labs;  // exercises that do not come along
    bool answers = false, csv = false, json = false;
    std::string language = "en";  // of findings and questions
};

// The arguments outlive the parsing.
void addLabOptions(CLI::App& app, LabArguments& arguments);
void addGradeOptions(CLI::App& app, GradeArguments& arguments);

}  // namespace ipclab
