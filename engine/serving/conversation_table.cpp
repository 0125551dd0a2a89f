#include "serving/conversation_table.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/deadline.h"

namespace ipclab {

namespace {

// A connection is looked at so often before it counts as silent: it is closed between the limit and a quarter more.
constexpr unsigned kQuietLooks = 4;
constexpr unsigned kReadsWhileDraining = 64;

}  // namespace

ConversationTable::~ConversationTable() {
    each([&](Conversation& conversation) { close(conversation, Ending::Stopped, m_control.counts(0)); });
}

Conversation* ConversationTable::open(UniqueFd fd, ServingCounts& counts) {
    Conversation* conversation = add(fd.get(), false, counts);
    if (conversation == nullptr) {
        count(counts.ioCalls);
        return nullptr;
    }
    static_cast<void>(fd.release());
    return conversation;
}

Conversation* ConversationTable::openDatagrams(int fd, ServingCounts& counts) { return add(fd, true, counts); }

Conversation* ConversationTable::add(int fd, bool datagrams, ServingCounts& counts) {
    std::unique_ptr<Served> served = m_service.opened(fd);
    if (served == nullptr) return nullptr;
    auto conversation = std::make_unique<Conversation>(fd, datagrams, std::move(served));
    Conversation* added = conversation.get();
    const auto place = static_cast<std::size_t>(fd);
    const std::scoped_lock lock(m_mutex);
    if (place >= m_byFd.size()) m_byFd.resize(std::max(place + 1, 2 * m_byFd.size()));
    assert(m_byFd[place] == nullptr);
    m_byFd[place] = std::move(conversation);
    count(counts.watched);
    return added;
}

// Out of the table first: nobody else gives up a descriptor that may be another's by then.
void ConversationTable::close(Conversation& conversation, Ending how, ServingCounts& counts) {
    std::unique_ptr<Conversation> last;
    {
        const std::scoped_lock lock(m_mutex);
        last = std::move(m_byFd[static_cast<std::size_t>(conversation.fd())]);
    }
    assert(last.get() == &conversation);
    counts.watched.fetch_sub(1, std::memory_order_relaxed);
    last->close(m_service, how, counts);
}

Nanoseconds ConversationTable::nextLook() const {
    const Nanoseconds idleNs = m_control.settings().idleNs;
    return idleNs > 0 ? monotonicNow() + idleNs / kQuietLooks : 0;
}

unsigned ConversationTable::giveUpQuiet() {
    if (m_nextLookNs == 0 || monotonicNow() < m_nextLookNs) return 0;
    m_nextLookNs = nextLook();
    unsigned givenUp = 0;
    const std::scoped_lock lock(m_mutex);
    each([&](Conversation& conversation) {
        if (conversation.datagrams() || conversation.mayRest()) return;
        if (conversation.addQuietLook() <= kQuietLooks) return;
        conversation.giveUp(Ending::Idle);
        ++givenUp;
    });
    return givenUp;
}

void ConversationTable::giveUpAll(Ending why) {
    const std::scoped_lock lock(m_mutex);
    each([&](Conversation& conversation) { conversation.giveUp(why); });
}

void ConversationTable::endInput() {
    const std::scoped_lock lock(m_mutex);
    each([](const Conversation& conversation) {
        if (!conversation.datagrams()) ::shutdown(conversation.fd(), SHUT_RD);
    });
}

// False: nobody has anything left to send.
bool ConversationTable::letAllGoOn(ServingCounts& counts) {
    bool sending = false;
    each([&](Conversation& conversation) {
        const Step step = conversation.proceed(kReadsWhileDraining, MSG_DONTWAIT, counts);
        if (step == Step::Over) close(conversation, Ending::Finished, counts);
        sending = sending || step == Step::Send;
    });
    return sending;
}

void ConversationTable::drain(ServingCounts& counts) {
    const Deadline deadline(m_control.settings().drainNs);
    constexpr int kPauseMs = 1;
    while (letAllGoOn(counts) && !deadline.expired()) ::poll(nullptr, 0, kPauseMs);
    each([&](Conversation& conversation) { close(conversation, Ending::Stopped, counts); });
}

}  // namespace ipclab
