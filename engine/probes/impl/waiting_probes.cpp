// Waiting for many descriptors at once: select, poll and epoll over idle connections, and where each ends.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <string>
#include <vector>

#include "core/error.h"
#include "probes/probe_parts.h"

// What FD_SET() asks where it is checked (glibc, _FORTIFY_SOURCE).
extern "C" long __fdelt_chk(long descriptor);  // NOLINT(bugprone-reserved-identifier): it is the library's

namespace ipclab {

namespace {

constexpr unsigned kCalls = 200;
constexpr std::size_t kOtherDescriptors = 64;  // what a process has besides

// Connections on which nothing comes, but one byte on the last, so that no call waits.
class Idle {
public:
    explicit Idle(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) m_pairs.push_back(makeSocketPair());
        writeByte(m_pairs.back().client.get());
    }
    [[nodiscard]] std::size_t size() const { return m_pairs.size(); }
    [[nodiscard]] int at(std::size_t index) const { return m_pairs[index].server.get(); }
    // The others are readable too, up to so many in all.
    void makeReady(std::size_t count) const {
        for (std::size_t i = 0; i + 1 < count; ++i) writeByte(m_pairs[i].client.get());
    }

private:
    std::vector<SocketPair> m_pairs;
};

// As many as may be open; each connection has two.
void roomFor(std::size_t connections) {
    const std::size_t needed = 2 * connections + kOtherDescriptors;
    if (raiseOpenFiles(needed) >= needed) return;
    throw MachineLacks("it needs " + std::to_string(needed) +
                       " open descriptors, and the hard limit is lower (ulimit -Hn)");
}

// Both ends' numbers count: select's work goes by the highest.
double selectNs(const Idle& idle, std::size_t count) {
    fd_set wanted;
    FD_ZERO(&wanted);
    int highest = 0;
    const auto watch = [&](int fd) {
        FD_SET(fd, &wanted);
        highest = std::max(highest, fd);
    };
    for (std::size_t i = idle.size() - count; i < idle.size(); ++i) watch(idle.at(i));
    return meanOfBatch(kCalls, [&] {
        fd_set set = wanted;
        timeval none{};
        check(::select(highest + 1, &set, nullptr, nullptr, &none), "select");
    });
}

double pollNs(const Idle& idle, std::size_t count) {
    std::vector<pollfd> entries;
    for (std::size_t i = idle.size() - count; i < idle.size(); ++i) entries.push_back({idle.at(i), POLLIN, 0});
    return meanOfBatch(kCalls, [&] { check(::poll(entries.data(), entries.size(), 0), "poll"); });
}

class Epoll {
public:
    explicit Epoll(const Idle& idle) : m_fd(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")), m_events(1024) {
        for (std::size_t i = 0; i < idle.size(); ++i) {
            epoll_event event{};
            event.events = EPOLLIN;
            check(::epoll_ctl(m_fd.get(), EPOLL_CTL_ADD, idle.at(i), &event), "epoll_ctl");
        }
    }
    double waitNs() {
        return meanOfBatch(kCalls, [&] {
            check(::epoll_wait(m_fd.get(), m_events.data(), static_cast<int>(m_events.size()), 0), "epoll_wait");
        });
    }

private:
    UniqueFd m_fd;
    std::vector<epoll_event> m_events;
};

}  // namespace

// Descriptor numbers grow with the connections, as they do in a server: each pair has two.
void probeSelectLinear(unsigned repeats, const TellFigure& tell) {
    constexpr std::size_t kFew = 45, kMany = 450;  // the highest number below FD_SETSIZE
    roomFor(kFew + kMany);
    const Idle few(kFew), many(kMany);
    for (unsigned i = 0; i < repeats; ++i) {
        tell("few_ns", selectNs(few, kFew));
        tell("many_ns", selectNs(many, kMany));
    }
    tell("few", kFew);
    tell("many", kMany);
}

