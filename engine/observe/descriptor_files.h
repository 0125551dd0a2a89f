// What /proc/PID/fd, /proc/PID/fdinfo and /proc/PID/net say of open descriptors (proc(5)), by pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

enum class DescriptorKind : std::uint8_t {
    Other,
    File,
    Directory,
    Device,
    Terminal,
    Pipe,
    Socket,
    Memfd,
    SharedMemory,
    MessageQueue,
    EventFd,
    Epoll,
    SignalFd,
    TimerFd,
    PidFd,
    Inotify,
    PerfEvent,
    IoUring,
};
[[nodiscard]] std::string_view id(DescriptorKind kind);  // "file", "eventfd" …

// Of what /proc/PID/fd/N leads to: "pipe:[7]", "anon_inode:[eventfd]", "/memfd:ring (deleted)", a path. A directory and
// a POSIX message queue look like files: whoever can, asks fstat.
[[nodiscard]] DescriptorKind kindOfTarget(std::string_view target);
// The 7 of "socket:[7]"; 0 where there is none.
[[nodiscard]] std::uint64_t inodeOfTarget(std::string_view target);

struct FdInfo {
    std::uint64_t position = 0;
    unsigned flags = 0;  // O_… of open(2)
    std::string detail;  // what the kernel adds for this kind: "eventfd-count: 3", "Pid: 77", "tfd: 5"

    [[nodiscard]] bool reads() const;
    [[nodiscard]] bool writes() const;
    [[nodiscard]] std::string flagNames() const;  // "O_RDWR O_NONBLOCK O_CLOEXEC"
};
[[nodiscard]] std::optional<FdInfo> parseFdInfo(std::string_view text);

// By inode, what a socket is: "UNIX stream, listening, /tmp/x", "TCP 127.0.0.1:80 → 127.0.0.1:4711, established".
using SocketNames = std::map<std::uint64_t, std::string>;
void addUnixSockets(std::string_view procNetUnix, SocketNames& names);
// protocol: "TCP", "UDP"; of /proc/net/tcp and tcp6, udp and udp6.
void addInternetSockets(std::string_view procNet, std::string_view protocol, SocketNames& names);

}  // namespace ipclab
