#include "helpers/killed_runs.h"

#include <dirent.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "helpers/leak_guard.h"

namespace ipclab::test {

std::string readAll(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<Found> processesIn(const std::string& runtimeFolder) {
    std::vector<Found> found;
    const std::string needle = '\0' + ("XDG_RUNTIME_DIR=" + runtimeFolder) + '\0';
    DIR* proc = ::opendir("/proc");
    while (const dirent* entry = ::readdir(proc)) {
        pid_t pid = 0;
        const std::string name = entry->d_name;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (error != std::errc{} || end != name.data() + name.size() || pid == ::getpid()) continue;
        if (('\0' + readAll("/proc/" + name + "/environ")).find(needle) == std::string::npos) continue;
        found.push_back({pid, readAll("/proc/" + name + "/comm")});
    }
    ::closedir(proc);
    return found;
}

std::vector<std::string> journalsIn(const std::string& runtimeFolder) {
    std::vector<std::string> texts;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(runtimeFolder + "/ipclab", none))
        texts.push_back(readAll(entry.path() / "journal"));
    return texts;
}

std::vector<std::string> objectsLeft(const std::vector<std::string>& journals) {
    std::vector<std::string> left;
    for (const std::string& journal : journals) {
        std::istringstream lines(journal);
        std::string kind, name;
        std::getline(lines, name);  // the owner
        while (lines >> kind && std::getline(lines >> std::ws, name)) {
            if (objectExists(kind, name)) left.push_back(kind + ' ' + name);
        }
    }
    return left;
}

}  // namespace ipclab::test
