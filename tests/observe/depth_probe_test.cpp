#include "observe/depth_probe.h"

#include <gtest/gtest.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <vector>

#include "child.h"

namespace ipclab {
namespace {

struct Pair {
    UniqueFd first, second;
};
Pair makePipePair() {
    int fds[2];
    check(::pipe2(fds, O_CLOEXEC), "pipe2");
    return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}
Pair makeUnix(int type) {
    int fds[2];
    check(::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds), "socketpair");
    return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}
Pair makeTcp() {
    const UniqueFd listener(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* name = reinterpret_cast<sockaddr*>(&address);
    check(::bind(listener.get(), name, size), "bind");
    check(::listen(listener.get(), 1), "listen");
    check(::getsockname(listener.get(), name, &size), "getsockname");
    UniqueFd client(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    check(::connect(client.get(), name, size), "connect");
    UniqueFd server(check(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC), "accept4"));
    return {std::move(server), std::move(client)};
}

// Holds copies of whatever was open when it was forked.
struct Holder : Child {
    Holder()
        : Child([] {
              for (;;) ::pause();
              return 0;
          }) {}
};

void write(const UniqueFd& to, std::size_t sizeBytes) {
    const std::vector<char> bytes(sizeBytes);
    ASSERT_EQ(::send(to.get(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(sizeBytes));
}

TEST(DepthProbe, CountsTheBytesInAnotherProcessesPipe) {
    Pair pipe = makePipePair();
    check(::fcntl(pipe.first.get(), F_SETPIPE_SZ, 8192), "F_SETPIPE_SZ");
    Holder holder;
    const DepthProbe probe(holder.pid());
    for (const std::size_t queued : {0U, 1U, 1000U, 5000U}) {
        static std::size_t written = 0;
        const std::vector<char> bytes(queued - written);
        ASSERT_EQ(::write(pipe.second.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
        written = queued;
        for (const int fd : {pipe.first.get(), pipe.second.get()}) {
            const DepthReading reading = probe.read(fd);
            ASSERT_TRUE(reading.ok()) << reading.reason;
            EXPECT_EQ(reading.kind, QueueKind::Pipe);
            EXPECT_EQ(reading.readableBytes, queued);
            EXPECT_EQ(reading.capacityBytes, 8192U);
        }
    }
}

TEST(DepthProbe, HoldsNoEndAfterwards) {
    Pair pipe = makePipePair();
    Holder holder;
    const DepthProbe probe(holder.pid());
    ASSERT_TRUE(probe.read(pipe.first.get()).ok());
    pipe.first.reset();
    holder.signal(SIGKILL);
    holder.wait();
    ::signal(SIGPIPE, SIG_IGN);
    EXPECT_EQ(::write(pipe.second.get(), "x", 1), -1);
    EXPECT_EQ(errno, EPIPE);
    ::signal(SIGPIPE, SIG_DFL);
}

TEST(DepthProbe, UnixAndTcpSocketsTellBothDirections) {
    for (Pair& pair : std::array{makeUnix(SOCK_STREAM), makeUnix(SOCK_SEQPACKET), makeTcp()}) {
        Holder holder;
        const DepthProbe probe(holder.pid());
        write(pair.second, 700);
        DepthReading receiving;
        EXPECT_TRUE(eventually([&] {  // loopback delivers soon, not at once
            receiving = probe.read(pair.first.get());
            return receiving.readableBytes == 700U;
        })) << receiving.reason;
        EXPECT_TRUE(receiving.kind == QueueKind::Unix || receiving.kind == QueueKind::Tcp);
        EXPECT_GT(receiving.receiveBufferBytes.value_or(0), 0U);
        const DepthReading sending = probe.read(pair.second.get());
        EXPECT_EQ(sending.readableBytes, 0U);
        ASSERT_TRUE(sending.unsentBytes);
        if (sending.kind == QueueKind::Unix) {
            EXPECT_GE(*sending.unsentBytes, 700U);
        }
    }
}

TEST(DepthProbe, MessageQueuesCountMessages) {
    const std::string name = "/ipclab.test." + std::to_string(::getpid());
    mq_attr attributes{};
    attributes.mq_maxmsg = 5;
    attributes.mq_msgsize = 64;
    const UniqueFd queue(::mq_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600, &attributes));
    if (!queue) GTEST_SKIP() << "mq_open: " << errorText(errno);
    ::mq_unlink(name.c_str());
    Holder holder;
    check(::mq_send(queue.get(), "a", 1, 0), "mq_send");
    check(::mq_send(queue.get(), "b", 1, 0), "mq_send");
    const DepthReading reading = DepthProbe(holder.pid()).read(queue.get());
    EXPECT_EQ(reading.kind, QueueKind::MessageQueue);
    EXPECT_EQ(reading.messages, 2U);
    EXPECT_EQ(reading.maxMessages, 5U);
    EXPECT_EQ(reading.messageBytes, 64U);
}

TEST(DepthProbe, FailuresAreValuesWithAReason) {
    Holder holder;
    const DepthProbe probe(holder.pid());
    const DepthReading closed = probe.read(9999);
    EXPECT_EQ(closed.error, EBADF);
    EXPECT_NE(closed.reason.find("not open"), std::string::npos) << closed.reason;
    holder.signal(SIGKILL);
    const pid_t pid = holder.pid();
    holder.wait();
    for (const DepthReading& gone : {probe.read(0), DepthProbe(pid).read(0)}) {
        EXPECT_EQ(gone.error, ESRCH);
        EXPECT_NE(gone.reason.find("gone"), std::string::npos) << gone.reason;
    }
    EXPECT_EQ(readDepth(-1).error, EBADF);
    const UniqueFd file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    EXPECT_EQ(readDepth(file.get()).kind, QueueKind::None);
}

TEST(DepthProbe, AStrangersProcessIsRefusedWithWhatToDo) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs root to become somebody else";
    Holder holder;
    Child stranger([&] {
        if (::setuid(60123) != 0) return 1;
        const DepthReading reading = DepthProbe(holder.pid()).read(0);
        return reading.error == EPERM && reading.reason.find("right to trace") != std::string::npos ? 0 : 2;
    });
    EXPECT_EQ(stranger.wait(), 0);
}

}  // namespace
}  // namespace ipclab
