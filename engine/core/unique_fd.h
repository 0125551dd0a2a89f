// The one owner of a file descriptor. Move-only; -1 owns nothing.
#pragma once

#include <unistd.h>
#include <cassert>

#include <utility>

namespace ipclab {

class UniqueFd {
public:
    UniqueFd() = default;
    explicit UniqueFd(int fd) : m_fd(fd) {}
    UniqueFd(UniqueFd&& other) noexcept : m_fd(other.release()) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept {
        if (this != &other) reset(other.release());
        return *this;
    }
    ~UniqueFd() { reset(); }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }
    explicit operator bool() const { return m_fd >= 0; }

    // close(2) is not repeated on EINTR: on Linux the descriptor is gone either way.
    void reset(int fd = -1) {
        assert(m_fd < 0 || fd != m_fd);
        if (m_fd >= 0) ::close(m_fd);
        m_fd = fd;
    }

private:
    int m_fd = -1;
};

}  // namespace ipclab
