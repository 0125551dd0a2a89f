// A control group of version 2 (cgroups(7)) for the processes of one run, where the user's session delegates one or the
// caller may make one anyway. Whatever they do, they and all they make stay in it; it bounds their number and memory
// where the controllers are enabled there; and cgroup.kill ends all of them at once, which no fork escapes.
//
// It is made in the caller's own group, or in one above it where the controllers are enabled: those of a group that has
// processes of its own cannot be.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace ipclab {

// Where groups of runs can be made here.
struct GroupPlace {
    std::filesystem::path parent;  // empty: nowhere
    bool processes = false;        // pids.max works there
    bool memory = false;           // memory.max likewise
    std::string problem;           // why nowhere, or which bound is missing; empty: nothing is
};
GroupPlace findGroupPlace();

class ControlGroup {
public:
    ControlGroup() = default;
    // `note` is told of the group before it is made (the journal of the run). Where none can be made it is empty.
    ControlGroup(const GroupPlace& place, const std::string& token,
                 const std::function<void(const std::string&)>& note);

    explicit operator bool() const { return !m_path.empty(); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    // Of all in it: processes and threads, and bytes of memory, each where its controller is enabled.
    void limit(std::uint64_t tasks, std::uint64_t memoryBytes) const;
    // False, with errno: it stays where it was.
    [[nodiscard]] bool add(pid_t pid) const;
    // False: the kernel has no cgroup.kill (before 5.14).
    bool killAll() const;

    // How many in it the kernel has killed because they used too much memory together.
    [[nodiscard]] std::uint64_t memoryKills() const;

private:
    std::filesystem::path m_path;
};

// Ends all that are in the group at this path, and removes it. Only of one that a run has made. False: it was not
// there.
bool removeGroup(const std::filesystem::path& path);

}  // namespace ipclab
