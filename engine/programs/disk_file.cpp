#include "programs/disk_file.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

#include "core/error.h"
#include "core/run_directory.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kFileBytes = 4U << 20;
constexpr long kXfsMagic = 0x58465342;  // not in linux/magic.h

std::string fileSystemName(long magic) {
    static const std::map<long, std::string> names{
        {EXT4_SUPER_MAGIC, "ext4"},           {kXfsMagic, "xfs"},       {BTRFS_SUPER_MAGIC, "btrfs"},
        {OVERLAYFS_SUPER_MAGIC, "overlayfs"}, {TMPFS_MAGIC, "tmpfs"},   {RAMFS_MAGIC, "ramfs"},
        {F2FS_SUPER_MAGIC, "f2fs"},           {NFS_SUPER_MAGIC, "nfs"}, {FUSE_SUPER_MAGIC, "fuse"}};
    const auto found = names.find(magic);
    return found != names.end() ? found->second : "file system " + std::to_string(magic);
}

std::vector<std::string> folders() {
    std::vector<std::string> all;
    if (const char* chosen = std::getenv("TMPDIR"); chosen != nullptr && *chosen != '\0') all.emplace_back(chosen);
    all.insert(all.end(), {"/var/tmp", "/tmp", runtimeDirectory().string()});
    return all;
}

}  // namespace

DiskFile::DiskFile() {
    for (const std::string& folder : folders()) {
        UniqueFd fd(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
        struct statfs info {};
        if (!fd || ::fstatfs(fd.get(), &info) != 0) continue;
        const long magic = static_cast<long>(info.f_type);
        const bool onDisk = magic != TMPFS_MAGIC && magic != RAMFS_MAGIC;
        if (m_fd && !onDisk) continue;
        m_fd = std::move(fd);
        m_fileSystem = fileSystemName(magic);
        m_onDisk = onDisk;
        if (onDisk) return;
    }
    if (!m_fd) check(-1, "open O_TMPFILE in TMPDIR, /var/tmp, /tmp and the runtime directory");
}

std::string fileSystemOf(const std::string& path) {
    struct statfs info {};
    check(::statfs(path.c_str(), &info), "statfs " + path);
    return fileSystemName(static_cast<long>(info.f_type));
}

int DiskFile::write(std::uint64_t bytes) {
    m_buffer.resize(bytes, 'x');
    if (m_at + bytes > kFileBytes) m_at = 0;
    const ssize_t written = ::pwrite(m_fd.get(), m_buffer.data(), m_buffer.size(), static_cast<off_t>(m_at));
    if (written < 0) return errno;
    m_at += static_cast<std::uint64_t>(written);
    return ::fdatasync(m_fd.get()) == 0 || errno == EINTR ? 0 : errno;
}

}  // namespace ipclab
