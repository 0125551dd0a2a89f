#include "exercises/scratch_folder.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <charconv>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/run_processes.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "ipclab-exercise-";

// "ipclab-exercise-UID-PID-START-XXXXXX"; the start tells two processes of one number apart.
std::string ownPrefix() { return std::string(kPrefix) + std::to_string(::getuid()) + '-'; }

std::uint64_t startOf(pid_t pid) {
    const auto entry = readProcessEntry(pid);
    return entry && !entry->hasEnded() ? entry->start : 0;
}

// Of a name that is none of these: false.
bool isOwnerGone(std::string_view name) {
    const std::string prefix = ownPrefix();
    if (!name.starts_with(prefix)) return false;
    const char* end = name.data() + name.size();
    pid_t pid = 0;
    const auto ofPid = std::from_chars(name.data() + prefix.size(), end, pid);
    if (ofPid.ec != std::errc() || ofPid.ptr == end || *ofPid.ptr != '-' || pid <= 0) return false;
    std::uint64_t start = 0;
    const auto ofStart = std::from_chars(ofPid.ptr + 1, end, start);
    if (ofStart.ec != std::errc() || ofStart.ptr == end || *ofStart.ptr != '-') return false;
    return startOf(pid) != start;
}

// Everybody may make a name there: only a folder of this user's own, and no link, is what it seems.
bool isOurs(const fs::path& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::getuid() &&
           (info.st_mode & 077) == 0;
}

void removeLeft(const fs::path& among) {
    std::error_code error;
    std::vector<fs::path> left;
    for (fs::directory_iterator at(among, error), end; !error && at != end; at.increment(error)) {
        if (isOwnerGone(at->path().filename().string()) && isOurs(at->path())) left.push_back(at->path());
    }
    for (const auto& path : left) fs::remove_all(path, error);
}

}  // namespace

ScratchFolder::ScratchFolder() : ScratchFolder(QFile::encodeName(QDir::tempPath()).toStdString()) {}

ScratchFolder::ScratchFolder(const fs::path& among) {
    removeLeft(among);
    std::string made =
        (among / (ownPrefix() + std::to_string(::getpid()) + '-' + std::to_string(startOf(::getpid())) + "-XXXXXX"))
            .string();
    if (::mkdtemp(made.data()) == nullptr) throwErrno(errno, "mkdtemp " + made);  // with mode 0700
    m_path = made;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

}  // namespace ipclab
