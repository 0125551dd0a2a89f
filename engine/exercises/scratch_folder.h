// A private folder for the time of one command, among the temporary files: recordings and programs are too large for
// the folder of a session. Its name tells whose it is, so that the next one removes what a killed process has left.
#pragma once

#include <filesystem>

namespace ipclab {

class ScratchFolder {
public:
    // Among the temporary files, or in that folder. Throws std::runtime_error where it cannot be made.
    ScratchFolder();
    explicit ScratchFolder(const std::filesystem::path& among);
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();  // with all that is in it

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}  // namespace ipclab
