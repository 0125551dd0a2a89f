// The private folder of one run and the journal of what it creates. A name is written down before the object it
// names exists, so that whatever is killed, by whatever signal, the next start finds and removes what was left:
// but only where the owner is provably gone (another boot, or no process with that pid and start time).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/runtime_directory.h"
#include "core/unique_fd.h"

namespace ipclab {

// The environment variable every process of a run carries: /proc/PID/environ proves whose it is.
inline constexpr std::string_view kRunVariable = "IPCLAB_RUN";

// 128 random bits from getrandom(2), as 32 hexadecimal digits.
std::string makeRunToken();

// The kinds of names a journal may hold.
enum class ObjectKind { File, PosixShm, PosixMq, SysvShm, SysvMq, SysvSem, PosixSem, ControlGroup };

class RunDirectory {
public:
    // Creates run-TOKEN exclusively; the calling process is its owner. Throws.
    explicit RunDirectory(const std::string& token);
    RunDirectory(RunDirectory&&) = default;
    RunDirectory& operator=(RunDirectory&&) = delete;
    // Removes everything in the journal, then the folder; only in the process that made it: a forked copy of the
    // launcher must not clean up behind its parent's back.
    ~RunDirectory();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    // A fresh name for an object of that kind, already in the journal: an absolute path for a file, "/ipclab-…"
    // for POSIX objects. Not for System V objects, which have keys: see makeSysv().
    std::string newName(ObjectKind kind);
    // A System V object: `make` gets an unpredictable unused key that is in the journal already, makes the object
    // with IPC_CREAT | IPC_EXCL and returns its id. What a killed run left is found by the key, not the id: ids are
    // given out anew, keys of 32 random bits are not.
    int makeSysv(ObjectKind kind, const std::function<int(std::int32_t key)>& make);
    // Such a key alone, for an object that another process of the run will make.
    std::int32_t newKey(ObjectKind kind);

    // A control group, before it is made (core/control_group.h).
    void noteGroup(const std::string& path) { note(ObjectKind::ControlGroup, path); }

private:
    void note(ObjectKind kind, std::string_view name);

    std::filesystem::path m_path;
    std::string m_token;
    UniqueFd m_journal;
    int m_owner;
    unsigned m_next = 0;
};

struct SweepReport {
    unsigned runs = 0;
    unsigned processes = 0;
    unsigned objects = 0;
    std::vector<std::string> problems;
};

// Removes what runs with a dead owner left: kills processes that carry their token, unlinks their objects.
// Takes well under a second; safe while other runs and other sweeps go on. What it cannot do is among its problems.
SweepReport sweepDeadRuns();

// What the sweep would remove: looked at, not removed.
struct DeadRun {
    std::filesystem::path folder;
    unsigned objects = 0;  // names in its journal, some of which may be gone already
};
// Throws as runtimeDirectory() does.
std::vector<DeadRun> findDeadRuns();

}  // namespace ipclab
