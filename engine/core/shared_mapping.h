// The one owner of a mapping made by mmap(2). Move-only; empty when default constructed.
#pragma once

#include <cstddef>
#include <utility>

namespace ipclab {

class SharedMapping {
public:
    SharedMapping() = default;
    // Maps sizeBytes of fd from its beginning, MAP_SHARED. Throws std::system_error.
    SharedMapping(int fd, std::size_t sizeBytes, bool writable = true);
    // Memory of its own, all zero, shared with the processes that are forked from now on. Throws std::system_error.
    static SharedMapping anonymous(std::size_t sizeBytes);
    SharedMapping(SharedMapping&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_sizeBytes(std::exchange(other.m_sizeBytes, 0)) {}
    SharedMapping& operator=(SharedMapping&& other) noexcept;
    ~SharedMapping() { reset(); }

    [[nodiscard]] void* data() const { return m_data; }
    [[nodiscard]] std::size_t sizeBytes() const { return m_sizeBytes; }
    explicit operator bool() const { return m_data != nullptr; }
    void reset();

private:
    void* m_data = nullptr;
    std::size_t m_sizeBytes = 0;
};

}  // namespace ipclab
