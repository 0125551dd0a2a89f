// The exercises a user has opened from folders and zip archives: where they are, kept as a list in the private folder
// of the window. They are read where they lie, so that an author's changes are seen; one that has gone stays in the
// list until it is removed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exercises/library.h"

namespace ipclab {

struct OwnLab {
    std::filesystem::path path;
    LabHead head{};
    std::string problem{};  // why it cannot be read; empty: it can
};

class OwnLabs {
public:
    static constexpr std::size_t kMost = 100;  // the oldest go first

    // folder: where the list is kept.
    explicit OwnLabs(const std::filesystem::path& folder) : m_file(folder / "own.json") {}

    // In the order they were opened first.
    [[nodiscard]] std::vector<std::filesystem::path> paths() const;
    // Its head alone: nothing of it is judged. Any thread: a disk may be slow, and an archive long.
    [[nodiscard]] static OwnLab readHead(const std::filesystem::path& path);
    // Throws std::runtime_error where the list cannot be written.
    void add(const std::filesystem::path& path) const;
    void remove(const std::filesystem::path& path) const;

private:
    void write(const std::vector<std::filesystem::path>& paths) const;
    std::filesystem::path m_file;
};

// What of a path names one: a folder with a lab.json, that file itself, or a zip archive of one.
bool isLabPath(const std::filesystem::path& path);
// The folder of a lab.json; else the path as it is; absolute.
std::filesystem::path labPlace(const std::filesystem::path& path);

}  // namespace ipclab
