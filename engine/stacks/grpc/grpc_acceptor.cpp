#include "stacks/grpc/grpc_acceptor.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

#include "core/error.h"
#include "core/guarded_thread.h"
#include "stacks/framed/framed_socket.h"

namespace ipclab {

namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr Nanoseconds kStrangerNs = 5 * kNsPerSecond;  // the token is sent with the connection
constexpr std::size_t kMostStrangers = 64;             // at once

}  // namespace

GrpcAcceptor::GrpcAcceptor(const StackPlace& place, UniqueFd listener, std::unique_ptr<Library> library)
    : m_token(place.token),
      m_missing(place.clients),
      m_listener(std::move(listener)),
      m_library(std::move(library)),
      m_wake(check(::eventfd(0, EFD_CLOEXEC), "eventfd")),
      m_thread(startThread([this](const std::stop_token&) { run(); },
                           [this](const std::string& why) {
                               m_failure = why;
                               m_failed.store(true, std::memory_order_release);
                           })) {
    if (!m_thread.joinable()) throw std::runtime_error(m_failure);
}

GrpcAcceptor::~GrpcAcceptor() {
    static_cast<void>(::eventfd_write(m_wake.get(), 1));
    m_thread.join();
}

bool GrpcAcceptor::allGone() const {
    if (m_failed.load(std::memory_order_acquire)) throw std::runtime_error("accepting connections: " + m_failure);
    if (!m_complete.load(std::memory_order_acquire)) return false;
    return std::ranges::all_of(m_clients, [](const UniqueFd& client) {
        pollfd entry{client.get(), POLLRDHUP, 0};
        return pollDescriptors(std::span(&entry, 1), 0) == WaitResult::Ready;
    });
}

void GrpcAcceptor::run() {
    // A crowd of strangers shall not make the clients wait.
    static_cast<void>(::listen(m_listener.get(), SOMAXCONN));
    while (m_missing > 0 && !isStopped()) {
        accept();
        std::erase_if(m_strangers, [this](Stranger& stranger) { return decide(stranger); });
    }
    m_refused.fetch_add(m_strangers.size(), std::memory_order_relaxed);
    m_strangers.clear();
    m_listener.reset();
    m_complete.store(m_missing == 0, std::memory_order_release);
}

// Waits until there is something to do.
bool GrpcAcceptor::isStopped() {
    std::vector<pollfd> polled{{m_listener.get(), POLLIN, 0}, {m_wake.get(), POLLIN, 0}};
    for (const Stranger& stranger : m_strangers) polled.push_back({stranger.fd.get(), POLLIN, 0});
    const WaitResult waited = pollDescriptors(polled, m_strangers.empty() ? -1 : kStrangerNs / 10);
    return waited == WaitResult::Ready && polled[1].revents != 0;
}

void GrpcAcceptor::accept() {
    for (;;) {
        UniqueFd fd(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!fd) return;
        m_strangers.push_back({std::move(fd), monotonicNow()});
        if (m_strangers.size() <= kMostStrangers) continue;
        m_strangers.erase(m_strangers.begin());
        m_refused.fetch_add(1, std::memory_order_relaxed);
    }
}

// True: he is a stranger no more, or has gone.
bool GrpcAcceptor::decide(Stranger& stranger) {
    std::array<char, kTokenBytes> shown{};
    const ssize_t got = ::recv(stranger.fd.get(), shown.data(), shown.size(), MSG_PEEK);
    const auto size = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    const bool soFar = std::string_view(shown.data(), size) == std::string_view(m_token).substr(0, size);
    const bool late = monotonicNow() - stranger.sinceNs > kStrangerNs;
    if (soFar && size < kTokenBytes && !late && (size > 0 || (got < 0 && errno == EAGAIN))) return false;
    if (!soFar || size < kTokenBytes || m_missing == 0) {
        m_refused.fetch_add(1, std::memory_order_relaxed);
        return true;
    }
    static_cast<void>(::recv(stranger.fd.get(), shown.data(), shown.size(), 0));
    giveToLibrary(std::move(stranger.fd));
    return true;
}

void GrpcAcceptor::giveToLibrary(UniqueFd fd) {
    const int on = 1;
    static_cast<void>(::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on));
    Library::NewConnectionParameters connection;
    connection.listener_fd = m_listener.get();
    m_clients.emplace_back(check(::fcntl(fd.get(), F_DUPFD_CLOEXEC, 3), "F_DUPFD_CLOEXEC"));
    connection.fd = fd.release();
    m_library->HandleNewConnection(&connection);
    --m_missing;
}

}  // namespace ipclab
