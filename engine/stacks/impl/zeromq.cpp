// ZeroMQ, zmq_socket(3): one way a pipeline (PUSH connects, PULL listens), both ways a conversation in which requests
// and answers alternate (REQ, REP). The address is a UNIX socket in the private folder of the run, so that no other
// user reaches it; the server takes it over as it listens (ZMQ_USE_FD). Frames longer than the link carries end their
// connection (ZMQ_MAXMSGSIZE). What waits is bounded by high-water marks.
#include <fcntl.h>
#include <linux/sockios.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <zmq.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <set>
#include <vector>

#include "core/error.h"
#include "core/guarded_thread.h"
#include "core/unique_fd.h"
#include "stacks/stack.h"

namespace ipclab {

namespace {

constexpr int kMostQueued = 1000;                  // messages, at either side: the library's own default
constexpr std::uint64_t kMostBytes = 64ULL << 20;  // or fewer, so that they take no more memory than this
constexpr int kSliceMs = 100;
constexpr int kServerLingerMs = 2000;  // for the last answers

[[noreturn]] void failZmq(const char* what) {
    const int error = zmq_errno();
    throw std::system_error(error, std::generic_category(), std::string(what) + ": " + zmq_strerror(error));
}
void needZmq(int rc, const char* what) {
    if (rc != 0) failZmq(what);
}

struct ClosingSocket {
    void operator()(void* socket) const { zmq_close(socket); }
};
struct EndingContext {
    void operator()(void* context) const {
        while (zmq_ctx_term(context) != 0 && zmq_errno() == EINTR) {
        }
    }
};
using Socket = std::unique_ptr<void, ClosingSocket>;
using Context = std::unique_ptr<void, EndingContext>;

class Message {
public:
    Message() { zmq_msg_init(&m_message); }
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;
    ~Message() { zmq_msg_close(&m_message); }
    [[nodiscard]] zmq_msg_t* get() { return &m_message; }
    [[nodiscard]] std::span<const std::byte> bytes() {
        return {static_cast<const std::byte*>(zmq_msg_data(&m_message)), zmq_msg_size(&m_message)};
    }

private:
    zmq_msg_t m_message;
};

// One socket, and one message that came over it.
class Side {
public:
    Side(int type, const StackPlace& place) : m_context(zmq_ctx_new()), m_socket(zmq_socket(m_context.get(), type)) {
        if (m_socket == nullptr) failZmq("zmq_socket");
        const auto queued = static_cast<int>(
            std::clamp<std::uint64_t>(kMostBytes / std::max<std::uint64_t>(place.limit, 1), 1, kMostQueued));
        set(ZMQ_SNDHWM, queued);
        set(ZMQ_RCVHWM, queued);
        set(ZMQ_RCVTIMEO, kSliceMs);
        const auto most = static_cast<std::int64_t>(place.limit);
        needZmq(zmq_setsockopt(socket(), ZMQ_MAXMSGSIZE, &most, sizeof most), "ZMQ_MAXMSGSIZE");
    }

    void set(int option, int value) {
        needZmq(zmq_setsockopt(socket(), option, &value, sizeof value), "zmq_setsockopt");
    }
    [[nodiscard]] void* socket() const { return m_socket.get(); }
    [[nodiscard]] void* context() const { return m_context.get(); }
    Context closeSocket() {
        m_socket.reset();
        return std::move(m_context);
    }

    StackStep send(std::span<const std::byte> bytes) {
        for (;;) {
            if (zmq_send(socket(), bytes.data(), bytes.size(), ZMQ_DONTWAIT) >= 0) return StackStep::Done;
            const int error = zmq_errno();
            if (error == EAGAIN || error == EFSM) return StackStep::Later;  // full, or not this side's turn
            if (error != EINTR) failZmq("zmq_send");
        }
    }

