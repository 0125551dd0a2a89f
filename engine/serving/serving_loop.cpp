#include "serving/serving_loop.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/deadline.h"
#include "core/error.h"

namespace ipclab {

namespace {

// A connection is looked at so often before it counts as silent: it is closed between the limit and a quarter more.
constexpr unsigned kQuietLooks = 4;

}  // namespace

void makeNonBlocking(int fd) {
    const int flags = check(::fcntl(fd, F_GETFL), "fcntl F_GETFL of a listening socket");
    check(::fcntl(fd, F_SETFL, flags | O_NONBLOCK), "fcntl O_NONBLOCK of a listening socket");
}

ServingLoop::ServingLoop(const StrategyInfo& info, Service& service, ServingControl& control, unsigned waiter,
                         bool blocking)
    : m_service(service),
      m_control(control),
      m_counts(control.counts(waiter)),
      m_waiter(waiter),
      m_acceptor(service, m_counts, info.descriptorLimit, blocking ? 0 : SOCK_NONBLOCK) {
    if (control.settings().idleNs > 0) m_nextLookNs = monotonicNow() + control.settings().idleNs / kQuietLooks;
}

ServingLoop::~ServingLoop() {
    each([&](Conversation& conversation) { close(conversation, Ending::Stopped); });
}

bool ServingLoop::goOn(const std::function<void(int)>& forgotten) {
    if (m_woken && !m_moved) count(m_counts.spurious);
    m_woken = m_moved = false;
    if (m_nextLookNs != 0 && monotonicNow() >= m_nextLookNs) closeQuiet(forgotten);
    return m_waiter == 0 ? m_control.checkPoint() : !m_control.isStopping();
}

Nanoseconds ServingLoop::timeoutNs() const {
    if (m_nextLookNs == 0) return kWaitSliceNs;
    return std::clamp<Nanoseconds>(m_nextLookNs - monotonicNow(), 0, kWaitSliceNs);
}

void ServingLoop::beforeWait(std::uint64_t looked) {
    count(m_counts.waitCalls);
    if (looked > 0) count(m_counts.looked, looked);
    if (m_waiter == 0) m_control.setWaiting(true);
}

int ServingLoop::afterWait(int ready) {
    const int error = errno;
    if (m_waiter == 0) m_control.setWaiting(false);
    if (ready < 0 && error != EINTR) throwErrno(error, "waiting for connections");
    if (ready <= 0) return 0;
    count(m_counts.wakeUps);
    count(m_counts.events, static_cast<std::uint64_t>(ready));
    m_woken = true;
    return ready;
}

void ServingLoop::acceptFrom(int listener, const std::function<void(Conversation&)>& opened, unsigned most) {
    for (unsigned i = 0; i < most; ++i) {
        const std::uint64_t before = m_counts.turnedAway.load(std::memory_order_relaxed);
        UniqueFd fd = m_acceptor.accept(listener);
        if (m_counts.turnedAway.load(std::memory_order_relaxed) != before) noteMoved();
        if (!fd) return;
        noteMoved();
        if (Conversation* conversation = open(std::move(fd))) opened(*conversation);
    }
}

Conversation* ServingLoop::open(UniqueFd fd) {
    std::unique_ptr<Served> served = m_service.opened(fd.get());
    if (served == nullptr) return nullptr;
    return add(std::make_unique<Conversation>(fd.release(), false, std::move(served)));
}

Conversation* ServingLoop::openDatagrams(int fd) {
    std::unique_ptr<Served> served = m_service.opened(fd);
    if (served == nullptr) return nullptr;
    return add(std::make_unique<Conversation>(fd, true, std::move(served)));
}

Conversation* ServingLoop::add(std::unique_ptr<Conversation> conversation) {
    const auto place = static_cast<std::size_t>(conversation->fd());
    if (place >= m_conversations.size()) m_conversations.resize(std::max(place + 1, 2 * m_conversations.size()));
    assert(m_conversations[place] == nullptr);
    m_conversations[place] = std::move(conversation);
    count(m_counts.watched);
    return m_conversations[place].get();
}

Conversation* ServingLoop::find(int fd) const {
    const auto place = static_cast<std::size_t>(fd);
    return fd >= 0 && place < m_conversations.size() ? m_conversations[place].get() : nullptr;
}

Step ServingLoop::proceed(Conversation& conversation, unsigned mostReads, const std::function<void(int)>& forgotten) {
    const Step step = conversation.proceed(mostReads, MSG_DONTWAIT, m_counts);
    if (conversation.moved()) noteMoved();
    if (step != Step::Over) return step;
    if (forgotten) forgotten(conversation.fd());
    close(conversation, Ending::Finished);
    return step;
}

void ServingLoop::close(Conversation& conversation, Ending how) {
    const auto place = static_cast<std::size_t>(conversation.fd());
    assert(m_conversations[place].get() == &conversation);
    conversation.close(m_service, how, m_counts);
    m_conversations[place].reset();
    m_counts.watched.fetch_sub(1, std::memory_order_relaxed);
}

void ServingLoop::closeQuiet(const std::function<void(int)>& forgotten) {
    each([&](Conversation& conversation) {
        if (conversation.datagrams() || conversation.addQuietLook() <= kQuietLooks) return;
        if (forgotten) forgotten(conversation.fd());
        close(conversation, Ending::Idle);
    });
    m_nextLookNs = monotonicNow() + m_control.settings().idleNs / kQuietLooks;
}

// False: nobody has anything left to send.
bool ServingLoop::letAllGoOn() {
    bool sending = false;
    each([&](Conversation& conversation) {
        const Step step = proceed(conversation, kMostReads);
        sending = sending || step == Step::Send;
    });
    return sending;
}

void ServingLoop::drain() {
    const Deadline deadline(m_control.settings().drainNs);
    constexpr int kPauseMs = 1;
    while (letAllGoOn() && !deadline.expired()) ::poll(nullptr, 0, kPauseMs);
    each([&](Conversation& conversation) { close(conversation, Ending::Stopped); });
}

}  // namespace ipclab
