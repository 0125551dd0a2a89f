#include "links/robust_lock.h"

#include "core/error.h"

namespace ipclab {

void RobustLock::initialise() {
    pthread_mutexattr_t attributes;
    checkError(::pthread_mutexattr_init(&attributes), "pthread_mutexattr_init");
    checkError(::pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED), "pthread_mutexattr_setpshared");
    checkError(::pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST), "pthread_mutexattr_setrobust");
    checkError(::pthread_mutex_init(&m_mutex, &attributes), "pthread_mutex_init");
    ::pthread_mutexattr_destroy(&attributes);
}

bool RobustLock::tryLock() {
    const int error = ::pthread_mutex_trylock(&m_mutex);
    if (error == EOWNERDEAD) ::pthread_mutex_consistent(&m_mutex);
    return error == 0 || error == EOWNERDEAD;
}

WaitResult RobustLock::lock(const Deadline& deadline, std::uint64_t& systemCalls) {
    for (;;) {
        if (tryLock()) return WaitResult::Ready;
        const std::uint32_t ticket = m_released.announce();
        if (tryLock()) return WaitResult::Ready;
        if (deadline.expired()) return WaitResult::TimedOut;
        ++systemCalls;
        if (m_released.wait(ticket, deadline.sliceNs()) == EINTR) return WaitResult::Interrupted;
    }
}

void RobustLock::unlock(std::uint64_t& systemCalls) {
    ::pthread_mutex_unlock(&m_mutex);
    if (m_released.notify()) ++systemCalls;
}

}  // namespace ipclab
