#include "cli/leftovers.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/run_directory.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

std::string lineOf(const fs::path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

// Field 22 of /proc/PID/stat, counted behind the name, which may hold anything; empty: no such process.
std::string startTimeOf(const std::string& pid) {
    const std::string stat = lineOf("/proc/" + pid + "/stat");
    const std::size_t close = stat.rfind(')');
    if (close == std::string::npos) return {};
    std::istringstream fields(stat.substr(close + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;
    return field;
}

// The journal begins with "owner PID START BOOT NAMESPACE" (core/run_directory.cpp). The cautious half of what the
// sweep asks: what this calls dead, the sweep removes.
bool ownerIsDead(const std::string& ownerLine) {
    std::istringstream line(ownerLine);
    std::string word, pid, start, boot, ns;
    if (!(line >> word >> pid >> start >> boot >> ns) || word != "owner") return false;
    if (boot != lineOf("/proc/sys/kernel/random/boot_id")) return true;
    std::error_code error;
    return fs::read_symlink("/proc/self/ns/pid", error) == ns && startTimeOf(pid) != start;
}

}  // namespace

std::vector<Leftover> findLeftovers() {
    std::vector<Leftover> leftovers;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(runtimeDirectory(), error)) {
        std::ifstream journal(entry.path() / "journal");
        std::string line;
        if (!std::getline(journal, line) || !ownerIsDead(line)) continue;
        Leftover leftover{entry.path().filename(), 0};
        while (std::getline(journal, line)) ++leftover.objects;
        leftovers.push_back(leftover);
    }
    return leftovers;
}

}  // namespace ipclab
