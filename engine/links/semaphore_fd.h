#pragma once

#include <sys/eventfd.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "core/error.h"
#include "core/unique_fd.h"

namespace ipclab {

// An event counter that is a semaphore: eventfd(2) with EFD_SEMAPHORE.
class SemaphoreFd {
public:
    SemaphoreFd() = default;
    explicit SemaphoreFd(UniqueFd fd) : m_fd(std::move(fd)) {}
    static SemaphoreFd make(std::uint64_t initial) {
        SemaphoreFd counter(UniqueFd(check(::eventfd(0, EFD_SEMAPHORE | EFD_CLOEXEC), "eventfd")));
        if (initial > 0) counter.give(initial);
        return counter;
    }

    [[nodiscard]] int fd() const { return m_fd.get(); }

    // Takes one. False: there is none (EAGAIN), or a signal came while it waited for one (EINTR).
    [[nodiscard]] bool tryTake() const {
        std::uint64_t one = 0;
        iovec into{&one, sizeof one};
        return took(::preadv2(m_fd.get(), &into, 1, -1, RWF_NOWAIT));
    }
    [[nodiscard]] bool takeOrSleep() const {
        std::uint64_t one = 0;
        return took(::read(m_fd.get(), &one, sizeof one));
    }
    void give(std::uint64_t count) const {
        check(::write(m_fd.get(), &count, sizeof count), "write to an event counter");
    }
    // What the system says (proc_pid_fdinfo(5)).
    [[nodiscard]] std::optional<std::uint64_t> value() const {
        std::ifstream in("/proc/self/fdinfo/" + std::to_string(m_fd.get()));
        for (std::string word; in >> word;) {
            std::uint64_t count = 0;
            if (word == "eventfd-count:" && in >> std::hex >> count) return count;
        }
        return std::nullopt;
    }

private:
    static bool took(ssize_t got) {
        if (got < 0 && errno != EAGAIN && errno != EINTR) throwErrno(errno, "read of an event counter");
        return got > 0;
    }

    UniqueFd m_fd;
};

}  // namespace ipclab
