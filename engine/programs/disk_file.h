// A file without a name to wait for the disk with: written and flushed at once (fdatasync(2)), so that the writer
// sleeps until the disk has it. O_TMPFILE (open(2)) gives it no name at any moment: nothing is left of whoever is
// killed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/unique_fd.h"

namespace ipclab {

class DiskFile {
public:
    // Where a disk is more likely than in the runtime directory, which is memory on many systems: TMPDIR, /var/tmp,
    // /tmp, the runtime directory; the first that is no memory, else the first that works. Throws std::system_error.
    DiskFile();

    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] const std::string& fileSystem() const { return m_fileSystem; }
    [[nodiscard]] bool isOnDisk() const { return m_onDisk; }

    // Writes so much at the next place, beginning anew after 4 MiB, and waits for the disk. An errno, 0: done.
    int write(std::uint64_t bytes);

private:
    UniqueFd m_fd;
    std::string m_fileSystem;
    bool m_onDisk = false;
    std::uint64_t m_at = 0;
    std::vector<char> m_buffer;
};

// Of the file system that a file is on, as people call it: "ext4", "tmpfs".
std::string fileSystemOf(const std::string& path);

}  // namespace ipclab
