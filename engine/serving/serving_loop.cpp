#include "serving/serving_loop.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>

#include "core/deadline.h"
#include "core/error.h"

namespace ipclab {

void setNonBlocking(int fd, bool on) {
    const int flags = check(::fcntl(fd, F_GETFL), "fcntl F_GETFL of a listening socket");
    check(::fcntl(fd, F_SETFL, on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK),
          "fcntl O_NONBLOCK of a listening socket");
}

ServingLoop::ServingLoop(const StrategyInfo& info, Service& service, ServingControl& control, ConversationTable& table,
                         unsigned waiter)
    : m_control(control),
      m_counts(control.counts(waiter)),
      m_table(table),
      m_waiter(waiter),
      m_looksAfterTable(waiter == 0),
      m_acceptor(service, m_counts, info.descriptorLimit) {}

bool ServingLoop::goOn(Look look) {
    if (m_woken && !m_moved) count(m_counts.spurious);
    m_woken = m_moved = false;
    m_givenUp = m_looksAfterTable ? m_table.giveUpQuiet() : 0;
    return m_waiter == 0 && look == Look::AtAll ? m_control.checkPoint() : !m_control.isStopping();
}

Nanoseconds ServingLoop::timeoutNs() const {
    const Nanoseconds nextLookNs = m_looksAfterTable ? m_table.nextLookNs() : 0;
    return nextLookNs == 0 ? kWaitSliceNs : std::clamp<Nanoseconds>(nextLookNs - monotonicNow(), 0, kWaitSliceNs);
}

void ServingLoop::beforeWait(std::uint64_t looked, unsigned calls) {
    if (calls > 0) count(m_counts.waitCalls, calls);
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
    m_moved = false;  // what moved before owes nothing to this wake-up
    return ready;
}

bool ServingLoop::takeListener(const Listener& listener) {
    makeNonBlocking(listener.fd);
    if (listener.datagrams) return m_table.openDatagrams(listener.fd, m_counts) != nullptr;
    m_listeners.push_back(listener.fd);
    return true;
}

bool ServingLoop::isListener(int fd) const { return std::ranges::find(m_listeners, fd) != m_listeners.end(); }

UniqueFd ServingLoop::acceptOne(int listener) {
    bool turnedAway = false;
    UniqueFd fd = m_acceptor.accept(listener, turnedAway);
    if (fd || turnedAway) noteMoved();
    return fd;
}

Step ServingLoop::proceed(Conversation& conversation, unsigned mostReads) {
    const Step step = conversation.proceed(mostReads, MSG_DONTWAIT, m_counts);
    if (conversation.moved() || step == Step::Over) noteMoved();
    return step;
}

}  // namespace ipclab
