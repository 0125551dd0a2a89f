// All of /proc/PID/status that a control block shows (proc(5)), by a pure function. proc_files.h has the few fields
// that are read a thousand times a second; this is for the one process somebody looks at. A line that this kernel does
// not have leaves its field empty.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

struct StatusDetails {
    enum class Id : std::uint8_t { Real, Effective, Saved, FileSystem };

    std::array<std::uint32_t, 4> userIds{}, groupIds{};  // by Id
    std::vector<std::uint32_t> groups{};                 // supplementary
    std::optional<std::int64_t> tracer{};                // pid of who traces it; 0: nobody
    std::optional<std::int64_t> namespacePid{};          // its number in its own pid namespace

    // Bytes. A zombie and a kernel thread have none.
    std::optional<std::uint64_t> virtualPeak{}, virtualSize{}, locked{}, residentPeak{}, resident{},
        residentAnonymous{}, residentFile{}, residentShared{}, data{}, stack{}, code{}, libraries{}, pageTables{},
        swap{};

    std::optional<std::uint64_t> threads{}, voluntarySwitches{}, involuntarySwitches{};

    // Bit n − 1 is signal n.
    std::optional<std::uint64_t> pendingOfThread{}, pendingOfProcess{}, blocked{}, ignored{}, caught{};
    std::optional<std::uint64_t> queuedSignals{}, queuedSignalsMax{};  // SigQ: of the user

    // Bit n is capability n (capabilities(7)).
    std::optional<std::uint64_t> capInherited{}, capPermitted{}, capEffective{}, capBounding{}, capAmbient{};
    std::optional<std::uint64_t> noNewPrivileges{}, seccomp{}, seccompFilters{};  // seccomp: 0 off, 1 strict, 2 filter

    std::string allowedCpus{};   // "0-3,8"
    std::string allowedNodes{};  // of memory
    std::string umask{};         // octal
};

// nullopt for a text without a single line of it, or with a number that is none.
[[nodiscard]] std::optional<StatusDetails> parseStatusDetails(std::string_view text);

}  // namespace ipclab
