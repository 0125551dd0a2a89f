#include "observe/depth_probe.h"

#include <fcntl.h>
#include <linux/sock_diag.h>
#include <linux/sockios.h>
#include <linux/tcp.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/error.h"
#include "observe/proc_text.h"
#include "observe/socket_diag.h"

namespace ipclab {
namespace {

// A negative number is a refusal or nonsense.
template <typename Integer>
std::optional<std::uint64_t> size(Integer value) {
    if (value < 0) return std::nullopt;
    return static_cast<std::uint64_t>(value);
}

std::optional<std::uint64_t> askControl(int fd, unsigned long request) {
    int value = 0;
    if (::ioctl(fd, request, &value) != 0) return std::nullopt;
    return size(value);
}

std::optional<int> askOption(int fd, int option) {
    int value = 0;
    socklen_t length = sizeof value;
    if (::getsockopt(fd, SOL_SOCKET, option, &value, &length) != 0) return std::nullopt;
    return value;
}

QueueKind socketKind(int fd) {
    const auto domain = askOption(fd, SO_DOMAIN);
    const auto type = askOption(fd, SO_TYPE);
    if (domain == AF_UNIX) return type == SOCK_DGRAM ? QueueKind::UnixDatagram : QueueKind::Unix;
    if (domain != AF_INET && domain != AF_INET6) return QueueKind::OtherSocket;
    if (type == SOCK_STREAM) return QueueKind::Tcp;
    return type == SOCK_DGRAM ? QueueKind::Udp : QueueKind::OtherSocket;
}

// SO_MEMINFO, as ss(8) shows it under skmem.
void readReceiveMemory(int fd, DepthReading& reading) {
    std::array<std::uint32_t, SK_MEMINFO_VARS> memory{};
    socklen_t length = sizeof memory;
    if (::getsockopt(fd, SOL_SOCKET, SO_MEMINFO, memory.data(), &length) != 0) return;
    reading.readableBytes = memory[SK_MEMINFO_RMEM_ALLOC];
    reading.drops = memory[SK_MEMINFO_DROPS];
    entryOf(reading.probed, ProbedFigure::SocketDrops) = memory[SK_MEMINFO_DROPS];
}

// tcp(7). There is no round trip before the first acknowledgement.
void readTcp(int fd, DepthReading& reading) {
    tcp_info info{};
    socklen_t length = sizeof info;
    if (::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &length) != 0) return;
    entryOf(reading.probed, ProbedFigure::TcpRetransmissions) = info.tcpi_total_retrans;
    entryOf(reading.probed, ProbedFigure::TcpDataSegments) = info.tcpi_data_segs_out;
    entryOf(reading.probed, ProbedFigure::TcpBareAcknowledgements) =
        std::int64_t{info.tcpi_segs_in} - info.tcpi_data_segs_in;
    if (info.tcpi_rtt > 0) entryOf(reading.probed, ProbedFigure::TcpRoundTripNs) = std::int64_t{info.tcpi_rtt} * 1000;
}

std::uint16_t portOf(int fd) {
    sockaddr_in address{};
    socklen_t length = sizeof address;
    if (::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0) return 0;
    return ntohs(address.sin_port);
}

// tcp(7) says nothing of it: of a listening socket tcpi_unacked is the accept queue, tcpi_sacked its limit.
void readListening(int fd, DepthReading& reading) {
    std::optional<AcceptQueue> queue;
    if (reading.kind == QueueKind::Tcp) {
        tcp_info info{};
        socklen_t length = sizeof info;
        if (::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &length) == 0)
            queue = AcceptQueue{info.tcpi_unacked, info.tcpi_sacked};
        reading.listensOn = portOf(fd);
    } else {
        static const SocketDiag diag;
        queue = diag.unixQueue(reading.inode);
    }
    if (!queue) return;
    entryOf(reading.probed, ProbedFigure::AcceptQueue) = static_cast<std::int64_t>(queue->waiting);
    entryOf(reading.probed, ProbedFigure::AcceptQueueLimit) = static_cast<std::int64_t>(queue->limit);
}

