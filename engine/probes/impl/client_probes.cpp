// Serving many: a thread a client against one thread that waits for all of them; and what can be done while one waits.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "core/error.h"
#include "core/guarded_thread.h"
#include "probes/probe_parts.h"

namespace ipclab {

namespace {

constexpr std::size_t kClients = 200;
constexpr unsigned kRounds = 20;  // requests of each client

struct Served {
    double memoryBytes = 0, cpuNs = 0;  // a client; a request
};

double cpuNsUsed() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto ns = [](const timeval& time) {
        return 1e9 * static_cast<double>(time.tv_sec) + 1e3 * static_cast<double>(time.tv_usec);
    };
    return ns(usage.ru_utime) + ns(usage.ru_stime);
}

void serveOne(int socket) {
    while (readByte(socket)) writeByte(socket);
}

class ThreadAClient {
public:
    explicit ThreadAClient(const std::vector<int>& sockets) {
        for (const int socket : sockets)
            m_threads.push_back(
                startThread([socket](const std::stop_token&) { serveOne(socket); }, [](const auto&) { ::_exit(1); }));
    }
    void serve() { m_threads.clear(); }  // each ends with its client

private:
    std::vector<std::jthread> m_threads;
};

class OneThread {
public:
    explicit OneThread(const std::vector<int>& sockets)
        : m_fd(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")), m_open(sockets.size()) {
        for (const int socket : sockets) {
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.fd = socket;
            check(::epoll_ctl(m_fd.get(), EPOLL_CTL_ADD, socket, &event), "epoll_ctl");
        }
    }
    void serve() {
        std::array<epoll_event, 64> events{};
        while (m_open > 0) {
            const int count = ::epoll_wait(m_fd.get(), events.data(), static_cast<int>(events.size()), -1);
            for (int i = 0; i < count; ++i) answer(events[static_cast<std::size_t>(i)].data.fd);
        }
    }

private:
    void answer(int socket) {
        if (readByte(socket)) return writeByte(socket);
        ::epoll_ctl(m_fd.get(), EPOLL_CTL_DEL, socket, nullptr);
        --m_open;
    }

