#include "observe/process_folder.h"

#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

#include "observe/proc_text.h"

namespace ipclab {

ProcessFolder::ProcessFolder(pid_t pid)
    : m_folder(::open(("/proc/" + std::to_string(pid)).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

// Of a process that has ended, everything below the held folder is ENOENT; of one that lives, only what this kernel
// lacks.
std::string ProcessFolder::reason(int error) const {
    const bool gone = error == ENOENT && ::faccessat(m_folder.get(), "stat", F_OK, 0) != 0;
    return reasonOf(!m_folder || gone ? ESRCH : error);
}

Reading<std::string> ProcessFolder::text(const std::string& name, std::size_t limitBytes) const {
    const UniqueFd fd(::openat(m_folder.get(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return {{}, reason(errno)};
    // To the very end: a file of many records (smaps) comes in pieces of whole ones, each shorter than what was asked.
    constexpr std::size_t kPieceBytes = 16U << 10;
    std::string content;
    while (content.size() < limitBytes) {
        const std::size_t used = content.size();
        content.resize(used + kPieceBytes);
        ssize_t got;
        do got = ::read(fd.get(), content.data() + used, kPieceBytes);
        while (got < 0 && errno == EINTR);
        content.resize(used + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0) return {{}, reason(errno)};
        if (got == 0) break;
    }
    return {std::move(content), {}};
}

Reading<std::string> ProcessFolder::link(const std::string& name) const {
    std::array<char, PATH_MAX> target{};
    const ssize_t length = ::readlinkat(m_folder.get(), name.c_str(), target.data(), target.size());
    if (length < 0) return {{}, reason(errno)};
    return {std::string(target.data(), static_cast<std::size_t>(length)), {}};
}

Reading<std::vector<int>> ProcessFolder::numbers(const std::string& name) const {
    UniqueFd folder(::openat(m_folder.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return {{}, reason(errno)};
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.get()), ::closedir);
    if (!stream) return {{}, reason(errno)};
    static_cast<void>(folder.release());  // the stream owns it now
    std::vector<int> found;
    while (const dirent* entry = ::readdir(stream.get()))
        if (const auto number = parseInteger<int>(entry->d_name)) found.push_back(*number);
    std::ranges::sort(found);
    return {std::move(found), {}};
}

}  // namespace ipclab