void readPipe(int fd, DepthReading& reading) {
    reading.kind = QueueKind::Pipe;
    reading.readableBytes = askControl(fd, FIONREAD);
    reading.capacityBytes = size(::fcntl(fd, F_GETPIPE_SZ));
}

void readSocket(int fd, DepthReading& reading) {
    reading.kind = socketKind(fd);
    if (askOption(fd, SO_ACCEPTCONN).value_or(0) != 0) return readListening(fd, reading);
    if (reading.kind == QueueKind::Udp) {
        readReceiveMemory(fd, reading);
    } else if (reading.kind != QueueKind::UnixDatagram) {
        reading.readableBytes = askControl(fd, SIOCINQ);
    }
    if (reading.kind == QueueKind::Tcp) readTcp(fd, reading);
    reading.unsentBytes = askControl(fd, SIOCOUTQ);
    reading.sendBufferBytes = size(askOption(fd, SO_SNDBUF).value_or(-1));
    reading.receiveBufferBytes = size(askOption(fd, SO_RCVBUF).value_or(-1));
}

// What its line discipline holds; what waits in the driver before it is not told.
void readTerminal(int fd, DepthReading& reading) {
    reading.kind = QueueKind::Terminal;
    reading.readableBytes = askControl(fd, FIONREAD);
}

// On Linux a message queue's descriptor is a file descriptor (mq_overview(7)).
void readMessageQueue(int fd, DepthReading& reading) {
    mq_attr attributes{};
    if (::mq_getattr(fd, &attributes) != 0) return;
    reading.kind = QueueKind::MessageQueue;
    reading.messages = size(attributes.mq_curmsgs);
    reading.maxMessages = size(attributes.mq_maxmsg);
    reading.messageBytes = size(attributes.mq_msgsize);
}

std::string notPermitted() {
    const auto scope = readLine("/proc/sys/kernel/yama/ptrace_scope");
    std::string text = "looking into it needs the right to trace it: the same user, no set-user-ID program";
    if (!scope || scope == "0") return text;
    return text + "; kernel.yama.ptrace_scope is " + *scope +
           (scope == "1" ? " (descendants only)" : ": allow descendants with sysctl kernel.yama.ptrace_scope=1");
}

}  // namespace

DepthReading readDepth(int fd) {
    DepthReading reading;
    struct stat info {};
    if (::fstat(fd, &info) != 0) {
        reading.error = errno;
        reading.reason = "descriptor " + std::to_string(fd) + ": " + errorText(reading.error);
        return reading;
    }
    reading.inode = info.st_ino;
    if (S_ISFIFO(info.st_mode))
        readPipe(fd, reading);
    else if (S_ISSOCK(info.st_mode))
        readSocket(fd, reading);
    else if (::isatty(fd) != 0)
        readTerminal(fd, reading);
    else
        readMessageQueue(fd, reading);
    return reading;
}

DepthProbe::DepthProbe(pid_t pid) : m_pid(pid), m_process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {
    if (!m_process) m_openError = errno;
}

DepthReading DepthProbe::read(int fd) const {
    const UniqueFd copy = copyOf(fd);
    return copy ? readDepth(copy.get()) : failure(errno, fd);
}

UniqueFd DepthProbe::copyOf(int fd) const {
    if (m_process) return UniqueFd(static_cast<int>(::syscall(SYS_pidfd_getfd, m_process.get(), fd, 0)));
    errno = m_openError;
    return {};
}

DepthReading DepthProbe::failure(int error, int fd) const {
    DepthReading reading;
    reading.error = error == EACCES ? EPERM : error;
    reading.reason = "descriptor " + std::to_string(fd) + " of process " + std::to_string(m_pid) + ": ";
    switch (reading.error) {
        case ESRCH:
            reading.reason += "the process is gone";
            break;
        case EBADF:
            reading.reason += "it is not open there";
            break;
        case EPERM:
            reading.reason += notPermitted();
            break;
        case ENOSYS:
            reading.reason += "this kernel is older than 5.6 and has no pidfd_getfd";
            break;
        default:
            reading.reason += errorText(error);
    }
    return reading;
}

}  // namespace ipclab
