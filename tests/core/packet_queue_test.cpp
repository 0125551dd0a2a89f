// Nothing that is sent is lost, overtakes or blocks, however slowly the other end reads.
#include "core/packet_queue.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace ipclab {
namespace {

struct Pair {
    UniqueFd near, far;
};

Pair makePair() {
    std::array<int, 2> ends{};
    check(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

struct Came {
    std::string text;  // empty: nothing has come
    UniqueFd fd;
};

Came receive(int socket) {
    std::string text(1U << 16, '\0');
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec data{text.data(), text.size()};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t length = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    Came came;
    if (length > 0) came.text = text.substr(0, static_cast<std::size_t>(length));
    if (const cmsghdr* header = CMSG_FIRSTHDR(&message)) {
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
        came.fd.reset(fd);
    }
    return came;
}

// Until the socket takes no more; what each says is its number.
int fill(PacketQueue& queue, int socket) {
    int sent = 0;
    while (queue.empty()) {
        queue.add(std::to_string(sent++));
        EXPECT_TRUE(queue.flush(socket));
        if (sent > 1'000'000) return -1;
    }
    return sent;
}

TEST(PacketQueue, AFullSocketLosesNothingAndKeepsTheOrder) {
    const Pair pair = makePair();
    PacketQueue queue;
    const int full = fill(queue, pair.near.get());
    ASSERT_GT(full, 0);
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
    UniqueFd read(pipe[0]), write(pipe[1]);
    ASSERT_TRUE(queue.addLending("with a descriptor", std::array{write.get()}));
    write.reset();  // the queue has its own
    queue.add("last");
    ASSERT_TRUE(queue.flush(pair.near.get()));
    EXPECT_EQ(queue.size(), 3U);
    for (int i = 0; i < full; ++i) {
        EXPECT_EQ(receive(pair.far.get()).text, std::to_string(i));
        ASSERT_TRUE(queue.flush(pair.near.get()));
    }
    const Came came = receive(pair.far.get());
    EXPECT_EQ(came.text, "with a descriptor");
    ASSERT_TRUE(came.fd);
    EXPECT_EQ(::write(came.fd.get(), "x", 1), 1);
    char byte = 0;
    EXPECT_EQ(::read(read.get(), &byte, 1), 1);
    EXPECT_EQ(receive(pair.far.get()).text, "last");
    EXPECT_TRUE(queue.empty());
}

TEST(PacketQueue, TellsWhenNobodyReadsAnyMore) {
    Pair pair = makePair();
    PacketQueue queue;
    pair.far.reset();
    queue.add("to nobody");
    EXPECT_FALSE(queue.flush(pair.near.get()));
    EXPECT_TRUE(queue.empty());
}

TEST(PacketQueue, MoreDescriptorsThanOnePacketHoldsAreRefusedAtOnce) {
    PacketQueue queue;
    const std::vector<int> many(PacketQueue::kMostDescriptors + 1, 0);
    EXPECT_FALSE(queue.addLending("too many", many));
    EXPECT_EQ(errno, EINVAL);
    EXPECT_FALSE(queue.addLending("closed", std::array{-1}));
    EXPECT_TRUE(queue.empty());
}

}  // namespace
}  // namespace ipclab
