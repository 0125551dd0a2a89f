// One process's folder under /proc, held open: whatever is read through it belongs to that very process, and once it
// has ended reading fails instead of telling of a stranger with the same number. One thread.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "core/unique_fd.h"
#include "observe/reading.h"

namespace ipclab {

class ProcessFolder {
public:
    explicit ProcessFolder(pid_t pid);

    [[nodiscard]] bool exists() const { return static_cast<bool>(m_folder); }
    [[nodiscard]] int fd() const { return m_folder.get(); }

    // name: below the folder, "task/7/stat".
    [[nodiscard]] Reading<std::string> text(const std::string& name, std::size_t limitBytes = 4U << 20) const;
    [[nodiscard]] Reading<std::string> link(const std::string& name) const;  // where a symbolic link leads
    // The entries of a folder whose names are numbers, ascending.
    [[nodiscard]] Reading<std::vector<int>> numbers(const std::string& name) const;

    // What a parser makes of a file.
    template <typename Value>
    [[nodiscard]] Reading<Value> parsed(const std::string& name,
                                        std::optional<Value> (*parse)(std::string_view)) const {
        const Reading<std::string> read = text(name);
        if (!read) return {{}, read.reason};
        return told(parse(*read));
    }

private:
    [[nodiscard]] std::string reason(int error) const;

    UniqueFd m_folder;
};

}  // namespace ipclab
