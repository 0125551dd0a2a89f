#include "serving/acceptor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

namespace ipclab {

namespace {

// While there is neither a descriptor nor a reserve: rather than asking again at once.
constexpr int kPauseMs = 10;

UniqueFd makeReserve() { return UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

// Errors of the connection, not of the listening socket (accept(2)): the next one may be all right.
bool concernsThatOneAlone(int error) {
    switch (error) {
        case EINTR:
        case ECONNABORTED:
        case EPROTO:
        case EPERM:
        case ENETDOWN:
        case ENOPROTOOPT:
        case EHOSTDOWN:
        case EHOSTUNREACH:
        case ENETUNREACH:
        case EOPNOTSUPP:
            return true;
        default:
            return false;
    }
}

}  // namespace

Acceptor::Acceptor(Service& service, ServingCounts& counts, std::uint32_t descriptorLimit, int flags)
    : m_service(service),
      m_counts(counts),
      m_limit(descriptorLimit),
      m_flags(flags | SOCK_CLOEXEC),
      m_reserve(makeReserve()) {}

UniqueFd Acceptor::accept(int listener) {
    for (;;) {
        count(m_counts.ioCalls);
        const int result = ::accept4(listener, nullptr, nullptr, m_flags);
        const int error = errno;
        if (result < 0 && concernsThatOneAlone(error)) continue;
        if (result < 0 && error == EAGAIN) return {};
        if (UniqueFd fd = accepted(listener, result < 0 ? -error : result)) return fd;
        if (result < 0) return {};
    }
}

UniqueFd Acceptor::accepted(int listener, int result) {
    if (result < 0) {
        const bool none = result == -EMFILE || result == -ENFILE || result == -ENOBUFS || result == -ENOMEM;
        if (none) turnAwayWithReserve(listener, -result);
        return {};
    }
    UniqueFd fd(result);
    count(m_counts.accepts);
    if (m_limit == 0 || static_cast<std::uint32_t>(result) < m_limit) return fd;
    turnAway(std::move(fd), TurnAway::AboveLimit, result);
    return {};
}

void Acceptor::turnAway(UniqueFd fd, TurnAway why, int value) {
    fd.reset();
    count(m_counts.ioCalls);
    count(m_counts.turnedAway);
    m_service.turnedAway(why, value);
}

void Acceptor::turnAwayWithReserve(int listener, int error) {
    m_reserve.reset();
    count(m_counts.ioCalls);
    UniqueFd fd(::accept4(listener, nullptr, nullptr, m_flags));
    const bool met = static_cast<bool>(fd);
    if (met) turnAway(std::move(fd), TurnAway::NoDescriptor, error);
    m_reserve = makeReserve();
    if (!met || !m_reserve) ::poll(nullptr, 0, kPauseMs);
}

}  // namespace ipclab
