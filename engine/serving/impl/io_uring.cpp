// io_uring(7) for completions: the kernel itself accepts, receives and sends, and reports what came of it; one system
// call hands over any number of requests and waits.
#include "serving/uring.h"

#include <cassert>
#include <memory>
#include <utility>
#include <vector>

#include "core/deadline.h"
#include "core/error.h"
#include "core/guarded_thread.h"
#include "serving/strategy.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "io-uring",
    .name = TEXT("strategy", "io_uring, completions"),
    .note = TEXT("strategy",
                 "One thread; the kernel accepts, receives and sends by itself and reports what came of it. One system "
                 "call hands over any number of requests and waits: fewer calls than events under load."),
    .source = "io_uring(7)",
};

#if IPCLAB_HAS_URING

// What is under way of a connection, or of a listening socket, at one time.
struct Talk {
    Conversation* conversation = nullptr;  // nullptr: a listening socket
    int fd = -1;
    Step step = Step::Over;  // Over: nothing is under way
    msghdr header{};
    iovec part{};
};

class UringServer {
public:
    UringServer(std::span<const Listener> listeners, ServingLoop& loop) : m_loop(loop), m_ring(loop.counts()) {
        for (const Listener& listener : listeners) {
            setNonBlocking(listener.fd, false);  // the kernel would not wait for it either
            if (!listener.datagrams) {
                accept(talkOf(listener.fd, nullptr));
            } else if (Conversation* all = loop.table().openDatagrams(listener.fd, loop.counts())) {
                begin(talkOf(listener.fd, all));
            }
        }
    }

    // After an exception too the kernel has to let go of the buffers first.
    ~UringServer() {
        guarded([this] { stop(); }, [](const std::string&) {});
    }
    UringServer(const UringServer&) = delete;
    UringServer& operator=(const UringServer&) = delete;

    void run() {
        while (m_loop.goOn()) waitAndServe(m_loop.timeoutNs());
        stop();
        m_loop.table().drain(m_loop.counts());
    }

private:
    void waitAndServe(Nanoseconds timeoutNs) {
        m_loop.wait(0, [&] { return m_ring.wait(timeoutNs); });
        m_ring.each([this](const io_uring_cqe& cqe) { serve(cqe); });
    }

    // Nothing more is begun but answers; the kernel lets go of every buffer before any of them is freed.
    void stop() {
        if (std::exchange(m_stops, true)) return;
        waitAndServe(0);
        for (const auto& talk : m_talks) {
            if (talk && talk->step == Step::Receive) cancel(*talk);
        }
        const Deadline deadline(m_loop.control().settings().drainNs);
        while (m_underWay > 0 && !deadline.expired()) waitAndServe(deadline.sliceNs());
        if (m_underWay > 0) m_ring.cancelAll();
        while (m_underWay > 0) waitAndServe(kWaitSliceNs);
    }

    Talk& talkOf(int fd, Conversation* conversation) {
        const auto place = static_cast<std::size_t>(fd);
        if (place >= m_talks.size()) m_talks.resize(2 * place + 1);
        m_talks[place] = std::make_unique<Talk>();
        m_talks[place]->conversation = conversation;
        m_talks[place]->fd = fd;
        return *m_talks[place];
    }

    io_uring_sqe& requestFor(Talk& talk, Step step) {
        assert(talk.step == Step::Over);
        talk.step = step;
        ++m_underWay;
        return m_ring.request();
    }

    // Multishot: one request reports every connection.
    void accept(Talk& talk) {
        if (m_stops) return;
        io_uring_sqe& sqe = requestFor(talk, Step::Receive);
        ::io_uring_prep_multishot_accept(&sqe, talk.fd, nullptr, nullptr, SOCK_CLOEXEC);
        ::io_uring_sqe_set_data(&sqe, &talk);
    }