    UniqueFd m_fd;
    std::size_t m_open;
};

// In the server's process: tells when its clients may begin, and in the end the CPU time of a request.
template <typename Server>
int runServer(const std::vector<int>& sockets, int told) {
    Server server(sockets);
    writeByte(told);
    const double before = cpuNsUsed();
    server.serve();
    const double used = (cpuNsUsed() - before) / (kClients * kRounds);
    return ::write(told, &used, sizeof used) == sizeof used ? 0 : 1;
}

// From outside, while the clients are connected: threads that have ended give theirs back.
double residentOf(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/statm");
    double pages = 0;
    file >> pages >> pages;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

template <typename Server>
Served measureServer() {
    std::vector<SocketPair> pairs;
    std::vector<int> sockets;
    for (std::size_t i = 0; i < kClients; ++i) sockets.push_back(pairs.emplace_back(makeSocketPair()).server.get());
    const Pipe told = makePipe();
    const Pipe go = makePipe();
    const pid_t server = forkProbe([&] {
        for (SocketPair& pair : pairs) pair.client.reset();
        if (!readByte(go.read.get())) return 1;
        return runServer<Server>(sockets, told.write.get());
    });
    for (SocketPair& pair : pairs) pair.server.reset();
    const double before = residentOf(server);
    writeByte(go.write.get());
    if (!readByte(told.read.get())) throwErrno(EPIPE, "the server has gone");
    for (unsigned round = 0; round < kRounds; ++round) {
        for (const SocketPair& pair : pairs) writeByte(pair.client.get());
        for (const SocketPair& pair : pairs) {
            if (!readByte(pair.client.get())) throwErrno(EPIPE, "the server has gone");
        }
    }
    Served served{.memoryBytes = (residentOf(server) - before) / kClients};
    pairs.clear();
    if (::read(told.read.get(), &served.cpuNs, sizeof served.cpuNs) != sizeof served.cpuNs)
        throwErrno(EIO, "read of figures");
    waitForProbe(server);
    return served;
}

// --- what is done while one waits -----------------------------------------------------------------------------------

constexpr Nanoseconds kWaitNs = 50'000'000;

// A byte comes after kWaitNs.
Pipe pipeThatAnswers(pid_t& answerer) {
    Pipe pipe = makePipe();
    answerer = forkProbe([&] {
        const timespec length{0, kWaitNs};
        ::nanosleep(&length, nullptr);
        writeByte(pipe.write.get());
        return 0;
    });
    return pipe;
}

volatile double theWork = 1;
void workALittle() {
    for (int i = 0; i < 1000; ++i) theWork = theWork * 1.0000001;
}

template <typename Wait>
void tellQuadrant(const TellFigure& tell, const char* figure, Wait wait) {
    pid_t answerer = 0;
    const Pipe pipe = pipeThatAnswers(answerer);
    tell(figure, wait(pipe.read.get()));
    waitForProbe(answerer);
}

double waitInRead(int fd) {
    readByte(fd);
    return 0;
}

double tryAndWork(int fd) {
    check(::fcntl(fd, F_SETFL, O_NONBLOCK), "fcntl O_NONBLOCK");
    double work = 0;
    char byte = 0;
    for (; ::read(fd, &byte, 1) != 1; ++work) workALittle();
    return work;
}

// The read does not wait; what tells that it can go on does.
double waitInPoll(int fd) {
    check(::fcntl(fd, F_SETFL, O_NONBLOCK), "fcntl O_NONBLOCK");
    double work = 0;
    char byte = 0;
    while (::read(fd, &byte, 1) != 1) {
        pollfd entry{fd, POLLIN, 0};
        if (::poll(&entry, 1, -1) == 0) ++work;
    }
    return work;
}

volatile sig_atomic_t theByteIsThere = 0;
void noteByte(int) { theByteIsThere = 1; }

double workUntilSignal(int fd) {
    theByteIsThere = 0;
    struct sigaction action {};
    action.sa_handler = noteByte;
    check(::sigaction(SIGIO, &action, nullptr), "sigaction");
    check(::fcntl(fd, F_SETOWN, ::getpid()), "fcntl F_SETOWN");
    check(::fcntl(fd, F_SETFL, O_NONBLOCK | O_ASYNC), "fcntl O_ASYNC");
    double work = 0;
    char byte = 0;
    // What came before the signal was asked for is found by the first try.
    while (::read(fd, &byte, 1) != 1) {
        for (; theByteIsThere == 0; ++work) workALittle();
        theByteIsThere = 0;
    }
    return work;
}

}  // namespace

void probeClients(unsigned repeats, const TellFigure& tell) {
    constexpr std::size_t kNeeded = 2 * kClients + 64;
    if (raiseOpenFiles(kNeeded) < kNeeded) throw MachineLacks("it needs 464 open descriptors (ulimit -Hn)");
    for (unsigned i = 0; i < repeats; ++i) {
        const Served threads = measureServer<ThreadAClient>(), one = measureServer<OneThread>();
        tell("threads_memory_bytes", threads.memoryBytes);
        tell("one_memory_bytes", one.memoryBytes);
        tell("threads_cpu_ns", threads.cpuNs);
        tell("one_cpu_ns", one.cpuNs);
    }
    tell("clients", kClients);
}

void probeQuadrants(unsigned repeats, const TellFigure& tell) {
    for (unsigned i = 0; i < repeats; ++i) {
        tellQuadrant(tell, "blocking_work", waitInRead);
        tellQuadrant(tell, "nonblocking_work", tryAndWork);
        tellQuadrant(tell, "mixed_work", waitInPoll);
        tellQuadrant(tell, "asynchronous_work", workUntilSignal);
    }
}

}  // namespace ipclab
