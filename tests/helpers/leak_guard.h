// What a test must leave behind: nothing. Compares descriptors and children before and after, looks for every object
// that a run's journal names, and for files in a runtime folder made for this test alone.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/run_directory.h"

namespace ipclab::test {

// A private XDG_RUNTIME_DIR while it lives.
class RuntimeFolder {
public:
    RuntimeFolder();
    ~RuntimeFolder();
    RuntimeFolder(const RuntimeFolder&) = delete;
    RuntimeFolder& operator=(const RuntimeFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    std::string m_before;
    bool m_wasSet = false;
};

class LeakGuard {
public:
    LeakGuard();
    // Fails the test with the names of what was left.
    ~LeakGuard();
    LeakGuard(const LeakGuard&) = delete;
    LeakGuard& operator=(const LeakGuard&) = delete;

    // The names of this run are looked for at the end. Call it before the run's folder goes.
    void remember(const RunDirectory& run);

    // What is left now, in words.
    [[nodiscard]] std::vector<std::string> leaks() const;

private:
    RuntimeFolder m_folder;
    std::set<std::string> m_descriptors;
    std::vector<std::pair<std::string, std::string>> m_objects;  // kind and name, as in the journal
};

// A name in a run's journal: is it there?
bool objectExists(const std::string& kind, const std::string& name);

// Of this process: "number → what it is".
std::set<std::string> openDescriptors();

}  // namespace ipclab::test
