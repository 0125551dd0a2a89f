#include "runs/mechanism_access.h"

#include <fcntl.h>
#include <mqueue.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>

#include "core/unique_fd.h"

namespace ipclab {

namespace {

constexpr unsigned kPermissions = 07777;

std::optional<unsigned> modeOfPath(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? std::optional(info.st_mode & kPermissions) : std::nullopt;
}

std::optional<unsigned> modeOfDescriptor(int fd) {
    struct stat info {};
    return fd >= 0 && ::fstat(fd, &info) == 0 ? std::optional(info.st_mode & kPermissions) : std::nullopt;
}

// Message queues and segments have names of the same form.
std::optional<unsigned> modeOfPosixName(const Mechanism& mechanism, const std::string& name) {
    const bool queue = mechanism.info().family == Family::MessageQueue;
    const UniqueFd object(queue ? ::mq_open(name.c_str(), O_RDONLY | O_CLOEXEC)
                                : ::shm_open(name.c_str(), O_RDONLY | O_CLOEXEC, 0));
    return modeOfDescriptor(object.get());
}

// The id is among the numbers of the wiring; a segment says which process made it, a queue is named by its first.
std::optional<unsigned> modeOfKey(const Mechanism& mechanism, const EndWiring& wiring) {
    if (mechanism.info().family == Family::MessageQueue) {
        msqid_ds queue{};
        const bool found =
            !wiring.numbers.empty() && ::msgctl(static_cast<int>(wiring.numbers[0]), IPC_STAT, &queue) == 0;
        return found ? std::optional<unsigned>(queue.msg_perm.mode & kPermissions) : std::nullopt;
    }
    for (const std::uint64_t number : wiring.numbers) {
        shmid_ds segment{};
        if (::shmctl(static_cast<int>(number), IPC_STAT, &segment) != 0 || segment.shm_cpid != ::getpid()) continue;
        return segment.shm_perm.mode & kPermissions;
    }
    return std::nullopt;
}

// The end that needs no descriptor, where there is one.
EndWiring namedWiring(const Link& link) {
    EndWiring sending = link.senderWiring(0);
    return sending.descriptors.empty() ? sending : link.receiverWiring(0);
}

}  // namespace

std::string_view id(AccessBy by) {
    constexpr std::array<std::string_view, 5> words{"descriptor", "path", "name", "key", "address"};
    return words[static_cast<std::size_t>(by)];
}

LinkAccess accessOf(const Mechanism& mechanism, const Link& link) {
    const EndWiring wiring = namedWiring(link);
    if (!wiring.descriptors.empty()) return {};
    if (wiring.names.empty()) return {AccessBy::Key, modeOfKey(mechanism, wiring), {}};
    const std::string& name = wiring.names.front();
    if (!name.starts_with('/')) return {AccessBy::Address, {}, {}};
    if (const auto mode = modeOfPath(name))
        return {AccessBy::Path, mode, modeOfPath(std::filesystem::path(name).parent_path().string())};
    return {AccessBy::Name, modeOfPosixName(mechanism, name), {}};
}

}  // namespace ipclab
