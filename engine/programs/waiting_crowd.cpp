#include "programs/waiting_crowd.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <new>
#include <string>

#include "core/error.h"
#include "links/unix_family.h"
#include "programs/descendants.h"
#include "programs/self_view.h"

namespace ipclab {

namespace {

constexpr std::size_t kMessageBytes = 100, kStepBytes = 10;
constexpr int kLookEveryMs = 1;

// voluntary_ctxt_switches of /proc/PID/status: how often it went to sleep.
std::uint64_t timesAsleep(pid_t pid) {
    constexpr std::string_view kName = "voluntary_ctxt_switches:";
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(kName)) return std::stoull(line.substr(kName.size()));
    }
    return 0;
}

}  // namespace

WaitingCrowd::WaitingCrowd(WorkerContext& worker, Crowding crowding) : m_worker(worker), m_crowding(crowding) {
    const UniqueFd memory(check(::memfd_create("ipclab-crowd", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(memory.get(), sizeof *m_useful), "ftruncate");
    m_memory = SharedMapping(memory.get(), sizeof *m_useful);
    m_useful = new (m_memory.data()) std::atomic<std::uint64_t>(0);
    makeSource();
    if (!listens()) m_epoll = makeEpoll();
    for (unsigned i = 0; i < kProcesses; ++i) {
        m_pids.push_back(check(forkTied("waiting",
                                        [this] {
                                            const DescendantWait saidSo(m_worker.segment(), WaitReason::Events);
                                            const UniqueFd own = listens() ? makeEpoll() : UniqueFd();
                                            return serve(own ? own.get() : m_epoll.get());
                                        }),
                               "fork"));
    }
    waitUntilAllSleep();
}

WaitingCrowd::~WaitingCrowd() {
    for (const pid_t pid : m_pids) ::kill(pid, SIGKILL);
    for (const pid_t pid : m_pids) waitForChild(m_worker, pid);
    if (listens()) ::unlink(m_worker.plan().names.file.c_str());
}

// The path is in the folder of the run, where nobody else can connect.
void WaitingCrowd::makeSource() {
    if (listens()) {
        const SocketAddress address = unixAddress(m_worker.plan().names.file);
        m_source.reset(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "socket"));
        check(::bind(m_source.get(), address.get(), address.sizeBytes), "bind " + m_worker.plan().names.file);
        check(::listen(m_source.get(), SOMAXCONN), "listen");
        return;
    }
    std::array<int, 2> ends{};
    check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
    m_source.reset(ends[0]);
    m_other.reset(ends[1]);
}

UniqueFd WaitingCrowd::makeEpoll() const {
    UniqueFd epoll(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1"));
    epoll_event event{};
    event.events = EPOLLIN;
    if (m_crowding == Crowding::Exclusive) event.events |= EPOLLEXCLUSIVE;
    if (m_crowding == Crowding::Oneshot) event.events |= EPOLLONESHOT;
    check(::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, m_source.get(), &event), "epoll_ctl");
    return epoll;
}

int WaitingCrowd::serve(int epoll) const {
    for (;;) {
        epoll_event event{};
        if (::epoll_wait(epoll, &event, 1, -1) != 1) continue;
        if (takeAll()) m_useful->fetch_add(1, std::memory_order_relaxed);
        if (m_crowding != Crowding::Oneshot) continue;
        event.events = EPOLLIN | EPOLLONESHOT;
        ::epoll_ctl(epoll, EPOLL_CTL_MOD, m_source.get(), &event);
    }
}

// One connection, or bytes a few at a time until none are left. Did it get anything?
bool WaitingCrowd::takeAll() const {
    if (listens()) return static_cast<bool>(UniqueFd(::accept4(m_source.get(), nullptr, nullptr, SOCK_CLOEXEC)));
    std::array<char, kStepBytes> bytes;
    bool any = false;
    while (::recv(m_source.get(), bytes.data(), bytes.size(), MSG_DONTWAIT) > 0) any = true;
    return any;
}

void WaitingCrowd::arrive() {
    if (!listens()) {
        const std::array<char, kMessageBytes> message{};
        check(::send(m_other.get(), message.data(), message.size(), MSG_NOSIGNAL), "send");
        return;
    }
    const std::uint64_t before = m_useful->load(std::memory_order_relaxed);
    const SocketAddress address = unixAddress(m_worker.plan().names.file);
    const UniqueFd client(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    check(::connect(client.get(), address.get(), address.sizeBytes), "connect");
    while (m_useful->load(std::memory_order_relaxed) == before && !m_worker.isStopping())
        ::poll(nullptr, 0, kLookEveryMs);
}

// Whoever was woken is ready to run from the moment of the arrival on, until he sleeps again. False: the run stops.
bool WaitingCrowd::waitUntilAllSleep() {
    for (std::size_t asleep = 0; asleep < m_pids.size();) {
        if (m_worker.isStopping()) return false;
        const auto view = viewProcess(m_pids[asleep]);
        if (view && view->state == 'S') {
            ++asleep;
        } else {
            asleep = 0;
            ::poll(nullptr, 0, kLookEveryMs);
        }
    }
    return true;
}

std::uint64_t WaitingCrowd::switches() const {
    std::uint64_t sum = 0;
    for (const pid_t pid : m_pids) sum += timesAsleep(pid);
    return sum;
}

void WaitingCrowd::letArrive() {
    const std::uint64_t before = switches();
    arrive();
    if (!waitUntilAllSleep()) return;
    const std::uint64_t woken = switches() - before, useful = m_useful->load(std::memory_order_relaxed);
    ++m_arrivals;
    m_woken += woken;
    m_worker.tell(
        "arrival-woke",
        {{"arrival", m_arrivals}, {"waiting", kProcesses}, {"woken", woken}, {"useful", useful - m_usefulSeen}});
    m_usefulSeen = useful;
}

void WaitingCrowd::tellAll(std::string_view how) const {
    m_worker.tell("wake-ups-per-arrival", {{"how", how},
                                           {"arrivals", m_arrivals},
                                           {"waiting", kProcesses},
                                           {"woken", m_woken},
                                           {"useful", m_usefulSeen}});
}

}  // namespace ipclab
