#include "observe/descriptor_files.h"

#include <arpa/inet.h>
#include <fcntl.h>

#include <array>
#include <cstring>

#include "observe/proc_text.h"

namespace ipclab {
namespace {

struct TargetKind {
    std::string_view begin;
    DescriptorKind kind;
};

// The first that fits.
constexpr TargetKind kTargets[] = {
    {"pipe:[", DescriptorKind::Pipe},
    {"socket:[", DescriptorKind::Socket},
    {"anon_inode:[eventfd", DescriptorKind::EventFd},
    {"anon_inode:[eventpoll", DescriptorKind::Epoll},
    {"anon_inode:[signalfd", DescriptorKind::SignalFd},
    {"anon_inode:[timerfd", DescriptorKind::TimerFd},
    {"anon_inode:[pidfd", DescriptorKind::PidFd},
    {"pidfd:", DescriptorKind::PidFd},
    {"anon_inode:inotify", DescriptorKind::Inotify},
    {"anon_inode:[perf_event", DescriptorKind::PerfEvent},
    {"anon_inode:[io_uring", DescriptorKind::IoUring},
    {"/memfd:", DescriptorKind::Memfd},
    {"/SYSV", DescriptorKind::SharedMemory},
    {"/dev/shm/", DescriptorKind::SharedMemory},
    {"/dev/pts/", DescriptorKind::Terminal},
    {"/dev/tty", DescriptorKind::Terminal},
    {"/dev/ptmx", DescriptorKind::Terminal},
    {"/dev/mqueue/", DescriptorKind::MessageQueue},
    {"/dev/", DescriptorKind::Device},
    {"/", DescriptorKind::File},
};

constexpr std::string_view kIds[] = {"other",    "file",    "directory",     "device",        "terminal",   "pipe",
                                     "socket",   "memfd",   "shared-memory", "message-queue", "eventfd",    "epoll",
                                     "signalfd", "timerfd", "pidfd",         "inotify",       "perf-event", "io-uring"};

// Lines of fdinfo that every descriptor has.
bool isCommon(std::string_view key) { return key == "pos" || key == "flags" || key == "mnt_id" || key == "ino"; }

std::string_view unixType(std::string_view word) {
    if (word == "0001") return "stream";
    if (word == "0002") return "datagram";
    return word == "0005" ? "seqpacket" : "socket";
}

// include/net/tcp_states.h; UDP uses 7 for "not connected".
std::string_view internetState(std::string_view word, std::string_view protocol) {
    static constexpr std::string_view kNames[] = {"",          "established", "connecting", "handshake",   "closing",
                                                  "closing",   "time-wait",   "closed",     "peer closed", "last ack",
                                                  "listening", "closing"};
    const auto state = parseInteger<unsigned>(word, 16);
    if (!state || *state >= std::size(kNames)) return {};
    if (protocol == "UDP") return *state == 1 ? "connected" : "";
    return kNames[*state];
}

// "0100007F:07E8": each group of eight digits is a word of the address in the machine's own order.
std::string endpoint(std::string_view word) {
    const std::size_t colon = word.rfind(':');
    if (colon == std::string_view::npos || (colon != 8 && colon != 32)) return {};
    std::array<std::uint32_t, 4> address{};
    for (std::size_t i = 0; i * 8 < colon; ++i) {
        const auto part = parseInteger<std::uint32_t>(word.substr(i * 8, 8), 16);
        if (!part) return {};
        address[i] = *part;
    }
    const auto port = parseInteger<unsigned>(word.substr(colon + 1), 16);
    char text[INET6_ADDRSTRLEN] = {};
    if (!port || ::inet_ntop(colon == 8 ? AF_INET : AF_INET6, address.data(), text, sizeof text) == nullptr) return {};
    const std::string host = colon == 8 ? std::string(text) : "[" + std::string(text) + "]";
    return host + ":" + (*port == 0 ? "*" : std::to_string(*port));
}

}  // namespace

std::string_view id(DescriptorKind kind) { return kIds[static_cast<std::size_t>(kind)]; }

DescriptorKind kindOfTarget(std::string_view target) {
    for (const TargetKind& known : kTargets)
        if (target.starts_with(known.begin)) return known.kind;
    return DescriptorKind::Other;
}

std::uint64_t inodeOfTarget(std::string_view target) {
    const std::size_t open = target.find(":[");
    if (open == std::string_view::npos || !target.ends_with(']')) return 0;
    return parseInteger<std::uint64_t>(target.substr(open + 2, target.size() - open - 3)).value_or(0);
}

bool FdInfo::reads() const { return (flags & O_ACCMODE) != O_WRONLY; }
bool FdInfo::writes() const { return (flags & O_ACCMODE) != O_RDONLY; }

std::string FdInfo::flagNames() const {
    static constexpr std::pair<unsigned, std::string_view> kFlags[] = {
        {O_APPEND, "O_APPEND"}, {O_NONBLOCK, "O_NONBLOCK"}, {O_ASYNC, "O_ASYNC"},
        {O_DIRECT, "O_DIRECT"}, {O_PATH, "O_PATH"},         {O_CLOEXEC, "O_CLOEXEC"}};
    std::string names = !writes() ? "O_RDONLY" : reads() ? "O_RDWR" : "O_WRONLY";
    for (const auto& [flag, name] : kFlags)
        if ((flags & flag) != 0) names.append(" ").append(name);
    return names;
}

std::optional<FdInfo> parseFdInfo(std::string_view text) {
    FdInfo info;
    bool hasFlags = false;
    while (!text.empty()) {
        const std::string_view line = nextLine(text);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view key = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
        if (key == "pos") {
            info.position = parseInteger<std::uint64_t>(value).value_or(0);
        } else if (key == "flags") {
            const auto flags = parseInteger<unsigned>(value, 8);
            hasFlags = flags.has_value();
            info.flags = flags.value_or(0);
        } else if (!isCommon(key) && info.detail.empty()) {
            info.detail = trimmed(line);
        }
    }
    if (!hasFlags) return std::nullopt;
    return info;
}

// "Num: RefCount Protocol Flags Type St Inode Path".
void addUnixSockets(std::string_view procNetUnix, SocketNames& names) {
    while (!procNetUnix.empty()) {
        std::string_view line = nextLine(procNetUnix);
        std::array<std::string_view, 7> words;
        for (std::string_view& word : words) word = nextWord(line);
        const auto inode = parseInteger<std::uint64_t>(words[6]);
        if (!inode || *inode == 0) continue;
        std::string name = "UNIX " + std::string(unixType(words[4]));
        if (words[3] == "00010000") name += ", listening";
        if (const std::string_view path = trimmed(line); !path.empty()) name.append(", ").append(path);
        names.insert_or_assign(*inode, std::move(name));
    }
}

// "sl: local remote st tx:rx tr:when retrnsmt uid timeout inode".
void addInternetSockets(std::string_view procNet, std::string_view protocol, SocketNames& names) {
    while (!procNet.empty()) {
        std::string_view line = nextLine(procNet);
        std::array<std::string_view, 10> words;
        for (std::string_view& word : words) word = nextWord(line);
        const auto inode = parseInteger<std::uint64_t>(words[9]);
        const std::string local = endpoint(words[1]), remote = endpoint(words[2]);
        if (!inode || *inode == 0 || local.empty() || remote.empty()) continue;
        std::string name = std::string(protocol) + ' ' + local;
        if (!remote.ends_with(":*")) name += " → " + remote;
        if (const std::string_view state = internetState(words[3], protocol); !state.empty())
            name.append(", ").append(state);
        names.insert_or_assign(*inode, std::move(name));
    }
}

}  // namespace ipclab
