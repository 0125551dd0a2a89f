#include "core/futex.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

namespace ipclab {

int futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, Nanoseconds timeoutNs) {
    const timespec timeout = toTimespec(timeoutNs < 0 ? 0 : timeoutNs);
    const long rc = ::syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), FUTEX_WAIT, expected,
                              timeoutNs < 0 ? nullptr : &timeout, nullptr, 0);
    return rc == 0 ? 0 : errno;
}

void futexWakeAll(std::atomic<std::uint32_t>& word) {
    ::syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

void futexWakeOne(std::atomic<std::uint32_t>& word) {
    ::syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

}  // namespace ipclab
