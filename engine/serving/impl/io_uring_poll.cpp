// io_uring(7) for readiness: one request a descriptor (IORING_OP_POLL_ADD, multishot) reports every arrival until it is
// taken back; the server then reads and writes by calls of its own.
#include "serving/uring.h"

#include <poll.h>

#include <utility>
#include <vector>

#include "core/error.h"
#include "serving/strategy.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "io-uring-poll",
    .name = TEXT("strategy", "io_uring, readiness"),
    .note = TEXT("strategy",
                 "One thread; a request a descriptor reports each arrival in memory that is shared with the kernel. "
                 "Like an edge: each connection is read until it has nothing left."),
    .source = "io_uring_enter(2)",
    .edge = true,
};

#if IPCLAB_HAS_URING

// Which request a completion is about: the descriptor, which of its uses, and the direction. Never Ring::kNobody.
constexpr std::uint64_t kOut = std::uint64_t{1} << 63;
constexpr std::uint64_t kIn = std::uint64_t{1} << 62;

class UringPollServer {
public:
    UringPollServer(std::span<const Listener> listeners, ServingLoop& loop) : m_loop(loop), m_ring(loop.counts()) {
        loop.listen(listeners, [this](int fd) { watchInput(fd); });
    }

    void run() {
        while (m_loop.goOn()) {
            readOn();
            const Nanoseconds timeoutNs = m_unread.empty() ? m_loop.timeoutNs() : 0;
            m_loop.wait(0, [&] { return m_ring.wait(timeoutNs); });
            m_ring.each([this](const io_uring_cqe& cqe) { serve(cqe); });
        }
        m_loop.table().drain(m_loop.counts());
        m_ring.cancelAll();
        m_loop.wait(0, [&] { return m_ring.wait(m_loop.timeoutNs()); });
    }

private:
    std::uint64_t tokenOf(int fd) {
        const auto place = static_cast<std::size_t>(fd);
        if (place >= m_uses.size()) m_uses.resize(2 * place + 1);
        return kIn | (std::uint64_t{m_uses[place]} << 32) | static_cast<std::uint32_t>(fd);
    }

    void watchInput(int fd) {
        io_uring_sqe& sqe = m_ring.request();
        ::io_uring_prep_poll_multishot(&sqe, fd, POLLIN);
        ::io_uring_sqe_set_data64(&sqe, tokenOf(fd));
    }

    void watchOutput(int fd) {
        io_uring_sqe& sqe = m_ring.request();
        ::io_uring_prep_poll_add(&sqe, fd, POLLOUT);
        ::io_uring_sqe_set_data64(&sqe, tokenOf(fd) | kOut);
    }

    void takeBack(std::uint64_t token) {
        io_uring_sqe& sqe = m_ring.request();
        ::io_uring_prep_poll_remove(&sqe, token);
        ::io_uring_sqe_set_data64(&sqe, Ring::kNobody);
    }

    // That a request was taken back is an answer; what one reported before that is about a descriptor that is closed,
    // whatever has its number now.
    void serve(const io_uring_cqe& cqe) {
        const auto fd = static_cast<int>(cqe.user_data & 0x7fffffff);
        if (cqe.user_data == Ring::kNobody) return m_loop.noteMoved();
        if ((cqe.user_data & ~kOut) != tokenOf(fd)) {
            if (cqe.res == -ECANCELED) m_loop.noteMoved();
            return;
        }
        const bool isOut = (cqe.user_data & kOut) != 0;
        if (!isOut && (cqe.flags & IORING_CQE_F_MORE) == 0) watchInput(fd);
        const auto goOn = [&](Conversation& conversation) {
            if (isOut) conversation.setAwaited(Step::Receive);
            letGoOn(conversation);
        };
        m_loop.serve(fd, goOn, [this](const Conversation& opened) { watchInput(opened.fd()); });
    }

    void letGoOn(Conversation& conversation) {
        const int fd = conversation.fd();
        const Step step = m_loop.proceed(conversation, kMostReads);
        if (step == Step::More) m_unread.push_back(fd);
        if (step == Step::Send && conversation.awaited() != Step::Send) {
            conversation.setAwaited(Step::Send);
            watchOutput(fd);
        }
        if (step != Step::Over) return;
        takeBack(tokenOf(fd));
        if (conversation.awaited() == Step::Send) takeBack(tokenOf(fd) | kOut);
        m_uses[static_cast<std::size_t>(fd)] = (m_uses[static_cast<std::size_t>(fd)] + 1) & 0xffffff;
        m_loop.close(conversation);
    }

    void readOn() {
        std::vector<int> unread;
        std::swap(unread, m_unread);
        for (const int fd : unread) {
            if (Conversation* conversation = m_loop.table().find(fd)) letGoOn(*conversation);
        }
    }

    ServingLoop& m_loop;
    Ring m_ring;
    std::vector<std::uint32_t> m_uses;  // of each descriptor, how many it has had
    std::vector<int> m_unread;
};

#endif

class IoUringPollStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }
    Availability availability() const override { return uringAvailability(); }

#if IPCLAB_HAS_URING
    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        UringPollServer(listeners, loop).run();
    }
#else
    void serve(std::span<const Listener>, Service&, ServingControl&) const override { throwErrno(ENOSYS, "io_uring"); }
#endif
};

}  // namespace

const Strategy& ioUringPollStrategy() {
    static const IoUringPollStrategy strategy;
    return strategy;
}

}  // namespace ipclab
