#include "programs/stepwise_reader.h"

#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "core/deadline.h"
#include "core/error.h"
#include "core/pipe.h"
#include "programs/descendants.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kMostStepBytes = 4096;

// Sends once for every byte it is asked by.
int sendWhenAsked(int asked, int to) {
    const std::array<char, StepwiseReader::kArrivalBytes> bytes{};
    for (char byte = 0;;) {
        const ssize_t got = ::read(asked, &byte, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got != 1 || ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) return 0;
    }
}

}  // namespace

StepwiseReader::StepwiseReader(WorkerContext& worker, Trigger trigger, std::uint32_t stepBytes)
    : m_worker(worker), m_trigger(trigger), m_stepBytes(std::clamp(stepBytes, 1U, kMostStepBytes)) {
    std::array<int, 2> ends{};
    check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
    m_here.reset(ends[0]);
    m_there.reset(ends[1]);
    Pipe asking = makePipe();
    m_asked = std::move(asking.read);
    m_ask = std::move(asking.write);
    m_epoll.reset(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1"));
    epoll_event event{};
    event.events = EPOLLIN | (trigger == Trigger::Level ? 0U : std::uint32_t{EPOLLET});
    check(::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_here.get(), &event), "epoll_ctl");
    m_sender = check(forkTied("sender", [&] { return sendWhenAsked(m_asked.get(), m_there.get()); }), "fork");
}

StepwiseReader::~StepwiseReader() {
    ::kill(m_sender, SIGKILL);
    waitForChild(m_worker, m_sender);
}

std::uint32_t StepwiseReader::left() const {
    int waiting = 0;
    check(::ioctl(m_here.get(), FIONREAD, &waiting), "ioctl FIONREAD");
    return static_cast<std::uint32_t>(waiting);
}

// What it says it waits for: who has left bytes unread waits for an arrival that need not come.
bool StepwiseReader::waitOnce() {
    const std::uint32_t unread = m_trigger == Trigger::Level ? 0 : left();
    if (unread > 0) {
        m_worker.setWaiting(WaitReason::Stranded, unread);
    } else {
        m_worker.setWaiting(WaitReason::Events);
    }
    epoll_event event{};
    const int ready = ::epoll_wait(m_epoll.get(), &event, 1, static_cast<int>(kWaitSliceNs / 1'000'000));
    m_worker.setWaiting(WaitReason::None);
    if (ready <= 0) return false;
    ++m_wakeUps;
    const std::uint32_t got = readAsTold();
    m_worker.tell("woken-to-read", {{"wake_up", m_wakeUps}, {"read_bytes", got}, {"left_bytes", left()}});
    return true;
}

std::uint32_t StepwiseReader::readAsTold() {
    std::array<char, kMostStepBytes> bytes;
    std::uint32_t got = 0;
    do {
        const ssize_t part = ::recv(m_here.get(), bytes.data(), m_stepBytes, MSG_DONTWAIT);
        ++m_reads;
        if (part <= 0) break;  // EAGAIN: nothing is left
        got += static_cast<std::uint32_t>(part);
    } while (m_trigger == Trigger::EdgeDrained);
    m_readBytes += got;
    return got;
}

bool StepwiseReader::waitUntilDue() {
    while (m_worker.checkPoint()) {
        if (m_worker.isDue()) return true;
        waitOnce();
    }
    return false;
}

// Until a slice of waiting has brought nothing more: it has been told all it will be.
void StepwiseReader::letArrive() {
    const std::uint64_t wakeUpsBefore = m_wakeUps, readsBefore = m_reads, readBefore = m_readBytes;
    check(::write(m_ask.get(), "!", 1), "write to the sender");
    m_arrivedBytes += kArrivalBytes;
    while (m_wakeUps == wakeUpsBefore && m_worker.checkPoint()) waitOnce();
    while (waitOnce()) {
    }
    const std::uint32_t unread = left();
    m_worker.tell("arrival-read", {{"arrived_bytes", kArrivalBytes},
                                   {"wake_ups", m_wakeUps - wakeUpsBefore},
                                   {"reads", m_reads - readsBefore},
                                   {"read_bytes", m_readBytes - readBefore},
                                   {"left_bytes", unread}});
    if (unread > 0) m_worker.tell("reader-stranded", {{"left_bytes", unread}});
}

void StepwiseReader::tellAll(std::string_view trigger, std::uint64_t arrivals) const {
    m_worker.tell("trigger-summary", {{"trigger", trigger},
                                      {"arrivals", arrivals},
                                      {"wake_ups", m_wakeUps},
                                      {"arrived_bytes", m_arrivedBytes},
                                      {"read_bytes", m_readBytes},
                                      {"left_bytes", left()}});
}

}  // namespace ipclab
