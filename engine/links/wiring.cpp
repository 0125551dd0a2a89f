#include "links/wiring.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <stdexcept>

#include "core/error.h"

namespace ipclab {

namespace {

template <typename T>
const T& at(const std::vector<T>& items, std::size_t index) {
    if (index >= items.size()) throw std::invalid_argument("the wiring of this end is not of its mechanism");
    return items[index];
}

}  // namespace

UniqueFd adoptDescriptor(int fd) {
    check(::fcntl(fd, F_SETFD, FD_CLOEXEC), "inherited descriptor " + std::to_string(fd));
    return UniqueFd(fd);
}

UniqueFd duplicate(int fd) {
    return UniqueFd(check(::fcntl(fd, F_DUPFD_CLOEXEC, 0), "F_DUPFD_CLOEXEC of descriptor " + std::to_string(fd)));
}

std::uint64_t wiredNumber(const EndWiring& wiring, std::size_t index) { return at(wiring.numbers, index); }
int wiredDescriptor(const EndWiring& wiring, std::size_t index) { return at(wiring.descriptors, index); }
const std::string& wiredName(const EndWiring& wiring, std::size_t index) { return at(wiring.names, index); }

SharedMemoryFile makeSharedMemoryFile(const char* name, std::size_t sizeBytes) {
    SharedMemoryFile file;
    file.fd.reset(check(::memfd_create(name, MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(file.fd.get(), static_cast<off_t>(sizeBytes)), "ftruncate of a memfd");
    file.mapping = SharedMapping(file.fd.get(), sizeBytes);
    return file;
}

}  // namespace ipclab