    void begin(Talk& talk) {
        Conversation& conversation = *talk.conversation;
        const Step step = conversation.next();
        if (step == Step::Over) {
            m_loop.close(conversation);
            m_talks[static_cast<std::size_t>(talk.fd)].reset();
            return;
        }
        if (step == Step::Receive && m_stops) return;
        io_uring_sqe& sqe = requestFor(talk, step);
        if (conversation.datagrams()) {
            prepareDatagram(talk, sqe);
        } else if (step == Step::Receive) {
            const std::span<std::byte> room = conversation.room();
            ::io_uring_prep_recv(&sqe, talk.fd, room.data(), room.size(), 0);
        } else {
            const std::span<const std::byte> bytes = conversation.toSend();
            ::io_uring_prep_send(&sqe, talk.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        }
        ::io_uring_sqe_set_data(&sqe, &talk);
    }

    static void prepareDatagram(Talk& talk, io_uring_sqe& sqe) {
        Origin& origin = talk.conversation->origin();
        const bool receives = talk.step == Step::Receive;
        if (receives) {
            const std::span<std::byte> room = talk.conversation->room();
            talk.part = {room.data(), room.size()};
        } else {
            const std::span<const std::byte> bytes = talk.conversation->toSend();
            talk.part = {const_cast<std::byte*>(bytes.data()), bytes.size()};
        }
        talk.header = {};
        talk.header.msg_name = &origin.address;
        talk.header.msg_namelen = receives ? socklen_t{sizeof origin.address} : origin.sizeBytes;
        talk.header.msg_iov = &talk.part;
        talk.header.msg_iovlen = 1;
        if (receives) {
            ::io_uring_prep_recvmsg(&sqe, talk.fd, &talk.header, 0);
        } else {
            ::io_uring_prep_sendmsg(&sqe, talk.fd, &talk.header, MSG_NOSIGNAL);
        }
    }

    void cancel(Talk& talk) {
        io_uring_sqe& sqe = m_ring.request();
        ::io_uring_prep_cancel(&sqe, &talk, 0);
        ::io_uring_sqe_set_data64(&sqe, Ring::kNobody);
    }

    void serve(const io_uring_cqe& cqe) {
        m_loop.noteMoved();
        if (cqe.user_data == Ring::kNobody) return;
        Talk& talk = *reinterpret_cast<Talk*>(cqe.user_data);
        const bool ended = (cqe.flags & IORING_CQE_F_MORE) == 0;
        const Step step = talk.step;
        if (ended) {
            talk.step = Step::Over;
            --m_underWay;
        }
        if (talk.conversation == nullptr) {
            accepted(talk, cqe.res, ended);
        } else {
            completed(talk, step, cqe.res);
        }
    }

    void accepted(Talk& talk, int result, bool ended) {
        if (result >= 0) {
            take(m_loop.acceptor().accepted(result));
        } else if (!m_stops && !concernsOneConnection(-result)) {
            setNonBlocking(talk.fd, true);
            m_loop.acceptor().turnAwayWithReserve(talk.fd, -result);
            setNonBlocking(talk.fd, false);
        }
        if (ended) accept(talk);
    }

    void take(UniqueFd fd) {
        if (!fd) return;
        const int number = fd.get();
        if (Conversation* conversation = m_loop.table().open(std::move(fd), m_loop.counts()))
            begin(talkOf(number, conversation));
    }

    void completed(Talk& talk, Step step, int result) {
        if (m_stops && result == -ECANCELED) return;
        if (talk.conversation->datagrams() && step == Step::Receive)
            talk.conversation->origin().sizeBytes = talk.header.msg_namelen;
        if (result != -EINTR && result != -EAGAIN) talk.conversation->done(step, result, m_loop.counts());
        begin(talk);
    }

    ServingLoop& m_loop;
    Ring m_ring;
    std::vector<std::unique_ptr<Talk>> m_talks;  // by descriptor
    std::uint64_t m_underWay = 0;
    bool m_stops = false;
};

#endif

class IoUringStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }
    Availability availability() const override { return uringAvailability(); }

#if IPCLAB_HAS_URING
    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        UringServer(listeners, loop).run();
    }
#else
    void serve(std::span<const Listener>, Service&, ServingControl&) const override { throwErrno(ENOSYS, "io_uring"); }
#endif
};

}  // namespace

const Strategy& ioUringStrategy() {
    static const IoUringStrategy strategy;
    return strategy;
}

}  // namespace ipclab