void probeSelectLimit(unsigned, const TellFigure& tell) {
    constexpr std::size_t kLonger = 2048;
    tell("fd_set_descriptors", CHAR_BIT * sizeof(fd_set));
    const int status = waitForProbe(forkProbe([] {
        const rlimit none{0, 0};
        ::setrlimit(RLIMIT_CORE, &none);
        if (::freopen("/dev/null", "w", stderr) == nullptr) return 1;
        return static_cast<int>(__fdelt_chk(FD_SETSIZE));
    }));
    tell("ended_by_signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    if (raiseOpenFiles(FD_SETSIZE + 2) < FD_SETSIZE + 2) return;
    const Pipe pipe = makePipe();
    const int high = check(::fcntl(pipe.read.get(), F_DUPFD_CLOEXEC, FD_SETSIZE), "fcntl F_DUPFD");
    writeByte(pipe.write.get());
    std::vector<unsigned long> set(kLonger / (CHAR_BIT * sizeof(unsigned long)));
    const auto place = static_cast<std::size_t>(high) / (CHAR_BIT * sizeof(unsigned long));
    set[place] = 1UL << (static_cast<std::size_t>(high) % (CHAR_BIT * sizeof(unsigned long)));
    timespec none{};
    const long ready = ::syscall(SYS_pselect6, high + 1, set.data(), nullptr, nullptr, &none, nullptr);
    tell("kernel_found_ready", static_cast<double>(ready));
}

void probePollLimit(unsigned, const TellFigure& tell) {
    constexpr rlim_t kLimit = 256;
    rlimit limit{};
    check(::getrlimit(RLIMIT_NOFILE, &limit), "getrlimit RLIMIT_NOFILE");
    tell("limit_here", static_cast<double>(limit.rlim_cur));
    limit.rlim_cur = std::min(limit.rlim_max, kLimit);
    check(::setrlimit(RLIMIT_NOFILE, &limit), "setrlimit RLIMIT_NOFILE");
    std::vector<pollfd> entries(limit.rlim_cur + 1, pollfd{-1, POLLIN, 0});
    tell("limit", static_cast<double>(limit.rlim_cur));
    tell("at_limit_errno", ::poll(entries.data(), limit.rlim_cur, 0) < 0 ? errno : 0);
    tell("above_limit_errno", ::poll(entries.data(), limit.rlim_cur + 1, 0) < 0 ? errno : 0);
}

void probePollAgainstSelect(unsigned repeats, const TellFigure& tell) {
    constexpr std::size_t kFew = 4, kMany = 450;
    roomFor(kFew + kMany);
    const Idle few(kFew), many(kMany);
    for (unsigned i = 0; i < repeats; ++i) {
        tell("poll_few_ns", pollNs(few, kFew));
        tell("select_few_ns", selectNs(few, kFew));
        tell("poll_many_ns", pollNs(many, kMany));
        tell("select_many_ns", selectNs(many, kMany));
    }
    tell("poll_many_bytes", kMany * sizeof(pollfd));
    tell("select_many_bytes", 3 * 2 * kMany / CHAR_BIT);  // three sets; each connection has two numbers
}

void probeEpoll(unsigned repeats, const TellFigure& tell) {
    constexpr std::size_t kFew = 10, kReady = 100;
    const std::size_t open = raiseOpenFiles(20'400);
    const std::size_t many = std::min<std::size_t>(10'000, (open - kOtherDescriptors - 4 * kFew - 4 * kReady) / 2);
    roomFor(many + kFew + kReady);
    const Idle few(kFew), lots(many), active(kReady);
    active.makeReady(kReady);
    Epoll ofFew(few), ofLots(lots), ofActive(active);
    for (unsigned i = 0; i < repeats; ++i) {
        tell("few_ns", ofFew.waitNs());
        tell("many_ns", ofLots.waitNs());
        tell("all_ready_ns", ofActive.waitNs());
    }
    tell("few", kFew);
    tell("many", static_cast<double>(many));
}

}  // namespace ipclab
