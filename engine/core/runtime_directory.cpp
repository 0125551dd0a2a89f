#include "core/runtime_directory.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>

#include "core/error.h"
#include "core/sentences.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

constexpr const char* kShared = "/tmp";

// lstat: a link that somebody else has made leads wherever he wants.
bool isPrivate(const fs::path& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::getuid() &&
           (info.st_mode & 077) == 0;
}

std::optional<fs::path> sessionFolder() {
    const char* base = std::getenv("XDG_RUNTIME_DIR");
    if (base == nullptr || !fs::path(base).is_absolute() || ::access(base, W_OK | X_OK) != 0) return std::nullopt;
    return fs::path(base) / "ipclab";
}

std::string sharedPrefix() { return "ipclab-" + std::to_string(::getuid()); }

}  // namespace

fs::path runtimeDirectory() {
    const auto path = sessionFolder();
    if (!path) return privateFolderIn(kShared);
    if (::mkdir(path->c_str(), 0700) != 0 && errno != EEXIST) throwErrno(errno, "mkdir " + path->string());
    if (!isPrivate(*path)) {
        throw std::runtime_error(say(Sentence::RuntimeFolderOpen, {{"path", path->string()}}));
    }
    return *path;
}

std::vector<fs::path> runtimeDirectories() {
    if (sessionFolder()) return {runtimeDirectory()};
    return privateFoldersIn(kShared);
}

std::vector<fs::path> privateFoldersIn(const fs::path& shared) {
    const std::string prefix = sharedPrefix();
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(shared, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename();
        const bool named = name == prefix || name.starts_with(prefix + '-');
        if (named && isPrivate(entry->path())) found.push_back(entry->path());
    }
    std::ranges::sort(found);
    return found;
}

fs::path privateFolderIn(const fs::path& shared) {
    if (const auto own = privateFoldersIn(shared); !own.empty()) return own.front();
    std::string made = (shared / (sharedPrefix() + "-XXXXXX")).string();
    if (::mkdtemp(made.data()) == nullptr) throwErrno(errno, "mkdtemp " + made);  // with mode 0700
    return made;
}

}  // namespace ipclab