    StackStep receive(std::span<const std::byte>& bytes, StackPatience patience) {
        if (zmq_msg_recv(m_message.get(), socket(), patience == StackPatience::MayWait ? 0 : ZMQ_DONTWAIT) < 0) {
            const int error = zmq_errno();
            if (error == EAGAIN || error == EFSM) return StackStep::Later;
            if (error == EINTR) return StackStep::Interrupted;
            failZmq("zmq_msg_recv");
        }
        bytes = m_message.bytes();
        if (zmq_msg_more(m_message.get()) == 0) return StackStep::Done;
        while (zmq_msg_more(m_message.get()) != 0) {  // of several parts: none of ours
            if (zmq_msg_recv(m_message.get(), socket(), ZMQ_DONTWAIT) < 0) break;
        }
        return StackStep::Corrupt;
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) {
        zmq_pollitem_t item{socket(), 0, static_cast<short>(what == StackWait::ForMessage ? ZMQ_POLLIN : ZMQ_POLLOUT),
                            0};
        const int ready = zmq_poll(&item, 1, static_cast<long>((atMostNs + 999'999) / 1'000'000));
        if (ready < 0) return WaitResult::Interrupted;
        return ready == 0 ? WaitResult::TimedOut : WaitResult::Ready;
    }

private:
    Context m_context;
    Socket m_socket;
    Message m_message;
};

// Who is connected, as the library tells of its sockets (zmq_socket_monitor(3)).
class Connections {
public:
    // begins: ZMQ_EVENT_ACCEPTED for who listens, ZMQ_EVENT_CONNECTED for who connects.
    Connections(const Side& side, int begins) : m_of(side.socket()), m_begins(begins) {
        constexpr const char* kAddress = "inproc://connections";
        needZmq(zmq_socket_monitor(side.socket(), kAddress, begins | ZMQ_EVENT_DISCONNECTED), "zmq_socket_monitor");
        m_monitor.reset(zmq_socket(side.context(), ZMQ_PAIR));
        if (m_monitor == nullptr) failZmq("zmq_socket");
        needZmq(zmq_connect(m_monitor.get(), kAddress), "zmq_connect to the monitor");
    }

    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;
    ~Connections() { zmq_socket_monitor(m_of, nullptr, 0); }  // or it waits for one who listens

    void look() {
        Message event, address;
        while (zmq_msg_recv(event.get(), m_monitor.get(), ZMQ_DONTWAIT) >= 0) {
            std::uint16_t kind = 0;
            std::int32_t fd = -1;
            const auto bytes = event.bytes();
            if (bytes.size() >= sizeof kind + sizeof fd) {
                std::copy_n(bytes.begin(), sizeof kind, reinterpret_cast<std::byte*>(&kind));
                std::copy_n(bytes.begin() + sizeof kind, sizeof fd, reinterpret_cast<std::byte*>(&fd));
            }
            static_cast<void>(zmq_msg_recv(address.get(), m_monitor.get(), ZMQ_DONTWAIT));
            if (kind == m_begins && m_open.insert(fd).second) ++m_came;
            if (kind == ZMQ_EVENT_DISCONNECTED) m_open.erase(fd);
        }
    }
    [[nodiscard]] unsigned came() const { return m_came; }
    [[nodiscard]] bool none() const { return m_open.empty(); }
    // Their descriptors, which are the library's.
    [[nodiscard]] const std::set<std::int32_t>& open() const { return m_open; }

private:
    void* m_of;
    int m_begins;
    Socket m_monitor;
    std::set<std::int32_t> m_open;
    unsigned m_came = 0;
};

class ZeromqClient final : public StackClient {
public:
    explicit ZeromqClient(const StackPlace& place)
        : m_side(place.answered ? ZMQ_REQ : ZMQ_PUSH, place),
          m_connections(std::make_unique<Connections>(m_side, ZMQ_EVENT_CONNECTED)) {
        m_side.set(ZMQ_LINGER, -1);
        needZmq(zmq_connect(m_side.socket(), ("ipc://" + place.address).c_str()), "zmq_connect");
    }
    // Where it could not be settled, nobody is left who would take what waits: it goes with the process.
    ~ZeromqClient() override {
        m_connections.reset();
        if (!m_closing) m_side.set(ZMQ_LINGER, 0);
        if (m_ending.joinable() && !m_left->load()) m_ending.detach();
    }

    StackStep call(std::span<const std::byte> request) override { return m_side.send(request); }
    StackStep answer(std::span<const std::byte>& reply, StackPatience patience) override {
        return m_side.receive(reply, patience);
    }
    WaitResult wait(StackWait what, Nanoseconds atMostNs) override {
        if (!m_closing) return m_side.wait(what, atMostNs);
        return ::poll(nullptr, 0, 1) < 0 ? WaitResult::Interrupted : WaitResult::TimedOut;
    }

    // zmq_ctx_term(3) returns when the last message has gone into the connection: the only one who knows. The
    // connection is held open until it has been read out there: a receiver that had stopped reading, its queue being
    // full, forgets what is left in one that is closed.
    StackStep settle() override {
        if (!m_closing) {
            m_closing = true;
            m_connections->look();
            for (const std::int32_t fd : m_connections->open()) m_held.emplace_back(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
            m_connections.reset();
            m_ending = startThread(
                [context = m_side.closeSocket().release(), left = m_left](const std::stop_token&) {
                    EndingContext()(context);
                    left->store(true);
                },
                [left = m_left](const std::string&) { left->store(true); });
        }
        return m_left->load() && std::ranges::all_of(m_held, isReadOut) ? StackStep::Done : StackStep::Later;
    }

private:
    // unix(7), SIOCOUTQ: what was sent and nobody has read.
    static bool isReadOut(const UniqueFd& connection) {
        int unread = 0;
        return !connection || ::ioctl(connection.get(), SIOCOUTQ, &unread) != 0 || unread == 0;
    }

    Side m_side;
    std::unique_ptr<Connections> m_connections;
    std::vector<UniqueFd> m_held;
    bool m_closing = false;
    std::jthread m_ending;
    std::shared_ptr<std::atomic<bool>> m_left = std::make_shared<std::atomic<bool>>(false);
};

class ZeromqServer final : public StackServer {
public:
    ZeromqServer(const StackPlace& place, UniqueFd listener)
        : m_side(place.answered ? ZMQ_REP : ZMQ_PULL, place),
          m_connections(m_side, ZMQ_EVENT_ACCEPTED),
          m_clients(place.clients) {
        m_side.set(ZMQ_LINGER, kServerLingerMs);
        m_side.set(ZMQ_USE_FD, listener.release());
        needZmq(zmq_bind(m_side.socket(), ("ipc://" + place.address).c_str()), "zmq_bind");
    }

    StackStep next(std::span<const std::byte>& request, StackPatience patience) override {
        return m_side.receive(request, m_allGone ? StackPatience::None : patience);
    }
    StackStep answer(std::span<const std::byte> reply) override { return m_side.send(reply); }
    WaitResult wait(StackWait what, Nanoseconds atMostNs) override {
        return m_allGone ? WaitResult::Ready : m_side.wait(what, std::min(atMostNs, kStackSliceNs));
    }

    // A connection is told to be closed once all it brought is in the queue: what was known before the last look there
    // counts.
    bool ended(bool sendersGone) override {
        const bool before = m_allGone;
        m_connections.look();
        m_allGone = m_connections.none() && (sendersGone || m_connections.came() >= m_clients);
        return before && m_allGone;
    }

private:
    Side m_side;
    Connections m_connections;
    unsigned m_clients;
    bool m_allGone = false;
};

}  // namespace

const Stack& zeromqStack() {
    static const Stack stack{
        .id = "zeromq",
        .calls = false,
        .connect = [](const StackPlace& place) -> std::unique_ptr<StackClient> {
            return std::make_unique<ZeromqClient>(place);
        },
        .serve = [](const StackPlace& place, UniqueFd listener) -> std::unique_ptr<StackServer> {
            return std::make_unique<ZeromqServer>(place, std::move(listener));
        },
    };
    return stack;
}

}  // namespace ipclab
