#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "bare_loops.h"
#include "core/error.h"
#include "core/run_directory.h"

namespace ipclab::bench {

namespace {

void writeAll(int fd, const std::byte* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t done = ::write(fd, bytes, size);
        if (done <= 0) ::_exit(1);
        bytes += done;
        size -= static_cast<std::size_t>(done);
    }
}

void readAll(int fd, std::byte* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t done = ::read(fd, bytes, size);
        if (done <= 0) ::_exit(1);
        bytes += done;
        size -= static_cast<std::size_t>(done);
    }
}

// Sender and receiver each open their descriptor in their own process.
double bareStream(const Work& work, Result& result, const std::function<int()>& openSend,
                  const std::function<int()>& openReceive) {
    const auto send = [&] {
        const int fd = openSend();
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) writeAll(fd, message.data(), message.size());
    };
    const auto receive = [&] {
        const int fd = openReceive();
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] { readAll(fd, buffer.data(), buffer.size()); });
    };
    return inTwoProcesses(work, result, send, receive);
}

double bareSocket(const Work& work, Result& result, int domain, int type, sockaddr* address, socklen_t size) {
    const auto tune = [domain](int fd) {
        const int on = 1;
        if (domain == AF_INET) ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    };
    const UniqueFd listener(check(::socket(domain, type | SOCK_CLOEXEC, 0), "socket"));
    check(::bind(listener.get(), address, size), "bind");
    check(::listen(listener.get(), 8), "listen");
    check(::getsockname(listener.get(), address, &size), "getsockname");
    const auto openSend = [&] {
        const int fd = ::socket(domain, type, 0);
        tune(fd);
        check(::connect(fd, address, size), "connect");
        return fd;
    };
    return bareStream(work, result, openSend, [&] { return ::accept(listener.get(), nullptr, nullptr); });
}

sockaddr_un newAddress(RunDirectory& run) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, run.newName(ObjectKind::File).c_str(), sizeof address.sun_path - 1);
    return address;
}

double bareUnixOf(const Work& work, Result& result, int type) {
    RunDirectory run(makeRunToken());
    sockaddr_un address = newAddress(run);
    return bareSocket(work, result, AF_UNIX, type, reinterpret_cast<sockaddr*>(&address), sizeof address);
}

}  // namespace

double barePipe(const Work& work, Result& result) {
    std::array<int, 2> fds{};
    check(::pipe2(fds.data(), O_CLOEXEC), "pipe2");
    const UniqueFd read(fds[0]), write(fds[1]);
    return bareStream(
        work, result, [&] { return write.get(); }, [&] { return read.get(); });
}

double bareFifo(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const std::string path = run.newName(ObjectKind::File);
    check(::mkfifo(path.c_str(), 0600), "mkfifo");
    return bareStream(
        work, result, [&] { return ::open(path.c_str(), O_WRONLY); }, [&] { return ::open(path.c_str(), O_RDONLY); });
}

double bareUnix(const Work& work, Result& result) { return bareUnixOf(work, result, SOCK_STREAM); }

double bareSeqpacket(const Work& work, Result& result) { return bareUnixOf(work, result, SOCK_SEQPACKET); }

double bareDatagram(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const sockaddr_un address = newAddress(run);
    const auto* to = reinterpret_cast<const sockaddr*>(&address);
    const UniqueFd receiver(check(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket"));
    const UniqueFd sender(check(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket"));
    check(::bind(receiver.get(), to, sizeof address), "bind");
    check(::connect(sender.get(), to, sizeof address), "connect");
    return bareStream(
        work, result, [&] { return sender.get(); }, [&] { return receiver.get(); });
}

double barePair(const Work& work, Result& result) {
    std::array<int, 2> fds{};
    check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds.data()), "socketpair");
    const UniqueFd receiver(fds[0]), sender(fds[1]);
    return bareStream(
        work, result, [&] { return sender.get(); }, [&] { return receiver.get(); });
}

double bareTcp(const Work& work, Result& result) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bareSocket(work, result, AF_INET, SOCK_STREAM, reinterpret_cast<sockaddr*>(&address), sizeof address);
}

// A terminal in raw mode changes no byte: the sender has the slave, the receiver the master, as in impl/pty.cpp.
double barePty(const Work& work, Result& result) {
    const UniqueFd master(check(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt"));
    check(::grantpt(master.get()), "grantpt");
    check(::unlockpt(master.get()), "unlockpt");
    std::array<char, 128> name{};
    checkError(::ptsname_r(master.get(), name.data(), name.size()), "ptsname_r");
    const UniqueFd slave(check(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC), "open of a terminal"));
    termios settings{};
    check(::tcgetattr(slave.get(), &settings), "tcgetattr");
    ::cfmakeraw(&settings);
    check(::tcsetattr(slave.get(), TCSANOW, &settings), "tcsetattr");
    return bareStream(
        work, result, [&] { return slave.get(); }, [&] { return master.get(); });
}

}  // namespace ipclab::bench
