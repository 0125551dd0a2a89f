// A folder in memory for the files that are made of inputs.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace ipclab::fuzz {

// One for the process, there until it ends on its own. tests/run gives one and removes it (IPCLAB_FUZZ_FOLDER): where
// libFuzzer ends a process nothing is destroyed any more.
inline const std::filesystem::path& scratchFolder() {
    struct Folder {
        Folder() {
            const char* given = ::getenv("IPCLAB_FUZZ_FOLDER");
            const auto memory = std::filesystem::path("/dev/shm");
            const auto parent = given != nullptr                  ? std::filesystem::path(given)
                                : std::filesystem::exists(memory) ? memory
                                                                  : std::filesystem::temp_directory_path();
            std::string name = parent / "ipclab-fuzz-XXXXXX";
            if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder can be made: " + name);
            path = name;
        }
        ~Folder() {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
        Folder(const Folder&) = delete;
        Folder& operator=(const Folder&) = delete;
        std::filesystem::path path;
    };
    static const Folder kFolder;
    return kFolder.path;
}

}  // namespace ipclab::fuzz
