#include "serving/acceptor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

#include "core/error.h"

namespace ipclab {

namespace {

// While there is neither a descriptor nor a reserve: rather than asking again at once.
constexpr int kPauseMs = 10;

UniqueFd makeReserve() { return UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

}  // namespace

bool concernsOneConnection(int error) {
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

Acceptor::Acceptor(Service& service, ServingCounts& counts, std::uint32_t descriptorLimit)
    : m_service(service), m_counts(counts), m_limit(descriptorLimit), m_reserve(makeReserve()) {}

UniqueFd Acceptor::accept(int listener, bool& turnedAway) {
    for (;;) {
        count(m_counts.ioCalls);
        const int result = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        const int error = errno;
        if (result < 0 && concernsOneConnection(error)) continue;
        if (result < 0 && error == EAGAIN) return {};
        if (result < 0) {
            if (!turnAwayWithReserve(listener, error)) return {};
        } else if (UniqueFd fd = accepted(result)) {
            return fd;
        }
        turnedAway = true;
    }
}

UniqueFd Acceptor::accepted(int fd) {
    UniqueFd owned(fd);
    count(m_counts.accepts);
    if (m_limit == 0 || static_cast<std::uint32_t>(fd) < m_limit) return owned;
    turnAway(std::move(owned), TurnAway::AboveLimit, fd);
    return {};
}

void Acceptor::turnAway(UniqueFd fd, TurnAway why, int value) {
    noteTurnedAway(fd.get(), why, value);
    count(m_counts.ioCalls);
    fd.reset();
}

void Acceptor::noteTurnedAway(int fd, TurnAway why, int value) {
    count(m_counts.turnedAway);
    m_service.turnedAway(why, fd, value);
}

bool Acceptor::turnAwayWithReserve(int listener, int error) {
    if (error != EMFILE && error != ENFILE && error != ENOBUFS && error != ENOMEM) throwErrno(error, "accept4");
    m_reserve.reset();
    count(m_counts.ioCalls);
    UniqueFd fd(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    const bool met = static_cast<bool>(fd);
    if (met) turnAway(std::move(fd), TurnAway::NoDescriptor, error);
    m_reserve = makeReserve();
    if (met && m_reserve) return true;
    ::poll(nullptr, 0, kPauseMs);
    return false;
}

}  // namespace ipclab
