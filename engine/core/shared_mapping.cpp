#include "core/shared_mapping.h"

#include <sys/mman.h>

#include "core/error.h"

namespace ipclab {

SharedMapping::SharedMapping(int fd, std::size_t sizeBytes, bool writable) : m_sizeBytes(sizeBytes) {
    void* data = ::mmap(nullptr, sizeBytes, writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, fd, 0);
    if (data == MAP_FAILED) throwErrno(errno, "mmap of " + std::to_string(sizeBytes) + " bytes");
    m_data = data;
}

SharedMapping SharedMapping::anonymous(std::size_t sizeBytes) {
    void* data = ::mmap(nullptr, sizeBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (data == MAP_FAILED) throwErrno(errno, "mmap of " + std::to_string(sizeBytes) + " bytes");
    SharedMapping mapping;
    mapping.m_data = data;
    mapping.m_sizeBytes = sizeBytes;
    return mapping;
}

SharedMapping& SharedMapping::operator=(SharedMapping&& other) noexcept {
    if (this != &other) {
        reset();
        m_data = std::exchange(other.m_data, nullptr);
        m_sizeBytes = std::exchange(other.m_sizeBytes, 0);
    }
    return *this;
}

void SharedMapping::reset() {
    if (m_data != nullptr) ::munmap(m_data, m_sizeBytes);
    m_data = nullptr;
    m_sizeBytes = 0;
}

}  // namespace ipclab
