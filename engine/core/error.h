// One place where failing system calls become exceptions, so that a message always names what was asked.
// Setting up throws; what an experiment can produce (EPIPE, EAGAIN …) is a value and does not come here.
#pragma once

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

namespace ipclab {

[[noreturn]] void throwErrno(int error, std::string_view what);

// Returns rc, or throws std::system_error("what: strerror") when rc is -1. Reads errno.
template <typename Integer>
Integer check(Integer rc, std::string_view what) {
    if (rc == static_cast<Integer>(-1)) throwErrno(errno, what);
    return rc;
}

// For functions that return an error number instead of setting errno (pthread_*, posix_spawn).
inline void checkError(int error, std::string_view what) {
    if (error != 0) throwErrno(error, what);
}

// strerror without its shared buffer; safe from any thread.
std::string errorText(int error);

}  // namespace ipclab
