// The mappings of a process, from /proc/PID/smaps (proc(5)), by pure functions: where each lies, what may be done
// there, and how much of it is in memory, its own or shared. All sizes are bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

struct MemoryMapping {
    std::uint64_t start = 0, end = 0;  // end: the first address behind it
    bool readable = false, writable = false, executable = false;
    bool shared = false;             // MAP_SHARED: writes are seen by all who map it
    std::uint64_t offset = 0;        // in the file
    std::uint64_t inode = 0;         // 0: no file
    std::string name;                // a path, "[heap]", "/memfd:ring (deleted)"; "" for anonymous memory
    bool growsDown = false;          // VmFlags gd: a stack that the kernel extends
    std::uint64_t resident = 0;      // Rss: in memory now
    std::uint64_t proportional = 0;  // Pss: shared pages divided by how many map them
    std::uint64_t sharedClean = 0, sharedDirty = 0, privateClean = 0, privateDirty = 0;
    std::uint64_t swapped = 0;

    [[nodiscard]] std::uint64_t size() const { return end - start; }
    [[nodiscard]] std::uint64_t privateBytes() const { return privateClean + privateDirty; }
    [[nodiscard]] std::uint64_t sharedBytes() const { return sharedClean + sharedDirty; }
    [[nodiscard]] bool accessible() const { return readable || writable || executable; }
    [[nodiscard]] std::string permissions() const;  // "rw-p"
};

// The first line of a mapping, which is also a line of /proc/PID/maps. Names may hold blanks.
[[nodiscard]] std::optional<MemoryMapping> parseMapsLine(std::string_view line);

// The mappings in ascending order. nullopt when the text does not begin with one; a line in the middle that nobody
// understands is passed over, a mapping cut off at the end keeps what was read of it.
[[nodiscard]] std::optional<std::vector<MemoryMapping>> parseSmaps(std::string_view text);

}  // namespace ipclab
