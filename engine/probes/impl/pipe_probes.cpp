// Pipes and FIFOs: how much they hold, what becomes of it, who can use them.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/run_directory.h"
#include "probes/probe_parts.h"

namespace ipclab {

namespace {

// Until the pipe takes no more; the descriptor does not wait.
double fillPipe(int fd) {
    const std::vector<char> page(4096);
    double filled = 0;
    for (ssize_t written = 0; (written = ::write(fd, page.data(), page.size())) > 0;)
        filled += static_cast<double>(written);
    if (errno != EAGAIN) throwErrno(errno, "write to a pipe");
    return filled;
}

std::string makeFifo(RunDirectory& names) {
    std::string path = names.newName(ObjectKind::File);
    check(::mkfifo(path.c_str(), 0600), "mkfifo");
    return path;
}

UniqueFd openFifo(const std::string& path, int flags) {
    return UniqueFd(check(::open(path.c_str(), flags | O_NONBLOCK | O_CLOEXEC), "open of a FIFO"));
}

double bytesIn(int fd) {
    std::array<char, 4096> bytes{};
    const ssize_t got = ::read(fd, bytes.data(), bytes.size());
    return got > 0 ? static_cast<double>(got) : 0;
}

// Bytes that this process has caused to be written to a disk (proc(5)).
double diskBytesWritten() {
    std::ifstream file("/proc/self/io");
    for (std::string word; file >> word;) {
        double bytes = 0;
        if (word == "write_bytes:" && file >> bytes) return bytes;
    }
    throw MachineLacks("/proc/self/io does not tell what was written to disks");
}

// --- handing a descriptor to a stranger -----------------------------------------------------------------------------

sockaddr_un unixAddress(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) throwErrno(ENAMETOOLONG, path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

union OneDescriptor {
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
    cmsghdr header;
};

void handOver(int socket, int fd) {
    char byte = 1;
    iovec data{&byte, 1};
    OneDescriptor control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fd);
    std::memcpy(CMSG_DATA(header), &fd, sizeof fd);
    check(::sendmsg(socket, &message, MSG_NOSIGNAL), "sendmsg SCM_RIGHTS");
}

UniqueFd takeOver(int socket) {
    char byte = 0;
    iovec data{&byte, 1};
    OneDescriptor control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    check(::recvmsg(socket, &message, MSG_CMSG_CLOEXEC), "recvmsg SCM_RIGHTS");
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS) throwErrno(EPROTO, "no descriptor came");
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
    return UniqueFd(fd);
}

// Was forked before the pipe existed, so has inherited nothing of it. The bytes it read.
int readAsStranger(const std::string& path) {
    const UniqueFd socket(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    const sockaddr_un address = unixAddress(path);
    check(::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), "connect");
    const UniqueFd pipe = takeOver(socket.get());
    return static_cast<int>(bytesIn(pipe.get()));
}

}  // namespace

void probeFifoWrites(unsigned, const TellFigure& tell) {
    constexpr int kPages = 4096;
    RunDirectory names(makeRunToken());
    const UniqueFd fifo = openFifo(makeFifo(names), O_RDWR);
    const std::array<char, 4096> page{};
    std::array<char, 4096> back{};
    const double before = diskBytesWritten();
    for (int i = 0; i < kPages; ++i) {
        check(::write(fifo.get(), page.data(), page.size()), "write to a FIFO");
        check(::read(fifo.get(), back.data(), back.size()), "read from a FIFO");
    }
    tell("through_fifo_bytes", kPages * 4096.0);
    tell("to_disk_bytes", diskBytesWritten() - before);
}

void probePipeLimit(unsigned, const TellFigure& tell) {
    const Pipe pipe = makePipe();
    check(::fcntl(pipe.write.get(), F_SETFL, O_NONBLOCK), "fcntl O_NONBLOCK");
    tell("pipe_holds_bytes", fillPipe(pipe.write.get()));
    RunDirectory names(makeRunToken());
    const std::string path = makeFifo(names);
    {
        const UniqueFd both = openFifo(path, O_RDWR);
        tell("fifo_holds_bytes", fillPipe(both.get()));
    }
    const UniqueFd again = openFifo(path, O_RDWR);
    tell("kept_bytes", bytesIn(again.get()));
}

void probeFifoTwoWay(unsigned, const TellFigure& tell) {
    constexpr std::string_view kQuestion = "question";
    RunDirectory names(makeRunToken());
    const std::string path = makeFifo(names);
    const UniqueFd one = openFifo(path, O_RDWR), other = openFifo(path, O_RDWR);
    check(::write(one.get(), kQuestion.data(), kQuestion.size()), "write to a FIFO");
    tell("own_back_bytes", bytesIn(one.get()));
    tell("for_the_other_bytes", bytesIn(other.get()));
}

void probePipeKin(unsigned, const TellFigure& tell) {
    constexpr std::string_view kText = "through a pipe";
    RunDirectory names(makeRunToken());
    const std::string path = names.newName(ObjectKind::File);
    const UniqueFd listener(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    const sockaddr_un address = unixAddress(path);
    check(::bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), "bind");
    check(::listen(listener.get(), 1), "listen");
    const pid_t stranger = forkProbe([&] { return readAsStranger(path); });
    const Pipe pipe = makePipe();
    check(::write(pipe.write.get(), kText.data(), kText.size()), "write to a pipe");
    const UniqueFd socket(check(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC), "accept"));
    handOver(socket.get(), pipe.read.get());
    const int status = waitForProbe(stranger);
    tell("sent_bytes", static_cast<double>(kText.size()));
    tell("stranger_read_bytes", WIFEXITED(status) ? WEXITSTATUS(status) : 0);
}

}  // namespace ipclab
