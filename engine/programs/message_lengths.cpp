// Message lengths: a stream joins what was written and hands out what there is, a socket with boundaries and a message
// queue keep each message by itself; fixed and variable length; what is too long, and what is cut off.
#include <fcntl.h>
#include <mqueue.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

#include "core/error.h"
#include "core/pipe.h"
#include "core/unique_fd.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

constexpr std::size_t kFirst = 100, kSecond = 200, kReadRoom = 4096;
constexpr const char* kWritten = TEXT("fact", "100 and 200 bytes");

// Used one way, as a pipe is.
Pipe makePair(int type) {
    std::array<int, 2> fds{};
    check(::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds.data()), "socketpair");
    return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}

void writeBoth(const Pipe& ends) {
    const std::array<char, kSecond> bytes{};
    check(::write(ends.write.get(), bytes.data(), kFirst), "write");
    check(::write(ends.write.get(), bytes.data(), kSecond), "write");
}

void tellRead(WorkerContext& worker, const char* object, const Pipe& ends) {
    writeBoth(ends);
    std::array<char, kReadRoom> room{};
    const ssize_t length = check(::read(ends.read.get(), room.data(), room.size()), "read");
    worker.tell("lengths", {{"object", object}, {"writes", 2}, {"written", kWritten}, {"read_bytes", length}});
}

void tellCutOff(WorkerContext& worker, const char* object, const Pipe& ends) {
    const std::array<char, kSecond> bytes{};
    check(::write(ends.write.get(), bytes.data(), kSecond), "write");
    std::array<char, kFirst> room{};
    const ssize_t length = check(::read(ends.read.get(), room.data(), room.size()), "read");
    int left = 0;
    check(::ioctl(ends.read.get(), FIONREAD, &left), "FIONREAD");
    if (left != 0) return;  // a stream keeps the rest
    worker.tell("cut-off",
                {{"object", object}, {"bytes", kSecond}, {"room_bytes", room.size()}, {"read_bytes", length}});
}

// A POSIX message queue whose messages have at most so many bytes, without a name by the time it is used.
class Queue {
public:
    Queue(const std::string& name, long mostBytes) {
        mq_attr attributes{};
        attributes.mq_maxmsg = 4;
        attributes.mq_msgsize = mostBytes;
        m_queue = check(::mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NONBLOCK, 0600, &attributes), "mq_open");
        ::mq_unlink(name.c_str());
    }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
    ~Queue() { ::mq_close(m_queue); }
    [[nodiscard]] mqd_t get() const { return m_queue; }

private:
    mqd_t m_queue;
};

class MessageLengths : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "message-lengths",
            .name = TEXT("program", "Message lengths"),
            .summary = TEXT(
                "program",
                "Writes two messages of different lengths into a pipe, a stream socket, a socket with boundaries, a "
                "datagram socket and a message queue, and tells what one read brings of each, what is refused as too "
                "long and what is cut off."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true,
            .makesObjects = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        const Nanoseconds between = worker.holdNs(kNsPerSecond / 2);
        if (!worker.waitStartDelay()) return 0;
        tellRead(worker, TEXT("fact", "pipe"), makePipe());
        if (!worker.holdFor(between)) return 0;
        tellRead(worker, TEXT("fact", "stream socket"), makePair(SOCK_STREAM));
        if (!worker.holdFor(between)) return 0;
        tellRead(worker, TEXT("fact", "socket with boundaries (seqpacket)"), makePair(SOCK_SEQPACKET));
        tellCutOff(worker, TEXT("fact", "socket with boundaries (seqpacket)"), makePair(SOCK_SEQPACKET));
        if (!worker.holdFor(between)) return 0;
        tellRead(worker, TEXT("fact", "datagram socket"), makePair(SOCK_DGRAM));
        tellCutOff(worker, TEXT("fact", "datagram socket"), makePair(SOCK_DGRAM));
        if (!worker.holdFor(between)) return 0;
        queue(worker);
        return 0;
    }

private:
    static void queue(WorkerContext& worker) {
        const Queue queue(worker.plan().names.queue, kSecond);
        const std::array<char, kSecond + 1> bytes{};
        check(::mq_send(queue.get(), bytes.data(), kFirst, 0), "mq_send");
        check(::mq_send(queue.get(), bytes.data(), kSecond, 0), "mq_send");
        std::array<char, kReadRoom> room{};
        const ssize_t length = check(::mq_receive(queue.get(), room.data(), room.size(), nullptr), "mq_receive");
        worker.tell(
            "lengths",
            {{"object", TEXT("fact", "message queue")}, {"writes", 2}, {"written", kWritten}, {"read_bytes", length}});
        if (::mq_send(queue.get(), bytes.data(), bytes.size(), 0) != 0) {
            worker.tell("too-long", {{"object", TEXT("fact", "message queue")},
                                     {"bytes", bytes.size()},
                                     {"most_bytes", kSecond},
                                     {"errno", ::strerrorname_np(errno)},
                                     {"error", errorText(errno)}});
        }
    }
};

}  // namespace

const Program& messageLengthsProgram() {
    static const MessageLengths program;
    return program;
}

}  // namespace ipclab
